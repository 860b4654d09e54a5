"""What every kind of page works with: the archive, the site, and the parts that many pages share, made once."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple, TypeVar

from daybook.briefing import figures as counted
from daybook.briefing.brief import brief
from daybook.briefing.changes import Changes, Name, changes, first_seen
from daybook.briefing.values import Briefing, Point
from daybook.content.authority import AuthorityPoint
from daybook.content.evidence import NO_SPANS
from daybook.digest import Digest
from daybook.proof import record as records
from daybook.site import near
from daybook.site.archive import Archive
from daybook.site.countries import entries_of, shown_name
from daybook.site.entries import PlaceEntry
from daybook.site.index import grouped, source_id
from daybook.site.maps import NO_MAPS, Maps
from daybook.site.page import SiteInfo
from daybook.site.parts.cards import Card, Line, card, line
from daybook.site.parts.raw import Raws
from daybook.site.parts.refs import Ref, Tally, tally, to_actor, to_place, to_source, top
from daybook.stories.stories import NO_STORIES, Stories
from daybook.values import Article
from daybook.words import Words

T = TypeVar("T")

PATHS = 60
"""Families of figures that the page of figures shows at most."""


class Named(NamedTuple):
    """The names that some articles hold."""

    places: Tally
    """Those that they tell of."""
    actors: Tally
    sources: Tally
    """The empty id for those that state none."""


LISTED = 60
"""Rows of figures that a day's page lists, and its record holds."""


@dataclass(frozen=True)
class Desk:
    """An archive on its way to pages."""

    archive: Archive
    site: SiteInfo
    read: Callable[[str], Article] = field(repr=False)
    """The whole of an article, by its id."""
    raws: Raws = field(default=lambda article: None, repr=False)
    """The raw text of an article, read when it is asked for."""
    maps: Maps = field(default=NO_MAPS, repr=False)
    stories: Stories = NO_STORIES
    spans: records.SpansOf = field(default=lambda id: NO_SPANS, repr=False)
    points: dict[date, tuple[Point, ...]] = field(default_factory=dict, repr=False)
    """The key points of days, as far as they are known already."""
    _cards: dict[str, Card] = field(default_factory=dict, repr=False)
    _lines: dict[str, Line] = field(default_factory=dict, repr=False)
    _briefings: dict[date, Briefing] = field(default_factory=dict, repr=False)
    _records: dict[date, records.Record] = field(default_factory=dict, repr=False)
    _figures: dict[date, counted.Day] = field(default_factory=dict, repr=False)
    _named: dict[date, Named] = field(default_factory=dict, repr=False)
    _last: dict[str, Any] = field(default_factory=dict, repr=False)

    @cached_property
    def words(self) -> Words:
        """The interface's words, in the site's language."""
        return self.site.words

    def card(self, article: Digest) -> Card:
        """The article as it stands in lists, with its lead and names."""
        if article.id not in self._cards:
            self._cards[article.id] = card(article, self.archive, self.words)
        return self._cards[article.id]

    def line(self, article: Digest) -> Line:
        """The article in lists that show neither."""
        if article.id not in self._lines:
            self._lines[article.id] = line(article, self.archive, self.words)
        return self._lines[article.id]

    def once(self, name: str, make: Callable[[], T]) -> T:
        """What `make` gives, made once where it is asked for twice in a row: by the print of a page, then by the page."""
        if name not in self._last:
            self._last.clear()
            self._last[name] = make()
        found: T = self._last[name]
        return found

    def place(self, id: str, count: int = 0, note: str = "") -> Ref:
        return to_place(self.archive.places[id], count, note)

    def actor(self, id: str, count: int = 0, note: str = "") -> Ref:
        return to_actor(self.archive.actors[id], count, note)

    def source(self, id: str, count: int = 0) -> Ref:
        return to_source(self.archive.sources[id], count)

    def places_of(self, articles: Iterable[Digest]) -> list[tuple[str, int]]:
        """The places that some articles tell of, with the number of articles, the most told of first."""
        return top((id, a.of(id).mentions) for a in articles for id in a.told)

    def actors_of(self, articles: Iterable[Digest]) -> list[tuple[str, int]]:
        """The actors of some articles with the number of articles, the most told of first."""
        return top((x.id, a.of(x.id).mentions) for a in articles for x in a.actors)

    def briefing(self, day: date) -> Briefing:
        """The briefing of a day that has articles."""
        if day not in self._briefings:
            held, by_hand = self.points.get(day), self.by_hand.get(day, ())
            self._briefings[day] = brief(day, self.archive.days[day], self.stories, by_hand, held)
        return self._briefings[day]

    @cached_property
    def figures(self) -> counted.Figures:
        """The figures of the archive that matter."""
        return counted.figures(self.archive.articles, self.stories)

    @cached_property
    def over_days(self) -> tuple[tuple[counted.Row, ...], ...]:
        """Those of which several values are known."""
        return self.figures.over_days()

    @cached_property
    def paths(self) -> frozenset[str]:
        """Ids of the rows that the page of figures shows."""
        return frozenset(row.id for rows in self.over_days[:PATHS] for row in rows)

    def figures_on(self, day: date) -> counted.Day:
        """What a day's articles report."""
        if day not in self._figures:
            self._figures[day] = self.figures.on(day, self.archive.days[day], self.stories, LISTED)
        return self._figures[day]

    @cached_property
    def by_hand(self) -> Mapping[date, tuple[AuthorityPoint, ...]]:
        """What a person said of the key points of days."""
        return grouped((entry.day, entry) for entry in self.archive.authority.briefings)

    def record(self, day: date) -> records.Record:
        """What proves the briefing of a day. Raises Unsupported."""
        if day not in self._records:
            archive = self.archive
            rows = self.figures_on(day).rows
            self._records[day] = records.record(
                self.briefing(day), rows, self.held, archive.address, self.spans, self.read
            )
        return self._records[day]

    @cached_property
    def held(self) -> Mapping[str, Digest]:
        """The articles that have a day, by their ids."""
        return {article.id: article for article in self.archive.articles}

    def changes(self, day: date) -> Changes | None:
        """What a day that has articles brings beside the one before it; None for the archive's first."""
        at = bisect_left(self.day_list, day)
        if not at:
            return None
        archive, before = self.archive, self.day_list[at - 1]
        return changes(
            day,
            before,
            archive.days,
            self.firsts.get(day, {}),
            self.stories,
            archive.coverage,
            self.figures.of.get(day, ()),
        )

    @cached_property
    def firsts(self) -> Mapping[date, Mapping[Name, Digest]]:
        """By day the names first seen on it, each with its first article."""
        return first_seen(self.archive.articles)

    def named(self, articles: Iterable[Digest]) -> Named:
        """The names of some articles."""
        held = list(articles)
        return Named(
            tally((id, a.of(id).mentions) for a in held for id in a.told),
            tally((x.id, a.of(x.id).mentions) for a in held for x in a.actors),
            tally((source_id(a), 0) for a in held),
        )

    def named_on(self, day: date) -> Named:
        """The names of the articles of a day."""
        if day not in self._named:
            self._named[day] = self.named(self.archive.days[day])
        return self._named[day]

    def actor_refs(self, ranked: Iterable[tuple[str, int]]) -> tuple[Ref, ...]:
        """Actors with their counts, told apart by their roles."""
        return tuple(self.actor(id, n, self.archive.actors[id].actor.role) for id, n in ranked)

    def country(self, code: str | None) -> str:
        """A country's name, as pages show it."""
        return shown_name(code, self.country_entry(code), self.words)

    def country_entry(self, code: str | None) -> PlaceEntry | None:
        """The country of a code, where the archive names it."""
        return self._countries.get(code or "")

    def region_entry(self, code: str | None, name: str) -> PlaceEntry | None:
        """The region of a name within a country, where the archive names it."""
        return self._regions.get((code or "", name))

    def towns_of(self, entry: PlaceEntry) -> list[str]:
        """The towns of a country or region that have a page, the most told of first; none of any other place."""
        place = entry.place
        key = {"country": (place.country, ""), "region": (place.country, entry.name)}.get(place.kind)
        return self._towns.get((key[0] or "", key[1]), []) if key else []

    def told_within(self, entry: PlaceEntry) -> int:
        """How many articles tell of a country or of any place in it, as the filter for it counts them; 0 of any other place."""
        place = entry.place
        return self._within[place.country or ""] if self.country_entry(place.country) is entry else 0

    @cached_property
    def beside(self) -> Mapping[str, tuple[tuple[str, float], ...]]:
        """For each town with a page the nearest others, with kilometres, nearest first."""
        points = {
            id: (e.place.lat, e.place.lon)
            for id, e in self.archive.places.items()
            if e.has_page and e.place.kind == "city" and e.place.lat is not None and e.place.lon is not None
        }
        return near.neighbours(points)

    @cached_property
    def day_list(self) -> tuple[date, ...]:
        """The days that have articles, oldest first."""
        return tuple(self.archive.days)

    @cached_property
    def anniversaries(self) -> Mapping[tuple[int, int], tuple[date, ...]]:
        """By month and day of the month the days that have articles, newest first."""
        return grouped(((day.month, day.day), day) for day in reversed(self.day_list))

    @cached_property
    def fullest(self) -> int:
        """The articles of the archive's fullest day."""
        return max(map(len, self.archive.days.values()), default=0)

    @cached_property
    def _towns(self) -> dict[tuple[str, str], list[str]]:
        found: dict[tuple[str, str], list[str]] = {}
        shown = (item for item in self.archive.places.items() if item[1].has_page)
        for id, entry in sorted(shown, key=lambda item: (-len(item[1].articles), item[0])):
            if entry.place.kind == "city" and entry.place.country:
                found.setdefault((entry.place.country, ""), []).append(id)
                if entry.place.region:
                    found.setdefault((entry.place.country, entry.place.region), []).append(id)
        return found

    @cached_property
    def _within(self) -> dict[str, int]:
        found: dict[str, set[str]] = {}
        for entry in self.archive.places.values():
            if entry.place.country:
                found.setdefault(entry.place.country, set()).update(told.id for told in entry.articles)
        return {code: len(ids) for code, ids in found.items()}

    @cached_property
    def _countries(self) -> dict[str, PlaceEntry]:
        return entries_of(self.archive.places.values())

    @cached_property
    def _regions(self) -> dict[tuple[str, str], PlaceEntry]:
        found: dict[tuple[str, str], PlaceEntry] = {}
        for entry in self.archive.places.values():
            if entry.place.kind == "region":
                found.setdefault((entry.place.country or "", entry.name), entry)
        return found
