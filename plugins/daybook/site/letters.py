"""A long list of names, cut by what they begin with: by the first letter, a long letter by the first two, and so on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from text_unidecode import unidecode

LONGEST = 400
"""Names on one page of a list."""
_DEEPEST = 40
"""Letters of a name that are looked at; names that differ in later ones alone stand on one page."""


def letters_of(name: str) -> str:
    """The letters and digits of a name's beginning, in ASCII and small; `0` for a name of signs alone."""
    words = name if name.isascii() else unidecode(name[:100])
    return "".join(filter(str.isalnum, words.lower())) or "0"


def cut(names: Mapping[str, str]) -> dict[str, str]:
    """Names by id: the beginning whose page each stands on, `c` or `com`; empty where the list is not cut."""
    if len(names) <= LONGEST:
        return dict.fromkeys(names, "")
    found: dict[str, str] = {}
    _cut("", [(letters_of(name)[:_DEEPEST], id) for id, name in names.items()], found)
    return found


def above(beginning: str) -> Iterable[str]:
    """The shorter beginnings that lead to one, the shortest first: `com` lies below `c` and `co`."""
    return (beginning[:size] for size in range(1, len(beginning)))


def _cut(beginning: str, held: list[tuple[str, str]], found: dict[str, str]) -> None:
    """Names that are no longer than the beginning stay on its page."""
    if beginning and len(held) <= LONGEST:
        found.update((id, beginning) for _, id in held)
        return
    longer: dict[str, list[tuple[str, str]]] = {}
    for letters, id in held:
        if letters == beginning:
            found[id] = beginning
        else:
            longer.setdefault(letters[: len(beginning) + 1], []).append((letters, id))
    for next_one, some in longer.items():
        _cut(next_one, some, found)
