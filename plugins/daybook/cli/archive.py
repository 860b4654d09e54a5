"""Commands that make the archive and its site. Each imports what it needs itself: where nothing changed, a build has little to do."""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from daybook.cli import options
from daybook.settings import Settings

if TYPE_CHECKING:
    from daybook.memory import Report


@click.command()
@click.option(
    "--seeds",
    metavar="PATH",
    help="Folder of raw articles, or an address such as s3://archive/seeds. [default: the setting]",
)
@click.option(
    "--content",
    metavar="PATH",
    default="content",
    show_default=True,
    help="Folder of articles, or an address.",
)
@options.no_authority
@options.coverage
@click.option("--scheduler", metavar="ADDRESS", help="Read articles on the Dask cluster of tcp://HOST:PORT.")
@click.option("--strict", is_flag=True, help="Exit status 1 where an article was set aside or has a problem.")
@options.settings
def ingest(
    seeds: str | None,
    content: str,
    no_authority: bool,
    coverage: str | None,
    scheduler: str | None,
    strict: bool,
    settings_file: Path,
) -> None:
    """Bring content/ up to date with seeds/."""
    from daybook import addresses, console, memory, stamps

    settings = options.read_settings(settings_file, coverage)
    copies = settings_file.parent / "build" / "cache" / "copies"
    lie = seeds or str(settings_file.parent / settings.seeds)
    with addresses.folder(lie, copies) as raw, addresses.folder(content, copies, written=True) as folder:
        last = memory.unchanged(raw, folder, settings, stamps.tree(folder), authority=not no_authority)
        report = last or _ingested(raw, folder, settings, not no_authority, scheduler)
    console.report(report, Path(content))
    if report.problems and (strict or settings.strict):
        sys.exit(1)


def _ingested(
    seeds: Path, content: Path, settings: Settings, authority: bool, scheduler: str | None
) -> Report:
    # gazetteer, tagger and Dask
    from daybook import cluster, console
    from daybook import ingest as ingesting

    with console.progress("ingest") as progress, contextlib.ExitStack() as stack:
        crew = stack.enter_context(cluster.connect(scheduler)) if scheduler else None
        return ingesting.ingest(seeds, content, settings, authority=authority, progress=progress, crew=crew)


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
    from daybook import console, extraction
    from daybook.content import authority as authorities
    from daybook.content.authority import Authority

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
    sys.exit(_pelican(settings_file, given, ("--fatal=warnings", *more)))


@click.command()
@click.option("--port", default=8000, show_default=True)
@options.settings
def serve(port: int, settings_file: Path) -> None:
    """Build, serve on this machine, and build again whenever something changes."""
    sys.exit(_pelican(settings_file, {}, ("--autoreload", "--listen", "--port", str(port))))


def _pelican(settings: Path, overrides: Mapping[str, object], more: tuple[str, ...]) -> int:
    """Run Pelican as its own process; gives its exit status."""
    command = [sys.executable, "-m", "pelican", "-s", str(settings), *more]
    if overrides:
        command += ["-e", *(f"{key}={json.dumps(value)}" for key, value in overrides.items())]
    return subprocess.run(command, check=False).returncode


@click.command()
@options.content
def problems(content: Path) -> None:
    """List what the last ingest could not settle."""
    from daybook import console
    from daybook.content import find, register

    find.archive(content)
    console.problems(register.load(content).problems)


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--name", default="", help="What the archive is called. [default: the folder's name]")
@click.option(
    "--wheel",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Daybook as a package, which the archive keeps. [default: the one it was installed from, or that `make wheel` made]",
)
def new(folder: Path, name: str, wheel: Path | None) -> None:
    """Begin an archive of your own in DIR, a new folder or an empty one."""
    from daybook.starting import start

    for path in start(folder, name, wheel):
        click.echo(path)
    click.echo(
        f"Put articles into {folder / 'seeds'}, then run `make site` in {folder}; README.md there tells the rest."
    )


@click.command()
@options.content
@click.option("--output", type=click.Path(path_type=Path), default=Path("output"), show_default=True)
@options.settings
def check(content: Path, output: Path, settings_file: Path) -> None:
    """Check settings, the files of content/ and every link of the site; exit status 1 where something is wrong."""
    from daybook import console
    from daybook.content import authority, store
    from daybook.digest import digest
    from daybook.errors import SettingError
    from daybook.format import count
    from daybook.publish import links
    from daybook.site.unmet import named, unmet

    options.read_settings(settings_file)
    known = authority.load(content / "authority")
    articles, wrong = store.load(content)
    asked = named(known)
    wrong += unmet(known, {each.id: digest(each) for each in articles if each.id in asked})
    console.problems(wrong)
    broken = list(links.broken(output))
    for line in broken:
        click.echo(console.plain(line), err=True)
    if not (output / "index.html").is_file():
        raise SettingError(f"{output}: expected a site, found none; run `daybook build`")
    found = len(wrong) + len(broken)
    click.echo(
        f"{count(len(articles), 'article')} checked, and all links of {output}: {count(found, 'fault')}"
    )
    sys.exit(1 if found else 0)


COMMANDS: tuple[click.Command, ...] = (new, ingest, extract, build, check, serve, problems)
