/** The filters beside the results: days, and the names of each kind with their counts. */
import type { Count, Counts } from "./filters.ts";
import { nameOf, SHOW, TITLES } from "./kinds.ts";
import { type Kind, KINDS, type State } from "./state.ts";
import { number, t } from "../words/words.ts";
import { h } from "./view.ts";

/** Kinds of which the names are loaded with the panel; the others have very many, and wait until they are asked for. */
export const AT_ONCE: readonly Kind[] = ["city", "country", "source", "kind"];
const FEW = 8;
const MOST = 200;

/** ISO days of the first and the last article; empty where none is dated. */
export interface Bounds {
  readonly first: string;
  readonly last: string;
}

export interface Choices {
  days(from: string, to: string): void;
  toggle(kind: Kind, id: string): void;
  /** Load the names of a kind. */
  load(kind: Kind): void;
}

/** All filters. `opened` keeps which lists a reader has opened. */
export function sidebarOf(
  state: State,
  counts: Counts,
  bounds: Bounds,
  opened: Set<Kind>,
  choices: Choices,
): HTMLElement[] {
  const kinds = KINDS.flatMap((kind) => {
    const held = counts.get(kind);
    return (held === undefined ? unloaded(kind, choices) : names(kind, held, opened, choices)) ?? [];
  });
  return [days(state, bounds, choices), ...kinds];
}

function unloaded(kind: Kind, choices: Choices): HTMLElement {
  const words = SHOW[kind];
  const button = h("button", { type: "button", class: "facet-more", "data-key": `load ${kind}` }, words);
  button.addEventListener("click", () => choices.load(kind));
  return h("fieldset", { class: "facet" }, h("legend", { class: "facet-title" }, TITLES[kind]), button);
}

function days(state: State, columns: Bounds, choices: Choices): HTMLElement {
  const bounds = { type: "date", class: "facet-day", min: columns.first || null, max: columns.last || null };
  const from = h("input", { ...bounds, value: state.from, "data-key": "from" });
  const to = h("input", { ...bounds, value: state.to, "data-key": "to" });
  for (const input of [from, to]) input.addEventListener("change", () => choices.days(from.value, to.value));
  return h(
    "fieldset",
    { class: "facet" },
    h("legend", { class: "facet-title" }, t("Days")),
    h("label", { class: "facet-range" }, h("span", {}, t("From")), from),
    h("label", { class: "facet-range" }, h("span", {}, t("To")), to),
  );
}

function names(kind: Kind, counts: readonly Count[], opened: Set<Kind>, choices: Choices): HTMLElement | null {
  if (counts.length === 0) return null;
  const chosen = counts.filter((c) => c.chosen);
  const few = [...chosen, ...counts.filter((c) => !c.chosen)].slice(0, Math.max(FEW, chosen.length));
  const shown = opened.has(kind) ? counts.slice(0, MOST) : counts.filter((c) => few.includes(c));
  const list = h("ul", { class: "facet-list" }, ...shown.map((count) => h("li", {}, option(kind, count, choices))));
  const facet = h("fieldset", { class: "facet" }, h("legend", { class: "facet-title" }, TITLES[kind]), list);
  if (counts.length > few.length) facet.append(more(kind, counts, opened, facet, choices));
  return facet;
}

function option(kind: Kind, count: Count, choices: Choices): HTMLElement {
  const box = h("input", { type: "checkbox", checked: count.chosen, "data-key": `${kind} ${count.id}` });
  box.addEventListener("change", () => choices.toggle(kind, count.id));
  return h(
    "label",
    { class: count.count === 0 ? "facet-name facet-none" : "facet-name", title: title(count) },
    box,
    h("span", { class: "facet-words" }, nameOf(kind, count.id, count.name)),
    h("span", { class: "facet-count" }, number(count.count)),
  );
}

function title(count: Count): string | null {
  return count.aliases.length > 0 ? t("Also %(names)s", { names: count.aliases.slice(0, 5).join(", ") }) : null;
}

function more(kind: Kind, counts: readonly Count[], opened: Set<Kind>, facet: HTMLElement, choices: Choices): HTMLElement {
  const open = opened.has(kind);
  const words = open ? t("Fewer") : t("All %(num)s", { num: counts.length });
  const label = `${TITLES[kind]}: ${words}`;
  const button = h("button", { type: "button", class: "facet-more", "aria-expanded": String(open), "aria-label": label, "data-key": `more ${kind}` }, words);
  button.addEventListener("click", () => {
    if (open) opened.delete(kind);
    else opened.add(kind);
    const anew = names(kind, counts, opened, choices);
    if (anew) facet.replaceWith(anew);
    anew?.querySelector<HTMLElement>(".facet-more")?.focus();
  });
  return button;
}
