/** RIS, by the tags of its specification of 2011. */
import { absolute, type Cited, clean, key, location, type Site } from "./cited.ts";

export function ris(articles: readonly Cited[], site: Site): string {
  return articles.map((of) => lines(of, site).map(([tag, value]) => `${tag}  - ${value}\r\n`).join("")).join("");
}

function lines(of: Cited, site: Site): (readonly [string, string])[] {
  const all: (readonly [string, string])[] = [
    ["TY", "NEWS"],
    ["ID", key(of)],
    ["TI", of.title],
    ["AU", of.by],
    ["T2", of.source],
    ["PY", of.issued.slice(0, 4)],
    ["DA", of.issued.replaceAll("-", "/")],
    ["LA", of.lang],
    ["UR", of.url || absolute(of, site)],
    ["DB", clean(site.name)],
    ["AV", location(of, site)],
    ["ER", ""],
  ];
  return all.filter(([tag, value]) => value !== "" || tag === "ER");
}
