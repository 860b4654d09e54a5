"""The sentences of an article that name a place or an actor, with the very words marked."""

from __future__ import annotations

from collections.abc import Iterable

from daybook.values import Mention


def named_as(mentions: Iterable[Mention]) -> tuple[str, ...]:
    """The forms of the name that an article uses, in the order met."""
    return tuple(dict.fromkeys(" ".join(m.words.split()) for m in mentions))
