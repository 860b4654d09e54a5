/** On the search page: enhances the form `#search-form` and fills `#search`. */
import { loader } from "./search/loader.ts";
import { SearchPage } from "./search/page.ts";
import { Store } from "./search/store.ts";

const root = document.querySelector<HTMLElement>("#search");
const form = document.querySelector<HTMLFormElement>("#search-form");
if (root !== null && form !== null) new SearchPage(new Store(loader("search/")), root, form);
