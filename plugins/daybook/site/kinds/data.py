"""What can be downloaded, file by file and column by column: the codebook."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from daybook.site import addresses, cite, codebook
from daybook.site.codebook import Described
from daybook.site.desk import Desk
from daybook.site.feeds import of_home
from daybook.site.page import Crumb, Feed, Head, Page
from daybook.words import Words

TEMPLATE = "data.html"
_MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class File:
    """A file with what stands in it."""

    what: Described
    size: str
    """In words."""


@dataclass(frozen=True, slots=True)
class DataPage:
    """The model of the codebook."""

    head: Head
    files: tuple[File, ...]
    of_days: tuple[Described, ...]
    """What each day has one of."""
    newest: str
    """The newest day in an address, `2022/03/31`; empty where there is none."""
    package: str
    """Address of datapackage.json."""
    citations: tuple[Crumb, ...]
    """The files with each month's citations, the newest first."""
    feeds: tuple[Feed, ...]


def page(desk: Desk, sizes: Mapping[str, int]) -> Page:
    """The codebook. `sizes` are those of the files by their addresses, in bytes."""
    words, site = desk.site.words, desk.site
    title = words.gettext("Data")
    months = {cite.month(day): words.month_long(day) for day in desk.archive.days}
    if desk.archive.undated:
        months[cite.month(None)] = words.gettext("Undated")
    head = Head(
        title=title,
        description=words.gettext(
            "All that this archive knows, as files, and what each column of them means"
        ),
        crumbs=(Crumb(title, addresses.DATA),),
    )
    model = DataPage(
        head=head,
        files=tuple(File(file, size(sizes[file.address], words)) for file in codebook.said(words)),
        of_days=tuple(codebook.said(words, codebook.OF_DAYS)),
        newest=desk.day_list[-1].isoformat().replace("-", "/") if desk.day_list else "",
        package=codebook.PACKAGE,
        citations=tuple(Crumb(name, address) for address, name in reversed(months.items())),
        feeds=of_home(site),
    )
    return Page(addresses.DATA, TEMPLATE, model)


def size(count: int, words: Words) -> str:
    """A number of bytes in words."""
    if count < 10 * _MEGABYTE:
        return words.gettext("%(number)s kB", number=words.number(-(-count // 1000)))
    return words.gettext("%(number)s MB", number=words.number(round(count / _MEGABYTE)))
