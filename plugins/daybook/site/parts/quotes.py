"""The sentences of an article that name a place or an actor, with the very words marked."""

from __future__ import annotations

from collections.abc import Iterable

from daybook.digest import Quote
from daybook.values import Mention

LONGEST = 240
"""Characters of a sentence in a list; the article has the whole of it."""
_BEFORE = 80
"""Characters that a cut sentence keeps before the first words marked."""


def named_as(mentions: Iterable[Mention]) -> tuple[str, ...]:
    """The forms of the name that an article uses, in the order met."""
    return tuple(dict.fromkeys(" ".join(m.words.split()) for m in mentions))


def cut(quote: Quote, longest: int = LONGEST) -> Quote:
    """The sentence, a long one cut between words to what stands around the first words marked."""
    whole = "".join([text for text, _ in quote.pieces])
    if len(whole) <= longest:
        return quote
    first, last = _first_mark(quote)
    start = 0
    if last > longest:
        start = whole.find(" ", max(0, min(first - _BEFORE, len(whole) - longest)), first) + 1 or first
    end = min(len(whole), start + longest)
    if end < len(whole):
        end = max(whole.rfind(" ", last, end), min(last, end))
    kept: list[tuple[str, bool]] = [("… ", False)] if start else []
    at = 0
    for text, marked in quote.pieces:
        part = text[max(0, start - at) : max(0, end - at)]
        at += len(text)
        if part:
            kept.append((part, marked))
    return Quote(quote.anchor, (*kept, ("…", False)) if end < len(whole) else tuple(kept))


def _first_mark(quote: Quote) -> tuple[int, int]:
    """Where the first words marked begin and end; both 0 where there are none."""
    at = 0
    for text, marked in quote.pieces:
        if marked:
            return at, at + len(text)
        at += len(text)
    return 0, 0
