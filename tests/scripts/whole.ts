/** lunr.js's own answers over the whole index that lunr.py made of the same articles. */
import lunr from "lunr";
import { type Languages, queryTerms, tokens } from "../../theme/scripts/search/tokens.ts";

/** A parsed clause, and the parts of lunr that its published types leave out. */
type Clause = lunr.Query.Clause & { usePipeline: boolean };
interface Untyped {
  TokenSet: { fromClause(clause: object): object };
  QueryParser: new (text: string, query: lunr.Query) => { parse(): void };
}
const { TokenSet, QueryParser } = lunr as unknown as Untyped;

/**
 * An index, asked in lunr's syntax. Its pipeline is ours, which folds and stems as the articles
 * were; of the terms for which a word may stand it takes those that are there, else the first, as lunr takes a required
 * word for missing as soon as one of its terms is.
 */
export function asked(index: lunr.Index, languages: Languages): (text: string) => lunr.Index.Result[] {
  const { tokenSet } = index as unknown as { tokenSet: { intersect(other: object): { toArray(): string[] } } };
  const terms = new Map<string, string[]>();
  Object.assign(index, { pipeline: { runString: (key: string) => terms.get(key) ?? [] } });
  return (text) =>
    index.query((query) => {
      new QueryParser(text, query).parse();
      for (const [n, clause] of (query.clauses as Clause[]).entries()) {
        if (!clause.usePipeline) continue;
        const all = tokens(clause.term).flatMap((token) => queryTerms(token, languages));
        const held = all.filter((term) => tokenSet.intersect(TokenSet.fromClause({ ...clause, term })).toArray().length > 0);
        terms.set(String(n), held.length > 0 ? held : all.slice(0, 1));
        clause.term = String(n);
      }
    });
}

/** Best first; of equal scores the newer article, then the smaller id: the number tells both. */
export function listed(results: readonly lunr.Index.Result[]): { number: number; score: number }[] {
  const hits = results.map(({ ref, score }) => ({ number: Number(ref), score }));
  return hits.sort((a, b) => b.score - a.score || a.number - b.number);
}
