/** Dots for places and for places that stand together: links and buttons, the most told of first. */
import { pageOf } from "../search/addresses.ts";
import { type Camera, screen, seen } from "./camera.ts";
import type { Clusters, Node } from "./clusters.ts";
import type { Place } from "./places.ts";
import { s, set } from "./svg.ts";
import { tn } from "../words/words.ts";

/** Pixels around the picture in which dots are drawn as well. */
const BEYOND = 40;
/** Dots with a name beside them, where there is room. */
const NAMED = 24;
/** Mean width of a letter (pixels). */
const LETTER = 6.6;
const LINE = 16;
/** What the buttons in the corner cover (pixels): above, and in a narrow picture below. */
const BUTTONS = { width: 56, height: 132 };
const NARROW = 560;

export interface Told {
  /** A reader looks at a dot; null where at none any more. */
  look(node: Node | null, dot: Element | null): void;
  /** Several that stand together are to be parted. */
  open(node: Node): void;
}

interface Drawn {
  readonly element: SVGGElement | SVGAElement;
  readonly circle: SVGCircleElement;
  readonly text: SVGTextElement;
  node: Node;
}

export class Dots {
  readonly element = s("g", { class: "dots" });
  readonly #told: Told;
  readonly #drawn = new Map<string, Drawn>();

  constructor(told: Told) {
    this.#told = told;
  }

  show(clusters: Clusters, camera: Camera, most: number): void {
    const nodes = clusters.in(seen(camera, BEYOND), camera.scale);
    const keys = new Set(nodes.map((node) => node.key));
    for (const [key, { element }] of this.#drawn) {
      if (keys.has(key)) continue;
      element.remove();
      this.#drawn.delete(key);
    }
    const buttons =
      camera.width > NARROW
        ? { left: camera.width - BUTTONS.width, right: camera.width, top: 0, bottom: BUTTONS.height }
        : { left: camera.width - BUTTONS.height, right: camera.width, top: camera.height - BUTTONS.width, bottom: camera.height };
    const taken: Room[] = [buttons, ...nodes.map((node) => around(screen(camera, node), radius(node.count, most)))];
    nodes.forEach((node, n) => {
      const drawn = this.#drawn.get(node.key) ?? this.#make(node);
      drawn.node = node;
      const { x, y } = screen(camera, node);
      const r = radius(node.count, most);
      set(drawn.element, { transform: `translate(${x.toFixed(1)} ${y.toFixed(1)})`, "aria-label": label(node) });
      set(drawn.circle, { r: r.toFixed(1) });
      const side = n < NAMED ? sides(x, y, r, written(node), camera.width).find((room) => room.left >= 0 && room.right <= camera.width && room.bottom <= camera.height && !taken.some((other) => meet(room, other))) : undefined;
      if (side !== undefined) taken.push(side);
      drawn.text.textContent = side === undefined ? "" : written(node);
      set(drawn.text, side?.at ?? { x: 0, y: 0, class: null });
      // The same order for eye and keyboard; the largest lie below, so that none is hidden.
      if (this.element.children[n] !== drawn.element) this.element.insertBefore(drawn.element, this.element.children[n] ?? null);
    });
  }

  #make(node: Node): Drawn {
    const circle = s("circle");
    const text = s("text");
    const element = node.parts === null ? this.#single(node.place) : s("g", { class: "dot several", role: "button", tabindex: 0 });
    element.append(s("circle", { class: "target", r: 13 }), circle, text);
    const drawn: Drawn = { element, circle, text, node };
    const look = (): void => this.#told.look(drawn.node, element);
    element.addEventListener("pointerenter", look);
    element.addEventListener("focus", look);
    element.addEventListener("pointerleave", () => this.#told.look(null, null));
    element.addEventListener("blur", () => this.#told.look(null, null));
    if (node.parts !== null) {
      element.addEventListener("click", () => this.#told.open(drawn.node));
      element.addEventListener("keydown", (event) => {
        const { key } = event as KeyboardEvent;
        if (key !== "Enter" && key !== " ") return;
        event.preventDefault();
        event.stopPropagation();
        this.#told.open(drawn.node);
      });
    }
    this.#drawn.set(node.key, drawn);
    return drawn;
  }

  #single(place: Place): SVGAElement {
    const link = s("a", { class: "dot" });
    const [page = "", anchor] = place.address.split("#");
    const address = pageOf(page);
    if (address !== null) set(link, { href: anchor === undefined ? address : `${address}#${encodeURIComponent(anchor)}` });
    return link;
  }
}

/** `Kyiv`, or `Kyiv + 12`. */
function written(node: Node): string {
  return node.places === 1 ? node.place.name : `${node.place.name} + ${node.places - 1}`;
}

function label(node: Node): string {
  return `${written(node)}, ${mentions(node)}`; // begins with what is seen, for those who speak to their screen
}

/** `Kyiv`, or `Kyiv and 12 more places`. */
export function called({ place, places }: Node): string {
  return places === 1 ? place.name : tn("%(name)s and %(num)s more place", "%(name)s and %(num)s more places", places - 1, { name: place.name });
}

/** In how many articles a place is, or several places are. */
export function mentions({ count, places }: Node): string {
  return places > 1 ? tn("%(num)s mention", "%(num)s mentions", count) : tn("%(num)s article", "%(num)s articles", count);
}

/** Pixels; the area grows with the number. */
function radius(count: number, most: number): number {
  return Math.min(30, 3.5 + 13 * Math.sqrt(count / Math.max(1, most)));
}

interface Room {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Where a name stands beside its dot, as attributes of its text. */
type At = Record<"x" | "y" | "class", string | number | null>;

/** Where a name can stand: behind a dot, before it, or below it within the picture. */
function sides(x: number, y: number, r: number, name: string, width: number): (Room & { readonly at: At })[] {
  const wide = 6 + LETTER * name.length;
  const line = { top: y - LINE / 2, bottom: y + LINE / 2 };
  const below = Math.max(2, Math.min(x - wide / 2, width - wide - 2));
  return [
    { ...line, left: x + r + 3, right: x + r + 3 + wide, at: { x: (r + 4).toFixed(1), y: "0.34em", class: null } },
    { ...line, left: x - r - 3 - wide, right: x - r - 3, at: { x: (-r - 4).toFixed(1), y: "0.34em", class: "before" } },
    { left: below, right: below + wide, top: y + r + 1, bottom: y + r + 1 + LINE, at: { x: (below - x + 1).toFixed(1), y: (r + 13).toFixed(1), class: null } },
  ];
}

function around({ x, y }: { x: number; y: number }, r: number): Room {
  return { left: x - r, right: x + r, top: y - r, bottom: y + r };
}

function meet(one: Room, other: Room): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}
