"""All places of an article, on one screen: match, accept, resolve, give roles."""

from __future__ import annotations

import collections
import dataclasses
from typing import TYPE_CHECKING

from daybook.content.authority import Authority
from daybook.places import accept, match, persons, resolve, roles
from daybook.places.gazetteer import Entry, gazetteer
from daybook.places.overlay import overlay
from daybook.places.scene import scene
from daybook.places.stage import Stage
from daybook.values import CleanText, Mention, Place, RawArticle

if TYPE_CHECKING:
    from daybook.actors.names import Names


def find(raw: RawArticle, text: CleanText, names: Names, authority: Authority) -> tuple[tuple[Place, ...], tuple[Mention, ...]]:
    """The places of an article and their mentions, in order. Spans never overlap, and `layer[start:end] == words`."""
    # 1  the words, and every name of the gazetteer among them
    seen, known, own = scene(raw, text, names), gazetteer(), overlay(authority)
    at: dict[int, list[match.Match]] = collections.defaultdict(list)
    for found in match.matches(seen, known, own):
        at[found.first].append(found)
    # 2  which of them are toponyms here
    stage = Stage(seen, known, at, own.never, persons.surnames(seen, known))
    rules = accept.accept(stage)
    # 3  which place each means
    entries = resolve.resolve(seen, stage.taken, _home(raw, authority))
    # 4  what each does in its sentence
    mentions = []
    places: dict[str, Place] = {}
    for toponym, rule, (entry, share) in zip(stage.taken, rules, entries, strict=True):
        entry = own.rename(entry)
        role = roles.role(roles.Met(seen, toponym, entry))
        words = raw.layer[toponym.start : toponym.end]
        sentence = seen.sentence_at(toponym.start)
        mentions.append(Mention("place", entry.id, words, toponym.start, toponym.end, sentence, rule, role))
        places[entry.id] = _with_alias(places.get(entry.id), entry, words, share, role)
    return tuple(places.values()), tuple(mentions)




def _home(raw: RawArticle, authority: Authority) -> resolve.Home:
    """The outlet's home, where the article states its outlet and the authority knows it."""
    stated = (raw.stated.outlet or "").casefold()
    for outlet in authority.sources:
        if stated and stated in {name.casefold() for name in (outlet.name, *outlet.aliases)}:
            return resolve.Home(country=outlet.country or "")
    return resolve.Home()


def _with_alias(place: Place | None, entry: Entry, words: str, share: float, role: str) -> Place:
    place = place or dataclasses.replace(entry.place, confidence=round(share, 2))
    if role != "demonym" and words != place.name and words not in place.aliases:
        place = dataclasses.replace(place, aliases=(*place.aliases, words))
    return place
