/** COinS, a citation in the title of an empty span, which Zotero reads of a list: OpenURL's key-value format for Dublin Core. */
import { absolute, type Cited, type Site } from "./cited.ts";

export function coins(of: Cited, site: Site): string {
  const made = new URLSearchParams({
    ctx_ver: "Z39.88-2004", rft_val_fmt: "info:ofi/fmt:kev:mtx:dc", "rft.type": "newspaperArticle", "rft.title": of.title,
  });
  const more = { source: of.source, creator: of.by, date: of.issued, language: of.lang, identifier: of.url || absolute(of, site) };
  for (const [name, value] of Object.entries(more)) if (value !== "") made.append(`rft.${name}`, value);
  return made.toString();
}
