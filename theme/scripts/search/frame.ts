/** The parts of the search page that stay while their content changes. */
import { Take } from "../cite/take.ts";
import { help } from "./help.ts";
import { t } from "../words/words.ts";
import { h } from "./view.ts";

export interface Frame {
  readonly form: HTMLFormElement;
  readonly box: HTMLInputElement;
  readonly status: HTMLElement;
  readonly error: HTMLElement;
  readonly notes: HTMLElement;
  readonly chips: HTMLElement;
  readonly order: HTMLSelectElement;
  /** Around the filters; what they need is loaded when a reader opens it. */
  readonly panel: HTMLDetailsElement;
  readonly filters: HTMLElement;
  readonly results: HTMLElement;
  readonly more: HTMLButtonElement;
  /** Takes along all that was found. */
  readonly take: Take;
  readonly empty: HTMLElement;
}

/** Build the page around its form. */
export function frameOf(root: HTMLElement, form: HTMLFormElement): Frame {
  const box = form.querySelector<HTMLInputElement>("input[name=q]");
  if (box === null) throw new Error("expected the search form to hold an input named q");
  box.setAttribute("autocomplete", "off");
  box.setAttribute("spellcheck", "false");
  box.setAttribute("aria-describedby", "search-error");
  const frame: Frame = {
    form,
    box,
    status: h("p", { class: "search-status", role: "status", "aria-live": "polite" }),
    error: h("p", { class: "search-error", id: "search-error", role: "alert", hidden: true }),
    notes: h("ul", { class: "search-notes", "aria-label": t("Notes") }),
    chips: h("div", { class: "search-chips", role: "group", "aria-label": t("Filters in use") }),
    order: orders(),
    panel: h("details", { class: "search-panel" }, h("summary", {}, t("Filters"))),
    filters: h("div", { class: "search-filters" }),
    results: h("ol", { class: "search-results" }),
    more: h("button", { type: "button", class: "search-more", hidden: true }),
    take: new Take(),
    empty: h("div", { class: "search-empty" }),
  };
  frame.panel.append(frame.filters);
  root.replaceChildren(...layout(frame));
  return frame;
}

function layout(frame: Frame): HTMLElement[] {
  const order = h("label", { class: "search-order" }, h("span", {}, t("Order")), frame.order);
  return [
    help(),
    frame.error,
    frame.notes,
    h("div", { class: "search-line" }, frame.status, order),
    frame.chips,
    h(
      "div",
      { class: "search-grid" },
      h("section", { class: "search-found", "aria-labelledby": "search-results" }, h("h2", { id: "search-results", class: "visually-hidden" }, t("Results")), frame.results, frame.empty, frame.more, frame.take.element),
      h("aside", { class: "search-aside", "aria-label": t("Filters") }, frame.panel),
    ),
  ];
}

function orders(): HTMLSelectElement {
  return h(
    "select",
    { name: "order" },
    h("option", { value: "relevance" }, t("Best match first")),
    h("option", { value: "newest" }, t("Newest first")),
    h("option", { value: "oldest" }, t("Oldest first")),
  );
}
