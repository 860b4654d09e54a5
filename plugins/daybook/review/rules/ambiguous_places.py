"""Names that were taken for one place and could be another, or none: over the whole archive, by name and place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from daybook import format, labels
from daybook.content import apart
from daybook.content.apart import Apart
from daybook.digest import Digest, commonest
from daybook.review import answers, quotes
from daybook.review.holdings import Holdings
from daybook.review.items import Choice, Item, Told
from daybook.review.weigh import FLOOR, doubt, prominence, share, strongest
from daybook.values import Place, Rival

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
        why=_why(cases),
        evidence=quotes.of_name((case.article for case in cases), cases[0].place.id),
        choices=tuple(_choices(holdings, name, cases)),
    )


def _why(cases: list[_Case]) -> str:
    """What settled it in most articles, and how surely."""
    most = commonest(case.place.why for case in cases)
    lowest = min(case.place.confidence for case in cases)
    settled = f" ({labels.why(most)})" if most else ""
    kind = labels.KINDS[cases[0].place.kind].lower()
    articles = format.count(len(cases), "article")
    return f"Taken for this {kind} in {articles}{settled}, at the lowest with confidence {lowest:.2f}"


def _choices(holdings: Holdings, name: str, cases: list[_Case]) -> Iterator[Choice]:
    place = cases[0].place
    yield answers.place_of_name(
        holdings, place.id, place.name, name, f"“{name}” is {format.place(place)}, everywhere"
    )
    rivals = strongest(r for case in cases for r in case.rivals)
    for rival in rivals:
        yield answers.place_of_name(
            holdings, rival.target, _bare(rival.name), name,
            f"“{name}” is {rival.name}, everywhere ({labels.why(rival.why)}, {rival.score:.2f})",
        )  # fmt: skip
    if rivals and len(cases) == 1:
        best = rivals[0]
        yield answers.place_here(
            holdings, cases[0].article, best.target, place.id, f"It is {best.name} in this article alone"
        )
    yield answers.place_of_ones_own(
        holdings, name, place.kind, f"“{name}” is another place: fill in its country and where it lies"
    )
    never = "no place" if place.id.startswith(_FOUND) else f"never {format.place(place)}"
    yield answers.not_place(holdings, name, place.id, f"“{name}” is {never}")
    yield answers.no_name(holdings, name, f"“{name}” is no name at all")


def _bare(told: str) -> str:
    """The name alone, of a rival told with its region and country."""
    return told.partition(",")[0].strip() or told
