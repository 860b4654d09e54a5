/** What of a page obeys a filter: its articles, its days, and its counts. */
import { citeShown } from "../cite/coins.ts";
import { number, t, tn } from "../words/words.ts";
import { articleWords, count, linked, type Passing, recounted, replaced, told } from "./elements.ts";
import type { Archive } from "./held.ts";
import { differences, figures } from "./figures.ts";
import { directories, ownActor } from "./names.ts";
import { ownStory, storyLines, storyLists } from "./stories.ts";
import { addressOf, type Group, type Where, whereOf } from "./where.ts";

const SHADES = 4;

/** Show of a page what passes, and count again what it counts. Everything is as it was where `passing` is null. */
export function obey(main: HTMLElement, root: string, here: Where | null, archive: Archive, passing: Passing): void {
  const held = new Map<Where, ReadonlySet<number>>();
  const among = (where: Where | null, within: Where | null): number => {
    const own = within === null ? null : (held.get(within) ?? new Set(archive.of(within)));
    if (within !== null && own !== null) held.set(within, own);
    return count(archive.of(where), (n) => (passing === null || passing.has(n)) && (own === null || own.has(n)));
  };
  const name = here !== null && here.month !== undefined ? { group: here.group, id: here.id } as Where : here;
  articles(main, root, archive, passing);
  lines(main, root, archive, passing);
  storyLines(main, root, here, archive, passing);
  groups(main, passing);
  storyLists(main, root, here, archive, passing);
  ownStory(main, root, here, archive, passing);
  ownActor(main, root, archive, passing);
  figures(main, root, archive, passing);
  differences(main, root, archive, passing);
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
  charts(main, here, passing, (where) => among(where, null));
  const counts = new Map<Element, number>();
  for (const item of main.querySelectorAll<HTMLElement>("ul.counts > li, ul.columns > li, .weeks li")) {
    const where = linked(item.querySelector("a, span"), root) ?? anchored(item, here, root, main);
    if (where === null || where.article !== undefined || where.group === "begun") continue;
    const parts = item.closest("nav.parts") !== null;
    counts.set(item, recount(item, passing, () => among(where, parts ? null : name)));
  }
  shares(main, passing, counts);
  directories(main, passing);
  emptied(main, passing);
  citeShown(main);
}

function isName(where: Where | null): boolean {
  return where?.group === "place" || where?.group === "actor" || where?.group === "source" || where?.group === "story";
}

/** A name that has no page of its own stands in a list under an anchor. */
function anchored(item: HTMLElement, here: Where | null, root: string, main: HTMLElement): Where | null {
  if (here !== null || item.id === "") return null;
  const address = addressOf(main.ownerDocument.location.href.split("#")[0] as string, root) ?? "";
  return whereOf(`${address}#${item.id}`);
}

/** Lines of a briefing: those that an article that passes stands behind. */
function lines(main: HTMLElement, root: string, archive: Archive, passing: Passing): void {
  for (const item of main.querySelectorAll<HTMLElement>(":is(.since, .runs, .toplines, .points, .toppoints) li")) {
    const behind = [...item.querySelectorAll("a")].flatMap((link) => linked(link, root)?.article ?? []);
    item.hidden = passing !== null && behind.length > 0 && !behind.some((address) => passing.has(archive.number(address)));
  }
  for (const told of main.querySelectorAll<HTMLElement>(".points .proofs b")) told.hidden = passing !== null;
}

/** Titles of lines, where one of these is left. */
function groups(main: HTMLElement, passing: Passing): void {
  for (const group of main.querySelectorAll<HTMLElement>(".changes > dd, :is(.changes, .runs) details")) {
    group.hidden = passing !== null && group.querySelector("li:not([hidden])") === null;
    if (group.previousElementSibling instanceof HTMLElement && group.matches("dd")) group.previousElementSibling.hidden = group.hidden;
    const summary = group.querySelector(":scope > summary");
    if (summary !== null) replaced(summary, told(passing, t("and %(num)s more", { num: number(group.querySelectorAll("li:not([hidden])").length) })));
  }
}

function articles(main: HTMLElement, root: string, archive: Archive, passing: Passing): void {
  for (const item of main.querySelectorAll<HTMLElement>(".column article, ul.titles > li, ul.measured > li")) {
    const where = linked(item.querySelector("a"), root);
    if (where?.article === undefined) continue;
    item.hidden = passing !== null && !passing.has(archive.number(where.article));
  }
  for (const story of main.querySelectorAll<HTMLElement>("section.told:not([id])")) {
    story.hidden = passing !== null && story.querySelector("article:not([hidden])") === null;
  }
  for (const heading of main.querySelectorAll<HTMLElement>("h2.day")) {
    let shown = passing === null;
    for (let next = heading.nextElementSibling; next !== null && !next.matches("h2"); next = next.nextElementSibling) {
      shown ||= next instanceof HTMLElement && !next.hidden && (!next.matches("ul.titles") || next.querySelector("li:not([hidden])") !== null);
    }
    heading.hidden = !shown;
  }
}

/** Sections and boxes go with their titles where nothing of them is left. Figures and stories see to their own. */
function emptied(main: HTMLElement, passing: Passing): void {
  for (const block of main.querySelectorAll<HTMLElement>(".column > section:not(.figures, .differences, .told, .dayblock, [id]), .box:not(.stated), .spoken details")) {
    const items = [...block.querySelectorAll<HTMLElement>("li, article")];
    if (items.length > 0) block.hidden = passing !== null && items.every((item) => item.closest("[hidden]") !== null && item.closest("[hidden]") !== block);
  }
}

/** Days, and months of older years, shaded anew; then the sums of rows, calendars and folded years. */
function calendars(main: HTMLElement, root: string, passing: Passing, among: (where: Where) => number): void {
  const cells = [...main.querySelectorAll<HTMLAnchorElement>("table.calendar td a")].flatMap((link) => {
    const where = linked(link, root);
    return where?.group === "day" || where?.group === "month" ? [{ link, group: where.group, count: among(where) }] : [];
  });
  const most = (group: Group): number => Math.max(1, ...cells.map((cell) => (cell.group === group ? cell.count : 0)));
  const fullest = { day: most("day"), month: most("month") };
  const sums = new Map<Element | null, number>();
  for (const { link, group, count } of cells) {
    const cell = link.closest("td") as HTMLElement;
    cell.dataset["shade"] ??= cell.className;
    link.dataset["title"] ??= link.title;
    const shade = count === 0 ? 0 : Math.max(1, Math.ceil(SHADES * Math.sqrt(count / fullest[group])));
    const held = cell.dataset["shade"];
    cell.className = passing === null ? held : `${shade > 0 ? `shade-${shade}` : "none"}${held.endsWith(" here") ? " here" : ""}`;
    const words = told(passing, articleWords(count));
    if (link.title !== "" || words !== null) link.title = words ?? link.dataset["title"] ?? "";
    recounted(link.querySelector("small"), words);
    recounted(link.querySelector("b"), told(passing, number(count)));
    for (const over of [link.closest("tr"), link.closest("table")]) sums.set(over, (sums.get(over) ?? 0) + count);
  }
  for (const [over, sum] of sums) {
    recounted(over?.querySelector("caption small"), told(passing, articleWords(sum)));
    recounted(over?.querySelector(":scope > .sum"), told(passing, number(sum)));
    if (over?.matches("table")) recounted(over.closest("details.year")?.querySelector("summary small"), told(passing, articleWords(sum)));
  }
}

/** Bars of a chart, one for each day of a month or month of a year, as high as what passes. */
function charts(main: HTMLElement, here: Where | null, passing: Passing, among: (where: Where) => number): void {
  const group = here?.group === "year" ? "month" : "day";
  const bars = [...main.querySelectorAll<SVGRectElement>(".chart rect")];
  const counts = bars.map((_, at) => (passing === null ? 0 : among({ group, id: `${here?.id ?? ""}-${String(at + 1).padStart(2, "0")}` })));
  const most = Math.max(1, ...counts);
  bars.forEach((bar, at) => {
    const [y = "", height = ""] = (bar.dataset["drawn"] ??= `${bar.getAttribute("y") ?? ""} ${bar.getAttribute("height") ?? ""}`).split(" ");
    const count = counts[at] ?? 0;
    const high = count === 0 ? 0 : Math.max(2, Math.round((100 * count) / most));
    bar.setAttribute("y", told(passing, String(100 - high)) ?? y);
    bar.setAttribute("height", told(passing, String(high)) ?? height);
    recounted(bar.closest("li")?.querySelector("b"), told(passing, count === 0 ? "" : number(count)));
  });
  const sum = counts.reduce((a, b) => a + b, 0);
  for (const most of main.querySelectorAll(".chart desc")) replaced(most, told(passing, articleWords(sum)));
}

/** The bars beside names, against the name that has most. */
function shares(main: HTMLElement, passing: Passing, counts: ReadonlyMap<Element, number>): void {
  for (const list of main.querySelectorAll("ul.shares")) {
    const most = Math.max(1, ...[...list.children].map((item) => counts.get(item) ?? 0));
    for (const item of list.children) {
      const bar = item.querySelector("rect");
      if (bar === null) continue;
      const drawn = (bar.dataset["drawn"] ??= bar.getAttribute("width") ?? "");
      bar.setAttribute("width", told(passing, `${Math.round((100 * (counts.get(item) ?? 0)) / most)}%`) ?? drawn);
    }
  }
}

/** A count beside a name: what passes; the name goes where nothing does. */
function recount(item: HTMLElement, passing: Passing, among: () => number): number {
  const found = passing === null ? 0 : among();
  item.hidden = passing !== null && found === 0;
  const told = item.querySelector(":not(.measured > li) > b");
  if (told !== null) replaced(told, passing === null ? null : number(found));
  return found;
}
