"""One label for one name."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from daybook.actors.names import NameLabel, NameSpan
from daybook.actors.second_pass.cues import WEIGHT, cues
from daybook.actors.second_pass.reading import Reading, Spans
from daybook.actors.shapes import is_given

MOST = 1.0
"""What all words beside a name weigh together at most, where a sure tagging weighs 1."""

LEAST = 0.1
"""What the tagger must give a label at one use, that the words beside a name may carry it."""
FAIR = 0.5
"""Of a label that the words beside its name carry."""


def one_label_a_name(reading: Reading, spans: Spans) -> Spans:
    """The same words are the same kind of name throughout: the tagger's weights and the words beside them vote."""
    uses: defaultdict[str, list[NameSpan]] = defaultdict(list)
    for span in spans:
        uses[reading.text(span)].append(span)
    best = {words: _elected(reading, found) for words, found in uses.items()}
    return [_as(span, *best[reading.text(span)]) for span in spans]


def _elected(reading: Reading, uses: Spans) -> tuple[NameLabel, bool]:
    """What the tagger gives the label on average, and the words beside its uses, few of which are enough.

    And whether those words carry a label that the tagger believes somewhat.
    """
    shares: defaultdict[NameLabel, float] = defaultdict(float)
    told: defaultdict[NameLabel, float] = defaultdict(float)
    for span in uses:
        for label, share in span.shares or ((span.label, span.confidence),):
            shares[label] += share / len(uses)
        for label, weight in cues(reading, span):
            told[label] += weight
    labels: tuple[NameLabel, ...] = ("organisation", "other", "person", "place")
    label = max(labels, key=lambda label: shares[label] + max(-MOST, min(MOST, told[label])))
    believed = max(_share(span, label) for span in uses)
    named = label == "person" and any(is_given(reading.words(span)[0]) for span in uses)
    carried = told[label] >= 2 * WEIGHT or (told[label] >= WEIGHT and (named or believed >= LEAST))
    return label, carried


def _share(span: NameSpan, label: NameLabel) -> float:
    return span.share(label) if span.shares else span.confidence if span.label == label else 0.0


def _as(span: NameSpan, label: NameLabel, carried: bool) -> NameSpan:
    if span.label != label:
        span = replace(span, label=label, confidence=span.share(label))
    if carried and span.rule == "tagger" and span.confidence < FAIR:
        return replace(span, confidence=FAIR, rule="beside")
    return span
