"""Outlets of the press: by the address of their site, or by a noun such as `newspaper` behind their name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from daybook.actors.knowledge import load
from daybook.actors.lines import Line
from daybook.actors.scene import Found, Scene

_SITE = re.compile(r"(?<![\w@./:-])[A-Z][\w-]{1,40}\.(?:com|org|net|info|news|[a-z]{2})(?![\w@/.-]*\w)")


def find(scene: Scene) -> Iterator[Found]:
    """`Example.com` in running text, and what the tagger names before `newspaper`, `television` or `news agency`."""
    for line in scene.lines:
        yield from _sites(scene, line)
        yield from _before_noun(scene, line)


def _sites(scene: Scene, line: Line) -> Iterator[Found]:
    for match in _SITE.finditer(scene.layer, line.tokens[0][1], line.end(len(line.tokens) - 1)):
        yield Found(match.start(), match.end(), "organisation", match[0].rsplit(".", 1)[0], "site")


def _before_noun(scene: Scene, line: Line) -> Iterator[Found]:
    nouns = load("names")["outlet_nouns"]
    for number, word in enumerate(line.words[1:], 1):
        if word in nouns:
            start, end = line.tokens[number - 1][1], line.end(number - 1)
            name = scene.names.covering(start, end)
            if name and name.end == end and name.label in ("other", "person"):
                yield Found(name.start, end, "organisation", scene.layer[name.start : end], "outlet-noun")
