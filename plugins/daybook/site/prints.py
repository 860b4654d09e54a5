"""What pages depend on, as prints: equal prints mean equal pages, so that a page is made again only where its print changed.

A page shows nothing but what its print is taken of. Templates, settings and code are not in it: where one of those
changed, all pages are made again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property
from hashlib import blake2b

from daybook.digest import Digest
from daybook.site.desk import Desk
from daybook.site.entries import ActorEntry, Entry, PlaceEntry
from daybook.site.index import source_id
from daybook.stamps import SIZE, print_of


class Prints:
    """The prints of an archive. `articles` has that of each article's own files, by its id."""

    def __init__(self, desk: Desk, articles: Mapping[str, bytes]) -> None:
        self.desk, self.archive, self.own = desk, desk.archive, articles
        self._faces: dict[tuple[str, str], bytes] = {}
        self._shown: dict[str, bytes] = {}

    def face(self, kind: str, entry: Entry) -> bytes:
        """What other pages show of a name."""
        key = (kind, entry.id)
        if key not in self._faces:
            told: tuple[object, ...] = ()
            if isinstance(entry, PlaceEntry):
                told = (entry.place.kind, self.desk.country(entry.place.country), entry.place.region)
            elif isinstance(entry, ActorEntry):
                told = (entry.actor.kind, entry.actor.role)
            self._faces[key] = print_of(entry.name, entry.address, entry.anchor, told)
        return self._faces[key]

    def shown(self, article: Digest) -> bytes:
        """What other pages show of an article, and the names in it."""
        if article.id not in self._shown:
            places, actors = self.archive.places, self.archive.actors
            parts = [self.own[article.id], self.archive.address[article.id].encode()]
            parts += [self.face("place", places[p.id]) for p in article.places]
            parts += [self.face("actor", actors[x.id]) for x in article.actors]
            parts.append(self.face("source", self.archive.sources[source_id(article)]))
            self._shown[article.id] = blake2b(b"".join(parts), digest_size=SIZE).digest()
        return self._shown[article.id]

    def all_of(self, articles: Iterable[Digest]) -> bytes:
        return blake2b(b"".join(map(self.shown, articles)), digest_size=SIZE).digest()

    def place(self, entry: PlaceEntry) -> bytes:
        """Of a place's own page: its articles, and what lies near it or in it."""
        places, desk, place = self.archive.places, self.desk, entry.place
        around = [(self.face("place", places[id]), km) for id, km in desk.beside.get(entry.id, ())]
        towns = [(self.face("place", places[id]), len(places[id].articles)) for id in desk.towns_of(entry)]
        above = [desk.country_entry(place.country), desk.region_entry(place.country, place.region or "")]
        return print_of(
            self._entry("place", entry),
            self.all_of(entry.passing),
            around,
            towns,
            [self.face("place", e) for e in above if e],
        )

    def actor(self, entry: ActorEntry) -> bytes:
        """Of an actor's own page: its articles, and the name of its country."""
        return print_of(self._entry("actor", entry), self.desk.country(entry.actor.country))

    def source(self, entry: Entry) -> bytes:
        return self._entry("source", entry)

    def part(self, kind: str, entry: Entry, name: str, articles: Iterable[Digest]) -> bytes:
        """Of a further page of a name's list."""
        return print_of(self.face(kind, entry), name, self.all_of(articles))

    def day(self, at: int) -> bytes:
        """Of the page of the n-th day that has articles."""
        days = self.desk.day_list
        day = days[at]
        month = [(d, len(self.archive.days[d])) for d in self._month.get((day.year, day.month), ())]
        return print_of(
            self.all_of(self.archive.days[day]),
            days[at - 1] if at else None,
            days[at + 1 : at + 2],
            month,
            self.desk.fullest,
            self.archive.events,
            self.all_of(article for article, _ in self.archive.spoken.get(day, ())),
        )

    @cached_property
    def _month(self) -> dict[tuple[int, int], list[date]]:
        found: dict[tuple[int, int], list[date]] = {}
        for day in self.desk.day_list:
            found.setdefault((day.year, day.month), []).append(day)
        return found

    def _entry(self, kind: str, entry: Entry) -> bytes:
        return print_of(self.face(kind, entry), self.all_of(entry.articles))
