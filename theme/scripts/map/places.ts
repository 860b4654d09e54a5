/** The places of the archive, as plugins/daybook/site/map_data.py writes them. */
import { rising } from "../search/digits.ts";
import type { Days } from "../search/store.ts";
import { type Point, project } from "./plane.ts";

/** Name, kind, address, country, its articles as steps, latitude, longitude. */
type Written = readonly [string, string, string, string, string, number?, number?];

export interface Data {
  readonly days: Days;
  readonly places: readonly Written[];
}

export interface Place {
  /** The most told of first. */
  readonly number: number;
  readonly name: string;
  readonly country: string;
  /** Of its page, with the anchor of its line where it has none of its own. */
  readonly address: string;
  /** The numbers of the articles that tell of it; they are numbered newest first. */
  readonly articles: Int32Array;
  /** Null where it has no coordinates, or is an area rather than a point. */
  readonly point: Point | null;
}

/** A place with how many of the chosen articles tell of it. */
export interface Counted {
  readonly place: Place;
  readonly count: number;
}

const AREAS = new Set(["country", "continent", "region"]);

export function placesOf(data: Data): Place[] {
  return data.places.map(([name, kind, address, country, articles, lat, lon], number) => {
    const point = lat === undefined || lon === undefined || AREAS.has(kind) ? null : project(lat, lon);
    return { number, name, country, address: address.includes("/") ? address : `places/${address}.html`, articles: rising(articles), point };
  });
}

/** The places that some of the articles tell of, most of them first; of equals those first that come first in the archive. */
export function counted(places: readonly Place[], articles: readonly number[], documents: number): Counted[] {
  const chosen = new Uint8Array(documents);
  for (const number of articles) chosen[number] = 1;
  const found: Counted[] = [];
  for (const place of places) {
    let count = 0;
    for (const number of place.articles) count += chosen[number] ?? 0;
    if (count > 0) found.push({ place, count });
  }
  return found.sort((a, b) => b.count - a.count);
}
