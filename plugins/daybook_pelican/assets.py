"""The theme's bundled styles, scripts and fonts, and the archive's own styles."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from daybook.errors import SettingError
from daybook_pelican import theme as themes

FOLDER = "theme"
"""Below the output."""

NEEDED = ("styles/main.css", "scripts/main.js", "scripts/search.js", "scripts/filter.js", "scripts/review.js")
OWN = "styles/own.css"
"""Below that folder: what the archive adds to the styles of the theme."""

Asset = tuple[str, bytes]


def assets(theme: Path, own: str = "") -> Iterator[Asset]:
    """Address and bytes of each bundle of the theme, of what needs no bundling, and of the archive's own styles.

    Raises SettingError where the bundles were not made.
    """
    bundled, *others = themes.roots(theme)
    for name in NEEDED:
        if not (bundled / name).is_file():
            raise SettingError(
                f"{bundled / name}: expected the theme's bundle, found no such file; run `make site` or `npm run build`"
            )
    found: dict[str, bytes] = {}
    for root in (bundled, *others):
        for path in sorted(root.rglob("*")):
            if path.is_file() and not path.name.startswith("."):
                found[path.relative_to(root).as_posix()] = path.read_bytes()
    if own:
        found[OWN] = own.encode("utf-8")
    yield from ((f"{FOLDER}/{name}", found[name]) for name in sorted(found))


def own_styles(theme: Path) -> str:
    """What the archive adds to the styles of the theme. Raises SettingError where its file is no text."""
    tokens = themes.tokens(theme)
    try:
        return tokens.read_text("utf-8") if tokens else ""
    except (OSError, UnicodeDecodeError) as error:
        raise SettingError(f"{tokens}: expected styles in UTF-8, found {error}; mend the file") from error
