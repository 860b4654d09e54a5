/** Time below the map: a bar for each day, month or year, and two handles that choose some of them. */
import { h } from "../search/view.ts";
import { type Bin, type Range } from "./bins.ts";
import { s, set } from "./svg.ts";
import { day as written, t } from "../words/words.ts";

const HIGH = 40;
/** Of one bar (rem). */
const WIDEST = 5;

export interface Chosen {
  /** While it is being chosen. */
  change(range: Range): void;
  /** It is chosen. */
  settle(): void;
}

export class Timeline {
  readonly element: HTMLElement;
  readonly #bins: readonly Bin[];
  readonly #chosen: Chosen;
  readonly #bars: SVGRectElement[];
  readonly #from: HTMLInputElement;
  readonly #to: HTMLInputElement;
  readonly #words = h("p", { class: "timeline-words" });
  readonly #all = h("button", { type: "button", class: "timeline-all" }, t("All days"));
  #range: Range;

  constructor(bins: readonly Bin[], chosen: Chosen) {
    this.#bins = bins;
    this.#chosen = chosen;
    this.#range = { first: 0, last: bins.length - 1 };
    this.#bars = bins.map((_, n) => s("rect", { x: n + 0.08, width: 0.84 }));
    const picture = s("svg", { class: "timeline-bars", viewBox: `0 0 ${bins.length} ${HIGH}`, preserveAspectRatio: "none", "aria-hidden": "true" }, ...this.#bars);
    this.#from = this.#handle(t("First day"), (edge) => ({ first: Math.min(edge, this.#range.last), last: this.#range.last }));
    this.#to = this.#handle(t("Last day"), (edge) => ({ first: this.#range.first, last: Math.max(edge - 1, this.#range.first) }));
    this.#all.addEventListener("click", () => {
      this.#chosen.change({ first: 0, last: this.#bins.length - 1 });
      this.#chosen.settle();
    });
    this.#draggable(picture);
    const ends = h("div", { class: "timeline-ends", "aria-hidden": "true" }, h("span", {}, words(bins[0]?.from ?? "")), h("span", {}, words(bins.at(-1)?.to ?? "")));
    ends.style.maxInlineSize = `${WIDEST * bins.length + 1.5}rem`;
    const brush = h("div", { class: "timeline-brush" }, picture, this.#from, this.#to);
    brush.style.maxInlineSize = `${WIDEST * bins.length}rem`;
    this.element = h(
      "section",
      { class: "timeline", "aria-label": t("Days") },
      h("div", { class: "timeline-line" }, this.#words, this.#all),
      brush,
      ends,
    );
  }

  show(range: Range, counts: readonly number[]): void {
    this.#range = range;
    const most = Math.max(1, ...counts);
    this.#bars.forEach((bar, n) => {
      const count = counts[n] ?? 0;
      const high = count === 0 ? 0.6 : Math.max(2, HIGH * Math.sqrt(count / most));
      set(bar, { y: (HIGH - high).toFixed(1), height: high.toFixed(1), class: n >= range.first && n <= range.last ? "chosen" : null });
    });
    const [from, to] = [this.#bins[range.first]?.from ?? "", this.#bins[range.last]?.to ?? ""];
    this.#from.value = String(range.first);
    this.#to.value = String(range.last + 1);
    this.#from.setAttribute("aria-valuetext", words(from));
    this.#to.setAttribute("aria-valuetext", words(to));
    this.#words.textContent = from === to ? words(from) : t("%(first)s – %(last)s", { first: words(from), last: words(to) });
    this.#all.hidden = range.first === 0 && range.last === this.#bins.length - 1;
  }

  /** A handle at the edge before a bin, or behind the last one. */
  #handle(name: string, moved: (edge: number) => Range): HTMLInputElement {
    const input = h("input", { type: "range", min: 0, max: this.#bins.length, step: 1, "aria-label": name });
    input.addEventListener("input", () => this.#chosen.change(moved(Number(input.value))));
    input.addEventListener("change", () => this.#chosen.settle());
    return input;
  }

  /** A stroke over the bars chooses them; one that begins in what is chosen moves it. */
  #draggable(picture: SVGSVGElement): void {
    let begun: { at: number; range: Range | null } | null = null;
    const at = (event: PointerEvent): number => {
      const { left, width } = picture.getBoundingClientRect();
      return Math.min(this.#bins.length - 1, Math.max(0, Math.floor(((event.clientX - left) / width) * this.#bins.length)));
    };
    picture.addEventListener("pointerdown", (event) => {
      if (event.button !== 0) return;
      picture.setPointerCapture(event.pointerId);
      const bin = at(event);
      const { first, last } = this.#range;
      const partly = last - first + 1 < this.#bins.length;
      begun = { at: bin, range: partly && first < last && bin >= first && bin <= last ? this.#range : null };
    });
    picture.addEventListener("pointermove", (event) => {
      if (begun !== null) this.#chosen.change(stroked(begun, at(event), this.#bins.length));
    });
    picture.addEventListener("pointerup", (event) => {
      if (begun === null) return;
      const end = at(event);
      this.#chosen.change(begun.range !== null && end === begun.at ? { first: end, last: end } : stroked(begun, end, this.#bins.length));
      begun = null;
      this.#chosen.settle();
    });
    picture.addEventListener("pointercancel", () => {
      begun = null;
    });
  }
}

/** The range that a stroke from one bin to another chooses. */
export function stroked({ at, range }: { at: number; range: Range | null }, to: number, bins: number): Range {
  if (range === null) return { first: Math.min(at, to), last: Math.max(at, to) };
  const by = Math.min(bins - 1 - range.last, Math.max(-range.first, to - at));
  return { first: range.first + by, last: range.last + by };
}

function words(day: string): string {
  return day === "" ? "" : written(day);
}
