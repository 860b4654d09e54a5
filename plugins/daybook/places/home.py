"""Where an article is at home: what the authority says of its outlet, else what its way of writing tells."""

from __future__ import annotations

import functools
import math
from typing import Final

from daybook.content.authority import Authority, Outlet
from daybook.errors import SettingError
from daybook.places import entries
from daybook.places.field import Home
from daybook.places.manner import manner
from daybook.places.overlay import Overlay, overlay
from daybook.places.scene import Scene

_COUNTRY: Final = 1.5
"""Weight of the outlet's country, where a mention of a country weighs 1: enough for Perth in Scotland before Perth in Australia,
not for a town in Texas before Paris."""


def home(scene: Scene, outlet: Outlet | None, own: Overlay) -> Home:
    """The home of one article. Raises SettingError where the outlet's is no place that is known."""
    if outlet is not None and (outlet.home or outlet.country):
        return _of(outlet, own)
    return Home(manner(scene), why="manner")


def check(authority: Authority) -> None:
    """Raise SettingError where an entry's id, or an outlet's home, is no place that is known."""
    for place in authority.places:
        entries.check(place, "content/authority/places.yaml")
    for outlet in authority.sources:
        _of(outlet, overlay(authority))


@functools.lru_cache(maxsize=256)
def _of(outlet: Outlet, own: Overlay) -> Home:
    if outlet.home is None:
        return Home(((outlet.country, _COUNTRY),)) if outlet.country else Home()
    town = own.entry(outlet.home)
    if town is None:
        raise SettingError(
            f"content/authority/sources.yaml, {outlet.name}, home: expected the id of a place that GeoNames' towns from 500 "
            f"inhabitants or places.yaml have, found {outlet.home!r}; correct it, or add an entry with it to places.yaml"
        )
    countries = dict.fromkeys(code for code in (town.country, outlet.country) if code)
    point = None if town.lat is None or town.lon is None else (town.lat, town.lon)
    region = town.id if town.kind == "region" else town.region
    narrow = _narrow(town.population)
    weighed = tuple((code, _COUNTRY * narrow * narrow) for code in countries)
    return Home(weighed, region, point, town.id, narrow)


def _narrow(population: int) -> float:
    """1 up to 100,000 inhabitants, a half at a million, a quarter from 3 million: how far a paper writes of what is near."""
    return min(1.0, max(0.25, 1.0 - (math.log10(max(population, 1)) - 5.0) / 2.0))
