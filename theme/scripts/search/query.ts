/**
 * A query made safe: parsed by lunr's own parser, its words folded as the index has them, and bounded, so that none
 * can freeze the page. What was changed is told in `notes`; a query that cannot be parsed says why in `error`.
 */
import { type ParsedClause, Presence, untyped } from "./lunr.ts";
import { type Phrase, parted } from "./phrases.ts";
import { shortened } from "./shortened.ts";
import { type Languages, patterns, queryTerms, tokens } from "./tokens.ts";
import { t } from "../words/words.ts";

export const LIMITS = {
  /** UTF-16 units of a query. */
  query: 400,
  clauses: 24,
  /** Clauses with * or ~, each of which stands for many words. */
  loose: 6,
  /** Letters by which a word may differ: lunr's cost grows steeply, at 6 it takes seconds. */
  distance: 2,
  /** Letters of a word that may differ, which bounds the automaton. */
  fuzzy: 24,
  wildcards: 2,
  /** Letters that a word with wildcards needs. */
  letters: 2,
  boost: 100,
} as const;

export interface Clause {
  /** As the reader wrote it, for messages. */
  readonly written: string;
  /** Terms of the index, any of which will do; a single pattern where `kind` is `wildcard`. */
  readonly terms: readonly string[];
  readonly kind: "exact" | "wildcard" | "fuzzy";
  readonly distance: number;
  readonly fields: readonly string[];
  readonly boost: number;
  readonly presence: Presence;
}

export interface Plan {
  readonly clauses: readonly Clause[];
  /** Words that must stand together, which the index cannot tell. */
  readonly phrases: readonly Phrase[];
  readonly notes: readonly string[];
  readonly error: string;
}

/** Plan a query over those fields, in an archive of those languages. Never throws. */
export function plan(text: string, fields: readonly string[], languages: Languages): Plan {
  const notes = new Set<string>();
  const asked = text.length > LIMITS.query ? text.slice(0, LIMITS.query) : text;
  if (asked !== text) notes.add(t("Only the first %(num)s characters were searched for.", { num: LIMITS.query }));
  const { query, phrases, error } = parted(asked, fields);
  const parsed = error || parse(query, fields);
  if (typeof parsed === "string") return { clauses: [], phrases, notes: [...notes], error: parsed };
  const clauses: Clause[] = [];
  for (const clause of parsed) {
    const made = clause.term.includes("*") ? wildcard(clause) : words(clause, languages, notes);
    if (typeof made === "string") return { clauses: [], phrases, notes: [...notes], error: made };
    clauses.push(...made);
  }
  return { clauses: few(clauses, notes), phrases, notes: [...notes], error: "" };
}

function few(clauses: readonly Clause[], notes: Set<string>): Clause[] {
  if (clauses.length > LIMITS.clauses) notes.add(t("Only the first %(num)s words were searched for.", { num: LIMITS.clauses }));
  let loose = 0;
  const kept = clauses.slice(0, LIMITS.clauses).filter((clause) => clause.kind === "exact" || (loose += 1) <= LIMITS.loose);
  if (loose > LIMITS.loose) notes.add(t("Only the first %(num)s words with * or ~ were searched for.", { num: LIMITS.loose }));
  return kept;
}

function parse(text: string, fields: readonly string[]): ParsedClause[] | string {
  const query = new untyped.Query([...fields]);
  try {
    new untyped.QueryParser(text, query).parse();
  } catch (error) {
    if (error instanceof untyped.QueryParseError) return explain(error, text, fields);
    throw error;
  }
  return query.clauses;
}

function explain(error: { message: string; start: number; end: number }, text: string, fields: readonly string[]): string {
  const words = text.slice(error.start, error.end);
  if (error.message.startsWith("unrecognised field")) {
    return t("There is no field “%(field)s”. Before a colon stands one of: %(fields)s; write \\: for a colon that is part of a word.", { field: shortened(words), fields: list(fields) });
  }
  if (error.message.startsWith("edit distance")) return t("After ~ stands how many letters may differ: 1 or 2, as in harbor~1.");
  if (error.message.startsWith("boost")) return t("After ^ stands a whole number, as in talks^3.");
  if (error.message.includes("nothing")) return t("A word is missing after “%(words)s”.", { words: shortened(words) });
  const found = words || text.slice(error.start, error.start + 1);
  return found === "" ? t("A word is missing in “%(words)s”.", { words: shortened(text.trim()) }) : t("A word was expected where “%(words)s” stands.", { words: shortened(found) });
}

/** `title, text, source`. */
export function list(fields: readonly string[]): string {
  return fields.join(", ");
}

function wildcard(clause: ParsedClause): Clause[] | string {
  const found: Clause[] = [];
  for (const pattern of patterns(clause.term)) {
    const term = pattern.replace(/\*{2,}/g, "*");
    const stars = term.split("*").length - 1;
    if (stars > LIMITS.wildcards) return t("“%(word)s”: at most %(num)s * fit into one word.", { word: shortened(clause.term), num: LIMITS.wildcards });
    if (term.length - stars < LIMITS.letters) {
      return t("“%(word)s” stands for too many words: write at least %(num)s letters beside the *.", { word: shortened(clause.term), num: LIMITS.letters });
    }
    found.push({ ...shared(clause), terms: [term], kind: "wildcard", distance: 0 });
  }
  return found;
}

function words(clause: ParsedClause, languages: Languages, notes: Set<string>): Clause[] {
  const found: Clause[] = [];
  for (const token of tokens(clause.term)) {
    const terms = queryTerms(token, languages);
    if (terms.length === 0) {
      notes.add(t("“%(word)s” is too common to be searched for.", { word: token }));
      continue;
    }
    const distance = bounded(clause, token, notes);
    found.push({ ...shared(clause), terms, kind: distance > 0 ? "fuzzy" : "exact", distance });
  }
  return found;
}

function bounded(clause: ParsedClause, token: string, notes: Set<string>): number {
  const asked = clause.editDistance ?? 0;
  if (asked > 0 && token.length > LIMITS.fuzzy) {
    notes.add(t("“%(word)s” is too long for ~ and was searched for as it stands.", { word: `${token.slice(0, LIMITS.fuzzy)}…` }));
    return 0;
  }
  if (asked > LIMITS.distance) {
    notes.add(t("At most %(num)s letters may differ: %(asked)s was searched for as %(used)s.", { num: LIMITS.distance, asked: `${token}~${asked}`, used: `${token}~${LIMITS.distance}` }));
  }
  return Math.min(asked, LIMITS.distance);
}

function shared(clause: ParsedClause): Pick<Clause, "written" | "fields" | "boost" | "presence"> {
  return {
    written: clause.term,
    fields: clause.fields,
    boost: Math.min(clause.boost, LIMITS.boost),
    presence: clause.presence ?? Presence.OPTIONAL,
  };
}
