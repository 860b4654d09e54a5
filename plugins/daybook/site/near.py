"""The nearest towns of the archive to each of its towns, by a grid of cells, so that no pair far apart is looked at."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from heapq import nlargest

REACH_KM = 400.0
"""Towns further apart are no neighbours."""
_EARTH_KM = 6371.0088
"""Mean radius, WGS 84."""
_CLOSE_KM = 100.0
"""Where towns lie close, no further one is looked at."""
_CELL = 1.0
"""Degrees."""

_SPARE = 6
"""Towns beyond those wanted that are measured, for those that stand at one place."""

Point = tuple[float, float]
"""Latitude and longitude in degrees."""
Vector = tuple[float, float, float]


def distance(one: Point, other: Point) -> float:
    """Kilometres along the great circle (haversine)."""
    lat1, lon1, lat2, lon2 = map(math.radians, (*one, *other))
    half = (
        math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    )
    return 2 * _EARTH_KM * math.asin(min(1.0, math.sqrt(half)))


def neighbours(points: Mapping[str, Point], limit: int = 6) -> dict[str, tuple[tuple[str, float], ...]]:
    """For each id the nearest others within reach with their distance in kilometres, nearest first."""
    cells: dict[tuple[int, int], list[tuple[Vector, str]]] = {}
    for id in sorted(points):
        cells.setdefault(_cell(points[id]), []).append((_vector(points[id]), id))
    found: dict[str, tuple[tuple[str, float], ...]] = {}
    for id in points:
        close = _nearest(id, points, cells, limit, _CLOSE_KM)
        found[id] = close if len(close) == limit else _nearest(id, points, cells, limit, REACH_KM)
    return found


def _nearest(
    id: str,
    points: Mapping[str, Point],
    cells: Mapping[tuple[int, int], list[tuple[Vector, str]]],
    limit: int,
    reach: float,
) -> tuple[tuple[str, float], ...]:
    here = points[id]
    x, y, z = _vector(here)
    # The smaller the angle the larger the product of the vectors, which costs a tenth of the distance.
    held = [
        (x * a + y * b + z * c, other)
        for cell in _around(here, reach)
        for (a, b, c), other in cells.get(cell, ())
        if other != id
    ]
    likely = (other for _, other in nlargest(limit + _SPARE, held))
    measured = sorted((distance(here, points[other]), other) for other in likely)
    return tuple((other, km) for km, other in measured[:limit] if km <= reach)


def _vector(point: Point) -> Vector:
    """The point on the unit sphere."""
    latitude, longitude = map(math.radians, point)
    return (
        math.cos(latitude) * math.cos(longitude),
        math.cos(latitude) * math.sin(longitude),
        math.sin(latitude),
    )


def _cell(point: Point) -> tuple[int, int]:
    return math.floor(point[0] / _CELL), math.floor(point[1] / _CELL) % _COLUMNS


_COLUMNS = round(360 / _CELL)


def _around(point: Point, reach: float) -> Iterable[tuple[int, int]]:
    """The cells that hold all points within reach (kilometres)."""
    row, column = _cell(point)
    rows = math.ceil(math.degrees(reach / _EARTH_KM) / _CELL)
    for r in range(row - rows, row + rows + 1):
        yield from ((r, c) for c in _columns(r, column, reach))


def _columns(row: int, column: int, reach: float) -> Iterator[int]:
    """Columns within reach in a row; all of them near a pole.

    Of a circle of the angular radius d about the latitude f, no point is further east or west than asin(sin d / cos f).
    """
    furthest = max(abs(row * _CELL), abs((row + 1) * _CELL))
    narrow = math.cos(math.radians(min(furthest, 90.0)))
    radius = math.sin(reach / _EARTH_KM)
    wide = math.degrees(math.asin(radius / narrow)) / _CELL if radius < narrow else _COLUMNS
    each_way = math.floor(wide) + 1
    if 2 * each_way + 1 >= _COLUMNS:
        yield from range(_COLUMNS)
        return
    yield from ((column + step) % _COLUMNS for step in range(-each_way, each_way + 1))
