/** From a fact to the words that prove it, and from a name in the text to its fact. */

import { t } from "../words/words.ts";
import { toggle } from "./marks.ts";
import type { Go } from "./sentences.ts";

export function evidence(prose: HTMLElement, tools: HTMLElement, go: Go): void {
  const facts = new Map<string, HTMLElement>();
  for (const link of document.querySelectorAll<HTMLAnchorElement>(".facts dt > a[href]")) {
    const term = link.closest("dt");
    if (term !== null && !facts.has(link.href)) facts.set(link.href, term);
  }
  for (const list of document.querySelectorAll<HTMLElement>(".facts")) proofs(list, go);
  const marks = [...prose.querySelectorAll<HTMLAnchorElement>("a[href]")].filter((mark) => facts.has(mark.href));
  if (marks.length === 0) return;

  let asked = false;
  tools.append(
    toggle(t("Evidence"), false, (pressed) => {
      asked = pressed;
      prose.classList.toggle("asks", pressed);
      for (const mark of marks) {
        if (pressed) mark.setAttribute("aria-haspopup", "dialog");
        else mark.removeAttribute("aria-haspopup");
      }
    }),
  );
  for (const mark of marks) {
    mark.addEventListener("click", (event) => {
      const term = facts.get(mark.href);
      if (!asked || term === undefined || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      open(mark, term, go);
    });
  }
}

/** Links to sentences mark the fact's words there; where they lead stays as it is. */
function proofs(list: HTMLElement, go: Go, back?: HTMLElement): void {
  list.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href^="#s"]') : null;
    if (link === null) return;
    const words = wordsOf(link);
    // After the browser has followed the link.
    setTimeout(() => go(link.hash.slice(1), words, back ?? link));
  });
}

/** The name of the fact that the link stands in, and the other words for it. */
function wordsOf(link: Element): string[] {
  const own = link.closest("dt, dd");
  const term = own?.tagName === "DT" ? own : own?.previousElementSibling;
  const named = term?.querySelector(":scope > a")?.textContent ?? "";
  const said = [...(term?.nextElementSibling?.querySelectorAll("q") ?? [])].map((q) => q.textContent ?? "");
  return [named, ...said].filter(Boolean);
}

/** Shows the fact beside the mark, on a narrow screen at the foot. Focus comes back to the mark when it closes. */
function open(mark: HTMLElement, term: HTMLElement, go: Go): void {
  const panel = document.createElement("dialog");
  const list = document.createElement("dl");
  const close = document.createElement("button");
  panel.className = "panel";
  panel.setAttribute("aria-label", t("Evidence"));
  list.className = "facts";
  for (const part of [term, term.nextElementSibling]) if (part !== null) list.append(part.cloneNode(true));
  for (const link of list.querySelectorAll('a[href^="#s"]')) link.addEventListener("click", () => panel.close());
  proofs(list, go, mark);
  close.type = "button";
  close.textContent = t("Close");
  close.addEventListener("click", () => panel.close());
  panel.append(list, close);
  panel.addEventListener("click", (event) => {
    if (event.target === panel) panel.close();
  });
  panel.addEventListener("close", () => panel.remove());
  document.body.append(panel);
  const box = mark.getBoundingClientRect();
  panel.style.setProperty("--x", `${box.left}px`);
  panel.style.setProperty("--y", `${box.bottom}px`);
  panel.showModal();
}
