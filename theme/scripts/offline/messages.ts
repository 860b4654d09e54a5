/** What pages ask of the service worker, and its answers. */

export type Ask =
  /** Keep these addresses, which a page loaded before the worker was there. */
  | { readonly do: "read"; readonly urls: readonly string[] }
  /** How much there is, and how much of it is kept. */
  | { readonly do: "look" }
  /** Keep some more of the archive. */
  | { readonly do: "keep" }
  | { readonly do: "forget" };

export interface Answer {
  /** Files and bytes of the archive. */
  readonly files: number;
  readonly bytes: number;
  /** Files that are kept. */
  readonly kept: number;
  readonly error?: string;
}
