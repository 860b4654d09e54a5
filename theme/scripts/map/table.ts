/** The table beside the map: its equivalent in words, which obeys the same filters. */
import { pageOf } from "../search/addresses.ts";
import { fill, h } from "../search/view.ts";
import type { Counted } from "./places.ts";
import { number, t } from "../words/words.ts";

const STEP = 50;

export class Table {
  readonly #body: HTMLTableSectionElement;
  readonly #more = h("button", { type: "button", class: "search-more" });
  #rows: readonly Counted[] = [];
  #shown = STEP;

  constructor(table: HTMLTableElement) {
    this.#body = table.tBodies[0] ?? table.createTBody();
    table.after(this.#more);
    this.#more.addEventListener("click", () => {
      const first = this.#shown;
      this.#shown += STEP;
      this.#paint();
      this.#body.rows[first]?.querySelector("a")?.focus();
    });
  }

  show(rows: readonly Counted[]): void {
    [this.#rows, this.#shown] = [rows, STEP];
    this.#paint();
  }

  #paint(): void {
    const rows = this.#rows.slice(0, this.#shown).map(row);
    fill(this.#body, ...rows);
    const rest = this.#rows.length - rows.length;
    this.#more.hidden = rest <= 0;
    this.#more.textContent = t("Show %(num)s more of %(total)s", { num: Math.min(STEP, rest), total: this.#rows.length });
  }
}

function row({ place, count }: Counted): HTMLTableRowElement {
  const [page = "", anchor] = place.address.split("#");
  const address = pageOf(page);
  const href = address !== null && anchor !== undefined ? `${address}#${encodeURIComponent(anchor)}` : address;
  const name = href === null ? place.name : h("a", { href }, place.name);
  return h("tr", {}, h("th", { scope: "row" }, name), h("td", {}, place.country), h("td", {}, number(count)));
}
