/** Figures under a filter: those that an article that passes reports, in tables and in drawings; and what reports tell beside one another. */
import { number, t } from "../words/words.ts";
import { drawn, leading, type Passing, passesAt, recounted, told } from "./elements.ts";
import type { Archive } from "./held.ts";

/** Whether the article behind a link passes. */
type Passes = (link: Element) => boolean;

/** What the reports of a story tell: of those that pass, where it is two. */
export function differences(main: HTMLElement, root: string, archive: Archive, passing: Passing): void {
  for (const section of main.querySelectorAll<HTMLElement>(".differences")) {
    const columns = [...section.querySelectorAll<HTMLElement>("thead th")].slice(1);
    const links = columns.map((column) => column.querySelector("a") as Element);
    const shown = links.map((link) => passesAt(link, root, archive, passing));
    const days = links.map((link) => leading(link, root)?.article?.slice(0, "2022/03/02".length) ?? "");
    columns.forEach((column, at) => (column.hidden = !(shown[at] ?? true)));
    for (const line of section.querySelectorAll<HTMLTableRowElement>("tbody tr:has(td)")) {
      const cells = [...line.querySelectorAll<HTMLTableCellElement>("td")];
      cells.forEach((cell, at) => (cell.hidden = !(shown[at] ?? true)));
      const tellers = cells.filter((cell) => !cell.hidden && !cell.matches(".silent"));
      line.hidden = tellers.length === 0;
      const own = new Set(tellers.map((cell) => days[cells.indexOf(cell)])).size;
      recounted(line.querySelector(".note"), told(passing, agreement(tellers, own, shown.filter(Boolean).length)));
    }
    for (const body of section.querySelectorAll("tbody")) body.hidden = body.querySelector("tr:has(td):not([hidden])") === null;
    section.hidden = shown.filter(Boolean).length < 2;
    const all = section.querySelector<HTMLElement>(".compared");
    if (all !== null) all.hidden = passing !== null; // how many of those that do not stand here pass is not known
  }
}

/** Whether reports that tell a fact agree, as `_note` in plugins/daybook/site/parts/differences.py says it. */
function agreement(tellers: readonly HTMLElement[], days: number, all: number): string {
  const ways = tellers.flatMap((cell) => ((cell.dataset["values"] ?? "") === "" ? [] : [cell.dataset["values"]?.split(" ") ?? []]));
  const [first = [], ...others] = ways;
  const told = t("told by %(num)s of %(all)s", { num: tellers.length, all });
  if (others.length === 0) return told;
  if (first.some((value) => others.every((other) => other.includes(value)))) {
    return ways.every((way) => way.length < 2) ? t("the same number") : t("a number in common");
  }
  // a cell with several may have more that it does not show, and one of these in common with another
  if (tellers.some((cell) => cell.querySelectorAll(".way").length > 1)) return told;
  return days > 1 ? t("the numbers differ, and so do the days of the reports") : t("the numbers differ");
}

export function figures(main: HTMLElement, root: string, archive: Archive, passing: Passing): void {
  const passes: Passes = (link) => passesAt(link, root, archive, passing);
  for (const section of main.querySelectorAll<HTMLElement>("section.figures")) {
    for (const body of section.querySelectorAll("tbody")) body.hidden = !row(body, passes);
    for (const folded of section.querySelectorAll<HTMLElement>("details")) {
      const left = folded.querySelectorAll("tbody:not([hidden])").length;
      const more = folded.querySelector(".more");
      folded.hidden = left === 0 && more === null;
      recounted(folded.querySelector("summary"), told(passing, t("and %(num)s more", { num: number(left) })));
    }
    section.querySelectorAll("table").forEach((table) => (table.hidden = table.querySelector("tbody:not([hidden])") === null));
    section.hidden = section.querySelector("tbody:not([hidden])") === null;
    for (const path of section.querySelectorAll(".path")) drawing(path, passes, passing);
  }
  for (const others of main.querySelectorAll(".not-listed")) recounted(others, told(passing, t("Others are not listed")));
}

/** One thing that is counted: each value with the sentences that are left of it. Whether any is. */
function row(body: HTMLTableSectionElement, passes: Passes): boolean {
  const shown: HTMLTableRowElement[] = [];
  for (const line of body.querySelectorAll<HTMLTableRowElement>("tr:not(.earlier)")) {
    const links = [...line.querySelectorAll<HTMLElement>("td:last-child a")];
    for (const link of links) link.hidden = !passes(link);
    line.hidden = links.every((link) => link.hidden);
    if (!line.hidden) shown.push(line);
  }
  for (const line of body.querySelectorAll<HTMLTableRowElement>("tr.earlier")) {
    for (const value of line.querySelectorAll<HTMLElement>("span")) value.hidden = !passes(value.querySelector("a") as Element);
    line.hidden = shown.length === 0 || line.querySelector("span:not([hidden])") === null;
    if (!line.hidden) shown.push(line);
  }
  const name = body.querySelector<HTMLTableCellElement>("th[rowspan]");
  if (name !== null && shown[0] !== undefined) {
    shown[0].prepend(name);
    name.rowSpan = shown.length;
  }
  return shown.length > 0;
}

/** The points that are left, each source's joined anew; how high the drawing reaches is then said by its points alone. */
function drawing(path: Element, passes: Passes, passing: Passing): void {
  const lines = new Map<string, string[]>();
  for (const point of path.querySelectorAll("svg a")) {
    const shown = passes(point);
    drawn(point, shown);
    const circle = point.querySelector("circle");
    const own = point.getAttribute("data-line");
    if (shown && circle !== null && own !== null) lines.set(own, [...(lines.get(own) ?? []), `${circle.getAttribute("cx") ?? ""} ${circle.getAttribute("cy") ?? ""}`]);
  }
  for (const line of path.querySelectorAll("svg > path[data-line]")) {
    const points = lines.get(line.getAttribute("data-line") ?? "") ?? [];
    drawn(line, points.length > 1);
    if (points.length > 1) line.setAttribute("d", `M${points.join("L")}`);
  }
  const highest = path.querySelector<HTMLElement>("figcaption b");
  if (highest !== null) highest.hidden = passing !== null;
}
