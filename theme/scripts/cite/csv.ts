/** A table of articles (RFC 4180), with the columns that data/articles.csv has for them. */
import { absolute, type Cited, type Site } from "./cited.ts";

/** An article with the names in it. */
export interface Named extends Cited {
  readonly places?: readonly string[];
  readonly actors?: readonly string[];
}

const COLUMNS = ["date", "title", "source", "byline", "source_url", "lang", "places", "actors", "page"];

export function csv(articles: readonly Named[], site: Site): string {
  const rows = articles.map((of) => [
    of.issued, of.title, of.source, of.by, of.url, of.lang, (of.places ?? []).join("; "), (of.actors ?? []).join("; "), absolute(of, site) || of.address,
  ]);
  return [COLUMNS, ...rows].map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

/** One that a spreadsheet would run as a formula stands behind an apostrophe. */
function cell(text: string): string {
  const safe = /^[ \u00a0\ufeff]*[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
