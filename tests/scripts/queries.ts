/** Queries of every syntax, made of an archive's own words; the same ones each time. */
import { tokens, terms } from "../../theme/scripts/search/tokens.ts";
import type { Record } from "../../theme/scripts/search/store.ts";

const FIELDS = ["title", "text", "places", "actors", "source"];

/** Numbers from 0 to below 1, the same ones for the same seed (mulberry32, public domain). */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** As many queries as asked for, all kinds in turn. */
export function queriesOf(records: readonly Record[], count: number): string[] {
  const next = chance(7);
  const below = (n: number): number => Math.floor(next() * n);
  const any = <T>(values: readonly T[]): T => values[below(values.length)] as T;
  /** A word of some length that is in the index. */
  const word = (least = 2): string => {
    for (;;) {
      const record = any(records);
      const found = any(tokens(next() < 0.3 ? record.title : record.text.join(" ")));
      if (found !== undefined && found.length >= least && terms(found, record.lang).length > 0) return found;
    }
  };
  const changed = (text: string): string => {
    const at = 1 + below(text.length - 1);
    return any([text.slice(0, at) + text.slice(at + 1), `${text.slice(0, at)}e${text.slice(at)}`, `${text.slice(0, at)}a${text.slice(at + 1)}`]);
  };
  const pair = (): [string, string] => {
    for (;;) {
      const held = tokens(any(any(records).text));
      const at = below(held.length - 1);
      const [one, other] = held.slice(at, at + 2);
      if (one !== undefined && other !== undefined && terms(`${one} ${other}`, "en").length === 2) return [one, other];
    }
  };
  const kinds: (() => string)[] = [
    () => word(),
    () => `${word()} ${word()}`,
    () => `${word()} ${word()} ${word()} ${word()}`,
    () => `${word(5).slice(0, 4)}*`,
    () => `${word(6).slice(0, 5)}* ${word()}`,
    () => `*${word(6).slice(-4)}`,
    () => `${word(6).slice(0, 2)}*${word(6).slice(-3)}`,
    () => `${changed(word(5))}~1`,
    () => `${changed(word(7))}~2 ${word()}`,
    () => `+${word()} +${word()}`,
    () => `+${word()} ${word()} ${word()}`,
    () => `${word()} -${word()}`,
    () => `-${word()} -${word()}`,
    () => `${any(FIELDS)}:${word()}`,
    () => `+${any(FIELDS)}:${word()} ${word()} -${any(FIELDS)}:${word()}`,
    () => `${any(FIELDS)}:${word(5).slice(0, 4)}*`,
    () => `${word()}^${2 + below(9)} ${word()}`,
    () => `+${word()}^3 ${changed(word(5))}~1 ${word(6).slice(0, 5)}* -${any(FIELDS)}:${word()}`,
    () => `"${pair().join(" ")}"`,
    () => `${any(["title", "text"])}:"${pair().join(" ")}" ${word()}`,
    () => `${pair().join(" NEAR/3 ")}`,
    () => `${word()} ${word()}xq`,
    () => `+${word()}xq ${word()}`,
  ];
  return Array.from({ length: count }, (_, n) => (kinds[n % kinds.length] as () => string)());
}
