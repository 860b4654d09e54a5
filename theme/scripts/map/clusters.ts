/** Places that stand too near to one another to be told apart, as one. */
import Supercluster from "supercluster";
import type { Counted, Place } from "./places.ts";
import { type Box, HEIGHT, type Point, WIDTH } from "./plane.ts";

/** One place, or several. */
export interface Node extends Point {
  /** The same while the same places stand together. */
  readonly key: string;
  /** The most told of. */
  readonly place: Place;
  readonly places: number;
  /** The sum over its places of the articles that tell of each. */
  readonly count: number;
  /** Of several: pixels a unit of the plane at which they part. */
  readonly parts: number | null;
}

interface Own {
  readonly place: Place;
  readonly count: number;
}
interface Sum {
  place: Place;
  most: number;
  count: number;
}

/** Of nearness (pixels). */
const RADIUS = 38;
/** Supercluster's world at zoom 0 (pixels). */
const TILE = 512;
const MOST_ZOOM = 8;

export class Clusters {
  readonly #index = new Supercluster<Own, Sum>({
    radius: RADIUS,
    extent: TILE,
    maxZoom: MOST_ZOOM,
    map: ({ place, count }) => ({ place, most: count, count }),
    reduce: (sum, part) => {
      sum.count += part.count;
      if (part.most > sum.most) [sum.place, sum.most] = [part.place, part.most];
    },
  });

  constructor(counted: readonly Counted[]) {
    this.#index.load(
      counted.flatMap(({ place, count }) => {
        if (place.point === null) return [];
        const coordinates = degrees(place.point);
        return [{ type: "Feature" as const, properties: { place, count }, geometry: { type: "Point" as const, coordinates } }];
      }),
    );
  }

  /** What stands in a rectangle of the plane at a scale (pixels a unit), most told of first. */
  in(box: Box, scale: number): Node[] {
    const zoom = Math.floor(Math.log2((scale * WIDTH) / TILE) + 0.5);
    const [[west, north], [east, south]] = [degrees({ x: box.left, y: box.top }), degrees({ x: box.right, y: box.bottom })];
    const found = this.#index.getClusters([west, south, east, north], zoom).map(({ geometry, properties }) => {
      const { x, y } = plane(geometry.coordinates as [number, number]);
      if (!("cluster" in properties)) return { key: String(properties.place.number), place: properties.place, places: 1, count: properties.count, x, y, parts: null };
      const { cluster_id, point_count, place, count } = properties;
      const parts = (TILE * 2 ** this.#index.getClusterExpansionZoom(cluster_id)) / WIDTH;
      return { key: `${place.number} +`, place, places: point_count, count, x, y, parts };
    });
    return found.sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1));
  }
}

/**
 * Supercluster counts in degrees of the Mercator projection: those that stand, in its square of the world, where the point
 * stands in a square around the plane. So what it takes for near is near on the map.
 */
function degrees({ x, y }: Point): [number, number] {
  const [across, down] = [x / WIDTH, 0.5 + (y - HEIGHT / 2) / WIDTH];
  return [Math.min(180, Math.max(-180, 360 * across - 180)), (360 / Math.PI) * Math.atan(Math.exp((0.5 - down) * 2 * Math.PI)) - 90];
}

function plane([lon, lat]: [number, number]): Point {
  const sine = Math.sin((lat * Math.PI) / 180);
  const down = 0.5 - (0.25 * Math.log((1 + sine) / (1 - sine))) / Math.PI;
  return { x: (lon / 360 + 0.5) * WIDTH, y: (down - 0.5) * WIDTH + HEIGHT / 2 };
}
