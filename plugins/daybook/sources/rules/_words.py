"""What the rules share: how a name with a possessive looks, and where a mention's sentence is."""

from __future__ import annotations

import re
from typing import Literal

from daybook.values import CleanText, Mention

_WORD = r"[A-Z](?:[\w/&.-]{0,40}\w)?"
NAME = rf"(?<![\w/&.-])(?P<name>{_WORD}(?: {_WORD}){{0,5}})"
POSSESSIVE = r"[’'](?:s\b)?"
PERSON = r"[A-Z][\w’'-]{1,30}(?: [A-Z][\w.’'-]{0,30}){1,3}"

_ARTICLE = re.compile(r"^the (?=[A-Z])", re.IGNORECASE)


def same(name: str, other: str) -> bool:
    """Whether two forms name one outlet, `The` and case aside."""
    return _ARTICLE.sub("", name).casefold() == _ARTICLE.sub("", other).casefold()


def mention(
    text: CleanText, match: re.Match[str], target: str, rule: str, role: Literal["outlet", "agency"]
) -> Mention:
    """The `name` group of a match on the layer as a mention of a source."""
    start, end = match.span("name")
    sentence = next((s.id for s in text.sentences if s.start <= start and end <= s.end), None)
    return Mention("source", target, match["name"], start, end, sentence, rule, role)
