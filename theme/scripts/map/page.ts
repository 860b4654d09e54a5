/** The map page: keeps what the address says, the map, the days below it and the table beside it together. */
import { fillChips } from "../search/chips.ts";
import { type Column, columnOf, type Columns, daysOf, filter, type Filtered } from "../search/filters.ts";
import { History } from "../search/history.ts";
import { format, isFiltered, type Kind, KINDS, type State } from "../search/state.ts";
import type { Load, Store } from "../search/store.ts";
import { h } from "../search/view.ts";
import { type Bin, binsOf, countsOf, daysOfRange, rangeOf } from "./bins.ts";
import { articlesOf, type Counted, counted, type Data, type Place, placesOf, type Rows } from "./places.ts";
import { Picture } from "./picture.ts";
import { Table } from "./table.ts";
import { Timeline } from "./timeline.ts";
import { number, t, tn } from "../words/words.ts";

interface Parts {
  readonly root: HTMLElement;
  readonly table: HTMLTableElement;
  /** Land and borders. */
  readonly outlines: Load;
  /** Of the places. */
  readonly data: Load;
  /** Of the search, for its columns of names. */
  readonly store: Store;
}

/** What passes a state without its days. */
interface Whole {
  readonly key: string;
  readonly ofAllDays: Filtered;
  /** Articles of each bar of the timeline. */
  readonly bars: readonly number[];
}

export class MapPage {
  readonly #parts: Parts;
  readonly #history = new History();
  readonly #columns = new Map<Kind, Column>();
  readonly #status = h("p", { class: "map-status", role: "status", "aria-live": "polite" });
  readonly #chips = h("div", { class: "search-chips", role: "group", "aria-label": t("Filters in use") });
  readonly #picture: Picture;
  readonly #table: Table;
  #timeline: Timeline | null = null;
  #days: readonly string[] = [];
  #bins: readonly Bin[] = [];
  #places: readonly Place[] = [];
  #first: Data | null = null;
  /** Whether a reader turned to the map or its table. */
  #used = false;
  /** Of each place; null until a filter asks for them. */
  #articles: readonly Int32Array[] | null = null;
  #numbers: readonly number[] = [];
  #whole: Whole | null = null;
  #state: State;
  #turn = 0;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#state = this.#history.read();
    this.#picture = new Picture(parts.outlines);
    this.#table = new Table(parts.table);
    parts.root.replaceChildren(this.#chips, this.#picture.element, this.#status);
    document.querySelector("#more")?.remove();
    this.#begin().catch((error: unknown) => this.#fail(error));
  }

  async #begin(): Promise<void> {
    const [data] = await Promise.all([this.#parts.data("places") as Promise<Data>, this.#picture.begin()]);
    this.#first = data;
    this.#days = daysOf(data.days);
    this.#places = placesOf(data, data.countries);
    if (this.#places.length < data.all) this.#awaitUse();
    this.#numbers = this.#days.map((_, number) => number);
    const dated = this.#days.filter((day) => day !== "");
    this.#bins = binsOf(dated.at(-1) ?? "", dated[0] ?? "");
    if (this.#bins.length > 1) {
      this.#timeline = new Timeline(this.#bins, {
        change: (range) => {
          this.#state = { ...this.#state, ...daysOfRange(this.#bins, range) };
          void this.#show();
        },
        settle: () => this.#keep(this.#state),
      });
      this.#status.before(this.#timeline.element);
    }
    this.#history.onChange(() => {
      this.#state = this.#history.read();
      void this.#show();
    });
    await this.#show();
    this.#picture.fit();
  }

  /** Where there are more places than a first look brings, the others come as soon as a reader turns to the map or its table. */
  #awaitUse(): void {
    const use = (): void => {
      if (this.#used) return;
      this.#used = true;
      void this.#show();
    };
    for (const part of [this.#parts.root, this.#parts.table.parentElement ?? this.#parts.table]) {
      for (const kind of ["pointerover", "focusin", "touchstart", "wheel"]) part.addEventListener(kind, use, { once: true, passive: true });
    }
  }

  async #show(): Promise<void> {
    const turn = (this.#turn += 1);
    try {
      await this.#load(this.#state);
      if (turn === this.#turn) this.#paint(this.#state);
    } catch (error) {
      if (turn === this.#turn) this.#fail(error);
    }
  }

  /** The articles of places where a state filters, and the columns of names that it asks for, as search has them. */
  async #load(state: State): Promise<void> {
    const first = this.#first;
    if (first !== null && this.#places.length < first.all && (this.#used || isFiltered(state))) {
      const rest = (await this.#parts.data("rest")) as Rows;
      this.#places = [...placesOf(first, first.countries), ...placesOf(rest, first.countries, first.names.length)];
    }
    if (isFiltered(state)) this.#articles ??= articlesOf((await this.#parts.data("articles")) as string[]);
    for (const kind of KINDS) {
      if (state[kind].length > 0 && !this.#columns.has(kind)) this.#columns.set(kind, columnOf(await this.#parts.store.names(kind)));
    }
  }

  #paint(state: State): void {
    const columns = { days: this.#days, kinds: new Map([...this.#columns].filter(([kind]) => state[kind].length > 0)) };
    const { ofAllDays, bars } = this.#ofAllDays({ ...state, from: "", to: "" }, columns);
    const chosen = state.from === "" && state.to === "" ? ofAllDays : filter(this.#numbers, state, columns);
    const found = this.#counted(chosen.numbers);
    this.#picture.show(found);
    this.#table.show(found);
    this.#unplaced(found);
    this.#timeline?.show(rangeOf(this.#bins, state.from, state.to), bars);
    const held = this.#first?.all ?? 0;
    const all = this.#places.length < held ? held : found.length;
    const told = t("%(places)s in %(articles)s", { places: tn("%(num)s place", "%(num)s places", all), articles: tn("%(num)s article", "%(num)s articles", chosen.numbers.length) });
    const fewer = t("the map shows the %(num)s most named until you turn to it", { num: found.length });
    this.#status.textContent = found.length < all ? `${told}; ${fewer}` : told;
    fillChips(this.#chips, state, ofAllDays.counts, (next) => this.#go(next), this.#parts.root.querySelector("input") ?? this.#parts.table);
  }

  /** The list of places without coordinates: those that are found, once a filter was set. */
  #unplaced(found: readonly Counted[]): void {
    const section = document.querySelector<HTMLElement>("main .directory");
    if (section === null || this.#articles === null) return;
    const counts = new Map(found.map(({ place, count }) => [place.address, count]));
    for (const item of section.querySelectorAll<HTMLElement>("li")) {
      const count = counts.get(item.querySelector("a")?.getAttribute("href") ?? "") ?? 0;
      item.hidden = count === 0;
      for (const told of item.querySelectorAll("b")) told.textContent = number(count);
    }
    const shown = section.querySelectorAll("li:not([hidden])").length;
    section.hidden = shown === 0;
    const told = section.querySelector("h2 small");
    if (told !== null && section.querySelector(".more") === null) told.textContent = tn("%(num)s place without coordinates", "%(num)s places without coordinates", shown);
  }

  /** What passes whatever the days, and how much of it each bar has: the same while a reader moves the handles. */
  #ofAllDays(state: State, columns: Columns): Whole {
    const key = format(state);
    if (this.#whole?.key !== key) {
      const ofAllDays = filter(this.#numbers, state, columns);
      this.#whole = { key, ofAllDays, bars: countsOf(this.#bins, ofAllDays.numbers.map((n) => this.#days[n] ?? "")) };
    }
    return this.#whole;
  }

  #counted(numbers: readonly number[]): readonly Counted[] {
    if (this.#articles === null) return this.#places.map((place) => ({ place, count: place.count }));
    return counted(this.#places, this.#articles, numbers, this.#numbers.length);
  }

  #go(state: State): void {
    this.#state = state;
    this.#keep(state);
    void this.#show();
  }

  /** In the address, and told to the line of filters above the map, where a reader opened it. */
  #keep(state: State): void {
    this.#history.push(state);
    window.dispatchEvent(new Event("hashchange"));
  }

  #fail(error: unknown): void {
    this.#status.textContent = t("The map’s data could not be read (%(why)s).", { why: error instanceof Error ? error.message : String(error) });
  }
}
