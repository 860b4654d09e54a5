/** On the search page: its form is marked `data-search-form`, the rest goes into the element marked `data-search`. */
import { loader } from "./search/loader.ts";
import { SearchPage } from "./search/page.ts";
import { Store } from "./search/store.ts";

const root = document.querySelector<HTMLElement>("[data-search]");
const form = document.querySelector<HTMLFormElement>("[data-search-form]");
if (root !== null && form !== null) new SearchPage(new Store(loader("search/")), root, form);
