"""Stories and figures obey the one filter as every other view does: what passes, counted one by one."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from browser.watch import watched
from helpers.archive import Archive, new_archive

CASES = Path(__file__).parent / "cases"
FALL, STRIKE = "barge-strikes-pier-dnipro-bridge-falls", "teachers-in-lviv-begin-strike-over-pay"
COPIES = {"a1", "a2"}
"""Two articles that are one report."""
FILTERS = ("source=reuters", "city=kharkiv", "from=2021-05-22&to=2021-06-01", "source=the-gull&city=dnipro")

Row = dict[str, str]


@pytest.fixture(scope="module")
def bridge(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """Eight articles: a story of five with a copy, a story of two, and one alone, as a person brought them together."""
    archive = new_archive(tmp_path_factory.mktemp("bridge") / "archive")
    (archive.seeds / "a.jsonl").write_bytes((CASES / "bridge.jsonl").read_bytes())
    archive.ingest()
    ids = {record["seed"].rpartition("#")[2]: record["id"] for record in archive.register("articles")}
    told = [
        (ids[first], [ids[each] for each in ids if each[0] == first[0] and each != first])
        for first in ("a1", "b1")
    ]
    (archive.content / "authority").mkdir(exist_ok=True)
    (archive.content / "authority" / "stories.yaml").write_text(
        "".join(f"- {{id: '{id}', merged: {merged}}}\n" for id, merged in told), encoding="utf-8"
    )
    archive.build()
    return archive


@pytest.fixture(scope="module")
def rows(bridge: Archive) -> list[Row]:
    """Its articles; the letter of an `id` is that of the story."""
    return [row | {"id": row["seed"].rpartition("#")[2]} for row in articles_of(bridge)]


@pytest.fixture
def page(bridge: Archive, browser: Browser) -> Iterator[Page]:
    root = bridge.output.as_uri() + "/"
    with watched(browser, root, base_url=root, viewport={"width": 1280, "height": 900}) as (page, wrong):
        yield page
        assert not wrong


def articles_of(archive: Archive) -> list[Row]:
    """Every article as the downloads tell of it."""
    with (archive.output / "data" / "articles.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def passes(row: Row, filter: str) -> bool:
    asked = dict(part.split("=") for part in filter.split("&"))
    return (
        asked.get("source", _slug(row["outlet"])) == _slug(row["outlet"])
        and asked.get("city", "").capitalize() in row["cities"]
        and asked.get("from", "") <= row["date"] <= asked.get("to", "9999")
    )


def _slug(outlet: str) -> str:
    return re.sub(r"\W+", "-", outlet.lower())


def of(rows: list[Row], story: str, filter: str) -> list[Row]:
    return [row for row in rows if row["id"][0] == story and passes(row, filter)]


def articles(count: int) -> str:
    return f"{count} article" if count == 1 else f"{count} articles"


def opened(page: Page, address: str, filter: str, passing: int, total: int) -> None:
    page.goto(f"{address}#{filter}")
    expect(page.locator(".filter-status")).to_contain_text(f"{passing} of {articles(total)}")


def behind(links: Locator) -> set[str]:
    """The addresses of the articles that links lead to."""
    return {leads_to(link) for link in links.all() if link.is_visible()}


def leads_to(link: Locator) -> str:
    return re.sub(r"^(\.\./)*|[?#].*$", "", link.get_attribute("href") or "")


@pytest.mark.parametrize("filter", FILTERS)
@pytest.mark.parametrize(("slug", "story", "total"), [(FALL, "a", 5), (STRIKE, "b", 2)])
def test_a_storys_page_shows_and_counts_what_passes(
    page: Page, rows: list[Row], slug: str, story: str, total: int, filter: str
) -> None:
    passing = of(rows, story, filter)
    opened(page, f"stories/{slug}.html", filter, len(passing), total)
    told = page.locator("section.told")
    assert behind(told.locator("article h3 a")) <= {row["page"] for row in passing}
    assert told.locator("article:visible, .carrier:visible").count() == len(passing)
    by_day = {day: sum(row["date"] == day for row in passing) for day in sorted({r["date"] for r in passing})}
    assert told.locator("h2:visible small").all_inner_texts() == [articles(n) for n in by_day.values()]
    assert page.locator(".story-days b:visible").all_inner_texts() == ([str(n) for n in by_day.values()])
    reports = {"copies" if row["id"] in COPIES else row["id"] for row in passing}
    expect(page.locator(".profile-facts .reports dd")).to_have_text(str(len(reports)))
    beside = behind(page.locator(".differences thead a"))
    assert beside <= {row["page"] for row in passing}
    for row in page.locator(".differences tbody tr:has(td):visible").all():
        assert row.locator("td:visible").count() == len(beside)
        tellers = row.locator("td:visible:not(.silent)").count()
        note = row.locator(".note").inner_text()
        assert "number" in note or note == f"told by {tellers} of {len(beside)}"


@pytest.mark.parametrize("filter", FILTERS)
def test_the_list_of_stories_and_its_months_count_what_passes(
    page: Page, rows: list[Row], filter: str
) -> None:
    counts = {slug: len(of(rows, story, filter)) for slug, story in ((FALL, "a"), (STRIKE, "b"))}
    months = {"May 2021": int(counts[FALL] > 0), "June 2021": int(counts[STRIKE] > 0)}
    opened(page, "stories/index.html", filter, sum(passes(row, filter) for row in rows), len(rows))
    shown = page.locator("nav.parts li:visible")
    assert {item.locator("a").inner_text(): int(item.locator("b").inner_text()) for item in shown.all()} == {
        month: n for month, n in months.items() if n
    }
    for month, slug, total in (("2021-05", FALL, 5), ("2021-06", STRIKE, 2)):
        opened(page, f"stories/months/{month}.html", filter, counts[slug], total)
        told = page.locator(".story-list li:visible small").all_inner_texts()
        assert [line.split(",")[0] for line in told] == ([articles(counts[slug])] if counts[slug] else [])


@pytest.mark.parametrize("filter", ["city=mariupol", "source=rfe-rl", "from=2022-03-02&to=2022-03-02"])
def test_figures_show_what_articles_that_pass_report(five: Archive, browser: Browser, filter: str) -> None:
    rows = articles_of(five)
    passing = {row["page"] for row in rows if passes(row, filter)}
    root = five.output.as_uri() + "/"
    with watched(browser, root, base_url=root) as (page, wrong):
        page.goto("figures/index.html")
        all = behind(page.locator(".values td:last-child a"))
        opened(page, "figures/index.html", filter, len(passing), len(rows))
        assert behind(page.locator(".values td:last-child a")) == all & passing != all
        points = page.locator(".path svg a").all()
        assert len(points) > 2
        for link in points:
            assert (link.get_attribute("display") is None) == (leads_to(link) in passing)
        for body in page.locator(".values tbody:visible").all():
            name = body.locator("th[rowspan]")
            lines = body.locator("tr:visible").count()
            assert name.count() == 0 or name.get_attribute("rowspan") == str(lines)
        page.goto("2022/03/03/index.html")
        day = behind(page.locator(".figures tr:not(.earlier) td:last-child a"))
        own = sum(row["date"] == "2022-03-03" and passes(row, filter) for row in rows)
        opened(page, "2022/03/03/index.html", filter, own, 2)
        assert behind(page.locator(".figures tr:not(.earlier) td:last-child a")) == {
            name for name in day if name in passing or f"2022/03/03/{name}" in passing
        }
        assert not wrong


@pytest.mark.parametrize("filter", FILTERS)
def test_a_week_and_a_month_count_a_storys_articles(page: Page, rows: list[Row], filter: str) -> None:
    for address, first, last, slugs in (
        ("2021/w20/index.html", "2021-05-17", "2021-05-23", "a"),
        ("2021/05/index.html", "2021-05-01", "2021-05-31", "a"),
        ("2021/w22/index.html", "2021-05-31", "2021-06-06", "b"),
    ):
        held = [row for row in of(rows, slugs, filter) if first <= row["date"] <= last]
        page.goto(f"{address}#{filter}")
        expect(page.locator(".filter-status")).to_contain_text(" of ")
        run = page.locator(".runs li", has=page.locator("a[href*='stories/']"))
        assert run.count() == 1
        assert run.is_visible() == bool(held)
        days = len({row["date"] for row in held})
        told = f"{articles(len(held))} on {days} days" if days > 1 else articles(len(held))
        assert not held or run.locator("small").first.inner_text() == told
        assert not held or run.locator("rect:not([display])").count() == days


@pytest.mark.parametrize("address", ["stories/index.html", f"stories/{FALL}.html", "figures/index.html"])
def test_without_the_filter_all_is_as_it_was(page: Page, address: str) -> None:
    page.goto(address)
    before = page.locator("main").inner_text()
    page.goto(f"{address}#source=reuters")
    expect(page.locator(".filter-status")).to_contain_text(" of ")
    page.get_by_role("button", name="Remove the filter Reuters").click()
    expect(page.locator(".filter-status")).not_to_contain_text(" of ")
    page.locator(".filter-bar").evaluate("bar => bar.remove()")
    assert page.locator("main").inner_text() == before


def test_a_link_within_a_page_keeps_the_filter(page: Page) -> None:
    opened(page, f"stories/{FALL}.html", "source=reuters", 3, 5)
    page.locator(".story-days a").last.click()
    expect(page.locator("#day-2021-05-24")).to_be_focused()
    expect(page.locator(".filter-status")).to_contain_text("3 of 5")
    page.locator("section.told article:visible h3 a").first.click()
    expect(page).to_have_url(re.compile(r"/2021/05/2\d/[^/]+\.html.*source=reuters"))
