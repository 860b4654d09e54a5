"""Atom feeds: bounded, well-formed whatever the words, with ids that last."""

from __future__ import annotations

import html
import xml.etree.ElementTree as ElementTree
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from daybook.settings import Coverage
from daybook.site.archive import Archive
from daybook.site.feeds import NEWEST, NEWEST_OF_NAME, feeds, xml_text
from daybook.site.page import SiteInfo
from daybook.values import Article
from helpers.held import archive_of, read
from helpers.site_samples import article

ATOM = "{http://www.w3.org/2005/Atom}"


def parsed(archive: Archive, url: str = "", name: str = "Mere") -> dict[str, ElementTree.Element]:
    made = feeds(archive, SiteInfo(name, url), lambda id: f"<p>{html.escape(read(id).lead)}</p>")
    return {address: ElementTree.fromstring(text) for address, text in made}


def entries(feed: ElementTree.Element, what: str) -> list[str | None]:
    return [entry.findtext(f"{ATOM}{what}") for entry in feed.iter(f"{ATOM}entry")]


def many(count: int) -> list[Article]:
    first = date(2031, 5, 1)
    return [
        article(f"Flood {n}", f"{first + timedelta(n)}", "Northmere is under water.") for n in range(count)
    ]


def test_a_feed_holds_the_newest_first_and_no_more_than_its_bound() -> None:
    found = parsed(archive_of(many(NEWEST + 5)))
    assert entries(found["feeds/all.atom.xml"], "title") == [f"Flood {n}" for n in range(NEWEST + 4, 4, -1)]
    assert len(entries(found["feeds/places/northmere.atom.xml"], "title")) == NEWEST_OF_NAME


def test_leads_and_texts_stand_in_the_feed_of_the_site_alone() -> None:
    found = parsed(archive_of(many(1)))
    for what in ("content", "summary"):
        assert entries(found["feeds/all.atom.xml"], what) != [None]
        assert entries(found["feeds/places/northmere.atom.xml"], what) == [None]


def test_every_feed_says_who_wrote_it() -> None:
    for feed in parsed(archive_of(many(2))).values():
        assert feed.findtext(f"{ATOM}author/{ATOM}name") == "Mere"


def test_an_archive_without_articles_has_a_feed_that_does_not_ask_the_clock() -> None:
    for coverage, day in ((Coverage(date(2031, 4, 28)), "2031-04-28"), (Coverage(), "1970-01-01")):
        (feed,) = parsed(archive_of([], coverage)).values()
        assert feed.findtext(f"{ATOM}updated") == f"{day}T00:00:00Z"


def test_an_id_is_the_article_s_own_wherever_the_site_lies_and_whatever_it_is_called() -> None:
    one = many(1)[0]
    renamed = replace(one, title="Another title", slug="another")
    ids = [
        entries(parsed(archive_of([a]), url, name)["feeds/all.atom.xml"], "id")
        for a, url, name in ((one, "", "Mere"), (renamed, "https://a.example", "Mere"), (one, "", "River"))
    ]
    assert ids[0] == ids[1] == ids[2]


def test_feeds_of_two_archives_have_two_ids() -> None:
    archive = archive_of(many(1))
    ids = {
        parsed(archive, "", name)["feeds/all.atom.xml"].findtext(f"{ATOM}id") for name in ("Mere", "River")
    }
    assert len(ids) == 2


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_words_come_back_but_for_what_xml_cannot_hold(title: str, lead: str) -> None:
    one = replace(many(1)[0], title=title, lead=lead)
    feed = parsed(archive_of([one]))["feeds/all.atom.xml"]

    assert (entries(feed, "title")[0] or "") == xml_text(title)
    assert (entries(feed, "summary")[0] or "") == xml_text(lead)
