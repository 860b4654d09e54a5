"""The records of days in a built site, each by itself: its hash, its lines, and the page that prints its hash."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from daybook.briefing.values import OWN_WORDS
from daybook.proof import record as records
from daybook.proof.article import Cited
from daybook.proof.faults import BUILD, fault
from daybook.proof.record import FigureRow, Line, Record, as_script
from daybook.site import addresses
from daybook.site.days import iso_day
from daybook.values import Problem

_LINK = re.compile(r"\]\([^()\s]*\)")


@dataclass
class Days:
    """What was found in a site."""

    records: dict[str, Record] = field(default_factory=dict)
    """By ISO day, those that are what their hash says."""
    faults: list[Problem] = field(default_factory=list)
    lines: int = 0

    def cited(self) -> dict[str, tuple[Cited, ...]]:
        """The sentences of all records that have a place in a layer, by article."""
        found: dict[str, list[Cited]] = {}
        for day, held in self.records.items():
            layers = {each.id: each.layer for each in held.articles}
            for each in held.sentences:
                layer = layers.get(each.article)
                if each.span and layer:
                    found.setdefault(each.article, []).append(
                        Cited(address(day), each.id, each.words, each.span, layer.sha256)
                    )
        return {id: tuple(each) for id, each in found.items()}


def read(output: Path) -> Days:
    """The records of all days."""
    found = Days()
    for path in sorted((output / "data").glob("[0-9][0-9][0-9][0-9]/[0-9][0-9]/[0-9][0-9].json")):
        name = path.relative_to(output).as_posix()
        try:
            held = records.read(path.read_bytes())
        except (OSError, ValueError) as error:
            found.faults.append(fault(name, "record", "a record that its own hash is of", str(error), BUILD))
            continue
        found.faults += _own(output, name, held)
        found.records[held.day] = held
        found.lines += len(held.points) + len(held.figures)
    return found


def _own(output: Path, name: str, held: Record) -> Iterator[Problem]:
    """What of a record does not hold by itself."""
    if name != address(held.day):
        yield fault(name, "record", "the record of that day", held.day, BUILD)
        return
    articles = {each.id for each in held.articles}
    sentences = {each.id: each for each in held.sentences}
    for each in held.sentences:
        if each.article not in articles or not each.id.startswith(f"{each.article}#"):
            yield fault(name, "record", "a sentence of one of the record's articles", each.id, BUILD)
    lines: list[Line | FigureRow] = [*held.points, *held.figures]
    for line in lines:
        if not line.sentences or not all(id in sentences for id in line.sentences):
            yield fault(name, "line", "sentences that the line rests on", line.words, BUILD)
    for point in held.points:
        first = sentences.get(point.sentences[0]) if point.sentences else None
        if first and point.by_hand != "rewritten" and point.words not in first.words:
            yield fault(name, "line", f"the words of {first.id}", point.words, BUILD)
        if point.by_hand not in OWN_WORDS and any(
            id in sentences and not sentences[id].span for id in point.sentences
        ):
            yield fault(
                name,
                "line",
                "sentences of the text layer, or a line that says it is the editor's",
                point.words,
                BUILD,
            )
    script = output / name.replace(".json", ".js")
    if not script.is_file() or script.read_bytes() != as_script(held.data):
        yield fault(script.relative_to(output).as_posix(), "record", f"the record {name} as a script", "another", BUILD)  # fmt: skip
    yield from _page(output, held)


def _page(output: Path, held: Record) -> Iterator[Problem]:
    day = iso_day(held.day)
    assert day
    try:
        text = (output / addresses.day(day)).read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        yield fault(addresses.day(day), "page", "the page of a day that has a record", str(error), BUILD)
        return
    if f"<code>{held.sha256}</code>" not in text:
        yield fault(addresses.day(day), "page", f"the SHA-256 of its record, {held.sha256}", "another", BUILD)


def is_markdown(path: Path, expected: str) -> bool:
    """Whether a file tells the briefing so; where its links lead to is left open, as a site may have an address or none."""
    try:
        return _LINK.sub("]()", path.read_text("utf-8")) == _LINK.sub("]()", expected)
    except (OSError, UnicodeDecodeError):
        return False


def address(day: str) -> str:
    """Of the record of an ISO day; empty for what is none."""
    found = iso_day(day)
    return addresses.record(found) if found else ""
