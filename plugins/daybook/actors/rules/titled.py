"""Persons behind a title that the tagger overlooked: `Foreign Minister Ivan Sample`, `the mayor, Ann Sample,`."""

from __future__ import annotations

from collections.abc import Iterator

from daybook.actors.countries import owners
from daybook.actors.knowledge import calendar, load, role_heads
from daybook.actors.lexicon import flags
from daybook.actors.lines import Line
from daybook.actors.scene import Found, Scene

LONGEST_ROLE = 12
"""Words between the head of a role and the comma before the name, at most: `the head of the … of the …, Ann Sample`."""


def find(scene: Scene) -> Iterator[Found]:
    """Two to four capitalised words behind a title: known by the given name, or by commas on both sides."""
    for line in scene.lines:
        if not line.shouted:
            for first in range(1, len(line.words)):
                last = _last(line, first)
                if last > first and (_titled(line, first) or _apposed(scene, line, first, last)):
                    start, end = line.tokens[first][1], line.end(last)
                    yield Found(start, end, "person", " ".join(scene.layer[start:end].split()), "title")


def _titled(line: Line, first: int) -> bool:
    """A title right before a known given name, or before it and a comma."""
    if not _is_given(line.words[first]):
        return False
    before = line.words[first - 1]
    if before == "," and first > 1:
        return line.words[first - 2].islower() and line.words[first - 2] in role_heads()
    return before.lower() in role_heads() or before.lower() in load("titles")["courtesy"]


def _apposed(scene: Scene, line: Line, first: int, last: int) -> bool:
    """`the head of …, Name Name,`: a role in common words between the last mark and the comma, no known place behind."""
    words = line.words
    closed = last + 1 == len(words) or words[last + 1] in (",", ".")
    if words[first - 1] != "," or not closed or scene.toponym_at.get(line.tokens[first][1]):
        return False
    begin = first - 2
    while (
        begin >= 0
        and first - begin < LONGEST_ROLE
        and words[begin] not in (",", ";", ":", "(", ")", '"', "“", "”")
    ):
        begin -= 1
    role = words[begin + 1 : first - 1]
    heads = [i for i, word in enumerate(role) if word in role_heads()]
    return bool(heads) and (heads[-1] + 1 == len(role) or role[heads[-1] + 1] in ("of", "for", "at", "in"))


def _last(line: Line, first: int) -> int:
    """The last word of the name that begins at `first`; `first` itself where none does."""
    if not _is_name(line.words[first]) or line.words[first].lower() in role_heads():
        return first
    last = first
    while last + 1 < len(line.words) and last - first < 3 and _is_name(line.words[last + 1]):
        last += 1
    return first if (line.words[first],) in owners() else last


def _is_given(word: str) -> bool:
    return "g" in flags().get(word.lower(), "")


def _is_name(word: str) -> bool:
    ordinary = word in calendar("weekdays") or word in calendar("months")
    known = set(flags().get(word.lower(), "")) - (set("n") if _is_given(word) else set())
    return (
        len(word) > 1
        and word[0].isupper()
        and word.isalpha()
        and not ordinary
        and (_is_given(word) or not set("ontml") & known)
    )
