/** On every page. */
import { slashFocuses } from "./search/keyboard.ts";

slashFocuses(document);
