/** What a citation says of an article. The same as plugins/daybook/site/cite.py has; the tests of both read tests/cite/cases.json. */

export interface Cited {
  readonly title: string;
  /** The byline; empty where none is stated. */
  readonly by: string;
  /** Outlet, or agency; empty where neither is stated. */
  readonly source: string;
  /** ISO day, month or year, as far as it is proven; empty for an undated article. */
  readonly issued: string;
  readonly lang: string;
  /** Where it was published first; empty where unknown. */
  readonly url: string;
  /** Of its page, from the site's root. */
  readonly address: string;
}

/** The archive that is cited. */
export interface Site {
  readonly name: string;
  /** Without a slash at its end; empty where unknown. */
  readonly url: string;
}

/** White space, and what steers a line or its direction; joiners, which words are written with, are not among it. */
// eslint-disable-next-line no-control-regex
const UNSEEN = /[\0- \x7f-\xa0\u1680\u2000-\u200b\u2028-\u202f\u205f-\u2069\u3000\ufeff]+/g;

export function clean(text: string): string {
  return text.replace(UNSEEN, " ").replace(/^ | $/g, "");
}

/** The article with its words on one line, as all forms need it. */
export function cleaned(of: Cited): Cited {
  return { ...of, title: clean(of.title), by: clean(of.by), source: clean(of.source) };
}

/** What a bibliography calls it: unique within the archive, and as lasting as the page's address. */
export function key(of: Cited): string {
  return of.address.replace(/\.html$/, "").replaceAll("/", "-");
}

/** The page's address on the web; empty where the site has none. */
export function absolute(of: Cited, site: Site): string {
  return site.url === "" ? "" : `${site.url}/${of.address}`;
}

/** Where it is in the archive: an address of the web where the site has one, else the file's path. */
export function location(of: Cited, site: Site): string {
  return absolute(of, site) || of.address;
}
