/** Buttons that take along what a list holds under its filters: all of it, not only what is shown. */
import { Dropped } from "../search/pause.ts";
import { h } from "../search/view.ts";
import { t, tn } from "../words/words.ts";
import { citations, type Format, saved } from "./citations.ts";
import type { Named } from "./csv.ts";
import { siteOf } from "./page.ts";

const NAMES: readonly (readonly [Format, string])[] = [["bib", "BibTeX"], ["ris", "RIS"], ["json", "CSL-JSON"], ["csv", "CSV"], ["jsonl", "JSON Lines"]];

/** Gives all articles of the list; `goesOn` says whether they are still wanted. */
type Records = (goesOn: () => boolean) => Promise<readonly Named[]>;

export class Take {
  readonly element = h("div", { class: "take", role: "group", hidden: true });
  readonly #what = h("span", { class: "take-what" });
  readonly #status = h("span", { role: "status" });
  #records: Records = () => Promise.resolve([]);
  #turn = 0;

  constructor() {
    const buttons = NAMES.map(([format, name]) => {
      const button = h("button", { type: "button", class: "button" }, name);
      button.addEventListener("click", () => void this.#take(format));
      return button;
    });
    this.element.setAttribute("aria-label", t("Take along"));
    this.element.append(this.#what, ...buttons, this.#status);
  }

  /** Shows what can be taken: how many there are, and where to get them. */
  offer(total: number, records: Records): void {
    this.#turn += 1;
    this.#records = records;
    this.element.hidden = total === 0;
    this.#what.textContent = tn("Take along the citation:", "Take along all %(num)s citations:", total);
    this.#status.textContent = "";
  }

  async #take(format: Format): Promise<void> {
    const turn = (this.#turn += 1);
    const goesOn = (): boolean => turn === this.#turn;
    this.#status.textContent = t("Reading the articles …");
    try {
      const records = await this.#records(goesOn);
      if (!goesOn()) return;
      saved(citations(records, format, siteOf(document)), "citations", format);
      this.#status.textContent = tn("%(num)s article saved", "%(num)s articles saved", records.length);
    } catch (error) {
      if (goesOn() && !(error instanceof Dropped)) this.#status.textContent = t("The articles could not be read.");
    }
  }
}
