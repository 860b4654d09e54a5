/** CSL-JSON: https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables */
import { absolute, type Cited, key, location, type Site } from "./cited.ts";

export function csl(articles: readonly Cited[], site: Site): string {
  return `[${articles.map((of) => JSON.stringify(item(of, site))).join(",\n")}]\n`;
}

export function item(of: Cited, site: Site): Record<string, unknown> {
  const made = {
    id: key(of),
    type: "article-newspaper",
    title: of.title,
    "container-title": of.source,
    author: of.by === "" ? "" : [{ literal: of.by }],
    issued: of.issued === "" ? "" : { "date-parts": [of.issued.split("-").map(Number)] },
    language: of.lang,
    URL: of.url || absolute(of, site),
    archive: site.name,
    archive_location: location(of, site),
  };
  return Object.fromEntries(Object.entries(made).filter(([, value]) => value !== ""));
}
