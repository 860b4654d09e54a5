"""Whether a build would only make again what lies there: told from the stamps of all that is read and all that was written."""

from __future__ import annotations

from dataclasses import astuple
from pathlib import Path

from daybook.build import kept, stamps
from daybook.build.stamps import stamp
from daybook.publish.building import MARKER
from daybook.values import Problem
from daybook_pelican import output
from daybook_pelican import theme as themes
from daybook_pelican.state import Build

FILE = "last"
"""Of the cache."""
_READ = ("authority", "pages", "register")
"""Folders of content/ beside that of the articles; of the layers no more counts than those that pages show."""


def state(build: Build, theme: Path) -> str:
    """What a build that begins now is about to read."""
    read = [stamps.tree(build.content / folder) for folder in _READ]
    return stamps.print_of([build.stamps, *read, *(stamps.tree(root) for root in themes.roots(theme))])


def remember(build: Build, begun: str) -> None:
    """Keep what this build had read when it began (`state`), and what it told, for the next one."""
    if build.alone:
        told = [astuple(problem) for problem in build.problems]
        figures = (build.articles, build.pages, build.files)
        kept.save(build.cache / FILE, build.print, (begun, build.layers, figures, told))


def is_unchanged(build: Build, begun: str) -> bool:
    """Whether all that is read, and all that lies in the output, is as the last build left it; the build then has its figures."""
    last = kept.load(build.cache / FILE, build.print) if build.alone else None
    if last is None or last[0] != begun or not _stands(build):
        return False
    _, layers, figures, told = last
    if any(stamp(build.content.parent / layer) != held for layer, held in layers):
        return False
    build.articles, build.pages, build.files = figures
    build.problems = [Problem(*row) for row in told]
    return True


def _stands(build: Build) -> bool:
    """Whether the output holds the files that the last build wrote, as it wrote them, and no others."""
    done = kept.load(build.cache / output.FILE, build.print)
    if done is None:
        return False
    found = stamps.tree(build.output)
    found.pop(MARKER, None)
    written = {row[0]: row[1:3] for _, rows in done.values() for row in rows}
    return found.keys() == written.keys() and all(found[name][:2] == held for name, held in written.items())
