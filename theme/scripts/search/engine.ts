/** The search itself: a query in, ranked articles out. Knows nothing of the page. */
import type lunr from "lunr";
import { byUnit, expand, type Expansion, matching, MOST_TERMS } from "./expand.ts";
import { Presence, untyped } from "./lunr.ts";
import { Steps } from "./pause.ts";
import type { Phrase } from "./phrases.ts";
import { cuts, indexOf, type Term, termOf } from "./postings.ts";
import { type Clause, plan } from "./query.ts";
import type { Entry, Store } from "./store.ts";

/** Occurrences (a term in a field of an article) that all of a query's words may stand for together. */
export const MOST_OCCURRENCES = 250_000;
/** Occurrences that lunr is given at a time, so that no step of the work lasts long. */
const PART = 4_000;

export interface Hit {
  /** The article's number: its rank by day, newest first. */
  readonly number: number;
  readonly score: number;
  /** Field to the terms found in it. */
  readonly terms: ReadonlyMap<string, ReadonlySet<string>>;
}

/** For a term the names that it finds by an alias alone, each with that alias. */
export type Aliases = ReadonlyMap<string, ReadonlyMap<string, string>>;

export interface Answer {
  /** Best first; of equal scores the newer article, then the smaller id. */
  readonly hits: readonly Hit[];
  readonly aliases: Aliases;
  /** What the hits' texts have yet to be read for. */
  readonly phrases: readonly Phrase[];
  readonly notes: readonly string[];
  readonly error: string;
}

/** Answer a query in lunr's syntax; an empty one is answered with every article, newest first. */
export async function search(text: string, store: Store, steps = new Steps()): Promise<Answer> {
  const directory = await store.directory();
  if (text.trim() === "") return answered({ hits: everything(directory.documents) });
  const { clauses, phrases, notes, error } = plan(text, directory.fields, directory);
  if (error !== "" || clauses.length === 0) return answered({ notes, error });
  const expansions = new Map<string, Expansion>();
  for (const clause of clauses) {
    const found = expansions.get(key(clause)) ?? (await expand(clause, store, steps));
    if (found === null) return answered({ notes, error: tooMany(clause) });
    expansions.set(key(clause), found);
  }
  const entries = await load([...expansions.values()], store);
  const words = await wordsOf(clauses, entries, steps);
  const terms = entries.map(termOf);
  const excess = exceeding(clauses, words, terms);
  if (excess !== undefined) return answered({ notes, error: tooMany(excess) });
  const hits = await rank({ clauses, words, terms, fields: directory.fields, documents: directory.documents, steps });
  return answered({ hits, phrases, notes, aliases: aliasesOf(entries) });
}

function answered(answer: Partial<Answer>): Answer {
  return { hits: [], aliases: new Map(), phrases: [], notes: [], error: "", ...answer };
}

async function load(expansions: readonly Expansion[], store: Store): Promise<Entry[]> {
  const { terms } = await store.directory();
  const wanted = [...new Set(expansions.flatMap((e) => [...e.shards]))].filter((shard) => shard < terms.length);
  const shards = await Promise.all(wanted.map((shard) => store.terms(shard)));
  const entries = shards.flat().filter(([term]) => expansions.some((e) => e.accepts(term)));
  return entries.sort(([one], [other]) => byUnit(one, other));
}

/** Clauses of one key stand for the same terms. */
function key(clause: Clause): string {
  return `${clause.kind} ${clause.distance} ${clause.terms.join(" ")}`;
}

/**
 * For each clause those of its terms that the index holds. Where it holds none, the first: lunr has to see that a word
 * is missing, but takes a required word for missing as soon as one of its terms is.
 */
async function wordsOf(clauses: readonly Clause[], entries: readonly Entry[], steps: Steps): Promise<string[][]> {
  const known = entries.map(([term]) => term);
  const words: string[][] = [];
  for (const clause of clauses) {
    const held = await matching(clause, known, steps);
    words.push(held.length > 0 ? held : clause.terms.slice(0, 1));
  }
  return words;
}

/** The first clause with which the bounds are broken. */
function exceeding(clauses: readonly Clause[], words: readonly string[][], terms: readonly Term[]): Clause | undefined {
  const sizes = new Map(terms.map(({ term, columns }) => [term, columns.reduce((sum, { articles }) => sum + articles.length, 0)]));
  let occurrences = 0;
  return clauses.find((_, n) => {
    const held = words[n] ?? [];
    for (const word of held) occurrences += sizes.get(word) ?? 0;
    return held.length > MOST_TERMS || occurrences > MOST_OCCURRENCES;
  });
}

interface Ranked {
  readonly clauses: readonly Clause[];
  readonly words: readonly string[][];
  readonly terms: readonly Term[];
  readonly fields: readonly string[];
  readonly documents: number;
  readonly steps: Steps;
}

async function rank({ clauses, words, terms, fields, documents, steps }: Ranked): Promise<Hit[]> {
  const all = clauses.every((clause) => clause.presence === Presence.PROHIBITED);
  const tokens = untyped.TokenSet.fromArray(terms.map(({ term }) => term));
  const run = (clause: string): readonly string[] => words[Number(clause)] ?? [];
  const hits: Hit[] = [];
  let from = 0;
  for (const to of cuts(terms, documents, PART, all ? 1 : 0)) {
    const index = indexOf({ terms, tokens, fields, run, from, to, all });
    const results = index.query((query) => {
      clauses.forEach((clause, n) => query.clause(asked(clause, n)));
    });
    for (const result of results) hits.push(new Found(result));
    from = to;
    await steps.next();
  }
  return hits.sort((a, b) => b.score - a.score || a.number - b.number);
}

/** A clause as lunr takes it; its term is its number, for which the pipeline gives the terms. */
function asked(clause: Clause, number: number): lunr.Query.Clause {
  return {
    term: String(number),
    fields: [...clause.fields],
    boost: clause.boost,
    usePipeline: true,
    wildcard: 0,
    presence: clause.presence,
  } as unknown as lunr.Query.Clause;
}

class Found implements Hit {
  readonly number: number;
  readonly score: number;
  readonly #metadata: object;

  constructor(result: lunr.Index.Result) {
    this.number = Number(result.ref);
    this.score = result.score;
    this.#metadata = result.matchData.metadata;
  }

  get terms(): ReadonlyMap<string, ReadonlySet<string>> {
    const terms = new Map<string, Set<string>>();
    for (const [term, fields] of Object.entries(this.#metadata as Record<string, object>)) {
      for (const field of Object.keys(fields)) terms.set(field, (terms.get(field) ?? new Set()).add(term));
    }
    return terms;
  }
}

function everything(documents: number): Hit[] {
  return Array.from({ length: documents }, (_, number) => ({ number, score: 0, terms: NONE }));
}

const NONE: ReadonlyMap<string, ReadonlySet<string>> = new Map();

function aliasesOf(entries: readonly Entry[]): Aliases {
  return new Map(entries.flatMap(([term, , names]) => (names === 0 ? [] : [[term, new Map(names)] as const])));
}

function tooMany(clause: Clause): string {
  return `“${clause.written}” stands for too many words: write more letters.`;
}
