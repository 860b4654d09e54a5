import assert from "node:assert/strict";
import { test } from "node:test";
import { whereOf } from "../../theme/scripts/filter/where.ts";
import { within } from "../../theme/scripts/filter/within.ts";
import { EMPTY, format, parse } from "../../theme/scripts/search/state.ts";

const IDS: Readonly<Record<string, readonly string[]>> = { city: ["kyiv", "lviv"], country: ["ukraine"], actor: ["ana"], source: ["ap"] };

/** The page, its filter, and what the search page is asked for; null where it cannot be asked. */
const CASES: readonly (readonly [string, string, string | null])[] = [
  ["index.html", "city=kyiv", "city=kyiv"],
  ["2022/03/02/index.html", "", "from=2022-03-02&to=2022-03-02"],
  ["2022/03/02/index/a.html", "city=kyiv", "from=2022-03-02&to=2022-03-02&city=kyiv"],
  ["2024/02/index.html", "", "from=2024-02-01&to=2024-02-29"],
  ["2022/index.html", "from=2022-03-05&to=2023-01-01", "from=2022-03-05&to=2022-12-31"],
  ["places/kyiv.html", "", "city=kyiv"],
  ["places/kyiv.html", "city=kyiv&city=lviv", "city=kyiv"],
  ["places/kyiv.html", "city=lviv", null],
  ["places/kyiv/2022-03.html", "actor=ana", "from=2022-03-01&to=2022-03-31&city=kyiv&actor=ana"],
  ["places/ukraine.html", "city=kyiv", "city=kyiv&country=ukraine"],
  ["places/lviv-oblast.html", "", null],
  ["actors/ana.html", "source=ap", "actor=ana&source=ap"],
  ["sources/ap.html", "", "source=ap"],
  ["undated.html", "city=kyiv", null],
];

for (const [page, filter, asked] of CASES) {
  test(`what search is asked for from ${page} under "${filter}"`, () => {
    const state = within({ ...EMPTY, ...parse(filter) }, whereOf(page), (kind, id) => IDS[kind]?.includes(id) ?? false);
    assert.equal(state === null ? null : format(state), asked);
  });
}
