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
const PLAIN = new WeakMap<HTMLAnchorElement, string>();

/** The address with the filter: behind the `#`, unless an anchor stands there. */
function under(address: string, filter: string): string {
  const [page = "", anchor] = address.split("#");
  return anchor === undefined || anchor === "" ? `${page}#${filter}` : `${page}?${filter}#${anchor}`;
}

/** Links that say nothing after a `#` get the filter; `current` gives it at the moment of the click. */
export function carry(page: Document, root: string, current: () => State): void {
  const onLink = (event: Event): void => {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    const state = current();
    if (link === null || link.hasAttribute("download") || link.getAttribute("href")?.startsWith("#")) return;
    link.href = PLAIN.get(link) ?? link.href;
    PLAIN.set(link, link.href);
    const address = addressOf(link.href, root);
    if (address === null || !/\.html(?:#[^=]*)?$/.test(address) || !isFiltered(state)) return;
    link.href = under(link.href, format(state));
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
