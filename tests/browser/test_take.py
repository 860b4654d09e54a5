"""What a reader takes along: citations of an article and of what a search found; lists that Zotero reads."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from pathlib import Path
from urllib.parse import parse_qs

import pybtex.database
import pytest
import rispy
from playwright.sync_api import Browser, Page

from browser.watch import watched
from helpers import pages
from helpers.archive import Archive
from helpers.kinds import by_kind

WHERE = ("file", "repo")
NAMES = {"BibTeX": "bib", "RIS": "ris", "CSL-JSON": "json", "CSV": "csv", "JSON Lines": "jsonl"}


def saved(page: Page, button: str, within: str) -> str:
    """The text of the file that a button hands over."""
    with page.expect_download() as found:
        page.locator(within).get_by_role("button", name=button, exact=True).click()
    assert found.value.suggested_filename.endswith(f".{NAMES[button]}")
    return Path(found.value.path()).read_bytes().decode("utf-8")


@pytest.mark.parametrize("where", WHERE)
def test_an_article_hands_over_the_citation_that_its_month_s_file_has(
    five: Archive, addresses: dict[str, str], browser: Browser, where: str
) -> None:
    for address in by_kind(five.output)["article"]:
        link = pages.parsed(five.output / address).xpath("//p[@class='cite-files']/a/@href")[0]
        file = zipfile.ZipFile((five.output / address).parent / link)
        month = Path(link).stem
        with watched(browser, addresses[where]) as (page, wrong):
            page.goto(addresses[where] + address)
            for button in ("BibTeX", "RIS", "CSL-JSON"):
                made = saved(page, button, ".cite")
                held = file.read(f"{month}.{NAMES[button]}").decode("utf-8")
                assert made.strip("[]\n") in held, address
            assert not wrong


def test_the_words_of_a_citation_are_copied(addresses: dict[str, str], five: Archive, browser: Browser) -> None:  # fmt: skip
    address = by_kind(five.output)["article"][0]
    with watched(browser, addresses["root"], permissions=["clipboard-read", "clipboard-write"]) as (page, _):
        page.goto(addresses["root"] + address)
        page.locator(".cite").get_by_role("button", name="Copy").click()
        page.get_by_role("button", name="Copied").wait_for()
        copied = page.evaluate("navigator.clipboard.readText()")
        assert copied == page.locator(".citation").inner_text()
        assert address in copied


@pytest.mark.parametrize("where", WHERE)
def test_all_that_a_search_found_is_taken_along(
    addresses: dict[str, str], five: Archive, browser: Browser, where: str
) -> None:
    articles = by_kind(five.output)["article"]
    with watched(browser, addresses[where]) as (page, wrong):
        page.goto(addresses[where] + "search.html")
        page.get_by_text("Take along all").wait_for()
        bib = pybtex.database.parse_string(saved(page, "BibTeX", ".take"), "bibtex")
        assert len(bib.entries) == len(articles)
        assert len(rispy.loads(saved(page, "RIS", ".take"))) == len(articles)
        items = json.loads(saved(page, "CSL-JSON", ".take"))
        assert sorted(item["archive_location"] for item in items) == articles
        day = items[0]["issued"]["date-parts"][0]
        page.goto(addresses[where] + "search.html#from={0}-{1:02}-{2:02}&to={0}-{1:02}-{2:02}".format(*day))
        page.reload()
        page.get_by_text("Take along").first.wait_for()
        rows = list(csv.DictReader(io.StringIO(saved(page, "CSV", ".take"), newline="")))
        of_day = "/".join((str(day[0]), f"{day[1]:02}", f"{day[2]:02}"))
        assert sorted(row["page"] for row in rows) == [a for a in articles if a.startswith(of_day)]
        assert not wrong


@pytest.mark.parametrize("where", WHERE)
@pytest.mark.parametrize("kind", ["home", "day", "place", "actor", "source"])
def test_a_page_under_a_filter_hands_over_what_passes(
    addresses: dict[str, str], five: Archive, browser: Browser, where: str, kind: str
) -> None:
    address = by_kind(five.output)[kind][-1]
    with watched(browser, addresses[where]) as (page, wrong):
        page.goto(f"{addresses[where]}{address}#city=kharkiv")
        page.get_by_text("Take along").first.wait_for()
        passing = page.locator("main .column article:visible a[href*='/20'], main .column article:visible h2 a, main .column article:visible h3 a")  # fmt: skip
        shown = {address_of(link, addresses[where]) for link in passing.evaluate_all("all => all.map(a => a.href)")}  # fmt: skip
        rows = [json.loads(line) for line in saved(page, "JSON Lines", ".filter-bar").splitlines()]
        assert {row["page"] for row in rows} == shown
        assert all("Kharkiv" in row["places"] for row in rows)
        assert len(pybtex.database.parse_string(saved(page, "BibTeX", ".filter-bar"), "bibtex").entries) == len(rows)  # fmt: skip
        assert not wrong


def address_of(href: str, root: str) -> str:
    """An article's address from the site's root."""
    return href.removeprefix(root).split("#")[0].split("?")[0]


def test_each_article_of_a_list_bears_its_citation(addresses: dict[str, str], five: Archive, browser: Browser) -> None:  # fmt: skip
    """COinS with title, day and kind, on days, names and the home page."""
    kinds = by_kind(five.output)
    with watched(browser, addresses["root"]) as (page, _):
        for kind in ("home", "day", "place", "actor"):
            address = kinds[kind][0]
            page.goto(addresses["root"] + address)
            found = [parse_qs(title) for title in page.eval_on_selector_all(".Z3988", "all => all.map(s => s.title)")]  # fmt: skip
            listed = pages.parsed(five.output / address).xpath("//main//article//*[self::h2 or self::h3]/a")
            assert [" ".join(link.text_content().split()) for link in listed] == [
                " ".join(each["rft.title"][0].split()) for each in found
            ]
            assert all(each["rft.type"] == ["newspaperArticle"] for each in found)
            days = {each["rft.date"][0].replace("-", "/") for each in found}
            assert days <= {article[:10] for article in kinds["article"]}


def test_an_article_s_head_says_what_zotero_reads(five: Archive) -> None:
    for address in by_kind(five.output)["article"]:
        tree = pages.parsed(five.output / address)
        said = {meta.get("name"): meta.get("content") for meta in tree.xpath("//meta[@name]")}
        assert said["DC.type"] == "newspaperArticle"
        assert said["citation_title"] == " ".join(tree.xpath("string(//h1)").split())
        assert said["citation_publication_date"].replace("-", "/") == address[:10]
