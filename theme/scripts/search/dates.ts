/** Days as people read them. */

import { day as named, t } from "../words/words.ts";

/** `2 March 2022`; an empty day is “undated”. */
export function written(day: string): string {
  return day === "" ? t("Undated") : named(day);
}
