/**
 * What each article would score, without lunr: enough to know which articles match, and which can be among the best.
 * The sums are lunr's (the dot product with the query's vector, over its length, field by field), but not in its order,
 * so that the last bit may differ; lunr then scores those that are shown.
 */
import { Presence } from "./lunr.ts";
import type { Term } from "./postings.ts";
import type { Clause } from "./query.ts";

/** By how much an estimate may be off at most: sums of some hundred numbers below a thousand. */
export const ERROR = 1e-9;

export interface Estimated {
  /** Numbers of the articles that match, newest first. */
  readonly matching: Int32Array;
  /** By an article's number. */
  readonly scores: Float64Array;
}

interface Asked {
  readonly clauses: readonly Clause[];
  /** For each clause its terms. */
  readonly words: readonly (readonly string[])[];
  readonly terms: ReadonlyMap<string, Term>;
  readonly fields: readonly string[];
  readonly documents: number;
}

export function estimate({ clauses, words, terms, fields, documents }: Asked): Estimated {
  const scores = new Float64Array(documents);
  const found = new Uint8Array(documents);
  const required = new Uint8Array(documents);
  const seen = new Uint8Array(documents);
  const weights = fields.map(() => new Map<Term, number>());
  let demands = 0;
  clauses.forEach((clause, n) => {
    const demanded = clause.presence === Presence.REQUIRED;
    if (demanded) demands += 1;
    for (const word of words[n] ?? []) {
      const term = terms.get(word);
      if (term === undefined) continue;
      fields.forEach((field, f) => {
        if (!clause.fields.includes(field)) return;
        const weight = weights[f] as Map<Term, number>;
        if (clause.presence !== Presence.PROHIBITED) weight.set(term, (weight.get(term) ?? 0) + clause.boost);
        for (const article of term.columns[f]?.articles ?? []) {
          if (clause.presence === Presence.PROHIBITED) {
            seen[article] = GONE;
          } else {
            found[article] = 1;
            if (demanded && seen[article] !== GONE && seen[article] !== demands) {
              seen[article] = demands;
              required[article] = (required[article] as number) + 1;
            }
          }
        }
      });
    }
  });
  weights.forEach((weight, f) => add(weight, f, scores));
  const negated = clauses.every((clause) => clause.presence === Presence.PROHIBITED);
  const matching = new Int32Array(documents);
  let count = 0;
  for (let article = 0; article < documents; article += 1) {
    if (seen[article] === GONE || required[article] !== demands || !(found[article] === 1 || negated)) continue;
    matching[count] = article;
    count += 1;
  }
  return { matching: matching.subarray(0, count), scores };
}

/** Marks an article with a prohibited word; no query has so many clauses. */
const GONE = 255;

function add(weight: ReadonlyMap<Term, number>, field: number, scores: Float64Array): void {
  const length = Math.sqrt([...weight.values()].reduce((sum, value) => sum + value * value, 0));
  if (length === 0) return;
  for (const [term, value] of weight) {
    const column = term.columns[field];
    if (column === undefined) continue;
    for (let i = 0; i < column.articles.length; i += 1) {
      const article = column.articles[i] as number;
      scores[article] = (scores[article] as number) + (value * (column.scores[i] as number)) / length;
    }
  }
}

/** The matching articles that can be among so many best, newest first. */
export function best({ matching, scores }: Estimated, count: number): Int32Array {
  if (matching.length <= count) return matching;
  const sorted = Float64Array.from(matching, (article) => scores[article] as number).sort();
  const least = (sorted[sorted.length - count] as number) - 2 * ERROR;
  return matching.filter((article) => (scores[article] as number) >= least);
}
