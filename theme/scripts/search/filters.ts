/** Filters over the columns of all articles: what passes, and how many would. */
import { rising } from "./digits.ts";
import { type Kind, KINDS, type State } from "./state.ts";
import type { Days, Held } from "./store.ts";

export interface Count {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** Results that would be shown if this name alone were chosen of its kind, all else left as it is. */
  readonly count: number;
  readonly chosen: boolean;
}

/** Of the kinds whose columns are there. */
export type Counts = ReadonlyMap<Kind, readonly Count[]>;

export interface Filtered {
  /** The given articles that pass every filter, in their order. */
  readonly numbers: readonly number[];
  readonly counts: Counts;
}

/** The names of one kind, made quick to ask. */
export interface Column {
  /** Id, name, aliases. */
  readonly names: readonly (readonly [string, string, ...string[]])[];
  /** The numbers of each article's names; nothing where it has none. */
  readonly of: readonly (readonly number[] | undefined)[];
}

/** What is there of the columns; a filter is asked for only where its own is. */
export interface Columns {
  /** Each article's ISO day; empty where undated. */
  readonly days: readonly string[];
  readonly kinds: ReadonlyMap<Kind, Column>;
}

export function daysOf(days: Days): string[] {
  return days.flatMap(([day, count]) => Array.from({ length: count }, () => day));
}

export function columnOf(held: readonly Held[]): Column {
  const of: number[][] = [];
  const names = held.map(([id, articles, name, ...aliases], number) => {
    for (const article of rising(articles)) (of[article] ??= []).push(number);
    return [id, name, ...aliases] as const;
  });
  return { names, of };
}

/** Filter articles by a state and count, for each kind of name at hand, those that pass all other filters. */
export function filter(numbers: readonly number[], state: State, columns: Columns): Filtered {
  const kinds = KINDS.filter((kind) => columns.kinds.has(kind)).map((kind) => kindOf(kind, state, columns.kinds.get(kind) as Column));
  const passing: number[] = [];
  for (const number of numbers) {
    if (!inDays(columns.days[number] ?? "", state)) continue;
    const failed = kinds.filter(({ chosen, column }) => chosen !== null && !(column.of[number] ?? []).some((name) => chosen.has(name)));
    if (failed.length === 0) passing.push(number);
    if (failed.length > 1) continue;
    for (const { kind, tally, column } of kinds) {
      if (failed[0] === undefined || failed[0].kind === kind) add(tally, column.of[number] ?? []);
    }
  }
  return { numbers: passing, counts: new Map(kinds.map((k) => [k.kind, list(k, state)])) };
}

interface Counted {
  readonly kind: Kind;
  readonly column: Column;
  readonly chosen: Choice;
  readonly tally: Tally;
}

function kindOf(kind: Kind, state: State, column: Column): Counted {
  return { kind, column, chosen: choice(state[kind], column), tally: new Map() };
}

type Choice = ReadonlySet<number> | null;
type Tally = Map<number, number>;

/** The numbers of a kind's chosen names; null where none is chosen. A name that the archive lacks lets nothing pass. */
function choice(ids: readonly string[], column: Column): Choice {
  if (ids.length === 0) return null;
  const wanted = new Set(ids);
  return new Set(column.names.flatMap(([id], number) => (wanted.has(id) ? [number] : [])));
}

function inDays(day: string, { from, to }: State): boolean {
  if (from === "" && to === "") return true;
  return day !== "" && (from === "" || day >= from) && (to === "" || day <= to);
}

function add(tally: Tally, names: readonly number[]): void {
  for (const name of names) tally.set(name, (tally.get(name) ?? 0) + 1);
}

/** The names that are chosen or would leave something, most results first, then by name. */
function list({ kind, column, tally }: Counted, state: State): Count[] {
  const chosen = new Set(state[kind]);
  const found: Count[] = [];
  column.names.forEach(([id, name, ...aliases], number) => {
    const count = tally.get(number) ?? 0;
    if (count > 0 || chosen.has(id)) found.push({ id, name, aliases, count, chosen: chosen.delete(id) });
  });
  const unknown = [...chosen].map((id) => ({ id, name: id, aliases: [], count: 0, chosen: true }));
  return [...found.sort((a, b) => b.count - a.count), ...unknown];
}
