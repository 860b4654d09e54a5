/** On the page of things to review: a button at every command that copies it. */
import { copyButtons } from "./review/copy.ts";

copyButtons(document);
