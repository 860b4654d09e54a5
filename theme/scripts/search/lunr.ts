/** The parts of lunr.js that its published types leave out. */
import lunr from "lunr";

export const Presence = { OPTIONAL: 1, REQUIRED: 2, PROHIBITED: 3 } as const;
export type Presence = (typeof Presence)[keyof typeof Presence];

/** A clause as lunr's parser leaves it. */
export interface ParsedClause {
  term: string;
  fields: string[];
  boost: number;
  editDistance?: number;
  presence: Presence;
  usePipeline: boolean;
}

export interface Vector {
  /** An index, then its value, in the order of the indexes. */
  readonly elements: number[];
}

export interface TokenSet {
  intersect(other: TokenSet): Pick<TokenSet, "toArray">;
  toArray(): string[];
}

/** Where each field of a term holds it: field, then ref, then (empty) metadata. */
export type Posting = Record<string, Record<string, object>> & { _index: number };

interface IndexParts {
  invertedIndex: Record<string, unknown>;
  fieldVectors: Record<string, Vector>;
  tokenSet: Pick<TokenSet, "intersect">;
  fields: string[];
  pipeline: { runString(words: string): string[] };
}

interface Untyped {
  Index: new (parts: IndexParts) => lunr.Index;
  Query: new (fields: readonly string[]) => { clauses: ParsedClause[] };
  QueryParser: new (text: string, query: object) => { parse(): void };
  QueryParseError: new (...words: never[]) => Error & { start: number; end: number };
  TokenSet: {
    fromArray(sorted: readonly string[]): TokenSet;
    fromString(pattern: string): TokenSet;
    fromFuzzyString(term: string, distance: number): TokenSet;
  };
  Vector: new () => Vector;
}

export const untyped = lunr as unknown as Untyped;
