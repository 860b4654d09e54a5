"""Whether a build would only make again what lies there: told from the stamps of all that is read and all that was written."""

from __future__ import annotations

from dataclasses import astuple
from pathlib import Path

from daybook import stamps
from daybook.build import kept
from daybook.memory import STORIES
from daybook.publish.building import MARKER
from daybook.stamps import stamp
from daybook.values import Problem
from daybook_pelican import theme as themes
from daybook_pelican.state import FILES, Build

FILE = "last"
"""Of the cache."""
_READ = ("articles/", "authority/", "pages/", "register/")
"""Below content/; of the layers no more counts than those that pages show, and what a build itself writes counts as it leaves it."""


def state(build: Build, theme: Path) -> bytes:
    """What a build that begins now is about to read."""
    read = [(path, held) for path, held in build.stamps.items() if path.startswith(_READ) and path != STORIES]
    return stamps.print_of(read, [stamps.tree(root) for root in themes.roots(theme)])


def remember(build: Build, begun: bytes) -> None:
    """Keep what this build had read when it began (`state`), and what it told, for the next one."""
    if build.alone:
        told = [astuple(problem) for problem in build.problems]
        figures = (build.articles, build.pages, build.files)
        kept.save(build.cache / FILE, build.print, (begun, build.layers, figures, told))


def is_unchanged(build: Build, begun: bytes) -> bool:
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
    done = kept.load(build.cache / FILES, build.print)
    if done is None:
        return False
    found = stamps.tree(build.output)
    found.pop(MARKER, None)
    written = {row[0]: row[1:3] for *_, rows in done.values() for row in rows}
    return found.keys() == written.keys() and all(found[name][:2] == held for name, held in written.items())
