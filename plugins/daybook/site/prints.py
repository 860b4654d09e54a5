"""What pages depend on, as prints: equal prints mean equal pages, so that a page is made again only where its print changed.

A page shows nothing but what its print is taken of. Templates, settings and code are not in it: where one of those
changed, all pages are made again.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from hashlib import blake2b

from daybook.briefing.changes import ended
from daybook.briefing.figures import Row
from daybook.briefing.points import BEFORE
from daybook.digest import Digest
from daybook.site.desk import Desk
from daybook.site.entries import ActorEntry, Entry, PlaceEntry
from daybook.site.index import source_id
from daybook.site.parts.calendar import days as month_days
from daybook.site.parts.refs import Ref
from daybook.site.parts.same_day import TITLES, same_days
from daybook.site.parts.stretch import Stretch
from daybook.stamps import SIZE, print_of
from daybook.stories.stories import Story

Names = Sequence[Sequence[Ref]]
"""Those that a page shows, with their links and counts, list by list."""


class Prints:
    """The prints of an archive. `articles` has that of each article's own files, by its id."""

    def __init__(self, desk: Desk, articles: Mapping[str, bytes]) -> None:
        self.desk, self.archive, self.own = desk, desk.archive, articles
        self._links: dict[tuple[str, str], bytes] = {}
        self._headings: dict[str, bytes] = {}
        self._lines: dict[str, bytes] = {}
        self._shown: dict[str, bytes] = {}
        self._stories: dict[str, bytes] = {}
        self._outlines: dict[str, bytes] = {}
        self._briefings: dict[int, bytes] = {}

    def link(self, kind: str, entry: Entry) -> bytes:
        """What pages show of a name that they link to; and a place's kind, as towns stand before the rest."""
        key = (kind, entry.id)
        if key not in self._links:
            told = entry.place.kind if isinstance(entry, PlaceEntry) else ""
            self._links[key] = print_of(entry.name, entry.address, entry.anchor, told)
        return self._links[key]

    def heading(self, article: Digest) -> bytes:
        """What a link to an article shows."""
        if article.id not in self._headings:
            self._headings[article.id] = print_of(article.title, self.archive.address[article.id])
        return self._headings[article.id]

    def line(self, article: Digest) -> bytes:
        """What other pages show of an article but for the names in it."""
        if article.id not in self._lines:
            source = self.link("source", self.archive.sources[source_id(article)])
            address = self.archive.address[article.id].encode()
            self._lines[article.id] = _joined((self.own[article.id], source, address))
        return self._lines[article.id]

    def shown(self, article: Digest) -> bytes:
        """What other pages show of an article and of the names in it."""
        if article.id not in self._shown:
            places, actors = self.archive.places, self.archive.actors
            parts = [self.line(article)]
            parts += [self.link("place", places[p.id]) for p in article.places]
            parts += [self.link("actor", actors[x.id]) for x in article.actors]
            self._shown[article.id] = _joined(parts)
        return self._shown[article.id]

    def all_of(self, articles: Iterable[Digest]) -> bytes:
        return _joined(map(self.shown, articles))

    def lines(self, articles: Iterable[Digest]) -> bytes:
        return _joined(map(self.line, articles))

    def place(self, entry: PlaceEntry, names: Names | None = None) -> bytes:
        """Of a place's own page: its articles, and what lies near it or in it. Finer where the `names` that it shows of
        its articles are given, else that of all names in them."""
        places, desk, place = self.archive.places, self.desk, entry.place
        around = [(self.link("place", places[id]), km) for id, km in desk.beside.get(entry.id, ())]
        towns = [
            (self.link("place", places[id]), len(places[id].articles), _point(places[id]))
            for id in desk.towns_of(entry)
        ]
        above = [desk.country_entry(place.country), desk.region_entry(place.country, place.region or "")]
        return print_of(
            self._entry("place", entry, names),
            self.lines(entry.passing),
            around,
            towns,
            desk.country(place.country),
            desk.told_within(entry),
            _point(entry),
            [self.link("place", e) for e in above if e],
        )

    def actor(self, entry: ActorEntry, names: Names | None = None) -> bytes:
        """Of an actor's own page: its articles, and the name of its country; `names` as above."""
        return print_of(self._entry("actor", entry, names), self.desk.country(entry.actor.country))

    def source(self, entry: Entry) -> bytes:
        """Of a source's own page, which tells the roles of actors and the countries of places."""
        places = dict.fromkeys(place.id for article in entry.articles for place in article.places)
        countries = [self.desk.country(self.archive.places[id].place.country) for id in places]
        return print_of(self._entry("source", entry), self._roles(entry.articles), countries)

    def part(self, kind: str, entry: Entry, name: str, articles: Iterable[Digest]) -> bytes:
        """Of a further page of a name's list."""
        return print_of(self.link(kind, entry), name, self.lines(articles))

    def day(self, at: int) -> bytes:
        """Of the page of the n-th day that has articles."""
        days = self.desk.day_list
        day = days[at]
        told = dict.fromkeys(id for article in self.archive.days[day] for id in article.told)
        month = [(d, len(self.archive.days[d])) for d in self._month.get((day.year, day.month), ())]
        return print_of(
            self.all_of(self.archive.days[day]),
            self._roles(self.archive.days[day]),
            [_point(self.archive.places[id]) for id in told],
            days[at - 1] if at else None,
            days[at + 1 : at + 2],
            month,
            self.desk.fullest,
            self.archive.events,
            self.lines(article for article, _ in self.archive.spoken.get(day, ())),
            self.briefing(at),
            self.figures([day]),
            [(d, len(articles), self.lines(articles[:TITLES])) for d, articles in same_days(self.desk, day)],
        )

    def figures(self, days: Iterable[date]) -> list[bytes]:
        """Of the figures that articles of some days report."""
        rows = {row.id: row for day in days for row in self.desk.figures.of.get(day, ())}
        return [self.figure(row) for row in rows.values()]

    def figure(self, row: Row) -> bytes:
        """Of a row of figures with all its reports. The amounts of a day rest on its articles and their stories alone."""
        archive, reports = self.archive, row.reports
        named = dict.fromkeys([row.whose, *(n.actor or "" for report in reports for n in report.numbers)])
        return print_of(
            row.id,
            row.story,
            row.id in self.desk.paths,
            self.desk.country(row.whose),
            [self.link("actor", archive.actors[id]) for id in named if id in archive.actors],
            [self.link("place", archive.places[row.place])] if row.place in archive.places else None,
            [(self.heading(each.article), source_id(each.article), each.numbers) for each in reports],
        )

    def points(self, at: int) -> bytes:
        """Of the key points of the n-th day that has articles: what its stories tell then and just before, and a person's hand."""
        day = self.desk.day_list[at]
        stories = self.desk.stories.on(self.archive.days[day])
        return print_of([self._lately(story, day) for story in stories], self.desk.by_hand.get(day, ()))

    def _lately(self, story: Story, day: date) -> tuple[str, bytes, list[tuple[bytes, list[str]]]]:
        """Of a story's articles of the day and the days before it that points rest on; and of its reports, each with its first carrier."""
        near = {a.id: None for a in story.articles if a.date and 0 <= (day - a.date.value).days <= BEFORE}
        reports = [(report[0].id, [a.id for a in report if a.id in near]) for report in story.reports]
        held = [(self.own[first], ids) for first, ids in reports if ids]
        return story.id, _joined(self.own[id] for id in near), held

    def briefing(self, at: int) -> bytes:
        """Of the briefing of the n-th day that has articles: of its stories, and what it brings beside the day before. What
        links to the day's articles show is not in it."""
        if at not in self._briefings:
            desk, days, stories = self.desk, self.archive.days, self.desk.stories
            day = desk.day_list[at]
            parts: list[object] = [self.points(at), [self.outline(story) for story in stories.on(days[day])]]
            if at:
                before = desk.day_list[at - 1]
                parts += [before, list(desk.firsts.get(day, ()))]
                parts += [
                    (self.outline(story), self.lines(story.on(before)))
                    for story in ended(stories, days[before], before)
                ]
            self._briefings[at] = print_of(*parts)
        return self._briefings[at]

    def stretch(self, stretch: Stretch) -> bytes:
        """Of the page of a week or a month."""
        archive, days = self.archive, stretch.days
        at = bisect_left(self.desk.day_list, days[0])
        articles = [article for day in days for article in archive.days[day]]
        told = dict.fromkeys(id for article in articles for id in article.told)
        months = dict.fromkeys((day.year, day.month) for day in days)
        bare = [d for month in months for d in month_days(date(*month, 1)) if d not in archive.days]
        return print_of(
            stretch,
            self.all_of(articles),
            self._roles(articles),
            [self.desk.country(archive.places[id].place.country) for id in told],
            [self.briefing(number) for number in range(at, at + len(days))],
            self.figures(days),
            self.desk.day_list[-1] > days[-1],
            self.desk.fullest,
            [(day, len(archive.days[day])) for month in months for day in self._month[month]],
            [(d, self.lines(article for article, _ in archive.spoken.get(d, ()))) for d in bare],
        )

    def outline(self, story: Story) -> bytes:
        """What the pages of days, weeks and months show of a story beside its articles there."""
        if story.id not in self._outlines:
            self._outlines[story.id] = print_of(story.id, story.slug, story.name, list(story.days.items()))
        return self._outlines[story.id]

    def story(self, story: Story) -> bytes:
        """Of a story with all its articles."""
        if story.id not in self._stories:
            self._stories[story.id] = print_of(
                story.id,
                story.slug,
                story.name,
                [[article.id for article in report] for report in story.reports],
                self.all_of(story.articles),
            )
        return self._stories[story.id]

    def told(self, story: Story) -> bytes:
        """Of a story's own page."""
        return print_of(self.story(story), self._roles(story.articles))

    @cached_property
    def _month(self) -> dict[tuple[int, int], list[date]]:
        found: dict[tuple[int, int], list[date]] = {}
        for day in self.desk.day_list:
            found.setdefault((day.year, day.month), []).append(day)
        return found

    def _entry(self, kind: str, entry: Entry, names: Names | None = None) -> bytes:
        if names is None:
            return print_of(self.link(kind, entry), self.all_of(entry.articles))
        return print_of(self.link(kind, entry), self.lines(entry.articles), names)

    def _roles(self, articles: Iterable[Digest]) -> list[str]:
        """By which pages that list actors tell them apart."""
        ids = dict.fromkeys(actor.id for article in articles for actor in article.actors)
        return [self.archive.actors[id].actor.role for id in ids]


def _point(entry: PlaceEntry) -> tuple[str | None, float | None, float | None]:
    """What small maps show of a place beside its name."""
    return entry.place.country, entry.place.lat, entry.place.lon


def _joined(prints: Iterable[bytes]) -> bytes:
    return blake2b(b"".join(prints), digest_size=SIZE).digest()
