"""What two articles share, in words that a reader knows from one of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from daybook.digest import Digest
from daybook.search.tokens import terms, terms_of_each
from daybook.site.archive import Archive
from daybook.site.related import Reason

_SHOWN = 3


def shared(archive: Archive, other: Digest, reasons: Iterable[Reason], quoted: Callable[[str], str]) -> str:
    """The first three reasons that can be told: names as the archive has them, words as the other article has them, `quoted`. Empty where none can."""
    told: list[str] = []
    known: set[str] = set()
    for kind, id in reasons:
        words = _told(archive, other, kind, id)
        stems = set(terms(words, other.lang))
        if words and not (stems and stems <= known) and len(told) < _SHOWN:
            known |= stems
            told.append(quoted(words) if kind == "word" else words)
    return ", ".join(told)


def _told(archive: Archive, other: Digest, kind: str, id: str) -> str:
    if kind == "place":
        return archive.places[id].name
    if kind == "actor":
        return archive.actors[id].name
    if kind == "word":
        words = list(_words(other))
        found = zip(words, terms_of_each(words, other.lang), strict=True)
        return next((word for word, terms in found if terms == (id,)), "")
    return ""


def _words(article: Digest) -> Iterator[str]:
    """Of its beginning first, as a title may be all capitals."""
    for text in (article.teaser, article.title):
        capitals = text.isupper()
        for word in text.split():
            yield (word.lower() if capitals else word).strip("\"'“”‘’«»„()[]<>.,:;!?…*")
