/** Filters over the columns of all articles: what passes, and how many would. */
import { type Kind, KINDS, type State } from "./state.ts";
import type { Facets } from "./store.ts";

export interface Count {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** Results that would be shown if this name alone were chosen of its kind, all else left as it is. */
  readonly count: number;
  readonly chosen: boolean;
}

export type Counts = Readonly<Record<Kind, readonly Count[]>>;

export interface Filtered {
  /** The given articles that pass every filter, in their order. */
  readonly numbers: readonly number[];
  readonly counts: Counts;
}

/** The columns, made quick to ask. */
export interface Columns {
  /** Each article's ISO day; empty where undated. */
  readonly days: readonly string[];
  readonly first: string;
  readonly last: string;
  readonly facets: Facets;
}

export function columnsOf(facets: Facets): Columns {
  const days = facets.days.flatMap(([day, count]) => Array.from({ length: count }, () => day));
  const dated = facets.days.map(([day]) => day).filter((day) => day !== "");
  return { days, first: dated.at(-1) ?? "", last: dated[0] ?? "", facets };
}

/** Filter articles by a state and count, for each kind of name, those that pass all other filters. */
export function filter(numbers: readonly number[], state: State, columns: Columns): Filtered {
  const chosen = Object.fromEntries(KINDS.map((kind) => [kind, choice(kind, state, columns)])) as Record<Kind, Choice>;
  const tallies = Object.fromEntries(KINDS.map((kind) => [kind, new Map<number, number>()])) as Record<Kind, Tally>;
  const passing: number[] = [];
  for (const number of numbers) {
    if (!inDays(columns.days[number] ?? "", state)) continue;
    const failed = KINDS.filter((kind) => !passes(number, chosen[kind], kind, columns));
    if (failed.length === 0) passing.push(number);
    for (const kind of KINDS) {
      if (failed.every((other) => other === kind)) add(tallies[kind], columns.facets[kind].of[number] ?? []);
    }
  }
  const counts = Object.fromEntries(KINDS.map((kind) => [kind, list(kind, state, tallies[kind], columns)]));
  return { numbers: passing, counts: counts as Record<Kind, Count[]> };
}

type Choice = ReadonlySet<number> | null;
type Tally = Map<number, number>;

/** The numbers of a kind's chosen names; null where none is chosen. A name that the archive lacks lets nothing pass. */
function choice(kind: Kind, state: State, columns: Columns): Choice {
  if (state[kind].length === 0) return null;
  const wanted = new Set(state[kind]);
  return new Set(columns.facets[kind].names.flatMap(([id], number) => (wanted.has(id) ? [number] : [])));
}

function passes(number: number, chosen: Choice, kind: Kind, columns: Columns): boolean {
  return chosen === null || (columns.facets[kind].of[number] ?? []).some((name) => chosen.has(name));
}

function inDays(day: string, { from, to }: State): boolean {
  if (from === "" && to === "") return true;
  return day !== "" && (from === "" || day >= from) && (to === "" || day <= to);
}

function add(tally: Tally, names: readonly number[]): void {
  for (const name of names) tally.set(name, (tally.get(name) ?? 0) + 1);
}

/** The names that are chosen or would leave something, most results first, then by name. */
function list(kind: Kind, state: State, tally: Tally, columns: Columns): Count[] {
  const { names } = columns.facets[kind];
  const all = names.map(([id, name, ...aliases], number) => {
    return { id, name, aliases, count: tally.get(number) ?? 0, chosen: state[kind].includes(id) };
  });
  const known = new Set(all.map(({ id }) => id));
  const strange = state[kind].filter((id) => !known.has(id));
  const unknown = strange.map((id) => ({ id, name: id, aliases: [], count: 0, chosen: true }));
  return [...all.filter((c) => c.count > 0 || c.chosen).sort((a, b) => b.count - a.count), ...unknown];
}
