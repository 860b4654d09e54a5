/** Which terms of the index each clause stands for. */
import { untyped } from "./lunr.ts";
import type { Clause } from "./query.ts";
import { lastNotAfter, type Store } from "./store.ts";

/** Terms that one clause may stand for; beyond, the reader is asked for more letters. */
export const MOST_TERMS = 500;
/** Occurrences (a term in a field of an article) that all of a query's clauses with * or ~ may stand for together. */
export const MOST_OCCURRENCES = 10_000;

/** The shards in which a clause's terms stand, and the terms themselves where only the vocabulary tells them. */
export interface Expansion {
  readonly shards: ReadonlySet<number>;
  readonly accepts: (term: string) => boolean;
}

/** Find where a clause's terms stand. A null says that it stands for too many. */
export async function expand(clause: Clause, store: Store): Promise<Expansion | null> {
  const { terms: firsts } = await store.directory();
  if (clause.kind === "exact") return exactly(clause.terms, firsts);
  const [pattern = ""] = clause.terms;
  const stem = clause.kind === "wildcard" && pattern.indexOf("*") === pattern.length - 1 ? pattern.slice(0, -1) : null;
  if (stem !== null) return prefixed(stem, firsts);
  const found = matching(clause, await store.vocabulary());
  return found.length > MOST_TERMS ? null : exactly(found, firsts);
}

function exactly(terms: readonly string[], firsts: readonly string[]): Expansion {
  const wanted = new Set(terms);
  const shards = new Set(terms.map((term) => lastNotAfter(firsts, term)));
  return { shards, accepts: (term) => wanted.has(term) };
}

function prefixed(prefix: string, firsts: readonly string[]): Expansion {
  const shards = new Set<number>();
  for (let n = lastNotAfter(firsts, prefix); n < firsts.length; n += 1) {
    const first = firsts[n] as string;
    if (shards.size > 0 && first > prefix && !first.startsWith(prefix)) break;
    shards.add(n);
  }
  return { shards, accepts: (term) => term.startsWith(prefix) };
}

/** Sorts as the index is sorted. */
export function byUnit(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** The clause's terms in a sorted vocabulary, found by lunr's own automata among those that can come into question. */
export function matching(clause: Clause, vocabulary: readonly string[]): string[] {
  const found = new Set<string>();
  for (const term of clause.terms) {
    if (clause.kind === "exact") {
      if (vocabulary.includes(term)) found.add(term);
      continue;
    }
    const candidates = vocabulary.filter(clause.kind === "fuzzy" ? near(term, clause.distance) : like(term));
    const automaton =
      clause.kind === "fuzzy"
        ? untyped.TokenSet.fromFuzzyString(term, clause.distance)
        : untyped.TokenSet.fromString(term);
    for (const hit of untyped.TokenSet.fromArray(candidates).intersect(automaton).toArray()) found.add(hit);
  }
  return [...found];
}

/** What an edit distance allows at all: lengths that differ by no more, and two letters an edit that one word lacks. */
function near(term: string, distance: number): (candidate: string) => boolean {
  const bag = new Int16Array(256);
  for (let i = 0; i < term.length; i += 1) bump(bag, term, i, 1);
  const left = new Int16Array(256);
  return (candidate) => {
    if (Math.abs(candidate.length - term.length) > distance) return false;
    left.set(bag);
    let excess = 0;
    for (let i = 0; i < candidate.length; i += 1) if (bump(left, candidate, i, -1) < 0) excess += 1;
    return excess <= distance;
  };
}

/** Letters are kept by the low byte of their code: a clash makes two words seem nearer, never farther. */
function bump(bag: Int16Array, word: string, at: number, by: number): number {
  const letter = word.charCodeAt(at) & 255;
  return (bag[letter] = (bag[letter] as number) + by);
}

function like(pattern: string): (candidate: string) => boolean {
  const parts = pattern.split("*");
  const [head = ""] = parts;
  const tail = parts.at(-1) ?? "";
  return (candidate) =>
    candidate.length >= pattern.length - (parts.length - 1) &&
    candidate.startsWith(head) &&
    candidate.endsWith(tail) &&
    parts.every((part) => candidate.includes(part));
}
