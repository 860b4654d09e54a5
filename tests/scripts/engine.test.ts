import assert from "node:assert/strict";
import { test } from "node:test";
import lunr from "lunr";
import { search } from "../../theme/scripts/search/engine.ts";
import { terms } from "../../theme/scripts/search/tokens.ts";
import { json, store } from "./cases.ts";
import { asked, listed } from "./whole.ts";

/** Queries of every kind of syntax, over the made-up archive. */
const QUERIES = [
  "talks", "talks ceasefire", "+talks +ceasefire", "talks -ceasefire", "-talks", "-talks -storm", "+talks -storm wheat",
  "title:talks", "+title:talks", "-title:talks storm", "places:northport", "actors:orban", "source:wire", "text:wheat",
  "negot*", "with*", "+with* -troops", "title:with*", "*port", "n*port", "*ort*", "har*r", "+har*r tunnel",
  "kharbour~1 harbor~1", "harbor~1", "+harbor~1", "wheet~2", "title:wheet~1 maize", "storm^10 wheat", "storm^0 wheat",
  "nordhafen", "kamín", "Kamin", "Камінь", "нор*", "UN", "35000", "people", "ukraine", "saint orla", "+saint +orla",
  "nothingatall", "nothingatall talks", "+nothingatall talks", "-nothingatall", "nothing*", "+nothing* talks",
  "talks talks", "talk talking talks", "wheat maize harvest season grain", "+grain^3 export~1 pri* -title:vote",
];

const LANGUAGES = { stemmed: true, plain: true };

const index = asked(lunr.Index.load(json<object>("whole.json")), LANGUAGES);
for (const query of QUERIES) {
  test(`scores of the whole index: ${query}`, async () => {
    const { hits, error } = await search(query, store());
    assert.equal(error, "");
    assert.deepEqual(hits.map((h) => `${h.number}: ${h.score}`), listed(index(query)).map((h) => `${h.number}: ${h.score}`));
  });
}

test("lunr.py's index scores as one that lunr.js makes of the same terms", async () => {
  const builder = new lunr.Builder();
  for (const [field, boost] of [["title", 4], ["text", 1], ["places", 2], ["actors", 2], ["source", 1]] as const) {
    builder.field(field, { boost });
  }
  for (const article of await articles()) builder.add(article);
  const own = asked(builder.build(), LANGUAGES);
  for (const query of QUERIES) {
    const score = new Map(own(query).map((r) => [r.ref, r.score]));
    const found = index(query);
    assert.deepEqual(new Set(found.map((r) => r.ref)), new Set(score.keys()), query);
    for (const result of found) {
      // lunr.py rounds halves to even and lunr.js upwards: each of some summands may differ by a thousandth.
      assert.ok(Math.abs(result.score - (score.get(result.ref) ?? 0)) < 0.005, `${query}: ${result.ref}`);
    }
  }
});

/** Of the made-up archive, as tests/search/samples.py has them. */
const ALIASES = json<Record<string, string[]>>("aliases.json");

async function articles(): Promise<object[]> {
  const held = store();
  const { documents } = await held.directory();
  const records = await Promise.all(Array.from({ length: documents }, (_, number) => held.article(number)));
  return records.map((record, number) => {
    const unique = (names: readonly string[]): string[] => [
      ...new Set(names.flatMap((name) => [name, ...(ALIASES[name] ?? [])]).flatMap((name) => terms(name, record.lang))),
    ];
    return {
      id: String(number),
      title: terms(record.title, record.lang),
      text: record.text.flatMap((paragraph) => terms(paragraph, record.lang)),
      places: unique(record.places),
      actors: unique(record.actors),
      source: unique([record.source]),
    };
  });
}

test("a query loads only the shards of its own terms", async () => {
  const asked: string[] = [];
  await search("+storm -wheat", store(asked));
  assert.equal(asked.filter((name) => name.startsWith("terms-")).length, 2);
  assert.ok(!asked.includes("vocabulary") && !asked.includes("facets"));
});

test("an empty query finds every article, newest first", async () => {
  const { hits } = await search("  ", store());
  assert.deepEqual(hits.map((h) => h.number), Array.from({ length: 40 }, (_, n) => n));
});

test("a hit tells in which field each term was found", async () => {
  const { hits } = await search("places:nordhafen", store());
  assert.ok(hits.length > 0);
  for (const hit of hits) assert.deepEqual([...hit.terms].map(([f, t]) => [f, [...t]]), [["places", ["nordhafen"]]]);
});
