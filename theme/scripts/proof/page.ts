/** The lines of a day's page, and what is told of their check. */
import { rootOf, addressOf } from "../cite/page.ts";
import { h } from "../search/view.ts";
import { t, tn } from "../words/words.ts";
import { check, type Finding, type Shown } from "./check.ts";
import { load } from "./record.ts";

/** Checks the page, and tells of it in `box`, the page's part with the button. */
export async function checkPage(box: HTMLElement): Promise<void> {
  const status = box.querySelector<HTMLElement>("[role=status]");
  const link = box.querySelector<HTMLAnchorElement>("a[data-record]");
  if (status === null || link === null) return;
  status.replaceChildren(t("Checking …"));
  const page = shown(box);
  try {
    const wrong = check(await load(link.href), page);
    status.replaceChildren(...(wrong.length === 0 ? proven(page) : wrong.map((each) => h("p", { class: "wrong" }, told(each)))));
  } catch {
    status.replaceChildren(h("p", { class: "wrong" }, t("Nothing was checked: the record of the day could not be read.")));
  }
}

/** All lines that the page shows. */
export function shown(box: HTMLElement): Shown {
  const page = box.ownerDocument;
  const root = rootOf(page);
  const lines = [...page.querySelectorAll<HTMLElement>("[data-line]")].map((line) => ({
    id: line.dataset["line"] ?? "",
    words: line.querySelector(".words")?.textContent ?? "",
    links: linksIn(line, ".proofs a[href*='#']", root),
  }));
  const figures = [...page.querySelectorAll<HTMLElement>(".figures .value")].map((value) => ({
    words: value.firstChild?.textContent ?? "",
    by: from(value.nextElementSibling),
    links: linksIn(value.closest("tr"), "td:last-child a[href*='#']", root),
  }));
  const stories = [...page.querySelectorAll<HTMLElement>(".of-story")].map((told) => ({
    name: told.querySelector("a")?.textContent ?? "",
    articles: [...(told.closest("section.told, article")?.querySelectorAll<HTMLAnchorElement>(":is(h2, h3):not(.of-story) > a") ?? [])].map((link) => addressOf(link.href, root)),
  }));
  return { day: page.querySelector("h1 time")?.getAttribute("datetime") ?? "", sha256: box.querySelector(".hash code")?.textContent ?? "", lines, figures, stories };
}

/** Whom a figure is from; empty where the page says that none was found. */
function from(cell: Element | null): string {
  const said = (cell?.textContent ?? "").trim();
  const denied = `${t("denied by")} `;
  if (said === t("no source found; see the sentence")) return "";
  return said.startsWith(denied) ? said.slice(denied.length) : said;
}

function linksIn(element: Element | null, links: string, root: string): string[] {
  return [...(element?.querySelectorAll<HTMLAnchorElement>(links) ?? [])].map((link) => addressOf(link.href, root) + new URL(link.href).hash);
}

function proven(page: Shown): Node[] {
  return [
    h("p", {}, h("strong", {}, t("All of it holds."))),
    h("p", {}, t("The SHA-256 of the day’s record is the one on this page."), " ", tn("The %(num)s line of the key points is the record’s, word for word, and leads to its sentences.", "The %(num)s lines of the key points are the record’s, word for word, and lead to their sentences.", page.lines.length), ...besides(page)),
    h("p", {}, t("Nothing else on this page was checked.")),
    h("p", {}, t("What a page cannot prove: that the record’s sentences stand in the raw articles. The archive’s keeper does with the command:"), " ", h("code", {}, "daybook verify")),
  ];
}

/** What else was checked, as far as the page has any of it. */
function besides({ figures, stories }: Shown): string[] {
  const of = [
    figures.length > 0 ? tn("%(num)s value of the figures stands in the record with its sentences.", "%(num)s values of the figures stand in the record with their sentences.", figures.length) : "",
    stories.length > 0 ? tn("%(num)s story has the record’s name and articles.", "%(num)s stories have the record’s names and articles.", stories.length) : "",
  ];
  return of.filter(Boolean).map((each) => ` ${each}`);
}

function told(finding: Finding): string {
  if (finding.kind === "hash") return t("The record’s SHA-256 is not the one on this page: %(hash)s", { hash: finding.words });
  if (finding.kind === "record") return t("The record is of another day: %(day)s", { day: finding.words });
  if (finding.kind === "missing") return t("The record has a line that this page does not show: %(line)s", { line: finding.words });
  if (finding.kind === "figure") return t("This figure is not in the record as it stands here: %(figure)s", { figure: finding.words });
  if (finding.kind === "story") return t("This story is not in the record as it stands here: %(story)s", { story: finding.words });
  return t("This line is not in the record as it stands here: %(line)s", { line: finding.words });
}
