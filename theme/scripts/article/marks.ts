/** Buttons above the text that switch the marks of a kind off and on again, for this reader. */

import { t } from "../words/words.ts";
import { kept, KINDS, type Kind, offOf, SELECTORS } from "./kinds.ts";

const KEY = "daybook.marks-off";

/** A button for each kind of mark that the text has. */
export function switches(prose: HTMLElement, tools: HTMLElement): void {
  const labels: Record<Kind, string> = { places: t("Places"), actors: t("Actors"), days: t("Days") };
  const off = offOf(stored());
  const show = (): void => {
    prose.dataset["off"] = kept(off);
  };
  show();
  tools.setAttribute("role", "group");
  tools.setAttribute("aria-label", t("Marks in the text"));
  for (const kind of KINDS) {
    if (prose.querySelector(SELECTORS[kind]) === null) continue;
    const button = toggle(labels[kind], !off.has(kind), (pressed) => {
      if (pressed) off.delete(kind);
      else off.add(kind);
      show();
      store(kept(off));
    });
    button.dataset["kind"] = kind;
    tools.append(button);
  }
}

/** A button that is pressed or not. */
export function toggle(label: string, pressed: boolean, changed: (pressed: boolean) => void): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = label;
  button.setAttribute("aria-pressed", `${pressed}`);
  button.addEventListener("click", () => {
    const now = button.getAttribute("aria-pressed") !== "true";
    button.setAttribute("aria-pressed", `${now}`);
    changed(now);
  });
  return button;
}

/** A page from disk, or a reader's settings, may refuse to keep anything. */
function stored(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function store(value: string): void {
  try {
    localStorage.setItem(KEY, value);
  } catch {
    // then it holds for this page alone
  }
}
