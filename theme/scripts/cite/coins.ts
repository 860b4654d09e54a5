/** COinS, a citation in the title of an empty span, which Zotero reads of a list: OpenURL's key-value format for Dublin Core. */
import { h } from "../search/view.ts";
import { absolute, type Cited, type Site } from "./cited.ts";

export function coins(of: Cited, site: Site): string {
  const made = new URLSearchParams({
    ctx_ver: "Z39.88-2004", rft_val_fmt: "info:ofi/fmt:kev:mtx:dc", "rft.type": "newspaperArticle", "rft.title": of.title,
  });
  const more = { source: of.source, creator: of.by, date: of.issued, language: of.lang, identifier: of.url || absolute(of, site) };
  for (const [name, value] of Object.entries(more)) if (value !== "") made.append(`rft.${name}`, value);
  return made.toString();
}

/** What Zotero looks for. */
const CLASS = "Z3988";

export function coin(of: Cited, site: Site): HTMLSpanElement {
  return h("span", { class: CLASS, "data-cited": true, title: coins(of, site), hidden: true });
}

/** Citations are those of the articles that are shown: Zotero reads hidden parts as well, and looks again when it is told to. */
export function citeShown(main: Element): void {
  for (const each of main.querySelectorAll("[data-cited]")) each.classList.toggle(CLASS, !each.parentElement?.closest("[hidden]"));
  citesChanged();
}

export function citesChanged(): void {
  document.dispatchEvent(new Event("ZoteroItemUpdated", { bubbles: true }));
}
