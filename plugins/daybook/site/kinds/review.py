"""What most deserves a person's look, with the commands that settle it.

The page may be published with the site, so it tells nothing that the site does not tell anyway: of seeds that were set
aside, and so kept from readers, it tells the number alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from daybook.digest import Digest
from daybook.review import Choice, Holdings, Quote, Section, review
from daybook.review.rules import problems
from daybook.site import addresses
from daybook.site.desk import Desk
from daybook.site.page import Crumb, Head, Page

TEMPLATE = "review.html"
LONGEST = 12
"""Matters of one kind that the page shows: of each kind so many are some 160 kB of HTML. The command lists all."""
_ARTICLES = 3
"""Articles that are linked for one matter."""


@dataclass(frozen=True, slots=True)
class Ref:
    """A link to an article."""

    title: str
    address: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """A quoted sentence."""

    address: str
    """Of its article."""
    anchor: str
    """Its id there; empty where it stands outside of the body."""
    pieces: tuple[tuple[str, bool], ...]
    """Its words in order; true where they are the ones in question."""
    lang: str
    dir: str


@dataclass(frozen=True, slots=True)
class Matter:
    """One matter as a card."""

    title: str
    own: str
    """Address of the one article that it is called by; empty for none."""
    why: str
    articles: tuple[Ref, ...]
    """Without that one."""
    more: int
    """Articles beyond those."""
    evidence: tuple[Evidence, ...]
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The matters of one kind."""

    kind: str
    title: str
    total: int
    matters: tuple[Matter, ...]


@dataclass(frozen=True, slots=True)
class Review:
    """The model of the list of things to review."""

    head: Head
    total: int
    groups: tuple[Group, ...]
    """Those that have any matter."""
    set_aside: int
    """Seeds of which nothing is published."""


def pages(desk: Desk) -> Iterator[Page]:
    held, words = holdings(desk), desk.words
    sections, known = review(held), {article.id: article for article in held.articles}
    groups = tuple(
        Group(each.kind, each.title, len(each.items), tuple(_matters(each, desk, known)))
        for each in sections
        if each.items and each.kind != problems.SET_ASIDE
    )
    title, total = words.gettext("To review"), sum(group.total for group in groups)
    head = Head(
        title=title,
        description=words.ngettext(
            "%(num)s matter in the archive that a person could settle",
            "%(num)s matters in the archive that a person could settle",
            total,
        ),
        index=False,
        crumbs=(Crumb(title, addresses.REVIEW),),
    )
    aside = sum(len(each.items) for each in sections if each.kind == problems.SET_ASIDE)
    yield Page(addresses.REVIEW, TEMPLATE, Review(head, total, groups, aside))


def holdings(desk: Desk) -> Holdings:
    """The archive as the review's rules look at it."""
    archive = desk.archive
    return Holdings(
        (*archive.articles, *archive.undated),
        desk.read,
        {
            id: f"content/articles/{address.removesuffix('.html')}.md"
            for id, address in archive.address.items()
        },
        archive.authority,
        archive.problems,
        words=desk.words,
    )


def _matters(section: Section, desk: Desk, known: Mapping[str, Digest]) -> Iterator[Matter]:
    for item in section.items[:LONGEST]:
        called = [id for id in item.articles if known[id].title == item.title and len(item.articles) == 1]
        rest = [id for id in item.articles if id not in called]
        first = rest[:_ARTICLES]
        yield Matter(
            item.title,
            desk.archive.address[called[0]] if called else "",
            item.told.why,
            tuple(Ref(known[id].title, desk.archive.address[id]) for id in first),
            len(rest) - len(first),
            tuple(_evidence(quote, desk, known[quote.article]) for quote in item.told.evidence),
            item.told.choices,
        )


def _evidence(quote: Quote, desk: Desk, article: Digest) -> Evidence:
    return Evidence(desk.archive.address[article.id], quote.sentence, quote.pieces, article.lang, article.dir)
