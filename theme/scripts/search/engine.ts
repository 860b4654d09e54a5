/** The search itself: a query in, ranked articles out. Knows nothing of the page. */
import type lunr from "lunr";
import { byUnit, expand, type Expansion, matching, MOST_OCCURRENCES, MOST_TERMS } from "./expand.ts";
import { Presence } from "./lunr.ts";
import { indexOf } from "./postings.ts";
import { type Clause, plan } from "./query.ts";
import type { Entry, Store } from "./store.ts";

export interface Hit {
  /** The article's number: its rank by day, newest first. */
  readonly number: number;
  readonly score: number;
  /** Field to the terms found in it. */
  readonly terms: ReadonlyMap<string, ReadonlySet<string>>;
}

export interface Answer {
  /** Best first; of equal scores the newer article, then the smaller id. */
  readonly hits: readonly Hit[];
  readonly notes: readonly string[];
  readonly error: string;
}

/** Answer a query in lunr's syntax; an empty one is answered with every article, newest first. */
export async function search(text: string, store: Store): Promise<Answer> {
  const directory = await store.directory();
  if (text.trim() === "") return { hits: everything(directory.documents), notes: [], error: "" };
  const { clauses, notes, error } = plan(text, directory.fields, directory);
  if (error !== "" || clauses.length === 0) return { hits: [], notes, error };
  const expansions = new Map<string, Expansion>();
  for (const clause of clauses) {
    const found = expansions.get(key(clause)) ?? (await expand(clause, store));
    if (found === null) return { hits: [], notes, error: tooMany(clause) };
    expansions.set(key(clause), found);
  }
  const entries = await load([...expansions.values()], store);
  const loose = clauses.filter((clause) => clause.kind !== "exact");
  const excess = exceeding(loose, (clause) => entries.filter(([term]) => expansions.get(key(clause))?.accepts(term)));
  if (excess !== undefined) return { hits: [], notes, error: tooMany(excess) };
  return { hits: rank(clauses, entries, directory.fields, directory.documents), notes, error: "" };
}

async function load(expansions: readonly Expansion[], store: Store): Promise<Entry[]> {
  const { terms } = await store.directory();
  const wanted = [...new Set(expansions.flatMap((e) => [...e.shards]))].filter((shard) => shard < terms.length);
  const shards = await Promise.all(wanted.map((shard) => store.terms(shard)));
  return shards.flat().filter(([term]) => expansions.some((e) => e.accepts(term)));
}

/** The first clause with which the bounds are broken. */
function exceeding(loose: readonly Clause[], found: (clause: Clause) => readonly Entry[]): Clause | undefined {
  let occurrences = 0;
  return loose.find((clause) => {
    const entries = found(clause);
    for (const [, , ...columns] of entries) for (const column of columns) occurrences += column.length / 2;
    return entries.length > MOST_TERMS || occurrences > MOST_OCCURRENCES;
  });
}

/** Clauses of one key stand for the same terms. */
function key(clause: Clause): string {
  return `${clause.kind} ${clause.distance} ${clause.terms.join(" ")}`;
}

function rank(clauses: readonly Clause[], entries: readonly Entry[], fields: readonly string[], documents: number): Hit[] {
  const known = entries.map(([term]) => term).sort(byUnit);
  const negated = clauses.every((clause) => clause.presence === Presence.PROHIBITED);
  const run = (words: string): readonly string[] => alternatives(clauses[Number(words)], known);
  const index = indexOf({ entries, fields, run, all: negated ? documents : 0 });
  const results = index.query((query) => {
    clauses.forEach((clause, n) => query.clause(asked(clause, n)));
  });
  return results.map(hit).sort((a, b) => b.score - a.score || a.number - b.number);
}

/**
 * Those of the clause's terms for which the index holds something. Where it holds nothing, the first: lunr has to see
 * that a word is missing, but takes a required word for missing as soon as one of its terms is.
 */
function alternatives(clause: Clause | undefined, known: readonly string[]): readonly string[] {
  if (clause === undefined || clause.terms.length === 1) return clause?.terms ?? [];
  const held = clause.terms.filter((term) => matching({ ...clause, terms: [term] }, known).length > 0);
  return held.length > 0 ? held : clause.terms.slice(0, 1);
}

/** A clause as lunr takes it; its term is its number, for which the pipeline gives the terms. */
function asked(clause: Clause, number: number): lunr.Query.Clause {
  return {
    term: String(number),
    fields: [...clause.fields],
    boost: clause.boost,
    // Lunr takes a clause for a fuzzy one as soon as it has the key at all.
    ...(clause.kind === "fuzzy" ? { editDistance: clause.distance } : {}),
    usePipeline: true,
    wildcard: 0,
    presence: clause.presence,
  } as lunr.Query.Clause;
}

function hit(result: lunr.Index.Result): Hit {
  const terms = new Map<string, Set<string>>();
  for (const [term, fields] of Object.entries(result.matchData.metadata as Record<string, object>)) {
    for (const field of Object.keys(fields)) terms.set(field, (terms.get(field) ?? new Set()).add(term));
  }
  return { number: Number(result.ref), score: result.score, terms };
}

function everything(documents: number): Hit[] {
  return Array.from({ length: documents }, (_, number) => ({ number, score: 0, terms: new Map() }));
}

function tooMany(clause: Clause): string {
  return `“${clause.written}” stands for too many words: write more letters.`;
}
