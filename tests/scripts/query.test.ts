import assert from "node:assert/strict";
import { test } from "node:test";
import { search } from "../../theme/scripts/search/engine.ts";
import { LIMITS, plan } from "../../theme/scripts/search/query.ts";
import { json, store } from "./cases.ts";

const FIELDS = ["title", "text", "places", "actors", "source"];
const ENGLISH = { stemmed: true, plain: false };

test("words are folded, parted and stemmed as the index has them", () => {
  const { clauses, notes, error } = plan("Orbán’s AP/Cities", FIELDS, ENGLISH);
  assert.deepEqual(clauses.map((c) => c.terms), [["orban"], ["ap"], ["citi"]]);
  assert.deepEqual([notes, error], [[], ""]);
});

test("presence, field, boost and fuzziness are lunr's", () => {
  const [a, b, c] = plan("+title:talks^3 -war wheat~1", FIELDS, ENGLISH).clauses;
  assert.deepEqual([a?.presence, a?.fields, a?.boost], [2, ["title"], 3]);
  assert.deepEqual([b?.presence, b?.kind], [3, "exact"]);
  assert.deepEqual([c?.kind, c?.distance], ["fuzzy", 1]);
});

test("a query that would freeze lunr is bounded, and says so", () => {
  const { clauses, notes } = plan("kharkiv~7", FIELDS, ENGLISH);
  assert.equal(clauses[0]?.distance, LIMITS.distance);
  assert.deepEqual(notes, ["At most 2 letters may differ: kharkiv~7 was searched for as kharkiv~2."]);
});

test("common words are told and left out", () => {
  const { clauses, notes } = plan("+the talks", FIELDS, ENGLISH);
  assert.deepEqual(clauses.map((c) => c.terms), [["talk"]]);
  assert.deepEqual(notes, ["“the” is too common to be searched for."]);
});

for (const { query, error } of json<{ query: string; error: string }[]>("errors.json")) {
  test(`what is wrong with ${query}`, () => {
    const { clauses, error: said } = plan(query, FIELDS, ENGLISH);
    assert.deepEqual([clauses, said], [[], error]);
  });
}

test("boosts, clauses and length are bounded", () => {
  assert.equal(plan(`a1^${"9".repeat(390)}`, FIELDS, ENGLISH).clauses[0]?.boost, LIMITS.boost);
  const long = plan("x1 ".repeat(10_000), FIELDS, ENGLISH);
  assert.equal(long.clauses.length, LIMITS.clauses);
  assert.equal(long.notes.length, 2);
});

test("words with * or ~ are few", () => {
  const { clauses, notes } = plan("storm word~1 ".repeat(12), FIELDS, ENGLISH);
  assert.equal(clauses.filter((c) => c.kind === "fuzzy").length, LIMITS.loose);
  assert.equal(clauses.filter((c) => c.kind === "exact").length, 12);
  assert.deepEqual(notes, ["Only the first 6 words with * or ~ were searched for."]);
});

test("a pattern that stands for too many words asks for more letters", async () => {
  const { hits, error } = await search("*", store());
  assert.deepEqual([hits.length, error], [0, "“*” stands for too many words: write at least 2 letters beside the *."]);
});

const HOSTILE = [
  ...["~", "^", ":", "+", "-", "*", "\\", "/", "'", '"', "<", ">", "&", "%", "#", "\0", "\ud800", "😀", "\u202e", "\n"],
  ...["__proto__", "constructor:x", "toString", "hasOwnProperty^2", "title:__proto__", "+__proto__ -constructor", "_index", "title/0"],
  ...["<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "javascript:alert(1)", "{{7*7}}", "${7*7}", "' OR 1=1 --"],
  ...["a~", "a~x", "a^", "a^x", "a~1~2~3", "a^1^2", "+", "-", "+-a", "--a", "++a", "+ a", "title:", ":a", "a:b:c", "title:text:x"],
  ...["*a*", "**", "a*b*c*d*e", "*a*a*a*a*", `${"*a".repeat(100)}`, `${"a*".repeat(100)}~2`, `${"(a+)+".repeat(40)}$`],
  ...[`${"word~7 ".repeat(50)}`, `${"abcdefghij".repeat(30)}~2`, `${"+a ".repeat(200)}`, `${"\\".repeat(399)}`, "a".repeat(100_000)],
  ...[`e${"\u0301".repeat(100_000)}`, "\u0301".repeat(300), "א".repeat(300), "İıſßﬁ~2", "١٢٣", "½~1", "😀~2", "\ufdfa", "Ａ*"],
];

for (const query of [...HOSTILE, ...HOSTILE.map((q) => `+title:${q}~9`), ...HOSTILE.map((q) => `talks -${q}* ${q}`)]) {
  test(`answers without an exception: ${JSON.stringify(query.slice(0, 30))} (${query.length})`, async () => {
    const { hits, error, notes } = await search(query, store());
    assert.ok(hits.every((hit) => Number.isFinite(hit.score) && Number.isInteger(hit.number)));
    assert.ok(error === "" || hits.length === 0);
    assert.ok(notes.length < 30);
  });
}
