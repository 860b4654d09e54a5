// From an atlas to what pages show: views of countries and regions as SVG files, and the world as paths for the map page.
import { geoArea, geoAzimuthalEqualArea, geoCentroid, geoDistance, geoIdentity, geoNaturalEarth1, geoPath } from "d3-geo";

/** Of a view, in the units in which plugins/daybook/site/parts/locator.py counts. */
const [WIDTH, HEIGHT] = [300, 200];
/** Of the units of a view's file in one of the view. */
const FINE = 10;
/** Width of the whole world in the units of the map page; as theme/scripts/map/plane.ts has it. */
export const PLANE = 20_000;
/** The same of the world at a glance, which is drawn in larger units; as theme/scripts/map/outlines.ts has it. */
const GLANCE = 2_000;
const EARTH_KM = 6371;
/** No country is drawn larger than such that the picture is so wide (km): the outlines are not made for more. */
const NARROWEST = 500;
/** Columns and rows of the cells into which the finer outlines are cut, and by how much these reach beyond (units of the plane). */
const [COLUMNS, ROWS, BEYOND] = [16, 8, 6];

/** Views for what no view of one country holds: longitude and latitude of the middle, width in km. */
const REGIONS = {
  "black-sea": [33, 47.5, 1900],
  "western-europe": [6, 48, 2600],
  europe: [16, 52, 4800],
  "middle-east": [46, 29, 4600],
  "central-asia": [68, 44, 4800],
  "south-asia": [80, 22, 4800],
  "east-asia": [117, 35, 5600],
  "southeast-asia": [113, 5, 5600],
  africa: [19, 2, 11000],
  "north-america": [-97, 43, 8200],
  caribbean: [-78, 17, 4800],
  "south-america": [-60, -20, 11000],
  oceania: [150, -25, 8400],
};

const LIGHT = { land: "#fbfaf7", line: "#cfc9bd", mark: "#f7e8b5", disputed: "#857f74" };
const DARK = { land: "#161513", line: "#46423b", mark: "#3a2f14", disputed: "#8a8478" };
const styles = ({ land, line, mark, disputed }) => `.l{fill:${land};stroke:${line}}.c{fill:${mark}}.b{stroke:${line}}.d{stroke:${disputed}}`;
const STYLE = `path{fill:none;fill-rule:evenodd;stroke-width:8;stroke-linejoin:round}.c{stroke:none}.d{stroke-dasharray:20 16}${styles(LIGHT)}@media(prefers-color-scheme:dark){${styles(DARK)}}`;

/**
 * Every view of an atlas: its numbers by name, and its file.
 * @param {import("./atlas.mjs").Atlas} fine
 * @param {import("./atlas.mjs").Atlas} coarse
 */
export function views(fine, coarse) {
  const near = within(fine);
  const found = {};
  const sized = fine.countries.map((country) => ({ ...country, area: geoArea({ type: "MultiPolygon", coordinates: country.polygons }) }));
  sized.sort((a, b) => a.area - b.area); // of two that share a number, such as Australia and its reefs, the larger one is shown
  for (const country of sized.filter(({ id, name }) => id !== "" && name !== "Antarctica")) {
    const projection = fitted(main(country.polygons));
    found[country.id] = view(projection, near, country);
  }
  for (const [name, [lon, lat, km]] of Object.entries(REGIONS)) {
    const projection = frame(geoAzimuthalEqualArea().rotate([-lon, -lat])).scale((WIDTH * EARTH_KM) / km).translate([WIDTH / 2, HEIGHT / 2]);
    found[name] = view(projection, near);
  }
  const world = geoNaturalEarth1().fitWidth(WIDTH, { type: "Sphere" });
  found.world = { ...numbers(world), height: 156, file: file(fineOf(world), coarse, [], WIDTH, 156, 12) };
  return found;
}

function view(projection, near, country = null) {
  const parts = near(projection);
  return { ...numbers(projection), height: HEIGHT, file: file(fineOf(projection), parts, country?.polygons ?? [], WIDTH, HEIGHT) };
}

/** What locator.py needs to place a point: middle, pixels a radian, and where the middle lies. */
function numbers(projection) {
  const [lon, lat] = projection.rotate();
  const [x, y] = projection.translate();
  const rounded = (number, digits) => Number(number.toFixed(digits));
  return { lon: rounded(-lon, 3) + 0, lat: rounded(-lat, 3) + 0, scale: rounded(projection.scale(), 2), x: rounded(x, 2), y: rounded(y, 2) };
}

/** The polygons that make a country's picture: the largest, and those of some size or near by. */
function main(polygons) {
  const areas = polygons.map((coordinates) => geoArea({ type: "Polygon", coordinates }));
  const largest = areas.indexOf(Math.max(...areas));
  const middle = geoCentroid({ type: "Polygon", coordinates: polygons[largest] });
  const reach = 1.3 * Math.sqrt(areas[largest]);
  return polygons.filter((coordinates, n) => {
    const away = geoDistance(middle, geoCentroid({ type: "Polygon", coordinates }));
    return n === largest || away < reach || (areas[n] > areas[largest] / 3 && away < 2 * reach);
  });
}

function fitted(polygons) {
  const shape = { type: "MultiPolygon", coordinates: polygons };
  const [lon, lat] = geoCentroid(shape).map((degrees) => Number(degrees.toFixed(3)));
  const projection = geoAzimuthalEqualArea().rotate([-lon, -lat]).clipAngle(179).precision(0.3);
  projection.fitExtent([[WIDTH * 0.08, HEIGHT * 0.08], [WIDTH * 0.92, HEIGHT * 0.92]], shape);
  const most = (WIDTH * EARTH_KM) / NARROWEST;
  if (projection.scale() > most) projection.scale(most).translate([WIDTH / 2, HEIGHT / 2]);
  return frame(projection);
}

function frame(projection) {
  return projection.clipExtent([[-4, -4], [WIDTH + 4, HEIGHT + 4]]).precision(0.3);
}

/** The same projection in the units of a file. */
function fineOf(projection) {
  const [x, y] = projection.translate();
  const extent = projection.clipExtent();
  const fine = projection.scale(projection.scale() * FINE).translate([x * FINE, y * FINE]).precision(3);
  return extent === null ? fine : fine.clipExtent(extent.map((corner) => corner.map((one) => one * FINE)));
}

/** Gives of an atlas what may show in a picture: quicker by far than to clip all of it. */
function within(atlas) {
  const caps = (things, points) => things.map((thing) => ({ thing, ...cap(points(thing)) }));
  const land = caps(atlas.land, ([outer]) => outer);
  const solid = caps(atlas.solid, (line) => line);
  const dashed = caps(atlas.dashed, (line) => line);
  return (projection) => {
    const middle = projection.invert([WIDTH / 2, HEIGHT / 2]);
    const reach = Math.max(...[[0, 0], [WIDTH, 0], [0, HEIGHT], [WIDTH, HEIGHT]].map((corner) => geoDistance(middle, projection.invert(corner)) || Math.PI));
    const near = (held) => held.filter(({ at, radius }) => geoDistance(middle, at) < radius + 1.1 * reach).map(({ thing }) => thing);
    return { land: near(land), solid: near(solid), dashed: near(dashed) };
  };
}

function cap(points) {
  const at = geoCentroid({ type: "MultiPoint", coordinates: points });
  return { at, radius: Math.max(...points.map((point) => geoDistance(at, point))) };
}

function file(projection, { land, solid, dashed }, polygons, width, height, step = 7) {
  const path = (type, coordinates) => drawn(projection, { type, coordinates }, step, 18);
  const parts = [
    ["l", path("MultiPolygon", land)],
    ["c", path("MultiPolygon", polygons)],
    ["b", path("MultiLineString", solid)],
    ["d", path("MultiLineString", dashed)],
  ].filter(([, d]) => d !== "").map(([name, d]) => `<path class="${name}" d="${d}"/>`);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width * FINE} ${height * FINE}"><style>${STYLE}</style>${parts.join("")}</svg>\n`;
}

/** A shape as the data of a path; points nearer than `step` to the one before, and rings smaller than `least`, are left out. */
function drawn(projection, shape, step, least) {
  const pen = new Pen();
  geoPath(projection, pen)(shape);
  return written(pen.lines, step, least);
}

/** Collects the lines of a path. */
class Pen {
  lines = [];
  beginPath() {}
  moveTo(x, y) { this.lines.push([[x, y]]); }
  lineTo(x, y) { this.lines.at(-1).push([x, y]); }
  closePath() { this.lines.at(-1).closed = true; }
  arc() {}
}

/** Whole numbers, each point by its step from the one before. */
function written(lines, step, least) {
  let text = "";
  let [atX, atY] = [0, 0];
  for (const line of lines) {
    const kept = thinned(line, step);
    const size = (axis) => Math.max(...kept.map((p) => p[axis])) - Math.min(...kept.map((p) => p[axis]));
    if (kept.length < (line.closed ? 3 : 2) || Math.max(size(0), size(1)) < (line.closed ? least : 1)) continue;
    kept.forEach(([x, y], n) => {
      const [dx, dy] = [x - atX, y - atY];
      text += `${n === 0 ? "m" : n === 1 ? "l" : dx < 0 ? "" : " "}${dx}${dy < 0 ? "" : " "}${dy}`;
      [atX, atY] = [x, y];
    });
    if (line.closed) {
      text += "z";
      [atX, atY] = kept[0];
    }
  }
  return text;
}

function thinned(line, step) {
  const kept = [];
  line.forEach(([x, y], n) => {
    const point = [Math.round(x), Math.round(y)];
    const last = kept.at(-1);
    const far = last === undefined || Math.abs(point[0] - last[0]) + Math.abs(point[1] - last[1]) >= step;
    const end = n === line.length - 1 && !line.closed && last !== undefined && (point[0] !== last[0] || point[1] !== last[1]);
    if (far || end) kept.push(point);
  });
  return kept;
}

/** The projection of the map page: the whole world, so wide. */
function plane(width = PLANE) {
  return geoNaturalEarth1().precision(width / 5000).fitWidth(width, { type: "Sphere" });
}

/** The world at a glance: paths of land, of borders and of disputed ones, `GLANCE` wide. */
export function world(coarse) {
  const path = (type, coordinates, step) => drawn(plane(GLANCE), { type, coordinates }, step, 6);
  return [path("MultiPolygon", coarse.land, 4), path("MultiLineString", coarse.solid, 4), path("MultiLineString", coarse.dashed, 1)];
}

/** The finer outlines, cut into cells: the paths of each by its number, row by row; none of one that holds nothing. */
export function cells(fine) {
  const [land, solid, dashed] = [projected("MultiPolygon", fine.land), projected("MultiLineString", fine.solid), projected("MultiLineString", fine.dashed)];
  const [wide, high] = cellSize();
  const found = new Map();
  for (let n = 0; n < COLUMNS * ROWS; n += 1) {
    const [x, y] = [(n % COLUMNS) * wide, Math.floor(n / COLUMNS) * high];
    const box = [[x - BEYOND, y - BEYOND], [x + wide + BEYOND, y + high + BEYOND]];
    const paths = [cut(land, box, 8), cut(solid, box, 0), cut(dashed, box, 0)];
    if (paths.some((path) => path !== "")) found.set(n, paths);
  }
  return found;
}

/** The lines of a shape in the plane; those of polygons are closed. */
function projected(type, coordinates) {
  const pen = new Pen();
  geoPath(plane(), pen)({ type, coordinates });
  return pen.lines.map((points) => ({ points: points.closed ? [...points, points[0]] : points, closed: points.closed === true }));
}

function cut(lines, box, least) {
  const [[x0, y0], [x1, y1]] = box;
  const near = ({ points }) => points.some(([a]) => a >= x0) && points.some(([a]) => a <= x1) && points.some(([, b]) => b >= y0) && points.some(([, b]) => b <= y1);
  const pen = new Pen();
  const path = geoPath(geoIdentity().clipExtent(box), pen);
  for (const { points, closed } of lines.filter(near)) path(closed ? { type: "Polygon", coordinates: [points] } : { type: "LineString", coordinates: points });
  return written(pen.lines, 4, least);
}

function cellSize() {
  const [[, top], [, bottom]] = geoPath(plane()).bounds({ type: "Sphere" });
  return [PLANE / COLUMNS, (bottom - top) / ROWS];
}
