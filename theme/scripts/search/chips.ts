/** The filters in use, each as a button that takes it away. */
import { t } from "../words/words.ts";
import { written } from "./dates.ts";
import type { Counts } from "./filters.ts";
import { nameOf } from "./kinds.ts";
import { KINDS, type State, STEP, toggled, unfiltered } from "./state.ts";
import { fill, h } from "./view.ts";

function chipsOf(state: State, counts: Counts, go: (next: State) => void): HTMLElement[] {
  const chips: HTMLElement[] = [];
  const add = (words: string, next: State): void => {
    const button = h("button", { type: "button", class: "chip", "aria-label": t("Remove the filter %(name)s", { name: words }) }, words);
    button.addEventListener("click", () => go(next));
    chips.push(button);
  };
  if (state.from !== "") add(t("from %(day)s", { day: written(state.from) }), { ...state, from: "", shown: STEP });
  if (state.to !== "") add(t("to %(day)s", { day: written(state.to) }), { ...state, to: "", shown: STEP });
  for (const kind of KINDS) {
    for (const { id, name } of (counts.get(kind) ?? []).filter((c) => c.chosen)) add(nameOf(kind, id, name), toggled(state, kind, id));
  }
  if (chips.length > 1) add(t("all filters"), unfiltered(state));
  return chips;
}

/** Show the chips of now. Where the one with the focus was taken away the next gets it, or the last; `otherwise` does where none is left. */
export function fillChips(group: HTMLElement, state: State, counts: Counts, go: (next: State) => void, otherwise: HTMLElement | null): void {
  const at = [...group.children].findIndex((chip) => chip === document.activeElement);
  const chips = chipsOf(state, counts, go);
  fill(group, ...chips);
  if (at >= 0) (chips[Math.min(at, chips.length - 1)] ?? otherwise)?.focus();
}
