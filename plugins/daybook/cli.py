"""The command `daybook`."""

from __future__ import annotations

import sys
from dataclasses import asdict, replace
from pathlib import Path

import click

from daybook import console
from daybook.content import authority as authorities
from daybook.content import register
from daybook.content.authority import Authority
from daybook.errors import DaybookError
from daybook.settings import Coverage, Settings

SETTINGS = Path("pelican.conf.py")


class _Commands(click.Group):
    """Ends with the exit status of what went wrong: 1 problems under --strict, 2 a bad setting, 3 nothing could be written."""

    def invoke(self, context: click.Context) -> object:
        try:
            return super().invoke(context)
        except DaybookError as error:
            click.echo(f"daybook: {error}", err=True)
            context.exit(error.exitcode)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="daybook")
def main() -> None:
    """Turn a folder of raw news articles into a daily briefing archive."""


_coverage = click.option(
    "--coverage", metavar="FROM..TO", help="Days that the archive covers. [default: the setting]"
)
_no_authority = click.option("--no-authority", is_flag=True, help="Leave content/authority/ aside.")
_settings = click.option(
    "--settings",
    "settings_file",
    type=click.Path(path_type=Path, dir_okay=False),
    default=SETTINGS,
    show_default=True,
)
_content = click.option(
    "--content", type=click.Path(path_type=Path), default=Path("content"), show_default=True
)


@main.command()
@click.option(
    "--seeds", type=click.Path(path_type=Path), help="Folder of raw articles. [default: the setting]"
)
@_content
@_no_authority
@_coverage
@click.option("--strict", is_flag=True, help="Exit status 1 where an article was set aside or has a problem.")
@_settings
def ingest(
    seeds: Path | None,
    content: Path,
    no_authority: bool,
    coverage: str | None,
    strict: bool,
    settings_file: Path,
) -> None:
    """Bring content/ up to date with seeds/."""
    from daybook import (
        ingest as ingesting,
    )  # here, as it loads gazetteer and tagger, which other commands do not need

    settings = _read(settings_file, coverage)
    folder = seeds or settings_file.parent / settings.seeds
    with console.progress("ingest") as progress:
        report = ingesting.ingest(folder, content, settings, authority=not no_authority, progress=progress)
    console.report(report, content)
    if report.problems and (strict or settings.strict):
        sys.exit(1)


@main.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True))
@_coverage
@_no_authority
@_settings
@_content
def extract(
    paths: tuple[Path, ...], coverage: str | None, no_authority: bool, settings_file: Path, content: Path
) -> None:
    """Print what files say, one JSON object a line; each folder is taken as one archive. Writes nothing."""
    from daybook import extraction

    days = _read(settings_file, coverage).days
    known = Authority() if no_authority else authorities.load(content / "authority")
    with console.progress("extract") as progress:
        for line in extraction.lines(paths, known, days, progress):
            click.echo(line)


@main.command(context_settings={"ignore_unknown_options": True})
@click.option("--siteurl", metavar="URL", help="Where the site will live, for absolute addresses.")
@click.option("--strict", is_flag=True, help="Exit status 1 where an article has a problem.")
@_settings
@click.argument("more", nargs=-1, type=click.UNPROCESSED)
def build(siteurl: str | None, strict: bool, settings_file: Path, more: tuple[str, ...]) -> None:
    """Build the site: Pelican with what it needs; further options go to Pelican."""
    given: dict[str, object] = {} if siteurl is None else {"SITEURL": siteurl.rstrip("/")}
    if strict:
        given["DAYBOOK"] = asdict(_read(settings_file, None)) | {"strict": True}
    sys.exit(console.pelican(settings_file, given, ("--fatal=warnings", *more)))


@main.command()
@click.option("--port", default=8000, show_default=True)
@_settings
def serve(port: int, settings_file: Path) -> None:
    """Build, serve on this machine, and build again whenever something changes."""
    sys.exit(console.pelican(settings_file, {}, ("--autoreload", "--listen", "--port", str(port))))


@main.command()
@_content
def problems(content: Path) -> None:
    """List what the last ingest could not settle."""
    console.problems(register.load(content).problems)


@main.command()
@_content
def review(content: Path) -> None:
    """List what deserves a look: articles without a day, with what speaks for one, and all problems."""
    console.review(content)


def _read(path: Path, coverage: str | None) -> Settings:
    """The site's settings, the coverage overridden; the defaults where there is no settings file."""
    settings = Settings.from_file(path) if path.is_file() or path != SETTINGS else Settings()
    if coverage is None:
        return settings
    Coverage.parse(coverage)
    return replace(settings, coverage=coverage)
