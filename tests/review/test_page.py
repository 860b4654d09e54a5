"""The page of things to review: what it shows, what it links, and what it keeps to itself."""

from __future__ import annotations

from daybook.site.kinds.review import LONGEST, Review
from daybook.site.page import SiteInfo
from daybook.values import Article, Problem
from helpers.held import archive_of, pages, read
from review.holdings import IDA, NORTH, SOUTH, article, surer

TEXT = "The ferry reached Ferryton. Ida Storm met it."


def page(*articles: Article, problems: tuple[Problem, ...] = ()) -> Review:
    archive = archive_of(articles, problems=problems)
    (found,) = (p.model for p in pages(archive, SiteInfo("Sample"), read) if p.address == "review.html")
    assert isinstance(found, Review)
    return found


def test_each_kind_has_its_matters_with_links_to_their_sentences() -> None:
    undated = article(1, TEXT, day=None, actors=[IDA])
    shown = page(undated, article(2, TEXT, places=[NORTH]), article(3, TEXT, places=[NORTH]))
    assert [(g.kind, g.total) for g in shown.groups] == [("undated", 1), ("ambiguous-place", 1)]
    first, second = (group.matters[0] for group in shown.groups)
    assert (first.own, first.articles) == ("undated/article-1.html", ())
    assert [(e.address, e.anchor) for e in second.evidence] == [
        ("2021/05/17/article-2.html", undated.sentences[0].id)
    ]
    assert second.choices[0].shell == "daybook same my:north Ferryton"
    assert first.choices[-1].shell == "daybook set content/articles/undated/article-1.md date none"
    assert shown.head.index is False


def test_of_what_was_set_aside_it_tells_the_number_alone() -> None:
    aside = Problem("private notes.txt", "clean", "empty", "text", "secret words", "add some", True)
    doubt = Problem("1.txt", "places", "long", "less", "more", "cut it")
    shown = page(article(1, TEXT), problems=(aside, doubt))
    assert shown.set_aside == 1
    assert [(g.kind, [m.title for m in g.matters]) for g in shown.groups] == [("problem", ["1.txt"])]
    assert "private" not in repr(shown)
    assert "secret" not in repr(shown)


def test_a_long_section_is_cut_and_tells_how_many_there_are() -> None:
    many = [article(n, TEXT, day=None) for n in range(LONGEST + 5)]
    (group,) = page(*many).groups
    assert (group.total, len(group.matters)) == (LONGEST + 5, LONGEST)


def test_an_archive_without_doubts() -> None:
    shown = page(article(1, TEXT, places=[surer(SOUTH, 1.0)], actors=[IDA]))
    assert (shown.groups, shown.set_aside, shown.total) == ((), 0, 0)
