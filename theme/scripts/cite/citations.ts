/** Any number of articles as one file of citations. */
import { bibtex } from "./bibtex.ts";
import { cleaned, type Site } from "./cited.ts";
import { csl } from "./csl.ts";
import { csv, jsonl, type Named } from "./csv.ts";
import { plain } from "./plain.ts";
import { ris } from "./ris.ts";

export const FORMATS = ["bib", "ris", "json", "csv", "jsonl", "txt"] as const;
/** BibTeX, RIS, CSL-JSON, a table in two forms, plain words; as a file's name ends. */
export type Format = (typeof FORMATS)[number];

const TYPES: Readonly<Record<Format, string>> = {
  bib: "application/x-bibtex",
  ris: "application/x-research-info-systems",
  json: "application/vnd.citationstyles.csl+json",
  csv: "text/csv",
  jsonl: "application/jsonl",
  txt: "text/plain",
};

/** The text of a file with the citations of these articles, in their order. */
export function citations(records: readonly Named[], format: Format, site: Site): string {
  const articles = records.map((of) => ({ ...of, ...cleaned(of) }));
  if (format === "bib") return bibtex(articles, site);
  if (format === "ris") return ris(articles, site);
  if (format === "json") return csl(articles, site);
  if (format === "csv") return csv(articles, site);
  if (format === "jsonl") return jsonl(articles, site);
  return articles.map((of) => `${plain(of, site)}\n`).join("");
}

/** Hands a text to the reader as a file; works from disk as well. */
export function saved(text: string, name: string, format: Format): void {
  const link = document.createElement("a");
  const url = URL.createObjectURL(new Blob([text], { type: `${TYPES[format]};charset=utf-8` }));
  link.href = url;
  link.download = `${name}.${format}`;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
