/**
 * The words that scripts put on a page, in the page's language: English in the sources, else as the build's
 * `theme/words.js` has them. Days and numbers are written as the language does.
 */

/** A text, or the forms of a plural by the names of Intl.PluralRules. */
type Texts = Readonly<Record<string, string | Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>>>;
type Values = Readonly<Record<string, string | number>>;

declare global {
  interface Window {
    daybookWords?: Texts;
  }
}

const TEXTS: Texts = typeof window === "undefined" ? {} : (window.daybookWords ?? {});
const LANG = locale(typeof document === "undefined" ? "en" : document.documentElement.lang);
const RULES = new Intl.PluralRules(LANG);
const NUMBER = new Intl.NumberFormat(LANG);
const DAY = new Intl.DateTimeFormat(LANG, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });

/** The text in the page's language; `%(name)s` in it stands for a value of that name. */
export function t(text: string, values: Values = {}): string {
  const found = TEXTS[text];
  return filled(typeof found === "string" ? found : text, values);
}

/** The form that the number asks for; `%(num)s` in it stands for the number, as the language writes it. */
export function tn(one: string, many: string, n: number, values: Values = {}): string {
  const forms = TEXTS[one];
  const form = typeof forms === "object" ? (forms[RULES.select(n)] ?? forms.other) : undefined;
  return filled(form ?? (n === 1 ? one : many), { num: n, ...values });
}

/** A number as the language writes it. */
export function number(value: number): string {
  return NUMBER.format(value);
}

/** `2 March 2022`, of an ISO day. */
export function day(iso: string): string {
  return DAY.format(new Date(`${iso}T00:00:00Z`));
}

function filled(text: string, values: Values): string {
  return text.replace(/%\((\w+)\)s/g, (whole, name: string) => {
    const value = values[name];
    return value === undefined ? whole : typeof value === "number" ? number(value) : value;
  });
}

/** The language whose habits are those of the pages; English is written as in Britain where nothing else is said. */
function locale(lang: string): string {
  if (lang === "en" || lang === "") return "en-GB";
  return Intl.NumberFormat.supportedLocalesOf([lang])[0] ?? "en-GB";
}
