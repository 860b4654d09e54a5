"""The raw text of an article of which something was left out: the whole of it, with each part's fate marked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from daybook.format import shortened
from daybook.site import addresses
from daybook.site.kinds.article import crumbs
from daybook.site.page import Crumb, Head, Page, SiteInfo
from daybook.site.parts import raw
from daybook.site.parts.facts import Left, has_raw, left_out
from daybook.values import Article, Span
from daybook.words import Words, labels

TEMPLATE = "raw.html"
_LINKED = 12
"""Parts of one reason that the summary links."""
_LISTED = 200
"""Parts listed where the text itself cannot be shown."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What was left out for one reason."""

    left: Left
    anchors: tuple[tuple[int, str], ...]
    """Number and id of its first parts that the page shows; none where it shows no text."""


@dataclass(frozen=True, slots=True)
class Gone:
    """A part left out of a text that cannot be shown."""

    why: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class RawPage:
    """The model of the view of a raw text."""

    head: Head
    title: str
    article: str
    """Address of the article's page."""
    lang: str
    dir: str
    lines: tuple[raw.Line, ...]
    """Empty where the text cannot be shown."""
    proofs: tuple[raw.Mark, ...]
    """Words that prove the day or the source, as far as they are shown."""
    parts: int
    """How many were left out."""
    left_out: tuple[LeftOut, ...]
    characters: int
    """Of the whole text; 0 where it cannot be shown."""
    shown: int
    """Characters from its beginning that the page shows."""
    gone: tuple[Gone, ...]
    """What was left out of a text that cannot be shown; at most 200."""
    seed: str
    """Path below seeds/."""
    sha256: str
    layer_sha256: str
    """Of the text; empty where it cannot be shown."""
    extractor: str


def page(article: Article, address: str, found: raw.RawText | None, site: SiteInfo) -> Page | None:
    """The view of the raw text of the article at `address`; None where the article's own page shows what was left out.

    `found` is None where the seed is gone, or holds another text than the one that was read.
    """
    if not has_raw(article):
        return None
    return Page(addresses.raw(address), TEMPLATE, _model(article, address, found, site.words))


def _model(article: Article, address: str, found: raw.RawText | None, words: Words) -> RawPage:
    end = raw.shown(found.layer) if found else 0
    proofs = tuple(mark for mark in raw.marks(found.evidence) if mark.end <= end) if found else ()
    spans = found.evidence.dropped if found else article.dropped
    return RawPage(
        head=_head(article, address, words),
        title=article.title,
        article=address,
        lang=article.lang,
        dir=article.dir,
        lines=tuple(_lines(found, article, end, proofs, words)) if found else (),
        proofs=proofs,
        parts=len(spans),
        left_out=tuple(LeftOut(left, _anchors(left.code, spans, end)) for left in left_out(article, words)),
        characters=len(found.layer) if found else 0,
        shown=end,
        gone=()
        if found
        else tuple(Gone(labels.dropped(words, s.why), s.start, s.end) for s in article.dropped[:_LISTED]),
        seed=article.seed_path,
        sha256=article.seed_sha256,
        layer_sha256=found.evidence.layer.sha256 if found else "",
        extractor=found.evidence.layer.extractor if found else "",
    )


def _lines(
    found: raw.RawText, article: Article, end: int, proofs: tuple[raw.Mark, ...], words: Words
) -> Iterator[raw.Line]:
    parts = raw.stretches(found, frozenset(sentence.id for sentence in article.sentences), words)
    return raw.lines(found.layer, end, parts, proofs)


def _anchors(why: str, spans: tuple[Span, ...], end: int) -> tuple[tuple[int, str], ...]:
    own = ((number, f"out-{number}") for number, s in enumerate(spans, 1) if s.why == why and s.start < end)
    return tuple(islice(own, _LINKED))


def _head(article: Article, address: str, words: Words) -> Head:
    day = article.date.value if article.date else None
    own = Crumb(shortened(article.title, 80), address)
    return Head(
        title=words.gettext("Raw text: %(title)s", title=shortened(article.title, 140)),
        section="days",
        index=False,
        crumbs=(*crumbs(day, own, words), Crumb(words.gettext("Raw text"), addresses.raw(address))),
    )
