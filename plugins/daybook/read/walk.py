"""All articles of a folder, in the order of their paths, whatever order the file system gives."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from daybook.read import files, formats
from daybook.read.refuse import printable, remark, set_aside
from daybook.read.sidecar import SUFFIX, paths_beside, sidecar
from daybook.read.statements import over
from daybook.values import Problem, RawArticle, Stated

T = TypeVar("T")

_OURS = frozenset({".gitkeep", ".gitignore"})
_MAX_DEPTH = 40
MAX_LAYER = 2_000_000
"""Code points of one article's text: no newspaper prints as much in a week. More costs time and memory, and is no article."""


def walk(seeds: Path) -> Iterator[RawArticle | Problem]:
    """Each article below `seeds`, or why it is none, sorted by path. A folder that is not there has none."""
    return each(seeds, one)


def each(seeds: Path, look: Callable[[Path, str], Iterator[T]]) -> Iterator[T | Problem]:
    """What `look` gives of each file that may hold articles, by its path and its name below `seeds`; sorted by path."""
    if seeds.is_dir():
        yield from _folder(seeds, "", 0, look)


def read_paths(paths: Iterable[Path]) -> Iterator[RawArticle | Problem]:
    """Files and folders as named on a command line; a folder's articles are named from the folder on."""
    for path in paths:
        if path.is_dir() and not path.is_symlink():
            yield from walk(path)
        else:
            yield from one(path, printable(path.name))


def _folder(
    folder: Path, prefix: str, depth: int, look: Callable[[Path, str], Iterator[T]]
) -> Iterator[T | Problem]:
    if depth > _MAX_DEPTH:
        yield set_aside(prefix, "too-deep", f"folders at most {_MAX_DEPTH} deep", "more", "move them up")
        return
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: os.fsencode(entry.name))
    except OSError as error:
        reason = error.strerror or type(error).__name__
        yield set_aside(
            prefix or ".", "unreadable", "a folder that may be read", reason, "mend its permissions"
        )
        return
    names = {entry.name for entry in entries}
    for entry in entries:
        path, name = Path(entry.path), prefix + printable(entry.name)
        if entry.name in _OURS or _is_sidecar(path, names):
            continue
        if entry.name.startswith("."):
            yield set_aside(
                name, "hidden", "a visible file", "a name that begins with a dot", "rename or remove it"
            )
        elif entry.is_dir(follow_symlinks=False):
            yield from _folder(path, name + "/", depth + 1, look)
        else:
            yield from look(path, name)


def _is_sidecar(path: Path, names: set[str]) -> bool:
    """Whether a .yaml file stands beside an article that it speaks of."""
    if path.suffix != SUFFIX:
        return False
    if formats.of(path.stem) and path.stem in names:
        return True
    return any(path.stem + suffix in names for suffix in formats.BY_SUFFIX)


def one(path: Path, name: str) -> Iterator[RawArticle | Problem]:
    """Each article of a file, or why there is none, the file reported as `name`."""
    read = formats.of(name)
    if read is None:
        yield _unknown(path, name)
        return
    beside, problems = _beside(path, name)
    for found in read(path, name):
        if isinstance(found, Problem):
            yield found
        elif len(found.layer) > MAX_LAYER:
            yield _too_long(found)
        else:
            yield replace(found, stated=over(beside, found.stated))
    yield from problems


def _too_long(raw: RawArticle) -> Problem:
    expected, found = f"a text of at most {MAX_LAYER:,} characters", f"{len(raw.layer):,}"
    return set_aside(raw.path, "too-long", expected, found, "split it: one article a file, or .jsonl")


def _beside(path: Path, name: str) -> tuple[Stated, tuple[Problem, ...]]:
    """The sidecar of a file of one article. One of many states nothing but where they come from."""
    found, problems = sidecar(path, name)
    if name.lower().endswith((".jsonl", ".jsonl.gz")) and found.origin:
        beside = paths_beside(path)[0].name
        if found.title or found.published or found.url:
            problems += (
                remark(
                    name, "sidecar", "outlet, byline or lang for a file of many", beside, "remove the rest"
                ),
            )
        found = replace(found, title=None, published=None, url=None)
    return found, problems


def _unknown(path: Path, name: str) -> Problem:
    problem = files.check(path, name, limit=None)
    if problem is not None:
        return problem
    if path.suffix == SUFFIX and stat.S_ISREG(path.lstat().st_mode):
        return set_aside(
            name, "lone-sidecar", "an article of that name beside it", "none", "rename or remove it"
        )
    known = " ".join(formats.BY_SUFFIX)
    return set_aside(
        name, "unknown-format", f"one of {known}", path.suffix or "no suffix", "convert it to .txt"
    )
