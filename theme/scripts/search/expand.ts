/** Which terms of the index each clause stands for. */
import { type TokenSet, untyped } from "./lunr.ts";
import type { Steps } from "./pause.ts";
import type { Clause } from "./query.ts";
import { lastNotAfter, type Store } from "./store.ts";

/** Terms that one clause may stand for; beyond, the reader is asked for more letters. */
export const MOST_TERMS = 500;
/** Shards that one clause may need; each is about 12 kB to load. */
export const MOST_SHARDS = 80;
/** Terms that lunr's automata are given at a time. */
const BLOCK = 400;

/** The shards in which a clause's terms stand, and how to tell its terms among theirs. */
export interface Expansion {
  readonly shards: ReadonlySet<number>;
  readonly accepts: (term: string) => boolean;
}

/** Find where a clause's terms stand. A null says that it stands for too many. */
export async function expand(clause: Clause, store: Store, steps: Steps): Promise<Expansion | null> {
  const { terms: firsts } = await store.directory();
  if (clause.kind === "exact") return exactly(clause.terms, firsts);
  const [pattern = ""] = clause.terms;
  const prefix = clause.kind === "wildcard" && pattern.indexOf("*") === pattern.length - 1 ? pattern.slice(0, -1) : null;
  if (prefix !== null) return bounded(prefixed(prefix, firsts));
  const found = await matching(clause, await store.vocabulary(), steps);
  return found.length > MOST_TERMS ? null : bounded(exactly(found, firsts));
}

function bounded(expansion: Expansion): Expansion | null {
  return expansion.shards.size > MOST_SHARDS ? null : expansion;
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

/** The clause's terms in a sorted vocabulary, in the order in which lunr's own automata find them there. */
export async function matching(clause: Clause, vocabulary: readonly string[], steps: Steps): Promise<string[]> {
  const found: string[] = [];
  for (const term of clause.terms) {
    if (clause.kind === "exact") {
      if (vocabulary[lastNotAfter(vocabulary, term)] === term) found.push(term);
      continue;
    }
    const candidates = vocabulary.filter(clause.kind === "fuzzy" ? near(term, clause.distance) : like(term));
    await steps.next();
    const automaton = clause.kind === "fuzzy" ? untyped.TokenSet.fromFuzzyString(term, clause.distance) : untyped.TokenSet.fromString(term);
    const held: string[] = [];
    for (let i = 0; i < candidates.length; i += BLOCK) {
      held.push(...among(candidates.slice(i, i + BLOCK), automaton));
      await steps.next();
    }
    found.push(...(candidates.length > BLOCK && held.length <= MOST_TERMS ? among(held.sort(byUnit), automaton) : held));
  }
  return found;
}

function among(sorted: readonly string[], automaton: TokenSet): string[] {
  return untyped.TokenSet.fromArray(sorted).intersect(automaton).toArray();
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
