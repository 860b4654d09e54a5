"""Slugs of the pages of places, actors and sources: settled when a name first comes, moved by a person alone, and kept."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from daybook.content import slugs
from daybook.content.authority import Authority
from daybook.content.register import Register
from daybook.values import Actor, Article, Place

FOLDERS = {"place": "places", "actor": "actors", "source": "sources"}


@dataclass(frozen=True, slots=True)
class Cast:
    """The names of one article."""

    places: tuple[Place, ...]
    actors: tuple[Actor, ...]
    counts: dict[str, int]
    """How often it has a name, by its kind and id: `place gn:703448`."""


def cast(article: Article) -> Cast:
    """The names that an article has, each once in its lists, once as a source, and once for each mention."""
    counts: Counter[str] = Counter()
    counts.update(f"place {place.id}" for place in article.places)
    counts.update(f"actor {actor.id}" for actor in article.actors)
    counts.update(
        f"{m.kind} {m.target}" for m in article.mentions if m.kind in FOLDERS and m.role != "byline"
    )
    counts.update(f"source {name}" for name in (article.source.outlet, article.source.agency) if name)
    places = tuple(Place(p.id, p.name, p.kind, p.country, region=p.region) for p in article.places)
    actors = tuple(Actor(a.id, a.name, a.kind, country=a.country) for a in article.actors)
    return Cast(places, actors, dict(counts))


def settle(register: Register, casts: Iterable[Cast], authority: Authority) -> None:
    """Give each name without a slug one: the most mentioned of a name first, ties by id.

    A name that a person gave has the slug of that name; the address it had before leads there, and so do those of
    names that were brought into another.
    """
    met = _Met.of(casts)
    _part(register)
    taken = {kind: {slug for (k, _), slug in register.names.items() if k == kind} for kind in FOLDERS}
    for old in register.redirects:  # an address that was another's is not given again
        folder, _, page = old.partition("/")
        for kind in FOLDERS:
            if FOLDERS[kind] == folder:
                taken[kind].add(page.removesuffix(".html"))
    for key in sorted(met.counts, key=lambda key: (-met.counts[key], key)):
        if key not in register.names:
            made = slugs.free(met.forms(key), taken[key[0]])
            if made:
                register.names[key] = made
                taken[key[0]].add(made)
    _rename(register, met, authority, taken)
    for key in met.counts:
        if key in register.names:
            register.redirects.pop(_address(register, key), None)
    _redirect(register, met, authority)


@dataclass(frozen=True, slots=True)
class _Met:
    """The names that articles have."""

    places: Mapping[str, Place]
    actors: Mapping[str, Actor]
    counts: Counter[tuple[str, str]]
    """By kind and id."""

    @classmethod
    def of(cls, casts: Iterable[Cast]) -> _Met:
        places, actors = dict[str, Place](), dict[str, Actor]()
        counts: Counter[tuple[str, str]] = Counter()
        for each in casts:
            for place in each.places:
                places.setdefault(place.id, place)
            for actor in each.actors:
                actors.setdefault(actor.id, actor)
            for name, count in each.counts.items():
                kind, _, id = name.partition(" ")
                counts[kind, id] += count
        return cls(places, actors, counts)

    def forms(self, key: tuple[str, str], name: str = "") -> Iterator[str]:
        """Slugs of the name it has, or of another, the best first; none of what no article lists."""
        kind, id = key
        if kind == "place" and id in self.places:
            place = self.places[id]
            return slugs.place(replace(place, name=name or place.name))
        if kind == "actor" and id in self.actors:
            actor = self.actors[id]
            return slugs.actor(replace(actor, name=name or actor.name))
        return slugs.source(id) if kind == "source" else iter(())


def _rename(register: Register, met: _Met, authority: Authority, taken: dict[str, set[str]]) -> None:
    """Move the pages of those to whom a person gave another name."""
    given = [(("actor", actor.id), actor.name) for actor in authority.actors]
    given += [(("place", place.id), place.name) for place in authority.places]
    for key, name in sorted(given):
        old = register.names.get(key) if key in met.counts and slugs.slug(name) else None
        if old is None or slugs.bears(old, name, key[1]):
            continue
        before = _address(register, key)
        # its own former addresses are free to it: a name that is given back has its page back
        own = {_slug(page) for page, now in register.redirects.items() if now == before}
        made = slugs.free(met.forms(key, name), taken[key[0]] - own)
        if made:
            register.names[key] = made
            taken[key[0]].add(made)
            register.redirect(before, _address(register, key))


def _part(register: Register) -> None:
    """Where two branches of git gave one slug to two names, the first by id keeps it."""
    seen = set[tuple[str, str]]()
    for kind, id in sorted(register.names):
        slug = register.names[kind, id]
        if (kind, slug) in seen:
            del register.names[kind, id]
        seen.add((kind, slug))


def _redirect(register: Register, met: _Met, authority: Authority) -> None:
    """Let the pages of names that were brought into another answer there."""
    heirs = {key: register.successor(key[0], merge.into) for key, merge in register.merges.items()}
    for outlet in authority.sources:  # a source has no id but its name
        heirs |= {("source", alias): outlet.name for alias in outlet.aliases}
    heirs |= _emptied(register, met, authority)
    for key, now in sorted(heirs.items()):
        heir = (key[0], now)
        if key != heir and key not in met.counts and {key, heir} <= register.names.keys():
            register.redirect(_address(register, key), _address(register, heir))


def _emptied(register: Register, met: _Met, authority: Authority) -> dict[tuple[str, str], str]:
    """Places that no article names any more, since a person gave their name to one other."""
    given: defaultdict[str, set[str]] = defaultdict(set)
    for place in authority.places:
        for name in (place.name, *place.aliases):
            given[slugs.slug(name)].add(place.id)
    return {
        key: next(iter(given[slug]))
        for key, slug in register.names.items()
        if key[0] == "place" and key not in met.counts and len(given.get(slug, ())) == 1
    }


def _address(register: Register, key: tuple[str, str]) -> str:
    return f"{FOLDERS[key[0]]}/{register.names[key]}.html"


def _slug(address: str) -> str:
    return address.rpartition("/")[2].removesuffix(".html")
