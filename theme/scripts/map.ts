/** On the map page: fills `#map` and keeps the table `#places` with it. */
import { MapPage } from "./map/page.ts";
import { loader } from "./search/loader.ts";
import { Store } from "./search/store.ts";

const root = document.querySelector<HTMLElement>("#map");
const table = document.querySelector<HTMLTableElement>("#places");
if (root !== null && table !== null) {
  new MapPage({ root, table, outlines: loader("theme/map/"), data: loader("map/"), store: new Store(loader("search/")) });
}
