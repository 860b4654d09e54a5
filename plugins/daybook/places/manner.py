"""Which country a text is written in, by its way of writing: `sheriff` and `$`, `councillor` and `£`."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import Any, Final

import yaml

from daybook.places.scene import Scene

_FILE: Final = Path(__file__).resolve().parent.parent / "knowledge" / "manner.yaml"
_HALF: Final = 3.0
"""Points of evidence at which a manner weighs half of what it can."""
_MOST: Final = 3.0
"""What it weighs at most, where a mention of a country weighs 1."""


def manner(scene: Scene) -> tuple[tuple[str, float], ...]:
    """The country whose manner the text has most of, with its weight; none where two are near each other."""
    seen = set(scene.folded)
    points = {}
    for country, cues in _cues().items():
        words: dict[str, float] = cues["words"]
        points[country] = sum(value for word, value in words.items() if word in seen)
        points[country] += sum(
            value * min(3, scene.layer.count(sign)) for sign, value in cues["signs"].items()
        )
    best, second = sorted(points.values(), reverse=True)[:2]
    country = max(points, key=lambda code: points[code])
    lead = best - second
    return ((country, _MOST * lead / (lead + _HALF)),) if lead > 0 else ()


@functools.cache
def _cues() -> dict[str, Any]:
    table: dict[str, Any] = yaml.load(_FILE.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return table
