import assert from "node:assert/strict";
import { test } from "node:test";
import { EMPTY, format, isFiltered, parse, type State, toggled, unfiltered } from "../../theme/scripts/search/state.ts";

const FULL: State = {
  q: "+talks “Orbán’s” a&b=c #1 100%",
  from: "2022-02-28",
  to: "2022-03-03",
  city: ["kharkiv", "kyiv"],
  country: ["ua"],
  actor: ["a b"],
  source: [],
  kind: ["person"],
  order: "newest",
  shown: 30,
};

test("the address holds the whole state", () => {
  assert.deepEqual(parse(`#${format(FULL)}`), FULL);
  assert.deepEqual(parse(format(EMPTY)), EMPTY);
  assert.equal(format(EMPTY), "");
});

test("what makes no sense in an address is left out", () => {
  const read = parse("#from=2022-02-30&to=yesterday&order=worst&shown=-4&city=&city=kyiv&city=kyiv&x=1&__proto__=2");
  assert.deepEqual(read, { ...EMPTY, city: ["kyiv"] });
  assert.equal(parse("#shown=99999999").shown, 1_000);
  assert.equal(parse(`?q=${"a".repeat(100_000)}`).q.length, 2_000);
  assert.deepEqual(parse("#%"), EMPTY);
});

test("a form's query string is read as a fragment is", () => {
  assert.equal(parse("?q=two+words%21").q, "two words!");
});

test("a name is chosen and let go; the list begins anew", () => {
  const chosen = toggled(FULL, "city", "sumy");
  assert.deepEqual([chosen.city, chosen.shown], [["kharkiv", "kyiv", "sumy"], 10]);
  assert.deepEqual(toggled(chosen, "city", "sumy").city, FULL.city);
});

test("without filters the query stays", () => {
  assert.ok(isFiltered(FULL));
  assert.ok(!isFiltered(unfiltered(FULL)));
  assert.equal(unfiltered(FULL).q, FULL.q);
});
