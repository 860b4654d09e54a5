// Natural Earth's countries with, where it is asked for, what the table theme/borders.json says of them.
import { geoArea, geoContains } from "d3-geo";
import { feature, merge, mesh } from "topojson-client";

/**
 * @typedef {[number, number]} Point Longitude and latitude, degrees.
 * @typedef {Point[]} Ring
 * @typedef {{ what: string, at: Point, from: string, to: string, source: string }} RingOf
 * @typedef {{ what: string, within: Ring, from: string, to: string, line: Ring, former: string, source: string }} Part
 * @typedef {{ what: string, of: string, source: string }} Territory
 * @typedef {{ what: string, between: [string, string], within?: Ring, source: string }} Line
 * @typedef {{ rings: RingOf[], parts: Part[], territories: Territory[], lines: Line[] }} Table
 * @typedef {{ name: string, id: string, polygons: Ring[][] }} Country
 *   What is shown as one country: rings within rings, by the even-odd rule.
 * @typedef {{ land: Ring[][], countries: Country[], solid: Ring[], dashed: Ring[], owner: (point: Point) => string }} Atlas
 */

/** GeoNames' number of Kosovo, which ISO 3166-1 has none for. */
const OTHER_IDS = { Kosovo: "000" };
/** @type {Table} */
export const NO_TABLE = { rings: [], parts: [], territories: [], lines: [] };

/**
 * The world as one way of seeing it has it. Throws where an entry of the table finds nothing to change.
 * @param {any} topology world-atlas' countries; left as it is
 * @param {Table} table
 * @returns {Atlas}
 */
export function atlas(topology, table) {
  const world = structuredClone(topology);
  const geometries = world.objects.countries.geometries;
  const named = new Map(geometries.map((one) => [one.properties.name, one]));
  for (const entry of table.rings) give(world, named, entry);
  const taken = table.parts.map((part) => cut(polygonsOf(world, find(named, part.from, part)), part));
  const countries = geometries.map((one) => {
    const name = one.properties.name;
    const own = table.territories.filter(({ of, what }) => of === name && named.has(what)).map(({ what }) => named.get(what));
    const parts = taken.filter((_, n) => [table.parts[n].from, table.parts[n].to].includes(name)).flat();
    return { name, id: one.id ?? OTHER_IDS[name] ?? "", polygons: [one, ...own].flatMap((g) => polygonsOf(world, g)).concat(parts) };
  });
  for (const entry of [...table.territories.map(({ what, of }) => [what, of]), ...table.lines.map(({ between }) => between)].flat()) {
    if (!named.has(entry) && !SMALL.has(entry)) throw new Error(`borders.json: expected the name of a country of world-atlas, found ${entry}`);
  }
  const { solid, dashed } = lines(world, table);
  return { land: merge(world, geometries).coordinates, countries, solid, dashed, owner: (point) => ownerOf(point, world, table, taken) };

  function ownerOf(point, world, table, taken) {
    const part = taken.findIndex((polygons) => polygons.some((rings) => inside(rings, point)));
    if (part >= 0) return table.parts[part].to;
    const name = geometries.find((one) => geoContains(feature(world, one), point))?.properties.name ?? "";
    return table.territories.find(({ what }) => what === name)?.of ?? name;
  }
}

/** Features that the world of 1:110 million leaves out. */
const SMALL = new Set(["Siachen Glacier"]);

function find(named, name, { what }) {
  const found = named.get(name);
  if (found === undefined) throw new Error(`borders.json, ${what}: expected the name of a country of world-atlas, found ${name}`);
  return found;
}

/** @returns {Ring[][]} */
function polygonsOf(world, geometry) {
  const { type, coordinates } = feature(world, geometry).geometry;
  return type === "Polygon" ? [coordinates] : coordinates;
}

/** Let the polygon around a point change hands. */
function give(world, named, entry) {
  const [from, to] = [find(named, entry.from, entry), find(named, entry.to, entry)];
  const polygons = polygonsOf(world, from);
  const at = polygons.findIndex((coordinates) => geoContains({ type: "Polygon", coordinates }, entry.at));
  const area = (coordinates) => geoArea({ type: "Polygon", coordinates });
  if (at < 0 || from.type !== "MultiPolygon" || area(polygons[at]) > area(polygons.flat()) / 4) {
    throw new Error(`borders.json, ${entry.what}: expected a ring of ${entry.from} of its own around ${entry.at}, found none`);
  }
  const [arcs] = from.arcs.splice(at, 1);
  to.arcs = to.type === "Polygon" ? [to.arcs, arcs] : [...to.arcs, arcs];
  to.type = "MultiPolygon";
}

/** The part of a country within a convex ring. @returns {Ring[][]} */
function cut(polygons, part) {
  const found = polygons.map(([outer]) => clipped(outer, part.within)).filter((ring) => ring.length > 3);
  if (found.length === 0) throw new Error(`borders.json, ${part.what}: expected a part of ${part.from}, found none`);
  return found.map((ring) => [ring]);
}

/**
 * What of a ring lies within a convex one that turns to the left (Sutherland and Hodgman 1974), in the plane of its numbers.
 * @param {Ring} ring
 * @param {Ring} convex
 * @returns {Ring}
 */
export function clipped(ring, convex) {
  let held = ring.slice(0, -1);
  convex.forEach((a, n) => {
    const b = convex[(n + 1) % convex.length];
    const side = ([x, y]) => (b[0] - a[0]) * (y - a[1]) - (b[1] - a[1]) * (x - a[0]);
    held = held.flatMap((point, i) => {
      const before = held.at(i - 1);
      const [s, t] = [side(before), side(point)];
      const crossing = [before[0] + ((point[0] - before[0]) * s) / (s - t), before[1] + ((point[1] - before[1]) * s) / (s - t)];
      if (t >= 0) return s >= 0 ? [point] : [crossing, point];
      return s >= 0 ? [crossing] : [];
    });
  });
  return held.length === 0 ? [] : [...held, held[0]];
}

/** Whether a point lies in rings by the even-odd rule, in the plane of their numbers. */
export function inside(rings, [x, y]) {
  let odd = false;
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i += 1) {
      const [[x0, y0], [x1, y1]] = [ring[i - 1], ring[i]];
      if (y0 > y !== y1 > y && x < ((x1 - x0) * (y - y0)) / (y1 - y0) + x0) odd = !odd;
    }
  }
  return odd;
}

/** The lines between countries: those that are drawn whole, and those that are drawn as disputed. */
function lines(world, table) {
  const dashed = table.parts.map(({ line }) => line);
  const kinds = new Map();
  const key = (a, b) => [a, b].sort().join("|");
  for (const { what, of } of table.territories) kinds.set(key(what, of), { how: "dashed" });
  for (const { between, within } of table.lines) kinds.set(key(...between), { how: "dashed", within });
  for (const { from, to, former } of table.parts) kinds.set(key(from, to), { how: former });
  const nameOf = (one) => one.properties.name;
  const objects = world.objects.countries;
  const between = (wanted) => mesh(world, objects, (a, b) => a !== b && wanted(key(nameOf(a), nameOf(b)))).coordinates;
  const solid = between((pair) => !kinds.has(pair));
  for (const [pair, { how, within }] of kinds) {
    for (const line of between((other) => other === pair)) {
      const disputed = how === "left out" ? [] : within === undefined ? [line] : runs(line, within, true);
      dashed.push(...disputed);
      if (within !== undefined) solid.push(...runs(line, within, false));
    }
  }
  return { solid, dashed };
}

/** The stretches of a line whose steps lie within a ring, or do not. */
function runs(line, ring, wanted) {
  const closed = [...ring, ring[0]];
  const found = [];
  let open = false;
  for (let i = 1; i < line.length; i += 1) {
    const [a, b] = [line[i - 1], line[i]];
    const held = inside([closed], [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]) === wanted;
    if (held && open) found.at(-1).push(b);
    else if (held) found.push([a, b]);
    open = held;
  }
  return found;
}
