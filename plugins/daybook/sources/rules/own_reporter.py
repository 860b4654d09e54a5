"""An outlet's own reporter in the text, and the outlet alone on a credit line that cleaning dropped."""

from __future__ import annotations

import re
from collections.abc import Iterator

from daybook.sources.rules._words import NAME, PERSON, POSSESSIVE, mention, same
from daybook.values import CleanText, Mention, RawArticle

_REPORTED = re.compile(
    NAME
    + POSSESSIVE
    + r" (?:own )?"
    + PERSON
    + r" (?:has |have )?(?:report(?:s|ed|ing)?|contributed|writes)\b"
)


def rule(raw: RawArticle, text: CleanText) -> Iterator[Mention]:
    credits = [raw.layer[s.start : s.end].strip() for s in text.dropped if s.end - s.start <= 80]
    for paragraph in text.paragraphs:
        for match in _REPORTED.finditer(raw.layer, paragraph.start, paragraph.end):
            if any(same(match["name"], credit) for credit in credits):
                yield mention(text, match, match["name"], "own-reporter", "outlet")
