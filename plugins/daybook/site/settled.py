"""What the archive decides of an article's page: the values of its tokens (`daybook.site.late`)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from markupsafe import escape

from daybook.digest import Digest
from daybook.format import shortened
from daybook.site import addresses
from daybook.site.archive import Archive
from daybook.site.entries import Entry
from daybook.site.index import source_id
from daybook.site.links import relative
from daybook.site.prints import Prints
from daybook.site.related import MOST, Kin, Reason
from daybook.site.shared import shared
from daybook.stamps import SIZE, print_of
from daybook.stories.stories import NO_STORIES, Stories, Story
from daybook.words import Words

Values = dict[str, str]
Beside = tuple[Digest | None, Digest | None]
"""The articles before and after one, in some order of them."""
_TITLE = 60
"""Characters of another article's title."""
_NONE = bytes(SIZE)


def in_order(archive: Archive) -> Iterator[tuple[Digest, Beside]]:
    """Every article with those before and after it in its day, or among the undated."""
    for held in (*archive.days.values(), archive.undated):
        yield from _beside(held)


class Settled:
    """What the archive decides of its articles' pages. `related` has the kin of the articles that have any, by id."""

    def __init__(
        self,
        archive: Archive,
        related: Mapping[str, tuple[Kin, ...]],
        words: Words,
        stories: Stories = NO_STORIES,
    ) -> None:
        self._archive, self._related, self._words, self._stories = archive, related, words, stories
        self._articles = {a.id: a for a in (*archive.articles, *archive.undated)}
        self._days = {day.isoformat() for day in archive.days}
        self._orders: dict[str, Mapping[str, Beside]] = {}

    def values(self, article: Digest, days: Iterable[str], beside: Beside) -> Values:
        """The values of an article's tokens, but for those of `related`. `days` are the ISO days that the page has tokens for."""
        archive = self._archive
        own = archive.address[article.id]
        found: Values = {}
        for number, place in enumerate(article.places):
            _name(found, own, f"p{number}", archive.places[place.id])
        for number, actor in enumerate(article.actors):
            _name(found, own, f"a{number}", archive.actors[actor.id])
        _name(found, own, "s", archive.sources[source_id(article)])
        for iso in days:
            day = addresses.day(date.fromisoformat(iso))
            found[f"d{iso}"] = relative(own, day) if iso in self._days else ""
        for letter, each in zip("bn", beside, strict=True):
            found[letter] = relative(own, archive.address[each.id]) if each else ""
            found[letter.upper()] = str(escape(shortened(each.title, _TITLE))) if each else ""
        story = self._story(article)
        found["y"] = relative(own, addresses.story(story.slug)) if story else ""
        found["Y"] = str(escape(story.name)) if story else ""
        found["Z"] = self._words.articles(len(story.articles)) if story else ""
        for key, entry in (("c", self._city(article)), ("w", self._actor(article))):
            found[key.upper()] = str(escape(entry.name)) if entry else ""
            for letter, each in zip("bn", self._within(entry, article), strict=True):
                found[key + letter] = relative(own, archive.address[each.id]) if each else ""
        return found

    def related(self, article: Digest) -> Values:
        """The values of the tokens that tell of related articles."""
        own, kin = self._archive.address[article.id], self._related.get(article.id, ())
        found: Values = {}
        for number in range(MOST):
            other = self._articles[kin[number][0]] if number < len(kin) else None
            found[f"r{number}"] = relative(own, self._archive.address[other.id]) if other else ""
            found[f"R{number}"] = str(escape(shortened(other.title, _TITLE))) if other else ""
            found[f"D{number}"] = self._words.day_plain(other.date.value) if other and other.date else ""
            why = shared(self._archive, other, kin[number][1], self._quoted) if other else ""
            found[f"W{number}"] = str(escape(why))
        return found

    def _quoted(self, words: str) -> str:
        return self._words.gettext("“%(words)s”", words=words)

    def rests_on(self, article: Digest, days: Iterable[str], beside: Beside, prints: Prints) -> bytes:
        """Joined prints of all that the values of its tokens depend on, beside its own files and address."""
        archive, link = self._archive, prints.link
        city, actor, story = self._city(article), self._actor(article), self._story(article)
        within = (*self._within(city, article), *self._within(actor, article))
        parts = [
            *(link("place", archive.places[place.id]) for place in article.places),
            *(link("actor", archive.actors[each.id]) for each in article.actors),
            link("source", archive.sources[source_id(article)]),
            bytes(iso in self._days for iso in days),
            print_of(story.slug, story.name, len(story.articles)) if story else _NONE,
            *(link(kind, e) if e else _NONE for kind, e in (("place", city), ("actor", actor))),
            *(prints.heading(each) if each else _NONE for each in beside),
            *(archive.address[each.id].encode() + b"\n" if each else b"\n" for each in within),
            *(self._reason(*kin, prints) for kin in self._related.get(article.id, ())),
        ]
        return b"".join(parts)

    def _reason(self, id: str, why: tuple[Reason, ...], prints: Prints) -> bytes:
        """The print of what a page tells of a related article."""
        names = {"place": self._archive.places, "actor": self._archive.actors}
        shown = [names[kind][of].name for kind, of in why if kind in names]
        return print_of(prints.own[id], self._archive.address[id], why, shown)

    def _story(self, article: Digest) -> Story | None:
        """The story that it tells, where that has a page."""
        story = self._stories.of.get(article.id)
        return story if story and story.slug else None

    def _city(self, article: Digest) -> Entry | None:
        """The first town with a page that it tells of."""
        entries = (self._archive.places[id] for id in article.told)
        return next(
            (e for e in entries if e.has_page and e.place.kind == "city" and len(e.articles) > 1), None
        )

    def _actor(self, article: Digest) -> Entry | None:
        """The first actor with a page, a state only where there is no other."""
        entries = [self._archive.actors[actor.id] for actor in article.actors]
        shown = [e for e in entries if e.has_page and len(e.articles) > 1]
        return next((e for e in shown if e.actor.kind != "state"), shown[0] if shown else None)

    def _within(self, entry: Entry | None, article: Digest) -> Beside:
        """Its neighbours among the articles of a name."""
        if entry is None:
            return None, None
        if entry.address not in self._orders:
            self._orders[entry.address] = {each.id: beside for each, beside in _beside(entry.articles)}
        return self._orders[entry.address].get(article.id, (None, None))


def _beside(held: Sequence[Digest]) -> Iterator[tuple[Digest, Beside]]:
    for at, article in enumerate(held):
        yield article, (held[at - 1] if at else None, held[at + 1] if at + 1 < len(held) else None)


def _name(found: Values, own: str, token: str, entry: Entry) -> None:
    found[token] = relative(own, entry.address, entry.anchor)
    found[token[0].upper() + token[1:]] = str(escape(entry.name))
