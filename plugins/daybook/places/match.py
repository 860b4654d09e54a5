"""Longest match of the gazetteer's names over the words of an article."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from daybook.places.gazetteer import Gazetteer, Readings
from daybook.places.overlay import Overlay
from daybook.places.scene import Scene
from daybook.places.store import ABBREVIATION, CURATED

_WINDOW: Final = 7
"""Words in the longest name looked for."""
_LETTERS: Final = 60
"""Letters in the longest name looked for: a look-up's time grows with the square of its length."""
_WITHIN: Final = frozenset((" ", "\u00a0", "-", "‐", "‑", "–", "'", "’", "ʼ", "`", ".", ". "))
"""What may stand between two words of one name."""
_SMALL: Final = frozenset(
    [
        "of",
        "the",
        "and",
        "de",
        "del",
        "la",
        "las",
        "los",
        "le",
        "les",
        "el",
        "al",
        "an",
        "am",
        "sur",
        "da",
        "do",
        "di",
        "du",
        "e",
        "y",
        "den",
        "der",
        "upon",
        "on",
        "under",
        "a",
        "d",
        "l",
        "o",
        "s",
        "i",
        "es",
    ]
)
_ARTICLES: Final = frozenset(("al", "el"))
"""Small words that open a name with a hyphen behind them: `al-Mayadin`, `el-Sheikh`."""
_STOPPED: Final = frozenset(
    [
        "st",
        "ste",
        "mt",
        "ft",
        "u",
        "s",
        "n",
        "w",
        "e",
        "d",
        "c",
        "v",
        "a",
        "p",
        "r",
        "p",
        "l",
        "h",
        "j",
        "b",
        "g",
        "m",
        "va",
        "uk",
        "us",
    ]
)
"""Words behind which a full stop and a space may stand within a name: `St. John`, `W. Va`."""


@dataclass(frozen=True, slots=True)
class Match:
    """A name of the gazetteer in the text: words `first` to `last`, both included."""

    first: int
    last: int
    start: int
    end: int
    readings: Readings
    abbreviated: bool = False
    """Printed as an abbreviation: `Pa.`, `U.S.`, `UK`."""
    typed: bool = False
    """Its type stands behind it, in the plural."""


def matches(scene: Scene, gazetteer: Gazetteer, overlay: Overlay) -> Iterator[Match]:
    """Candidates at each word, longest first; they overlap, and the caller takes the first that holds."""
    for at, word in enumerate(scene.words):
        if word[0].isupper() or (word in _ARTICLES and scene.gap(at + 1) == "-"):
            yield from _at(scene, at, gazetteer, overlay)


def plural(scene: Scene, gazetteer: Gazetteer, types: frozenset[str]) -> Iterator[Match]:
    """`Cooke, Grayson and Love counties`: each by its own name, read with the type in the singular."""
    for at, word in enumerate(scene.folded):
        if word not in types:
            continue
        single = "county" if word == "counties" else word.removesuffix("es" if word == "parishes" else "s")
        end = at - 1
        while (
            end >= 0
            and scene.words[end][0].isupper()
            and (found := _item(scene, gazetteer, end, single)) is not None
        ):
            yield found
            end = found.first - 1
            if scene.gap(end + 1) == " " and scene.word(end) in {"and", "or"}:
                end -= 1
            elif not scene.gap(end + 1).startswith(","):
                break


def _item(scene: Scene, gazetteer: Gazetteer, end: int, single: str) -> Match | None:
    """The longest division's name that ends at a word."""
    for first in range(max(0, end - 2), end + 1):
        if any(scene.gap(k) != " " for k in range(first + 1, end + 1)):
            continue
        readings = gazetteer.readings(" ".join([*scene.folded[first : end + 1], single]))
        if readings.all and scene.words[first][0].isupper():
            return Match(first, end, scene.starts[first], scene.ends[end], readings, typed=True)
    return None


def _at(scene: Scene, at: int, gazetteer: Gazetteer, overlay: Overlay) -> Iterator[Match]:
    folded, gaps = scene.folded, scene.gaps
    window = folded[at]
    if len(window) > _LETTERS:
        return
    windows = [window]
    for here in range(at + 1, min(at + _WINDOW, len(folded))):
        gap = gaps[here]
        if gap not in _WITHIN or (gap == ". " and folded[here - 1] not in _STOPPED):
            break
        window += " " + folded[here]
        if len(window) - 1 > _LETTERS:
            break
        windows.append(window)
    for count in range(len(windows), 0, -1):
        key = windows[count - 1]
        if gazetteer.has(key) or key in overlay.places:
            found = _match(scene, at, count, overlay.readings(key, gazetteer))
            if found is not None:
                yield found


def _match(scene: Scene, at: int, count: int, readings: Readings) -> Match | None:
    last = at + count - 1
    start, end = scene.starts[at], scene.ends[last]
    printed = scene.layer[start:end]
    if not readings.all or not _cased(scene, at, last, readings):
        return None
    forms = readings.forms
    if ABBREVIATION in forms:
        stopped = scene.layer[end : end + 1] == "."
        letters = printed.replace(".", "").replace(" ", "")
        if "." in printed or (stopped and printed[1:].islower() and len(letters) > 1):
            return Match(at, last, start, end + stopped, readings, True)
        if letters.isupper() and len(letters) < 5 and count == 1:
            return Match(at, last, start, end, readings, True)
    if forms == {ABBREVIATION}:
        return None
    return Match(at, last, start, end, readings)


def _cased(scene: Scene, at: int, last: int, readings: Readings) -> bool:
    """Whether capitals stand where a name has them; names that people wrote down may end in small letters."""
    small = [k for k in range(at, last + 1) if not scene.words[k][0].isupper()]
    if all(scene.folded[k] in _SMALL or scene.words[k].isdigit() for k in small):
        return last not in small or scene.words[last].isdigit() or last == at
    return any(r.form == CURATED and not r.entry.name.istitle() for r in readings.all) or (
        any(r.form == CURATED and r.entry.kind == "site" for r in readings.all) and at not in small
    )
