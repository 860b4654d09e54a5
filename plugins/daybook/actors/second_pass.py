"""What the whole article teaches about each of its names: the tagger decides sentence by sentence, this decides again.

Each rule takes the names of the article and answers with the names of the article; the order is `RULES`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace

from daybook.actors.boundaries import mend
from daybook.actors.countries import owners
from daybook.actors.cues import cues, neighbours
from daybook.actors.knowledge import demonyms, load
from daybook.actors.lexicon import flags
from daybook.actors.names import NameLabel, NameSpan
from daybook.actors.tokens import Token, words_of

Sentences = Sequence[Sequence[Token]]
Spans = list[NameSpan]
Rule = Callable[[str, Sentences, Spans], Spans]


def refine(layer: str, sentences: Sentences, spans: Spans) -> Spans:
    """All rules, in order."""
    for rule in RULES:
        spans = rule(layer, sentences, spans)
    return spans


def boundaries(layer: str, sentences: Sentences, spans: Spans) -> Spans:
    """Names without what is none of them (see `boundaries`)."""
    return mend(layer, spans)


def countries_are_places(layer: str, sentences: Sentences, spans: Spans) -> Spans:
    """A country is a place; a people, faith or party's adherent is neither person nor body."""
    peoples = load("names")["peoples"]
    out = []
    for span in spans:
        words = words_of(layer[span.start : span.end])
        name = " ".join(words)
        if span.label in ("person", "organisation") and (words in owners() or name in peoples):
            span = replace(span, label="other" if name in peoples or name.lower() in demonyms() else "place")
        out.append(span)
    return out


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


def heads_of_bodies(layer: str, sentences: Sentences, spans: Spans) -> Spans:
    """`Acme` is the body that the article calls `Acme Widgets Inc` elsewhere, unless a person bears the name."""
    persons = {words[-1] for words in _persons(layer, spans) if len(words) > 1}
    heads = set()
    for span in spans:
        words = words_of(layer[span.start : span.end])
        unusual = words[0].isalpha() and not set("lcdnmrot") & set(flags().get(words[0].lower(), ""))
        if span.label == "organisation" and len(words) > 1 and words[0] not in persons and unusual:
            heads.add(words[0])
    out = [
        replace(span, label="organisation") if layer[span.start : span.end] in heads else span
        for span in spans
    ]
    return _with_overlooked(sentences, out, heads, "organisation")


def surnames_are_persons(layer: str, sentences: Sentences, spans: Spans) -> Spans:
    """The last word of someone named in full is that person where it stands alone, tagged otherwise or overlooked."""
    full = {words[-1] for words in _persons(layer, spans) if len(words) > 1 and len(words[-1]) > 2}
    full -= {words[0] for words in owners() if len(words) == 1}
    out = [replace(span, label="person") if layer[span.start : span.end] in full else span for span in spans]
    return _with_overlooked(sentences, out, full, "person")


def bodies_recur(layer: str, sentences: Sentences, spans: Spans) -> Spans:
    """A body's name of one unusual word that was seen twice is that body where it was overlooked."""
    seen = Counter(layer[span.start : span.end] for span in spans if span.label == "organisation")
    known = {
        name
        for name, count in seen.items()
        if count > 1 and name.isalpha() and not set(flags().get(name.lower(), "")) & set("lto")
    }
    return _with_overlooked(sentences, spans, known, "organisation")


def _persons(layer: str, spans: Spans) -> list[tuple[str, ...]]:
    return [words_of(layer[span.start : span.end]) for span in spans if span.label == "person"]


def _with_overlooked(sentences: Sentences, spans: Spans, words: set[str], label: NameLabel) -> Spans:
    """The spans and every free token that is one of the words."""
    if not words:
        return spans
    taken = sorted((span.start, span.end) for span in spans)
    new = []
    at = 0
    for sentence in sentences:
        for word, start in sentence:
            while at < len(taken) and taken[at][1] <= start:
                at += 1
            if word in words and not (at < len(taken) and taken[at][0] <= start):
                new.append(NameSpan(start, start + len(word), label, 0.5))
    return sorted([*spans, *new], key=lambda span: span.start)


RULES: tuple[Rule, ...] = (
    boundaries,
    countries_are_places,
    one_label_a_name,
    heads_of_bodies,
    surnames_are_persons,
    bodies_recur,
)
