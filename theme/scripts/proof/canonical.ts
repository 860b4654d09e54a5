/** Canonical JSON and its hash, as Python makes them (plugins/daybook/proof/canonical.py). */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

/** Keys in order, no white space. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const rows = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${rows.map(([key, held]) => `${JSON.stringify(key)}:${canonical(held)}`).join(",")}}`;
}

/** The SHA-256 of an object over all of it but its own `sha256`, in hexadecimal. */
export function seal(row: object): string {
  const rest = Object.fromEntries(Object.entries(row).filter(([key]) => key !== "sha256"));
  // not crypto.subtle: a page that came by plain http has none
  return bytesToHex(sha256(utf8ToBytes(canonical(rest))));
}
