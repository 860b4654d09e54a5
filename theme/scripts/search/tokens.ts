/**
 * From text to the terms of the index: the same contract as plugins/daybook/search/tokens.py, which says what it is.
 * Both are held to tests/search/cases/tokens.json.
 */
import lunr from "lunr";
import data from "../../../plugins/daybook/knowledge/search/tokens.json";

const STOP = new Set(data.stop);
const FOLDED = 256;
const APOSTROPHES = `[${data.apostrophes}]`;
const LETTERS = new Map(Object.entries(data.letters));

const CHARACTER = "[\\p{L}\\p{M}\\p{N}]";
const INITIALS = `(?<!${CHARACTER})\\p{L}(?:\\.\\p{L}(?!${CHARACTER}))+`;
const GROUPED = `(?<!${CHARACTER})\\p{Nd}{1,3}(?:,\\p{Nd}{3}(?!${CHARACTER}))+`;
const WORD = new RegExp(`${INITIALS}|${GROUPED}|${CHARACTER}+(?:${APOSTROPHES}${CHARACTER}+)*`, "gu");
const POSSESSIVE = new RegExp(`${APOSTROPHES}[sS]$`, "u");
const DROPPED = new RegExp(`${APOSTROPHES}|[.,]`, "gu");
const ACCENTS = /(\p{Script=Latin})\p{Mn}+/gu;
const PART = new RegExp(`${CHARACTER}+`, "gu");
const SPECIAL = new RegExp(`[${[...LETTERS.keys()].join("")}]`, "gu");
const PATTERN = new RegExp(`(?:${CHARACTER}|[*])+`, "gu");

/** A word of a text, where it stands (UTF-16 units), and its folded tokens. */
export interface Word {
  readonly start: number;
  readonly end: number;
  readonly tokens: readonly string[];
}

/** Which languages the archive holds: such with a stemmer, such without, or both. */
export interface Languages {
  readonly stemmed: boolean;
  readonly plain: boolean;
}

export function* words(text: string): Generator<Word> {
  for (const match of text.matchAll(WORD)) {
    yield { start: match.index, end: match.index + match[0].length, tokens: fold(first(match[0], FOLDED)) };
  }
}

/** The folded words of a text, in its order. */
export function tokens(text: string): string[] {
  return [...words(text)].flatMap((word) => word.tokens);
}

/** The term under which a token of that language (BCP 47) is indexed; null where it is too common. */
export function term(token: string, lang: string): string | null {
  if (!isStemmed(lang)) return token;
  return STOP.has(token) ? null : stem(token);
}

/** A token as a text of that language has it in all its forms, be it common or not. */
export function stemOf(token: string, lang: string): string {
  return isStemmed(lang) ? stem(token) : token;
}

/** The terms under which a text of that language is indexed, in its order. */
export function terms(text: string, lang: string): string[] {
  return tokens(text).map((token) => term(token, lang)).filter((found) => found !== null);
}

/** The terms that a token of a query may stand for; none where it is too common in every language of the archive. */
export function queryTerms(token: string, languages: Languages): string[] {
  const found = new Set<string>();
  if (languages.stemmed && !STOP.has(token)) found.add(stem(token));
  if (languages.plain) found.add(token);
  return [...found];
}

/** The folded patterns in a word of a query that holds wildcards: no possessive, no stem. */
export function patterns(word: string): string[] {
  return plain(word.replace(DROPPED, "")).match(PATTERN)?.map((part) => first(part, data.longest)) ?? [];
}

function isStemmed(lang: string): boolean {
  return lang.split("-", 1)[0]?.toLowerCase() === "en";
}

function stem(token: string): string {
  return /^[a-z]{3,}$/.test(token) ? lunr.stemmer(new lunr.Token(token, {})).toString() : token;
}

function fold(word: string): string[] {
  const parts = plain(word.replace(POSSESSIVE, "").replace(DROPPED, "")).match(PART) ?? [];
  return parts.map((part) => first(part, data.longest));
}

function plain(text: string): string {
  const bare = text.normalize("NFKD").replace(ACCENTS, "$1").toLowerCase();
  return bare.replace(SPECIAL, (letter) => LETTERS.get(letter) ?? letter).normalize("NFC");
}

/** The first code points of a text. */
function first(text: string, count: number): string {
  return text.length <= count ? text : [...text.slice(0, 2 * count)].slice(0, count).join("");
}
