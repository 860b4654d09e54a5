"""One label for one name."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from daybook.actors.cues import cues, neighbours
from daybook.actors.names import NameLabel
from daybook.actors.second_pass.article import Sentences, Spans


def one_label_a_name(layer: str, sentences: Sentences, spans: Spans) -> Spans:
    """The same words are the same kind of name throughout: the tagger's weights and the words beside them vote."""
    votes: defaultdict[str, defaultdict[NameLabel, float]] = defaultdict(lambda: defaultdict(float))
    beside = neighbours(sentences, spans)
    for span in spans:
        ballot = votes[layer[span.start : span.end]]
        ballot[span.label] += span.confidence
        for label, weight in cues(*beside[span.start]):
            ballot[label] += weight
    best = {
        words: min(ballot.items(), key=lambda vote: (-vote[1], vote[0]))[0] for words, ballot in votes.items()
    }
    return [replace(span, label=best[layer[span.start : span.end]]) for span in spans]
