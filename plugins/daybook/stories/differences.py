"""What the reports of a story tell, fact by fact: where they agree, where they differ, where one is silent. Never which of them is right."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Literal, NamedTuple

from daybook.digest import Digest, Number

Kind = Literal["number", "place", "actor", "day", "said"]
State = Literal["agree", "differ", "told"]
"""Of the reports that tell a fact: all have one in common; they have none in common; or nothing that could be compared."""

COLUMNS = 5
"""Reports beside one another."""
ROWS: Mapping[Kind, int] = {"number": 8, "place": 5, "day": 4, "actor": 5, "said": 4}
"""Facts of each kind."""
_CELL = 2
"""Sentences of one report for one fact."""
_SINGLE = 3
"""Numbers that one report alone tells; places, days and actors are shown where two do."""
_BY_UNIT = frozenset({"killed", "wounded", "casualties", "refugees", "votes"})
"""Units that say what is counted, whatever words stand for it."""


class Told(NamedTuple):
    """How a report tells a fact."""

    words: str
    """As they stand there."""
    anchor: str
    """Of the sentence; empty where it stands in none that is shown."""
    by: str
    """Whom the report has it from, or who denies it, in its own words; empty where nobody was found."""
    sense: str = ""
    """Of a number, as `Number.sense`."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact with what each report says of it."""

    kind: Kind
    what: str
    """A number's unit, the id of a place or actor, or an ISO day."""
    of: str
    """What a number counts, in the words of the first report that tells it."""
    cells: tuple[tuple[Told, ...], ...]
    """One for each report; empty where it does not tell it."""
    state: State
    values: tuple[tuple[int, ...], ...] = ()
    """Of numbers: for each report which of its values are shown, those that are the same having one number; else empty."""

    @property
    def tellers(self) -> int:
        """Reports that tell it."""
        return sum(map(bool, self.cells))


Cells = dict[str, list[tuple[Told, str]]]
"""By a key of the fact: how it is told, and by what two ways of telling are compared."""


def compared(reports: Sequence[Sequence[Digest]]) -> tuple[Digest, ...]:
    """One article of each report, of at most `COLUMNS`: the fullest of each source first, then the next; in their order."""
    fullest = [max(report, key=lambda a: len(a.passages)) for report in reports]
    met: dict[str, int] = {}
    ranked: list[tuple[int, int, int]] = []
    for number in sorted(range(len(fullest)), key=lambda n: -len(fullest[n].passages)):
        source = fullest[number].source.outlet or fullest[number].source.agency or ""
        met[source] = met.get(source, 0) + 1
        ranked.append((met[source], len(ranked), number))
    return tuple(fullest[n] for n in sorted(number for *_, number in sorted(ranked)[:COLUMNS]))


def facts(articles: Sequence[Digest]) -> tuple[Fact, ...]:
    """What they tell, kind by kind, what most of them tell first; none of a single article."""
    if len(articles) < 2:
        return ()
    return tuple(
        fact for kind, cells in _CELLS.items() for fact in islice(_facts(kind, cells, articles), ROWS[kind])
    )


def _facts(kind: Kind, cells: Callable[[Digest], Cells], articles: Sequence[Digest]) -> Iterator[Fact]:
    told = [cells(article) for article in articles]
    keys = dict.fromkeys(key for each in told for key in each)
    counts = {key: sum(key in each for each in told) for key in keys}
    shared = sorted((key for key in keys if counts[key] > 1), key=lambda key: -counts[key])
    single = [key for key in keys if counts[key] == 1] if kind == "number" else []
    for key in (*shared, *single[:_SINGLE]):
        what, _, of = key.partition("\n")
        held = [each.get(key, []) for each in told]
        shown = tuple(tuple(way for way, _ in each[:_CELL]) for each in held)
        if kind != "number":
            yield Fact(kind, what, of, shown, "told")
            continue
        values = _values([each[:_CELL] for each in held])
        yield Fact(kind, what, of, shown, _state(values, _values(held)), values)


def _values(held: Sequence[Sequence[tuple[Told, str]]]) -> tuple[tuple[int, ...], ...]:
    numbers: dict[str, int] = {}
    for each in held:
        for _, value in each:
            numbers.setdefault(value, len(numbers))
    return tuple(tuple(dict.fromkeys(numbers[value] for _, value in each)) for each in held)


def _state(shown: Sequence[Sequence[int]], told: Sequence[Sequence[int]]) -> State:
    """`shown` are the values in the table, `told` those that are not shown among them."""
    if sum(map(bool, shown)) < 2:
        return "told"
    if _common(shown):
        return "agree"
    return "told" if _common(told) else "differ"


def _common(values: Sequence[Sequence[int]]) -> bool:
    return bool(set.intersection(*(set(each) for each in values if each)))


def _numbers(article: Digest) -> Cells:
    found: Cells = {}
    for number in article.numbers:
        if number.unit in _BY_UNIT or number.of:
            way = Told(_counted(number), number.anchor, number.by, number.sense)
            value = f"{number.value} {number.high or ''} {number.sense}"
            found.setdefault(_key(number), []).append((way, value))
    return found


def _key(number: Number) -> str:
    of = "" if number.unit in _BY_UNIT else number.of.split()[-1].casefold()
    return f"{number.unit}\n{of}"


def _counted(number: Number) -> str:
    if number.of and number.of.casefold() not in number.words.casefold():
        return f"{number.words} {number.of}"
    return number.words


def _places(article: Digest) -> Cells:
    return {id: [(_named(article, id), "")] for id in article.told}


def _actors(article: Digest) -> Cells:
    return {actor.id: [(_named(article, actor.id), "")] for actor in article.actors}


def _named(article: Digest, id: str) -> Told:
    said = article.of(id)
    quotes = said.quotes
    return Told(said.name or next(iter(said.forms), ""), quotes[0].anchor if quotes else "", "")


def _days(article: Digest) -> Cells:
    found: Cells = {}
    for other in article.spoken:
        for quote in other.quotes[:1]:
            words = next((text for text, marked in quote.pieces if marked), "")
            found[other.day.isoformat()] = [(Told(words, quote.anchor, ""), "")]
    return found


def _said(article: Digest) -> Cells:
    found: Cells = {}
    for actor in article.actors:
        sayings = article.sayings(actor.id)
        if sayings:
            found[actor.id] = [(Told(each.words, each.anchor, ""), "") for each in sayings]
    return found


_CELLS: Mapping[Kind, Callable[[Digest], Cells]] = {
    "number": _numbers,
    "place": _places,
    "day": _days,
    "actor": _actors,
    "said": _said,
}
