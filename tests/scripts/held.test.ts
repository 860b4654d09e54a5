import assert from "node:assert/strict";
import { test } from "node:test";
import { loaded } from "../../theme/scripts/filter/held.ts";
import { EMPTY } from "../../theme/scripts/search/state.ts";
import { store } from "./cases.ts";

const archive = await loaded(store());

test("every article is found by the address of its page", async () => {
  const held = store();
  for (let number = 0; number < archive.size; number += 1) {
    const { address } = await held.article(number);
    assert.equal(archive.number(address), number, address);
  }
  assert.equal(archive.number("2024/05/01/nowhere.html"), -1);
});

test("a page stands for the articles that its group holds, counted one by one", async () => {
  const held = store();
  const records = await Promise.all(archive.days.map((_, number) => held.article(number)));
  const having = (name: string): number[] => records.flatMap((record, number) => (record.actors.includes(name) ? [number] : []));
  assert.deepEqual([...archive.of({ group: "actor", id: "ana-orban" })], having("Ana Orbán"));
  const may = records.flatMap((record, number) => (record.day.startsWith("2024-05-04") ? [number] : []));
  assert.deepEqual([...archive.of({ group: "day", id: "2024-05-04" })], may);
  assert.equal(archive.of({ group: "year", id: "2024" }).length, records.filter((record) => record.day !== "").length);
  assert.deepEqual([...archive.of({ group: "place", id: "atlantis" })], []);
  assert.deepEqual(
    [...archive.of({ group: "place", id: "kamin", month: "2024-05" })],
    [...archive.of({ group: "place", id: "kamin" })].filter((number) => archive.days[number]?.startsWith("2024-05")),
  );
});

test("a story holds its articles, and a month the stories that began in it", async () => {
  const stories = (await store().names("story")).map(([id]) => [...archive.of({ group: "story", id })]);
  assert.ok(stories.length > 3);
  assert.equal(new Set(stories.flat()).size, stories.flat().length, "no article is in two");
  for (const month of ["2024-05", "2024-06"]) {
    const first = (story: readonly number[]): string => story.map((number) => archive.days[number] ?? "").sort()[0] ?? "";
    const begun = stories.filter((story) => first(story).startsWith(month));
    assert.deepEqual(archive.begun(month).map((story) => [...story]), begun);
    assert.deepEqual([...archive.of({ group: "begun", id: month })], begun.flat());
  }
});

test("what passes on a page is what passes of its articles", () => {
  const own = archive.of({ group: "actor", id: "ana-orban" });
  const state = { ...EMPTY, country: ["vesland"], kind: ["organisation"] };
  const passing = new Set(archive.filtered(archive.of(null), state).numbers);
  assert.deepEqual(archive.filtered(own, state).numbers, [...own].filter((number) => passing.has(number)));
  assert.ok(passing.size > 0);
});
