/**
 * Beside the sentence that is pointed at: a button that copies the link to it, and, where a fact led here, one that
 * leads back. The pair is one stop of the keyboard, before the text; there the arrow keys go from sentence to sentence.
 */

import { t } from "../words/words.ts";
import { ranges } from "./find.ts";

/** Goes to a sentence and marks the words in it that prove a fact; `back` leads to that fact. */
export type Go = (id: string, words: readonly string[], back: HTMLElement) => void;

const ID = /^s[0-9a-f]{6}(-\d+)?$/;

export function sentences(prose: HTMLElement): Go {
  const all = [...prose.querySelectorAll<HTMLElement>("[id^=s]")].filter((e) => ID.test(e.id) && e.className !== "gone");
  const bar = document.createElement("div");
  const copy = button("¶");
  const back = button("↩");
  const status = document.createElement("p");
  status.className = "visually-hidden";
  status.setAttribute("role", "status");
  bar.className = "beside";
  bar.lang = document.documentElement.lang;
  // On the side of the page where the text ends, also beside an article that is written the other way.
  bar.dir = document.documentElement.dir || "ltr";
  back.hidden = true;
  back.title = t("Back to the fact (Escape)");
  back.setAttribute("aria-label", t("Back to the fact"));
  bar.append(copy, back);
  prose.prepend(bar);
  document.body.append(status);
  let current: HTMLElement | undefined;
  let origin: HTMLElement | undefined;

  const show = (sentence: HTMLElement | undefined): void => {
    bar.classList.toggle("shown", sentence !== undefined);
    if (sentence === undefined) return;
    current = sentence;
    const line = sentence.getClientRects()[0] ?? sentence.getBoundingClientRect();
    bar.style.insetBlockStart = `${line.top - prose.getBoundingClientRect().top}px`;
    const number = all.indexOf(sentence) + 1;
    copy.setAttribute("aria-label", t("Copy the link to sentence %(number)s", { number }));
    copy.title = copy.getAttribute("aria-label") ?? "";
  };
  const light = (name: string, found: Range[]): void => {
    if (typeof Highlight !== "undefined") CSS.highlights.set(name, new Highlight(...found));
  };
  const whole = (sentence: HTMLElement): Range => {
    const range = document.createRange();
    range.selectNodeContents(sentence);
    return range;
  };
  const leave = (): void => {
    const fact = origin;
    origin = undefined;
    back.hidden = true;
    light("proof", []);
    show(undefined);
    fact?.focus();
    fact?.scrollIntoView({ block: "center" });
  };

  prose.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "mouse" || origin !== undefined || bar.contains(document.activeElement)) return;
    const sentence = sentenceOf(event.target);
    if (sentence !== undefined) show(sentence);
  });
  prose.addEventListener("focusin", (event) => {
    if (origin === undefined && !bar.contains(event.target as Node)) show(sentenceOf(event.target));
  });
  document.addEventListener("click", (event) => {
    if (bar.contains(event.target as Node) || origin !== undefined || !(getSelection()?.isCollapsed ?? true)) return;
    show(sentenceOf(event.target));
  });
  prose.addEventListener("pointerleave", () => {
    if (origin === undefined && !bar.contains(document.activeElement)) show(undefined);
  });
  copy.addEventListener("focus", () => {
    const sentence = current ?? all[0];
    if (sentence === undefined || !copy.matches(":focus-visible")) return;
    show(sentence);
    light("current", [whole(sentence)]);
  });
  copy.addEventListener("blur", () => {
    light("current", []);
    if (origin === undefined) show(undefined);
  });
  copy.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const next = step === undefined ? undefined : all[all.indexOf(current as HTMLElement) + step];
    if (next === undefined) return;
    event.preventDefault();
    show(next);
    light("current", [whole(next)]);
    next.scrollIntoView({ block: "nearest" });
    status.textContent = next.textContent;
  });
  copy.addEventListener("click", () => {
    if (current === undefined) return;
    // Without the reader's own filter, which may stand behind the `?`.
    const link = new URL(location.href);
    link.search = "";
    link.hash = current.id;
    const address = link.href;
    void copied(address).then((done) => {
      copy.textContent = done ? "✓" : "¶";
      status.textContent = done ? t("Link copied") : address;
      setTimeout(() => (copy.textContent = "¶"), 2000);
    });
  });
  back.addEventListener("click", leave);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && origin !== undefined && !event.defaultPrevented) leave();
  });

  function sentenceOf(target: EventTarget | null): HTMLElement | undefined {
    if (!(target instanceof Element) || !prose.contains(target)) return undefined;
    return all.find((sentence) => sentence.contains(target));
  }

  return (id, words, fact) => {
    const sentence = all.find((each) => each.id === id);
    if (sentence === undefined) return;
    origin = fact;
    back.hidden = false;
    show(sentence);
    light("proof", ranges(sentence, words));
    back.focus({ preventScroll: true });
  };
}

function button(sign: string): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = sign;
  return made;
}

/** By the clipboard; a page from disk may have none, and then by a field whose words are selected. */
async function copied(words: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(words);
    return true;
  } catch {
    const field = document.createElement("textarea");
    const focused = document.activeElement;
    field.className = "visually-hidden";
    field.value = words;
    document.body.append(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
    return done;
  }
}
