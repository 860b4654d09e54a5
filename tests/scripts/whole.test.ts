/**
 * 500 queries of every syntax give the articles, scores and order of one whole lunr.js index, to the last digit. Over the
 * made-up archive, or over the one in the folder DAYBOOK_WHOLE, which holds files/ and whole.json.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import lunr from "lunr";
import { search } from "../../theme/scripts/search/engine.ts";
import { ERROR } from "../../theme/scripts/search/estimate.ts";
import { verified } from "../../theme/scripts/search/phrases.ts";
import { Steps } from "../../theme/scripts/search/pause.ts";
import type { Record } from "../../theme/scripts/search/store.ts";
import { stemOf, tokens } from "../../theme/scripts/search/tokens.ts";
import { CASES, json, store } from "./cases.ts";
import { queriesOf } from "./queries.ts";
import { asked, listed } from "./whole.ts";

const COUNT = 500;
const SPARE = 50;
const SHOWN = 10;
const folder = process.env["DAYBOOK_WHOLE"] ?? CASES;

test(`${COUNT} queries are answered as by the whole index`, async () => {
  const held = store([], folder);
  const { documents, stemmed, plain } = await held.directory();
  const index = asked(lunr.Index.load(json<object>("whole.json", folder)), { stemmed, plain });
  const records = await Promise.all(Array.from({ length: documents }, (_, number) => held.article(number)));
  let found = 0;
  let compared = 0;
  // Some patterns stand for more words than a page answers at once; as many queries are drawn beyond.
  for (const query of queriesOf(records, COUNT + SPARE)) {
    const { hits, phrases, error } = await search(query, held, new Steps(), Number.POSITIVE_INFINITY);
    if (query.includes("*") && error.includes("too many words")) continue;
    assert.equal(error, "", query);
    compared += 1;
    const expected = listed(index(unphrased(query)));
    assert.deepEqual(hits.map(({ number, score }) => ({ number, score })), expected, query);
    found += hits.length;
    // As the page asks: lunr scores the best, the others stand in the order of their estimates.
    const shown = await search(query, held, new Steps(), SHOWN);
    assert.deepEqual(shown.hits.slice(0, SHOWN), hits.slice(0, SHOWN), query);
    assert.equal(shown.hits.length, hits.length, query);
    const score = new Map(expected.map((hit) => [hit.number, hit.score]));
    for (const hit of shown.hits) assert.ok(Math.abs(hit.score - (score.get(hit.number) ?? NaN)) < ERROR, query);
    if (phrases.length === 0) continue;
    const { hits: kept, read } = await verified(hits, phrases, SHOWN, held, new Steps());
    const together = expected.filter(({ number }, n) => n < read && holds(query, records[number] as Record));
    assert.deepEqual(kept.map(({ number }) => number), together.map(({ number }) => number), query);
    assert.ok(kept.length > SHOWN || read === Math.min(hits.length, SHOWN * 20), query);
  }
  assert.ok(found > COUNT && compared >= COUNT, `${compared} queries`);
});

const PHRASE = /(?:(\w+):)?"(\S+) (\S+)"|(\S+) NEAR\/3 (\S+)/;

/** The query with each phrase's words required, as lunr can be asked. */
function unphrased(query: string): string {
  return query.replace(PHRASE, (_, field = "", a, b, c, d) => {
    const named = field === "" ? "" : `${field}:`;
    return a === undefined ? `+${c} +${d}` : `+${named}${a} +${named}${b}`;
  });
}

/** Whether the words stand together, looked for in another way than the page does. */
function holds(query: string, record: Record): boolean {
  const [, field, a, b, c, d] = PHRASE.exec(query) ?? [];
  const stems = (text: string): string => ` ${tokens(text).map((token) => stemOf(token, record.lang)).join(" ")} `;
  const texts = [
    ...(field === "text" ? [] : [record.title]),
    ...(field === "title" ? [] : record.text),
    ...(field === undefined ? [...record.places, ...record.actors, record.source] : []),
  ].map(stems);
  if (a !== undefined) return texts.some((text) => text.includes(stems(`${a} ${b}`)));
  const [one, other] = [stems(c ?? "").trim(), stems(d ?? "").trim()];
  const within = (from: string, to: string): RegExp => new RegExp(`(?<= )${from}(?: \\S+){0,2} ${to}(?= )`);
  return texts.some((text) => within(one, other).test(text) || within(other, one).test(text));
}
