/** The search page: keeps what the address says, what the data answers and what the reader sees together. */
import { citesChanged } from "../cite/coins.ts";
import { siteOf } from "../cite/page.ts";
import { fillChips } from "./chips.ts";
import { type Answer, type Hit, search } from "./engine.ts";
import { type Column, columnOf, type Columns, type Counts, daysOf, filter } from "./filters.ts";
import { History } from "./history.ts";
import { arrowsWalk } from "./keyboard.ts";
import { type Frame, frameOf } from "./frame.ts";
import { Dropped, Steps } from "./pause.ts";
import { verified } from "./phrases.ts";
import { recordsOf } from "./records.ts";
import { resultOf } from "./results.ts";
import { shortened } from "./shortened.ts";
import { AT_ONCE, sidebarOf } from "./sidebar.ts";
import { EMPTY, isFiltered, type Kind, KINDS, type Order, parse, type State, STEP, toggled, unfiltered } from "./state.ts";
import type { Record, Store } from "./store.ts";
import { followed, nearly } from "./suggest.ts";
import { t, tn } from "../words/words.ts";
import { fill, h } from "./view.ts";

/** Milliseconds without a key after which a query is searched for. */
const PAUSE = 120;

/** All that one state shows. */
interface Shown {
  readonly state: State;
  readonly answer: Answer;
  /** How many were found; where texts had to be read, how many in those. */
  readonly total: number;
  readonly documents: number;
  /** How many of the articles that hold a phrase's words are still unread. */
  readonly unread: number;
  readonly hits: readonly Hit[];
  readonly records: readonly Record[];
  readonly counts: Counts;
}

export class SearchPage {
  readonly #store: Store;
  readonly #frame: Frame;
  readonly #history = new History();
  readonly #opened = new Set<Kind>();
  readonly #loaded = new Set<Kind>();
  readonly #columns = new Map<Kind, Column>();
  readonly #bounds: { readonly first: string; readonly last: string };
  #state: State;
  #turn = 0;
  #pause = 0;

  constructor(store: Store, root: HTMLElement, form: HTMLFormElement) {
    this.#store = store;
    this.#frame = frameOf(root, form);
    this.#state = this.#history.read();
    this.#frame.box.value = this.#state.q;
    this.#frame.panel.open = isFiltered(this.#state) || location.hash === "#filters";
    this.#bounds = { first: root.dataset["first"] ?? "", last: root.dataset["last"] ?? "" };
    this.#listen();
    void this.#show();
  }

  #listen(): void {
    const { form, box, order, results, panel } = this.#frame;
    panel.addEventListener("toggle", () => void this.#show());
    box.addEventListener("input", () => this.#typed());
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#go({ ...this.#state, q: box.value, shown: STEP });
    });
    box.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && box.value === "") box.blur();
    });
    order.addEventListener("change", () => this.#go({ ...this.#state, order: order.value as Order, shown: STEP }));
    arrowsWalk(box, results);
    this.#history.onChange(() => {
      this.#state = this.#history.read();
      this.#frame.box.value = this.#state.q;
      void this.#show();
    });
  }

  #typed(): void {
    clearTimeout(this.#pause);
    this.#pause = window.setTimeout(() => {
      this.#state = { ...this.#state, q: parse(`q=${encodeURIComponent(this.#frame.box.value)}`).q, shown: STEP };
      this.#history.type(this.#state);
      void this.#show();
    }, PAUSE);
  }

  #go(state: State): void {
    clearTimeout(this.#pause);
    this.#state = state;
    this.#frame.box.value = state.q;
    this.#history.push(state);
    void this.#show();
  }

  async #show(): Promise<void> {
    const turn = (this.#turn += 1);
    try {
      const shown = await this.#ask(this.#state, new Steps(() => turn === this.#turn));
      if (turn === this.#turn) await this.#paint(shown);
    } catch (error) {
      if (turn === this.#turn && !(error instanceof Dropped)) this.#fail(error);
    }
  }

  async #ask(state: State, steps: Steps): Promise<Shown> {
    const [answer, { documents }, columns] = await Promise.all([
      search(state.q, this.#store, steps),
      this.#store.directory(),
      this.#columnsFor(state),
    ]);
    const { numbers, counts } = filter(answer.hits.map((hit) => hit.number), state, columns);
    const passing = new Set(numbers);
    const found = ordered(answer.hits.filter((hit) => passing.has(hit.number)), state.order);
    const { hits, read } =
      answer.phrases.length === 0 ? { hits: found, read: found.length } : await verified(found, answer.phrases, state.shown, this.#store, steps);
    const records = await recordsOf(hits.slice(0, state.shown).map((hit) => hit.number), this.#store, steps);
    return { state, answer, total: hits.length, documents, unread: found.length - read, hits, records, counts };
  }

  /** The columns that a state's filters need, and those that a reader has opened. */
  async #columnsFor(state: State): Promise<Columns> {
    const shown = this.#frame.panel.open ? [...AT_ONCE, ...this.#loaded] : [];
    const kinds = new Set([...KINDS.filter((kind) => state[kind].length > 0), ...shown]);
    for (const kind of kinds) this.#columns.set(kind, this.#columns.get(kind) ?? columnOf(await this.#store.names(kind)));
    const dated = state.from !== "" || state.to !== "";
    return {
      days: dated ? daysOf(await this.#store.days()) : [],
      kinds: new Map([...this.#columns].filter(([kind]) => kinds.has(kind))),
    };
  }

  async #paint(shown: Shown): Promise<void> {
    const { frame, state } = { frame: this.#frame, state: shown.state };
    frame.order.value = state.order;
    frame.status.textContent = status(shown);
    fill(frame.error, shown.answer.error);
    frame.error.hidden = shown.answer.error === "";
    frame.box.setAttribute("aria-invalid", String(shown.answer.error !== ""));
    fill(frame.notes, ...shown.answer.notes.map((note) => h("li", {}, note)));
    fillChips(frame.chips, state, shown.counts, (next) => this.#go(next), frame.panel.querySelector("summary"));
    fill(frame.results, ...shown.records.map((record, n) => resultOf(shown.hits[n] as Hit, record, shown.answer.aliases, siteOf(document))));
    citesChanged();
    this.#paintSidebar(shown);
    this.#paintMore(shown);
    this.#frame.take.offer(shown.total, async (goesOn) => (await this.#ask({ ...state, shown: Infinity }, new Steps(goesOn))).records);
    fill(frame.empty, ...(shown.total === 0 && shown.unread === 0 ? await this.#advice(shown) : []));
  }

  #paintSidebar({ state, counts }: Shown): void {
    if (!this.#frame.panel.open) return;
    const key = document.activeElement?.getAttribute("data-key");
    const choices = {
      days: (from: string, to: string) => this.#go({ ...this.#state, from, to, shown: STEP }),
      toggle: (kind: Kind, id: string) => this.#go(toggled(this.#state, kind, id)),
      load: (kind: Kind) => {
        this.#loaded.add(kind);
        void this.#show();
      },
    };
    fill(this.#frame.filters, ...sidebarOf(state, counts, this.#bounds, this.#opened, choices));
    if (key) this.#frame.filters.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)?.focus();
  }

  #paintMore({ state, total, unread, records }: Shown): void {
    const { more } = this.#frame;
    more.hidden = records.length >= total && unread === 0;
    more.textContent = unread > 0 ? t("Look for %(num)s more", { num: STEP }) : t("Show %(num)s more of %(total)s", { num: Math.min(STEP, total - records.length), total });
    more.onclick = () => this.#go({ ...state, shown: state.shown + STEP });
  }

  async #advice({ state, answer }: Shown): Promise<HTMLElement[]> {
    if (answer.error !== "") return [];
    const advice: HTMLElement[] = [];
    const offer = (words: string, next: State): void => {
      const button = h("button", { type: "button", class: "search-offer" }, words);
      button.addEventListener("click", () => this.#go(next));
      advice.push(h("li", {}, button));
    };
    const found = answer.hits.length;
    if (found > 0 && isFiltered(state)) offer(t("Remove the filters: %(articles)s without them", { articles: articles(found) }), unfiltered(state));
    const near = found === 0 ? await nearly(state, this.#store) : null;
    if (near !== null) offer(t("Search for %(query)s, which lets one letter differ: %(articles)s", { query: near.q, articles: articles(near.count) }), followed(state, near));
    if (found === 0) offer(t("Show all articles"), { ...EMPTY });
    return [h("p", {}, t("Nothing was found.")), h("ul", {}, ...advice)];
  }

  #fail(error: unknown): void {
    const { frame } = { frame: this.#frame };
    frame.status.textContent = t("The search does not work.");
    fill(frame.error, t("The search data could not be read (%(why)s).", { why: error instanceof Error ? error.message : String(error) }));
    frame.error.hidden = false;
  }
}

function ordered(hits: readonly Hit[], order: Order): readonly Hit[] {
  if (order === "relevance") return hits;
  const newest = [...hits].sort((a, b) => a.number - b.number);
  return order === "newest" ? newest : newest.reverse();
}

function status({ state, answer, total, documents, unread }: Shown): string {
  if (answer.error !== "") return t("The query was not understood.");
  const query = shortened(state.q.trim());
  if (unread > 0) {
    const held = total === 0 ? t("None of %(articles)s", { articles: articles(documents) }) : t("At least %(num)s of %(articles)s", { num: total, articles: articles(documents) });
    return t("%(found)s for “%(query)s”; with these words not read yet: %(articles)s", { found: held, query, articles: articles(unread) });
  }
  const found = total === 0 ? t("No article") : total === documents ? all(documents) : t("%(num)s of %(articles)s", { num: total, articles: articles(documents) });
  return query === "" ? found : t("%(found)s for “%(query)s”", { found, query });
}

function articles(count: number): string {
  return tn("%(num)s article", "%(num)s articles", count);
}

function all(count: number): string {
  return tn("All %(num)s article", "All %(num)s articles", count);
}
