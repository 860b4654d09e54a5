/** Stories under a filter: lists of them, lines on them, and a story's own page. */
import { day as dayWords, number, t, tn } from "../words/words.ts";
import { articleWords, drawn, linked, type Passing, passesAt, recounted, replaced, told } from "./elements.ts";
import type { Archive } from "./held.ts";
import { later, type Where } from "./where.ts";

/** The numbers of a story's articles that pass, newest first; with `within`, those of a day, a week or a month. */
function found(archive: Archive, story: Where, passing: Passing, within: Where | null = null): number[] {
  const own = within === null ? null : new Set(archive.of(within));
  return [...archive.of(story)].filter((n) => (passing === null || passing.has(n)) && (own === null || own.has(n)));
}

function storyAt(link: Element | null, root: string): Where | null {
  const where = linked(link, root);
  return where?.group === "story" ? where : null;
}

function onDays(archive: Archive, numbers: readonly number[]): string {
  const days = new Set(numbers.map((n) => archive.days[n])).size;
  return days > 1 ? t("%(articles)s on %(days)s", { articles: articleWords(numbers.length), days: tn("%(num)s day", "%(num)s days", days) }) : articleWords(numbers.length);
}

/** The list of stories, the numbers of stories by month, and what is told of a story beside its name. */
export function storyLists(main: HTMLElement, root: string, here: Where | null, archive: Archive, passing: Passing): void {
  for (const item of main.querySelectorAll<HTMLElement>(".story-list > li")) {
    const own = storyAt(item.querySelector("a"), root);
    if (own === null) continue;
    const numbers = found(archive, own, passing);
    item.hidden = passing !== null && numbers.length === 0;
    recounted(item.querySelector("small"), told(passing, `${articleWords(numbers.length)}, ${between(archive, numbers)}`));
  }
  for (const item of main.querySelectorAll<HTMLElement>("nav.parts li")) {
    const month = linked(item.querySelector("a"), root);
    if (month?.group !== "begun") continue;
    const stories = begun(archive, month, passing);
    item.hidden = passing !== null && stories === 0;
    recounted(item.querySelector("b"), told(passing, number(stories)));
  }
  for (const more of main.querySelectorAll<HTMLElement>(".story-list + .more")) {
    const month = here ?? linked(more.querySelector("a"), root);
    if (month === null) continue;
    const others = begun(archive, month, passing) - (more.parentElement?.querySelectorAll(".story-list > li:not([hidden])").length ?? 0);
    more.hidden = passing !== null && others === 0;
    const link = more.querySelector("a");
    recounted(link, told(passing, tn("%(num)s further story of the month", "%(num)s further stories of the month", others)));
    const words = tn("%(num)s further story of fewer articles stands on the pages of its days", "%(num)s further stories of fewer articles stand on the pages of their days", others);
    if (link === null) replaced(more, told(passing, words));
  }
  for (const line of main.querySelectorAll(".of-story")) {
    const own = storyAt(line.querySelector("a"), root);
    if (own !== null) recounted(line.querySelector("small"), told(passing, onDays(archive, found(archive, own, passing))));
  }
}

/** Stories that began in a month and have an article that passes. */
function begun(archive: Archive, month: Where, passing: Passing): number {
  return archive.begun(month.id ?? "").filter((story) => passing === null || story.some((n) => passing.has(n))).length;
}

function between(archive: Archive, numbers: readonly number[]): string {
  const [last = "", first = ""] = [numbers[0], numbers[numbers.length - 1]].map((n) => archive.days[n ?? -1]);
  if (first === last) return first === "" ? "" : dayWords(first);
  return t("%(first)s to %(last)s", { first: dayWords(first), last: dayWords(last) });
}

/** Lines on stories of a day, a week or a month; beside each stands how many of its articles there pass. */
export function storyLines(main: HTMLElement, root: string, here: Where | null, archive: Archive, passing: Passing): void {
  for (const item of main.querySelectorAll<HTMLElement>(":is(.runs, .since) li")) {
    const links = [...item.querySelectorAll("a")];
    const own = storyAt(links[0] ?? null, root);
    const run = item.closest(".runs") !== null;
    const within = run ? here : dayOf(links, root);
    if (own === null || within === null) continue;
    const numbers = found(archive, own, passing, within);
    item.hidden = passing !== null && numbers.length === 0;
    recounted(item.querySelector("small"), told(passing, onDays(archive, numbers)));
    const days = new Set(numbers.map((n) => archive.days[n]));
    for (const bar of item.querySelectorAll("rect")) drawn(bar, passing === null || days.has(dayAt(here, bar)));
  }
}

/** The day of the article that a line leads to beside its story. */
function dayOf(links: readonly Element[], root: string): Where | null {
  const article = links.map((link) => linked(link, root)?.article).find((address) => address !== undefined);
  const day = /^\d{4}\/\d\d\/\d\d/.exec(article ?? "")?.[0];
  return day === undefined ? null : { group: "day", id: day.replaceAll("/", "-") };
}

/** Bars stand ten units apart, the first at the first day of the week or month. */
function dayAt(here: Where | null, bar: Element): string {
  const first = here?.group === "month" ? `${here.id ?? ""}-01` : here?.id ?? "";
  return later(new Date(first), Math.floor(Number(bar.getAttribute("x")) / 10));
}

/** A story's own page: its days, their reports and the copies of these. */
export function ownStory(main: HTMLElement, root: string, here: Where | null, archive: Archive, passing: Passing): void {
  if (here?.group !== "story") return;
  let reports = 0;
  let whole = true;
  const counts = new Map<string, number | null>();
  for (const day of main.querySelectorAll<HTMLElement>("section.told[id]")) {
    const { articles, own } = dayOfStory(day, root, archive, passing);
    const more = day.querySelector<HTMLElement>(":scope > .more");
    const further = more !== null && found(archive, here, passing, { group: "day", id: day.id.slice("day-".length) }).length > 0;
    reports += own;
    whole &&= more === null;
    day.hidden = articles === 0 && !further;
    counts.set(day.id, more === null ? articles : null);
    // of reports that the page does not show it is not known here on which day they are counted
    recounted(day.querySelector("h2 small"), told(passing, more === null ? articleWords(articles) : ""));
    recounted(more?.querySelector("a"), told(passing, t("All of the day")));
  }
  for (const item of main.querySelectorAll<HTMLElement>(".story-days li")) {
    const id = item.querySelector("a")?.hash.slice(1) ?? "";
    const held = counts.get(id) ?? null;
    item.hidden = main.ownerDocument.getElementById(id)?.hidden ?? false;
    recounted(item.querySelector("b"), told(passing, held === null ? "" : number(held)));
  }
  const facts = main.querySelector<HTMLElement>(".profile-facts .reports");
  if (facts !== null) {
    facts.hidden = passing !== null && !whole;
    recounted(facts.querySelector("dd"), told(passing, number(reports)));
  }
}

/** Articles of a day that pass, and the reports that these are. */
function dayOfStory(day: HTMLElement, root: string, archive: Archive, passing: Passing): { articles: number; own: number } {
  let articles = 0;
  let own = 0;
  let inReport = 0;
  const add = (shown: number): void => {
    own += inReport === 0 && shown > 0 ? 1 : 0;
    articles += shown;
    inReport += shown;
  };
  for (const each of day.querySelectorAll<HTMLElement>(":scope > :is(.card, .carrier, .copies)")) {
    if (each.matches(".card")) {
      inReport = 0;
      add(each.hidden ? 0 : 1); // it was looked at with all others
    } else if (each.matches(".carrier")) {
      each.hidden = !passesAt(each.querySelector("p a") as Element, root, archive, passing);
      add(each.hidden ? 0 : 1);
    } else {
      const copies = [...each.querySelectorAll<HTMLElement>("span")];
      for (const copy of copies) copy.hidden = !passesAt(copy.querySelector("a") as Element, root, archive, passing);
      const shown = copies.filter((copy) => !copy.hidden).length;
      each.hidden = shown === 0;
      add(shown);
    }
  }
  return { articles, own };
}
