import assert from "node:assert/strict";
import { test } from "node:test";
import { spans } from "../../theme/scripts/article/find.ts";
import { kept, offOf } from "../../theme/scripts/article/kinds.ts";

test("what a reader switched off is kept in one order, and nothing else is read from it", () => {
  assert.equal(kept(new Set(["days", "places"])), "places days");
  assert.deepEqual(offOf("days places x __proto__"), new Set(["places", "days"]));
  assert.deepEqual(offOf(null), new Set());
});

test("words are found whole, every time, the longest first", () => {
  const text = "U.N. General Assembly and U.N. in New York, not New Yorkers; Київ, не Києві";
  const said = (words: string[]): string[] => spans(text, words).map(([start, end]) => text.slice(start, end));
  assert.deepEqual(said(["U.N.", "U.N. General Assembly"]), ["U.N. General Assembly", "U.N."]);
  assert.deepEqual(said(["New York"]), ["New York"]);
  assert.deepEqual(said(["Київ"]), ["Київ"]);
  assert.deepEqual(said(["", "absent"]), []);
});
