"""One article on its way through the pipeline."""

from __future__ import annotations

from dataclasses import dataclass

from daybook.values import (
    Actor,
    CleanText,
    Figure,
    FoundDate,
    Mention,
    Place,
    Problem,
    RawArticle,
    Rival,
    Statement,
)


@dataclass(frozen=True, slots=True)
class Draft:
    """One article as far as it has come: what each stage found."""

    raw: RawArticle
    text: CleanText
    date: FoundDate | None
    places: tuple[Place, ...]
    actors: tuple[Actor, ...]
    mentions: tuple[Mention, ...]
    problems: tuple[Problem, ...] = ()
    rivals: tuple[Rival, ...] = ()
    """What else its decisions could have been; sorted when written."""
    statements: tuple[Statement, ...] = ()
    """In the text's order."""
    figures: tuple[Figure, ...] = ()
    """In the text's order."""
