/** Land and borders: the world at a glance, and where a reader looks closer the cells that are seen, more finely. */
import type { Load } from "../search/store.ts";
import { type Camera, seen } from "./camera.ts";
import { cellsIn, WIDTH } from "./plane.ts";
import { s, set } from "./svg.ts";

/** Data of paths: land, borders, disputed borders; of the world also the numbers of its cells. */
type Paths = readonly [string, string, string, (readonly number[])?];

/** Units of the plane in one of the world at a glance. */
const GLANCE = 10;
/** Width of the world (pixels) from which on the finer outlines are drawn. */
const FINE = 3_400;

export class Outlines {
  readonly element = s("g", { class: "outlines", "aria-hidden": "true" });
  readonly #load: Load;
  readonly #changed: () => void;
  readonly #world = s("g", { transform: `scale(${GLANCE})` });
  readonly #cells = s("g");
  readonly #drawn = new Set<number>();
  readonly #asked = new Set<number>();
  #known: ReadonlySet<number> = new Set();

  /** `changed` is called when something was loaded that may be shown. */
  constructor(load: Load, changed: () => void) {
    this.#load = load;
    this.#changed = changed;
    this.element.append(this.#world, this.#cells);
  }

  async begin(): Promise<void> {
    const paths = (await this.#load("world")) as Paths;
    this.#world.append(...drawn(paths));
    this.#known = new Set(paths[3]);
  }

  show(camera: Camera): void {
    set(this.element, { transform: `translate(${camera.x.toFixed(2)} ${camera.y.toFixed(2)}) scale(${camera.scale})` });
    const near = camera.scale * WIDTH >= FINE;
    const wanted = near ? cellsIn(seen(camera)).filter((number) => this.#known.has(number)) : [];
    for (const number of wanted) void this.#ask(number);
    const ready = near && wanted.every((number) => this.#drawn.has(number));
    set(this.#world, { display: ready ? "none" : null });
    set(this.#cells, { display: ready ? null : "none" });
  }

  async #ask(number: number): Promise<void> {
    if (this.#asked.has(number)) return;
    this.#asked.add(number);
    try {
      const paths = (await this.#load(`cell-${number}`)) as Paths;
      this.#cells.append(s("g", {}, ...drawn(paths)));
      this.#drawn.add(number);
      this.#changed();
    } catch {
      this.#asked.delete(number); // the world at a glance stays; a later look asks again
    }
  }
}

function drawn([land, borders, disputed]: Paths): SVGPathElement[] {
  return [
    s("path", { class: "land", d: land }),
    s("path", { class: "border", d: borders }),
    s("path", { class: "border disputed", d: disputed }),
  ];
}
