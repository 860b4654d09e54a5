"""Names that were taken for one place and could be another, or none: over the whole archive, by name and place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from daybook import format
from daybook.content import apart
from daybook.content.apart import Apart
from daybook.digest import Digest, commonest
from daybook.review import answers, quotes
from daybook.review.holdings import Holdings
from daybook.review.items import Choice, Item, Told
from daybook.review.weigh import FLOOR, doubt, prominence, share, strongest
from daybook.values import Place, Rival
from daybook.words import Words, labels

KIND = "ambiguous-place"

_SURE = frozenset({"hand", "authority"})
"""What settles a place for good."""
_FOUND = "dayb:"
"""How the ids of places begin that only articles know."""
_GREAT = 1_000_000
"""Inhabitants from which nobody writes the country of a city, so that an article that does not leaves little doubt."""
_FAINT = 0.2
"""The share of its rivals under which they are no match for such a city."""


@dataclass(frozen=True, slots=True)
class _Case:
    """One article's decision."""

    article: Digest
    name: str
    """The words by which it mostly calls the place."""
    place: Place
    rivals: tuple[Rival, ...]
    doubt: float


def find(holdings: Holdings) -> Iterator[Item]:
    kept_apart = apart.of(holdings.authority)
    settled = {(name.casefold(), p.id) for p in holdings.authority.places for name in (p.name, *p.aliases)}
    cases: defaultdict[tuple[str, str], list[_Case]] = defaultdict(list)
    for article in holdings.articles:
        for case in _cases(article, kept_apart):
            if (case.name.casefold(), case.place.id) not in settled:
                cases[case.name.casefold(), case.place.id].append(case)
    for found in cases.values():
        yield _item(holdings, found)


def _cases(article: Digest, kept_apart: Apart) -> Iterator[_Case]:
    """The doubtful places of an article."""
    rivals: dict[str, list[Rival]] = {}
    for rival in article.rivals:
        rivals.setdefault(rival.of, []).append(rival)
    for place in article.places:
        if place.why in _SURE or place.role == "embedded":  # in a body's name alone: it has no page
            continue
        against = rivals.get(f"place {place.id}", [])
        if doubt(place.confidence, against) < FLOOR:  # as it is for most, whatever a closer look takes away
            continue
        name = article.of(place.id).name or place.name
        own, open_ = _parted(place, (r for r in against if not kept_apart.keeps_names(name, r.target)))
        how = doubt(min(1.0, place.confidence + sum(r.score for r in own)), open_)
        if how >= FLOOR:
            yield _Case(article, name, place, open_, _said_by_rivals(place, open_, how))


def _said_by_rivals(place: Place, rivals: Iterable[Rival], how: float) -> float:
    """The doubt; of a great city that nothing but its size settled it is what speaks for another, where that is faint."""
    if place.why != "population" or place.population < _GREAT:
        return how
    rivals_share = share(place.confidence, rivals)
    return rivals_share if rivals_share < _FAINT else how


def _parted(place: Place, rivals: Iterable[Rival]) -> tuple[list[Rival], tuple[Rival, ...]]:
    """Rivals that are the very division that a town lies in, which sends a reader to no wrong place; and the others."""
    own, others = list[Rival](), list[Rival]()
    for rival in rivals:
        (own if place.region and _bare(rival.name) == place.region else others).append(rival)
    return own, tuple(others)


def _item(holdings: Holdings, cases: list[_Case]) -> Item:
    place, name = cases[0].place, commonest(case.name for case in cases)
    if name.casefold() == place.name.casefold():
        name = place.name
    mean = sum(case.doubt for case in cases) / len(cases)
    return Item(
        kind=KIND,
        id=f"{name.casefold()} {place.id}",
        title=format.place(place) if name == place.name else f"{name}: {format.place(place)}",
        doubt=round(mean, 4),
        prominence=prominence(len(cases), sum(case.article.of(place.id).mentions for case in cases)),
        articles=tuple(case.article.id for case in cases),
        tell=partial(_told, holdings, name, cases),
    )


def _told(holdings: Holdings, name: str, cases: list[_Case]) -> Told:
    return Told(
        why=_why(cases, holdings.words),
        evidence=quotes.of_name((case.article for case in cases), cases[0].place.id),
        choices=tuple(_choices(holdings, name, cases)),
    )


def _why(cases: list[_Case], words: Words) -> str:
    """What settled it in most articles, and how surely."""
    most = commonest(case.place.why for case in cases)
    lowest = min(case.place.confidence for case in cases)
    kind = labels.kind(words, cases[0].place.kind).lower()
    settled = f" ({labels.why(words, most)})" if most else ""
    return words.ngettext(
        "Taken for this %(kind)s in %(num)s article%(why)s, at the lowest with confidence %(confidence)s",
        "Taken for this %(kind)s in %(num)s articles%(why)s, at the lowest with confidence %(confidence)s",
        len(cases),
        kind=kind,
        why=settled,
        confidence=f"{lowest:.2f}",
    )


def _choices(holdings: Holdings, name: str, cases: list[_Case]) -> Iterator[Choice]:
    place, words = cases[0].place, holdings.words
    told = format.place(place)
    yield answers.place_of_name(
        holdings,
        place.id,
        place.name,
        name,
        words.gettext("“%(name)s” is %(place)s, everywhere", name=name, place=told),
    )
    rivals = strongest(r for case in cases for r in case.rivals)
    for rival in rivals:
        yield answers.place_of_name(
            holdings,
            rival.target,
            _bare(rival.name),
            name,
            words.gettext(
                "“%(name)s” is %(place)s, everywhere (%(why)s, %(score)s)",
                name=name,
                place=rival.name,
                why=labels.why(words, rival.why),
                score=f"{rival.score:.2f}",
            ),
        )
    if rivals and len(cases) == 1:
        best = rivals[0]
        here = words.gettext("It is %(place)s in this article alone", place=best.name)
        yield answers.place_here(holdings, cases[0].article, best.target, place.id, here)
    another = words.gettext("“%(name)s” is another place: fill in its country and where it lies", name=name)
    yield answers.place_of_ones_own(holdings, name, place.kind, another)
    never = (
        words.gettext("“%(name)s” is no place", name=name)
        if place.id.startswith(_FOUND)
        else words.gettext("“%(name)s” is never %(place)s", name=name, place=told)
    )
    yield answers.not_place(holdings, name, place.id, never)
    yield answers.no_name(holdings, name, words.gettext("“%(name)s” is no name at all", name=name))


def _bare(told: str) -> str:
    """The name alone, of a rival told with its region and country."""
    return told.partition(",")[0].strip() or told
