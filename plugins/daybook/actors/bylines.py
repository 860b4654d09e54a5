"""Who wrote the article, as it says above or below the story: a source, and no actor of what it tells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from daybook.actors.lines import Line
from daybook.actors.scene import Found, Scene
from daybook.actors.shapes import is_given, name_at
from daybook.actors.tokens import Token, tokens
from daybook.values import Mention, Span

ROLE = "byline"
_BY = re.compile(r"(?:by|(?:written|story|report|reporting|photos?|text) by)[ :]+", re.I)
_MAKING = frozenset(["reporting", "writing", "editing"])
_MADE = frozenset(["written", "edited", "compiled", "translated", "photographs", "photos"])
_JOINERS = frozenset([",", "and", "&", ";"])
SHORT = 12
"""Words of a line that says nothing but who made the article."""
LONGEST = 240
"""Characters of a dropped line in which names are looked for."""


def dropped(scene: Scene) -> Iterator[Mention]:
    """The names in lines that cleaning set aside as byline."""
    for span in scene.text.dropped:
        if span.why in ("byline", "name") and span.end - span.start <= LONGEST:
            for start, end in _names(scene.layer, span):
                yield mention(scene, start, end)


def mention(scene: Scene, start: int, end: int) -> Mention:
    """The mention of one who made the article."""
    words = scene.layer[start:end]
    return Mention("source", " ".join(words.split()), words, start, end, scene.sentence_at(start), ROLE, ROLE)


def is_credit(line: Line) -> bool:
    """`(Reporting by Ann Sample; editing by Bo Example)`, and `Written by Ann Sample` where it is all there is."""
    head = [word.lower() for word in line.words[:4] if word[0].isalpha()]
    head = head[1:] if head[:1] == ["additional"] else head
    return head[1:2] == ["by"] and (head[0] in _MAKING or (head[0] in _MADE and len(line.words) <= SHORT))


def _names(layer: str, span: Span) -> Iterator[tuple[int, int]]:
    """Names one behind the other from the line's head on, the first behind `by` where the line says so."""
    text = layer[span.start : span.end]
    by = _BY.match(text)
    cut = list(tokens(layer, span.start + (by.end() if by else 0), span.end))
    words = [word for word, _ in cut]
    at = 0
    while at < len(words):
        stop = name_at(words, at)
        if stop - at < 2 or not _is_person(words[at:stop], span.why):
            return
        yield cut[at][1], _end(cut, stop - 1)
        at = stop
        while at < len(words) and words[at] in _JOINERS:
            at += 1
        if at == stop:
            return


def _is_person(words: Sequence[str], why: str) -> bool:
    """A line that is a name and nothing else needs no known given name."""
    return why == "name" or any(map(is_given, words))


def _end(cut: Sequence[Token], last: int) -> int:
    word, start = cut[last]
    return start + len(word)


def split(scene: Scene, found: Sequence[Found]) -> tuple[list[Found], list[Mention]]:
    """The actors, and the persons whom a line of credits names as makers of the article."""
    credits = {line.start for line in scene.lines if is_credit(line)}
    if not credits:
        return list(found), []
    actors, makers = [], []
    for body in found:
        if body.kind == "person" and _line_start(scene, body) in credits:
            makers.append(mention(scene, body.start, body.end))
        else:
            actors.append(body)
    return actors, makers


def _line_start(scene: Scene, body: Found) -> int:
    line = scene.line_at(body.start)
    return line.start if line else -1
