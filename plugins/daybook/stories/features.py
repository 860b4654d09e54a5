"""What an article is compared by: the words of its title and beginning, the places, actors and days it tells of."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from daybook.digest import Digest

Kind = Literal["word", "place", "actor", "day"]
Feature = tuple[Kind, str]
"""What it is, and a term of the search index, the id of a place or actor, or an ISO day. Plain, as an archive has millions."""

REACH = 7
"""Days that two articles may lie apart."""
FIRST = 30
"""Terms of a text that are features of it."""
FEW = 500
"""Articles; of fewer it cannot be told how rare something is."""
TITLE, TEXT, NAME, DAY = 1.0, 0.7, 1.5, 0.5
"""What one feature weighs beside another of the same rarity. Chosen on the open half of tests/quality/gold/pairs.jsonl."""


def features(article: Digest) -> Mapping[Feature, float]:
    """Each feature with its weight; what stands in title and text counts as both."""
    title, _, text = article.terms.partition("\n")
    found: dict[Feature, float] = {("word", term): TITLE for term in title.split()}
    for term in text.split()[:FIRST]:
        found["word", term] = found.get(("word", term), 0.0) + TEXT
    for id in article.told:
        found["place", id] = NAME
    for actor in article.actors:
        found["actor", actor.id] = NAME
    for other in article.spoken:
        found["day", other.day.isoformat()] = DAY
    return found
