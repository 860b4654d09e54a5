/** The filters beside the results: days, and the names of each kind with their counts. */
import type { Columns, Count, Counts } from "./filters.ts";
import { type Kind, KINDS, type State } from "./state.ts";
import { h } from "./view.ts";

const TITLES: Readonly<Record<Kind, string>> = { city: "City", actor: "Actor", source: "Source" };
const FEW = 8;
const MOST = 200;

export interface Choices {
  days(from: string, to: string): void;
  toggle(kind: Kind, id: string): void;
}

/** All filters. `opened` keeps which lists a reader has opened. */
export function sidebarOf(
  state: State,
  counts: Counts,
  columns: Columns,
  opened: Set<Kind>,
  choices: Choices,
): HTMLElement[] {
  return [days(state, columns, choices), ...KINDS.flatMap((kind) => names(kind, counts[kind], opened, choices) ?? [])];
}

function days(state: State, columns: Columns, choices: Choices): HTMLElement {
  const bounds = { type: "date", class: "facet-day", min: columns.first || null, max: columns.last || null };
  const from = h("input", { ...bounds, value: state.from, "data-key": "from" });
  const to = h("input", { ...bounds, value: state.to, "data-key": "to" });
  for (const input of [from, to]) input.addEventListener("change", () => choices.days(from.value, to.value));
  return h(
    "fieldset",
    { class: "facet" },
    h("legend", { class: "facet-title" }, "Days"),
    h("label", { class: "facet-range" }, h("span", {}, "From"), from),
    h("label", { class: "facet-range" }, h("span", {}, "To"), to),
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
    h("span", { class: "facet-words" }, count.name),
    h("span", { class: "facet-count" }, String(count.count)),
  );
}

function title(count: Count): string | null {
  return count.aliases.length > 0 ? `Also ${count.aliases.slice(0, 5).join(", ")}` : null;
}

function more(kind: Kind, counts: readonly Count[], opened: Set<Kind>, facet: HTMLElement, choices: Choices): HTMLElement {
  const open = opened.has(kind);
  const words = open ? "Fewer" : `All ${counts.length}`;
  const label = `${words} of ${TITLES[kind].toLowerCase()}`;
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
