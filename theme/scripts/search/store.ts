/** The files below search/, as plugins/daybook/search/files.py writes them, and how the page asks for them. */
import { rising } from "./digits.ts";
import { inflated } from "./inflate.ts";
import type { Kind } from "./state.ts";

/** What each file hands over. */
export interface Directory {
  readonly version: number;
  /** How many articles there are; they are numbered newest first. */
  readonly documents: number;
  readonly fields: readonly string[];
  readonly stemmed: boolean;
  readonly plain: boolean;
  /** The first number in each `articles-<n>`, as rising numbers in characters. */
  readonly articles: string;
  /** The first term in each `terms-<n>`. */
  readonly terms: readonly string[];
}

/**
 * The term, its number in the whole index, the names that have it in an alias alone (`[name, alias]`; 0 where there
 * are none), and for each field, in characters, the step from the article before and the score in thousandths, in turn.
 */
export type Entry = readonly [string, number, 0 | readonly (readonly [string, string])[], ...string[]];

/** An article as the result list shows it. */
export interface Record {
  /** Of its page, from the site's root. */
  readonly address: string;
  /** ISO day; empty where it is undated. */
  readonly day: string;
  /** Empty where none is stated. */
  readonly source: string;
  readonly places: readonly string[];
  readonly actors: readonly string[];
  readonly title: string;
  readonly lang: string;
  readonly dir: string;
  readonly text: readonly string[];
  /** The byline; empty where none is stated. */
  readonly by: string;
  /** Where it was published first; empty where unknown. */
  readonly url: string;
  /** ISO day, month or year, as far as it is proven; empty where it is undated. */
  readonly issued: string;
}

type Packed = [string, string, number, number[], number[], string, string, string, string[], string?, string?, string?];

/** Id, the rising numbers of its articles in characters, name, aliases. */
export type Held = readonly [string, string, string, ...string[]];

/** Runs of articles of one day, newest first; the empty day is that of the undated. */
export type Days = readonly (readonly [string, number])[];

export const VERSION = 2;

/** Gives the value of a file below search/ by its name without `.js`. */
export type Load = (name: string) => Promise<unknown>;

/** The files, each asked for at most once and only when needed. */
export class Store {
  readonly #held = new Map<string, Promise<unknown>>();
  readonly #load: Load;

  constructor(load: Load) {
    this.#load = load;
  }

  async directory(): Promise<Directory> {
    const directory = await this.#get<Directory>("directory");
    if (directory.version !== VERSION) {
      throw new Error(`expected search data of version ${VERSION}, found ${directory.version}: build the site again`);
    }
    return directory;
  }

  days(): Promise<Days> {
    return this.#get("days");
  }

  /** What leads from the address of an article's page to its number; see `pages` in plugins/daybook/search/facets.py. */
  pages(): Promise<readonly [number, number, string]> {
    return this.#get("pages");
  }

  /** All names of a kind, in their order; `place` are the places that are no cities; of a story the name is empty. */
  names(kind: Kind | "place" | "story"): Promise<readonly Held[]> {
    return this.#get(kind);
  }

  /** All terms of the index, sorted by UTF-16 unit. */
  vocabulary(): Promise<readonly string[]> {
    return this.#made("vocabulary of words", async () => {
      const words = await this.#get<string>("vocabulary");
      return words === "" ? [] : words.split(" ");
    });
  }

  /** The shard of a number. */
  terms(shard: number): Promise<readonly Entry[]> {
    return this.#get(`terms-${shard}`);
  }

  /** The article of a number. */
  async article(number: number): Promise<Record> {
    const firsts = await this.#made("firsts", async () => rising((await this.directory()).articles));
    const chunk = lastNotAfter(firsts, number);
    const records = await this.#made(`chunk ${chunk}`, () => this.#records(chunk));
    const record = records[number - (firsts[chunk] ?? 0)];
    if (record === undefined) throw new Error(`expected article ${number} in articles-${chunk}: build the site again`);
    return record;
  }

  async #records(chunk: number): Promise<Record[]> {
    const packed = await this.#get<string>(`articles-${chunk}`);
    const [names, articles] = JSON.parse(await inflated(packed)) as [string[], Packed[]];
    const named = (numbers: readonly number[]): string[] => numbers.map((n) => names[n] ?? "");
    return articles.map(([address, day, source, places, actors, title, lang, dir, text, by = "", url = "", issued = day]) => {
      return { address, day, source: names[source] ?? "", places: named(places), actors: named(actors), title, lang, dir, text, by, url, issued };
    });
  }

  #get<T>(name: string): Promise<T> {
    return this.#made(name, () => this.#load(name) as Promise<T>);
  }

  #made<T>(key: string, make: () => Promise<T>): Promise<T> {
    const held = this.#held.get(key) ?? make();
    this.#held.set(key, held);
    held.catch(() => this.#held.delete(key));
    return held as Promise<T>;
  }
}

/** The place of the last value that does not come after the wanted one, in sorted values; 0 where all do. */
export function lastNotAfter<T>(sorted: ArrayLike<T>, wanted: T): number {
  let low = 0;
  let high = sorted.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as T) <= wanted) low = middle;
    else high = middle;
  }
  return low;
}
