/** Arrow keys lead from day to day of a calendar; the archive's whole calendar is one stop of the Tab key. */

type Calendar = HTMLTableElement;

const KEYS = new Set(["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End"]);

function days(table: Calendar): readonly HTMLAnchorElement[] {
  return [...table.querySelectorAll<HTMLAnchorElement>("td a")];
}

/** How many columns stand before a day's. */
function column(link: Element): number {
  let before = 0;
  let cell = link.closest("td, th")?.previousElementSibling ?? null;
  for (; cell instanceof HTMLTableCellElement; cell = cell.previousElementSibling) before += cell.colSpan;
  return before;
}

/** The day with articles that stands nearest above or below. */
function beside(link: HTMLAnchorElement, up: boolean): HTMLAnchorElement | undefined {
  const at = column(link);
  let row = link.closest("tr");
  while ((row = (up ? row?.previousElementSibling : row?.nextElementSibling) as HTMLTableRowElement | null) !== null) {
    const links = [...row.querySelectorAll<HTMLAnchorElement>("td a")].map((each) => ({ each, far: Math.abs(column(each) - at) }));
    if (links.length > 0) return links.reduce((near, other) => (other.far < near.far ? other : near)).each;
  }
  return undefined;
}

function next(table: Calendar, link: HTMLAnchorElement, key: string): HTMLAnchorElement | undefined {
  if (key === "ArrowUp" || key === "ArrowDown") return beside(link, key === "ArrowUp");
  const row = [...(link.closest("tr")?.querySelectorAll<HTMLAnchorElement>("td a") ?? [])];
  if (key === "Home") return row[0];
  if (key === "End") return row.at(-1);
  const all = days(table);
  const forward = (key === "ArrowRight") === (getComputedStyle(table).direction === "ltr");
  return all[all.indexOf(link) + (forward ? 1 : -1)];
}

/** Only the day that the arrow keys have led to is met by the Tab key; at first the last. */
function stop(table: Calendar, at: HTMLAnchorElement | undefined): void {
  for (const link of days(table)) link.tabIndex = link === at ? 0 : -1;
}

export function walkable(page: Document): void {
  for (const table of page.querySelectorAll<Calendar>("table.planner")) stop(table, days(table).at(-1));
  page.addEventListener("keydown", (event) => {
    const link = event.target instanceof HTMLAnchorElement ? event.target : null;
    const table = link?.closest<Calendar>("td")?.closest<Calendar>("table.calendar") ?? null;
    if (link === null || table === null || !KEYS.has(event.key) || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const to = next(table, link, event.key);
    if (to === undefined) return;
    if (table.classList.contains("planner")) stop(table, to);
    to.focus();
  });
}
