"""Commands that prove the archive, and take a day's briefing along."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from datetime import date as Day
from pathlib import Path

import click

from daybook import addresses, console
from daybook.cli import options
from daybook.content import find
from daybook.content.files import write
from daybook.errors import SettingError
from daybook.format import count
from daybook.proof import record, releases
from daybook.proof.verify import Verified
from daybook.proof.verify import verify as verified
from daybook.settings import plain_value
from daybook.site import addresses as pages
from daybook.site.mail import letter
from daybook.site.page import SiteInfo
from daybook.web import site_url

SHOWN = 20
"""Days that are named."""

_output = click.option("--output", type=click.Path(path_type=Path), default=Path("output"), show_default=True)


@click.command()
@options.content
@_output
@options.settings
def verify(content: Path, output: Path, settings_file: Path) -> None:
    """Prove the whole archive again: seeds, text layers, every span and line, the releases. Writes nothing.

    Exit status 1 where something does not hold. What changed since the last release is told, and is no fault.
    """
    found = _verified(content, output, settings_file)
    console.problems(found.faults[: console.SHOWN])
    if len(found.faults) > console.SHOWN:
        click.echo(f"… and {len(found.faults) - console.SHOWN} more", err=True)
    for line in _told(found, output):
        click.echo(line)
    sys.exit(1 if found.faults else 0)


@click.command()
@click.option(
    "--date", default="", metavar="DAY", help="Of the release, ISO; left out where it is not given."
)
@options.content
@_output
@options.settings
def release(date: str, content: Path, output: Path, settings_file: Path) -> None:
    """Prove the archive, then note what it is in content/register/releases.jsonl; nothing where nothing is new."""
    if date and not options.is_day(date):
        raise SettingError(f"--date: expected an ISO day such as 2024-05-17, found {date!r}; mend it")
    if not (output / "index.html").is_file():
        raise SettingError(f"{output}: expected a site, found none; run `daybook build`")
    found = _verified(content, output, settings_file)
    console.problems(found.faults[: console.SHOWN])
    if found.broken:
        click.echo(f"No release: {count(len(found.faults), 'fault')}", err=True)
        sys.exit(1)
    made = releases.add(content, found.state, date)
    if made is None:
        click.echo(f"Nothing new since the release {found.last.root if found.last else ''}")
    else:
        click.echo(f"{content / releases.NAME}: {made.root} ({count(made.articles, 'article')}, {count(made.days, 'day')}, {count(len(made.changed), 'day')} new or changed)")  # fmt: skip


def _verified(content: Path, output: Path, settings_file: Path) -> Verified:
    find.archive(content)
    settings = options.read_settings(settings_file)
    copies = settings_file.parent / "build" / "cache" / "copies"
    lie = str(settings_file.parent / settings.seeds)
    told = replace(_site(settings_file, None), coverage=settings.days, sections=settings.sections, rights=settings.rights)  # fmt: skip
    with addresses.folder(lie, copies) as seeds, console.progress("verify") as progress:
        return verified(content, seeds, output, told, progress)


def _told(found: Verified, output: Path) -> list[str]:
    state, wrong = found.state, count(len(found.faults), "fault")
    lines = [f"{count(state.articles, 'article')}, {count(found.spans, 'span')}: {wrong}"]
    if not found.built:
        return [*lines, f"{output}: no site, so that no briefing was looked at; run `daybook build`"]
    lines[0] = f"{count(state.articles, 'article')}, {count(found.spans, 'span')}, {count(len(state.days), 'day')} with {count(found.lines, 'line')} of briefings: {wrong}"  # fmt: skip
    if found.last is None:
        return [*lines, "No release yet; `daybook release` notes one"]
    last = f"the last release ({found.last.date or f'until {found.last.until}'}, {found.last.root})"
    if found.same:
        return [*lines, f"Articles and records are those of {last}"]
    told = ", ".join(found.changed[:SHOWN]) + (" …" if len(found.changed) > SHOWN else "")
    what = f"{count(len(found.changed), 'day')} changed: {told}" if found.changed else "files of articles changed, and no day's record"  # fmt: skip
    return [*lines, f"Since {last}: {what}"]


@click.command()
@click.argument("day", metavar="DAY")
@click.option(
    "--file", "path", type=click.Path(path_type=Path), help="Where to write it. [default: build/mail/DAY.eml]"
)
@click.option("--siteurl", metavar="URL", help="Where the site lives, for its links. [default: the setting]")
@_output
@options.settings
def mail(day: str, path: Path | None, siteurl: str | None, output: Path, settings_file: Path) -> None:
    """Write the briefing of a day of the built site as a letter, plain and HTML, that any mail program opens.

    DAY is ISO. The same day and site give the same bytes; sender and recipients are yours to add.
    """
    if not options.is_day(day):
        raise SettingError(f"DAY: expected an ISO day such as 2024-05-17, found {day!r}; mend it")
    file = output / pages.record(Day.fromisoformat(day))
    try:
        held = record.read(file.read_bytes())
    except (OSError, ValueError) as error:
        raise SettingError(f"{file}: expected the record of a day, found {error}; run `daybook build`, or name a day that has articles") from None  # fmt: skip
    target = path or settings_file.parent / "build" / "mail" / f"{day}.eml"
    write(target, letter(held, _site(settings_file, siteurl)))
    click.echo(target)


def _site(settings_file: Path, siteurl: str | None) -> SiteInfo:
    """What Pelican's settings say of the site."""

    def said(name: str) -> str:
        found = plain_value(settings_file, name) if settings_file.is_file() else None
        return found if isinstance(found, str) else ""

    url = site_url(siteurl or said("SITEURL") or os.environ.get("SITEURL", ""))
    return SiteInfo(said("SITENAME"), url, lang=said("DEFAULT_LANG") or "en")


COMMANDS: tuple[click.Command, ...] = (verify, release, mail)
