"""`Posted at 7:33 AM, Mar 03, 2022`: a line that says when the article came out; a later `Updated` beside it does not count."""

from __future__ import annotations

import re
from collections.abc import Iterator

from daybook.clean.days import DayWords, scan
from daybook.clean.page import Block
from daybook.clean.rules.posted import POSTED, is_posted
from daybook.dates.case import RANGE, Case, shift
from daybook.dates.rules.stated import clock
from daybook.values import FoundDate, Span

_LABEL = re.compile(
    r"\b(?:(updated?|modified|aktualisiert|actualizado|mis à jour|обновлено|оновлено)"
    r"|posted|published|created|issued|filed|publicado|publié|veröffentlicht|опубликовано|опубліковано)\b",
    re.I,
)
"""A word that says what the day behind it is: the group is that of a later one."""
_LONGEST_LABEL = 40
_LABEL_WORDS = 3
_LONGEST = 300
_HEADLINES = 3
_STOPS = (".", "!", "?", "…")


def rule(case: Case) -> FoundDate | None:
    return answer(case, posted_lines(case), "posted", 0.98, anywhere=True)


def posted_lines(case: Case, updates: bool = False) -> list[tuple[Span, DayWords]]:
    """Those whose words say that the article came out, or was updated, on the day."""
    layer = case.raw.layer
    return [
        (span, day) for span, day in dated_lines(case, updates) if POSTED.search(layer[span.start : span.end])
    ]


def dated_lines(case: Case, updates: bool = False) -> Iterator[tuple[Span, DayWords]]:
    """Posted lines and bylines that name a day, with the first one that is that of an update, or that is none; offsets
    in the layer."""
    layer = case.raw.layer
    for span in lines_of_days(case):
        for found in scan(layer[span.start : span.end], lower=True):
            if found.day is None or RANGE.match(layer, span.start + found.end):
                continue
            if is_update(layer, span.start, span.start + found.start) == updates:
                yield span, shift(found, span.start)
                break


def _labelled(layer: str, line: Span, day: DayWords) -> str:
    """The part of the line that says when it came out, or when it was updated, whichever the day is of."""
    labels = list(_LABEL.finditer(layer, line.start, line.end))
    start = max((match.end() for match in labels if match.end() <= day.start), default=line.start)
    end = min((match.start() for match in labels if match.start() >= day.end), default=line.end)
    return layer[start:end]


def is_update(layer: str, line: int, at: int) -> bool:
    """Whether the last label before the offset, in its line or alone in the line above, is that of an update."""
    labels = list(_LABEL.finditer(layer, line, at))
    if not labels and not layer[line:at].strip():
        above = layer[max(0, line - _LONGEST_LABEL) : line].strip().rsplit("\n", 1)[-1]
        label = _LABEL.search(above)
        labels = [label] if label and len(above.split()) <= _LABEL_WORDS else []
    return bool(labels) and labels[-1][1] is not None


def lines_of_days(case: Case) -> Iterator[Span]:
    """Dropped lines that say when the article came out, those among the menus above it as well."""
    body = case.text.paragraphs[0].start if case.text.paragraphs else 0
    for span in case.text.dropped:
        if span.end - span.start > _LONGEST:
            continue
        above = span.end <= body and is_posted(Block.of(case.raw.layer, span.start, span.end, gap=True))
        if span.why in ("posted", "byline") or above:
            yield span


def answer(
    case: Case, lines: list[tuple[Span, DayWords]], rule: str, confidence: float, anywhere: bool = False
) -> FoundDate | None:
    """The line nearest to the title; lines that stand elsewhere prove something if all agree.

    Lines below the first sentence, where tables and links to other articles stand, count where `anywhere` says so.
    """
    titled = case.text.title_span is not None and not case.text.title_derived
    top = case.text.title_span.end if titled and case.text.title_span else case.raw.body_start
    near = [(span, day) for span, day in lines if _is_near(case, span, top)]
    below = len(case.raw.layer) if anywhere else first_sentence(case)
    asked = near or [(span, day) for span, day in lines if span.start < below]
    days = [(span, day, value) for span, day in asked if (value := case.settle_line(day))]
    if not days or (not near and len({value for _, _, value in days}) > 1):
        return None
    span, day, value = days[0]
    confidence = case.sure(day, confidence)
    found = case.found(value, rule, day, confidence)
    words = case.raw.layer[span.start : span.end]
    time = clock(_labelled(case.raw.layer, span, day))
    return (
        FoundDate(
            value, rule, words[:200], "minute" if time else "day", confidence, None, day.start, day.end, time
        )
        if (len(words) <= 200)
        else found
    )


def _is_near(case: Case, span: Span, top: int) -> bool:
    """Whether the line stands between title and body, or just above the title."""
    return top <= span.start <= first_sentence(case) or 0 <= top - span.end <= 400


def first_sentence(case: Case) -> int:
    """Where the body begins; lines above it that are no sentences are headlines."""
    for paragraph in case.text.paragraphs[:_HEADLINES]:
        if case.raw.layer[max(paragraph.end - 2, 0) : paragraph.end].strip(' \n"”’)»')[-1:] in _STOPS:
            return paragraph.start
    return case.text.paragraphs[0].start if case.text.paragraphs else len(case.raw.layer)
