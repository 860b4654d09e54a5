/**
 * A lunr index of a few terms that scores as the whole one does: each term keeps its number (`_index`), which settles
 * the order in which lunr sums, and a field's vector holds only the elements that the query can touch.
 */
import type lunr from "lunr";
import { type Posting, untyped, type Vector } from "./lunr.ts";
import type { Entry } from "./store.ts";

export interface Parts {
  readonly entries: readonly Entry[];
  readonly fields: readonly string[];
  /** The terms that a clause's words stand for, which lunr asks its pipeline. */
  readonly run: (words: string) => readonly string[];
  /** Articles that results may hold though no term names them: all of them, for a query of prohibitions alone. */
  readonly all: number;
}

export function indexOf({ entries, fields, run, all }: Parts): lunr.Index {
  const invertedIndex: Record<string, Posting> = Object.create(null);
  const fieldVectors: Record<string, Vector> = Object.create(null);
  for (let n = 0; n < all; n += 1) fieldVectors[`${fields[0]}/${n}`] = new untyped.Vector();
  const sorted = [...entries].sort((a, b) => (a[0] < b[0] ? -1 : 1));
  for (const [term, number, ...columns] of sorted) {
    const posting = { _index: number } as Posting;
    fields.forEach((field, f) => {
      posting[field] = Object.create(null) as Record<string, object>;
      decode(columns[f] ?? [], (ref, score) => {
        (posting[field] as Record<string, object>)[ref] = {};
        const vector = (fieldVectors[`${field}/${ref}`] ??= new untyped.Vector());
        vector.upsert(number, score, (_, given) => given);
      });
    });
    invertedIndex[term] = posting;
  }
  return new untyped.Index({
    invertedIndex,
    fieldVectors,
    fields: [...fields],
    tokenSet: untyped.TokenSet.fromArray(sorted.map(([term]) => term)),
    pipeline: { runString: (words) => [...run(words)] },
  });
}

/** Walk a column: steps between articles and scores in thousandths, to which lunr rounds. */
function decode(column: readonly number[], take: (ref: number, score: number) => void): void {
  let ref = 0;
  for (let i = 0; i + 1 < column.length; i += 2) {
    ref += column[i] as number;
    take(ref, (column[i + 1] as number) / 1000);
  }
}
