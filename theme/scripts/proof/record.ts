/** The record of a day, as far as its page is checked against it (docs/day.schema.json). */

export interface DayRecord {
  readonly day: string;
  readonly sha256: string;
  readonly articles: readonly { readonly id: string; readonly address: string; readonly seed: { readonly sha256: string } }[];
  readonly sentences: readonly { readonly id: string; readonly article: string; readonly words: string; readonly span?: readonly [number, number] }[];
  readonly points: readonly { readonly id: string; readonly words: string; readonly sentences: readonly string[]; readonly by_hand?: string }[];
  readonly stories: readonly { readonly id: string; readonly name: string; readonly articles: readonly string[] }[];
  readonly figures: readonly Counted[];
}

/** A figure of an article of the day. */
export interface Counted {
  readonly value: string;
  readonly high?: string;
  readonly unit: string;
  readonly words: string;
  readonly sentences: readonly string[];
  readonly by?: string;
  readonly actor?: string;
  readonly by_hand?: boolean;
}

declare global {
  interface Window {
    daybookProof?: { receive(record: DayRecord): void };
  }
}

/** Loads the record's script, which stands beside the record; a page from disk can fetch no file. */
export function load(address: string): Promise<DayRecord> {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    window.daybookProof = { receive: resolve };
    script.src = address.replace(/\.json$/, ".js");
    script.addEventListener("load", () => {
      script.remove();
      reject(new Error("no record")); // nothing where it was received
    });
    script.addEventListener("error", () => {
      script.remove();
      reject(new Error("not found"));
    });
    document.head.append(script);
  });
}
