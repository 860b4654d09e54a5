"""The figures that stand at the top of bench.json, what is aimed at, and how they come from the raw ones."""

from __future__ import annotations

import statistics
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

Raw = dict[str, Any]
"""What the parts of a run measured, by part; a part that was left out is absent."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table."""

    name: str
    """Its key in bench.json."""
    words: str
    most: float | bool
    """What is aimed at: at most this, or that it is so."""
    unit: str
    """Behind the number: `s`, `MB`, `B`, `ms`, or nothing for a ratio."""
    of: Callable[[Raw], float | bool]
    """Its value; KeyError where what it needs was not measured."""

    def value(self, raw: Raw) -> float | bool | None:
        """Rounded; None where it was not measured."""
        try:
            value: float | bool = self.of(raw)
        except (KeyError, TypeError, ZeroDivisionError):
            return None
        return value if isinstance(value, bool) else round(value, 4 if not self.unit else 2)

    def held(self, value: float | bool) -> bool:
        return value is self.most if isinstance(self.most, bool) else value <= self.most


def middle(runs: list[dict[str, float]], what: str = "wall") -> float:
    """The median over several runs."""
    return float(statistics.median(run[what] for run in runs))


def _peers(raw: Raw, *names: str) -> float:
    return sum(middle(raw["peers"][name]) for name in names)


def _cost(raw: Raw, what: str = "wall") -> float:
    """An article's cost in the whole archive over its cost in the small one."""
    small = raw["scale"]
    one = middle(small["clean"], what) / int(small["articles"])
    return middle(raw["clean"], what) / int(raw["articles"]) / one


FIGURES: tuple[Figure, ...] = (
    Figure(
        "clean_vs_hugo_pagefind",
        "clean build, over Hugo and Pagefind",
        0.5,
        "",
        lambda raw: middle(raw["clean"]) / _peers(raw, "hugo", "pagefind"),
    ),
    Figure(
        "clean_vs_pelican_lunr",
        "clean build, over stock Pelican and a whole Lunr index",
        0.35,
        "",
        lambda raw: middle(raw["clean"]) / _peers(raw, "pelican", "lunr"),
    ),
    Figure(
        "growth_vs_clean",
        "a day's growth, over a clean build of the same content",
        0.12,
        "",
        lambda raw: middle(raw["growth"]["newest"]) / raw["growth"]["clean"]["wall"],
    ),
    Figure(
        "growth_identical",
        "what has grown is, byte for byte, what a clean build makes",
        True,
        "",
        lambda raw: bool(raw["growth"]["identical"]),
    ),
    Figure(
        "nothing_changed_s",
        "a build when nothing changed",
        2,
        "s",
        lambda raw: middle(raw["nothing_changed"]),
    ),
    Figure(
        "peak_mb",
        "memory of a clean build, all processes",
        1200,
        "MB",
        lambda raw: max(run["peak"] for run in raw["clean"]),
    ),
    Figure("cost_ratio_19043_2000", "wall time an article, 19,043 over 2,000", 1.25, "", _cost),
    Figure("ingest_s", "ingest, raw to content", 150, "s", lambda raw: raw["ingest"]["wall"]),
    Figure("ingest_peak_mb", "memory of ingest, all processes", 600, "MB", lambda raw: raw["ingest"]["peak"]),
    Figure(
        "index_s", "search index from parsed articles, one core", 8, "s", lambda raw: raw["index"]["wall"]
    ),
    Figure(
        "first_answer_bytes",
        "first answer of search, gzipped, fonts apart, the heaviest of 40",
        130_000,
        "B",
        lambda raw: raw["search"]["first_answer_bytes"],
    ),
    Figure("warm_p50_ms", "a further query, median", 30, "ms", lambda raw: raw["search"]["warm_p50_ms"]),
    Figure(
        "warm_p95_ms", "a further query, 95th percentile", 80, "ms", lambda raw: raw["search"]["warm_p95_ms"]
    ),
    Figure(
        "first_answer_vs_pagefind",
        "first answer of search, over Pagefind's heaviest",
        1,
        "",
        lambda raw: raw["search"]["first_answer_bytes"] / raw["search"]["pagefind"]["first_answer_bytes"],
    ),
    Figure(
        "warm_vs_pagefind",
        "a further query, median, over Pagefind's",
        1,
        "",
        lambda raw: raw["search"]["warm_p50_ms"] / raw["search"]["pagefind"]["warm_p50_ms"],
    ),
    Figure(
        "longest_block_ms",
        "a query from disk: the longest block of the page",
        100,
        "ms",
        lambda raw: raw["search"]["file_longest_block_ms"],
    ),
    Figure(
        "site_bytes_ratio",
        "whole site on disk, over Hugo's and Pagefind's",
        1.0,
        "",
        lambda raw: (
            raw["site"]["bytes"] / (raw["peers"]["hugo"][0]["bytes"] + raw["peers"]["pagefind"][0]["bytes"])
        ),
    ),
    Figure(
        "article_gzip_bytes",
        "an article's page gzipped, the largest of 99 in 100",
        12_000,
        "B",
        lambda raw: raw["site"]["kinds"]["an article"]["p99"],
    ),
    Figure(
        "one_day_page_bytes",
        "10,000 articles on one day: the largest page",
        200_000,
        "B",
        lambda raw: raw["one_day"]["largest_page"],
    ),
    Figure(
        "one_day_cost_ratio",
        "10,000 articles on one day: wall time an article, over 5,000",
        1.25,
        "",
        lambda raw: raw["one_day"]["whole"]["wall"] / raw["one_day"]["half"]["wall"] / 2,
    ),
)


def top(raw: Raw) -> dict[str, float | bool | None]:
    """Every figure by name."""
    return {figure.name: figure.value(raw) for figure in FIGURES}


def told(value: float | bool | None, unit: str) -> str:
    """A figure as people read it."""
    if value is None:
        return "not measured"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if not unit:
        return f"{value:.2f}"
    number = f"{value:,.0f}" if unit in ("B", "MB") else f"{value:.1f}" if value < 100 else f"{value:.0f}"
    return f"{number} {unit}"


def aimed(figure: Figure) -> str:
    """What is aimed at, as people read it."""
    if isinstance(figure.most, bool):
        return told(figure.most, "")
    return f"≤ {figure.most:,g} {figure.unit}".rstrip()


def reached(figure: Figure, value: float | bool | None) -> str:
    """What was reached; told where it falls short."""
    short = value is not None and not figure.held(value)
    return told(value, figure.unit) + (" (short)" if short else "")
