"""Counties of the United States, at the middle of their ZIP codes."""

from __future__ import annotations

import collections
import statistics
from typing import Any

from daybook.places.fold import fold
from daybook.places.store import Row


def rows(us_counties: list[dict[str, Any]], states: dict[str, int]) -> list[Row]:
    """One row a county that a ZIP code lies in. `states`: state code to its division's number."""
    points: dict[tuple[str, str], list[tuple[float, float]]] = collections.defaultdict(list)
    import zipcodes  # of the extra `gazetteer`: only who compiles it anew needs it

    every: list[dict[str, Any]] = zipcodes.list_all()
    for place in every:
        if place["county"] and place["lat"] and float(place["lat"]):
            points[place["state"], fold(place["county"])].append((float(place["lat"]), float(place["long"])))
    made = []
    for county in sorted(us_counties, key=lambda c: (c["state"], c["name"])):
        here = points.get((county["state"], fold(county["name"])))
        if here and county["state"] in states:
            lat, lon = (round(statistics.fmean(side), 3) for side in zip(*here, strict=True))
            own = f"dayb:us-{county['state'].lower()}-{fold(county['name']).replace(' ', '-')}"
            made.append(Row(county["name"], "region", "US", lat, lon, 0, 0, states[county["state"]], own))
    return made
