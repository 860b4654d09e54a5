"""A made-up archive for the tests of pages: a river flood in a country that is on no map, told by two outlets over a few days."""

from __future__ import annotations

import hashlib
import re
from datetime import date

from daybook import figures, statements
from daybook.clean.sentences import identify, split
from daybook.content.authority import Authority, AuthorityActor, Event
from daybook.content.markdown import escape
from daybook.settings import Coverage
from daybook.site.archive import Archive
from daybook.values import (
    Actor,
    Article,
    CleanText,
    FoundDate,
    Mention,
    Place,
    Sentence,
    Source,
    Span,
)
from helpers.held import archive_of

COVERAGE = Coverage(date(2031, 4, 28), date(2031, 5, 31))

PLACES = {
    "Northmere": Place("gn:1", "Northmere", "city", "QX", 51.0, 14.0, region="Upper Mere"),
    "Alderfold": Place("gn:2", "Alderfold", "city", "QX", 51.4, 14.9, region="Upper Mere"),
    "Brackwater": Place("gn:3", "Brackwater", "city", "QX", 52.6, 15.2, region="Lower Mere"),
    "Farhaven": Place("gn:4", "Farhaven", "city", "QY", -33.0, 151.0),
    "Upper Mere": Place("qx:upper", "Upper Mere", "region", "QX"),
    "Merland": Place("iso:QX", "Merland", "country", "QX", 51.5, 14.5),
}
ACTORS = {
    "Ada Quill": Actor("ada-quill", "Ada Quill", "person", "Minister of Rivers"),
    "Tomas Reed": Actor("tomas-reed", "Tomas Reed", "person", "Mayor of Northmere"),
    "River Watch": Actor("river-watch", "River Watch", "organisation"),
    "Otto Lark": Actor("otto-lark", "Otto Lark", "person"),
}
ALIASES = {"Northmer": "Northmere", "Minister Quill": "Ada Quill", "Merlanders": "Merland"}

AUTHORITY = Authority(
    actors=(AuthorityActor("otto-lark", "Otto Lark"),),
    events=(Event("flood", "Flood of the Mere", date(2031, 5, 1), ("flood",)),),
)

_NAMES = {**PLACES, **ACTORS, **{alias: {**PLACES, **ACTORS}[name] for alias, name in ALIASES.items()}}


def article(
    title: str,
    day: str | None,
    *paragraphs: str,
    outlet: str | None = "The Mere Post",
    roles: dict[str, str] | None = None,
    time: str | None = None,
) -> Article:
    """An article in which every name of this module that its text holds is found."""
    layer, spans = _layer(paragraphs)
    sentences = _sentences(layer, spans)
    text = CleanText(None, None, False, tuple(Span(*span) for span in spans), sentences, ())
    mentions = _mentions(layer, sentences, roles or {})
    found = {m.target for m in mentions}
    places = tuple(p for p in PLACES.values() if p.id in found)
    actors = tuple(a for a in ACTORS.values() if a.id in found)
    key = hashlib.sha256(f"{title} {day} {layer}".encode()).hexdigest()
    return Article(
        id=key[:12],
        slug=re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")[:60] or "untitled",
        title=title,
        date=FoundDate(date.fromisoformat(day), "month-day", "on that day", time=time) if day else None,
        lead=paragraphs[0] if paragraphs else "",
        source=Source(outlet=outlet),
        dateline=None,
        lang="en",
        dir="ltr",
        places=places,
        actors=actors,
        body=tuple(map(escape, paragraphs)),
        seed_path=f"{key[:4]}.txt",
        seed_sha256=key,
        mentions=mentions,
        sentences=sentences,
        statements=statements.find(layer, text, actors, mentions),
        figures=figures.find(layer, text, places, mentions, statements.hear(layer, text, actors, mentions)),
        dropped=(Span(9000, 9010, "promo"), Span(9020, 9025, "promo"), Span(9030, 9090, "caption")),
    )


def _layer(paragraphs: tuple[str, ...]) -> tuple[str, list[tuple[int, int]]]:
    spans: list[tuple[int, int]] = []
    at = 0
    for paragraph in paragraphs:
        spans.append((at, at + len(paragraph)))
        at += len(paragraph) + 2
    return "\n\n".join(paragraphs), spans


def _sentences(layer: str, spans: list[tuple[int, int]]) -> tuple[Sentence, ...]:
    found = [
        (start + first, start + last, number)
        for number, (start, end) in enumerate(spans)
        for first, last in split(layer[start:end])
    ]
    ids = identify([layer[start:end] for start, end, _ in found])
    return tuple(Sentence(id, *rest) for id, rest in zip(ids, found, strict=True))


def _mentions(layer: str, sentences: tuple[Sentence, ...], roles: dict[str, str]) -> tuple[Mention, ...]:
    mentions: list[Mention] = []
    longest_first = sorted(_NAMES, key=len, reverse=True)
    for match in re.finditer("|".join(map(re.escape, longest_first)), layer):
        value = _NAMES[match[0]]
        sentence = next((s.id for s in sentences if s.start <= match.start() < s.end), None)
        kind = "place" if isinstance(value, Place) else "actor"
        role = roles.get(match[0], "event" if value in PLACES.values() else "")
        mentions.append(
            Mention(kind, value.id, match[0], match.start(), match.end(), sentence, "sample", role)  # type: ignore[arg-type]
        )
    return tuple(mentions)


ARTICLES = (
    article(
        "River rises over its banks at Northmere",
        "2031-05-02",
        "The river rose over its banks at Northmere on Friday. Tomas Reed asked people to leave their homes.",
        "“We have seen worse,” said Ada Quill. She left Northmere for Alderfold in the evening. Merlanders watched.",
    ),
    article(
        "Alderfold waits for the water",
        "2031-05-03",
        "In Alderfold the sandbags were ready. Minister Quill counted them; River Watch counted again.",
        "Farhaven sent pumps.",
        outlet="Delta Wire",
        roles={"Farhaven": "metonym"},
    ),
    article(
        "Volunteers reach Brackwater",
        "2031-05-03",
        "Volunteers reached Brackwater, in Merland’s north, from Upper Mere. Northmer lay dry again, said Otto Lark.",
    ),
    article("A note without a day", None, "Nobody knows when Northmere wrote this.", outlet=None),
)


def archive(*articles: Article) -> Archive:
    return archive_of(articles or ARTICLES, COVERAGE, {("place", "gn:1"): "northmere"}, AUTHORITY)
