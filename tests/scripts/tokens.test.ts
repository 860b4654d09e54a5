import assert from "node:assert/strict";
import { test } from "node:test";
import { patterns, queryTerms, terms, tokens, words } from "../../theme/scripts/search/tokens.ts";
import { json } from "./cases.ts";

interface Case {
  text: string;
  lang: string;
  tokens: string[];
  terms: string[];
}

for (const given of json<Case[]>("tokens.json")) {
  test(`tokens of ${JSON.stringify(given.text.slice(0, 30))}`, () => {
    assert.deepEqual(tokens(given.text), given.tokens);
    assert.deepEqual(terms(given.text, given.lang), given.terms);
  });
}

test("a word knows where it stands in the text as written", () => {
  const text = "“Orbán’s” – U.N. aid";
  assert.deepEqual([...words(text)].map((word) => text.slice(word.start, word.end)), ["Orbán’s", "U.N", "aid"]);
});

test("a query's word stands for its stem, and as written where the archive has languages without a stemmer", () => {
  assert.deepEqual(queryTerms("cities", { stemmed: true, plain: false }), ["citi"]);
  assert.deepEqual(queryTerms("cities", { stemmed: true, plain: true }), ["citi", "cities"]);
  assert.deepEqual(queryTerms("the", { stemmed: true, plain: false }), []);
  assert.deepEqual(queryTerms("the", { stemmed: true, plain: true }), ["the"]);
});

test("patterns are folded and keep their stars", () => {
  assert.deepEqual(patterns("Orbá*"), ["orba*"]);
  assert.deepEqual(patterns("AP/Reut*"), ["ap", "reut*"]);
  assert.deepEqual(patterns("*"), ["*"]);
});

test("a million marks or letters are no trouble", () => {
  assert.deepEqual(tokens(`e${"\u0301".repeat(1_000_000)}`), ["e"]);
  assert.equal(tokens("a".repeat(1_000_000))[0]?.length, 64);
});
