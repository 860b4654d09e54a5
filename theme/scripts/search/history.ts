/** The address as the keeper of the state: read from it, written to it, told of its changes. */
import { EMPTY, format, parse, type State } from "./state.ts";

/** After so long without a key a query counts as asked, and Back returns to it (ms). */
const SETTLED = 1_500;

export class History {
  #typing = 0;

  /** The state of the address. A plain form leads here with `?q=`, which counts where there is no fragment. */
  read(): State {
    if (location.hash.length > 1) return parse(location.hash);
    return { ...EMPTY, q: parse(location.search).q };
  }

  /** A step of its own, to which Back returns. */
  push(state: State): void {
    this.#settle();
    if (format(this.read()) !== format(state) || location.search !== "") this.#write(state, "pushState");
  }

  /** A step while typing: the first letter makes a step of its own, the next ones change it. */
  type(state: State): void {
    this.#write(state, this.#typing === 0 ? "pushState" : "replaceState");
    clearTimeout(this.#typing);
    this.#typing = window.setTimeout(() => this.#settle(), SETTLED);
  }

  /** Calls back when Back, Forward or a link has changed the state. */
  onChange(told: () => void): void {
    window.addEventListener("popstate", () => {
      this.#settle();
      told();
    });
  }

  #settle(): void {
    clearTimeout(this.#typing);
    this.#typing = 0;
  }

  #write(state: State, how: "pushState" | "replaceState"): void {
    const fragment = `#${format(state)}`;
    try {
      // The path drops `?q=`, which a page that was opened from disk may not: then it stays, and the fragment rules.
      history[how](null, "", location.pathname + fragment);
    } catch {
      history[how](null, "", fragment);
    }
  }
}
