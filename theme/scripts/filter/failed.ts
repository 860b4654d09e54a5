/** What a page says where it cannot obey its filter: it shows all articles. */
import { h } from "../search/view.ts";
import { t } from "../words/words.ts";

export function failed(page: Document, why: string): void {
  page.querySelector(".filter-failed")?.remove();
  const told = t("The filter does not work: its data could not be read (%(why)s).", { why });
  page.querySelector("main")?.prepend(h("p", { class: "search-error filter-failed", role: "alert" }, told));
}
