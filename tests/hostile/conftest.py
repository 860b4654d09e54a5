"""One archive of everything hostile, built once, and questioned by many tests."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from helpers.archive import Archive, new_archive
from hostile import documents, encodings, killers, markup, specials, titles
from hostile.case import Case, good

GOOD = 20


def sample() -> list[Case]:
    """What every check looks at."""
    public = markup.public()
    return [
        *map(good, range(GOOD)),
        *encodings.cases(),
        *documents.cases(),
        *titles.cases(),
        *titles.naughty(),
        *killers.aliases(),
        *killers.controls(),
        *killers.titles(),
        *markup.cases(markup.own()),
        *markup.cases(public[:: max(1, len(public) // 60)], "public"),
    ]


def lay(root: Path, cases: Iterable[Case]) -> Archive:
    """An archive whose seeds are the given cases."""
    archive = new_archive(root)
    for case in cases:
        case.write(archive.seeds)
    return archive


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """Good articles, all that is hostile, and what is no file, ingested and built once."""
    archive = lay(tmp_path_factory.mktemp("hostile") / "archive", sample())
    specials.lay(archive.seeds)
    archive.build()
    return archive


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of the hostile archive's seeds, read once."""

    articles: dict[str, tuple[dict[str, Any], str]]
    """Front matter and body by the seed's path."""
    aside: dict[str, str]
    """The code of the problem by the seed's path."""
    problems: list[dict[str, Any]]


@pytest.fixture(scope="session")
def outcome(hostile: Archive) -> Outcome:
    """What its articles and its register say."""
    return Outcome(hostile.articles(), hostile.set_aside(), hostile.register("problems"))
