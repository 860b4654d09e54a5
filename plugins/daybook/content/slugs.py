"""Slugs: ASCII, short, unique, and once given never another's."""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Iterable, Iterator
from typing import get_args

import pycountry
from slugify import slugify

from daybook.values import Actor, ActorKind, Place, PlaceKind

LONGEST = 76
"""Characters. `content/articles/2022/03/02/`, the slug and `.evidence.json` stay within 120."""

# `index` is a list's page; the rest are devices, not files, on Windows, whatever their suffix.
RESERVED = frozenset(
    ("index", "con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10)))
)

# A number, a country with or without its division, a kind.
_ADDED = re.compile(
    rf"\d+|[a-z]{{2}}(?:-[a-z0-9-]+)?|{'|'.join((*get_args(PlaceKind), *get_args(ActorKind)))}"
)


def slug(text: str, longest: int = LONGEST) -> str:
    """The words in small ASCII letters, cut between words; empty where nothing of the text is left."""
    made = slugify(
        text[: 8 * longest], max_length=longest, word_boundary=True, save_order=True, backend="text-unidecode"
    )
    return made.strip("-")


def article(title: str, id: str, taken: Collection[str]) -> str:
    """An article's: of its title, or of its id where the title has no letters; `-2`, `-3` … for a repeat."""
    made = slug(title)
    return free(itertools.chain([made] if made else [], _numbered(made or f"article-{id}")), taken)


def place(place: Place) -> Iterator[str]:
    """Every slug that a place may have, the best first: `springfield`, `springfield-us-il`, with its id, with a number."""
    made = slug(place.name)
    country = (place.country or "").lower()
    longer = "-".join(filter(None, (made, country, division(place.country, place.region))))
    return _ways(made, longer if country else f"{made}-{place.kind}", place.id)


def actor(actor: Actor) -> Iterator[str]:
    """Every slug that an actor may have, the best first: of the name, with the country or kind, with the id, with a number."""
    made = slug(actor.name)
    return _ways(made, f"{made}-{(actor.country or actor.kind).lower()}", actor.id)


def source(name: str) -> Iterator[str]:
    """Every slug that an outlet or agency may have, the best first."""
    made = slug(name)
    return itertools.chain([made] if made else [], _numbered(made or "source"))


def bears(held: str, name: str, id: str) -> bool:
    """Whether a slug is that of a name, whatever was added to it to tell it from a namesake's."""
    made = slug(name)
    added = held.removeprefix(f"{made}-")
    return held == made or (added != held and (added == slug(id, 40) or _ADDED.fullmatch(added) is not None))


def division(country: str | None, region: str | None) -> str:
    """A region's ISO 3166-2 code within its country (`il`), else its slug."""
    if not country or not region:
        return ""
    known = pycountry.subdivisions.get(country_code=country) or ()  # type: ignore[no-untyped-call]
    codes = sorted(each.code for each in known if each.name.casefold() == region.casefold())
    return codes[0].partition("-")[2].lower() if codes else slug(region, 30)


def _ways(made: str, longer: str, id: str) -> Iterator[str]:
    ident = slug(id, 40)
    if made:
        yield made
        yield longer
    yield f"{made}-{ident}".strip("-")
    yield from _numbered(made or ident or "unnamed")


def _numbered(made: str) -> Iterator[str]:
    yield made
    yield from (f"{made}-{n}" for n in itertools.count(2))


def free(wanted: Iterable[str], taken: Collection[str]) -> str:
    """The first that no other has; empty where none is wanted."""
    return next((each for each in wanted if each and each not in taken and each not in RESERVED), "")
