/** A page's filter together with what the page itself stands for, for the search page, which stands for no part of the archive. */
import type { Kind, State } from "../search/state.ts";
import type { Where } from "./where.ts";

/** Null where a filter cannot say it: of a region, or of one city's page under a filter for another. `has` tells whether a kind has an id. */
export function within(state: State, here: Where | null, has: (kind: Kind, id: string) => boolean): State | null {
  if (here === null) return state;
  const { group, id = "", month } = here;
  if (group === "day" || group === "month" || group === "year") return during(state, id);
  const kinds: readonly Kind[] = group === "place" ? ["city", "country"] : group === "actor" || group === "source" ? [group] : [];
  const kind = kinds.find((each) => has(each, id));
  if (kind === undefined || (state[kind].length > 0 && !state[kind].includes(id))) return null;
  const named = { ...state, [kind]: [id] };
  return month === undefined ? named : during(named, month);
}

/** Within `2022`, `2022-03` or `2022-03-02`. */
function during(state: State, span: string): State {
  const [year = "", month = "12", day] = span.split("-");
  const last = day ?? String(new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate());
  const [from, to] = [`${span}-01-01`.slice(0, 10), `${year}-${month}-${last}`];
  return { ...state, from: state.from > from ? state.from : from, to: state.to !== "" && state.to < to ? state.to : to };
}
