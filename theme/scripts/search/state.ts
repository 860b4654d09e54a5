/** The whole state of the search page, as it stands in the address: `search.html#q=talks&city=mumbai&from=2022-03-01`. */

export const KINDS = ["city", "country", "actor", "source", "kind"] as const;
export type Kind = (typeof KINDS)[number];

export const ORDERS = ["relevance", "newest", "oldest"] as const;
export type Order = (typeof ORDERS)[number];

/** How many results a page shows at first, and by how many more at a time. */
export const STEP = 10;

export interface State {
  readonly q: string;
  /** ISO days, both included; empty leaves a side open. */
  readonly from: string;
  readonly to: string;
  /** Ids of names; results hold at least one of each kind that has any. */
  readonly city: readonly string[];
  readonly country: readonly string[];
  readonly actor: readonly string[];
  readonly source: readonly string[];
  /** Kinds of actors that an article names. */
  readonly kind: readonly string[];
  readonly order: Order;
  /** How many results are shown at most. */
  readonly shown: number;
}

export const EMPTY: State = { q: "", from: "", to: "", city: [], country: [], actor: [], source: [], kind: [], order: "relevance", shown: STEP };

const QUERY = 2_000;
const NAMES = 50;
const SHOWN = 1_000;

/** Read a fragment or a query string, with or without its sign; what makes no sense in it is left out. */
export function parse(address: string): State {
  const given = new URLSearchParams(address.replace(/^[#?]/, ""));
  const shown = Number(given.get("shown") ?? STEP);
  return {
    q: (given.get("q") ?? "").slice(0, QUERY),
    from: day(given.get("from")),
    to: day(given.get("to")),
    city: names(given, "city"),
    country: names(given, "country"),
    actor: names(given, "actor"),
    source: names(given, "source"),
    kind: names(given, "kind"),
    order: ORDERS.find((order) => order === given.get("order")) ?? "relevance",
    shown: Number.isInteger(shown) && shown >= STEP ? Math.min(shown, SHOWN) : STEP,
  };
}

/** The fragment of a state, without its sign; empty for the empty state. `parse(format(s))` is `s`. */
export function format(state: State): string {
  const made = new URLSearchParams();
  if (state.q !== "") made.append("q", state.q);
  if (state.from !== "") made.append("from", state.from);
  if (state.to !== "") made.append("to", state.to);
  for (const kind of KINDS) for (const id of state[kind]) made.append(kind, id);
  if (state.order !== "relevance") made.append("order", state.order);
  if (state.shown !== STEP) made.append("shown", String(state.shown));
  return made.toString();
}

export function isFiltered(state: State): boolean {
  return state.from !== "" || state.to !== "" || KINDS.some((kind) => state[kind].length > 0);
}

/** The state with a name chosen, or no longer so; its list of results begins anew. */
export function toggled(state: State, kind: Kind, id: string): State {
  const held = state[kind];
  const names = held.includes(id) ? held.filter((other) => other !== id) : [...held, id].sort();
  return { ...state, [kind]: names.slice(0, NAMES), shown: STEP };
}

export function unfiltered(state: State): State {
  return { ...EMPTY, q: state.q, order: state.order };
}

function day(text: string | null): string {
  if (text === null || !/^\d{4}-\d\d-\d\d$/.test(text)) return "";
  const time = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text ? "" : text;
}

function names(given: URLSearchParams, kind: Kind): string[] {
  return [...new Set(given.getAll(kind))].filter((id) => id !== "" && id.length <= 200).sort().slice(0, NAMES);
}
