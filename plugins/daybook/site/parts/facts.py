"""Where each fact about an article comes from, and what of the raw text is not shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from daybook import labels
from daybook.format import day_plain
from daybook.site.archive import Archive
from daybook.site.parts.quotes import named_as
from daybook.values import Actor, Article, Mention, Place

_PROOFS = 12
"""Sentences linked for one fact; the marks in the text lead to the others."""


@dataclass(frozen=True, slots=True)
class Proof:
    """A sentence that supports a fact."""

    sentence: str
    """Its id."""
    number: int
    """Its place in the article, the first being 1."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing said of an article, with its support."""

    group: str
    """`Day`, `Title`, `Source`, `Dateline`, `Place`, `Actor`."""
    value: str
    address: str
    """Of the page of the value; empty where it has none."""
    anchor: str
    note: str
    """A kind, role or precision."""
    rules: tuple[str, ...]
    """The rules that found it, in words; empty where it was stated or a person wrote it."""
    words: tuple[str, ...]
    """As they stand in the article."""
    proofs: tuple[Proof, ...]


@dataclass(frozen=True, slots=True)
class Left:
    """A kind of line that cleaning dropped."""

    why: str
    count: int
    characters: int


def facts(article: Article, archive: Archive) -> tuple[Fact, ...]:
    """All facts, in the order in which the page tells them."""
    return tuple(_facts(article, archive))


def left_out(article: Article) -> tuple[Left, ...]:
    """What was dropped, by reason, the most frequent first."""
    times = Counter(span.why for span in article.dropped)
    size = Counter[str]()
    for span in article.dropped:
        size[span.why] += span.end - span.start
    order = sorted(times, key=lambda why: (-times[why], why))
    return tuple(Left(labels.words(why), times[why], size[why]) for why in order)


def _facts(article: Article, archive: Archive) -> Iterator[Fact]:
    numbers = {s.id: n for n, s in enumerate(article.sentences, 1)}
    yield _day(article, numbers)
    yield _plain("Title", article.title, _title_note(article))
    for label, value in (
        ("Outlet", article.source.outlet),
        ("Agency", article.source.agency),
        ("Byline", article.source.byline),
        ("Dateline", article.dateline),
    ):
        if value:
            own = tuple(m for m in article.mentions if m.kind == "source" and m.target == value)
            yield Fact(label, value, "", "", "", *_support(own, numbers))
    said = archive.said[article.id]
    for place in sorted(article.places, key=lambda p: (-len(said.get(p.id, ())), p.id)):
        entry = archive.places[place.id]
        mentions = said.get(place.id, ())
        yield Fact(
            "Place", place.name, entry.address, entry.anchor, _place_note(place), *_support(mentions, numbers)
        )
    for actor in sorted(article.actors, key=lambda a: (-len(said.get(a.id, ())), a.id)):
        named = archive.actors[actor.id]
        mentions = said.get(actor.id, ())
        yield Fact(
            "Actor", actor.name, named.address, named.anchor, _actor_note(actor), *_support(mentions, numbers)
        )


def _day(article: Article, numbers: dict[str, int]) -> Fact:
    found = article.date
    if found is None:
        return Fact("Day", "Not proven", "", "", "on the list of undated articles", (), (), ())
    sure = f"{found.precision}, confidence {round(100 * found.confidence)} %"
    proofs = (Proof(found.sentence, numbers[found.sentence]),) if found.sentence in numbers else ()
    value = day_plain(found.value) + (f", {found.time}" if found.time else "")
    return Fact(
        "Day", value, "", "", f"precise to the {sure}", (labels.rule(found.rule),), (found.words,), proofs
    )


def _plain(label: str, value: str, note: str) -> Fact:
    return Fact(label, value, "", "", note, (), (), ())


def _title_note(article: Article) -> str:
    first = article.body[0] if article.body else ""
    derived = first.startswith(article.title.rstrip("….").rstrip())
    return "made of the first sentence" if derived else "as stated"


def _place_note(place: Place) -> str:
    parts = (labels.KINDS.get(place.kind, place.kind).lower(), place.country or "", labels.role(place.role))
    return ", ".join(filter(None, parts))


def _actor_note(actor: Actor) -> str:
    return ", ".join(filter(None, (labels.KINDS.get(actor.kind, actor.kind).lower(), actor.role)))


def _support(
    mentions: tuple[Mention, ...], numbers: dict[str, int]
) -> tuple[tuple[str, ...], tuple[str, ...], tuple[Proof, ...]]:
    rules = tuple(labels.rule(rule) for rule in sorted({m.rule for m in mentions}))
    ids = dict.fromkeys(m.sentence for m in mentions if m.sentence in numbers)
    proofs = tuple(Proof(id, numbers[id]) for id in ids if id is not None)
    return rules, named_as(mentions), proofs[:_PROOFS]
