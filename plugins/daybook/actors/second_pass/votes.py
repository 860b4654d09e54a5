"""One label for one name."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from daybook.actors.names import NameLabel, NameSpan
from daybook.actors.second_pass.cues import cues
from daybook.actors.second_pass.reading import Reading, Spans


def one_label_a_name(reading: Reading, spans: Spans) -> Spans:
    """The same words are the same kind of name throughout: the tagger's weights and the words beside them vote."""
    votes: defaultdict[str, defaultdict[NameLabel, float]] = defaultdict(lambda: defaultdict(float))
    for span in spans:
        ballot = votes[reading.text(span)]
        for label, share in span.shares or ((span.label, span.confidence),):
            ballot[label] += share
        for label, weight in cues(reading, span):
            ballot[label] += weight
    best = {
        words: min(ballot.items(), key=lambda vote: (-vote[1], vote[0]))[0] for words, ballot in votes.items()
    }
    return [_as(span, best[reading.text(span)]) for span in spans]


def _as(span: NameSpan, label: NameLabel) -> NameSpan:
    return span if span.label == label else replace(span, label=label, confidence=span.share(label))
