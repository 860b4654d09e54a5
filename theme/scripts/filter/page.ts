/** A page of the archive under a filter: its address keeps it, its lists, calendars and counts obey it. */
import { loader } from "../search/loader.ts";
import { format, isFiltered, type State } from "../search/state.ts";
import { Store } from "../search/store.ts";
import { tn } from "../words/words.ts";
import { Bar } from "./bar.ts";
import { filterOf, NONE } from "./carry.ts";
import { failed } from "./failed.ts";
import { type Archive, loaded } from "./held.ts";
import { replaced } from "./elements.ts";
import { obey } from "./items.ts";
import { shownSoon } from "./hold.ts";
import { addressOf, isList, type Where, whereOf } from "./where.ts";
import { within } from "./within.ts";

export class FilteredPage {
  readonly #root: string;
  readonly #main: HTMLElement;
  readonly #address: string;
  readonly #here: Where | null;
  #bar: Bar | null = null;
  readonly #store: Store;
  #archive: Promise<Archive> | null = null;

  constructor(page: Document, root: string) {
    this.#root = root;
    this.#store = new Store(loader(`${root}search/`));
    this.#main = page.querySelector("main") as HTMLElement;
    this.#address = (addressOf(page.location.href.split("#")[0] as string, root) ?? "").split("?")[0] as string;
    this.#here = whereOf(this.#address);
    window.addEventListener("hashchange", () => void this.show());
  }

  /** Show what the address says; with `open`, the filters to choose from as well. */
  async show(open = false): Promise<void> {
    const state = filterOf(location);
    if (!isFiltered(state) && this.#bar === null && !open) return;
    try {
      this.#archive ??= loaded(this.#store);
      this.#paint(await this.#archive, state);
      if (open) this.#bar?.open();
    } catch (error) {
      this.#archive = null;
      failed(document, error instanceof Error ? error.message : String(error));
    } finally {
      shownSoon(document);
    }
  }

  #paint(archive: Archive, state: State): void {
    const own = archive.of(this.#here);
    const filtered = archive.filtered(own, state);
    const on = isFiltered(state);
    this.#bar ??= this.#made(archive);
    const among = within(state, this.#here, (kind, id) => archive.has(kind, id));
    this.#bar.paint({ state, filtered, total: own.length, among });
    if (!isList(this.#address)) return;
    const everywhere = on ? new Set(archive.filtered(archive.of(null), state).numbers) : null;
    obey(this.#main, this.#root, this.#here, archive, everywhere);
    const words = tn("%(passing)s of %(num)s article", "%(passing)s of %(num)s articles", own.length, { passing: filtered.numbers.length });
    const tally = this.#here === null ? ".front .tally, .pagehead:has(~ .directory) .kicker" : this.#main.querySelector(".profile-facts") ? ".profile-facts > div:first-child > dd" : ".pagehead .kicker";
    for (const told of this.#main.querySelectorAll(tally)) replaced(told, on ? words : null);
    this.#main.classList.toggle("filtered", on);
  }

  #made(archive: Archive): Bar {
    const days = archive.days.filter((day) => day !== "");
    const bounds = { first: days[days.length - 1] ?? "", last: days[0] ?? "" };
    const go = (state: State): void => {
      location.hash = format(state) || NONE;
    };
    const bar = new Bar(bounds, `${this.#root}search.html`, go, this.#store);
    this.#main.prepend(bar.element);
    return bar;
  }
}
