/** The line above a page under a filter: how many articles pass, what they are filtered by, where that is changed, and all of them to take along. */
import { Take } from "../cite/take.ts";
import { fillChips } from "../search/chips.ts";
import type { Filtered } from "../search/filters.ts";
import { Steps } from "../search/pause.ts";
import { recordsOf } from "../search/records.ts";
import { type Bounds, type Choices, sidebarOf } from "../search/sidebar.ts";
import { format, isFiltered, type Kind, type State, toggled } from "../search/state.ts";
import type { Store } from "../search/store.ts";
import { fill, h } from "../search/view.ts";
import { number, t, tn } from "../words/words.ts";

export interface Shown {
  readonly state: State;
  readonly filtered: Filtered;
  /** Articles that the page stands for. */
  readonly total: number;
  /** What the search page is to be asked for the same articles; null where it cannot be. */
  readonly among: State | null;
}

export class Bar {
  readonly element: HTMLElement;
  readonly #status = h("p", { class: "filter-status", role: "status" });
  readonly #chips = h("div", { class: "search-chips", role: "group", "aria-label": t("Filters in use") });
  readonly #filters = h("div", { class: "filter-panel" });
  readonly #panel: HTMLDetailsElement;
  readonly #opened = new Set<Kind>();
  readonly #go: (state: State) => void;
  readonly #bounds: Bounds;
  readonly #search: string;
  readonly #store: Store;
  readonly #take = new Take();

  /** `search` is the address of the search page. */
  constructor(bounds: Bounds, search: string, go: (state: State) => void, store: Store) {
    this.#bounds = bounds;
    this.#go = go;
    this.#search = search;
    this.#store = store;
    this.#panel = h("details", { class: "filter-details" }, h("summary", {}, t("Choose days, places, actors, sources")), this.#filters);
    this.#panel.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !this.#panel.open || event.defaultPrevented) return;
      this.#panel.open = false;
      this.#panel.querySelector("summary")?.focus();
    });
    this.element = h("section", { class: "filter-bar", "aria-label": t("Filter") }, this.#status, this.#chips, this.#panel, this.#take.element);
  }

  open(): void {
    this.#panel.open = true;
    this.#panel.querySelector("summary")?.focus();
  }

  paint({ state, filtered, total, among }: Shown): void {
    const passing = filtered.numbers.length;
    const of = tn("%(passing)s of %(num)s article", "%(passing)s of %(num)s articles", total, { passing: number(passing) });
    const all = tn("%(num)s article", "%(num)s articles", total);
    const search = among === null ? [] : [" · ", h("a", { href: `${this.#search}#${format(among)}` }, t("Search among them"))];
    fill(this.#status, isFiltered(state) ? of : all, ...search);
    this.#take.offer(passing, (goesOn) => recordsOf(filtered.numbers, this.#store, new Steps(goesOn)));
    fillChips(this.#chips, state, filtered.counts, this.#go, this.#panel.querySelector("summary"));
    const key = this.element.contains(document.activeElement) ? document.activeElement?.getAttribute("data-key") : null;
    const choices: Choices = {
      days: (from, to) => this.#go({ ...state, from, to }),
      toggle: (kind, id) => this.#go(toggled(state, kind, id)),
      load: () => undefined,
    };
    fill(this.#filters, ...sidebarOf(state, filtered.counts, this.#bounds, this.#opened, choices));
    if (key) this.#filters.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)?.focus();
  }
}
