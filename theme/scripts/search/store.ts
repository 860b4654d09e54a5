/** The files below search/, as plugins/daybook/search/files.py writes them, and how the page asks for them. */

/** What each file hands over. */
export interface Directory {
  readonly version: number;
  /** How many articles there are; they are numbered newest first. */
  readonly documents: number;
  readonly fields: readonly string[];
  readonly stemmed: boolean;
  readonly plain: boolean;
  /** The first number in each `articles-<n>`. */
  readonly articles: readonly number[];
  /** The first term in each `terms-<n>`. */
  readonly terms: readonly string[];
}

/** The term, its number in the whole index, and for each field steps and scores in thousandths. */
export type Entry = readonly [string, number, ...(readonly number[])[]];

export interface Record {
  readonly id: string;
  readonly title: string;
  /** Of its page, from the site's root. */
  readonly address: string;
  /** ISO day; empty where it is undated. */
  readonly day: string;
  readonly lang: string;
  readonly dir: string;
  /** The name, then its aliases; empty where none is known. */
  readonly source: readonly string[];
  readonly places: readonly (readonly string[])[];
  readonly actors: readonly (readonly string[])[];
  readonly text: readonly string[];
}

export interface Column {
  /** Id, name, aliases. */
  readonly names: readonly (readonly [string, string, ...string[]])[];
  /** The numbers of each article's names. */
  readonly of: readonly (readonly number[])[];
}

export interface Facets {
  /** Runs of articles of one day, newest first; the empty day is that of the undated. */
  readonly days: readonly (readonly [string, number])[];
  readonly city: Column;
  readonly actor: Column;
  readonly source: Column;
}

export const VERSION = 1;

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

  facets(): Promise<Facets> {
    return this.#get("facets");
  }

  /** All terms of the index, sorted by UTF-16 unit. */
  async vocabulary(): Promise<string[]> {
    const words = await this.#get<string>("vocabulary");
    return words === "" ? [] : words.split(" ");
  }

  /** The shard of a number. */
  terms(shard: number): Promise<readonly Entry[]> {
    return this.#get(`terms-${shard}`);
  }

  /** The article of a number. */
  async article(number: number): Promise<Record> {
    const { articles } = await this.directory();
    const chunk = lastNotAfter(articles, number);
    const records = await this.#get<readonly Record[]>(`articles-${chunk}`);
    const record = records[number - (articles[chunk] ?? 0)];
    if (record === undefined) throw new Error(`expected article ${number} in articles-${chunk}: build the site again`);
    return record;
  }

  #get<T>(name: string): Promise<T> {
    const held = this.#held.get(name) ?? this.#load(name);
    this.#held.set(name, held);
    held.catch(() => this.#held.delete(name));
    return held as Promise<T>;
  }
}

/** The place of the last value that does not come after the wanted one, in sorted values; 0 where all do. */
export function lastNotAfter<T>(sorted: readonly T[], wanted: T): number {
  let low = 0;
  let high = sorted.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as T) <= wanted) low = middle;
    else high = middle;
  }
  return low;
}
