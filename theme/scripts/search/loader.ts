/**
 * Loads data as classic scripts, the only way in which a page that was opened from disk can: each calls
 * `daybookSearch.receive(name, value)`.
 */
import type { Load } from "./store.ts";

declare global {
  interface Window {
    daybookSearch?: { receive(name: string, value: unknown): void };
    trustedTypes?: { createPolicy(name: string, rules: { createScriptURL(url: string): string }): Policy };
  }
}

interface Policy {
  createScriptURL(url: string): string;
}

/** Who waits for which file; no two folders hold files of one name. */
const waiting = new Map<string, (value: unknown) => void>();

/** A loader of the files in a folder, given relative to the page. */
export function loader(folder: string): Load {
  const others = window.daybookSearch;
  window.daybookSearch = {
    receive(name, value) {
      waiting.get(name)?.(value);
      waiting.delete(name);
      others?.receive(name, value); // of another script of the page, which may wait for the same file
    },
  };
  const address = addresses(folder);
  return (name) =>
    new Promise((resolve, reject) => {
      const script = document.createElement("script");
      const fail = (): void => reject(new Error(`${folder}${name}.js could not be read`));
      waiting.set(name, resolve);
      script.src = address(name);
      script.addEventListener("error", fail);
      // A script that ran without handing anything over is not the one that was asked for.
      script.addEventListener("load", () => {
        script.remove();
        if (waiting.has(name)) fail();
      });
      document.head.append(script);
    });
}

function addresses(folder: string): (name: string) => string {
  const checked = (name: string): string => {
    if (!/^[a-z]+(?:-\d+)?$/.test(name)) throw new Error(`expected the name of a search file, found ${name}`);
    return `${folder}${name}.js`;
  };
  const policy = window.trustedTypes?.createPolicy("daybook-search", { createScriptURL: checked });
  return policy === undefined ? checked : (name) => policy.createScriptURL(name);
}
