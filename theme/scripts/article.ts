/** On an article's page: kinds of marks on and off, links to sentences, and the way from a fact to its words and back. */

import { evidence } from "./article/evidence.ts";
import { switches } from "./article/marks.ts";
import { sentences } from "./article/sentences.ts";

const prose = document.querySelector<HTMLElement>(".report .prose");
const tools = document.querySelector<HTMLElement>(".tools");
if (prose !== null && tools !== null) {
  switches(prose, tools);
  evidence(prose, tools, sentences(prose));
}
