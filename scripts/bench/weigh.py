"""What a built site weighs, on disk and on its way to a reader."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

KINDS = {
    "an article": r"(?:\d{4}/\d\d/\d\d|undated)/(?!index\.)[^/]+(?<!\.raw)\.html",
    "raw text of an article": r".+\.raw\.html",
    "a day": r"\d{4}/\d\d/\d\d/.+\.html",
    "a place": r"places/(?!index\.).+\.html",
    "an actor": r"actors/(?!index\.).+\.html",
    "a source": r"sources/(?!index\.).+\.html",
    "another page": r".+\.html",
    "search": r"search/.+",
    "feeds": r"feeds/.+",
    "downloads": r"data/.+",
    "styles, scripts, the rest": r".+",
}
"""Patterns of addresses; the first that fits settles what a file is."""


def weight(made: Path) -> dict[str, int]:
    """Files of a folder and their bytes; of a file, its own."""
    files = [path for path in made.rglob("*") if path.is_file()] if made.is_dir() else [made]
    return {"files": len(files), "bytes": sum(path.stat().st_size for path in files)}


def by_kind(output: Path) -> dict[str, dict[str, int]]:
    """Files and bytes of each kind; of pages also the bytes gzipped: the middle one, the 99th of a hundred, the largest."""
    found: dict[str, list[Path]] = {kind: [] for kind in KINDS}
    for path in output.rglob("*"):
        if path.is_file():
            address = path.relative_to(output).as_posix()
            found[next(kind for kind, pattern in KINDS.items() if re.fullmatch(pattern, address))].append(
                path
            )
    return {kind: _weighed(paths) for kind, paths in found.items() if paths}


def _weighed(paths: list[Path]) -> dict[str, int]:
    on_disk = {"files": len(paths), "bytes": sum(path.stat().st_size for path in paths)}
    if paths[0].suffix != ".html":
        return on_disk
    sizes = sorted(len(gzip.compress(path.read_bytes(), 6)) for path in paths)
    middle, late = sizes[len(sizes) // 2], sizes[len(sizes) * 99 // 100]
    return on_disk | {"p50": middle, "p99": late, "most": sizes[-1]}
