/** The case files that Python's tests read and write too. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { Store } from "../../theme/scripts/search/store.ts";

export const CASES = path.resolve("tests/search/cases");

export function json<T>(name: string, folder = CASES): T {
  return JSON.parse(readFileSync(path.join(folder, name), "utf8")) as T;
}

/** A store over the files of an archive, the made-up one unless told; `asked` keeps which were loaded. */
export function store(asked: string[] = [], folder = CASES): Store {
  return new Store((name) => {
    asked.push(name);
    const script = readFileSync(path.join(folder, "files", `${name}.js`), "utf8");
    let handed: unknown;
    const receive = (given: string, value: unknown): void => {
      if (given === name) handed = value;
    };
    new Function("daybookSearch", script)({ receive });
    return Promise.resolve(handed);
  });
}
