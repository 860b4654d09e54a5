/** What of a page obeys a filter: its articles, its days, and its counts. */
import { number, t, tn } from "../words/words.ts";
import type { Archive, Numbers } from "./held.ts";
import { addressOf, type Where, whereOf } from "./where.ts";

const SHADES = 4;

/** Show of a page what passes, and count again what it counts. Everything is as it was where `passing` is null. */
export function obey(main: HTMLElement, root: string, here: Where | null, archive: Archive, passing: ReadonlySet<number> | null): void {
  const held = new Map<Where, ReadonlySet<number>>();
  const among = (where: Where | null, within: Where | null): number => {
    const own = within === null ? null : (held.get(within) ?? new Set(archive.of(within)));
    if (within !== null && own !== null) held.set(within, own);
    return count(archive.of(where), (n) => (passing === null || passing.has(n)) && (own === null || own.has(n)));
  };
  const name = here !== null && here.month !== undefined ? { group: here.group, id: here.id } as Where : here;
  articles(main, root, archive, passing);
  for (const block of main.querySelectorAll<HTMLElement>(".dayblock, .daygroup")) {
    const day = linked(block.querySelector("h2 a"), root);
    if (day === null) continue;
    const found = passing === null ? 0 : among(day, null);
    block.hidden = passing !== null && found === 0;
    const told = block.querySelector("h2 small");
    if (told !== null) replaced(told, passing === null ? null : tn("%(num)s article", "%(num)s articles", found));
    const more = block.querySelector(".more a");
    if (more !== null) replaced(more, passing === null ? null : t("All of the day"));
  }
  calendars(main, root, passing, (day) => among(day, isName(here) ? name : null));
  for (const item of main.querySelectorAll<HTMLElement>("ul.counts > li, ul.columns > li")) {
    const where = linked(item.querySelector("a, span"), root) ?? anchored(item, here, root, main);
    if (where === null || where.article !== undefined) continue;
    const parts = item.closest("nav.parts") !== null;
    recount(item, passing, () => among(where, parts ? null : name));
  }
}

function count(numbers: Numbers, passes: (n: number) => boolean): number {
  let found = 0;
  for (const n of numbers) found += passes(n) ? 1 : 0;
  return found;
}

function isName(where: Where | null): boolean {
  return where?.group === "place" || where?.group === "actor" || where?.group === "source";
}

function linked(element: Element | null, root: string): Where | null {
  const address = element instanceof HTMLAnchorElement ? addressOf(element.href.split("?")[0] as string, root) : null;
  return address === null ? null : whereOf(address);
}

/** A name that has no page of its own stands in a list under an anchor. */
function anchored(item: HTMLElement, here: Where | null, root: string, main: HTMLElement): Where | null {
  if (here !== null || item.id === "") return null;
  const address = addressOf(main.ownerDocument.location.href.split("#")[0] as string, root) ?? "";
  return whereOf(`${address}#${item.id}`);
}

function articles(main: HTMLElement, root: string, archive: Archive, passing: ReadonlySet<number> | null): void {
  for (const item of main.querySelectorAll<HTMLElement>(".column article, ul.titles > li")) {
    const where = linked(item.querySelector("a"), root);
    if (where?.article === undefined) continue;
    item.hidden = passing !== null && !passing.has(archive.number(where.article));
  }
  for (const heading of main.querySelectorAll<HTMLElement>("h2.day")) {
    let shown = passing === null;
    for (let next = heading.nextElementSibling; next !== null && !next.matches("h2"); next = next.nextElementSibling) {
      shown ||= next instanceof HTMLElement && !next.hidden && (!next.matches("ul.titles") || next.querySelector("li:not([hidden])") !== null);
    }
    heading.hidden = !shown;
  }
}

function calendars(main: HTMLElement, root: string, passing: ReadonlySet<number> | null, among: (day: Where) => number): void {
  const cells = [...main.querySelectorAll<HTMLAnchorElement>("table.calendar td a")].flatMap((link) => {
    const day = linked(link, root);
    return day?.group === "day" ? [{ link, count: among(day) }] : [];
  });
  const most = Math.max(1, ...cells.map((cell) => cell.count));
  for (const { link, count } of cells) {
    const cell = link.closest("td") as HTMLElement;
    cell.dataset["shade"] ??= cell.className;
    link.dataset["title"] ??= link.title;
    const shade = count === 0 ? 0 : Math.max(1, Math.ceil(SHADES * Math.sqrt(count / most)));
    const held = cell.dataset["shade"];
    cell.className = passing === null ? held : `${shade > 0 ? `shade-${shade}` : "none"}${held.endsWith(" here") ? " here" : ""}`;
    const words = tn("%(num)s article", "%(num)s articles", count);
    if (link.title !== "" || passing !== null) link.title = passing === null ? (link.dataset["title"] ?? "") : words;
    const told = link.querySelector("small");
    if (told !== null) replaced(told, passing === null ? null : words);
  }
  for (const table of main.querySelectorAll("table.calendar")) {
    const told = table.querySelector("caption small");
    const sum = cells.reduce((sum, { link, count }) => sum + (table.contains(link) ? count : 0), 0);
    if (told !== null) replaced(told, passing === null ? null : tn("%(num)s article", "%(num)s articles", sum));
  }
}

/** A count beside a name: what passes; the name goes where nothing does. */
function recount(item: HTMLElement, passing: ReadonlySet<number> | null, among: () => number): void {
  const found = passing === null ? 0 : among();
  item.hidden = passing !== null && found === 0;
  const told = item.querySelector("b");
  if (told !== null) replaced(told, passing === null ? null : number(found));
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
