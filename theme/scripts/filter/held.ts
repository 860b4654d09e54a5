/** The archive as filters see it: which articles pass, and how many of those each name, day and page holds. */
import { numbers as digits, rising } from "../search/digits.ts";
import { type Column, columnOf, type Columns, daysOf, filter, type Filtered } from "../search/filters.ts";
import { type Kind, KINDS, type State } from "../search/state.ts";
import type { Held as Name, Store } from "../search/store.ts";
import { crc32 } from "./crc.ts";
import { type Group, later, type Where } from "./where.ts";

/** The numbers of the articles that a page stands for. */
export type Numbers = readonly number[] | Int32Array;

/** All that was loaded of an archive. */
export class Archive {
  /** Each article's ISO day, newest first; empty where undated. */
  readonly days: readonly string[];
  readonly #names: ReadonlyMap<Group, ReadonlyMap<string, string>>;
  readonly #kinds: ReadonlyMap<Kind, Column>;
  readonly #pages: readonly [number, number, string];
  readonly #first = new Map<string, number>();
  readonly #figures: Int32Array;

  constructor(days: readonly string[], names: ReadonlyMap<Group, ReadonlyMap<string, string>>, kinds: ReadonlyMap<Kind, Column>, pages: readonly [number, number, string]) {
    this.days = days;
    this.#names = names;
    this.#kinds = kinds;
    this.#pages = pages;
    this.#figures = digits(pages[2]);
    days.forEach((day, number) => {
      if (!this.#first.has(day)) this.#first.set(day, number);
    });
  }

  get size(): number {
    return this.days.length;
  }

  filtered(among: Numbers, state: State): Filtered {
    const columns: Columns = { days: this.days, kinds: this.#kinds };
    return filter([...among], state, columns);
  }

  /** Whether a name of a kind has an article. */
  has(kind: Kind, id: string): boolean {
    return this.#kinds.get(kind)?.names.some(([name]) => name === id) ?? false;
  }

  /** All articles, or those that a page stands for. */
  of(where: Where | null): Numbers {
    if (where === null) return this.days.map((_, number) => number);
    if (where.article !== undefined) return [this.number(where.article)].filter((n) => n >= 0);
    const { group, id = "" } = where;
    if (group === "day" || group === "month" || group === "year") return this.#within(id);
    if (group === "undated") return this.days.flatMap((day, number) => (day === "" ? [number] : []));
    if (group === "week") return this.#between(id, later(new Date(id), 6));
    if (group === "begun") return this.begun(id).flatMap((story) => [...story]);
    const held = rising(this.#names.get(group as Group)?.get(id) ?? "");
    return where.month === undefined ? held : held.filter((number) => (this.days[number] ?? "").startsWith(where.month as string));
  }

  /** The articles of each story that began in a month, `2022-03`. */
  begun(month: string): readonly Numbers[] {
    const all = [...(this.#names.get("story") ?? new Map<string, string>()).values()].map(rising);
    return all.filter((story) => (this.days[story[story.length - 1] ?? -1] ?? "").startsWith(month));
  }

  /** The number of the article whose page has this address; -1 where it is unknown. */
  number(address: string): number {
    const day = /^(\d{4})\/(\d\d)\/(\d\d)\//.exec(address)?.slice(1).join("-") ?? "";
    const [start, modulus] = this.#pages;
    const figure = (crc32(address, start) % modulus) | 0; // 32 bits, as the column holds them
    for (let number = this.#first.get(day) ?? this.size; number < this.size && this.days[number] === day; number += 1) {
      if (this.#figures[number] === figure) return number;
    }
    return -1;
  }

  #between(first: string, last: string): number[] {
    return this.days.flatMap((day, number) => (day >= first && day <= last ? [number] : []));
  }

  #within(prefix: string): number[] {
    return this.days.flatMap((day, number) => (day.startsWith(prefix) ? [number] : []));
  }
}

/** Load all that a filter may need. */
export async function loaded(store: Store): Promise<Archive> {
  const [days, places, stories, pages, ...columns] = await Promise.all([
    store.days(),
    store.names("place"),
    store.names("story"),
    store.pages(),
    ...KINDS.map((kind) => store.names(kind)),
  ]);
  const of = (kind: Kind): readonly Name[] => columns[KINDS.indexOf(kind)] ?? [];
  const runs = (names: readonly Name[]): (readonly [string, string])[] => names.map(([id, held]) => [id, held] as const);
  const groups = new Map<Group, ReadonlyMap<string, string>>([
    ["place", new Map([...runs(places), ...runs(of("city"))])],
    ["actor", new Map(runs(of("actor")))],
    ["source", new Map(runs(of("source")))],
    ["story", new Map(runs(stories))],
  ]);
  const kinds = new Map(KINDS.map((kind) => [kind, columnOf(of(kind))] as const));
  return new Archive(daysOf(days), groups, kinds, pages);
}
