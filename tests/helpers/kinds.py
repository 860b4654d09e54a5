"""One page of each kind out of a built site."""

from __future__ import annotations

import re
from pathlib import Path

PATTERNS = {
    "home": r"index\.html",
    "year": r"\d{4}/index\.html",
    "week": r"\d{4}/w\d\d/index\.html",
    "month": r"\d{4}/\d\d/index\.html",
    "day": r"\d{4}/\d\d/\d\d/index\.html",
    "raw": r"(?:\d{4}/\d\d/\d\d|undated)/[^/]+\.raw\.html",
    "article": r"\d{4}/\d\d/\d\d/(?!index)[^/]+\.html",
    "places": r"places/index\.html",
    "place": r"places/(?!index)[^/]+\.html",
    "actors": r"actors/index\.html",
    "actor": r"actors/(?!index)[^/]+\.html",
    "sources": r"sources/index\.html",
    "source": r"sources/(?!index)[^/]+\.html",
    "stories": r"stories/(?:index|months/[^/]+)\.html",
    "story": r"stories/(?!index)[^/]+\.html",
    "search": r"search\.html",
    "map": r"map\.html",
    "undated": r"undated\.html|undated/index\.html",
    "review": r"review\.html",
    "figures": r"figures/index\.html",
    "data": r"data/index\.html",
    "about": r"about\.html",
    "method": r"method\.html",
    "missing": r"404\.html",
}


def by_kind(output: Path) -> dict[str, list[str]]:
    """The addresses of a site's pages by their kind; a page of no known kind is an error."""
    found: dict[str, list[str]] = {kind: [] for kind in [*PATTERNS, "other"]}
    for page in sorted(output.rglob("*.html")):
        address = page.relative_to(output).as_posix()
        kind = next((kind for kind, pattern in PATTERNS.items() if re.fullmatch(pattern, address)), "other")
        found[kind].append(address)
    return found
