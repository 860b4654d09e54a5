/** What a page shows against the record of its day. Pure. */
import { seal } from "./canonical.ts";
import type { DayRecord } from "./record.ts";

/** What a page shows. */
export interface Shown {
  /** ISO day. */
  readonly day: string;
  /** The hash that it prints. */
  readonly sha256: string;
  readonly lines: readonly ShownLine[];
}

export interface ShownLine {
  readonly id: string;
  readonly words: string;
  /** What its links lead to: addresses below the site's root, each with `#` and the sentence. */
  readonly links: readonly string[];
}

export interface Finding {
  readonly kind: "hash" | "record" | "line" | "missing";
  /** The words of the line that it is about, or what was found. */
  readonly words: string;
}

/** What does not hold; nothing where all does. */
export function check(record: DayRecord, page: Shown): Finding[] {
  const found: Finding[] = [];
  const own = seal(record);
  if (own !== page.sha256 || own !== record.sha256) found.push({ kind: "hash", words: own });
  if (record.day !== page.day) found.push({ kind: "record", words: record.day });
  const lines = linesOf(record);
  for (const line of page.lines) {
    const held = lines.get(line.id);
    if (held === undefined || held.words !== joined(line.words) || !same(held.links, line.links)) found.push({ kind: "line", words: joined(line.words) });
  }
  const shown = new Set(page.lines.map((line) => line.id));
  for (const [id, { words }] of lines) if (!shown.has(id)) found.push({ kind: "missing", words });
  return found;
}

/** The lines of a record that hold in themselves: sentences that are there, of articles that are there, with the line's words. */
function linesOf(record: DayRecord): Map<string, { words: string; links: string[] | null }> {
  const articles = new Map(record.articles.map((article) => [article.id, article]));
  const sentences = new Map(record.sentences.map((sentence) => [sentence.id, sentence]));
  return new Map(record.points.map((point) => {
    const rests = point.sentences.map((id) => sentences.get(id));
    const said = rests[0]?.words.includes(point.words) === true || point.by_hand === "rewritten";
    const links = rests.map((sentence) => {
      const article = articles.get(sentence?.article ?? "");
      return article === undefined || sentence === undefined ? null : `${article.address}#${sentence.id.slice(article.id.length + 1)}`;
    });
    const whole = said && links.length > 0 && links.every((link) => link !== null);
    return [point.id, { words: point.words, links: whole ? links as string[] : null }] as const;
  }));
}

/** Every link of the line is one of the record's, and the first sentence is linked. */
function same(held: readonly string[] | null, shown: readonly string[]): boolean {
  return held !== null && shown.length > 0 && shown.includes(held[0] ?? "") && shown.every((link) => held.includes(link));
}

function joined(words: string): string {
  return words.split(/\s+/).filter(Boolean).join(" ");
}
