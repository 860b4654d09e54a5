"""Where a name begins and ends: repairs of the tagger's spans, each a rule from one span to the spans that stand for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from daybook.actors.bodies import world_names
from daybook.actors.countries import owners
from daybook.actors.knowledge import body_nouns, calendar, company_suffixes, demonyms, load
from daybook.actors.lexicon import flags
from daybook.actors.names import NameSpan
from daybook.actors.second_pass.companies import partners
from daybook.actors.second_pass.reading import Reading, Spans
from daybook.actors.shapes import PARTICLES
from daybook.actors.tokens import Token, words_of

Words = Sequence[Token]
_SAYING = frozenset(["said", "says", "told", "tells", "quoted", "reported"])
_WITHIN = frozenset(["the", "of", "ten", "ad", "des", "den", "do", "e", "y", "i", "s", "t", "d", "l", "o"])
"""Common words that stand within persons' names beside the particles."""
_CARD = frozenset(["c", "b", "lbw"])
"""How a batsman is out: what stands between the names on a score card."""
_JUNIOR = frozenset(["Jr", "Jr.", "Sr", "Sr.", "II", "III"])
Rule = Callable[[NameSpan, Words], Iterator[tuple[NameSpan, Words]]]


def mend(reading: Reading, spans: Spans) -> Spans:
    """Every person and organisation through all rules, in order; other names as they are."""
    out: Spans = []
    for span in spans:
        if span.label in ("person", "organisation"):
            pieces: list[tuple[NameSpan, Words]] = [(span, reading.tokens(span))]
            for rule in RULES if len(pieces[0][1]) > 1 else SINGLE:
                pieces = [made for piece in pieces for made in rule(*piece)]
            out += [piece for piece, _ in pieces]
        else:
            out.append(span)
    return out


def mend_voted(reading: Reading, spans: Spans) -> Spans:
    """Those that were given to a person since, without what no person's name holds."""
    out: Spans = []
    for span in spans:
        if span.label == "person" and any(map(str.islower, reading.words(span))):
            out += [piece for piece, _ in clauses(span, reading.tokens(span))]
        else:
            out.append(span)
    return out


def lists(span: NameSpan, words: Words) -> Iterator[tuple[NameSpan, Words]]:
    """`Acme, Bolt and Crane` are three; `Acme, Inc` and `Bolt and Crane Association` are one each."""
    plain = [word for word, _ in words]
    commas = [i for i, word in enumerate(plain) if word == ","]
    if any(plain[i + 1] in company_suffixes() | _JUNIOR for i in commas if i + 1 < len(plain)):
        yield span, words
        return
    ands = [i for i, word in enumerate(plain) if word.lower() == "and" and _joins(plain, i, bool(commas))]
    ands += [i for i, word in enumerate(plain) if word == "or"]
    if ands and all(word in partners() for word in plain[ands[-1] + 1 :]):
        yield span, words  # Acme, Bolt and Co
        return
    if not commas and not ands:
        yield span, words
        return
    first = 0
    for cut in [*sorted([*commas, *ands]), len(words)]:
        if cut > first:
            yield _part(span, words[first:cut])
        first = cut + 1


def _joins(words: Sequence[str], i: int, listed: bool) -> bool:
    """Whether the `and` at `i` stands between two names: in a list, behind a company, or beside a body of the world."""
    sides = (tuple(map(str.upper, words[:i])), tuple(map(str.upper, words[i + 1 :])))
    return i > 0 and (listed or words[i - 1] in company_suffixes() or not world_names().isdisjoint(sides))


def verbs(span: NameSpan, words: Words) -> Iterator[tuple[NameSpan, Words]]:
    """`Acme told Bolt` is two; a name without a capital is none."""
    first = 0
    for cut in [*(i for i, (word, _) in enumerate(words) if word in _SAYING), len(words)]:
        part = words[first:cut]
        if any(not word.islower() and word[0].isalpha() for word, _ in part):
            yield _part(span, part)
        first = cut + 1


def clauses(span: NameSpan, words: Words) -> Iterator[tuple[NameSpan, Words]]:
    """A person's name holds no verb and no `and`: `Sample beat Example`, `Sample c Keeper b Bowler`; nor, of two words, an `of`."""
    plain = [word for word, _ in words]
    if span.label != "person":
        if "b" not in plain:
            yield span, words
            return
        span = replace(span, label="person", shares=())  # a line of a score card
    of = plain.index("of") if "of" in plain else 0
    cut = of if of > 1 and plain[of - 1].lower() not in _offices() else len(plain)
    first = 0
    for stop in [*(i for i in range(1, cut) if plain[i - 1] != "-" and _divides(plain[i])), cut]:
        if any(word[0].isupper() for word in plain[first:stop]):
            yield _part(span, words[first:stop])
        first = stop + 1
    behind = words[cut + 1 :]
    if behind and behind[0][0][0].isupper():
        party = all(not set("cdnr") & set(flags().get(word.lower(), "")) for word, _ in behind)
        yield _part(replace(span, label="organisation" if party else "place", shares=()), behind)


def _divides(word: str) -> bool:
    """Whether it is a common word in lower case; an unknown one may be a particle of any tongue."""
    if word in PARTICLES or word in _WITHIN:
        return False
    return word in _CARD or (word.isalpha() and word.islower() and "l" in flags().get(word, ""))


def acronyms(span: NameSpan, words: Words) -> Iterator[tuple[NameSpan, Words]]:
    """An acronym before a person's name is the body or the rank: `OVA Ann Sample`."""
    head = words[0][0]
    loud = len(head) > 2 and head.isalpha() and head.isupper()
    if (span.label == "person" and loud and len(words) > 1 and not words[1][0].isupper()) or (
        span.label == "person" and loud and len(words) > 1 and len(words[1][0]) < 3
    ):
        yield _part(span, words[1:])
    else:
        yield span, words


def brackets(span: NameSpan, words: Words) -> Iterator[tuple[NameSpan, Words]]:
    """A body's acronym in brackets is a name of its own: `Harbour Pilots Association (HPA)`."""
    plain = [word for word, _ in words]
    at = plain.index("(") if "(" in plain[2:] else 0
    if at > 1 and plain[at + 2 :] in ([], [")"]) and all(map(str.isupper, plain[at + 1 : at + 2])):
        yield _part(span, words[:at])
        if plain[at + 1 :]:
            yield _part(span, words[at + 1 : at + 2])
    else:
        yield span, words


def angles(span: NameSpan, words: Words) -> Iterator[tuple[NameSpan, Words]]:
    """The sign of a share in angle brackets is no part of the name before it: `Harbour Pilots Inc <HPI>`."""
    plain = [word for word, _ in words]
    first = 1 if plain[0] in "<>" else 0
    cut = next((i for i, word in enumerate(plain) if i >= first and word in "<>"), len(plain))
    if cut > first:
        yield _part(span, words[first:cut])


def dates(span: NameSpan, words: Words) -> Iterator[tuple[NameSpan, Words]]:
    """A weekday behind a name is none of it, nor a month beside a body's: `August Industrial Federation`."""
    days, months = calendar("weekdays"), calendar("months")
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
        if len(words) > 2 and (plain[0] in demonyms() or plain[0] in _adherents()):
            plain, words = plain[1:], words[1:]
        if plain[0] == "of" and len(words) > 3:
            plain, words = plain[2:], words[2:]  # the secretary of State Ann Sample
        first = max((i + 1 for i, word in enumerate(plain[:-1]) if word in _offices()), default=0)
        while first < len(words) - 1 and (plain[first] in heads or plain[first] in demonyms()):
            first += 1
        while first and first < len(plain) - 2 and plain[first] == "of":
            first += 2  # Secretary of State Ann Sample
        yield _part(span, words[first:])
        return
    for i in range(1, len(plain) - 2):
        if plain[i] in heads and _is_person([word for word, _ in words[i + 1 :]]):
            yield _part(span, words[:i])
            yield _part(replace(span, label="person", shares=()), words[i + 1 :])
            return
    if plain[0] in demonyms() and _is_person([word for word, _ in words[1:]]) and _given(plain[1]):
        yield _part(replace(span, label="person", shares=()), words[1:])
    else:
        yield span, words


def possessives(span: NameSpan, words: Words) -> Iterator[tuple[NameSpan, Words]]:
    """`Ruritania's Sample` and `the Treasury Department's Sample` are an owner and a name."""
    for i in range(1, len(words) - 1):
        if words[i][0] in ("'s", "’s"):
            owner = words_of(" ".join(word for word, _ in words[:i]))
            if owner in owners() or (len(owner) > 1 and owner[-1].lower() in body_nouns()):
                body = owner not in owners()
                yield _part(replace(span, label="organisation" if body else "place", shares=()), words[:i])
                alone = body and len(words) == i + 2
                yield _part(replace(span, label="person" if alone else span.label, shares=()), words[i + 1 :])
                return
    yield span, words


def dashes(span: NameSpan, words: Words) -> Iterator[tuple[NameSpan, Words]]:
    """What stands before a dash between blanks is a heading: `NOTE - Acme Corp`."""
    last = -1
    for i, (word, start) in enumerate(words[1:-1], 1):
        if word in "-–—" and start > words[i - 1][1] + len(words[i - 1][0]) and words[i + 1][1] > start + 1:
            last = i
    yield _part(span, words[last + 1 :])


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
    if span.start == words[0][1] and span.end == start + len(last):
        return span, words
    return replace(span, start=words[0][1], end=start + len(last)), words


def _given(word: str) -> bool:
    return "g" in flags().get(word, "")


@cache
def _adherents() -> frozenset[str]:
    """Members of a party or faith: `Democrat Ann Sample`."""
    return frozenset(word.lower() for word in load("names")["peoples"])


@cache
def _offices() -> frozenset[str]:
    """Titles that end whatever stands before the name: `UN Ambassador Sample`."""
    return frozenset([*load("titles")["head"], *load("titles")["untrained"]])


@cache
def _titles() -> frozenset[str]:
    known = load("titles")
    courtesy = {word for word in known["courtesy"] if word.endswith(".") or f"{word}." in known["courtesy"]}
    return frozenset(
        courtesy
        | _offices()
        | set(known["untrained"])
        | {"king", "queen", "pope", "cardinal", "archbishop", "prime", "foreign", "exchequer"}
    )


RULES: tuple[Rule, ...] = (
    verbs,
    clauses,
    acronyms,
    dashes,
    glued,
    brackets,
    angles,
    tails,
    dates,
    possessives,
    lists,
    tails,
    titles,
)
SINGLE: tuple[Rule, ...] = (verbs, glued)
"""Those that have something to say of one word."""
