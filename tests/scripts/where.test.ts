import assert from "node:assert/strict";
import { test } from "node:test";
import { crc32 } from "../../theme/scripts/filter/crc.ts";
import { addressOf, rootOf, whereOf } from "../../theme/scripts/filter/where.ts";

const KNOWN = {
  "2022/index.html": { group: "year", id: "2022" },
  "2022/03/index.html": { group: "month", id: "2022-03" },
  "2022/w09/index.html": { group: "week", id: "2022-02-28" },
  "2020/w53/index.html": { group: "week", id: "2020-12-28" },
  "2021/w01/index.html": { group: "week", id: "2021-01-04" },
  "2022/03/02/index.html": { group: "day", id: "2022-03-02" },
  "2022/03/02/index/a.html": { group: "day", id: "2022-03-02" },
  "2022/03/02/talks.html": { article: "2022/03/02/talks.html" },
  "2022/03/02/talks.html#s1": { article: "2022/03/02/talks.html" },
  "undated.html": { group: "undated" },
  "undated/undated.html": { group: "undated" },
  "undated/undated-t.html": { group: "undated" },
  "undated/undated-note.html": { article: "undated/undated-note.html" },
  "undated/note.html": { article: "undated/note.html" },
  "places/kyiv.html": { group: "place", id: "kyiv" },
  "places/kyiv/2022-03.html": { group: "place", id: "kyiv", month: "2022-03" },
  "places/index.html#gn-1": { group: "place", id: "gn-1" },
  "actors/letters/t.html#treasury": { group: "actor", id: "treasury" },
  "stories/talks-begin.html": { group: "story", id: "talks-begin" },
  "stories/months/2022-03.html": { group: "begun", id: "2022-03" },
  "sources/ap.html": { group: "source", id: "ap" },
} as const;

for (const [address, where] of Object.entries(KNOWN)) {
  test(`what ${address} stands for`, () => assert.deepEqual(whereOf(address), where));
}

test("pages that stand for no articles of their own", () => {
  for (const address of ["index.html", "search.html", "places/index.html", "stories/index.html", "figures/index.html", "actors/letters/t.html", "data/a.csv", "2022/03/02/talks.raw.html", ""]) {
    assert.equal(whereOf(address), null, address);
  }
});

test("the root is told by a file of the theme, from disk as over http", () => {
  assert.equal(rootOf("file:///home/a/output/theme/scripts/main.js", 2), "file:///home/a/output/");
  assert.equal(rootOf("https://a.org/repo/theme/scripts/main.js", 2), "https://a.org/repo/");
  assert.equal(addressOf("https://a.org/repo/places/a.html#x", "https://a.org/repo/"), "places/a.html#x");
  assert.equal(addressOf("https://b.org/places/a.html", "https://a.org/repo/"), null);
});

test("CRC-32 is that of zlib", () => {
  assert.equal(crc32("123456789"), 0xcbf43926);
  assert.equal(crc32("56789", crc32("1234")), 0xcbf43926);
});
