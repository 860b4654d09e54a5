/** BibTeX, with biblatex's `date` beside `year` and `month`. */
import { absolute, type Cited, clean, key, location, type Site } from "./cited.ts";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** Braces by name: BibTeX counts them even behind a backslash. */
const TEX: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}", "{": "\\textbraceleft{}", "}": "\\textbraceright{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}",
};

export function bibtex(articles: readonly Cited[], site: Site): string {
  return articles.map((of) => entry(of, site)).join("\n");
}

function entry(of: Cited, site: Site): string {
  const month = of.issued.slice(5, 7);
  const fields = {
    title: `{{${tex(of.title)}}}`,
    author: of.by && `{{${tex(of.by)}}}`,
    journal: of.source && `{${tex(of.source)}}`,
    date: of.issued && `{${of.issued}}`,
    year: of.issued && `{${of.issued.slice(0, 4)}}`,
    month: month && MONTHS[Number(month) - 1],
    language: `{${of.lang}}`,
    url: (of.url || absolute(of, site)) && `{${of.url || absolute(of, site)}}`,
    note: `{${tex(clean(site.name))}, ${tex(location(of, site))}}`,
  };
  const lines = Object.entries(fields).flatMap(([name, value]) => (value ? [`,\n  ${name} = ${value}`] : []));
  return `@${of.source === "" ? "misc" : "article"}{${key(of)}${lines.join("")}\n}\n`;
}

function tex(text: string): string {
  return text.replace(/[\\{}~^$&#%_]/g, (c) => TEX[c] ?? `\\${c}`);
}
