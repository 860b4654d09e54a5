"""An article as it stands in a list."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from daybook.digest import Digest
from daybook.site.archive import Archive
from daybook.site.index import source_id
from daybook.site.parts.refs import Ref, to_actor, to_place, to_source
from daybook.words import Words

_NAMES = 5


class Line(NamedTuple):
    """As much of an article as a list needs that shows neither its lead nor the names in it."""

    title: str
    address: str
    day: date | None
    time: str
    """`07:33`, or empty."""
    source: Ref | None
    """None where the article names neither outlet nor agency."""
    agency: str
    """Whose copy the outlet prints; empty where it is none or the source itself."""
    lang: str
    """Empty where it is the site's own."""
    dir: str
    """Empty where it is that of the site's own language."""


def line(article: Digest, archive: Archive, words: Words) -> Line:
    """The article in a list of a site that speaks a language."""
    source, found = source_id(article), article.date
    return Line(
        title=article.title,
        address=archive.address[article.id],
        day=found.value if found else None,
        time=(found.time or "") if found else "",
        source=to_source(archive.sources[source]) if source else None,
        agency=agency if (agency := article.source.agency or "") != source else "",
        lang=article.lang if article.lang != words.lang else "",
        dir=article.dir if article.dir != words.dir else "",
    )


@dataclass(frozen=True, slots=True)
class Card:
    """Title, lead and the names that tell a reader whether to open the article."""

    title: str
    address: str
    day: date | None
    time: str
    """`07:33`, or empty."""
    lead: str
    """At most 320 characters; the second paragraph where the lead only repeats the title."""
    source: Ref | None
    """None where the article names neither outlet nor agency."""
    agency: str
    """Whose copy the outlet prints; empty where it is none or the source itself."""
    places: tuple[Ref, ...]
    """Those it tells of, towns first, at most five."""
    actors: tuple[Ref, ...]
    """The most mentioned first, at most five; neither who wrote it nor a name that stands among the places."""
    lang: str
    """Empty where it is the site's own."""
    dir: str
    """Empty where it is that of the site's own language."""


def card(article: Digest, archive: Archive, words: Words) -> Card:
    """The article in a list of a site that speaks a language, with lead and names."""
    own = line(article, archive, words)
    places = sorted(article.told_of, key=lambda p: (p.kind != "city", -article.of(p.id).mentions, p.id))[
        :_NAMES
    ]
    shown = {archive.places[p.id].name for p in places} | _by(article)
    actors = sorted(article.actors, key=lambda a: (-article.of(a.id).mentions, a.id))
    actors = [a for a in actors if archive.actors[a.id].name.removeprefix("The ") not in shown]
    return Card(
        title=own.title,
        address=own.address,
        day=own.day,
        time=own.time,
        lead=article.teaser,
        source=own.source,
        agency=own.agency,
        places=tuple(to_place(archive.places[p.id]) for p in places),
        actors=tuple(to_actor(archive.actors[a.id]) for a in actors[:_NAMES]),
        lang=own.lang,
        dir=own.dir,
    )


def _by(article: Digest) -> set[str]:
    """Who published and wrote the article."""
    source = article.source
    stated = filter(None, (source.outlet, source.agency, source.byline))
    return {name.removeprefix("The ") for name in stated}
