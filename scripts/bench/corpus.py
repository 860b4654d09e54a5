"""The articles: Reuters-21578 where it is at hand, else as many that are made up."""

from __future__ import annotations

import gzip
import json
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import IO

from scripts.bench import synthetic

ROOT = Path(__file__).resolve().parents[2]
SHARED = Path(os.environ.get("DAYBOOK_SHARED", ROOT.parent / "shared"))
REUTERS = SHARED / "data" / "reuters21578.jsonl.gz"
SIZE = 19_043
"""Articles of the whole corpus."""

_CITY = re.compile(r"([A-Z][A-Z .]+),")
_PARAGRAPH = re.compile(r"\n    |\n\n")


@dataclass(frozen=True, slots=True)
class Story:
    """An article as the peers get it."""

    id: str
    day: str
    """ISO."""
    title: str
    paragraphs: tuple[str, ...]
    """Markdown: no mark of HTML begins in them."""
    tags: tuple[str, ...]
    """What a reader could browse by: the dateline's city and the places that the corpus names."""


def source() -> str:
    """What the corpus is, in words."""
    return "Reuters-21578" if REUTERS.exists() else "made up"


def cut(articles: int, target: Path) -> Path:
    """The first articles of the corpus, as one file of JSON lines, compressed."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with documents() as lines, gzip.GzipFile(target, "wb", mtime=0) as out:
        out.writelines(islice(lines, articles))
    return target


def stories(path: Path) -> Iterator[Story]:
    """The articles of a file of JSON lines, compressed."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield _story(json.loads(line))


def _story(document: dict[str, object]) -> Story:
    gold, id = document["gold"], str(document["id"])
    assert isinstance(gold, dict)
    body = str(document["text"]).split("\n\n", 1)[-1]
    city = _CITY.match(body)
    title = re.sub(r"[<>\"]|\s+", " ", gold.get("title") or id).strip()
    return Story(
        id,
        gold["date"],
        title or id,
        tuple(re.sub(r"\s+", " ", part).replace("<", "&lt;") for part in _PARAGRAPH.split(body)),
        (*([city[1].title()] if city else []), *gold.get("topical_places", [])),
    )


def documents() -> IO[bytes]:
    """The corpus, one JSON object a line."""
    if REUTERS.exists():
        return gzip.open(REUTERS, "rb")  # type: ignore[return-value]
    return synthetic.lines(SIZE)
