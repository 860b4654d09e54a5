import assert from "node:assert/strict";
import { test } from "node:test";
import { columnOf, type Columns, daysOf, filter } from "../../theme/scripts/search/filters.ts";
import { EMPTY, KINDS, type State } from "../../theme/scripts/search/state.ts";
import { store } from "./cases.ts";

const ALL = Array.from({ length: 40 }, (_, n) => n);

async function columns(): Promise<Columns> {
  const held = store();
  const kinds = await Promise.all(KINDS.map(async (kind) => [kind, columnOf(await held.names(kind))] as const));
  return { days: daysOf(await held.days()), kinds: new Map(kinds) };
}

/** Every article looked at, one by one. */
function brute(state: State, { days, kinds }: Columns): number[] {
  return ALL.filter((n) => {
    const day = days[n] ?? "";
    const dated = (state.from === "" || (day !== "" && day >= state.from)) && (state.to === "" || (day !== "" && day <= state.to));
    return dated && KINDS.every((kind) => {
      const held = (kinds.get(kind)?.of[n] ?? []).map((name) => kinds.get(kind)?.names[name]?.[0] ?? "");
      return state[kind].length === 0 || state[kind].some((id) => held.includes(id));
    });
  });
}

const STATES: Partial<State>[] = [
  {},
  { city: ["kamin"] },
  { city: ["kamin", "weldon"] },
  { city: ["kamin"], actor: ["ana-orban"] },
  { city: ["kamin"], actor: ["ana-orban", "tomas-reed"], source: ["evening-post"] },
  { from: "2024-05-04", to: "2024-05-09" },
  { from: "2024-05-09" },
  { to: "2024-05-04", source: ["north-wire"] },
  { from: "2025-01-01" },
  { city: ["atlantis"] },
];

for (const given of STATES) {
  test(`filters and counts equal a brute-force count: ${JSON.stringify(given)}`, async () => {
    const state = { ...EMPTY, ...given };
    const held = await columns();
    const { numbers, counts } = filter(ALL, state, held);
    assert.deepEqual(numbers, brute(state, held));
    for (const kind of KINDS) {
      for (const count of counts.get(kind) ?? []) {
        assert.equal(count.count, brute({ ...state, [kind]: [count.id] }, held).length, `${kind} ${count.id}`);
        assert.equal(count.chosen, state[kind].includes(count.id));
      }
    }
  });
}

test("a name that the archive lacks stays visible, so that it can be taken away", async () => {
  const { counts } = filter(ALL, { ...EMPTY, city: ["atlantis"] }, await columns());
  assert.deepEqual(counts.get("city")?.at(-1), { id: "atlantis", name: "atlantis", aliases: [], count: 0, chosen: true });
});

test("only columns at hand are counted", async () => {
  const held = await columns();
  const { counts, numbers } = filter(ALL, EMPTY, { days: [], kinds: new Map([...held.kinds].slice(0, 1)) });
  assert.deepEqual([[...counts.keys()], numbers.length], [["city"], 40]);
});
