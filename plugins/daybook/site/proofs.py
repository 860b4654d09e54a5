"""What a day's page is checked against: the day's record as a file, as a script, and told as Markdown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from daybook.proof.record import as_script
from daybook.site import addresses, taken
from daybook.site.desk import Desk
from daybook.site.page import File


@dataclass(frozen=True, slots=True)
class Proven:
    """A day's record, as its page tells of it."""

    sha256: str
    record: str
    """Its address; empty where the site has no downloads."""
    markdown: str
    """Address of the briefing as Markdown."""


def proven(desk: Desk, day: date) -> Proven:
    """What the day's page says of its record. Raises Unsupported where a line rests on nothing."""
    sha256 = desk.record(day).sha256
    if not desk.site.sections.downloads:
        return Proven(sha256, "", "")
    return Proven(sha256, addresses.record(day), addresses.taken(day))


def files(desk: Desk, day: date) -> Iterator[File]:
    """The files of a day's record, where the site has downloads."""
    if desk.site.sections.downloads:
        made = desk.record(day)
        at = addresses.taken(day)
        data = made.data
        yield addresses.record(day), data
        yield addresses.record_script(day), as_script(data)
        yield at, taken.markdown(made, desk.site, at)
