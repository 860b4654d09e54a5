/** Addresses that come from the data, checked before they become links. */

/** The link from the search page, which lies at the site's root; null unless it is a page of this site. */
export function pageOf(address: string): string | null {
  const parts = address.split("/");
  const plain = parts.every((part) => /^[A-Za-z0-9_-][A-Za-z0-9._-]*$/.test(part));
  return plain && address.endsWith(".html") && address.length <= 400 ? address : null;
}
