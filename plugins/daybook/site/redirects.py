"""Old addresses and where they lead: to an article, or to a name's page or its line in the list of names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from daybook.site import addresses
from daybook.site.addresses import Names
from daybook.site.entries import Entry

if TYPE_CHECKING:
    from daybook.site.desk import Desk


class Moved(NamedTuple):
    """An address that is no more."""

    old: str
    new: str
    anchor: str = ""


def redirects(
    register: Mapping[str, str],
    names: Names,
    articles: Iterable[str],
    held: Mapping[str, Mapping[str, Entry]],
) -> tuple[Moved, ...]:
    """What the register's redirects (old to new) come to in this archive, sorted.

    `articles` are the addresses of articles, `held` the archive's names by kind. A name that the archive no longer
    holds leads to the list of its kind, also from the address that it had itself; a place that is named in passing
    alone leads to its line. Where an article is gone its old addresses are gone with it.
    """
    register = _without_page(names, held) | dict(register)
    places = {address: Moved("", address) for address in articles}
    for kind, id, entry in _entries(held):
        slug = names.get((kind, id))
        if slug:
            own = f"{addresses.FOLDERS[kind]}/{slug}.html"
            places.setdefault(own, Moved("", entry.address, entry.anchor))
        if entry.has_page:
            places.setdefault(entry.address, Moved("", entry.address))
    live = {there.new for there in places.values()}
    found = ((old, _target(old, register, places)) for old in sorted(register) if old not in live)
    return tuple(Moved(old, there.new, there.anchor) for old, there in found if there)


def stories(desk: Desk) -> Iterator[Moved]:
    """Addresses that stories had, where their articles are another's now: they lead to the story that holds the article they were given
    for, or to that article where it stands alone, or to the list of stories where it is gone."""
    held = desk.stories
    for id, slug in sorted(held.settled.items()):
        now = held.of.get(id)
        if now is None or now.slug != slug:
            page = addresses.story(now.slug) if now and now.slug else desk.archive.address.get(id)
            yield Moved(addresses.story(slug), page or addresses.STORIES)


def _without_page(names: Names, held: Mapping[str, Mapping[str, Entry]]) -> dict[str, str]:
    """Addresses that names may have had pages at, and where to look for those now.

    Not of the actors of a single article: they are many, and few of them were ever of two.
    """
    found = dict[str, str]()
    for (kind, id), slug in names.items():
        if kind in addresses.FOLDERS:
            own = f"{addresses.FOLDERS[kind]}/{slug}.html"
            if id not in held[kind]:
                found[own] = addresses.LISTS[kind]
            elif kind == "place" and not held[kind][id].has_page:
                found[own] = own
    return found


def _entries(held: Mapping[str, Mapping[str, Entry]]) -> Iterator[tuple[str, str, Entry]]:
    for kind, entries in held.items():
        for id, entry in entries.items():
            yield kind, id, entry


def _target(old: str, register: Mapping[str, str], places: Mapping[str, Moved]) -> Moved | None:
    """Where an address leads now; two people's registers, merged, may have made a chain or a ring of redirects."""
    seen, new = {old}, register[old]
    while new not in places and new in register and new not in seen:
        seen.add(new)
        new = register[new]
    if new in places:
        return places[new]
    folder = new.partition("/")[0]
    kind = next((kind for kind, own in addresses.FOLDERS.items() if own == folder), None)
    return Moved("", addresses.LISTS[kind]) if kind else None
