"""One filter for every view: set anywhere, kept in the address, and each count is what counting one by one gives."""

from __future__ import annotations

import csv
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.watch import watched
from helpers import pages
from helpers.archive import Archive
from helpers.small_archive import Archive as Small

WHERE = ("file", "root", "repo")


@pytest.fixture(params=WHERE)
def reading(
    request: pytest.FixtureRequest, addresses: dict[str, str], browser: Browser
) -> Iterator[tuple[Page, str]]:
    """A page, and the address of the site's root; at its end nothing was said in the console, no other host asked."""
    with watched(browser, addresses[request.param]) as (page, wrong):
        yield page, addresses[request.param]
        assert not wrong


@pytest.fixture(scope="module")
def told(five: Archive) -> list[dict[str, str]]:
    """Every article as the downloads tell of it."""
    with (five.output / "data" / "articles.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def titles(page: Page) -> set[str]:
    return set(
        page.locator("main .column article:visible h2, main .column article:visible h3").all_inner_texts()
    )


def test_a_day_shows_what_passes_and_counts_it(reading: tuple[Page, str], told: list[dict[str, str]]) -> None:
    page, root = reading
    own = [row for row in told if row["date"] == "2022-03-03"]
    passing = {row["title"] for row in own if "Mariupol" in row["cities"]}
    assert 0 < len(passing) < len(own)
    page.goto(f"{root}2022/03/03/index.html#city=mariupol")
    expect(page.locator(".filter-status")).to_contain_text(f"{len(passing)} of {len(own)} article")
    assert titles(page) == passing


def test_a_week_tells_what_passes_of_its_days(reading: tuple[Page, str], told: list[dict[str, str]]) -> None:
    page, root = reading
    passing = [row for row in told if "Mariupol" in row["cities"]]
    page.goto(f"{root}2022/w09/index.html#city=mariupol")
    expect(page.locator(".filter-status")).to_contain_text(f"{len(passing)} of {len(told)} article")
    lines = page.locator(".toplines li:visible a").all()
    assert lines
    behind = {(link.get_attribute("href") or "").split("/")[-1].split("#")[0] for link in lines}
    assert behind <= {row["page"].split("/")[-1] for row in passing}
    shown = {line.inner_text() for line in page.locator(".toplines dt:visible a").all()}
    page.goto(f"{root}2022/w09/index.html")
    assert shown < {line.inner_text() for line in page.locator(".toplines dt:visible a").all()}


def test_home_days_and_names_are_counted_again(reading: tuple[Page, str], told: list[dict[str, str]]) -> None:
    page, root = reading
    passing = [row for row in told if "Kharkiv" in row["cities"]]
    page.goto(f"{root}index.html#city=kharkiv")
    expect(page.locator(".filter-status")).to_contain_text(f"{len(passing)} of {len(told)} articles")
    assert titles(page) == {row["title"] for row in passing}
    for cell in page.locator("table.calendar td a").all():
        day = re.search(r"(\d{4})/(\d\d)/(\d\d)/index", cell.get_attribute("href") or "")
        assert day
        count = sum(row["date"] == "-".join(day.groups()) for row in passing)
        assert (cell.get_attribute("title") or "").startswith(f"{count} article")
    for row in page.locator(".aside ul.counts > li:visible").all():
        name, count = row.locator("a").inner_text(), row.locator("b")
        if count.count() and re.search("places/", row.locator("a").get_attribute("href") or ""):
            held = sum(name in each["places"].split("; ") for each in passing)
            assert held in (0, int(count.inner_text())), name


def test_it_goes_with_the_reader_until_it_is_taken_away(reading: tuple[Page, str]) -> None:
    page, root = reading
    page.goto(f"{root}index.html")
    page.get_by_role("link", name="Filter").click()
    page.get_by_role("checkbox", name="Kharkiv").click()
    expect(page).to_have_url(re.compile("city=kharkiv"))
    page.locator(".dayblock:visible h2 a").first.click()
    expect(page).to_have_url(re.compile(r"/\d\d/index\.html#city=kharkiv"))
    page.locator(".card:visible").locator("h2, h3").locator("a").first.click()
    expect(page).to_have_url(re.compile("city=kharkiv"))
    page.get_by_role("navigation", name="Where you are").get_by_role("link").last.click()
    expect(page.locator(".filter-status")).to_contain_text(" of ")
    page.get_by_role("button", name="Remove the filter Kharkiv").click()
    expect(page.locator(".filter-status")).not_to_contain_text(" of ")
    assert page.locator("main .column article:not(:visible)").count() == 0


def test_search_obeys_the_filter_that_a_page_hands_on(reading: tuple[Page, str]) -> None:
    page, root = reading
    page.goto(f"{root}2022/03/03/index.html#city=kharkiv")
    passing = page.locator("main .column article:visible").count()
    page.get_by_role("link", name="Search among them").click()
    expect(page.get_by_role("button", name="Remove the filter Kharkiv")).to_be_visible()
    expect(page.locator(".search-status")).to_have_text(f"{passing} of 5 articles")
    assert "from=2022-03-03&to=2022-03-03" in page.url


def test_an_actor_is_shown_by_what_passes(reading: tuple[Page, str]) -> None:
    page, root = reading
    said = page.locator(".statements > li:visible .meta a")
    page.goto(f"{root}actors/volodymyr-zelenskyy.html")
    days = {re.search(r"\d{4}/\d\d/\d\d", link.get_attribute("href") or "")[0] for link in said.all()}  # type: ignore[index]
    assert len(days) > 1
    expect(page.locator(".stated")).to_be_visible()
    page.goto(f"{root}actors/volodymyr-zelenskyy.html#from=2022-03-03&to=2022-03-03")
    expect(page.locator(".stated")).to_be_hidden()
    assert said.count() > 0
    assert all("2022/03/03/" in (link.get_attribute("href") or "") for link in said.all())
    assert not page.locator("figure.when:visible, .network:visible").count()


def test_articles_of_every_source_and_of_none_are_counted(
    reading: tuple[Page, str], told: list[dict[str, str]]
) -> None:
    page, root = reading
    passing = [row for row in told if "Kharkiv" in row["cities"]]
    page.goto(f"{root}sources/index.html#city=kharkiv")
    expect(page.locator(".filter-status")).to_contain_text(f"{len(passing)} of {len(told)} articles")
    counts = page.locator("main ul.counts > li:visible b").all_inner_texts()
    assert sum(map(int, counts)) == len(passing)
    page.goto(f"{root}index.html#source=not-stated")
    unstated = sum(not (row["outlet"] or row["agency"]) for row in told)
    expect(page.locator(".filter-status")).to_contain_text(f"{unstated} of {len(told)} articles")


def test_a_distance_stays_a_distance(reading: tuple[Page, str]) -> None:
    page, root = reading
    page.goto(f"{root}places/kyiv.html#source=rfe-rl")
    expect(page.locator(".filter-status")).to_contain_text(" of ")
    assert all(told.endswith("km") for told in page.locator(".measured:visible b").all_inner_texts())
    assert page.locator(".measured li:visible b").count() > 0


def test_an_ordinary_page_loads_none_of_it(reading: tuple[Page, str]) -> None:
    page, root = reading
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{root}2022/03/02/index.html")
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if "/search/" in url or url.endswith("filter.js")]


@pytest.mark.parametrize(
    "hash",
    ["city=%3Cimg%20src%3Dx%20onerror%3Dx%3E", "from=9999-99-99", "kind=__proto__", "city=" + "a" * 3000],
)
def test_a_hostile_address_shows_no_article_and_runs_nothing(reading: tuple[Page, str], hash: str) -> None:
    page, root = reading
    page.goto(f"{root}2022/03/02/index.html#{hash}")
    page.wait_for_load_state("networkidle")
    assert page.locator("main img").count() == 0


def test_escape_closes_what_is_chosen_from(reading: tuple[Page, str]) -> None:
    page, root = reading
    page.goto(f"{root}2022/03/03/index.html")
    page.get_by_role("link", name="Filter", exact=True).press("Enter")
    page.get_by_label("Kyiv").focus()
    page.keyboard.press("Escape")
    expect(page.locator(".filter-details")).not_to_have_attribute("open", "")
    expect(page.locator(".filter-details summary")).to_be_focused()


def test_a_heading_goes_with_the_last_of_its_lines(reading: tuple[Page, str]) -> None:
    page, root = reading
    titles = page.locator("main .column section:visible > h2, main .box:has(li):visible > h2")
    page.goto(f"{root}2022/03/03/index.html")
    before = titles.count()
    page.goto(f"{root}2022/03/03/index.html#city=nowhere")
    expect(page.locator(".filter-status")).to_contain_text("0 of ")
    assert titles.count() == 0 < before
    page.locator(".filter-bar .chip").click()
    expect(titles).to_have_count(before)


def test_what_the_data_page_offers_of_a_filter_is_what_passes(
    reading: tuple[Page, str], told: list[dict[str, str]]
) -> None:
    page, root = reading
    passing = {row["title"] for row in told if "Mariupol" in row["cities"]}
    page.goto(f"{root}data/index.html#city=mariupol")
    expect(page.locator(".filter-status")).to_contain_text(f"{len(passing)} of {len(told)} article")
    with page.expect_download() as download:
        page.get_by_role("button", name="CSV", exact=True).click()
    with download.value.path().open(encoding="utf-8", newline="") as file:
        assert {row["title"] for row in csv.DictReader(file)} == passing
    expect(page.get_by_text("These files hold the whole archive")).to_be_visible()


def test_a_country_leads_to_all_that_tells_of_its_places(reading: tuple[Page, str]) -> None:
    page, root = reading
    page.goto(f"{root}places/united-states.html")
    link = (
        page.locator("dt", has_text="With its places")
        .locator("xpath=following-sibling::dd")
        .get_by_role("link")
    )
    articles = link.inner_text().split()[0]
    link.click()
    expect(page.locator(".search-status")).to_contain_text(f"{articles} of ")


@pytest.mark.parametrize(
    ("address", "left"),
    [
        ("2022/03/03/index.html", ".filter-details summary"),
        ("search.html", ".search-panel summary"),
        ("map.html", ".timeline input >> nth=0"),
    ],
)
def test_a_chip_that_is_taken_away_hands_on_the_focus(
    reading: tuple[Page, str], address: str, left: str
) -> None:
    page, root = reading
    page.goto(f"{root}{address}#city=chernihiv&city=kharkiv&city=kyiv")
    chips = page.locator(".chip")
    expect(chips).to_have_count(4)
    chips.first.press("Enter")
    expect(chips).to_have_count(3)
    expect(chips.first).to_be_focused()
    chips.nth(1).press("Enter")
    expect(chips).to_have_count(1)
    expect(chips.first).to_be_focused()
    chips.first.press("Enter")
    expect(chips).to_have_count(0)
    expect(page.locator(left)).to_be_focused()


def test_only_articles_that_pass_bear_a_citation(reading: tuple[Page, str]) -> None:
    page, root = reading
    page.goto(f"{root}2022/03/03/index.html#city=mariupol")
    page.locator(".filter-status").wait_for()
    articles = page.locator("main .column article:has(> [data-cited])")
    cited = page.locator("main article:has(> .Z3988)")
    expect(page.locator("main .Z3988")).to_have_count(articles.locator("visible=true").count())
    assert 0 < cited.count() < articles.count()
    assert cited.locator("visible=true").count() == cited.count()
    page.locator(".filter-bar .chip").click()
    expect(cited).to_have_count(articles.count())


def test_each_result_of_a_search_bears_its_citation(reading: tuple[Page, str]) -> None:
    page, root = reading
    page.goto(f"{root}search.html#city=mariupol")
    page.locator(".result").first.wait_for()
    titles = page.locator(".result h3").all_inner_texts()
    cited = [parse_qs(each.get_attribute("title") or "") for each in page.locator(".result .Z3988").all()]
    assert [each["rft.title"] for each in cited] == [[title] for title in titles]
    assert all(each["rft.date"][0].startswith("2022-03") for each in cited)


def test_what_names_a_place_in_passing_obeys(five: Archive, browser: Browser) -> None:
    found = next(
        (path.relative_to(five.output).as_posix(), links)
        for path in sorted((five.output / "places").glob("*.html"))
        if (links := pages.parsed(path).xpath("//h2[.='Named in passing']/..//li/a/@href"))
    )
    address, links = found
    page = browser.new_page()
    page.goto(f"{five.output.as_uri()}/{address}#city=nowhere")
    expect(page.locator(".filter-status")).to_contain_text("0 of ")
    passing = page.locator(".box", has_text="Named in passing")
    expect(passing).to_be_hidden()
    page.locator(".filter-bar .chip").click()
    expect(passing.locator("li:visible")).to_have_count(len(links))
    page.close()


def test_undated_articles_are_counted_on_their_page(browser: Browser, tmp_path: Path) -> None:
    archive = Small.small(tmp_path, theme=False)
    built = archive.build()
    assert built.returncode == 0, built.stderr
    page = browser.new_page()
    page.goto(f"{archive.output.as_uri()}/undated.html#actor=ida-storm")
    expect(page.locator(".filter-status")).to_have_text("1 of 1 article")
    expect(page.locator(".kicker")).to_have_text("1 of 1 article")
    page.close()


def test_home_s_key_points_are_of_what_passes(reading: tuple[Page, str], told: list[dict[str, str]]) -> None:
    page, root = reading
    points = page.locator(".toppoints li:visible a")
    page.goto(f"{root}index.html")
    before = points.count()
    page.goto(f"{root}index.html#city=mariupol")
    expect(page.locator(".filter-status")).to_contain_text(" of ")
    passing = {row["page"] for row in told if "Mariupol" in row["cities"]}
    behind = {(link.get_attribute("href") or "").split("#")[0] for link in points.all()}
    assert behind <= passing
    assert 0 < points.count() < before
    page.goto(f"{root}index.html#city=nowhere")
    expect(page.locator(".dayblock:visible, .toppoints li:visible")).to_have_count(0)


def test_without_its_script_a_page_says_that_the_filter_does_not_hold(
    five: Archive, browser: Browser, tmp_path: Path
) -> None:
    output = tmp_path / "output"
    shutil.copytree(five.output, output)
    (output / "theme/scripts/filter.js").unlink()
    page = browser.new_page()
    page.goto(f"{output.as_uri()}/2022/03/03/index.html#city=mariupol")
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("The filter does not work")
    assert page.locator("main .column article:visible").count() > 1
    page.get_by_role("link", name="Filter", exact=True).click()
    expect(alert).to_have_count(1)
    page.close()


def test_the_map_has_its_filters_chosen_above_it(
    reading: tuple[Page, str], told: list[dict[str, str]]
) -> None:
    page, root = reading
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{root}map.html#from=2022-02-01")
    status, bar = page.locator(".map-status"), page.locator(".filter-status")
    expect(status).to_contain_text(f"{len(told)} articles")
    assert not [url for url in asked if url.endswith("filter.js")]
    page.get_by_role("link", name="Filter", exact=True).click()
    page.get_by_role("checkbox", name="Mariupol").click()
    count = sum("Mariupol" in row["cities"] for row in told)
    expect(bar).to_contain_text(f"{count} of {len(told)} article")
    expect(status).to_contain_text(f" in {count} article")
    expect(page.get_by_role("button", name="Remove the filter Mariupol")).to_have_count(1)
    last = page.get_by_label("Last day")
    last.press("Home")
    first = [row for row in told if row["date"] == min(row["date"] for row in told)]
    both = sum("Mariupol" in row["cities"] for row in first)
    expect(bar).to_contain_text(f"{both} of {len(told)} article")
    expect(status).to_contain_text(f" in {both} article")
    page.get_by_role("button", name="Remove the filter Mariupol").press("Enter")
    expect(status).to_contain_text(f" in {len(first)} article")
    expect(page.get_by_role("group", name="Take along")).to_be_visible()
