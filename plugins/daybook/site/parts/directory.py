"""A list of all names of a kind, in groups; a long one shows the most named, and the whole by first letters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from daybook.digest import Digest
from daybook.site.addresses import listed
from daybook.site.entries import Entry
from daybook.site.index import grouped
from daybook.site.letters import above, cut
from daybook.site.parts.refs import Ref
from daybook.words import Words, labels

_MOST_NAMED = 60
_ARTICLES = 3


@dataclass(frozen=True, slots=True)
class Row:
    """A name with its articles' number."""

    ref: Ref
    """With a count, and a note that tells it from others."""
    anchor: str
    """Its place in the list; empty where it has a page of its own."""
    articles: tuple[tuple[str, str], ...]
    """Day and address of its first articles, where it has no page of its own."""


@dataclass(frozen=True, slots=True)
class Group:
    """Names of one kind."""

    name: str
    rows: tuple[Row, ...]
    total: int
    """How many there are, shown here or not."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A link to the names of one beginning."""

    name: str
    """`C`, or `Com` where those of a letter are too many."""
    address: str
    count: int


@dataclass(frozen=True, slots=True)
class Directory:
    """A list of names, or as much of it as one page holds."""

    groups: tuple[Group, ...]
    letters: tuple[Letter, ...] = ()
    """First letters; empty where all names stand here."""
    longer: tuple[Letter, ...] = ()
    """Longer beginnings, where those of a page's own are too many."""


@dataclass(frozen=True, slots=True)
class Named:
    """A name of the list with the kind it is grouped by and what tells it from others."""

    entry: Entry
    kind: str
    note: str


def directory(
    named: Mapping[str, Named],
    order: tuple[str, ...],
    ref: Callable[[str, int, str], Ref],
    settled: Mapping[str, str],
    words: Words,
) -> tuple[Directory, Iterator[tuple[Letter, Directory]]]:
    """The list's own page, and those of its letters. `settled` has the addresses of articles."""

    def row(id: str) -> Row:
        entry = named[id].entry
        articles = (
            ()
            if entry.has_page
            else tuple((_day(a, words), settled[a.id]) for a in entry.articles[:_ARTICLES])
        )
        return Row(ref(id, len(entry.articles), named[id].note), entry.anchor, articles)

    def groups(ids: Iterable[str], limit: int | None = None) -> tuple[Group, ...]:
        held = grouped((named[id].kind, id) for id in ids)
        return tuple(
            Group(labels.kinds(words, kind), tuple(map(row, _first(held[kind], limit))), len(held[kind]))
            for kind in order
            if kind in held
        )

    def _first(ids: tuple[str, ...], limit: int | None) -> tuple[str, ...]:
        if limit is None:
            return ids
        return tuple(
            sorted(ids, key=lambda id: (-len(named[id].entry.articles), named[id].entry.name, id))[:limit]
        )

    begun = cut({id: one.entry.name for id, one in named.items()})
    if not any(begun.values()):
        return Directory(groups(named)), iter(())
    kind = ref(next(iter(named)), 0, "").kind
    own = grouped((beginning, id) for id, beginning in begun.items())
    totals = Counter(each for beginning in begun.values() for each in (*above(beginning), beginning))
    links = {each: Letter(each.title(), listed(kind, each), totals[each]) for each in sorted(totals)}
    below = grouped((each[:-1], link) for each, link in links.items())
    parts = (
        (link, Directory(groups(own.get(each, ())), below[""], below.get(each, ())))
        for each, link in links.items()
    )
    return Directory(groups(named, _MOST_NAMED), below[""]), parts


def _day(article: Digest, words: Words) -> str:
    return words.day_plain(article.date.value) if article.date else words.gettext("undated")
