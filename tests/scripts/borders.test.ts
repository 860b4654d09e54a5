import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { geoNaturalEarth1Raw } from "d3-geo";
import { atlas, clipped, inside, NO_TABLE } from "../../scripts/borders/atlas.mjs";
import { HEIGHT, project, WIDTH } from "../../theme/scripts/map/plane.ts";
import { json } from "./cases.ts";

const TABLE = json<typeof NO_TABLE>("borders.json", "theme");

/** Whose a point is: to the United Nations, to Natural Earth. */
const POINTS: [string, [number, number], string, string][] = [
  ["Simferopol", [34.1, 45.0], "Ukraine", "Russia"],
  ["Donetsk", [37.8, 48.0], "Ukraine", "Ukraine"],
  ["Dakhla", [-15.5, 23.5], "W. Sahara", "Morocco"],
  ["Agadir", [-9.0, 30.0], "Morocco", "Morocco"],
  ["Quneitra", [35.8, 33.1], "Syria", "Israel"],
  ["Nazareth", [35.3, 32.7], "Israel", "Israel"],
  ["Ramallah", [35.2, 31.9], "Palestine", "Palestine"],
  ["Pristina", [21.16, 42.66], "Serbia", "Kosovo"],
  ["Kyrenia", [33.3, 35.3], "Cyprus", "N. Cyprus"],
  ["Hargeisa", [44.06, 9.56], "Somalia", "Somaliland"],
  ["Taipei", [121.5, 25.04], "China", "Taiwan"],
];

for (const scale of ["110m", "50m"]) {
  const topology = JSON.parse(readFileSync(`node_modules/world-atlas/countries-${scale}.json`, "utf8"));
  const [un, theirs] = [atlas(topology, TABLE), atlas(topology, NO_TABLE)];

  for (const [name, point, recognised, held] of POINTS) {
    test(`${name} is ${recognised}'s, or by Natural Earth ${held}'s, at 1:${scale}`, () => {
      assert.deepEqual([un.owner(point), theirs.owner(point)], [recognised, held]);
      const shown = (world: typeof un): string[] => world.countries.filter(({ polygons }) => inside(polygons.flat(), point)).map((country) => country.name);
      assert.ok(shown(un).includes(recognised), `${shown(un)}`);
      assert.deepEqual(shown(theirs), [held]);
    });
  }

  test(`disputed lines are drawn as such at 1:${scale}, and none by Natural Earth`, () => {
    assert.ok(un.dashed.length >= TABLE.parts.length + TABLE.territories.length, `${un.dashed.length}`);
    assert.equal(theirs.dashed.length, 0);
  });

  test(`an entry that finds nothing to change is an error at 1:${scale}`, () => {
    const elsewhere = { ...NO_TABLE, rings: [{ ...(TABLE.rings[0] as (typeof TABLE.rings)[0]), at: [37.6, 55.7] as [number, number] }] };
    assert.throws(() => atlas(topology, elsewhere), /Crimea: expected a ring of Russia/);
    const nobody = { ...NO_TABLE, territories: [{ what: "Atlantis", of: "Greece", source: "Plato" }] };
    assert.throws(() => atlas(topology, nobody), /expected the name of a country of world-atlas, found Atlantis/);
  });
}

test("every entry of the table has a source", () => {
  const entries = [TABLE.rings, TABLE.parts, TABLE.territories, TABLE.lines].flat();
  assert.deepEqual(entries.filter(({ source }) => !source), []);
});

test("a ring is cut at the sides of a convex one", () => {
  const square = (a: number, b: number): [number, number][] => [[a, a], [b, a], [b, b], [a, b]];
  const cut = clipped([...square(0, 4), [0, 0]], square(2, 6));
  assert.ok(inside([cut], [3, 3]));
  assert.ok(!inside([cut], [1, 1]));
  assert.deepEqual(clipped([...square(0, 1), [0, 0]], square(2, 6)), []);
});

test("the plane is that of d3-geo", () => {
  for (const [lat, lon] of [[0, 0], [45, 34.1], [-54.8, -68.3], [78.2, 15.6], [-17.7, 178.1]] as const) {
    const [x, y] = geoNaturalEarth1Raw((lon * Math.PI) / 180, (lat * Math.PI) / 180);
    const unit = WIDTH / 2 / geoNaturalEarth1Raw(Math.PI, 0)[0];
    const found = project(lat, lon);
    assert.ok(Math.abs(found.x - (WIDTH / 2 + x * unit)) < 1e-6 && Math.abs(found.y - (HEIGHT / 2 - y * unit)) < 1e-6);
  }
});
