/** The button of a day's page; what it does is brought when it is pressed. */
import { bring } from "../site/bring.ts";

export function provable(page: Document): void {
  const button = page.querySelector<HTMLElement>(".day-proof button");
  if (button === null) return;
  button.hidden = false;
  button.addEventListener("click", () => bring("proof"), { once: true });
}
