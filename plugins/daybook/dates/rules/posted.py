"""`Posted at 7:33 AM, Mar 03, 2022`: a line that says when the article came out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from daybook.clean.days import DayWords, scan
from daybook.clean.page import Block
from daybook.clean.rules.posted import POSTED, is_posted
from daybook.dates.case import Case, shift
from daybook.dates.rules.stated import clock
from daybook.values import FoundDate, Span

_LATER = re.compile(
    r"(?:last )?(?:updated|modified|aktualisiert|actualizado|mis à jour|обновлено|оновлено)", re.I
)

_LONGEST = 300
_HEADLINES = 3
_STOPS = (".", "!", "?", "…")


def rule(case: Case) -> FoundDate | None:
    lines = [
        (span, day) for span, day in dated_lines(case) if POSTED.search(case.raw.layer[span.start : span.end])
    ]
    first = [(span, day) for span, day in lines if not _LATER.match(case.raw.layer[span.start : span.end])]
    return answer(case, first or lines, "posted", 0.98, anywhere=True)


def dated_lines(case: Case) -> Iterator[tuple[Span, DayWords]]:
    """Posted lines and bylines that name a day, with it; offsets in the layer."""
    for span in lines_of_days(case):
        for day in scan(case.raw.layer[span.start : span.end], lower=True):
            if day.day is not None:
                yield span, shift(day, span.start)
                break


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
    time = clock(words)
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
