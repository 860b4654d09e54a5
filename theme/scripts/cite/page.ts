/** What a page says of itself: the site, and the article that it shows. */
import type { Cited, Site } from "./cited.ts";

/** The site's root as the page reaches it, by the address of a script that lies in theme/scripts/. */
export function rootOf(page: Document): string {
  const script = page.querySelector<HTMLScriptElement>("script[src$='theme/scripts/main.js']");
  return new URL("../../", script?.src ?? page.baseURI).href;
}

/** The path of an address of this site, from its root; empty for one elsewhere. */
export function addressOf(href: string, root: string): string {
  const plain = href.replace(/[?#].*$/, "");
  return plain.startsWith(root) ? decodeURI(plain.slice(root.length)) : "";
}

export function siteOf(page: Document): Site {
  const canonical = page.querySelector<HTMLLinkElement>("link[rel=canonical]")?.href ?? "";
  const address = addressOf(page.baseURI, rootOf(page));
  const end = `/${address.replace(/index\.html$/, "")}`;
  const url = canonical.endsWith(`/${address}`) ? canonical.slice(0, -address.length - 1) : canonical.endsWith(end) ? canonical.slice(0, -end.length) : "";
  const name = page.querySelector(".nameplate") ?? page.querySelector("h1");
  return { name: name?.textContent ?? "", url };
}

/** The article of an article's page, by the tags in its head. */
export function articleOf(page: Document): Cited {
  const said = (name: string): string => page.querySelector<HTMLMetaElement>(`meta[name=citation_${name}]`)?.content ?? "";
  return {
    title: said("title"),
    by: said("author"),
    source: said("journal_title"),
    issued: said("publication_date"),
    lang: said("language") || page.documentElement.lang,
    url: said("public_url"),
    address: addressOf(page.baseURI, rootOf(page)),
  };
}
