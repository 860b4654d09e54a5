"""A briefing to take away: Markdown, HTML, plain text and a letter say what the record says, whatever the words are."""

from __future__ import annotations

import email
import email.policy
import re
from dataclasses import replace
from datetime import date
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html
from markdown import markdown as rendered
from msgspec import structs

from daybook.content.markdown import visible
from daybook.proof.record import FigureRow, Record
from daybook.site import taken
from daybook.site.desk import Desk
from daybook.site.mail import letter
from daybook.site.page import SiteInfo
from daybook.stories.stories import Pair, stories
from helpers.held import archive_of, read
from helpers.site_samples import archive, article

URL = "https://mere.example/days"
DAY = date(2031, 5, 3)
WORDS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=60).filter(visible)


@pytest.fixture(scope="module")
def record() -> Record:
    held = archive()
    return Desk(held, SiteInfo("Mere"), read, stories=stories(held.articles, [])).record(DAY)


def parsed(data: bytes) -> tuple[EmailMessage, str, str]:
    """A letter with its plain text and its HTML."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    plain, html = message.get_body(("plain",)), message.get_body(("html",))
    assert plain is not None
    assert html is not None
    return message, plain.get_content(), html.get_content()


def spoken(record: Record, words: str, name: str) -> Record:
    """A record of one line, with a source of that name."""
    point = structs.replace(record.points[0], words=words, by_hand="pinned")
    articles = tuple(structs.replace(each, source=name) for each in record.articles)
    return structs.replace(record, points=(point,), articles=articles)


def test_a_letter_has_every_line_with_links_to_its_sentences(record: Record) -> None:
    message, plain, html = parsed(letter(record, SiteInfo("Mere", URL)))
    tree = lxml_html.fromstring(html)
    assert message["Subject"] == "Mere: Saturday, 3 May 2031"
    assert message["Date"].datetime.isoformat() == "2031-05-03T00:00:00+00:00"
    assert record.sha256[:32] in message["Message-ID"]
    assert message["From"].addresses[0].display_name == "Mere"
    links = tree.xpath("//a/@href")
    for point in record.points:
        assert point.words in plain
        assert point.words in tree.text_content()
        for id in point.sentences:
            assert [link for link in links if link.startswith(f"{URL}/2031/05/03/") and link.endswith(f"#{id.partition('#')[2]}")]  # fmt: skip
    assert all(link.startswith(URL) for link in links)
    assert set(links) <= set(re.findall(r"https://\S+", plain))
    assert record.sha256 in plain


def test_the_same_record_gives_the_same_letter_and_no_site_no_links(record: Record) -> None:
    assert letter(record, SiteInfo("Mere", URL)) == letter(record, SiteInfo("Mere", URL))
    message, plain, html = parsed(letter(record, SiteInfo("Mere")))
    assert "href" not in html
    assert "behind its links" not in plain
    assert "http" not in plain
    assert message["Message-ID"].endswith("@daybook.invalid>")


def test_a_letter_speaks_the_site_s_language(record: Record) -> None:
    message, plain, html = parsed(letter(record, SiteInfo("Річка", URL, lang="uk")))
    assert message["Content-Language"] == "uk"
    assert "2031" in message["Subject"]
    assert "KEY POINTS" not in plain
    assert 'lang="uk"' in html


@given(WORDS, WORDS)
def test_no_words_break_out(record: Record, words: str, name: str) -> None:
    """Neither of a line, nor of a source, nor of the site."""
    made = spoken(record, words, name)
    site = SiteInfo(name, URL)
    message, plain, html = parsed(letter(made, site))
    assert message.keys() == parsed(letter(record, replace(site, name="y")))[0].keys()
    assert visible(words) in visible(plain)
    tree = lxml_html.fromstring(html)
    assert {each.tag for each in tree.iter()} <= {"html", "head", "meta", "title", "body", "h1", "h2", "ul", "li", "a", "p", "small"}  # fmt: skip
    assert all(link.startswith(URL) for link in tree.xpath("//a/@href"))
    shown = lxml_html.fromstring(rendered(taken.markdown(made, site, "data/2031/05/03.md")))
    item = shown.xpath("//li")[0]
    assert visible(item.text_content()).startswith(visible(words))
    assert {each.tag for each in shown.iter()} <= {"div", "h1", "h2", "ul", "li", "a", "p"}
    assert all(link.startswith(URL) for link in shown.xpath("//a/@href"))


def test_a_story_that_several_articles_of_the_day_tell_is_named_with_them() -> None:
    held = archive_of(
        [
            article("The river rises", "2031-05-03", "Northmere waits."),
            article("Water everywhere", "2031-05-03", "Northmere waits."),
        ]
    )
    ids = [each.id for each in held.articles]
    desk = Desk(
        held,
        SiteInfo("Mere"),
        read,
        stories=stories(held.articles, [Pair(ids[1], ids[0], 9.0, copied=False, in_form=False)]),
    )
    text = taken.markdown(desk.record(DAY), desk.site, "data/2031/05/03.md")
    assert "## Stories of the day" in text
    for each in held.articles:
        assert f"](../../../{held.address[each.id]})" in text


def test_figures_are_told_with_the_sentences_that_report_them(record: Record) -> None:
    sentence = record.sentences[0]
    rows = [
        FigureRow("1", value, unit, of, record.day, words, (sentence.id,), by_hand=by_hand)
        for value, unit, of, words, by_hand in (
            ("12", "killed", "people", "At least 12", False),
            ("40", "other", "pumps", "forty", True),
        )
    ]
    counted = structs.replace(record, figures=tuple(rows))
    _, plain, _ = parsed(letter(counted, SiteInfo("Mere", URL)))
    told = f"At least 12 people and 40 (corrected by the editor) pumps: “{sentence.words}”"
    assert told in plain
    assert told in taken.markdown(counted, SiteInfo("Mere", URL), "data/2031/05/03.md")
