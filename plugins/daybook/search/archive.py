"""The documents of an archive."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath

from daybook.content.authority import Authority
from daybook.content.markdown import plain
from daybook.search.document import Name, SearchDocument
from daybook.site.archive import Archive
from daybook.site.entries import Entry
from daybook.site.index import source_id
from daybook.values import Article

_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*\)")
_EMPHASIS = re.compile(r"(?<!\\)(?:\*\*|\*|__|(?<!\w)_|_(?!\w)|`)")
_MOST_ALIASES = 24
"""A name's other forms beyond these are left out; they are for finding, and some capitals have hundreds."""


def documents(
    archive: Archive, read: Callable[[str], Article], authority: Authority | None = None
) -> Iterator[SearchDocument]:
    """Every article, the undated among them. `read` gives one by its id, `authority` adds the other names that people know."""
    known = _known(authority) if authority else {}
    places = {id: _name(entry, known) for id, entry in archive.places.items()}
    actors = {id: _name(entry, known) for id, entry in archive.actors.items()}
    sources = {id: _name(entry, known) for id, entry in archive.sources.items() if id}
    for article in (*archive.articles, *archive.undated):
        yield SearchDocument(
            ref=article.id,
            title=article.title,
            address=archive.address[article.id],
            text=tuple(_text(read(article.id))),
            day=article.date.value if article.date else None,
            lang=article.lang,
            dir=article.dir,
            places=tuple(places[place.id] for place in article.places),
            cities=tuple(places[place.id] for place in article.told_of if place.kind == "city"),
            actors=tuple(actors[actor.id] for actor in article.actors),
            source=sources.get(source_id(article)),
        )


def _known(authority: Authority) -> dict[str, tuple[str, ...]]:
    known = {place.id: (place.name, *place.aliases) for place in authority.places}
    return known | {actor.id: (actor.name, *actor.aliases) for actor in authority.actors}


def _name(entry: Entry, known: dict[str, tuple[str, ...]]) -> Name:
    aliases = dict.fromkeys((*known.get(entry.id, ()), *entry.forms))
    aliases.pop(entry.name, None)
    return Name(entry.anchor or PurePosixPath(entry.address).stem, entry.name, tuple(aliases)[:_MOST_ALIASES])


def _text(article: Article) -> Iterator[str]:
    """The body's paragraphs without what Markdown adds to their words."""
    for paragraph in article.body:
        text = plain(_EMPHASIS.sub("", _LINK.sub(r"\1", paragraph)))
        if text.strip():
            yield text
