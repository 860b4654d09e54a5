"""All places of an article, on one screen: match, accept, resolve, give roles."""

from __future__ import annotations

import collections
from typing import TYPE_CHECKING, Final

from daybook.content.authority import Authority, Outlet
from daybook.places import accept, match, persons, resolve, roads, roles
from daybook.places.context import context
from daybook.places.extend import extend
from daybook.places.fold import fold
from daybook.places.gazetteer import Entry, gazetteer
from daybook.places.home import home
from daybook.places.overlay import Overlay, overlay
from daybook.places.scene import Scene, scene
from daybook.places.stage import Stage
from daybook.places.told import Toponym, tell
from daybook.places.unlisted import unlisted
from daybook.values import CleanText, Mention, Place, RawArticle, Rival

if TYPE_CHECKING:
    from daybook.actors.names import Names


_KNOWN_ABROAD: Final = 200_000
"""Inhabitants from which a town is spoken of in articles about elsewhere."""
_SUPPORTED: Final = 2.5
"""Points around a name that alone make it a place."""


def find(
    raw: RawArticle, text: CleanText, names: Names, outlet: Outlet | None, authority: Authority
) -> tuple[tuple[Place, ...], tuple[Mention, ...], tuple[Rival, ...]]:
    """The places of an article, their mentions, in order, and the places of the same names that were passed over. Spans never overlap, and `layer[start:end] == words`."""
    # 1  the words, and every name of the gazetteer among them
    seen, own = scene(raw, text, names), overlay(authority)
    stage = _stage(seen, own)
    # 2  which of them are toponyms here
    rules = accept.accept(stage)
    # 3  which place each means, and how far its name reaches
    meanings = resolve.resolve(seen, stage.taken, home(seen, outlet, own))
    # 4  what each does in its sentence
    found = []
    for toponym, (rule, points), meant in zip(stage.taken, rules, meanings, strict=True):
        if not _fits(meant, points):
            continue
        role = roles.role(roles.Met(seen, toponym, meant.entry))
        longer, whole = extend(stage, toponym, own.rename(meant.entry))
        found.append(Toponym(longer.start, longer.end, whole, rule, role, meant))
    # 5  roads, and places that the tagger alone knows
    found += _others(stage, {f.start for f in found})
    # 6  without what the archive says that a name never means; the gazetteer's places were never offered for it
    found = [f for f in found if not own.apart.keeps_names(seen.layer[f.start : f.end], f.entry.id)]
    return tell(seen, _apart(found))


def _fits(meant: resolve.Meant, points: float) -> bool:
    """Whether a small town is credible: it has support around its name, or the article speaks of its country and parts."""
    entry = meant.entry
    if meant.why == "unlisted":
        return points >= _SUPPORTED
    if entry.kind != "city" or entry.lat is None or entry.population >= _KNOWN_ABROAD or points >= _SUPPORTED:
        return True
    return meant.fit >= (0.15 if points >= 1.5 else 0.5 if points >= 0.7 else 1.0)


def _stage(seen: Scene, own: Overlay) -> Stage:
    known = gazetteer()
    at: dict[int, list[match.Match]] = collections.defaultdict(list)
    for found in match.plural(seen, known, context().types):
        at[found.first].append(found)
    for found in match.matches(seen, known, own):
        at[found.first].append(found)
    ways = roads.roads(seen)
    on_ways = frozenset(word for first, last in ways for word in range(first, last + 1))
    barred = _barred(seen, own.never) if own.never else []
    return Stage(seen, known, at, own.never, barred, persons.surnames(seen, known), ways, on_ways)


def _barred(seen: Scene, never: frozenset[str]) -> list[tuple[int, int]]:
    """Where words stand that the archive says are no name, of two words and more."""
    phrases = [phrase.split() for phrase in sorted(never) if " " in phrase]
    openings = {phrase[0] for phrase in phrases}
    return [
        (at, at + len(phrase) - 1)
        for at, word in enumerate(seen.folded)
        if word in openings
        for phrase in phrases
        if seen.folded[at : at + len(phrase)] == phrase
    ]


def _others(stage: Stage, taken: set[int]) -> list[Toponym]:
    seen, made = stage.scene, []
    for first, last in stage.roads:
        start, end = seen.starts[first], seen.ends[last]
        words = seen.layer[start:end]
        entry = Entry("dayb:" + fold(words).replace(" ", "-"), words, "site", "", None, None, 0, "", "")
        made.append(Toponym(start, end, entry, "road", "address", resolve.alone(entry, 1.0)))
    known = sorted({seen.starts[at] for at in stage.at} | taken)
    for start, end, entry, sure in unlisted(seen, known, stage.persons):
        if fold(seen.layer[start:end]) in stage.never:
            continue
        made.append(Toponym(start, end, entry, "tagger", "event", resolve.alone(entry, sure)))
    return made


def _apart(found: list[Toponym]) -> list[Toponym]:
    """In order, without overlaps: the earlier and longer one stays."""
    kept: list[Toponym] = []
    for one in sorted(found, key=lambda f: (f.start, -f.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept
