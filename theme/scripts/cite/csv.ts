/** A table of articles: as CSV (RFC 4180), and as JSON Lines, with the columns that data/articles.csv has for them. */
import { type Cited, location, type Site } from "./cited.ts";

/** An article with the names in it. */
export interface Named extends Cited {
  readonly places?: readonly string[];
  readonly actors?: readonly string[];
}

type Row = Readonly<Record<string, string | readonly string[]>>;

function row(of: Named, site: Site): Row {
  const { issued, title, source, by, url, lang, places = [], actors = [] } = of;
  return { date: issued, title, source, byline: by, source_url: url, lang, places, actors, page: location(of, site) };
}

const COLUMNS = ["date", "title", "source", "byline", "source_url", "lang", "places", "actors", "page"];

export function csv(articles: readonly Named[], site: Site): string {
  const rows = articles.map((of) => row(of, site)).map((held) => COLUMNS.map((name) => [held[name] ?? ""].flat().join("; ")));
  return [COLUMNS, ...rows].map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

/** An object a line; what is empty is left out. */
export function jsonl(articles: readonly Named[], site: Site): string {
  const told = (held: Row): string => JSON.stringify(Object.fromEntries(Object.entries(held).filter(([, value]) => value.length > 0)));
  return articles.map((of) => `${told(row(of, site))}\n`).join("");
}

/** One that a spreadsheet would run as a formula stands behind an apostrophe. */
function cell(text: string): string {
  const safe = /^[ \u00a0\ufeff]*[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
