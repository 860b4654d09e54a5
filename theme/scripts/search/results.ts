/** The list of results. */
import type { Site } from "../cite/cited.ts";
import { coin } from "../cite/coins.ts";
import { pageOf } from "./addresses.ts";
import { written } from "./dates.ts";
import type { Aliases, Hit } from "./engine.ts";
import { marked, type Run, snippets } from "./snippets.ts";
import type { Record } from "./store.ts";
import { t } from "../words/words.ts";
import { h } from "./view.ts";

const NONE: ReadonlySet<string> = new Set();
const NAMES = 6;

/** One result: title, day and source, the words found, and the names through which it was found; and its citation for Zotero. */
export function resultOf(hit: Hit, record: Record, aliases: Aliases, site: Site): HTMLLIElement {
  const found = hit.terms;
  const terms = (field: string): ReadonlySet<string> => found.get(field) ?? NONE;
  const title = runs(marked(record.title, terms("title"), record.lang));
  const address = pageOf(record.address);
  const lang = { lang: record.lang, dir: record.dir === "rtl" ? "rtl" : "ltr" };
  return h(
    "li",
    { class: "card result" },
    h("h3", { class: "title", ...lang }, address === null ? h("span", {}, ...title) : h("a", { href: address }, ...title)),
    h("p", { class: "meta" }, ...meta(record, terms("source"))),
    ...snippets(record.text, terms("text"), record.lang).map((fragment) =>
      h("p", { class: "teaser", ...lang }, ...runs(fragment)),
    ),
    names(t("Places"), record.places, terms("places"), record.lang, aliases),
    names(t("Actors"), record.actors, terms("actors"), record.lang, aliases),
    coin(record, site),
  );
}

function meta(record: Record, terms: ReadonlySet<string>): Node[] {
  const day = record.day === "" ? h("span", {}, written("")) : h("time", { datetime: record.day }, written(record.day));
  if (record.source === "") return [day];
  return [day, document.createTextNode(" · "), h("span", {}, ...runs(marked(record.source, terms, record.lang)))];
}

/** The names of one kind through which an article was found; one found by another name tells both: Mumbai (Bombay). */
function names(
  label: string,
  held: readonly string[],
  terms: ReadonlySet<string>,
  lang: string,
  aliases: Aliases,
): HTMLParagraphElement | null {
  const found = terms.size === 0 ? [] : held.flatMap((name) => named(name, terms, lang, aliases)).slice(0, NAMES);
  if (found.length === 0) return null;
  const parts = found.flatMap((name, n) => (n === 0 ? name : [document.createTextNode(", "), ...name]));
  return h("p", { class: "notes" }, h("span", { class: "result-label" }, `${label} `), ...parts);
}

function named(name: string, terms: ReadonlySet<string>, lang: string, aliases: Aliases): Node[][] {
  const own = marked(name, terms, lang);
  if (own.some((run) => run.hit)) return [runs(own)];
  const alias = [...terms].map((term) => aliases.get(term)?.get(name)).find((form) => form !== undefined);
  if (alias === undefined) return [];
  return [[document.createTextNode(`${name} (`), ...runs(marked(alias, terms, lang)), document.createTextNode(")")]];
}

function runs(made: readonly Run[]): Node[] {
  return made.map(({ text, hit }) => (hit ? h("mark", {}, text) : document.createTextNode(text)));
}
