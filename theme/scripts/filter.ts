/** Loaded by main.ts where a page is under a filter, or is to be; on the map once its filters are opened. */
import { FilteredPage } from "./filter/page.ts";
import { rootOf } from "./filter/where.ts";

declare global {
  interface Window {
    daybookFilter?: { show(open: boolean): void };
  }
}

const script = document.currentScript;
if (script instanceof HTMLScriptElement) {
  const page = new FilteredPage(document, rootOf(script.src, 2));
  window.daybookFilter = { show: (open) => void page.show(open) };
}
