/** Buttons that copy a command. Without scripts the command is text that one click selects. */

import { t } from "../words/words.ts";

/** Puts a button behind the code of each `[data-command]`; what happened is told in the button, and aloud. */
export function copyButtons(root: Document): void {
  const status = root.createElement("p");
  status.className = "visually-hidden";
  status.setAttribute("role", "status");
  root.querySelector("main")?.append(status);
  for (const command of root.querySelectorAll<HTMLElement>("[data-command]")) {
    const code = command.querySelector("code");
    if (code !== null) command.append(button(root, code, status));
  }
}

function button(root: Document, code: HTMLElement, status: HTMLElement): HTMLButtonElement {
  const made = root.createElement("button");
  made.type = "button";
  made.textContent = t("Copy");
  made.setAttribute("aria-label", t("Copy %(words)s", { words: code.textContent ?? "" }));
  made.addEventListener("click", () => {
    void copy(root, code).then((copied) => tell(made, status, copied ? t("Copied") : t("Selected")));
  });
  return made;
}

/** By the clipboard; a page from disk may have none, and then by selecting the words, which a person can copy. */
async function copy(root: Document, code: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(code.textContent ?? "");
    return true;
  } catch {
    root.getSelection()?.selectAllChildren(code);
    return root.execCommand("copy");
  }
}

function tell(button: HTMLButtonElement, status: HTMLElement, words: string): void {
  button.textContent = status.textContent = words;
  setTimeout(() => {
    button.textContent = t("Copy");
    status.textContent = "";
  }, 2000);
}
