/** What the data says of many articles, a few at a time: they stand in many files. */
import type { Steps } from "./pause.ts";
import type { Record, Store } from "./store.ts";

const AT_A_TIME = 60;

export async function recordsOf(numbers: readonly number[], store: Store, steps: Steps): Promise<Record[]> {
  const records: Record[] = [];
  for (let at = 0; at < numbers.length; at += AT_A_TIME) {
    await steps.next();
    records.push(...(await Promise.all(numbers.slice(at, at + AT_A_TIME).map((number) => store.article(number)))));
  }
  return records;
}
