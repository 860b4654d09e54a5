"""An agency that speaks of its own work: `documents reviewed by The Associated Press`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from daybook.clean.agencies import agency
from daybook.sources.rules._words import NAME, mention
from daybook.values import CleanText, Mention, RawArticle

_WORK = re.compile(
    r"\b(?:documented|verified|reviewed|obtained|seen|viewed|analy[sz]ed|tallied|conducted) by (?:the )?"
    + NAME
)


def rule(raw: RawArticle, text: CleanText) -> Iterator[Mention]:
    for paragraph in text.paragraphs:
        for match in _WORK.finditer(raw.layer, paragraph.start, paragraph.end):
            name = agency(match["name"])
            if name:
                yield mention(text, match, name, "own-work", "agency")
