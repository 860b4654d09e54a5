/** The buttons of an article's citation. Without scripts there are its words and the file of its month. */
import { h } from "../search/view.ts";
import { t } from "../words/words.ts";
import { citations, type Format, saved } from "./citations.ts";
import { key } from "./cited.ts";
import { articleOf, siteOf } from "./page.ts";

const NAMES: readonly (readonly [Format, string])[] = [["bib", "BibTeX"], ["ris", "RIS"], ["json", "CSL-JSON"]];

export function citeButtons(page: Document): void {
  const place = page.querySelector(".cite-files");
  const words = page.querySelector(".citation");
  if (place === null || words === null) return;
  const of = articleOf(page);
  const status = h("span", { role: "status", class: "visually-hidden" });
  const copy = button(t("Copy"), () => void copied(words).then((done) => {
    status.textContent = copy.textContent = done ? t("Copied") : t("Selected");
  }));
  const files = NAMES.map(([format, name]) => button(name, () => saved(citations([of], format, siteOf(page)), key(of), format)));
  place.prepend(copy, ...files, status);
}

function button(words: string, act: () => void): HTMLButtonElement {
  const made = h("button", { type: "button", class: "button" }, words);
  made.addEventListener("click", act);
  return made;
}

/** By the clipboard; a page from disk may have none, and then by selecting the words, which a person can copy. */
async function copied(words: Element): Promise<boolean> {
  try {
    await navigator.clipboard.writeText((words.textContent ?? "").trim());
    return true;
  } catch {
    document.getSelection()?.selectAllChildren(words);
    return document.execCommand("copy");
  }
}
