"""`daybook extract`: what files say, as JSON lines (docs/formats.md has their form)."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from itertools import groupby
from pathlib import Path
from typing import Any

from daybook import read
from daybook.content.authority import Authority
from daybook.draft import Draft
from daybook.ingest import Progress, extract
from daybook.settings import Coverage
from daybook.values import CleanText, Dateline, Mention, Problem, RawArticle, Span


def lines(
    paths: Iterable[Path], known: Authority, coverage: Coverage, progress: Progress | None = None
) -> Iterator[str]:
    """One JSON object an article, in the order of the paths; a folder, or the files named alone, are one archive each."""
    for is_folder, group in groupby(paths, key=lambda path: path.is_dir()):
        for archive in [[path] for path in group] if is_folder else [list(group)]:
            raws, refused = _parted(read.read_paths(archive))
            found = extract(raws, known, coverage, progress)
            rows = [(draft.raw.path, row(draft)) for draft in found.drafts]
            rows += [(p.file, _none(p)) for p in (*refused, *found.problems) if p.set_aside]
            for _, each in sorted(rows, key=lambda pair: pair[0]):
                yield json.dumps(each, ensure_ascii=True)


def _parted(found: Iterable[RawArticle | Problem]) -> tuple[list[RawArticle], list[Problem]]:
    """Articles, and what stood in the way of others."""
    both = list(found)
    return [r for r in both if not isinstance(r, Problem)], [p for p in both if isinstance(p, Problem)]


def row(draft: Draft) -> dict[str, Any]:
    """What was found in one article."""
    spans: defaultdict[tuple[str, str], list[Mention]] = defaultdict(list)
    for mention in draft.mentions:
        spans[mention.kind, mention.target].append(mention)
    day = draft.date
    return {
        "file": draft.raw.path,
        "title": draft.text.title,
        "title_derived": draft.text.title_derived,
        "date": day.value.isoformat() if day else None,
        "dated": {"rule": day.rule, "words": day.words, "precision": day.precision, "confidence": day.confidence}
        if day
        else None,
        "places": [
            {
                "id": p.id, "name": p.name, "kind": p.kind, "country": p.country, "lat": p.lat, "lon": p.lon,
                "geonames_id": _geonames(p.id),
                "mentions": [[m.start, m.end, m.role] for m in spans["place", p.id]],
            }
            for p in draft.places
        ],
        "actors": [
            {
                "id": a.id, "name": a.name, "kind": a.kind, "role": a.role, "aliases": list(a.aliases),
                "mentions": [[m.start, m.end] for m in spans["actor", a.id]],
            }
            for a in draft.actors
        ] + _reporters(draft),
        "statements": [
            {"actor": s.actor, "kind": s.kind, "said": [[*span] for span in s.said], "verb": list(s.verb) if s.verb else None}
            for s in draft.statements
        ],
        "figures": [
            {"number": [f.start, f.end], "value": f.value, "high": f.high, "bound": f.bound, "unit": f.unit, "currency": f.currency,
             "of": list(f.of) if f.of else None, "by": list(f.by) if f.by else None, "actor": f.actor, "place": f.place,
             "unverified": f.unverified}
            for f in draft.figures
        ],
        "dates": [
            {"value": target, "mentions": [[m.start, m.end] for m in found]}
            for (kind, target), found in sorted(spans.items())
            if kind == "date"
        ],
        "kept": [[span.start, span.end] for span in _kept(draft.text)],
        "dropped": [[span.start, span.end, span.why] for span in draft.text.dropped],
        "problems": [_told(problem) for problem in draft.problems],
    }  # fmt: skip


def _kept(text: CleanText) -> list[Span | Dateline]:
    """The article's text: its paragraphs, and the dateline that stands before them."""
    return [*([text.dateline] if text.dateline else []), *text.paragraphs]


def _reporters(draft: Draft) -> list[dict[str, Any]]:
    """Who made the article: persons whom it names, and no actors of what it tells."""
    found: defaultdict[str, list[list[int]]] = defaultdict(list)
    for mention in draft.mentions:
        if mention.kind == "source" and mention.role == "byline":
            found[mention.target].append([mention.start, mention.end])
    return [
        {"id": None, "name": name, "kind": "person", "role": "reporter", "aliases": [], "mentions": spans}
        for name, spans in found.items()
    ]


def _none(problem: Problem) -> dict[str, Any]:
    """An article of which nothing can be said."""
    empty: dict[str, Any] = {
        key: [] for key in ("places", "actors", "statements", "figures", "dates", "kept", "dropped")
    }
    return {
        "file": problem.file, "title": None, "title_derived": False, "date": None, "dated": None, **empty,
        "problems": [_told(problem)],
    }  # fmt: skip


def _told(problem: Problem) -> dict[str, Any]:
    told = asdict(problem)
    del told["file"]
    return told


def _geonames(id: str) -> int | None:
    """The number of a `gn:703448`."""
    kind, _, number = id.partition(":")
    return int(number) if kind == "gn" and number.isdecimal() else None
