"""What only the whole archive can say of a place: which town of a name it speaks of where it leaves no doubt."""

from __future__ import annotations

import collections
import dataclasses
from collections.abc import Iterator, Sequence
from typing import Final

from daybook.content.authority import Authority
from daybook.draft import Draft
from daybook.places.fold import fold
from daybook.places.gazetteer import gazetteer
from daybook.places.overlay import Overlay, overlay
from daybook.places.told import told_apart
from daybook.places.weight import weigh
from daybook.values import Mention, Place, Rival

_STATED: Final = frozenset({"stated", "authority"})
_SUPPORTED: Final = frozenset({"region", "near", "country", "home"})
_CERTAIN: Final = 0.9
"""Confidence from which what the article's own geography settled speaks for other articles."""
_OPEN: Final = frozenset({"population", "manner", "unlisted"})
_DOUBTFUL: Final = 0.5
"""Confidence under which a place is open that the article's own geography settled."""
_UNSURE: Final = 0.7
_DOMINANT: Final = 0.95
"""Confidence under which a place is open that nothing settled: for all of the archive, and for several articles of the
same outlet. Nobody states the country of a world city, so what is stated says nothing of those."""
_MAJORITY: Final = 2 / 3
"""Share of the certain articles that one place of a name needs."""
_RIVALS: Final = 3


@dataclasses.dataclass(slots=True)
class _Said:
    """What the certain articles of an outlet, or of the archive, mean by one name."""

    votes: collections.Counter[str] = dataclasses.field(default_factory=collections.Counter)
    """Articles by the place's id."""
    places: dict[str, Place] = dataclasses.field(default_factory=dict)

    def clear(self, least: int) -> tuple[Place, float] | None:
        """The place that most mean, with how sure that makes it; None where they are few or at odds."""
        if not self.votes:
            return None
        (id, most), total = (
            min(self.votes.most_common(), key=lambda vote: (-vote[1], vote[0])),
            self.votes.total(),
        )
        if most < least or most < _MAJORITY * total:
            return None
        return self.places[id], most / (total + 1)


_Index = dict[tuple[str, str], _Said]
"""By outlet and folded name; the outlet is empty for the whole archive."""


def settle(drafts: Sequence[Draft], authority: Authority) -> list[Draft]:
    """The drafts in their order, places that one article leaves open settled by the articles that tell them apart:
    those of the same outlet first, then all."""
    said = _said(drafts)
    own = overlay(authority)
    return [_settled(draft, said, own) for draft in drafts]


def _said(drafts: Sequence[Draft]) -> _Index:
    index: _Index = collections.defaultdict(_Said)
    for draft in drafts:
        votes = {(key, place.id): place for place, key, _ in _names(draft) if _certain(place)}
        for outlet in {"", _outlet(draft)}:
            for (key, id), place in votes.items():
                index[outlet, key].votes[id] += 1
                index[outlet, key].places[id] = place
    return index


def _names(draft: Draft) -> Iterator[tuple[Place, str, list[Mention]]]:
    """Each place with each folded name by which the article calls it, and the mentions."""
    called: dict[str, dict[str, list[Mention]]] = {}
    for mention in draft.mentions:
        if mention.kind == "place" and mention.role != "demonym":
            called.setdefault(mention.target, {}).setdefault(fold(mention.words), []).append(mention)
    for place in draft.places:
        for key, mentions in called.get(place.id, {}).items():
            yield place, key, mentions


def _outlet(draft: Draft) -> str:
    named = (m.target for m in draft.mentions if m.kind == "source" and m.role == "outlet")
    return (draft.raw.stated.outlet or next(named, "")).casefold()


def _certain(place: Place) -> bool:
    if place.lat is None:
        return False
    return place.why in _STATED or (place.why in _SUPPORTED and place.confidence >= _CERTAIN)


def _open(place: Place) -> bool:
    within = _DOUBTFUL if place.why in _SUPPORTED else _DOMINANT
    return (place.why in _OPEN or place.why in _SUPPORTED) and place.confidence < within


def _settled(draft: Draft, said: _Index, own: Overlay) -> Draft:
    """The draft with its open places settled; the same value where none is."""
    found = []
    for place, key, mentions in _names(draft):
        if _open(place) and (choice := _choice(place, key, _outlet(draft), said, own)) is not None:
            found.append((place, mentions, *choice))
    for place, mentions, chosen, confidence in found:
        draft = _with(draft, place, mentions, chosen, confidence)
    there = {f"place {place.id}" for place in draft.places}
    rivals = tuple(r for r in draft.rivals if r.of in there or not r.of.startswith("place "))
    return draft if rivals == draft.rivals else dataclasses.replace(draft, rivals=rivals)


def _choice(place: Place, key: str, outlet: str, said: _Index, own: Overlay) -> tuple[Place, float] | None:
    """What the outlet's, else the archive's certain articles mean by a name, if the name can mean it."""
    choice, unsure = None, place.confidence < _UNSURE
    if outlet and (outlet, key) in said:
        choice = said[outlet, key].clear(least=1 if unsure else 2)
    if choice is None and unsure and ("", key) in said:
        choice = said["", key].clear(least=2)
    if choice is None or all(r.entry.id != choice[0].id for r in own.readings(key, gazetteer()).all):
        return None
    return choice


def _with(draft: Draft, old: Place, mentions: Sequence[Mention], chosen: Place, sure: float) -> Draft:
    """The draft with mentions of one place given to another, and the old choice as its rival."""
    sure = round(max(sure, old.confidence) if old.id == chosen.id else sure, 2)
    aliases = tuple(dict.fromkeys(m.words for m in mentions if m.words != chosen.name))
    new = dataclasses.replace(chosen, aliases=aliases, role="", confidence=sure, why="archive")
    moved = set(mentions)
    spoken = tuple(dataclasses.replace(m, target=new.id) if m in moved else m for m in draft.mentions)
    places = {place.id: place for place in draft.places if place.id != old.id or old.id != new.id}
    told = weigh((places | {new.id: places.get(new.id, new)}).values(), spoken)
    return dataclasses.replace(draft, places=told, mentions=spoken, rivals=_rivals(draft.rivals, old, new))


def _rivals(known: Sequence[Rival], old: Place, new: Place) -> tuple[Rival, ...]:
    """The rivals of an article after one place took another's names: what was chosen first stands before the others."""
    passed = [r for r in known if r.of == f"place {old.id}" and r.target != new.id]
    if old.id != new.id:
        score = round(old.confidence * (1.0 - new.confidence), 2)
        passed.insert(0, Rival("", old.id, told_apart(old), score, old.why))
    again = [dataclasses.replace(rival, of=f"place {new.id}") for rival in passed[:_RIVALS]]
    return (
        (*known, *again) if old.id != new.id else (*(r for r in known if r.of != f"place {old.id}"), *again)
    )
