"""Options that several commands take."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from daybook.settings import Coverage, Settings
from daybook.site.days import iso_day

SETTINGS = Path("pelican.conf.py")

coverage = click.option(
    "--coverage", metavar="FROM..TO", help="Days that the archive covers. [default: the setting]"
)
no_authority = click.option("--no-authority", is_flag=True, help="Leave content/authority/ aside.")
settings = click.option(
    "--settings",
    "settings_file",
    type=click.Path(path_type=Path, dir_okay=False),
    default=SETTINGS,
    show_default=True,
)
content = click.option(
    "--content", type=click.Path(path_type=Path), default=Path("content"), show_default=True
)


def is_day(text: str) -> bool:
    """Whether it is an ISO day."""
    return iso_day(text) is not None


def read_settings(path: Path, covered: str | None = None) -> Settings:
    """The site's settings, the coverage overridden; the defaults where there is no settings file."""
    found = Settings.from_file(path) if path.is_file() or path != SETTINGS else Settings()
    if covered is None:
        return found
    Coverage.parse(covered)
    return replace(found, coverage=covered)
