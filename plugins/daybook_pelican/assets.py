"""The theme's bundled styles, scripts and fonts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from daybook.errors import SettingError

FOLDER = "theme"
"""Below the output."""

NEEDED = ("styles/main.css", "scripts/main.js", "scripts/search.js", "scripts/review.js")

Asset = tuple[str, bytes]


def assets(theme: Path) -> Iterator[Asset]:
    """Address and bytes of each file of build/theme/ beside the theme, and of the theme's own static/.

    Raises SettingError where the bundles were not made.
    """
    bundled, _ = roots(theme)
    for name in NEEDED:
        if not (bundled / name).is_file():
            raise SettingError(
                f"{bundled / name}: expected the theme's bundle, found no such file; run `make site` or `npm run build`"
            )
    for root in roots(theme):
        for path in sorted(root.rglob("*")):
            if path.is_file() and not path.name.startswith("."):
                yield f"{FOLDER}/{path.relative_to(root).as_posix()}", path.read_bytes()


def roots(theme: Path) -> tuple[Path, Path]:
    """The folders of the bundles, and of what needs no bundling."""
    return theme.parent / "build" / "theme", theme / "static"
