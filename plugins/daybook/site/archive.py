"""The archive: every article, indexed by day, place, actor, source and language. Linear in the number of articles."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from daybook.content.authority import Authority, Event
from daybook.digest import Digest
from daybook.settings import Coverage
from daybook.site import index
from daybook.site.addresses import Names
from daybook.site.entries import ActorEntry, PlaceEntry, SourceEntry
from daybook.site.redirects import Moved
from daybook.site.redirects import redirects as moved
from daybook.site.spoken import Spoken, spoken
from daybook.values import Problem
from daybook.words import ENGLISH, Words


@dataclass(frozen=True, slots=True)
class Archive:
    """All articles and the ways to find them. Equal for equal articles, in whatever order they were met."""

    articles: tuple[Digest, ...]
    """Those with a proven day, oldest first; within a day by the hour stated, then by address."""
    undated: tuple[Digest, ...]
    coverage: Coverage
    address: Mapping[str, str]
    """Article id to address."""
    days: Mapping[date, tuple[Digest, ...]]
    """Only days that have articles, oldest first."""
    places: Mapping[str, PlaceEntry]
    actors: Mapping[str, ActorEntry]
    sources: Mapping[str, SourceEntry]
    langs: Mapping[str, tuple[Digest, ...]]
    spoken: Spoken
    """What speaks of a day that is not its own."""
    events: tuple[Event, ...]
    """What articles count days from, the latest begun first."""
    authority: Authority
    """What people said of the archive."""
    redirects: tuple[Moved, ...]
    withdrawn: tuple[Digest, ...]
    """Articles that have an address, and stand nowhere else."""
    problems: tuple[Problem, ...]

    @classmethod
    def of(
        cls,
        articles: Sequence[Digest],
        coverage: Coverage | None = None,
        names: Names | None = None,
        authority: Authority | None = None,
        redirects: Mapping[str, str] | None = None,
        problems: Iterable[Problem] = (),
        words: Words = ENGLISH,
    ) -> Archive:
        """Index the articles. `names` and `redirects` are the register's; an actor in `authority` has a page at once."""
        names, authority = names or {}, authority or Authority()
        address = index.article_addresses(articles, names)
        ordered = oldest_first(articles, address)
        places = index.places(ordered, names, authority)
        actors = index.actors(ordered, names, authority)
        sources = index.sources(ordered, names, words)
        return cls(
            articles=tuple(a for a in ordered if a.date),
            undated=tuple(a for a in ordered if not a.date),
            coverage=coverage or Coverage(),
            address=address,
            days=index.grouped((a.date.value, a) for a in ordered if a.date),
            places=places,
            actors=actors,
            sources=sources,
            langs=index.grouped((a.lang, a) for a in ordered),
            spoken=spoken(ordered),
            events=tuple(sorted(authority.events, key=lambda e: (e.first, e.id), reverse=True)),
            authority=authority,
            redirects=moved(
                redirects or {},
                names,
                address.values(),
                {"place": places, "actor": actors, "source": sources},
            ),
            withdrawn=tuple(sorted((a for a in articles if a.withdrawn), key=lambda a: a.id)),
            problems=tuple(sorted(problems, key=lambda p: (p.file, p.stage, p.code))),
        )

    @property
    def size(self) -> int:
        """How many articles it holds, the undated among them."""
        return len(self.articles) + len(self.undated)


def oldest_first(articles: Iterable[Digest], address: Mapping[str, str]) -> list[Digest]:
    """Articles as an archive has them, the undated last; `address` has that of each, by its id."""
    return sorted((a for a in articles if not a.withdrawn), key=lambda a: _order(a, address[a.id]))


def _order(article: Digest, address: str) -> tuple[bool, date, str, str]:
    if article.date is None:
        return (True, date.min, "", address)
    return (False, article.date.value, article.date.time or "", address)
