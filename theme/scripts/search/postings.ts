/**
 * A lunr index of a few terms that scores as the whole one does: each term keeps its number (`_index`), which settles
 * the order in which lunr sums, and a field's vector holds only the elements that the query can touch. What lunr finds
 * of one article depends on no other, so that it can be asked for some articles at a time.
 */
import type lunr from "lunr";
import { numbers } from "./digits.ts";
import { type Posting, type TokenSet, untyped, type Vector } from "./lunr.ts";
import type { Entry } from "./store.ts";

/** A term with its postings, field by field: articles, rising, and their scores. */
export interface Term {
  readonly term: string;
  readonly number: number;
  readonly columns: readonly { readonly articles: Int32Array; readonly scores: Float64Array }[];
}

export function termOf([term, number, , ...columns]: Entry): Term {
  return { term, number, columns: columns.map(decoded) };
}

/** Scores come in thousandths, to which lunr rounds. */
function decoded(column: string): Term["columns"][number] {
  const held = numbers(column);
  const articles = new Int32Array(held.length / 2);
  const scores = new Float64Array(held.length / 2);
  let article = 0;
  for (let i = 0; i < articles.length; i += 1) {
    articles[i] = article += held[2 * i] as number;
    scores[i] = (held[2 * i + 1] as number) / 1000;
  }
  return { articles, scores };
}

/** All terms as lunr looks for them. Each clause names its terms exactly, so that none has to be searched for. */
export function tokensOf(terms: readonly Term[]): Pick<TokenSet, "intersect"> {
  const held = new Set(terms.map(({ term }) => term));
  return { intersect: (words) => ({ toArray: () => words.toArray().filter((term) => held.has(term)) }) };
}

export interface Parts {
  /** In the order of their numbers, in which lunr keeps a vector's elements. */
  readonly terms: readonly Term[];
  readonly tokens: Pick<TokenSet, "intersect">;
  readonly fields: readonly string[];
  /** The terms that a clause's words stand for, which lunr asks its pipeline. */
  readonly run: (words: string) => readonly string[];
  /** Rising numbers. */
  readonly articles: Int32Array;
}

/** The index of those articles. */
export function indexOf({ terms, tokens, fields, run, articles }: Parts): lunr.Index {
  const invertedIndex: Record<string, Posting> = Object.create(null);
  const fieldVectors: Record<string, Vector> = Object.create(null);
  for (const { term, number, columns } of terms) {
    const posting = { _index: number } as Posting;
    fields.forEach((field, f) => {
      const held: Record<string, object> = (posting[field] = Object.create(null));
      const column = columns[f];
      if (column === undefined) return;
      for (const [article, score] of common(column, articles)) {
        held[article] = NOTHING;
        const vector = (fieldVectors[`${field}/${article}`] ??= new untyped.Vector());
        vector.elements.push(number, score);
      }
    });
    invertedIndex[term] = posting;
  }
  const pipeline = { runString: (words: string) => [...run(words)] };
  return new untyped.Index({ invertedIndex, fieldVectors, fields: [...fields], tokenSet: tokens, pipeline });
}

/** The articles that both have, with their scores. */
function* common(column: Term["columns"][number], wanted: Int32Array): Generator<[number, number]> {
  const { articles, scores } = column;
  const some = articles.length < wanted.length ? articles : wanted;
  const other = some === wanted ? articles : wanted;
  let at = 0;
  for (let i = 0; i < some.length; i += 1) {
    const article = some[i] as number;
    at = firstFrom(other, article, at);
    if (other[at] === article) yield [article, scores[some === wanted ? at : i] as number];
  }
}

const NOTHING = {};

/** The place of the first number that is not below the wanted one, from a place on. */
export function firstFrom(sorted: Int32Array, wanted: number, from = 0): number {
  let low = from;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
