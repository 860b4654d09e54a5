/** Kinds of marks in an article's text, told by where they lead; and which of them a reader has switched off. */

export type Kind = "places" | "actors" | "days";

export const KINDS: readonly Kind[] = ["places", "actors", "days"];

/** What selects the marks of a kind; the style sheet has the same. */
export const SELECTORS: Readonly<Record<Kind, string>> = {
  places: 'a[href*="places/"]',
  actors: 'a[href*="actors/"]',
  days: "time",
};

/** The kinds that a kept value names; any other word in it counts for nothing. */
export function offOf(kept: string | null): Set<Kind> {
  const words = (kept ?? "").split(" ");
  return new Set(KINDS.filter((kind) => words.includes(kind)));
}

/** The value to keep, in one order whatever was switched first. */
export function kept(off: ReadonlySet<Kind>): string {
  return KINDS.filter((kind) => off.has(kind)).join(" ");
}
