/** What a page shows against the record of its day. Pure. */
import { seal } from "./canonical.ts";
import type { Counted, DayRecord } from "./record.ts";

/** What a page shows. */
export interface Shown {
  /** ISO day. */
  readonly day: string;
  /** The hash that it prints. */
  readonly sha256: string;
  readonly lines: readonly ShownLine[];
  readonly figures: readonly ShownFigure[];
  readonly stories: readonly ShownStory[];
}

/** A value that the day's articles give. */
export interface ShownFigure {
  readonly words: string;
  /** Whom it is from; empty where none was found. */
  readonly by: string;
  /** As those of a line. */
  readonly links: readonly string[];
}

export interface ShownStory {
  readonly name: string;
  /** Addresses of its articles of the day. */
  readonly articles: readonly string[];
}

export interface ShownLine {
  readonly id: string;
  readonly words: string;
  /** What its links lead to: addresses below the site's root, each with `#` and the sentence. */
  readonly links: readonly string[];
}

export interface Finding {
  readonly kind: "hash" | "record" | "line" | "missing" | "figure" | "story";
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
  return [...found, ...figures(record, page.figures), ...stories(record, page.stories)];
}

/** Values that the record does not have so, and figures of the record that the page does not show. */
function figures(record: DayRecord, shown: readonly ShownFigure[]): Finding[] {
  const at = new Map<string, Counted[]>();
  const sentences = new Map(record.sentences.map((sentence) => [sentence.id, sentence.words]));
  const links = linksOf(record);
  for (const figure of record.figures) {
    const whole = figure.sentences.length > 0 && figure.sentences.every((id) => sentences.get(id)?.includes(figure.words) === true);
    for (const id of figure.sentences) if (whole) at.set(links.get(id) ?? "", [...(at.get(links.get(id) ?? "") ?? []), figure]);
  }
  const wrong = shown.filter(({ words, by, links }) => !gives(joined(words), joined(by), links.map((link) => at.get(link) ?? [])));
  const linked = new Set(shown.flatMap((figure) => figure.links));
  const missing = record.figures.filter((figure) => !figure.sentences.some((id) => linked.has(links.get(id) ?? "")));
  return [...wrong, ...missing].map(({ words }) => ({ kind: "figure", words: joined(words) }));
}

/** Whether a value as the page has it is that of a figure in each of its sentences, from the same. */
function gives(words: string, by: string, held: readonly (readonly Counted[])[]): boolean {
  const said = held.flat().find((figure) => is(figure, words) && isFrom(figure, by));
  return said !== undefined && held.every((figures) => figures.some((figure) => is(figure, words) || (figure.value === said.value && figure.high === said.high)));
}

/** For an actor without words in the article the page has its own name. */
function isFrom(figure: Counted, by: string): boolean {
  return joined(figure.by ?? "") === by || (figure.by === undefined && figure.actor !== undefined);
}

/** A vote, and a value that a person gave, stand in digits; every other as printed. */
function is(figure: Counted, words: string): boolean {
  if (figure.unit !== "votes" && figure.by_hand !== true) return figure.words === words;
  return [...words.matchAll(/\d[\d.,\u00a0\u202f]*/g)].some(([digits]) => digits.replace(/\D/g, "") === figure.value.replace(/\D/g, ""));
}

/** Stories that the record does not have so: by their names and articles. */
function stories(record: DayRecord, shown: readonly ShownStory[]): Finding[] {
  const id = new Map(record.articles.map((article) => [article.address, article.id]));
  const holds = ({ name, articles }: ShownStory): boolean =>
    record.stories.some((story) => joined(story.name) === joined(name) && articles.length > 0 && articles.every((address) => story.articles.includes(id.get(address) ?? "")));
  return shown.filter((story) => !holds(story)).map(({ name }) => ({ kind: "story", words: joined(name) }));
}

/** Where the record's sentences stand on the site. */
function linksOf(record: DayRecord): Map<string, string> {
  const articles = new Map(record.articles.map((article) => [article.id, article]));
  return new Map(record.sentences.flatMap(({ id, article }) => {
    const held = articles.get(article);
    return held === undefined ? [] : [[id, `${held.address}#${id.slice(held.id.length + 1)}`] as const];
  }));
}

/** The lines of a record that hold in themselves: sentences that are there, of articles that are there, with the line's words. */
function linesOf(record: DayRecord): Map<string, { words: string; links: string[] | null }> {
  const at = linksOf(record);
  const sentences = new Map(record.sentences.map((sentence) => [sentence.id, sentence]));
  return new Map(record.points.map((point) => {
    const rests = point.sentences.map((id) => sentences.get(id));
    const said = rests[0]?.words.includes(point.words) === true || point.by_hand === "rewritten";
    const links = point.sentences.map((id) => at.get(id) ?? null);
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
