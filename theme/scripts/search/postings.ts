/**
 * A lunr index of a few terms that scores as the whole one does: each term keeps its number (`_index`), which settles
 * the order in which lunr sums, and a field's vector holds only the elements that the query can touch. What lunr finds
 * of one article depends on no other, so that a long query can be answered for some articles at a time.
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

/** Where to cut the articles so that no part has more than so many postings; the last number is that of all articles. */
export function cuts(terms: readonly Term[], documents: number, most: number, each: number): number[] {
  const counts = new Int32Array(documents).fill(each);
  for (const { columns } of terms) {
    for (const { articles } of columns) for (const article of articles) counts[article] = (counts[article] as number) + 1;
  }
  const ends: number[] = [];
  let size = 0;
  counts.forEach((count, article) => {
    if (size > 0 && size + count > most) {
      ends.push(article);
      size = 0;
    }
    size += count;
  });
  return [...ends, documents];
}

export interface Parts {
  /** Sorted by UTF-16 unit. */
  readonly terms: readonly Term[];
  readonly tokens: TokenSet;
  readonly fields: readonly string[];
  /** The terms that a clause's words stand for, which lunr asks its pipeline. */
  readonly run: (words: string) => readonly string[];
  /** The first article of the part, and the first behind it. */
  readonly from: number;
  readonly to: number;
  /** Whether results may hold articles that no term names, as for a query of prohibitions alone. */
  readonly all: boolean;
}

export function indexOf({ terms, tokens, fields, run, from, to, all }: Parts): lunr.Index {
  const invertedIndex: Record<string, Posting> = Object.create(null);
  const fieldVectors: Record<string, Vector> = Object.create(null);
  if (all) for (let n = from; n < to; n += 1) fieldVectors[`${fields[0]}/${n}`] = new untyped.Vector();
  for (const { term, number, columns } of terms) {
    const posting = { _index: number } as Posting;
    fields.forEach((field, f) => {
      const held: Record<string, object> = (posting[field] = Object.create(null));
      const column = columns[f];
      if (column === undefined) return;
      for (let i = firstFrom(column.articles, from); i < column.articles.length; i += 1) {
        const article = column.articles[i] as number;
        if (article >= to) break;
        held[article] = NOTHING;
        const vector = (fieldVectors[`${field}/${article}`] ??= new untyped.Vector());
        vector.insert(number, column.scores[i] as number);
      }
    });
    invertedIndex[term] = posting;
  }
  const pipeline = { runString: (words: string) => [...run(words)] };
  return new untyped.Index({ invertedIndex, fieldVectors, fields: [...fields], tokenSet: tokens, pipeline });
}

const NOTHING = {};

function firstFrom(sorted: Int32Array, wanted: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
