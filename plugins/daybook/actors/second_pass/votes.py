"""One label for one name."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from daybook.actors.names import NameLabel, NameSpan
from daybook.actors.second_pass.cues import cues
from daybook.actors.second_pass.reading import Reading, Spans

MOST = 1.0
"""What all words beside a name weigh together at most, where a sure tagging weighs 1."""


def one_label_a_name(reading: Reading, spans: Spans) -> Spans:
    """The same words are the same kind of name throughout: the tagger's weights and the words beside them vote."""
    uses: defaultdict[str, list[NameSpan]] = defaultdict(list)
    for span in spans:
        uses[reading.text(span)].append(span)
    best = {words: _elected(reading, found) for words, found in uses.items()}
    return [_as(span, best[reading.text(span)]) for span in spans]


def _elected(reading: Reading, uses: Spans) -> NameLabel:
    """What the tagger gives the label on average, and the words beside its uses, few of which are enough."""
    shares: defaultdict[NameLabel, float] = defaultdict(float)
    told: defaultdict[NameLabel, float] = defaultdict(float)
    for span in uses:
        for label, share in span.shares or ((span.label, span.confidence),):
            shares[label] += share / len(uses)
        for label, weight in cues(reading, span):
            told[label] += weight
    labels: tuple[NameLabel, ...] = ("organisation", "other", "person", "place")
    return max(labels, key=lambda label: shares[label] + max(-MOST, min(MOST, told[label])))


def _as(span: NameSpan, label: NameLabel) -> NameSpan:
    return span if span.label == label else replace(span, label=label, confidence=span.share(label))
