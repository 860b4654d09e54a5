/** Names under a filter: an actor's own page, and lists of names. */
import { number, t, tn } from "../words/words.ts";
import { type Passing, passesAt, recounted, told } from "./elements.ts";
import type { Archive } from "./held.ts";

/** Of an actor's page what it said in articles that pass; its bars, its roles and its network tell of all its articles, and go. */
export function ownActor(main: HTMLElement, root: string, archive: Archive, passing: Passing): void {
  for (const item of main.querySelectorAll<HTMLElement>(".statements > li")) {
    const link = item.querySelector(".meta a");
    item.hidden = link !== null && !passesAt(link, root, archive, passing);
  }
  for (const older of main.querySelectorAll<HTMLElement>(".said details")) {
    const shown = older.querySelectorAll("li:not([hidden])").length;
    older.hidden = shown === 0;
    recounted(older.querySelector("summary"), told(passing, tn("%(num)s older statement", "%(num)s older statements", shown)));
  }
  for (const whole of main.querySelectorAll<HTMLElement>("figure.when, .stated")) whole.hidden = passing !== null;
  for (const network of main.querySelectorAll(".network")) network.toggleAttribute("hidden", passing !== null);
}

/** Of a list of names how many stand there; how many names of a letter pass is not known. */
export function directories(main: HTMLElement, passing: Passing): void {
  for (const section of main.querySelectorAll<HTMLElement>(".directory")) {
    const shown = section.querySelectorAll("li:not([hidden])").length;
    section.hidden = passing !== null && shown === 0;
    recounted(section.querySelector("h2 small"), told(passing, t("%(shown)s of those named here", { shown: number(shown) })));
  }
  for (const letters of main.querySelectorAll<HTMLElement>("nav.letters b")) letters.hidden = passing !== null;
}
