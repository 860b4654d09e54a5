"""What an article is compared by: the words of its title and beginning, the places, actors and days it tells of."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from daybook.digest import Digest


class Kind(StrEnum):
    """What a feature is."""

    WORD = "word"
    PLACE = "place"
    ACTOR = "actor"
    DAY = "day"


class Feature(NamedTuple):
    """One of them."""

    kind: Kind
    id: str
    """A term of the search index, the id of a place or actor, or an ISO day."""


TITLE, TEXT, NAME, DAY = 1.0, 0.7, 1.5, 0.5
"""What one feature weighs beside another of the same rarity. Chosen on the open half of tests/quality/gold/pairs.jsonl."""


def features(article: Digest) -> Mapping[Feature, float]:
    """Each feature with its weight; what stands in title and text counts as both."""
    title, _, text = article.terms.partition("\n")
    found = {Feature(Kind.WORD, term): TITLE for term in title.split()}
    for term in text.split():
        word = Feature(Kind.WORD, term)
        found[word] = found.get(word, 0.0) + TEXT
    found |= dict.fromkeys((Feature(Kind.PLACE, id) for id in article.told), NAME)
    found |= dict.fromkeys((Feature(Kind.ACTOR, actor.id) for actor in article.actors), NAME)
    found |= dict.fromkeys((Feature(Kind.DAY, other.day.isoformat()) for other in article.spoken), DAY)
    return found
