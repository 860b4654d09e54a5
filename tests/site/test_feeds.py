"""Feeds, Atom and JSON: bounded, well-formed whatever the words, with ids that last."""

from __future__ import annotations

import html
import json
import re
import xml.etree.ElementTree as ElementTree
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from daybook.briefing.brief import brief
from daybook.settings import Coverage
from daybook.site.archive import Archive
from daybook.site.desk import Desk
from daybook.site.feeds import NEWEST, NEWEST_OF_NAME, announced, feeds, of_site, xml_text
from daybook.site.page import SiteInfo
from daybook.stories.stories import stories
from daybook.values import Article
from helpers.held import archive_of, read
from helpers.site_samples import archive as samples
from helpers.site_samples import article

ATOM = "{http://www.w3.org/2005/Atom}"


def parsed(archive: Archive, url: str = "", name: str = "Mere") -> dict[str, ElementTree.Element]:
    made = texts(archive, url, name)
    return {at: ElementTree.fromstring(text) for at, text in made.items() if at.endswith(".atom.xml")}


def parsed_json(archive: Archive, url: str = "") -> dict[str, Any]:
    made = texts(archive, url, "Mere")
    return {at.removesuffix(".json"): json.loads(text) for at, text in made.items() if at.endswith(".json")}


def texts(archive: Archive, url: str, name: str) -> dict[str, str]:
    site = SiteInfo(name, url)
    desk = Desk(archive, site, read, stories=stories(archive.articles, []))
    return dict(feeds(archive, site, lambda id: f"<p>{html.escape(read(id).lead)}</p>", desk.record))


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


def test_an_item_of_a_name_has_the_beginning_of_its_lead_else_its_title() -> None:
    told = replace(many(1)[0], lead="Northmere is under water. " * 20)
    untold = replace(many(2)[1], lead="", date=told.date)
    items = parsed_json(archive_of([told, untold]))["feeds/places/northmere"]["items"]
    texts = {item["title"]: item["content_text"] for item in items}
    assert texts["Flood 0"].startswith("Northmere is under water. Northmere")
    assert len(texts["Flood 0"]) <= 160
    assert texts["Flood 1"] == "Flood 1"


def test_both_forms_have_the_same_entries() -> None:
    archive = archive_of(many(NEWEST + 5))
    for url in ("", "https://a.example/x"):
        atom, other = parsed(archive, url), parsed_json(archive, url)
        assert {f"{at}.atom.xml" for at in other} == set(atom)
        for at, feed in other.items():
            held = atom[f"{at}.atom.xml"]
            links = [link.get("href") for link in held.iterfind(f"{ATOM}entry/{ATOM}link")]
            assert [item["title"] for item in feed["items"]] == entries(held, "title")
            assert [item["url"] for item in feed["items"]] == links
            assert [item["date_published"] for item in feed["items"]] == entries(held, "updated")
            home = held.find(f"{ATOM}link")
            assert home is not None
            assert feed["home_page_url"] == home.get("href")


def test_a_json_feed_is_one_by_its_rules() -> None:
    """Version, title and items; each with an id of its own and content. https://www.jsonfeed.org/version/1.1/"""
    for at, feed in parsed_json(archive_of(many(3)), "https://a.example").items():
        assert (feed["version"], bool(feed["title"])) == ("https://jsonfeed.org/version/1.1", True)
        assert feed["feed_url"] == f"https://a.example/{at}.json"
        ids = [item["id"] for item in feed["items"]]
        assert len(set(ids)) == len(ids) == 3
        assert all(isinstance(id, str) for id in ids)
        assert all(("content_html" in item) != ("content_text" in item) for item in feed["items"])


def test_an_item_whose_text_may_not_be_shown_has_its_title_for_content() -> None:
    """One of the two is required: https://www.jsonfeed.org/version/1.1/#items"""
    archive, site = archive_of(many(1)), SiteInfo("Mere")
    found = dict(of_site(archive, site, lambda _: ""))
    (item,) = json.loads(found["feeds/all.json"])["items"]
    assert item["content_text"] == item["title"] == "Flood 0"
    assert "content_html" not in item


def test_a_name_of_undated_articles_alone_announces_no_feed_and_has_none() -> None:
    undated = replace(many(1)[0], date=None)
    archive = archive_of([undated, replace(many(2)[1], places=())])
    assert not [at for at in parsed(archive) if at.startswith("feeds/places/")]
    assert announced(archive.places[undated.places[0].id]) == ()
    both = archive_of([undated, replace(many(2)[1])])
    for feed in announced(both.places[undated.places[0].id]):
        assert feed.address in texts(both, "", "Mere")


def test_the_feed_of_days_lists_each_day_s_titles_the_newest_first() -> None:
    archive = archive_of([*many(2), replace(many(1)[0], id="f" * 12, slug="x", title="A <b> & c")])
    first, second = parsed_json(archive)["feeds/days"]["items"]
    assert (first["title"], second["title"]) == ("Friday, 2 May 2031", "Thursday, 1 May 2031")
    assert second["url"] == "../2031/05/01/index.html"
    assert "A &lt;b&gt; &amp; c (<a" in second["content_html"]
    assert second["content_html"].count("<li>") == 2


def test_every_feed_says_who_wrote_it() -> None:
    for feed in parsed(archive_of(many(2))).values():
        assert feed.findtext(f"{ATOM}author/{ATOM}name") == "Mere"


def test_an_archive_without_articles_has_a_feed_that_does_not_ask_the_clock() -> None:
    for coverage, day in ((Coverage(date(2031, 4, 28)), "2031-04-28"), (Coverage(), "1970-01-01")):
        for feed in parsed(archive_of([], coverage)).values():
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
    (item,) = parsed_json(archive_of([one]))["feeds/all"]["items"]
    assert (item["title"], item.get("summary", "")) == (title, lead)


def test_a_day_s_entry_has_its_key_points_with_links_to_their_sentences() -> None:
    held = samples()
    found = texts(held, "https://mere.example", "Mere")
    atom = ElementTree.fromstring(found["feeds/days.atom.xml"])
    items = json.loads(found["feeds/days.json"])["items"]
    said = [entry.findtext(f"{ATOM}content") or "" for entry in atom.findall(f"{ATOM}entry")]
    assert said == [item["content_html"] for item in items]
    points = brief(min(held.days), held.days[min(held.days)], stories(held.articles, [])).points
    assert points
    assert all(html.escape(point.words) in said[-1] for point in points)
    assert re.search(r'href="https://mere\.example/2031/05/02/[a-z-]+\.html#s[0-9a-f]{6}"', said[-1])
