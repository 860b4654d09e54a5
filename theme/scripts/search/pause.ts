/** Long work in steps, between which the page answers its reader. */

/** Milliseconds after which a step ends: half of what a reader would notice. */
const STEP = 40;

/** Thrown where the work is not wanted any more. */
export class Dropped extends Error {}

export class Steps {
  readonly #wanted: () => boolean;
  #since = performance.now();

  constructor(wanted: () => boolean = () => true) {
    this.#wanted = wanted;
  }

  /** Between two pieces of work; lets others go first where a step has lasted long enough. */
  async next(): Promise<void> {
    if (performance.now() - this.#since < STEP) return;
    await turn();
    this.#since = performance.now();
    if (!this.#wanted()) throw new Dropped();
  }
}

/** Resolves when the browser has seen to all else; a timer would wait longer. */
function turn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(0);
  });
}
