"""Whether a build would only make again what lies there: told from the stamps of all that is read and all that was written."""

from __future__ import annotations

from dataclasses import astuple
from pathlib import Path
from typing import Any

from daybook.build import kept, stamps
from daybook.build.stamps import stamp
from daybook.values import Problem
from daybook_pelican import articles, assets, output
from daybook_pelican.state import Build

FILE = "last"
"""Of the cache."""
_READ = ("articles", "authority", "pages", "register")
"""Folders of content/; of the others no more than the raw texts that pages show."""


def remember(build: Build, theme: Path) -> None:
    """Keep what this build read and told, for the next one."""
    if build.alone:
        told = [astuple(problem) for problem in build.problems]
        kept.save(
            build.cache / FILE,
            build.print,
            (_state(build, theme), build.articles, build.pages, build.files, told),
        )


def is_unchanged(build: Build, theme: Path) -> bool:
    """Whether all that is read, and all that lies in the output, is as the last build left it; the build then has its figures."""
    last = kept.load(build.cache / FILE, build.print) if build.alone else None
    if last is None or last[0] != _state(build, theme) or not _stands(build):
        return False
    _, build.articles, build.pages, build.files, told = last
    build.problems = [Problem(*row) for row in told]
    return True


def _state(build: Build, theme: Path) -> str:
    read: list[Any] = [stamps.tree(build.content / folder) for folder in _READ]
    parts = kept.load(build.cache / articles.FILE, build.print) or ()
    layers = sorted({row[2] for row in parts if row[2]})
    shown = [(layer, stamp(build.content.parent / layer)) for layer in layers]
    return stamps.print_of([*read, shown, [stamps.tree(root) for root in assets.roots(theme)]])


def _stands(build: Build) -> bool:
    done = kept.load(build.cache / output.FILE, build.print)
    return done is not None and all(
        (found := stamp(f"{build.output}/{address}")) is not None and found[:2] == (size, changed)
        for _, rows in done.values()
        for address, size, changed, *_ in rows
    )
