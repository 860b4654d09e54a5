"""Persons behind a title that the tagger overlooked: `Foreign Minister Ivan Sample`, `the mayor, Ann Sample,`."""

from __future__ import annotations

from collections.abc import Iterator

from daybook.actors.knowledge import calendar, load, person_titles
from daybook.actors.lexicon import flags
from daybook.actors.scene import Found, Line, Scene


def find(scene: Scene) -> Iterator[Found]:
    """A known given name and one to three capitalised words behind a title."""
    for line in scene.lines:
        if not line.shouted:
            for first in range(1, len(line.words)):
                last = _last(line, first)
                if last > first and _titled(line, first):
                    start, end = line.tokens[first][1], line.end(last)
                    yield Found(start, end, "person", " ".join(scene.layer[start:end].split()), "title")


def _titled(line: Line, first: int) -> bool:
    before = line.words[first - 1]
    if before == "," and first > 1:
        return line.words[first - 2].islower() and line.words[first - 2] in person_titles()
    return before.lower() in person_titles() or before.lower() in load("titles")["courtesy"]


def _last(line: Line, first: int) -> int:
    """The last word of a name that begins with a known given name at `first`; `first` itself where it ends there."""
    if "g" not in flags().get(line.words[first].lower(), "") or not line.words[first][0].isupper():
        return first
    last = first
    while last + 1 < len(line.words) and last - first < 3 and _surname(line.words[last + 1]):
        last += 1
    return last


def _surname(word: str) -> bool:
    known = flags().get(word.lower(), "")
    ordinary = word in calendar("weekdays") or word in calendar("months")
    return (
        len(word) > 1
        and word[0].isupper()
        and word.isalpha()
        and not ordinary
        and not set("ontml") & set(known)
    )
