"""The site as works: pages that are made together, each with the print of all they show. Articles' own are made elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from types import ModuleType
from typing import NamedTuple

from daybook.digest import Digest
from daybook.site import cite, proofs
from daybook.site.desk import Desk
from daybook.site.entries import Entry
from daybook.site.feeds import of_name
from daybook.site.kinds import (
    actor,
    actors,
    day,
    figures,
    home,
    map,
    missing,
    month,
    place,
    places,
    redirect,
    review,
    search,
    source,
    sources,
    stories,
    story,
    text,
    undated,
    week,
    year,
)
from daybook.site.page import Made
from daybook.site.parts.stretch import Stretch
from daybook.site.prints import Names, Prints
from daybook.stories.stories import Story


class Work(NamedTuple):
    """Pages that are made together."""

    name: str
    """The same at every build."""
    print: bytes
    """Of all that the pages show; empty where they are made at every build."""
    make: Callable[[], Iterable[Made]]
    finer: Callable[[], bytes] = bytes
    """A second print, which costs more and is taken only where the first has changed; empty for none."""


REST = (
    home,
    figures,
    year,
    map,
    places,
    actors,
    sources,
    stories,
    undated,
    search,
    text,
    missing,
    redirect,
    review,
)
"""Kinds of few pages, or of pages that every article changes; where two claim one address, the first has it."""


def works(prints: Prints) -> Iterator[Work]:
    """All pages of days, weeks, months and names, with the names' feeds, and the citations of each month."""
    desk = prints.desk
    for at, each in enumerate(desk.day_list):
        yield Work(f"day {each}", prints.day(at), partial(_day, desk, each))
        yield Work(f"titles {each}", prints.lines(desk.archive.days[each]), partial(_titles, desk, each))
    for name, module, held in (("week", week, week.weeks(desk)), ("month", month, month.months(desk))):
        for stretch in held:
            yield Work(
                f"{name} {stretch.first}", prints.stretch(stretch), partial(_stretch, desk, module, stretch)
            )
    for kind, entries, module in (
        ("place", desk.archive.places, place),
        ("actor", desk.archive.actors, actor),
        ("source", desk.archive.sources, source),
    ):
        of = getattr(prints, kind)
        for id, entry in entries.items():
            if entry.has_page:
                finer = bytes if module is source else partial(_finer, of, desk, module, entry)
                yield Work(f"{kind} {id}", of(entry), partial(_own, desk, module, entry), finer)
                for name, address, articles in module.parts(desk, entry):
                    yield Work(
                        f"{kind} {id}\n{address}",
                        prints.part(kind, entry, name, articles),
                        partial(_part, desk, module, entry, name, address, articles),
                    )
    for told in desk.stories.all:
        if told.slug:
            yield Work(f"story {told.slug}", prints.told(told), partial(_story, desk, told))
    listed = (*desk.archive.articles, *desk.archive.undated) if desk.site.sections.downloads else ()
    for address, articles in cite.months(listed).items():
        yield Work(address, prints.lines(articles), partial(_citations, desk, address, articles))


def rest(prints: Prints) -> Iterator[Work]:
    """What is made at every build, kind by kind."""
    sections = prints.desk.site.sections
    left_out = {map: not sections.map, review: not sections.review, search: not sections.search}
    for module in REST:
        if not left_out.get(module):
            yield Work(module.__name__, b"", partial(module.pages, prints.desk))


def _day(desk: Desk, at: date) -> Iterator[Made]:
    yield day.own(desk, at)
    yield from proofs.files(desk, at)


def _titles(desk: Desk, at: date) -> Iterator[Made]:
    for name, address, articles in day.parts(desk, at):
        yield day.part(desk, at, name, address, articles)


def _stretch(desk: Desk, module: ModuleType, stretch: Stretch) -> Iterator[Made]:
    yield module.own(desk, stretch)


def _story(desk: Desk, of: Story) -> Iterator[Made]:
    yield story.own(desk, of)


def _citations(desk: Desk, address: str, articles: Sequence[Digest]) -> Iterator[Made]:
    cited = [cite.cited(article, desk.archive.address[article.id]) for article in articles]
    name = address.rpartition("/")[2].removesuffix(".zip")
    yield address, cite.zipped(cited, cite.Site(desk.site.name, desk.site.url), name)


def _finer(of: Callable[[Entry, Names], bytes], desk: Desk, module: ModuleType, entry: Entry) -> bytes:
    return of(entry, module.names(desk, entry))


def _own(desk: Desk, module: ModuleType, entry: Entry) -> Iterator[Made]:
    yield module.own(desk, entry)
    if desk.site.sections.feeds:
        yield from of_name(desk.archive, desk.site, entry)


def _part(
    desk: Desk, module: ModuleType, entry: Entry, name: str, address: str, articles: Sequence[Digest]
) -> Iterator[Made]:
    yield module.part(desk, entry, name, address, articles)
