/** The plane of the map: the world in the Natural Earth projection, `WIDTH` units wide, as scripts/borders/draw.mjs cuts it. */
export const WIDTH = 20_000;
const [EAST, NORTH] = [raw(Math.PI, 0)[0], raw(0, Math.PI / 2)[1]];
export const HEIGHT = (WIDTH * NORTH) / EAST;

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where a latitude and a longitude (degrees) lie. */
export function project(lat: number, lon: number): Point {
  const [x, y] = raw((lon * Math.PI) / 180, (lat * Math.PI) / 180);
  return { x: (WIDTH / 2) * (1 + x / EAST), y: (HEIGHT / 2) * (1 - y / NORTH) };
}

/** The polynomials of Šavrič and others (2011), as d3-geo and plugins/daybook/site/maps.py have them; radians. */
function raw(lon: number, lat: number): [number, number] {
  const p2 = lat * lat;
  const p4 = p2 * p2;
  return [
    lon * (0.8707 - 0.131979 * p2 + p4 * (-0.013791 + p4 * (0.003971 * p2 - 0.001529 * p4))),
    lat * (1.007226 + p2 * (0.015085 + p4 * (-0.044475 + 0.028874 * p2 - 0.005916 * p4))),
  ];
}

/** A rectangle of the plane. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const [COLUMNS, ROWS] = [16, 8];

/** The numbers of the cells that a rectangle touches. */
export function cellsIn({ left, top, right, bottom }: Box): number[] {
  const column = (x: number): number => Math.min(COLUMNS - 1, Math.max(0, Math.floor((x / WIDTH) * COLUMNS)));
  const row = (y: number): number => Math.min(ROWS - 1, Math.max(0, Math.floor((y / HEIGHT) * ROWS)));
  const found: number[] = [];
  for (let r = row(top); r <= row(bottom); r += 1) {
    for (let c = column(left); c <= column(right); c += 1) found.push(r * COLUMNS + c);
  }
  return found;
}
