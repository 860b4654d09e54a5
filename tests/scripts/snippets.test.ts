import assert from "node:assert/strict";
import { test } from "node:test";
import { marked, type Run, snippets } from "../../theme/scripts/search/snippets.ts";

const show = (runs: Run[]): string => runs.map((r) => (r.hit ? `[${r.text}]` : r.text)).join("");

test("hits are marked as written, whatever their form", () => {
  const text = "Ukraine’s talks: Talking of ORBÁN-led <b>talk</b>.";
  assert.equal(show(marked(text, new Set(["talk", "orban", "ukrain"]), "en")), "[Ukraine’s] [talks]: [Talking] of [ORBÁN]-led <b>[talk]</b>.");
  assert.equal(show(marked(text, new Set(), "en")), text);
});

test("the stemmer is that of the article's language", () => {
  assert.equal(show(marked("cities", new Set(["cities"]), "fr")), "[cities]");
  assert.equal(show(marked("cities", new Set(["cities"]), "en")), "cities");
});

test("without a hit the text's beginning is shown", () => {
  assert.deepEqual(snippets(["One line.", "Another."], new Set(), "en").map(show), ["One line."]);
  assert.deepEqual(snippets([], new Set(["x"]), "en"), []);
  const long = "word ".repeat(100);
  assert.match(show(snippets([long], new Set(), "en")[0] ?? []), /^word .{160,200} …$/);
});

test("fragments tell different terms, in the text's order, and begin with their sentences", () => {
  const filler = "Nothing of note was said about anything at all on that long day. ".repeat(8);
  const text = `${filler}The harbour stayed open. ${filler}A storm came at night. ${filler}`;
  const found = snippets([text], new Set(["storm", "harbour"]), "en").map(show);
  assert.equal(found.length, 2);
  assert.match(found[0] ?? "", /The \[harbour\] stayed open\./);
  assert.match(found[1] ?? "", /A \[storm\] came at night\./);
  for (const one of found) assert.ok(one.length < 320, one);
});

test("a cut within a sentence shows that it is one", () => {
  const text = `${"word ".repeat(80)}storm ${"word ".repeat(80)}`;
  const [only = []] = snippets([text], new Set(["storm"]), "en");
  assert.match(show(only), /^… (?:word )+\[storm\] (?:word ?)+ …$/);
});

test("texts of megabytes and of hits alone are answered", () => {
  assert.ok(snippets(["storm ".repeat(500_000)], new Set(["storm"]), "en").length > 0);
  assert.ok(snippets(["x".repeat(5_000_000)], new Set(["storm"]), "en").length > 0);
  assert.ok(snippets(["? ".repeat(1_000_000)], new Set(["storm"]), "en").length > 0);
});

test("no comma stands before a sign of omission", () => {
  const text = `${"word ".repeat(40).trim()}, and more words after it`;
  assert.match(show(snippets([text], new Set(), "en")[0] ?? []), /word …$/);
});
