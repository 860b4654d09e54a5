/** On an article's page, brought by main.ts: its own citation at once, copied or as a file. */
import { citeButtons } from "./cite/buttons.ts";

citeButtons(document);
