"""What two articles share, in words that a reader knows from one of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache

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
    return _spelt(other.teaser, other.title, other.lang).get((id,), "") if kind == "word" else ""


@lru_cache(1 << 8)
def _spelt(teaser: str, title: str, lang: str) -> Mapping[tuple[str, ...], str]:
    """Its words by their terms, each as it stands there first."""
    words = list(_words(teaser, title))
    words.reverse()
    return dict(zip(terms_of_each(words, lang), words, strict=True))


def _words(teaser: str, title: str) -> Iterator[str]:
    """Of its beginning first, as a title may be all capitals."""
    for text in (teaser, title):
        capitals = text.isupper()
        for word in text.split():
            yield (word.lower() if capitals else word).strip("\"'“”‘’«»„()[]<>.,:;!?…*")
