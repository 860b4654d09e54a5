"""An article as it stands in a list."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from daybook.content.markdown import plain
from daybook.format import shortened
from daybook.site.archive import Archive
from daybook.site.index import source_id
from daybook.site.parts.refs import Ref, to_actor, to_place, to_source
from daybook.values import Article

_NAMES = 5
_LEAD = 320


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
    dir: str


def card(article: Article, archive: Archive) -> Card:
    said = archive.said[article.id]
    sources = archive.sources
    places = sorted(
        archive.told_of(article), key=lambda p: (p.kind != "city", -len(said.get(p.id, ())), p.id)
    )[:_NAMES]
    shown = {archive.places[p.id].name for p in places} | _by(article)
    actors = sorted(article.actors, key=lambda a: (-len(said.get(a.id, ())), a.id))
    actors = [a for a in actors if archive.actors[a.id].name.removeprefix("The ") not in shown]
    return Card(
        title=article.title,
        address=archive.address[article.id],
        day=article.date.value if article.date else None,
        time=(article.date.time or "") if article.date else "",
        lead=_lead(article),
        source=to_source(sources[source_id(article)]) if source_id(article) else None,
        agency=agency if (agency := article.source.agency or "") != source_id(article) else "",
        places=tuple(to_place(archive.places[p.id]) for p in places),
        actors=tuple(to_actor(archive.actors[a.id]) for a in actors[:_NAMES]),
        lang=article.lang,
        dir=article.dir,
    )


def _by(article: Article) -> set[str]:
    """Who published and wrote the article."""
    source = article.source
    stated = filter(None, (source.outlet, source.agency, source.byline))
    return {name.removeprefix("The ") for name in stated}


def _lead(article: Article) -> str:
    """The lead, or the second paragraph where the lead only repeats the title."""
    title = _bare(article.title)
    for text in (article.lead, *map(plain, article.body[:2])):
        if text and _bare(text) != title:
            return shortened(text, _LEAD)
    return ""


def _bare(text: str) -> str:
    return text.casefold().rstrip("….!? ")
