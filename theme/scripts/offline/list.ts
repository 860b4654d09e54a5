/** `offline.json`: all files of the site, as plugins/daybook/site/offline.py writes it. */

export interface List {
  /** Of the build: another one where any file is another. */
  readonly version: string;
  readonly bytes: number;
  /** By folder: name, bytes and print of each file, in turn. */
  readonly files: Readonly<Record<string, readonly (string | number)[]>>;
}

/** Address of each file, and its print: the first twelve hex digits of its SHA-256. */
export function printsOf(list: List): Map<string, string> {
  const found = new Map<string, string>();
  for (const [folder, row] of Object.entries(list.files)) {
    for (let at = 0; at < row.length; at += 3) found.set(`${folder}${String(row[at])}`, String(row[at + 2]));
  }
  return found;
}

export async function printOf(data: ArrayBuffer): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", data));
  return [...hash.slice(0, 6)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
