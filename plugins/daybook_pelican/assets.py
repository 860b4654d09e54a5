"""The theme's bundled styles, scripts and fonts, and the archive's own styles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import get_args

from daybook.errors import SettingError
from daybook.settings import Borders
from daybook_pelican import theme as themes
from daybook_pelican.theme import MAPS

FOLDER = "theme"
"""Below the output."""

OWN = "styles/own.css"
"""Below that folder: what the archive adds to the styles of the theme."""
NEEDED = (
    "styles/main.css", "scripts/main.js",
    "scripts/article.js", "scripts/search.js", "scripts/filter.js", "scripts/review.js",
    "scripts/map.js", "scripts/cite.js", "scripts/data.js", "scripts/proof.js", "scripts/sw.js",
    *(f"{MAPS}/{borders}/views.json" for borders in get_args(Borders)),
)  # fmt: skip

Asset = tuple[str, bytes]


def assets(
    theme: Path, borders: Borders, views: Iterable[str], own: str = "", drawn: str = ""
) -> Iterator[Asset]:
    """Address and bytes of each bundle of the theme, of what needs no bundling, and of the archive's own styles.

    Of the maps those with these borders, and of their pictures those named, with the styles `drawn`. Raises SettingError where the bundles were not made.
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
            if path.is_file() and not path.name.startswith(".") and not path.is_relative_to(bundled / MAPS):
                found[path.relative_to(root).as_posix()] = path.read_bytes()
    folder = bundled / MAPS / borders
    for path in (*folder.glob("*.js"), *(folder / f"{name}.svg" for name in views)):
        if path.is_file():
            found[f"{MAPS}/{path.name}"] = _styled(path.read_bytes(), drawn)
    if own:
        found[OWN] = own.encode("utf-8")
    yield from ((f"{FOLDER}/{name}", found[name]) for name in sorted(found))


def _styled(picture: bytes, drawn: str) -> bytes:
    return picture.replace(b"</style>", drawn.encode() + b"</style>", 1) if drawn else picture


def own_styles(theme: Path) -> str:
    """What the archive adds to the styles of the theme. Raises SettingError where its file is no text."""
    tokens = themes.tokens(theme)
    try:
        return tokens.read_text("utf-8") if tokens else ""
    except (OSError, UnicodeDecodeError) as error:
        raise SettingError(f"{tokens}: expected styles in UTF-8, found {error}; mend the file") from error
