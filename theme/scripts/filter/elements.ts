/** What of a page's elements a filter changes: their words, and where they lead. */
import { tn } from "../words/words.ts";
import type { Archive, Numbers } from "./held.ts";
import { addressOf, type Where, whereOf } from "./where.ts";

/** The numbers of the articles that pass; null where there is no filter. */
export type Passing = ReadonlySet<number> | null;

export function count(numbers: Numbers, passes: (n: number) => boolean): number {
  let found = 0;
  for (const n of numbers) found += passes(n) ? 1 : 0;
  return found;
}

export function linked(element: Element | null, root: string): Where | null {
  const address = element instanceof HTMLAnchorElement ? addressOf(element.href.split("?")[0] as string, root) : null;
  return address === null ? null : whereOf(address);
}

/** As `linked`, of links in drawings as well. */
export function leading(element: Element | null, root: string): Where | null {
  const href = element?.getAttribute("href") ?? null;
  const address = href === null ? null : addressOf(new URL(href, element?.baseURI).href.split("?")[0] as string, root);
  return address === null ? null : whereOf(address);
}

export function articleWords(count: number): string {
  return tn("%(num)s article", "%(num)s articles", count);
}

/** The words under a filter; none where there is no filter. */
export function told(passing: Passing, words: string): string | null {
  return passing === null ? null : words;
}

export function recounted(element: Element | null | undefined, words: string | null): void {
  if (element) replaced(element, words);
}

/** Whether the article that a link leads to passes; true of any other link. */
export function passesAt(link: Element, root: string, archive: Archive, passing: Passing): boolean {
  const article = leading(link, root)?.article;
  return passing === null || article === undefined || passing.has(archive.number(article));
}

/** Show an element of a drawing, or do not. */
export function drawn(element: Element, shown: boolean): void {
  if (shown) element.removeAttribute("display");
  else element.setAttribute("display", "none");
}

const ORIGINAL = new WeakMap<Element, readonly Node[]>();

/** Other words in an element's place, or those that it had. */
export function replaced(element: Element, words: string | null): void {
  if (words === null) {
    const held = ORIGINAL.get(element);
    if (held !== undefined) element.replaceChildren(...held);
    return;
  }
  if (!ORIGINAL.has(element)) ORIGINAL.set(element, [...element.childNodes]);
  element.replaceChildren(words);
}
