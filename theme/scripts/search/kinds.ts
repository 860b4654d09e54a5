/** What readers call the kinds of names that they filter by. */
import { t } from "../words/words.ts";
import type { Kind } from "./state.ts";

export const TITLES: Readonly<Record<Kind, string>> = {
  city: t("City"),
  country: t("Country"),
  actor: t("Actor"),
  source: t("Source"),
  kind: t("Names"),
};

/** On the button that loads a kind's names. */
export const SHOW: Readonly<Record<Kind, string>> = {
  city: t("Show cities"),
  country: t("Show countries"),
  actor: t("Show actors"),
  source: t("Show sources"),
  kind: t("Show kinds of names"),
};

const KINDS_OF_NAMES: Readonly<Record<string, string>> = {
  person: t("People"),
  organisation: t("Organisations"),
  state: t("States"),
};

/** A name as it is shown: kinds of names have words of their own. */
export function nameOf(kind: Kind, id: string, name: string): string {
  return kind === "kind" ? (KINDS_OF_NAMES[id] ?? name) : name;
}
