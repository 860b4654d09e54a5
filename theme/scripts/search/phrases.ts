/**
 * Words that must stand together: `"interest rates"` and `oil NEAR/5 price`. The index does not know where in a text a
 * word stands, so it answers with the articles that hold all the words, and the texts of the best of them are read.
 */
import type { Steps } from "./pause.ts";
import { list } from "./query.ts";
import { shortened } from "./shortened.ts";
import type { Record, Store } from "./store.ts";
import { stemOf, tokens } from "./tokens.ts";
import { t } from "../words/words.ts";

/** Words that must stand together in one field. */
export interface Phrase {
  readonly words: readonly string[];
  /** How many words farther the next one may stand, on either side; 0: each right behind the one before. */
  readonly near: number;
  readonly fields: readonly string[];
  readonly prohibited: boolean;
}

/** A query for lunr, and what it cannot ask. */
export interface Parted {
  readonly query: string;
  readonly phrases: readonly Phrase[];
  readonly error: string;
}

const QUOTED = /(?<!\S)([+-]?)(?:(\w+):)?"([^"]*)"(?!\S)/g;
const NEAR = /(?<!\S)([\p{L}\p{M}\p{N}’'.-]+)\s+NEAR(?:\/(\d{1,2}))?\s+([\p{L}\p{M}\p{N}’'.-]+)(?!\S)/gu;
const USUAL = 10;
const WORDS = 12;

/** Part a query into lunr's words and the phrases; a phrase's words are all required. */
export function parted(text: string, fields: readonly string[]): Parted {
  const phrases: Phrase[] = [];
  let error = "";
  const required = (words: readonly string[], field: string): string => words.map((word) => `+${field}${word}`).join(" ");
  const unquoted = text.replace(QUOTED, (_, sign: string, field: string | undefined, quoted: string) => {
    const words = tokens(quoted).slice(0, WORDS);
    if (field !== undefined && !fields.includes(field)) error ||= t("There is no field “%(field)s”. Before a colon stands one of: %(fields)s.", { field: shortened(field), fields: list(fields) });
    const prohibited = sign === "-";
    if (words.length > 1) phrases.push({ words, near: 0, fields: field === undefined ? fields : [field], prohibited });
    const named = field === undefined ? "" : `${field}:`;
    if (!prohibited) return required(words, named);
    return words.length === 1 ? `-${named}${words[0]}` : "";
  });
  const query = unquoted.replace(NEAR, (_, one: string, distance: string | undefined, other: string) => {
    const words = [one, other].flatMap((word) => tokens(word));
    phrases.push({ words, near: Math.max(Number(distance ?? USUAL), 1), fields, prohibited: false });
    return required(words, "");
  });
  if (query.trim() === "" && phrases.some(({ prohibited }) => prohibited)) error ||= t("A phrase can only be excluded from what other words find: write one before it.");
  return { query, phrases, error };
}

/** Articles of which the text is read at a time, and at most for each that is shown. */
const BATCH = 10;
const READ = 20;

export interface Verified<H> {
  /** In the given order. */
  readonly hits: readonly H[];
  /** How many of the given were read; all of them unless there were enough before. */
  readonly read: number;
}

/** Those of the hits whose texts hold all phrases, until there are `wanted` and it is known whether there are more. */
export async function verified<H extends { readonly number: number }>(
  hits: readonly H[],
  phrases: readonly Phrase[],
  wanted: number,
  store: Store,
  steps: Steps,
): Promise<Verified<H>> {
  const kept: H[] = [];
  const most = Math.min(hits.length, wanted * READ);
  let read = 0;
  while (read < most && kept.length <= wanted) {
    const batch = hits.slice(read, Math.min(read + BATCH, most));
    const records = await Promise.all(batch.map((hit) => store.article(hit.number)));
    for (const [n, record] of records.entries()) {
      if (holds(record, phrases)) kept.push(batch[n] as H);
      await steps.next();
    }
    read += batch.length;
  }
  return { hits: kept, read };
}

/** Whether an article has every phrase, and none of the prohibited ones. */
export function holds(record: Record, phrases: readonly Phrase[]): boolean {
  const read = new Map<string, string[][]>();
  const texts = (field: string): string[][] => {
    const made = read.get(field) ?? fieldOf(record, field).map((text) => tokens(text).map((token) => stemOf(token, record.lang)));
    read.set(field, made);
    return made;
  };
  return phrases.every(({ words, near, fields, prohibited }) => {
    const sought = words.map((word) => stemOf(word, record.lang));
    const test = near === 0 ? follows : close(near);
    return fields.some((field) => texts(field).some((text) => test(text, sought))) !== prohibited;
  });
}

function fieldOf(record: Record, field: string): readonly string[] {
  if (field === "title") return [record.title];
  if (field === "text") return record.text;
  if (field === "places") return record.places;
  return field === "actors" ? record.actors : [record.source];
}

function follows(text: readonly string[], sought: readonly string[]): boolean {
  return text.some((_, at) => sought.every((word, n) => text[at + n] === word));
}

/** Whether each word stands near enough to the one before it somewhere. */
function close(near: number): (text: readonly string[], sought: readonly string[]) => boolean {
  return (text, sought) => {
    const [first = "", ...rest] = sought.map((word) => text.flatMap((held, at) => (held === word ? [at] : [])));
    let ends = [...first] as number[];
    for (const places of rest) ends = places.filter((at) => ends.some((end) => end !== at && Math.abs(end - at) <= near));
    return ends.length > 0;
  };
}
