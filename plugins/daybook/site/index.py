"""The indexes of an archive, each made in one pass over its articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from operator import attrgetter
from typing import TypeVar

from daybook.content.authority import Authority
from daybook.digest import Digest
from daybook.site import addresses
from daybook.site.addresses import Names
from daybook.site.entries import ActorEntry, PlaceEntry, SourceEntry
from daybook.site.letters import cut
from daybook.site.roles import roles, usual
from daybook.values import Actor, Article, Place
from daybook.words import Words

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")

_PAGE_FROM = 2
"""The article from which on an actor has a page of its own."""


def grouped(pairs: Iterable[tuple[K, V]]) -> dict[K, tuple[V, ...]]:
    """Values by key, both in the order met."""
    found: dict[K, list[V]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in found.items()}


def article_addresses(articles: Sequence[Digest], names: Names) -> dict[str, str]:
    """Each article's own address; where two claim one, the later id gets its id added."""
    wanted = {a.id: addresses.article(a, names) for a in sorted(articles, key=lambda a: a.id)}
    return _unique(wanted, lambda address, id: f"{address.removesuffix('.html')}-{id}.html")


def places(articles: Sequence[Digest], names: Names, authority: Authority) -> dict[str, PlaceEntry]:
    """Every place that an article names. Towns spoken of in passing, and parts of other names, have no page."""
    held = grouped((p.id, (a, p)) for a in articles for p in a.places)
    known = {entry.id: entry.name for entry in authority.places}
    shown = {id: _common([p for _, p in pairs], _OF_PLACE) for id, pairs in held.items()}
    called = {id: known.get(id, place.name) for id, place in shown.items()}
    letters = cut(called)
    own = _own_addresses("place", called, names)
    entries: dict[str, PlaceEntry] = {}
    for id in sorted(held, key=lambda id: (called[id].casefold(), id)):
        p, pairs = shown[id], held[id]
        forms = {words for a, _ in pairs for words in a.of(id).forms}
        about = tuple(a for a, _ in pairs if id in a.told)
        ids, paged = {a.id for a in about}, bool(about)
        entries[id] = PlaceEntry(
            id=id,
            name=called[id],
            address=own[id] if paged else addresses.listed("place", letters[id]),
            anchor="" if paged else addresses.slug(id, id),
            articles=about or tuple(a for a, _ in pairs),
            forms=_others(called[id], forms | {alias for _, p in pairs for alias in p.aliases}),
            place=Place(
                id, called[id], p.kind, p.country, p.lat, p.lon, region=p.region, population=p.population
            ),
            passing=tuple(a for a, _ in pairs if a.id not in ids) if about else (),
        )
    return entries


def actors(articles: Sequence[Digest], names: Names, authority: Authority) -> dict[str, ActorEntry]:
    """Every actor that an article names; a page from the second article on, or by an entry in authority."""
    held = grouped((x.id, (a, x)) for a in articles for x in a.actors)
    known = {entry.id: entry.name for entry in authority.actors}
    shown = {id: _common([x for _, x in pairs], _OF_ACTOR) for id, pairs in held.items()}
    called = {id: known.get(id, actor.name) for id, actor in shown.items()}
    letters = cut(called)
    own = _own_addresses("actor", called, names)
    entries: dict[str, ActorEntry] = {}
    for id in sorted(held, key=lambda id: (called[id].casefold(), id)):
        x, pairs = shown[id], held[id]
        stated = roles(pairs)
        forms = {words for a, _ in pairs for words in a.of(id).forms}
        paged = id in known or len(pairs) >= _PAGE_FROM
        entries[id] = ActorEntry(
            id=id,
            name=called[id],
            address=own[id] if paged else addresses.listed("actor", letters[id]),
            anchor="" if paged else addresses.slug(id, id),
            articles=tuple([a for a, _ in pairs]),
            forms=_others(called[id], forms | {name for _, x in pairs for name in (x.name, *x.aliases)}),
            actor=Actor(id, called[id], x.kind, usual(stated), country=x.country),
            roles=stated,
        )
    return entries


def sources(articles: Sequence[Digest], names: Names, words: Words) -> dict[str, SourceEntry]:
    """Outlets, agencies where there is no outlet, and under the empty id the articles that state neither."""
    held = grouped((source_id(a), a) for a in articles)
    own = _own_addresses("source", {id: id or "not stated" for id in held}, names)
    return {
        id: SourceEntry(id, id or words.gettext("Source not stated"), own[id], "", held[id], ())
        for id in sorted(held, key=lambda id: (not id, id.casefold(), id))
    }


def source_id(article: Digest | Article) -> str:
    return article.source.outlet or article.source.agency or ""


def _own_addresses(kind: str, words: Mapping[str, str], names: Names) -> dict[str, str]:
    wanted = {id: addresses.name(kind, id, words[id], names) for id in sorted(words)}
    settled = {id for id in wanted if (kind, id) in names}
    return _unique(
        {id: wanted[id] for id in sorted(wanted, key=lambda id: (id not in settled, id))},
        lambda address, id: f"{address.removesuffix('.html')}-{addresses.slug(id, id)}.html",
    )


def _unique(wanted: Mapping[str, str], longer: Callable[[str, str], str]) -> dict[str, str]:
    """Give each id the address it wants, the first comers first; a later one gets a longer address."""
    taken: set[str] = set()
    given: dict[str, str] = {}
    for id, address in wanted.items():
        given[id] = longer(address, id) if address in taken else address
        taken.add(given[id])
    return given


T = TypeVar("T", Place, Actor)

_OF_PLACE = attrgetter("id", "name", "kind", "country", "lat", "lon", "region", "population")
_OF_ACTOR = attrgetter("id", "name", "kind", "country")


def _common(values: Iterable[T], of: Callable[[T], tuple[object, ...]]) -> T:
    """What most articles say by `of`, how each came to it aside; of equals the one of the smallest name and text."""
    values = list(values)
    if len(values) == 1:
        return values[0]
    # Most articles share one object for what they say alike.
    known = {id(value): value for value in values}
    counts, one = Counter[tuple[object, ...]](), dict[tuple[object, ...], T]()
    for number, times in Counter(map(id, values)).items():
        said = of(known[number])
        counts[said] += times
        one[said] = known[number]
    return one[min(counts, key=lambda said: (-counts[said], repr(said[1:])))]


def _others(name: str, forms: Iterable[str]) -> tuple[str, ...]:
    """The forms that differ from the name in more than case, possessive and spacing; not in capitals if it can be."""
    kept: dict[str, str] = {}
    own = name.casefold()
    for form in sorted(forms, key=lambda form: (form.isupper(), form)):
        clean = " ".join(form.split()).removesuffix("'s").removesuffix("’s")
        if clean and (folded := clean.casefold()) != own:
            kept.setdefault(folded, clean)
    return tuple(kept.values())
