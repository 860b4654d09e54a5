/** The search itself: a query in, ranked articles out. Knows nothing of the page. */
import type lunr from "lunr";
import { best, estimate } from "./estimate.ts";
import { byUnit, expand, type Expansion, matching, MOST_TERMS } from "./expand.ts";
import { Presence } from "./lunr.ts";
import { Steps } from "./pause.ts";
import type { Phrase } from "./phrases.ts";
import { firstFrom, indexOf, type Term, termOf, tokensOf } from "./postings.ts";
import { type Clause, plan } from "./query.ts";
import { t } from "../words/words.ts";
import type { Entry, Store } from "./store.ts";

/** Occurrences (a term in a field of an article) that all of a query's words may stand for together. */
export const MOST_OCCURRENCES = 200_000;
/** How many of the best hits lunr scores; of the others the last bit of the score may differ. */
export const EXACT = 300;
/** Articles that lunr is given at a time, so that no step of the work lasts long. */
const PART = 400;

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

/**
 * Answer a query in lunr's syntax; an empty one is answered with every article, newest first. lunr itself scores at
 * least the `exact` best hits.
 */
export async function search(text: string, store: Store, steps = new Steps(), exact = EXACT): Promise<Answer> {
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
  const hits = await rank({ clauses, words, terms, fields: directory.fields, documents: directory.documents, exact, steps });
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
    // What a pattern does not find it does not find without its stars, which lunr would take for endless words.
    words.push(held.length > 0 ? held : clause.terms.slice(0, 1).map((term) => term.replaceAll("*", "")));
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
  readonly exact: number;
  readonly steps: Steps;
}

/** lunr scores the articles that can be among the best; the order of the others is that of their estimates. */
async function rank(ranked: Ranked): Promise<Hit[]> {
  const { clauses, words, terms, fields, documents, exact, steps } = ranked;
  const estimated = estimate({ clauses, words, terms: new Map(terms.map((term) => [term.term, term])), fields, documents });
  await steps.next();
  const negated = clauses.every((clause) => clause.presence === Presence.PROHIBITED);
  const chosen = negated ? new Int32Array() : best(estimated, exact);
  const scored = await scoresOf(chosen, ranked);
  const found = foundIn(ranked);
  const hits = [...estimated.matching].map((number) => new Found(number, scored.get(number) ?? (estimated.scores[number] as number), found));
  await steps.next();
  return hits.sort((a, b) => b.score - a.score || a.number - b.number);
}

/** lunr's own scores of those articles, rising numbers. */
async function scoresOf(chosen: Int32Array, { clauses, words, terms, fields, steps }: Ranked): Promise<Map<number, number>> {
  const tokens = tokensOf(terms);
  const numbered = [...terms].sort((a, b) => a.number - b.number);
  const run = (clause: string): readonly string[] => words[Number(clause)] ?? [];
  const scores = new Map<number, number>();
  for (let at = 0; at < chosen.length; at += PART) {
    const index = indexOf({ terms: numbered, tokens, fields, run, articles: chosen.subarray(at, at + PART) });
    const results = index.query((query) => {
      clauses.forEach((clause, n) => query.clause(asked(clause, n)));
    });
    for (const { ref, score } of results) scores.set(Number(ref), score);
    await steps.next();
  }
  return scores;
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
  readonly #terms: (article: number) => ReadonlyMap<string, ReadonlySet<string>>;

  constructor(number: number, score: number, terms: (article: number) => ReadonlyMap<string, ReadonlySet<string>>) {
    this.number = number;
    this.score = score;
    this.#terms = terms;
  }

  get terms(): ReadonlyMap<string, ReadonlySet<string>> {
    return this.#terms(this.number);
  }
}

/** Tells for an article the terms found in each field. */
function foundIn({ clauses, words, terms, fields }: Ranked): (article: number) => ReadonlyMap<string, ReadonlySet<string>> {
  const named = new Map(terms.map((term) => [term.term, term]));
  return (article) => {
    const found = new Map<string, Set<string>>();
    for (const [n, clause] of clauses.entries()) {
      if (clause.presence === Presence.PROHIBITED) continue;
      for (const word of words[n] ?? []) {
        named.get(word)?.columns.forEach(({ articles }, f) => {
          const field = fields[f] as string;
          if (!clause.fields.includes(field) || articles[firstFrom(articles, article)] !== article) return;
          found.set(field, (found.get(field) ?? new Set()).add(word));
        });
      }
    }
    return found;
  };
}

function everything(documents: number): Hit[] {
  return Array.from({ length: documents }, (_, number) => ({ number, score: 0, terms: NONE }));
}

const NONE: ReadonlyMap<string, ReadonlySet<string>> = new Map();

function aliasesOf(entries: readonly Entry[]): Aliases {
  return new Map(entries.flatMap(([term, , names]) => (names === 0 ? [] : [[term, new Map(names)] as const])));
}

function tooMany(clause: Clause): string {
  return t("“%(word)s” stands for too many words: write more letters.", { word: clause.written });
}
