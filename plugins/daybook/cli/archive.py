"""Commands that make the archive and its site."""

from __future__ import annotations

import sys
from dataclasses import asdict
from pathlib import Path

import click

from daybook import console
from daybook.cli import options
from daybook.content import authority as authorities
from daybook.content import find, register
from daybook.content.authority import Authority


@click.command()
@click.option(
    "--seeds", type=click.Path(path_type=Path), help="Folder of raw articles. [default: the setting]"
)
@options.content
@options.no_authority
@options.coverage
@click.option("--strict", is_flag=True, help="Exit status 1 where an article was set aside or has a problem.")
@options.settings
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

    settings = options.read_settings(settings_file, coverage)
    folder = seeds or settings_file.parent / settings.seeds
    with console.progress("ingest") as progress:
        report = ingesting.ingest(folder, content, settings, authority=not no_authority, progress=progress)
    console.report(report, content)
    if report.problems and (strict or settings.strict):
        sys.exit(1)


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True))
@options.coverage
@options.no_authority
@options.settings
@options.content
def extract(
    paths: tuple[Path, ...], coverage: str | None, no_authority: bool, settings_file: Path, content: Path
) -> None:
    """Print what files say, one JSON object a line; each folder is taken as one archive. Writes nothing."""
    from daybook import extraction

    days = options.read_settings(settings_file, coverage).days
    known = Authority() if no_authority else authorities.load(content / "authority")
    with console.progress("extract") as progress:
        for line in extraction.lines(paths, known, days, progress):
            click.echo(line)


@click.command(context_settings={"ignore_unknown_options": True})
@click.option("--siteurl", metavar="URL", help="Where the site will live, for absolute addresses.")
@click.option("--strict", is_flag=True, help="Exit status 1 where an article has a problem.")
@options.settings
@click.argument("more", nargs=-1, type=click.UNPROCESSED)
def build(siteurl: str | None, strict: bool, settings_file: Path, more: tuple[str, ...]) -> None:
    """Build the site: Pelican with what it needs; further options go to Pelican."""
    given: dict[str, object] = {} if siteurl is None else {"SITEURL": siteurl.rstrip("/")}
    if strict:
        given["DAYBOOK"] = asdict(options.read_settings(settings_file)) | {"strict": True}
    sys.exit(console.pelican(settings_file, given, ("--fatal=warnings", *more)))


@click.command()
@click.option("--port", default=8000, show_default=True)
@options.settings
def serve(port: int, settings_file: Path) -> None:
    """Build, serve on this machine, and build again whenever something changes."""
    sys.exit(console.pelican(settings_file, {}, ("--autoreload", "--listen", "--port", str(port))))


@click.command()
@options.content
def problems(content: Path) -> None:
    """List what the last ingest could not settle."""
    find.archive(content)
    console.problems(register.load(content).problems)


COMMANDS: tuple[click.Command, ...] = (ingest, extract, build, serve, problems)
