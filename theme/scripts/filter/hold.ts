/** A page whose address brings a filter shows its lists when they obey it, so that nothing moves before a reader's eyes. */

/** Milliseconds after which it shows what it has. */
const LONGEST = 1_500;
const CLASS = "held";

export function held(page: Document): void {
  page.documentElement.classList.add(CLASS);
  setTimeout(() => shown(page), LONGEST);
}

/** In the frame after the next: what changed and showed in one frame would count as moved. */
export function shownSoon(page: Document): void {
  requestAnimationFrame(() => requestAnimationFrame(() => shown(page)));
}

export function shown(page: Document): void {
  page.documentElement.classList.remove(CLASS);
}
