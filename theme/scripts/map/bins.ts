/** The time of an archive in equal parts: days, or months or years where these would be too many. */

export interface Bin {
  /** ISO days, both included. */
  readonly from: string;
  readonly to: string;
}

/** Numbers of bins, both included. */
export interface Range {
  readonly first: number;
  readonly last: number;
}

const MOST = 300;
const DAY = 86_400_000;

/** The bins from one day to another (ISO); none where there is no day. */
export function binsOf(first: string, last: string): Bin[] {
  if (first === "" || last === "") return [];
  if ((Date.parse(last) - Date.parse(first)) / DAY < MOST) return days(first, last);
  const months = 12 * (year(last) - year(first)) + month(last) - month(first) + 1;
  return months <= MOST ? steps(first, last, 1) : steps(first, last, 12);
}

/** The bins that two days of a filter lie in; an empty one leaves its side open. */
export function rangeOf(bins: readonly Bin[], from: string, to: string): Range {
  const end = bins.length - 1;
  const first = from === "" ? 0 : bins.findIndex((bin) => bin.to >= from);
  const after = to === "" ? -1 : bins.findIndex((bin) => bin.from > to);
  const last = after < 0 ? end : Math.max(0, after - 1);
  return { first: Math.min(first < 0 ? end : first, last), last };
}

/** The days of some bins, as a filter has them: empty at a side that reaches to the end. */
export function daysOfRange(bins: readonly Bin[], { first, last }: Range): { from: string; to: string } {
  return { from: first <= 0 ? "" : (bins[first]?.from ?? ""), to: last >= bins.length - 1 ? "" : (bins[last]?.to ?? "") };
}

/** How many of the days, newest first and undated ones apart, lie in each bin. */
export function countsOf(bins: readonly Bin[], found: readonly string[]): number[] {
  const counts = bins.map(() => 0);
  let at = bins.length - 1;
  for (const day of found) {
    if (day === "") continue;
    while (at > 0 && (bins[at]?.from ?? "") > day) at -= 1;
    if (at >= 0) counts[at] = (counts[at] ?? 0) + 1;
  }
  return counts;
}

function days(first: string, last: string): Bin[] {
  const found: Bin[] = [];
  for (let at = Date.parse(first); at <= Date.parse(last); at += DAY) {
    const day = iso(at);
    found.push({ from: day, to: day });
  }
  return found;
}

/** Whole months, so many at a time. */
function steps(first: string, last: string, months: number): Bin[] {
  const found: Bin[] = [];
  const begin = months === 12 ? 12 * year(first) : 12 * year(first) + month(first) - 1;
  for (let at = begin; at <= 12 * year(last) + month(last) - 1; at += months) {
    found.push({ from: iso(monthAt(at)), to: iso(monthAt(at + months) - DAY) });
  }
  return found;
}

/** The beginning of a month, counted from the year 0. */
function monthAt(number: number): number {
  return Date.UTC(Math.floor(number / 12), number % 12);
}

function year(day: string): number {
  return Number(day.slice(0, 4));
}

function month(day: string): number {
  return Number(day.slice(5, 7));
}

function iso(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
