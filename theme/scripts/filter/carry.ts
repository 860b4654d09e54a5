/** A filter that is on goes with the reader: every link and form of this site keeps it in the address. */
import { EMPTY, format, isFiltered, parse, type State } from "../search/state.ts";
import { addressOf } from "./where.ts";

/** What an address ends in once a filter that came with it was taken away. */
export const NONE = "all";

/** The filter that a page's address holds, behind its `#` or, where that is an anchor, behind its `?`. */
export function filterOf({ hash, search }: Pick<Location, "hash" | "search">): State {
  const held = hash.includes("=") || hash === `#${NONE}` ? hash : search;
  const { from, to, city, country, actor, source, kind } = parse(held);
  return { ...EMPTY, from, to, city, country, actor, source, kind };
}

/** Links as they were, of those that once got a filter. */
const PLAIN = new WeakMap<Element, string>();

/** The address with the filter: behind the `#`, unless an anchor stands there. */
function under(address: string, filter: string): string {
  const [page = "", anchor] = address.split("#");
  return anchor === undefined || anchor === "" ? `${page}#${filter}` : `${page}?${filter}#${anchor}`;
}

/** Go to a part of the page itself, where its address holds the filter behind the `#` that would have been the part's. */
function within(page: Document, href: string, event: MouseEvent): boolean {
  const part = href.startsWith("#") && href.length > 1 ? page.getElementById(href.slice(1)) : null;
  const plain = event.type === "click" && event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
  if (part === null || !plain || !page.location.hash.includes("=")) return false;
  event.preventDefault();
  if (!part.hasAttribute("tabindex")) part.tabIndex = -1;
  part.focus({ preventScroll: true });
  part.scrollIntoView();
  return true;
}

/** Links that say nothing after a `#` get the filter; `current` gives it at the moment of the click. */
export function carry(page: Document, root: string, current: () => State): void {
  const onLink = (event: Event): void => {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    const state = current();
    const href = link?.getAttribute("href") ?? "#"; // the attribute, as links of the map are such of SVG
    if (link !== null && event instanceof MouseEvent && isFiltered(state) && within(page, href, event)) return;
    if (link === null || link.hasAttribute("download") || href.startsWith("#")) return;
    const plain = PLAIN.get(link) ?? new URL(href, page.baseURI).href;
    PLAIN.set(link, plain);
    link.setAttribute("href", plain);
    const address = addressOf(plain, root);
    if (address === null || !/\.html(?:#[^=]*)?$/.test(address) || !isFiltered(state)) return;
    link.setAttribute("href", under(plain, format(state)));
  };
  // before the browser follows it, and before a menu opens over it
  for (const kind of ["click", "auxclick", "contextmenu"]) page.addEventListener(kind, onLink, true);
  page.addEventListener("submit", (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || !form.classList.contains("find") || !isFiltered(current())) return;
    event.preventDefault();
    const q = String(new FormData(form).get("q") ?? "");
    page.location.href = `${form.action}#${format({ ...current(), q })}`;
  });
}
