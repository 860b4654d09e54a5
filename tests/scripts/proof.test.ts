/** A day's page against its record: the same canonical JSON as Python's, and each thing that may be wrong is told. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { canonical, seal } from "../../theme/scripts/proof/canonical.ts";
import { check, type Shown } from "../../theme/scripts/proof/check.ts";
import type { DayRecord } from "../../theme/scripts/proof/record.ts";

interface Case { readonly value: object; readonly canonical: string; readonly sha256: string }
const cases = readFileSync("tests/proof/cases/canonical.jsonl", "utf8").trim().split("\n").map((line) => JSON.parse(line) as Case);

for (const each of cases) {
  test(`canonical JSON as Python's: ${each.sha256.slice(0, 6)}`, () => {
    assert.equal(canonical(each.value), each.canonical);
    assert.equal(seal(each.value), each.sha256);
  });
}

type Rest = Omit<DayRecord, "sha256">;
const plain: Rest = {
  day: "2031-05-03",
  articles: [
    { id: "0aa", address: "2031/05/03/one.html", seed: { sha256: "1" } },
    { id: "0bb", address: "2031/05/03/two.html", seed: { sha256: "2" } },
  ],
  sentences: [
    { id: "0aa#s111111", article: "0aa", words: "MERE — The river rose.", span: [0, 22] },
    { id: "0bb#s222222", article: "0bb", words: "The river has risen." },
    { id: "0aa#s333333", article: "0aa", words: "At least 12 people were killed." },
    { id: "0bb#s444444", article: "0bb", words: "It killed some 12 and wounded 14,000." },
    { id: "0aa#s555555", article: "0aa", words: "They voted 141 to 5." },
  ],
  points: [
    { id: "0aa#s111111", words: "The river rose.", sentences: ["0aa#s111111", "0bb#s222222"] },
    { id: "0bb#s222222", words: "Water everywhere.", sentences: ["0bb#s222222"], by_hand: "rewritten" },
  ],
  stories: [{ id: "0aa", name: "The flood", articles: ["0aa", "0bb"] }],
  figures: [
    { value: "12", unit: "killed", words: "At least 12", sentences: ["0aa#s333333"], by: "the mayor" },
    { value: "12", unit: "killed", words: "some 12", sentences: ["0bb#s444444"] },
    { value: "1400", unit: "wounded", words: "14,000", sentences: ["0bb#s444444"], by_hand: true },
    { value: "141", unit: "votes", words: "141", sentences: ["0aa#s555555"] },
  ],
};
const sealed = (rest: Rest): DayRecord => ({ ...rest, sha256: seal(rest) });
const shown = (record: DayRecord): Shown => ({
  day: "2031-05-03",
  sha256: record.sha256,
  lines: [
    { id: "0aa#s111111", words: " The river\n rose. ", links: ["2031/05/03/one.html#s111111", "2031/05/03/two.html#s222222"] },
    { id: "0bb#s222222", words: "Water everywhere.", links: ["2031/05/03/two.html#s222222"] },
  ],
  figures: [
    { words: "At\n least 12", by: "the mayor", links: ["2031/05/03/one.html#s333333", "2031/05/03/two.html#s444444"] },
    { words: "1,400", by: "", links: ["2031/05/03/two.html#s444444"] },
    { words: "141 for and 5 against", by: "", links: ["2031/05/03/one.html#s555555"] },
  ],
  stories: [{ name: "The flood", articles: ["2031/05/03/one.html", "2031/05/03/two.html"] }],
});
const kinds = (record: DayRecord, page: Shown): string[] => check(record, page).map((each) => each.kind);

test("a page that shows its record holds", () => {
  const record = sealed(plain);
  assert.deepEqual(check(record, shown(record)), []);
});

test("a record of another hash than the page's is told, with the hash that it has", () => {
  const record = sealed(plain);
  const other = sealed({ ...plain, articles: plain.articles.map((each) => ({ ...each, seed: { sha256: "9" } })) });
  assert.deepEqual(check(other, shown(record)), [{ kind: "hash", words: other.sha256 }]);
  assert.deepEqual(kinds({ ...other, sha256: record.sha256 }, shown(record)), ["hash"]);
});

test("words, links and lines that are not the record's are told", () => {
  const record = sealed(plain);
  const page = shown(record);
  const [first, second] = page.lines as [Shown["lines"][0], Shown["lines"][0]];
  const wrong: readonly (readonly [Shown["lines"], readonly string[]])[] = [
    [[{ ...first, words: "The river fell." }, second], ["line"]],
    [[{ ...first, links: ["2031/05/03/two.html#s222222"] }, second], ["line"]],
    [[{ ...first, links: [...first.links, "2031/05/03/else.html#s333333"] }, second], ["line"]],
    [[{ ...first, links: [] }, second], ["line"]],
    [[first], ["missing"]],
    [[first, second, { ...second, id: "0cc#s333333" }], ["line"]],
  ];
  for (const [lines, expected] of wrong) assert.deepEqual(kinds(record, { ...page, lines }), expected);
  assert.deepEqual(kinds(record, { ...page, day: "2031-05-04" }), ["record"]);
});

test("a record whose line has no sentence that says it holds for no page", () => {
  const [first, second] = plain.points as [Rest["points"][0], Rest["points"][0]];
  for (const point of [{ ...first, words: "Nobody said so." }, { ...first, sentences: [] }, { ...first, sentences: ["0aa#s999999"] }]) {
    const record = sealed({ ...plain, points: [point, second] });
    const page = shown(record);
    assert.deepEqual(kinds(record, { ...page, lines: page.lines.map((each, at) => (at === 0 ? { ...each, words: point.words } : each)) }), ["line"]);
  }
});

test("values, sentences of figures and articles of stories that are not the record's are told", () => {
  const record = sealed(plain);
  const page = shown(record);
  const [killed, wounded, voted] = page.figures as [Shown["figures"][0], Shown["figures"][0], Shown["figures"][0]];
  const wrong: readonly Shown["figures"][] = [
    [{ ...killed, words: "At least 13" }, wounded, voted],
    [{ ...killed, by: "the BBC" }, wounded, voted],
    [{ ...killed, by: "" }, wounded, voted],
    [killed, { ...wounded, by: "the mayor" }, voted],
    [{ ...killed, links: [...killed.links, "2031/05/03/one.html#s111111"] }, wounded, voted],
    [killed, { ...wounded, words: "14,000" }, voted],
    [killed, wounded, { ...voted, words: "140 for and 5 against" }],
    [killed, wounded],
  ];
  for (const figures of wrong) assert.deepEqual(kinds(record, { ...page, figures }), ["figure"]);
  const [flood] = page.stories as [Shown["stories"][0]];
  for (const story of [{ ...flood, name: "The fire" }, { ...flood, articles: ["2031/05/03/else.html"] }, { ...flood, articles: [] }]) {
    assert.deepEqual(kinds(record, { ...page, stories: [story] }), ["story"]);
  }
  const silent = sealed({ ...plain, sentences: plain.sentences.map((each) => (each.id === "0aa#s333333" ? { ...each, words: "Many were killed." } : each)) });
  assert.deepEqual(kinds(silent, { ...page, sha256: silent.sha256 }), ["figure"]);
});
