"""Days that articles speak of: on the pages of those days, of their months, and in the text itself."""

from __future__ import annotations

from dataclasses import replace
from html import escape

from lxml import html

from daybook.site.annotate import annotate
from daybook.site.late import settle
from daybook.site.page import SiteInfo
from daybook.values import Article, Mention
from helpers.held import archive_of, late_of, pages, read
from helpers.site_samples import article


def telling(
    title: str, day: str | None, target: str, words: str = "that day", role: str = "event"
) -> Article:
    """An article whose second sentence speaks of a day."""
    text = f"Water rose. It began on {words} at noon."
    made = article(title, day, text)
    start = text.index(words)
    mention = Mention(
        "date", target, words, start, start + len(words), made.sentences[1].id, "day-words", role
    )
    return replace(made, mentions=(*made.mentions, mention))


def models(*articles: Article) -> dict[str, object]:
    return {page.address: page.model for page in pages(archive_of(articles), SiteInfo("Mere"), read)}


def own(day: str) -> Article:
    return article(f"Own of {day}", day, "Nothing but water.")


def test_later_days_the_nearest_first_stand_apart_from_earlier_ones_and_the_undated() -> None:
    told = [telling(f"Of {day}", day, "2031-05-10") for day in ("2031-05-20", "2031-05-11", "2031-05-08")]
    made = models(own("2031-05-10"), *told, telling("Undated", None, "2031-05-10"))
    spoken = made["2031/05/10/index.html"].spoken
    parts = (spoken.later, spoken.earlier, spoken.undated)
    assert [[item.line.title for item in part.items] for part in parts] == [
        ["Of 2031-05-11", "Of 2031-05-20"],
        ["Of 2031-05-08"],
        ["Undated"],
    ]
    (quote,) = spoken.later.items[0].quotes
    assert quote.anchor == told[1].sentences[1].id
    assert [text for text, hit in quote.pieces if hit] == ["that day"]


def test_months_years_an_article_s_own_day_and_its_proof_are_not_spoken_of() -> None:
    made = models(
        own("2031-05-10"),
        telling("Month", "2031-05-12", "2031-05"),
        telling("Year", "2031-05-12", "2031"),
        telling("No day", "2031-05-12", "2031-13-40"),
        telling("Proof", "2031-05-12", "2031-05-10", role="publication"),
        telling("Itself", "2031-05-10", "2031-05-10"),
    )
    spoken = made["2031/05/10/index.html"].spoken
    assert [part.total for part in (spoken.later, spoken.earlier, spoken.undated)] == [0, 0, 0]


def test_five_are_told_and_a_hundred_more_folded() -> None:
    told = [telling(f"Report {n}", "2031-05-11", "2031-05-10") for n in range(230)]
    spoken = models(own("2031-05-10"), *told)["2031/05/10/index.html"].spoken.later
    assert (spoken.total, len(spoken.items), len(spoken.more)) == (230, 5, 100)
    assert all(item.quotes for item in spoken.items)


def test_a_day_without_articles_stands_in_its_month() -> None:
    made = models(own("2031-05-10"), telling("Later", "2031-05-12", "2031-05-04"))
    assert "2031/05/04/index.html" not in made
    assert [(str(row.day), row.spoken.total) for row in made["2031/05/index.html"].bare] == [
        ("2031-05-04", 1)
    ]


def times(held: Article, *others: Article) -> list[tuple[str | None, str, str | None]]:
    """Datetime, words and link of each time in the article's text."""
    archive = archive_of([held, *others])
    page = next(p for p in pages(archive, SiteInfo("Mere"), read) if p.address == archive.address[held.id])
    prose = annotate(page.model.body, lambda text: f"<p>{escape(text)}</p>")  # type: ignore[attr-defined]
    text = settle("".join(prose.paragraphs), late_of(archive, page.address))
    tree = html.fragment_fromstring(text, create_parent="div")
    return [
        (t.get("datetime"), t.text_content(), (t.xpath("a/@href") or [None])[0]) for t in tree.iter("time")
    ]


def test_a_date_in_the_text_is_a_time_that_leads_to_its_day_where_that_has_a_page() -> None:
    held = telling("Report", "2031-05-12", "2031-05-10", "Saturday")
    assert times(held, own("2031-05-10")) == [("2031-05-10", "Saturday", "../10/index.html")]
    assert times(held) == [("2031-05-10", "Saturday", None)]


def test_a_month_is_a_time_and_what_is_none_stays_text() -> None:
    assert times(telling("Report", "2031-05-12", "2031-05")) == [("2031-05", "that day", None)]
    assert times(telling("Report", "2031-05-12", 'x" onclick="y')) == []
