"""The parts of a person's name, with their forms in other tongues and alphabets made equal."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from daybook.actors.folding import fold
from daybook.actors.knowledge import load

# Endings that Belarusian and German spelling give the same surname: -enka, -tschow.
_ENDINGS = ((re.compile(r"(?<=en)ka$"), "ko"), (re.compile(r"(?<=[cs]h)ov$"), "ev"))


_LATER = re.compile(r"[,\s]{1,9}(Jr|Sr|Jnr|Snr|II|III|IV|Esq|M\.?D|Ph\.?D)\.?$", re.IGNORECASE)
"""What stands behind a name and is no surname."""
_YOUNGER = {"jnr": "jr", "snr": "sr", "esq": "", "md": "", "phd": ""}
_INITIALS = re.compile(r"\b([A-Z])\.(?=[A-Z]\b)")
_PARTICLES = frozenset(
    [
        "al",
        "el",
        "bin",
        "ibn",
        "ben",
        "abu",
        "de",
        "da",
        "di",
        "la",
        "le",
        "van",
        "von",
        "der",
        "den",
        "dos",
        "san",
    ]
)


def proper(name: str) -> str:
    """The name without what stands behind the surname: Jr, III, M.D."""
    return _LATER.sub("", name)


def generation(name: str) -> str:
    """What tells father from son: `jr`, `sr`, `iii`; empty where nothing does."""
    found = _LATER.search(name)
    later = found[1].lower().replace(".", "") if found else ""
    return _YOUNGER.get(later, later)


@lru_cache(maxsize=1 << 16)
def words(name: str) -> tuple[str, ...]:
    """The folded words of a person's proper name."""
    return tuple(fold(_INITIALS.sub(r"\1. ", proper(name))).split())


def ends(name: str) -> tuple[str, ...]:
    """First and last word of a person's name, folded; the one word of a name of one."""
    found = words(name)
    return (found[0], found[-1]) if len(found) > 1 else found


def same_ends(name: str) -> tuple[str, ...]:
    """`ends` with forms of one given name made one: Serhiy and Sergei, Muhammad and Mohammed; `()` for a name of one."""
    found = ends(name)
    return (given(found[0]), surname(found[1])) if len(found) == 2 else ()


def middle(name: str) -> tuple[str, ...]:
    """The words between the two ends, particles aside."""
    return tuple(word for word in words(name)[1:-1] if word not in _PARTICLES)


def agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two middles may be one person's: one is left out, or both are alike word by word or by their initials."""
    if not one or not other:
        return True
    return len(one) == len(other) and all(
        a == b or (min(len(a), len(b)) == 1 and a[0] == b[0]) for a, b in zip(one, other, strict=True)
    )


def alike(one: str, other: str) -> bool:
    """Whether two names of the same ends may be one person's."""
    later = {generation(one), generation(other)} - {""}
    return len(later) < 2 and agree(middle(one), middle(other))


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
