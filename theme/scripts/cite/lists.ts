/** COinS at the articles of a list, of what the list shows: title, link, day, source. Zotero then offers all of them. */
import type { Cited } from "./cited.ts";
import { coin } from "./coins.ts";
import { addressOf, rootOf, siteOf } from "./page.ts";

const DAY = /^(\d{4})\/(\d\d)\/(\d\d)\/index\.html$/;
/** What tells the day of the articles after it, and the articles, in the page's order; a day that is only compared with, and stories, tell of none. */
const PARTS = "main h1 time[datetime], main :not(.since) > h2:not(.of-story) a, main article:not(.report), main ul.titles > li";

export function citeLists(page: Document): void {
  const root = rootOf(page);
  const site = siteOf(page);
  let day = "";
  for (const part of page.querySelectorAll<HTMLElement>(PARTS)) {
    if (part instanceof HTMLTimeElement) day = part.dateTime;
    else if (part instanceof HTMLAnchorElement) day = dayOf(addressOf(part.href, root)) || (part.closest("article") === null ? "" : day);
    else part.append(coin(articleOf(part, day, root), site));
  }
}

/** The day of a day's page. */
function dayOf(address: string): string {
  const found = DAY.exec(address);
  return found === null ? "" : found.slice(1).join("-");
}

function articleOf(part: HTMLElement, day: string, root: string): Cited {
  const link = part.querySelector<HTMLAnchorElement>("h2 a, h3 a, a");
  const own = part.querySelector<HTMLTimeElement>(".meta time[datetime]");
  return {
    title: link?.textContent ?? "",
    by: "",
    source: part.querySelector(".meta a")?.textContent ?? "",
    issued: own?.dateTime ?? (part.closest(".spoken") === null ? day : ""),
    lang: link?.closest<HTMLElement>("[lang]")?.lang ?? "",
    url: "",
    address: addressOf(link?.href ?? "", root),
  };
}
