/** A citation as one line that a person can print: who, what, where and when it was published, and where it is kept. */
import { type Cited, clean, location, type Site } from "./cited.ts";

export function plain(of: Cited, site: Site): string {
  const title = /[.!?…]$|^$/.test(of.title) ? of.title : `${of.title}.`;
  const published = [of.source, of.issued, of.url].filter((part) => part !== "").join(", ");
  return `${of.by && `${of.by}. `}“${title}” ${published && `${published}. `}${clean(site.name)}, ${location(of, site)}`;
}
