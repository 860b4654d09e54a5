"""What a day's briefing consists of. Every line of it names the sentences that it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from daybook.digest import Digest
from daybook.stories.stories import Story

ByHand = Literal["", "pinned", "rewritten", "written"]
"""What a person did to a key point: chose it, gave it other words, or wrote its sentence into the article."""
OWN_WORDS: frozenset[ByHand] = frozenset(["rewritten", "written"])
"""The words are a person's, and no source's."""


class Support(NamedTuple):
    """A sentence that a line of a briefing rests on."""

    article: str
    """Its id."""
    anchor: str
    """Id of the sentence."""
    words: str
    """As the sentence stands in the article."""


@dataclass(frozen=True, slots=True)
class Point:
    """One key point: a sentence as it stands in an article, or a line that a person wrote in its place."""

    id: str
    """`<article id>#<sentence id>` of what was chosen; it names the point in corrections."""
    words: str
    support: tuple[Support, ...]
    """The first is where the words stand; the others say the same, one for each further article."""
    outlets: int
    """How many sources tell it, each counted once, copies of one text together; 0 where no source does, but a person."""
    story: Story
    by_hand: ByHand = ""


@dataclass(frozen=True, slots=True)
class Briefing:
    """The briefing of a day."""

    day: date
    articles: tuple[Digest, ...]
    """Of the day, in its order."""
    points: tuple[Point, ...]
    """At most five, what matters most first."""
    stories: tuple[Story, ...]
    """Those that the day's articles tell, the most told first."""
