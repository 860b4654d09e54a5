"""A person's first and last name with their forms in other tongues and alphabets made equal."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from daybook.actors.folding import fold
from daybook.actors.knowledge import load

# Endings that Belarusian and German spelling give the same surname: -enka, -tschow.
_ENDINGS = ((re.compile(r"(?<=en)ka$"), "ko"), (re.compile(r"(?<=[cs]h)ov$"), "ev"))


@lru_cache(maxsize=1 << 16)
def ends(name: str) -> tuple[str, ...]:
    """First and last word of a person's name, folded; the one word of a name of one."""
    words = fold(name).split()
    return (words[0], words[-1]) if len(words) > 1 else tuple(words)


@lru_cache(maxsize=1 << 16)
def same_ends(name: str) -> tuple[str, ...]:
    """`ends` with forms of one given name made one: Serhiy and Sergei, Muhammad and Mohammed; `()` for a name of one."""
    found = ends(name)
    if len(found) < 2:
        return ()
    return (given(found[0]), surname(found[1]))


def given(folded: str) -> str:
    """The first of the forms of a folded given name; itself where it has none."""
    return _forms("given").get(folded) or _forms("any").get(folded, folded)


def surname(folded: str) -> str:
    """A folded surname without what one tongue alone makes of it."""
    for pattern, to in _ENDINGS:
        folded = pattern.sub(to, folded)
    return _forms("any").get(folded, folded)


@cache
def _forms(which: str) -> dict[str, str]:
    return {fold(form): fold(row[0]) for row in load("name_forms")[which] for form in row}
