/** What to try where nothing was found. */
import { search } from "./engine.ts";
import { type State, STEP } from "./state.ts";
import type { Store } from "./store.ts";

export interface Suggestion {
  readonly q: string;
  /** Articles that it would find. */
  readonly count: number;
}

/** The query with one letter of each plain word left open, if that finds anything; null where it uses operators. */
export async function nearly(state: State, store: Store): Promise<Suggestion | null> {
  const words = state.q.trim().split(/\s+/);
  if (!words.every((word) => /^[\p{L}\p{M}’']{3,24}$/u.test(word))) return null;
  const q = words.map((word) => `${word}~1`).join(" ");
  const { hits } = await search(q, store);
  return hits.length > 0 ? { q, count: hits.length } : null;
}

/** The state that a suggestion leads to. */
export function followed(state: State, suggestion: Suggestion): State {
  return { ...state, q: suggestion.q, shown: STEP };
}
