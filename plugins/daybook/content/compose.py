"""What extraction found in one article, as its file and its evidence."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from daybook import sources
from daybook.content import layers
from daybook.content.article_file import KEYS, ArticleFile, Entry
from daybook.content.authority import Authority
from daybook.content.evidence import Evidence, Facts, Layer
from daybook.content.markdown import escape, visible
from daybook.content.schema import ACTOR, PLACE
from daybook.draft import Draft
from daybook.values import Actor, FoundDate, Place, Problem, Span

TITLE = 300
"""Characters of a title; a longer one is cut between words."""
LEAD = 300
"""Characters of a lead: as many whole sentences as fit, the first in any case."""
SHOWN = 120
"""Code points of the longest dropped part whose words are kept, so that a page can show them."""


def article_file(draft: Draft, id: str, slug: str, authority: Authority) -> ArticleFile:
    """The machine's version of an article's file, without fingerprints."""
    raw, text, stated = draft.raw, draft.text, draft.raw.stated
    own = {m.role: m.target for m in draft.mentions if m.kind == "source"}
    outlet = sources.preferred(visible(stated.outlet), authority) if stated.outlet else own.get("outlet")
    values: dict[str, Any] = dict.fromkeys(KEYS)
    values |= {
        "title": title(draft),
        "date": draft.date.value if draft.date else None,
        "dated": _dated(draft.date),
        "lead": _lead(draft),
        "source.outlet": _line(outlet),
        "source.agency": _line(own.get("agency")),
        "source.byline": _line(text.byline or stated.byline),
        "source.url": _line(stated.url),
        "dateline": _line(text.dateline.words if text.dateline else None),
        "lang": _line(text.lang) or "en",
        "dir": text.dir,
    }
    return ArticleFile(
        id,
        slug,
        values,
        {place.id: _entry(place, PLACE) for place in draft.places},
        {actor.id: _entry(actor, ACTOR) for actor in draft.actors},
        raw.path,
        raw.sha256,
        body(draft),
    )


def body(draft: Draft) -> tuple[str, ...]:
    """The paragraphs as Markdown."""
    layer = draft.raw.layer
    texts = (visible(layer[span.start : span.end]) for span in draft.text.paragraphs)
    return tuple(escape(text) for text in texts if text)


def title(draft: Draft) -> str:
    """On one line and of bearable length; empty where the article has none."""
    return shorten(visible((draft.text.title or "")[: 20 * TITLE]), TITLE)


def shorten(text: str, longest: int) -> str:
    """Cut between words, with an ellipsis."""
    if len(text) <= longest:
        return text
    head = text[: longest - 1]
    return (head.rpartition(" ")[0] or head).rstrip(" ,;:") + "…"


def evidence(draft: Draft, id: str, problems: tuple[Problem, ...]) -> Evidence:
    """Where in the layer each fact stands. Empty paragraphs are left out, as in the body."""
    raw, text, day = draft.raw, draft.text, draft.date
    proof = (day.start, day.end) if day and day.start is not None and day.end is not None else None
    facts = [(f"place {p.id}", Facts(p.confidence, p.population, p.why)) for p in draft.places]
    facts += [(f"actor {a.id}", Facts(a.confidence, why=a.why)) for a in draft.actors]
    return Evidence(
        id=id,
        layer=Layer(raw.extractor, layers.sha256(raw.layer), raw.body_start),
        title=text.title_span,
        paragraphs=text.paragraphs,
        sentences=text.sentences,
        mentions=tuple(sorted(draft.mentions, key=lambda m: (m.start, m.end, m.kind, m.target))),
        dropped=tuple(_spelt(span, raw.layer) for span in text.dropped),
        problems=problems,
        proof=proof,
        facts=tuple(
            sorted(((of, found) for of, found in facts if found != Facts()), key=lambda pair: pair[0])
        ),
        title_rule=text.title_rule,
        rivals=tuple(sorted(draft.rivals, key=lambda r: (r.of, -r.score, r.target))),
        statements=draft.statements,
        figures=draft.figures,
    )


def _spelt(span: Span, layer: str) -> Span:
    if span.end - span.start > SHOWN:
        return span
    return replace(span, words=visible(layer[span.start : span.end]))


def _lead(draft: Draft) -> str:
    text, layer = draft.text, draft.raw.layer
    first = [s for s in text.sentences if s.paragraph == 0]
    if not first:
        return ""
    start = first[0].start
    if text.dateline and start <= text.dateline.start and text.dateline.end < first[0].end:
        start = text.dateline.end
    made = visible(layer[start : first[0].end])
    for sentence in first[1:]:
        longer = visible(layer[start : sentence.end])
        if len(longer) > LEAD:
            break
        made = longer
    return shorten(made.lstrip("-–— "), 2 * LEAD)


def _dated(day: FoundDate | None) -> Entry | None:
    if day is None:
        return None
    entry: Entry = {"rule": day.rule, "words": visible(day.words), "precision": day.precision}
    entry["confidence"] = round(float(day.confidence), 4)
    if day.sentence:
        entry["sentence"] = day.sentence
    if day.time:
        entry["time"] = day.time
    return entry


def _entry(thing: Place | Actor, keys: tuple[str, ...]) -> Entry:
    """One line of the file; what says nothing is left out."""
    entry: Entry = {}
    for key in keys:
        found = getattr(thing, key)
        if key == "aliases":
            found = [visible(alias) for alias in found]
        elif isinstance(found, str):
            found = visible(found)
        elif found is not None:
            found = float(found)
        if found or found == 0.0:
            entry[key] = found
    return entry


def _line(text: str | None) -> str | None:
    return visible(text or "")[:2000] or None
