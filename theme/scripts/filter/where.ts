/** What an address of this site leads to, as far as filters know it. Addresses are those from the site's root. */

/** `begun` are the stories that began in a month, `undated` the articles without a day. */
export type Group = "day" | "week" | "month" | "year" | "place" | "actor" | "source" | "story" | "begun" | "undated";

export interface Where {
  /** An article's own address; every other page stands for a group of articles. */
  readonly article?: string;
  readonly group?: Group;
  /** `2022-03-02`, `2022-03`, `2022`, the Monday of a week, a story's slug, or a name's id. */
  readonly id?: string;
  /** Of a part of a name's list: the month it is cut to, `2022-03`. */
  readonly month?: string;
}

const GROUPS: Readonly<Record<string, Group>> = { places: "place", actors: "actor", sources: "source" };

/** Null for pages that stand for no articles of their own, such as the lists of names. */
export function whereOf(address: string): Where | null {
  const [path = "", anchor = ""] = address.split("#");
  const dated = /^(\d{4})(?:\/(\d\d))?(?:\/(\d\d))?\/index(?:\.html|\/[^/]+\.html)$/.exec(path);
  if (dated) {
    const id = dated.slice(1).filter(Boolean).join("-");
    return { group: dated[3] ? "day" : dated[2] ? "month" : "year", id };
  }
  const week = /^(\d{4})\/w(\d\d)\/index\.html$/.exec(path);
  if (week) return { group: "week", id: monday(Number(week[1]), Number(week[2])) };
  if (/^undated(?:\/undated(?:-(?:[^/.]|other)(?:-[0-9a-f]+)?)?)?\.html$/u.test(path)) return { group: "undated" };
  if (/^(?:\d{4}\/\d\d\/\d\d|undated)\/[^/.]+\.html$/.test(path)) return { article: path };
  const story = /^stories\/(?:index|months\/(\d{4}-\d\d)|([^/]+))\.html$/.exec(path);
  if (story) return story[1] !== undefined ? { group: "begun", id: story[1] } : story[2] !== undefined ? { group: "story", id: story[2] } : null;
  const named = /^(places|actors|sources)\/(.+)\.html$/.exec(path);
  const group = GROUPS[named?.[1] ?? ""];
  if (!named || group === undefined) return null;
  const [own = "", part = ""] = (named[2] ?? "").split("/");
  if (own === "index" || own === "letters") return anchor === "" ? null : { group, id: anchor };
  return /^\d{4}-\d\d$/.test(part) ? { group, id: own, month: part } : { group, id: own };
}

/** The day on which a week of ISO 8601 begins: the first week of a year is that of 4 January. */
function monday(year: number, week: number): string {
  const day = new Date(0);
  day.setUTCFullYear(year, 0, 4);
  return later(day, 7 * (week - 1) - ((day.getUTCDay() + 6) % 7));
}

/** The ISO day that lies so many days after another. */
export function later(day: Date, days: number): string {
  return new Date(day.getTime() + 86_400_000 * days).toISOString().slice(0, 10);
}

/** The map obeys by itself, and has its filters chosen above it. */
export const MAP = "map.html";

/** Whether a page lists articles, days or names, and so obeys a filter. */
export function isList(address: string): boolean {
  const path = address.split(/[?#]/)[0] ?? "";
  return whereOf(path)?.group !== undefined || /^(?:index|data\/index|stories\/index|figures\/index)\.html$|^(?:places|actors|sources)\/(?:index|letters\/[^/]+)\.html$/.test(path);
}

/** The site's root as the address of one of its files tells it, for a file that lies so many folders below it. */
export function rootOf(file: string, depth: number): string {
  return new URL("../".repeat(depth) || "./", file).href;
}

/** The address of a link from the site's root; null where it leads elsewhere. */
export function addressOf(href: string, root: string): string | null {
  return href.startsWith(root) ? decodeURI(href.slice(root.length)) : null;
}
