/** The picture itself: outlines, dots, buttons, and what is told of the dot that a reader looks at. */
import type { Load } from "../search/store.ts";
import { fill, h } from "../search/view.ts";
import { between, type Camera, centred, cut, fitted, resized, screen, whole } from "./camera.ts";
import { Clusters, type Node } from "./clusters.ts";
import { called, Dots, mentions } from "./dots.ts";
import { gestures, larger, smaller } from "./gestures.ts";
import { Outlines } from "./outlines.ts";
import type { Counted } from "./places.ts";
import type { Point } from "./plane.ts";
import { s, set } from "./svg.ts";
import { t } from "../words/words.ts";

/** How long the camera moves (ms). */
const MOVES = 260;
/** At each side, the share of all mentions that the first look need not hold. */
const APART = 0.08;

export class Picture {
  readonly element: HTMLElement;
  readonly #svg = s("svg", { class: "map-picture", tabindex: 0, role: "application", "aria-label": t("Map of places. Arrow keys move it, plus and minus change its size; the table holds the same places.") });
  readonly #outlines: Outlines;
  readonly #dots: Dots;
  readonly #told = h("p", { class: "map-told", hidden: true, "aria-hidden": "true" });
  readonly #quiet = matchMedia("(prefers-reduced-motion: reduce)");
  #camera: Camera;
  #counted: readonly Counted[] = [];
  #clusters = new Clusters([]);
  #most = 1;
  #frame = 0;
  #moving = 0;

  constructor(outlines: Load) {
    this.#outlines = new Outlines(outlines, () => this.#draw());
    this.#dots = new Dots({ look: (node, dot) => this.#look(node, dot), open: (node) => this.#open(node) });
    this.#svg.append(this.#outlines.element, this.#dots.element);
    this.element = h("div", { class: "map-frame" }, this.#buttons());
    this.element.prepend(this.#svg);
    this.element.append(this.#told);
    this.#camera = whole(900, 500);
    gestures(this.#svg, { now: () => this.#camera, set: (camera) => this.#set(camera), go: (camera) => this.#go(camera) });
  }

  async begin(): Promise<void> {
    await this.#outlines.begin();
    new ResizeObserver(() => this.#set(resized(this.#camera, ...this.#size()))).observe(this.element);
    this.#camera = resized(this.#camera, ...this.#size());
  }

  show(found: readonly Counted[]): void {
    this.#counted = found.filter(({ place }) => place.point !== null);
    this.#clusters = new Clusters(this.#counted);
    this.#most = this.#counted[0]?.count ?? 1;
    this.#draw();
  }

  /** Look at where nearly all of it happens, and at no dot in half. */
  fit(): void {
    const [held, size] = [most(this.#counted), this.#size()];
    const camera = fitted(held, ...size);
    const halves = this.#counted.flatMap(({ place: { point } }) => (point !== null && cut(camera, point) ? [point] : []));
    this.#set(halves.length > 0 ? fitted([...held, ...halves], ...size) : camera);
  }

  #buttons(): HTMLElement {
    const button = (sign: string, name: string, act: () => void): HTMLElement => {
      const made = h("button", { type: "button", "aria-label": name, title: name }, sign);
      made.addEventListener("click", act);
      return made;
    };
    return h(
      "div",
      { class: "map-buttons", role: "group", "aria-label": t("Size of the map") },
      button("+", t("Larger"), () => this.#go(larger(this.#camera))),
      button("−", t("Smaller"), () => this.#go(smaller(this.#camera))),
      button("◎", t("The whole world"), () => this.#go(whole(...this.#size()))),
    );
  }

  #size(): [number, number] {
    return [Math.max(1, this.element.clientWidth), Math.max(1, this.element.clientHeight)];
  }

  #set(camera: Camera): void {
    cancelAnimationFrame(this.#moving);
    this.#camera = camera;
    this.#draw();
  }

  #go(camera: Camera): void {
    if (this.#quiet.matches) return this.#set(camera);
    cancelAnimationFrame(this.#moving);
    const [from, begun] = [this.#camera, performance.now()];
    const step = (now: number): void => {
      const part = Math.min(1, Math.max(0, (now - begun) / MOVES));
      this.#camera = part === 1 ? camera : between(from, camera, 1 - (1 - part) ** 3);
      this.#paint();
      if (part < 1) this.#moving = requestAnimationFrame(step);
    };
    this.#moving = requestAnimationFrame(step);
  }

  /** With the next frame, once for all that has changed until then. */
  #draw(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.#paint());
  }

  #paint(): void {
    set(this.#svg, { viewBox: `0 0 ${this.#camera.width} ${this.#camera.height}` });
    this.#outlines.show(this.#camera);
    this.#dots.show(this.#clusters, this.#camera, this.#most);
  }

  #open(node: Node): void {
    if (node.parts === null) return;
    this.#look(null, null);
    // A little more than it takes, so that they do stand apart; those of one very spot are larger at least.
    const scale = Math.max(node.parts * 1.05, this.#camera.scale * 1.6);
    this.#svg.focus({ preventScroll: true });
    this.#go(centred({ ...this.#camera, scale }, node));
  }

  #look(node: Node | null, dot: Element | null): void {
    this.#told.hidden = node === null || dot === null;
    if (node === null) return;
    const { x, y } = screen(this.#camera, node);
    const where = node.places === 1 && node.place.country !== "" ? `${node.place.country} · ` : "";
    fill(this.#told, h("b", {}, called(node)), h("span", {}, `${where}${mentions(node)}`));
    this.#told.classList.toggle("left", x > this.#camera.width / 2);
    this.#told.style.left = `${Math.round(x)}px`;
    this.#told.style.top = `${Math.round(y)}px`;
  }
}

/** The corners of what holds most mentions, wherever a few others lie. */
function most(found: readonly Counted[]): Point[] {
  const sides = (["x", "y"] as const).map((axis) => {
    const line = found.flatMap(({ place, count }) => (place.point === null ? [] : [{ at: place.point[axis], count }])).sort((a, b) => a.at - b.at);
    const free = APART * line.reduce((sum, { count }) => sum + count, 0);
    return [inner(line, free), inner(line.reverse(), free)] as const;
  });
  const [[left, right] = [], [top, bottom] = []] = sides;
  if (left === undefined || right === undefined || top === undefined || bottom === undefined) return [];
  return [{ x: left, y: top }, { x: right, y: bottom }];
}

/** The first of a line before which no more than so much lies. */
function inner(line: readonly { readonly at: number; readonly count: number }[], free: number): number | undefined {
  let passed = 0;
  return line.find(({ count }) => (passed += count) > free)?.at;
}
