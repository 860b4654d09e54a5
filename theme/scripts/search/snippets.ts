/** Where a text names what was searched for, as runs of words that the page can mark. */
import { term, words } from "./tokens.ts";

export interface Run {
  readonly text: string;
  readonly hit: boolean;
}

/** UTF-16 units of a text that are looked at. */
const READ = 200_000;
/** About so many units does a fragment show. */
const LENGTH = 180;
const FRAGMENTS = 2;
/** Hits that are looked at. */
const HITS = 2_000;

interface Span {
  readonly start: number;
  readonly end: number;
  readonly term: string;
}

/** A whole text, its hits marked. */
export function marked(text: string, terms: ReadonlySet<string>, lang: string): Run[] {
  return cut(text, { start: 0, end: text.length }, spans(text, terms, lang));
}

/** The fragments of a text that tell most of the terms; its beginning where it holds none. */
export function snippets(paragraphs: readonly string[], terms: ReadonlySet<string>, lang: string): Run[][] {
  const text = paragraphs.join("\n").slice(0, READ);
  const found = terms.size > 0 ? spans(text, terms, lang) : [];
  if (found.length === 0) return text === "" ? [] : [fragment(text, widen(text, 0, 0), [])];
  const fragments: Window[] = [];
  const told = new Set<string>();
  while (fragments.length < FRAGMENTS) {
    const best = richest(text, found.filter((span) => !fragments.some((f) => inside(span, f))), told);
    if (best === null) break;
    fragments.push(best);
    for (const span of found) if (inside(span, best)) told.add(span.term);
  }
  return fragments.sort((a, b) => a.start - b.start).map((window) => fragment(text, window, found));
}

interface Window {
  readonly start: number;
  readonly end: number;
}

/** The words whose terms were searched for. */
function spans(text: string, terms: ReadonlySet<string>, lang: string): Span[] {
  const found: Span[] = [];
  if (terms.size === 0) return found;
  for (const word of words(text)) {
    const held = word.tokens.map((token) => term(token, lang)).find((t) => t !== null && terms.has(t));
    if (held) found.push({ start: word.start, end: word.end, term: held });
    if (found.length >= HITS) break;
  }
  return found;
}

/** The window with the most terms that were not told yet, then the most hits, then the first; null where none is new. */
function richest(text: string, found: readonly Span[], told: ReadonlySet<string>): Window | null {
  let best: Window | null = null;
  let most = 0;
  let last = 0;
  for (let first = 0; first < found.length; first += 1) {
    const start = (found[first] as Span).start;
    while (last < found.length && (found[last] as Span).end - start <= LENGTH) last += 1;
    const held = found.slice(first, Math.max(last, first + 1));
    const fresh = new Set(held.map((span) => span.term).filter((t) => !told.has(t))).size;
    const score = fresh === 0 ? 0 : fresh * 100 + Math.min(held.length, 99);
    if (score > most) {
      most = score;
      best = { start, end: (held.at(-1) as Span).end };
    }
  }
  return best === null ? null : widen(text, best.start, best.end);
}

/** Widen hits to a window that begins with a sentence where one begins near by, and ends with a word. */
function widen(text: string, from: number, to: number): Window {
  const line = text.lastIndexOf("\n", from - 1) + 1;
  const start = Math.min(line < from ? beginning(text, line, from) : from, from);
  const stop = text.indexOf("\n", to);
  const space = text.indexOf(" ", Math.max(to, start + LENGTH));
  const end = Math.min(space < 0 ? text.length : space, stop < 0 ? text.length : stop);
  return { start, end: Math.max(end, to) };
}

/** Where to begin, so that a hit has its sentence's beginning or some words before it. */
function beginning(text: string, line: number, hit: number): number {
  const from = Math.max(line, hit - LENGTH / 2);
  const sentence = [...text.slice(from, hit).matchAll(/[.!?…]["”’)]?\s+/gu)].at(-1);
  if (sentence !== undefined) return from + sentence.index + sentence[0].length;
  return from === line ? line : text.indexOf(" ", from) + 1;
}

function inside(span: Span, window: Window): boolean {
  return span.start >= window.start && span.end <= window.end;
}

/** A window with signs of omission where it begins or ends within a sentence. */
function fragment(text: string, window: Window, found: readonly Span[]): Run[] {
  const opens = /(?:^|\n|[.!?…]["”’)]?\s)\s*$/u.test(text.slice(Math.max(window.start - 4, 0), window.start));
  const closes = window.end >= text.length || text[window.end] === "\n" || /[.!?…]["”’)]?$/u.test(text.slice(0, window.end).slice(-2));
  const omitted = (words: string): Run => ({ text: words, hit: false });
  if (closes) return [...(opens ? [] : [omitted("… ")]), ...cut(text, window, found)];
  const end = window.start + text.slice(window.start, window.end).replace(/[\s,;:–—-]+$/u, "").length;
  return [...(opens ? [] : [omitted("… ")]), ...cut(text, { start: window.start, end }, found), omitted(" …")];
}

function cut(text: string, { start, end }: Window, found: readonly Span[]): Run[] {
  const made: Run[] = [];
  let at = start;
  for (const span of found) {
    if (span.start < at || span.end > end) continue;
    if (span.start > at) made.push({ text: text.slice(at, span.start), hit: false });
    made.push({ text: text.slice(span.start, span.end), hit: true });
    at = span.end;
  }
  if (at < end) made.push({ text: text.slice(at, end), hit: false });
  return made;
}
