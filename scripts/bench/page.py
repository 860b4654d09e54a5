"""The table on the terminal, and the part of docs/performance.md that a run writes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from scripts.bench.figures import FIGURES, aimed, middle, reached

BEGIN = "<!-- Written by make bench. -->"
END = "<!-- To here. -->"
_BETWEEN = re.compile(rf"(?<={re.escape(BEGIN)}\n).*?(?={re.escape(END)})", re.S)
EVERY = 4
"""Of the queries, one in so many stands on the page; all of them are in bench.json."""
PEERS = {
    "hugo": "Hugo",
    "pagefind": "Pagefind over Hugo's pages",
    "pelican": "stock Pelican",
    "lunr": "one whole Lunr index (lunr.py)",
}


def table(got: dict[str, Any]) -> str:
    """Every figure with its target, for a terminal."""
    rows = [("figure", "target", "reached")]
    rows += [(figure.words, aimed(figure), reached(figure, got[figure.name])) for figure in FIGURES]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(f"{a:{widths[0]}}  {b:>{widths[1]}}  {c:>{widths[2]}}".rstrip() for a, b, c in rows)


def written(page: str, got: dict[str, Any]) -> str:
    """The page with its part between the markers made anew. Raises ValueError where it has none."""
    if not _BETWEEN.search(page):
        raise ValueError(f"expected the lines {BEGIN} and {END} on the page, found none")
    text = "\n".join(_part(got))
    return _BETWEEN.sub(lambda _: f"\n{text}\n\n", page, count=1)


def write(path: Path, got: dict[str, Any]) -> None:
    path.write_text(written(path.read_text(encoding="utf-8"), got), encoding="utf-8")


def _part(got: dict[str, Any]) -> Iterator[str]:
    machine, raw, day = got["machine"], got["raw"], date.fromisoformat(got["date"])
    yield (
        f"Of {day.day} {day:%B %Y}: {raw['articles']:,} articles ({got['corpus']}), on {machine['processor']}, "
        f"{machine['cores']} cores, {machine['memory_gb']} GB, {machine['system']}, Python {machine['python']}.\n"
    )
    yield from _rows(
        ("figure", "target", "reached"),
        ((figure.words, aimed(figure), reached(figure, got[figure.name])) for figure in FIGURES),
    )
    yield "\n### Side by side\n"
    yield from _rows(
        ("what", "wall, s", "CPU, s", "peak of all processes, MB", "files", "bytes on disk"),
        _side_by_side(raw),
    )
    yield "\n### Where the time of a clean build goes\n"
    yield from _profile(raw)
    yield "\n### What the site weighs\n"
    yield from _weights(raw)
    yield "\n### What a query loads\n"
    yield from _payload(raw)
    if raw.get("search", {}).get("trace"):
        yield "\n### One search from disk\n"
        yield from _trace(raw["search"]["trace"])


def _rows(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"|{'---|' * len(head)}"
    for row in rows:
        yield f"| {' | '.join(row)} |"


def _side_by_side(raw: dict[str, Any]) -> Iterator[tuple[str, ...]]:
    if "clean" in raw:
        yield _used("Daybook, clean", raw["clean"], raw["site"])
    if "growth" in raw:
        added = f"{raw['growth']['added']} articles added"
        yield _used(f"Daybook, {added}, the newest", raw["growth"]["newest"])
        yield _used(f"Daybook, {added}, from all over", raw["growth"]["spread"])
    if "nothing_changed" in raw:
        yield _used("Daybook, nothing changed", raw["nothing_changed"])
    if "ingest" in raw:
        yield _used("Daybook, ingest", [raw["ingest"]])
    for name, words in PEERS.items():
        if name in raw.get("peers", {}):
            runs = raw["peers"][name]
            yield _used(words, runs, runs[0])


def _used(
    words: str, runs: list[dict[str, float]], weight: dict[str, float] | None = None
) -> tuple[str, ...]:
    """A row; where there were several runs, their median, and each wall time."""
    wall = f"{middle(runs):.1f}"
    if len(runs) > 1:
        wall += f" ({', '.join(format(run['wall'], '.1f') for run in runs)})"
    made = (f"{weight['files']:,}", f"{weight['bytes']:,}") if weight else ("", "")
    return (words, wall, f"{middle(runs, 'cpu'):.1f}", f"{max(run['peak'] for run in runs):,.0f}", *made)


def _profile(raw: dict[str, Any]) -> Iterator[str]:
    if "profile" not in raw:
        yield "Not measured."
        return
    cpu = raw["profile"]["cpu"]
    parts = raw["profile"]["parts"].items()
    yield from _rows(
        ("part of the code", "CPU, s", "share"),
        ((name, f"{seconds:.1f}", f"{seconds / cpu:.0%}") for name, seconds in parts),
    )


def _weights(raw: dict[str, Any]) -> Iterator[str]:
    if "site" not in raw:
        yield "Not measured."
        return
    yield from _rows(
        ("what", "files", "bytes on disk", "gzipped: the middle one", "99 of 100", "the largest"),
        (
            (
                kind,
                f"{held['files']:,}",
                f"{held['bytes']:,}",
                *(f"{held[key]:,}" if key in held else "" for key in ("p50", "p99", "most")),
            )
            for kind, held in raw["site"]["kinds"].items()
        ),
    )


def _payload(raw: dict[str, Any]) -> Iterator[str]:
    if "queries" not in raw.get("search", {}):
        yield "Not measured."
        return
    yield from _rows(
        ("query", "gzipped, bytes", "file by file"),
        (
            (
                _code(query["query"]),
                f"{query['bytes']:,}",
                ", ".join(f"{name} {size:,}" for name, size in query["files"].items()),
            )
            for query in raw["search"]["queries"][::EVERY]
        ),
    )
    if fonts := raw["search"].get("font_bytes"):
        yield f"\nFonts come on top, once for the whole site: {fonts:,} bytes."


def _trace(entries: list[dict[str, Any]]) -> Iterator[str]:
    """What the page asked for, milliseconds after it was opened."""
    yield from _rows(
        ("file", "asked for, ms", "there, ms"),
        ((f"`{each['what']}`", f"{each['from_ms']:,}", f"{each['to_ms']:,}") for each in entries),
    )


def _code(text: str) -> str:
    """As code in a table's cell."""
    return "`" + text.replace("|", r"\|") + "`"
