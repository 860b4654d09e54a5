"""Who is named with whom, drawn when the page is made: an actor amid those who share its articles.

The list beside it has the same names with their numbers; the drawing adds who of them is named with whom.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, islice

from daybook.digest import Digest
from daybook.format import shortened
from daybook.site.parts.refs import Ref

LEAST, MOST = 5, 10
"""Others that it is drawn for."""
SHARED = 2
"""Articles that two must share to be joined by a line."""
PAIRS = 14
"""Lines between others at most, the strongest."""
LABEL = 15
"""Characters of a name; the list has the whole of it."""
_CENTRE, _RADII, _GAP = (170, 112), (52, 88), 9
_SIDE = 12
"""How far from the middle a name begins or ends at its dot, and is not centred above or below it."""


@dataclass(frozen=True, slots=True)
class Node:
    """One of the others, on the ellipse around the actor."""

    ref: Ref
    label: str
    x: int
    y: int
    """Where its name stands."""
    side: str
    """`s`, `m` or `e`: whether the name starts, has its middle or ends there."""


@dataclass(frozen=True, slots=True)
class Network:
    """A drawing of 340 by 224."""

    nodes: tuple[Node, ...]
    dots: str
    """Path of SVG with a point for each of them, and one for the actor."""
    lines: tuple[tuple[int, str], ...]
    """From the actor to the others: 1 to 3, by the share of the strongest, with the path of all lines so strong."""
    pairs: str
    """Path of the lines between others; empty where no two share articles enough."""


def drawn(shared: Iterable[int]) -> int:
    """How many of an actor's others it shows, by the numbers of articles that they share with it."""
    enough = sum(1 for _ in islice((n for n in shared if n >= SHARED), MOST))
    return enough if enough >= LEAST else 0


def network(articles: Sequence[Digest], others: Sequence[tuple[str, Ref]]) -> Network | None:
    """Of an actor's articles, and the other actors in them by id, the most frequent first, with their number of articles."""
    held = others[: drawn(ref.count for _, ref in others)]
    if not held:
        return None
    points = [_point(n, len(held)) for n in range(len(held))]
    most = held[0][1].count
    lines: dict[int, str] = {}
    for (x, y), (_, ref) in zip(points, held, strict=True):
        weight = math.ceil(3 * ref.count / most)
        lines[weight] = lines.get(weight, "M{} {}".format(*_CENTRE)) + f"L{x} {y}M{_CENTRE[0]} {_CENTRE[1]}"
    return Network(
        tuple(_node(ref, *at) for (_, ref), at in zip(held, points, strict=True)),
        "".join(f"M{x} {y}h0" for x, y in (_CENTRE, *points)),
        tuple((weight, path.rpartition("M")[0]) for weight, path in sorted(lines.items())),
        _pairs(articles, {id: at for (id, _), at in zip(held, points, strict=True)}),
    )


def _point(number: int, many: int) -> tuple[int, int]:
    angle = math.tau * (number + 0.5) / many - math.pi / 2
    return round(_CENTRE[0] + _RADII[0] * math.cos(angle)), round(_CENTRE[1] + _RADII[1] * math.sin(angle))


def _node(ref: Ref, x: int, y: int) -> Node:
    off = x - _CENTRE[0]
    if abs(off) <= _SIDE:
        return Node(ref, shortened(ref.name, 2 * LABEL), x, y - _GAP if y < _CENTRE[1] else y + 2 * _GAP, "m")
    return Node(
        ref, shortened(ref.name, LABEL), x + (_GAP if off > 0 else -_GAP), y + 4, "s" if off > 0 else "e"
    )


def _pairs(articles: Sequence[Digest], points: Mapping[str, tuple[int, int]]) -> str:
    counts: Counter[tuple[str, str]] = Counter()
    for article in articles:
        counts.update(combinations([id for id in points if id in article.said], 2))
    strong = sorted((pair for pair, n in counts.items() if n >= SHARED), key=lambda pair: -counts[pair])[
        :PAIRS
    ]
    return "".join("M{} {}L{} {}".format(*points[one], *points[other]) for one, other in strong)
