/** On every page. */
import { citeLists } from "./cite/lists.ts";
import { bring } from "./site/bring.ts";
import { keepWhatIsRead } from "./offline/register.ts";
import { walkable } from "./calendar/walk.ts";
import { provable } from "./proof/button.ts";
import { carry, filterOf } from "./filter/carry.ts";
import { failed } from "./filter/failed.ts";
import { held, shown } from "./filter/hold.ts";
import { addressOf, isList, MAP, rootOf } from "./filter/where.ts";
import { slashFocuses } from "./search/keyboard.ts";
import { isFiltered } from "./search/state.ts";

slashFocuses(document);
citeLists(document);
if (document.querySelector(".cite-files") !== null) bring("cite");
if (document.querySelector(".data") !== null) bring("data");
keepWhatIsRead(document);
walkable(document);
provable(document);

const script = document.currentScript;
if (script instanceof HTMLScriptElement) {
  const root = rootOf(script.src, 2);
  const state = (): ReturnType<typeof filterOf> => filterOf(location);
  carry(document, root, state);
  const address = (addressOf(location.href, root) ?? "").replace(/[?#].*/, "");
  const list = isList(address);
  if (list || address === MAP) {
    const show = (open: boolean): void => {
      if (window.daybookFilter !== undefined) return window.daybookFilter.show(open);
      const filter = document.createElement("script");
      filter.src = script.src.replace(/main\.js$/, "filter.js");
      filter.addEventListener("load", () => window.daybookFilter?.show(open));
      filter.addEventListener("error", () => {
        failed(document, "filter.js");
        shown(document);
      });
      document.head.append(filter);
    };
    if (list && isFiltered(state())) {
      held(document);
      show(false);
    }
    window.addEventListener("hashchange", () => {
      if (list && isFiltered(state())) show(false);
    });
    for (const link of document.querySelectorAll("a.filters")) {
      link.addEventListener("click", (event) => {
        event.preventDefault();
        show(true);
      });
    }
  }
}
