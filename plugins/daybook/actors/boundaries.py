"""Where a name ends: repairs of the tagger's spans, each a rule from one span to the spans that stand for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from daybook.actors.knowledge import company_suffixes, demonyms, load
from daybook.actors.lexicon import flags
from daybook.actors.names import NameSpan
from daybook.actors.tokens import Token, tokens

Words = Sequence[Token]
Rule = Callable[[NameSpan, Words], Iterator[tuple[NameSpan, Words]]]


def mend(layer: str, spans: Sequence[NameSpan]) -> list[NameSpan]:
    """Every person and organisation through all rules, in order; other names as they are."""
    out: list[NameSpan] = []
    for span in spans:
        pieces: list[tuple[NameSpan, Words]] = [(span, list(tokens(layer, span.start, span.end)))]
        if span.label in ("person", "organisation"):
            for rule in RULES:
                pieces = [made for piece in pieces for made in rule(*piece)]
        out += [piece for piece, _ in pieces]
    return out


def lists(span: NameSpan, words: Words) -> Iterator[tuple[NameSpan, Words]]:
    """`Acme, Bolt and Crane` are three; `Acme, Inc` and `Bolt and Crane Association` are one each."""
    plain = [word for word, _ in words]
    commas = [i for i, word in enumerate(plain) if word == ","]
    if span.label != "organisation" or any(
        plain[i + 1].lower() in company_suffixes() for i in commas if i + 1 < len(plain)
    ):
        yield span, words
        return
    cuts = list(commas)
    for i, word in enumerate(plain):
        if word == "and" and i and (commas or plain[i - 1].lower() in company_suffixes()):
            cuts.append(i)
    first = 0
    for cut in [*sorted(cuts), len(words)]:
        if cut > first:
            yield _part(span, words[first:cut])
        first = cut + 1


def dates(span: NameSpan, words: Words) -> Iterator[tuple[NameSpan, Words]]:
    """A weekday behind a name is none of it, nor a month beside a body's: `August Industrial Federation`."""
    days, months = _calendar("weekdays"), _calendar("months")
    kept = list(words)
    while len(kept) > 1 and (kept[-1][0] in days or (span.label == "organisation" and kept[-1][0] in months)):
        kept = kept[:-1]
    while len(kept) > 1 and span.label == "organisation" and kept[0][0] in days | months:
        kept = kept[1:]
    yield _part(span, kept)


def tails(span: NameSpan, words: Words) -> Iterator[tuple[NameSpan, Words]]:
    """A possessive, a dash or common words behind a name are none of it: `Interwire news agency`."""
    kept = list(words)
    while (
        len(kept) > 1
        and not kept[-1][0][:1].isupper()
        and not kept[-1][0][:1].isdigit()
        and kept[-1][0] not in (")", ".")
    ):
        kept = kept[:-1]
    while len(kept) > 1 and kept[0][0] in ("The", "the", "-", "'", '"', "“", "—", "–"):
        kept = kept[1:]
    yield _part(span, kept)


def titles(span: NameSpan, words: Words) -> Iterator[tuple[NameSpan, Words]]:
    """A person begins behind the title; what stands before one within a body's span is the body."""
    plain = [word.lower() for word, _ in words]
    heads = _titles()
    if span.label == "person":
        kept = list(words)
        while len(kept) > 1 and (kept[0][0].lower() in heads or kept[0][0].lower() in demonyms()):
            kept = kept[1:]
        yield _part(span, kept)
        return
    for i in range(1, len(plain) - 2):
        if plain[i] in heads and _is_person([word for word, _ in words[i + 1 :]]):
            yield _part(span, words[:i])
            yield _part(replace(span, label="person"), words[i + 1 :])
            return
    yield span, words


def glued(span: NameSpan, words: Words) -> Iterator[tuple[NameSpan, Words]]:
    """A name ends where the next sentence's first word was run into it: `RuritaniaThe`."""
    word, start = words[-1]
    for head in load("names")["glued_words"]:
        stem = word.removesuffix(head)
        if stem != word and len(stem) > 2 and stem[-1].islower():
            words = [*words[:-1], (stem, start)]
            break
    yield _part(span, words)


def _is_person(words: Sequence[str]) -> bool:
    """Two or three capitalised words, none of which heads a body or is a title."""
    known = [flags().get(word.lower(), "") for word in words]
    return (
        2 <= len(words) <= 3
        and all(w[0].isupper() for w in words)
        and not set("otl") & set("".join(known[:1]) + known[-1])
    )


def _part(span: NameSpan, words: Words) -> tuple[NameSpan, Words]:
    last, start = words[-1]
    return replace(span, start=words[0][1], end=start + len(last)), words


@cache
def _titles() -> frozenset[str]:
    known = load("titles")
    courtesy = {word for word in known["courtesy"] if word.endswith(".") or f"{word}." in known["courtesy"]}
    return frozenset(
        courtesy
        | set(known["head"])
        | {"king", "queen", "pope", "cardinal", "archbishop", "prime", "foreign"}
    )


@cache
def _calendar(part: str) -> frozenset[str]:
    return frozenset(word.capitalize() for names in load("calendar")["en"][part] for word in names.split())


RULES: tuple[Rule, ...] = (glued, tails, dates, lists, tails, titles)
