"""What the archive decides of an article's page: the values of its tokens (`daybook.site.late`)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from markupsafe import escape

from daybook.digest import Digest
from daybook.format import shortened
from daybook.site import addresses
from daybook.site.archive import Archive
from daybook.site.entries import Entry
from daybook.site.index import source_id
from daybook.site.links import relative

Values = dict[str, str]
_TITLE = 60
"""Characters of a neighbour's title."""


def in_order(archive: Archive) -> Iterator[tuple[Digest, Digest | None, Digest | None]]:
    """Every article with those before and after it in its day, or among the undated."""
    for held in (*archive.days.values(), archive.undated):
        for at, article in enumerate(held):
            yield article, held[at - 1] if at else None, held[at + 1] if at + 1 < len(held) else None


def values(
    archive: Archive, article: Digest, days: Iterable[str], before: Digest | None, after: Digest | None
) -> Values:
    """The value of every token. `days` are the ISO days that the page has tokens for."""
    own = archive.address[article.id]
    found: Values = {}
    for number, place in enumerate(article.places):
        _name(found, own, f"p{number}", archive.places[place.id])
    for number, actor in enumerate(article.actors):
        _name(found, own, f"a{number}", archive.actors[actor.id])
    _name(found, own, "s", archive.sources[source_id(article)])
    for iso in days:
        day = date.fromisoformat(iso)
        found[f"d{iso}"] = relative(own, addresses.day(day)) if day in archive.days else ""
    for letter, beside in (("b", before), ("n", after)):
        found[letter] = relative(own, archive.address[beside.id]) if beside else ""
        found[letter.upper()] = str(escape(shortened(beside.title, _TITLE))) if beside else ""
    return found


def _name(found: Values, own: str, token: str, entry: Entry) -> None:
    found[token] = relative(own, entry.address, entry.anchor)
    found[token[0].upper() + token[1:]] = str(escape(entry.name))
