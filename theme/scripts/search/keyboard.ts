/** Keys: / to the search box from anywhere, arrows through the results, Escape back. */

/** On every page: `/` focuses the page's own search box, the one in the main part before the one in the masthead. */
export function slashFocuses(root: Document): void {
  root.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    const box = root.querySelector<HTMLInputElement>("main input[type=search]") ?? root.querySelector<HTMLInputElement>("input[type=search]");
    if (box === null) return;
    event.preventDefault();
    box.focus();
    box.select();
  });
}

/** On the search page: down from the box to the first result, up and down between results, Escape to the box. */
export function arrowsWalk(box: HTMLInputElement, results: HTMLElement): void {
  const links = (): HTMLAnchorElement[] => [...results.querySelectorAll<HTMLAnchorElement>(".result .title a")];
  box.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown") return;
    const [first] = links();
    if (first === undefined) return;
    event.preventDefault();
    first.focus();
  });
  results.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      box.focus();
      return;
    }
    const all = links();
    const at = all.indexOf(event.target as HTMLAnchorElement);
    if (at < 0 || (event.key !== "ArrowDown" && event.key !== "ArrowUp")) return;
    event.preventDefault();
    const next = event.key === "ArrowDown" ? all[at + 1] : (all[at - 1] ?? box);
    next?.focus();
  });
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}
