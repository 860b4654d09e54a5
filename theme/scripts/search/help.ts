/** The syntax of queries, explained beside the box. Each example is a link that searches for it. */
import { EMPTY, format } from "./state.ts";
import { h } from "./view.ts";

const SYNTAX: readonly (readonly [string, string])[] = [
  ["talks ceasefire", "either word; articles with both come first"],
  ["+talks +ceasefire", "both words"],
  ["talks -ceasefire", "the first word without the second"],
  ["\"peace talks\"", "these words one behind the other, in any of their forms"],
  ["talks NEAR/5 peace", "both words, at most five words apart (NEAR: ten)"],
  ["title:talks", "in the title only; likewise text:, places:, actors:, source:"],
  ["negot*", "words that begin so; * stands for any letters"],
  ["harbor~1", "one letter may differ (at most ~2)"],
  ["talks^3 sanctions", "the first word counts three times as much"],
];

export function help(): HTMLElement {
  const rows = SYNTAX.map(([example, meaning]) => {
    const link = h("a", { href: `#${format({ ...EMPTY, q: example })}` }, h("code", {}, example));
    return h("div", {}, h("dt", {}, link), h("dd", {}, meaning));
  });
  return h(
    "details",
    { class: "syntax" },
    h("summary", {}, "How to search"),
    h("dl", {}, ...rows),
    h(
      "p",
      {},
      "Words are found in every form (talk finds talks), without regard to case and accents; a place or actor also by other names it has. ",
      ...keys(),
    ),
  );
}

function keys(): (Node | string)[] {
  const key = (name: string): Node => h("kbd", {}, name);
  return ["Keys: ", key("/"), " to the box, ", key("↓"), " ", key("↑"), " through the results, ", key("Enter"), " opens one, ", key("Esc"), " back to the box."];
}
