/** The places of the archive, as plugins/daybook/site/map_data.py writes them. */
import { numbers, rising } from "../search/digits.ts";
import type { Days } from "../search/store.ts";
import { type Point, project } from "./plane.ts";

/** Columns over places, the most told of first; numbers in characters. */
export interface Rows {
  readonly names: readonly string[];
  /** Empty where the name tells it. */
  readonly addresses: readonly string[];
  readonly counts: string;
  readonly country: string;
  /** Hundredths of degrees north of 90.01° S and east of 180° W in turn; two zeros where no dot stands for a place. */
  readonly points: string;
}

/** What a first look needs. */
export interface Data extends Rows {
  readonly days: Days;
  /** How many places there are; those that are not here come with the rest. */
  readonly all: number;
  readonly countries: readonly string[];
}

export interface Place {
  /** The most told of first. */
  readonly number: number;
  readonly name: string;
  readonly country: string;
  /** Of its page, with the anchor of its line where it has none of its own. */
  readonly address: string;
  /** Articles of all days that tell of it. */
  readonly count: number;
  /** Null where it has no coordinates, or is an area rather than a point. */
  readonly point: Point | null;
}

/** A place with how many of the chosen articles tell of it. */
export interface Counted {
  readonly place: Place;
  readonly count: number;
}

/** The places of some rows; so many stand before them. */
export function placesOf(rows: Rows, countries: readonly string[], before = 0): Place[] {
  const [counts, country, points] = [rows.counts, rows.country, rows.points].map(numbers) as [Int32Array, Int32Array, Int32Array];
  return rows.names.map((name, at) => {
    const [north, east] = [points[2 * at] ?? 0, points[2 * at + 1] ?? 0];
    const point = north === 0 ? null : project((north - 9001) / 100, (east - 18_000) / 100);
    const address = rows.addresses[at] || told(name);
    return { number: before + at, name, country: countries[country[at] ?? 0] ?? "", address, count: counts[at] ?? 0, point };
  });
}

function told(name: string): string {
  return `places/${name.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "")}.html`;
}

/** The numbers of the articles that tell of each place; they are numbered newest first. */
export function articlesOf(written: readonly string[]): Int32Array[] {
  return written.map(rising);
}

/** The places that some of the chosen articles tell of, most of them first; of equals those first that come first in the archive. */
export function counted(places: readonly Place[], articles: readonly Int32Array[], wanted: readonly number[], documents: number): Counted[] {
  const chosen = new Uint8Array(documents);
  for (const number of wanted) chosen[number] = 1;
  const found: Counted[] = [];
  for (const place of places) {
    let count = 0;
    for (const number of articles[place.number] ?? []) count += chosen[number] ?? 0;
    if (count > 0) found.push({ place, count });
  }
  return found.sort((a, b) => b.count - a.count);
}
