"""Whether an entry of places.yaml says enough: what the gazetteer knows under its id, or all of it by itself."""

from __future__ import annotations

from typing import Final

from daybook.content.authority import AuthorityPlace
from daybook.errors import SettingError
from daybook.places.fold import fold
from daybook.places.gazetteer import gazetteer

_NEEDED: Final = {"gn": ("kind", "lat", "lon"), "iso": ("kind", "lat", "lon"), "dayb": ("kind",)}
"""Ids that the gazetteer gives, and what an entry must say itself under one that it does not know. Such an id of
`dayb:` is that of a name found in articles, whose spot nobody knows."""
_NEAREST: Final = 3


def check(entry: AuthorityPlace, file: str) -> None:
    """Raise SettingError where an id of the gazetteer's kind is none of its own, and the entry lacks what it would tell."""
    missing = [key for key in _NEEDED.get(entry.id.partition(":")[0], ()) if getattr(entry, key) is None]
    if not missing or gazetteer().by_id(entry.id) is not None:
        return
    raise SettingError(
        f"{file}, entry {entry.id!r}: expected an id that the gazetteer has, found none of that number ({entry.name}); "
        f"{_nearest(entry)}, or give {' and '.join(missing)} as well"
    )


def _nearest(entry: AuthorityPlace) -> str:
    """The greatest places of the entry's names."""
    named = (name for name in (entry.name, *entry.aliases))
    found = {r.entry.id: r.entry for name in named for r in gazetteer().readings(fold(name)).all}
    best = sorted(found.values(), key=lambda each: (-each.population, each.id))[:_NEAREST]
    told = ", ".join(
        f"{each.name}{f' ({each.country})' if each.country else ''} is {each.id}" for each in best
    )
    return f"correct it: {told}" if told else "correct it, as no place of that name is known either"
