import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { binsOf, countsOf, daysOfRange, rangeOf } from "../../theme/scripts/map/bins.ts";
import { between, centred, cut, fitted, moved, screen, seen, whole, zoomed } from "../../theme/scripts/map/camera.ts";
import { Clusters } from "../../theme/scripts/map/clusters.ts";
import { type Counted, counted, placesOf } from "../../theme/scripts/map/places.ts";
import { cellsIn, HEIGHT, project, WIDTH } from "../../theme/scripts/map/plane.ts";
import { stroked } from "../../theme/scripts/map/timeline.ts";

/** The first of them are numbers of one character each. */
const DIGITS = JSON.parse(readFileSync("tests/search/cases/digits.json", "utf8")) as { numbers: number[]; text: string };
const WEEKS = binsOf("2022-02-28", "2022-03-27");

test("days, months and years hold every day of an archive once", () => {
  for (const [first, last, bins] of [["2022-02-28", "2022-02-28", 1], ["2024-02-28", "2024-03-01", 3], ["2019-11-05", "2022-02-01", 28], ["1899-06-01", "1987-01-01", 89]] as const) {
    const made = binsOf(first, last);
    assert.equal(made.length, bins);
    assert.ok((made[0]?.from ?? "") <= first && last <= (made.at(-1)?.to ?? ""));
    made.slice(1).forEach((bin, n) => assert.equal(Date.parse(bin.from) - Date.parse(made[n]?.to ?? ""), 86_400_000));
  }
  assert.deepEqual(binsOf("", ""), []);
});

test("a range and its days tell the same", () => {
  for (let first = 0; first < WEEKS.length; first += 3) {
    for (let last = first; last < WEEKS.length; last += 2) {
      const { from, to } = daysOfRange(WEEKS, { first, last });
      assert.deepEqual(rangeOf(WEEKS, from, to), { first, last });
    }
  }
  assert.deepEqual(daysOfRange(WEEKS, { first: 0, last: WEEKS.length - 1 }), { from: "", to: "" });
  assert.deepEqual(rangeOf(WEEKS, "2023-01-01", ""), { first: WEEKS.length - 1, last: WEEKS.length - 1 });
});

test("a bin counts its days, however many, and no undated one", () => {
  assert.deepEqual(countsOf(WEEKS.slice(0, 4), ["2022-03-03", "2022-03-01", "2022-03-01", "2022-02-28", "", ""]), [1, 2, 0, 1]);
});

test("a stroke chooses, and one within what is chosen moves it and stays inside", () => {
  assert.deepEqual(stroked({ at: 5, range: null }, 2, 10), { first: 2, last: 5 });
  assert.deepEqual(stroked({ at: 3, range: { first: 2, last: 4 } }, 5, 10), { first: 4, last: 6 });
  assert.deepEqual(stroked({ at: 3, range: { first: 2, last: 4 } }, 9, 10), { first: 7, last: 9 });
  assert.deepEqual(stroked({ at: 3, range: { first: 2, last: 4 } }, 0, 10), { first: 0, last: 2 });
});

test("a zoom keeps the point that it is about, and no move leaves the world", () => {
  const camera = zoomed(whole(900, 500), 6);
  const about = { x: 300, y: 200 };
  const under = { x: (about.x - camera.x) / camera.scale, y: (about.y - camera.y) / camera.scale };
  const near = screen(zoomed(camera, 2, about), under);
  assert.ok(Math.hypot(near.x - about.x, near.y - about.y) < 1e-6);
  for (const [dx, dy] of [[1e6, 0], [-1e6, 0], [0, 1e6], [0, -1e6]] as const) {
    const box = seen(moved(camera, dx, dy));
    assert.ok(box.left > -1 && box.top > -1 && box.right < WIDTH + 1 && box.bottom < HEIGHT + 1);
  }
  assert.equal(zoomed(camera, 1e9).scale, zoomed(camera, 1e12).scale);
});

test("what is fitted is seen, and a way between two cameras begins and ends at them", () => {
  const points = [project(50.45, 30.52), project(46.63, 32.61), project(52.1, 4.3)];
  const camera = fitted(points, 900, 500);
  for (const point of points) {
    const { x, y } = screen(camera, point);
    assert.ok(x > 0 && x < 900 && y > 0 && y < 500);
  }
  const far = centred(whole(900, 500), points[0] ?? { x: 0, y: 0 });
  for (const [at, end] of [[0, far], [1, camera]] as const) {
    const found = between(far, camera, at);
    for (const key of ["scale", "x", "y"] as const) assert.ok(Math.abs(found[key] - end[key]) < 1e-6, key);
  }
});

test("a dot is cut where it lies at a side of the picture, within or beyond, and nowhere else", () => {
  const camera = fitted([project(50.45, 30.52), project(46.63, 32.61)], 900, 500);
  const at = (x: number, y: number) => ({ x: (x - camera.x) / camera.scale, y: (y - camera.y) / camera.scale });
  for (const [x, y, found] of [[450, 250, false], [450, 5, true], [450, -5, true], [895, 250, true], [450, -200, false], [1200, 250, false]] as const) {
    assert.equal(cut(camera, at(x, y)), found, `${x} ${y}`);
  }
});

/** Two thousand places all over the world, with counts. */
function many(): Counted[] {
  let seed = 7;
  const chance = (): number => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
  return Array.from({ length: 2_000 }, (_, number) => {
    const point = project(70 - 120 * chance(), 360 * chance() - 180);
    return { place: { number, name: `Place ${number}`, country: "", address: "", count: 0, point }, count: 1 + Math.floor(50 * chance() ** 4) };
  });
}

test("clusters lose no place and no mention, leave few dots, and part where they say", () => {
  const places = many();
  const clusters = new Clusters(places);
  const total = places.reduce((sum, { count }) => sum + count, 0);
  for (const width of [328, 900, 1_800, 7_200]) {
    const nodes = clusters.in({ left: 0, top: 0, right: WIDTH, bottom: HEIGHT }, width / WIDTH);
    assert.equal(nodes.reduce((sum, node) => sum + node.places, 0), places.length);
    assert.equal(nodes.reduce((sum, node) => sum + node.count, 0), total);
    assert.equal(new Set(nodes.map((node) => node.key)).size, nodes.length);
    if (width <= 900) assert.ok(nodes.length <= 200, `${nodes.length}`);
    const several = nodes.find((node) => node.places > 1);
    if (several !== undefined && several.parts !== null) {
      const around = { left: several.x - 2_000, top: several.y - 2_000, right: several.x + 2_000, bottom: several.y + 2_000 };
      assert.ok(clusters.in(around, several.parts * 1.05).filter((node) => node.places >= several.places).length === 0);
    }
  }
});

test("a node stands where its only place does", () => {
  const [one] = many();
  assert.ok(one?.place.point);
  const [node] = new Clusters([one]).in({ left: 0, top: 0, right: WIDTH, bottom: HEIGHT }, 0.05);
  assert.ok(node !== undefined && Math.hypot(node.x - one.place.point.x, node.y - one.place.point.y) < 1);
});

test("places count the chosen articles that tell of them; areas and places without coordinates have no point", () => {
  const digit = (n: number): string => DIGITS.text[DIGITS.numbers.indexOf(n)] as string;
  const rows = {
    names: ["St. Ayton-le-Moor", "Bland", "Ceford"], addresses: ["", "places/bland-gb.html", "places/index.html#c"],
    counts: digit(1) + digit(1) + digit(1), country: digit(1) + digit(0) + digit(1), points: digit(63).repeat(2) + digit(0).repeat(4),
  };
  const places = placesOf(rows, ["", "Mere"]);
  assert.deepEqual(placesOf(rows, ["", "Mere"], 3).map(({ number }) => number), [3, 4, 5]);
  assert.deepEqual(places.map(({ point, address, country }) => [point !== null, address, country]), [[true, "places/st-ayton-le-moor.html", "Mere"], [false, "places/bland-gb.html", ""], [false, "places/index.html#c", "Mere"]]);
  const articles = [[0, 1], [0], [2]].map((numbers) => new Int32Array(numbers));
  assert.deepEqual(counted(places, articles, [0, 1, 2], 3).map(({ place, count }) => [place.number, count]), [[0, 2], [1, 1], [2, 1]]);
  assert.deepEqual(counted(places, articles, [0], 3).map(({ place }) => place.name), ["St. Ayton-le-Moor", "Bland"]);
});

test("the whole world has all cells, a corner one", () => {
  assert.equal(cellsIn({ left: 0, top: 0, right: WIDTH, bottom: HEIGHT }).length, 128);
  assert.deepEqual(cellsIn({ left: -50, top: -50, right: 10, bottom: 10 }), [0]);
});
