/** On every page. */
import { citeLists } from "./cite/lists.ts";
import { bring } from "./site/bring.ts";
import { slashFocuses } from "./search/keyboard.ts";

slashFocuses(document);
citeLists(document);
if (document.querySelector(".cite-files") !== null) bring("cite");
