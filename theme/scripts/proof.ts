/** On a day's page, brought by main.ts when its button is pressed: the page is checked at once, and at every further press. */
import { checkPage } from "./proof/page.ts";

const box = document.querySelector<HTMLElement>(".day-proof");
if (box !== null) {
  const check = (): void => void checkPage(box);
  box.querySelector("button")?.addEventListener("click", check);
  check();
}
