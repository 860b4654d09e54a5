"""What ingest could not settle: seeds set aside, and articles published with a problem."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from daybook.review.holdings import Holdings
from daybook.review.items import Choice, Item, Told
from daybook.review.weigh import prominence
from daybook.values import Problem
from daybook.words import Words, labels

SET_ASIDE = "set-aside"
IN_DOUBT = "problem"


def set_aside(holdings: Holdings) -> Iterator[Item]:
    """Not published because of it."""
    for problem in _all(holdings):
        if problem.set_aside:
            yield _item(SET_ASIDE, problem, 1.0, (), holdings.words)


def in_doubt(holdings: Holdings) -> Iterator[Item]:
    """Published all the same. Days have sections of their own."""
    by_file = {name: a.id for a in holdings.articles for name in (a.seed_path, holdings.files[a.id])}
    for problem in _all(holdings):
        if not problem.set_aside and problem.stage != "date":
            found = by_file.get(problem.file)
            yield _item(IN_DOUBT, problem, 0.5, (found,) if found else (), holdings.words)


def _all(holdings: Holdings) -> list[Problem]:
    """Of the last ingest, and of the files as they stand now; each once."""
    told = {*holdings.problems, *(p for a in holdings.articles for p in a.problems if p.stage == "page")}
    return sorted(told, key=lambda p: (p.file, p.stage, p.code, p.found))


def _item(kind: str, problem: Problem, doubt: float, articles: tuple[str, ...], words: Words) -> Item:
    return Item(
        kind=kind,
        id=f"{problem.file} {problem.stage} {problem.code}",
        title=problem.file,
        doubt=doubt,
        prominence=prominence(1, 0),
        articles=articles,
        tell=partial(_told, problem, words),
    )


def _told(problem: Problem, words: Words) -> Told:
    return Told(
        why=words.gettext(
            "%(stage)s: expected %(expected)s, found %(found)s",
            stage=labels.plain(problem.stage).capitalize(),
            expected=problem.expected,
            found=problem.found,
        ),
        evidence=(),
        choices=(Choice(problem.do[:1].upper() + problem.do[1:]),),
    )
