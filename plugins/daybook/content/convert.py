"""Between an article's file with its evidence, and the value that pages are made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any, cast

from daybook.content.article_file import ArticleFile, Entry
from daybook.content.evidence import Evidence, Facts
from daybook.values import Actor, Article, Figure, FoundDate, Mention, Place, Rival, Source, Statement

BY_HAND = "hand"
"""What settled an entry that a person wrote, as the day's rule is called."""

SAID = "said "
"""How `rejected` names the statements of a sentence: `said s3fa91c`."""

FIGURE = "figure "
"""How `rejected` names a figure, by its sentence and its value: `figure s3fa91c:500000`, `figure title:3`; where a sentence has
several of one value, `@2` behind that names the second alone. ` is 50000` behind it says what it is instead."""

_NOTHING = Facts()


def article(file: ArticleFile, evidence: Evidence | None) -> Article:
    """The article as its file has it; what the file leaves to the machine comes from the evidence."""
    values = file.values
    facts = dict(evidence.facts) if evidence else {}
    by_hand = file.by_hand()
    for key in by_hand:
        facts[key] = replace(facts.get(key, _NOTHING), confidence=1.0, why=BY_HAND)
    return Article(
        id=file.id,
        slug=file.slug,
        title=str(values["title"]),
        date=_date(file, evidence),
        lead=_words(file, "lead") or "",
        source=Source(*(_words(file, f"source.{key}") for key in ("outlet", "agency", "byline", "url"))),
        dateline=_words(file, "dateline"),
        lang=_words(file, "lang") or "en",
        dir=_words(file, "dir") or "ltr",
        places=tuple(_place(entry, facts) for entry in file.places.values()),
        actors=tuple(_actor(entry, facts) for entry in file.actors.values()),
        body=file.body,
        seed_path=file.seed_path,
        seed_sha256=file.seed_sha256,
        mentions=_held(file, evidence.mentions) if evidence else (),
        sentences=evidence.sentences if evidence else (),
        dropped=evidence.dropped if evidence else (),
        problems=evidence.problems if evidence else (),
        title_rule=evidence.title_rule if evidence and "title" not in by_hand else "",
        rivals=_open(evidence.rivals, {*by_hand}) if evidence else (),
        by_hand=by_hand,
        statements=_stated(file, evidence.statements) if evidence else (),
        figures=tuple(_counted(file, evidence.figures)) if evidence else (),
        withdrawn=file.withdrawn,
    )


def _open(rivals: tuple[Rival, ...], by_hand: set[str]) -> tuple[Rival, ...]:
    """Without the rivals of what a person decided."""
    settled = by_hand | ({"date"} if "dated" in by_hand else set())
    return tuple(rival for rival in rivals if rival.of not in settled)


def _held(file: ArticleFile, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Without the mentions of what a person deleted."""
    held = {"place": file.places, "actor": file.actors}
    return tuple(m for m in mentions if m.kind not in held or m.target in held[m.kind])


def _stated(file: ArticleFile, statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """Without those of an actor whom a person deleted, and those that a person struck out by their sentence."""
    struck = {each.removeprefix(SAID) for each in file.rejected if each.startswith(SAID)}
    return tuple(s for s in statements if s.actor in file.actors and s.sentence not in struck)


def _counted(file: ArticleFile, figures: tuple[Figure, ...]) -> Iterator[Figure]:
    """Without those that a person struck out, with the values that a person gave, and without actors and places that one deleted."""
    said = dict(_corrected(each) for each in file.rejected if each.startswith(FIGURE))
    for figure, (which, nth) in zip(figures, named(figures), strict=True):
        value = said.get(f"{which}@{nth}", said.get(which, figure.value))
        if value != figure.value:
            bound = "exact" if figure.high else figure.bound
            figure = replace(figure, value=value, high=None, bound=bound, found=figure.value)
        if figure.actor and figure.actor not in file.actors:
            figure = replace(figure, actor=None)
        if figure.place and figure.place not in file.places:
            figure = replace(figure, place=None)
        if value:
            yield figure


def named(figures: Iterable[Figure]) -> Iterator[tuple[str, int]]:
    """What names each figure: its sentence with its value, and which of those that are equal in it, from 1."""
    met: dict[str, int] = {}
    for figure in figures:
        which = f"{figure.sentence or 'title'}:{figure.value}"
        met[which] = met.get(which, 0) + 1
        yield which, met[which]


def _corrected(line: str) -> tuple[str, str]:
    """A figure's sentence and value, and its right value, which is empty where it is struck out."""
    which, _, value = line.removeprefix(FIGURE).partition(" is ")
    return which, value


def _words(file: ArticleFile, key: str) -> str | None:
    found = file.values[key]
    return found if isinstance(found, str) else None


def _date(file: ArticleFile, evidence: Evidence | None) -> FoundDate | None:
    if file.day is None:
        return None
    dated = cast(dict[str, Any], file.values["dated"] or {"rule": "hand", "words": ""})
    proof = evidence.proof if evidence and dated["rule"] != "hand" else None
    start, end = proof or (None, None)
    return FoundDate(file.day, **dated, start=start, end=end)


def _place(entry: Entry, facts: dict[str, Facts]) -> Place:
    found = facts.get(f"place {entry['id']}", _NOTHING)
    given = _given(entry)
    return Place(**given, population=found.population, confidence=found.confidence, why=found.why)


def _actor(entry: Entry, facts: dict[str, Facts]) -> Actor:
    found = facts.get(f"actor {entry['id']}", _NOTHING)
    given = _given(entry)
    return Actor(**given, confidence=found.confidence, why=found.why)


def _given(entry: Entry) -> dict[str, Any]:
    fields = cast(dict[str, Any], entry)
    return fields | {"aliases": tuple(fields.get("aliases") or ())}
