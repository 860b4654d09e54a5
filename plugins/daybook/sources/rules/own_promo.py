"""An outlet that advertises itself: two lines that cleaning dropped call something this outlet's own.

`WATCH: The Courier's Ann Smith …` and `Check out The Courier's live blog` on one page are The Courier's; a single
such line may have come with a quoted video.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from daybook.sources.rules._words import NAME, POSSESSIVE, mention, same
from daybook.values import CleanText, Mention, RawArticle

_OWNED = re.compile(NAME + POSSESSIVE)
_LONGEST = 400
"""Code points of a dropped line that are looked at: an outlet names itself at a promo's head."""
_PROMOS = frozenset({"promo", "video", "newsletter"})


def rule(raw: RawArticle, text: CleanText) -> Iterator[Mention]:
    first: list[re.Match[str]] = []
    for span in text.dropped:
        if span.why not in _PROMOS:
            continue
        match = _OWNED.search(raw.layer, span.start, min(span.end, span.start + _LONGEST))
        if match is None:
            continue
        earlier = next((m for m in first if same(m["name"], match["name"])), None)
        if earlier:
            yield mention(text, earlier, earlier["name"], "own-promo", "outlet")
            return
        first.append(match)
