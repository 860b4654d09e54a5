"""Names in a headline of capitals, where no capital tells a name: its single words are those that the text names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from daybook.actors.folding import plain_fold
from daybook.actors.knowledge import company_suffixes
from daybook.actors.scene import Found, Scene
from daybook.content.apart import Apart


def quieted(scene: Scene, found: Sequence[Found], apart: Apart) -> list[Found]:
    """Without what the tagger sees in a single word of such a headline, unless the text below has one name with it."""
    loud = next((line for line in scene.lines if line.sentence is None and line.shouted), None)
    if loud is None or len(scene.lines) == 1:
        return list(found)
    stop = loud.end(len(loud.tokens) - 1)
    below = [body for body in found if not loud.start <= body.start < stop]
    out = []
    for body in found:
        if loud.start <= body.start < stop and body.seen and " " not in body.name:
            named = {other.id or other.name: other for other in _named(body, below)}
            one = next(iter(named.values())) if len(named) == 1 else None
            if one and not apart.keeps_names(body.name, one.id or one.name):
                out.append(replace(body, kind=one.kind, name=one.name, country=one.country, id=one.id))
        else:
            out.append(body)
    return out


def _named(body: Found, below: Sequence[Found]) -> Iterator[Found]:
    """The names below that begin or end with a word, or that it is the acronym of."""
    word = plain_fold(body.name)
    for other in below:
        words = plain_fold(other.name).split()
        if word and words and (word in (words[0], words[-1]) or body.name == _acronym(other)):
            yield other


def _acronym(body: Found) -> str:
    """The capitals that a body's words begin with, its form of company aside."""
    words = [word for word in body.name.split() if word[0].isupper() and word not in company_suffixes()]
    return "".join(word[0] for word in words) if body.kind == "organisation" and len(words) > 1 else ""
