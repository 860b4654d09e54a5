"""Where the theme lies: Daybook's own, in a checkout and in an installed package alike, and what an archive has of its own.

An archive's own theme, the folder that THEME names, holds what differs and nothing else: templates that come before
Daybook's, files below `static/`, and `styles/tokens.css`, which comes after Daybook's styles. One with bundles of its
own, in `build/theme/` beside it, brings all styles and scripts itself.
"""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent
_INSTALLED = _PACKAGE / "bundled"
"""What a wheel holds of the theme: setup.py puts it there."""
MAPS = "map"
"""Below the bundles: a folder for each way of seeing the borders."""


def path() -> Path:
    """Daybook's own theme: a folder with templates/ and static/."""
    return _INSTALLED if _INSTALLED.is_dir() else _PACKAGE.parents[1] / "theme"


def bundles(theme: Path) -> Path:
    """The folder of bundled styles, scripts and fonts that goes with a theme."""
    own = theme.parent / "build" / "theme"
    if theme != path() and own.is_dir():
        return own
    return _INSTALLED / "assets" if path() == _INSTALLED else path().parent / "build" / "theme"


def views(theme: Path, borders: str) -> Path:
    """The file that tells where a point lies in the pictures of small maps."""
    return bundles(theme) / MAPS / borders / "views.json"


def roots(theme: Path) -> tuple[Path, ...]:
    """The folders whose files the site gets; of two files of one name it gets the later."""
    return tuple(dict.fromkeys([bundles(theme), path() / "static", theme / "static"]))


def templates(theme: Path) -> tuple[Path, ...]:
    """The folders of templates; of two of one name the first is used."""
    return tuple(dict.fromkeys([theme / "templates", path() / "templates"]))


def tokens(theme: Path) -> Path | None:
    """The archive's own styles; None where it has none, or brings all styles itself."""
    own = theme / "styles" / "tokens.css"
    changed = theme != path() and bundles(theme) == bundles(path())
    return own if changed and own.is_file() else None
