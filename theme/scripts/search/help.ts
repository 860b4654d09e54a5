/** The syntax of queries, explained beside the box. Each example is a link that searches for it. */
import { EMPTY, format } from "./state.ts";
import { t } from "../words/words.ts";
import { h } from "./view.ts";

const SYNTAX: readonly (readonly [string, string])[] = [
  ["talks ceasefire", t("either word; articles with both come first")],
  ["+talks +ceasefire", t("both words")],
  ["talks -ceasefire", t("the first word without the second")],
  ["\"peace talks\"", t("these words one behind the other, in any of their forms")],
  ["talks NEAR/5 peace", t("both words, at most five words apart (NEAR: ten)")],
  ["title:talks", t("in the title only; likewise text:, places:, actors:, source:")],
  ["negot*", t("words that begin so; * stands for any letters")],
  ["harbor~1", t("one letter may differ (at most ~2)")],
  ["talks^3 sanctions", t("the first word counts three times as much")],
];

export function help(): HTMLElement {
  const rows = SYNTAX.map(([example, meaning]) => {
    const link = h("a", { href: `#${format({ ...EMPTY, q: example })}` }, h("code", {}, example));
    return h("div", {}, h("dt", {}, link), h("dd", {}, meaning));
  });
  return h(
    "details",
    { class: "syntax" },
    h("summary", {}, t("How to search")),
    h("dl", {}, ...rows),
    h(
      "p",
      {},
      t("Words are found in every form (talk finds talks), without regard to case and accents; a place or actor also by other names it has."),
      " ",
      ...keys(),
    ),
  );
}

function keys(): (Node | string)[] {
  const key = (name: string): Node => h("kbd", {}, name);
  const told = t("Keys: %(slash)s to the box, %(arrows)s through the results, %(enter)s opens one, %(escape)s back to the box.");
  const keys: Readonly<Record<string, readonly Node[]>> = {
    slash: [key("/")],
    arrows: [key("↓"), document.createTextNode(" "), key("↑")],
    enter: [key("Enter")],
    escape: [key("Esc")],
  };
  return told.split(/%\((\w+)\)s/).flatMap((part, n): readonly (Node | string)[] => (n % 2 === 0 ? [part] : (keys[part] ?? [])));
}
