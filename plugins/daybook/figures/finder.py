"""The figures of one article: each number of its title and sentences, with what it counts and who says so."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice

from daybook.figures.counted import FATES, Counted, Look, Offsets, count
from daybook.figures.knowledge import alternatives, table, unverified, words
from daybook.figures.numbers import Number, next_number, numbers, plain
from daybook.statements import Heard
from daybook.statements.knowledge import words as saying
from daybook.values import NAMES_READ, CleanText, Figure, Mention, Place

MOST = 2000
"""Figures of one article that are looked at: ten times those of the fullest table."""
REACH = 160
"""Code points in which whoever gives a number is looked for."""
JUST_BEFORE = 400
"""Code points between a name and words such as `the agency` that stand for it."""
TOWNS = 50
"""Places of a sentence that are looked at."""
NEAR = 60
"""Code points behind a number in which its place is looked for."""
_REFERS = re.compile(
    r"\s*(?:The|These|Those|That|This|Both|Neither)\s+(?:\w+\s+)?(?:numbers?|figures?|tolls?|claims?|reports?|counts?|estimates?)\b"
)
_AT_PLACE = re.compile(
    r"[^.;,]{0,30}\b(?:in|near|at|across|around|inside|throughout|outside)\s+(?:the\s+)?(?:[\w-]+\s+){0,2}\Z"
)
_DETERMINER = re.compile(r"(?:the|a|an|its|his|her|their|some|two|several|one|other)\s+", re.IGNORECASE)
_GENERIC = re.compile(r"[Tt]he\s+[a-z]+")
_VOTED = re.compile(r"\b(?:vot(?:e|ed|es|ing)|abstentions?|abstain(?:ed|ing)?)\b", re.IGNORECASE)
_PRONOUNS = frozenset(["he", "she", "it", "they", "who", "which", "that"])


def find(
    layer: str, text: CleanText, places: Sequence[Place], mentions: Sequence[Mention], heard: Heard | None
) -> tuple[Figure, ...]:
    """The article's figures, in the text's order. Only English is read."""
    if text.lang.partition("-")[0] != "en" or not text.sentences:
        return ()
    first = min(
        text.sentences[0].start, text.title_span.start if text.title_span else text.sentences[0].start
    )
    if next_number(layer, first, text.sentences[-1].end) < 0:
        return ()
    return tuple(islice(_figures(_Article.of(layer, text, places, mentions, heard)), MOST))


@dataclass(frozen=True)
class _Article:
    """What earlier stages found in it."""

    layer: str
    text: CleanText
    taken: Sequence[Mention]
    """Days, names of places and of actors, in order: no number within them counts."""
    towns: Sequence[Mention]
    """Where something happened, in order."""
    actors: Mapping[str, Sequence[Offsets]]
    """Where each actor's names stand, in order."""
    states: Mapping[str, str]
    """By the id of a country, that of its state, where it is one of the actors."""
    country: str
    """Of its dateline; empty where that is not known."""
    said: Sequence[tuple[Offsets, Offsets | None, str]]
    """Spans of what is said, in order, each with the words for its speaker and the actor's id."""

    @classmethod
    def of(
        cls,
        layer: str,
        text: CleanText,
        places: Sequence[Place],
        mentions: Sequence[Mention],
        heard: Heard | None,
    ) -> _Article:
        ordered = sorted(mentions, key=lambda m: (m.start, m.end))
        lands = {place.id: place.country or "" for place in places}
        country = next(
            (lands.get(m.target, "") for m in ordered if m.kind == "place" and m.role == "dateline"), ""
        )
        acting: defaultdict[str, list[Offsets]] = defaultdict(list)
        for mention in ordered:
            if mention.kind == "actor":
                acting[mention.target].append((mention.start, mention.end))
        said = sorted(
            (span, (each.speaker.start, each.speaker.end) if each.speaker else None, each.actor)
            for each in (heard.sayings if heard else ())
            for span in each.said
        )
        return cls(
            layer,
            text,
            [m for m in ordered if m.kind in ("date", "actor", "place")],
            [m for m in ordered if m.kind == "place" and m.role in ("event", "venue")],
            acting,
            {p.id: f"state:{p.country}" for p in places if p.kind == "country" and f"state:{p.country}" in acting},
            country,
            said,
        )  # fmt: skip


def _figures(article: _Article) -> Iterator[Figure]:
    layer, text = article.layer, article.text
    title = text.title_span
    if title and not text.title_derived:
        yield from _of(article, title.start, title.end, None, False)
    line, following = text.dateline, -1
    for number, sentence in enumerate(text.sentences):
        if sentence.end > NAMES_READ:
            return
        begin = (
            line.end if line and sentence.start <= line.start and line.end < sentence.end else sentence.start
        )
        if begin <= following < sentence.end or following < begin:
            following = next_number(layer, begin, text.sentences[-1].end)
        if not begin <= following < sentence.end:
            if following < 0:
                return
            continue
        behind = text.sentences[number + 1] if number + 1 < len(text.sentences) else None
        doubted = _is_doubted(layer, begin, sentence.end) or (
            behind is not None and _REFERS.match(layer, behind.start, behind.end) is not None
            and unverified().search(layer, behind.start, behind.end) is not None
        )  # fmt: skip
        yield from _of(article, begin, sentence.end, sentence.id, doubted)


def _is_doubted(layer: str, begin: int, end: int) -> bool:
    """Whether a sentence says of its own numbers that they could not be verified."""
    text = layer[begin:end]
    if "verif" not in text and "confirm" not in text:
        return False
    return unverified().search(text) is not None and not _REFERS.match(text)


def _of(article: _Article, begin: int, end: int, sentence: str | None, doubted: bool) -> Iterator[Figure]:
    """The figures of one sentence, or of the title."""
    layer = article.layer
    found = [n for n in numbers(layer, begin, end) if not _is_taken(article, n)]
    priced = next((n for n in found if n.kind == "money"), None)
    before: Counted | None = None
    voted = bool(found) and _VOTED.search(layer, begin, end) is not None
    for number in found:
        counted = count(Look(layer, begin, end, number, before, priced is not None, voted))
        if counted is None:
            continue
        before = counted
        priced = number if number.currency else priced
        currency = _currency(priced, article.country) if priced and counted.unit == "money" else None
        if counted.unit == "money" and currency is None and number.currency in words("weights"):
            counted = Counted("other", (number.end - len(number.currency), number.end))
        by, actor = _source(article, number, begin, end)
        yield Figure(
            number.start,
            number.end,
            plain(number.value),
            counted.unit,
            sentence,
            "range" if number.high is not None else number.bound,  # type: ignore[arg-type]
            None if number.high is None else plain(number.high),
            currency,
            counted.of,
            by,
            actor or None,
            _place(article, number, counted, begin, end),
            doubted,
        )


def _is_taken(article: _Article, number: Number) -> bool:
    """Whether it lies in a name or a day."""
    at = bisect_right(article.taken, number.at, key=lambda m: m.start) - 1
    return any(
        m.start <= number.at < m.end and m.end >= number.end for m in article.taken[max(0, at - 2) : at + 1]
    )


def _source(article: _Article, number: Number, begin: int, end: int) -> tuple[Offsets | None, str]:
    """The words for whoever says it, and the id of that actor."""
    at = bisect_right(article.said, number.at, key=lambda each: each[0][0]) - 1
    if at >= 0 and article.said[at][0][0] <= number.at < article.said[at][0][1]:
        (first, _), speaker, actor = article.said[at]
        nearer = _nearer(article, first, number, end)
        if nearer:
            return nearer
        found = _name(article, speaker, actor, number.at)
        if actor or (found and _can_tell(article.layer, found)):
            return found, actor
    return _giver(article, number, begin, end)


def _nearer(article: _Article, start: int, number: Number, end: int) -> tuple[Offsets, str] | None:
    """Who says a later clause of what somebody says: `… and an army spokesman said seven were killed`, `… and seven
    were killed, the army said`."""
    at = number.at
    for found in reversed(list(_JOINED.finditer(article.layer, max(start, at - REACH), at))):
        if _can_tell(article.layer, found.span("who")):
            return _known(article, found.span("who"))
    return _last_giver(article, number, end) if _NEXT_CLAUSE.search(article.layer, start, at) else None


def _can_tell(layer: str, span: Offsets) -> bool:
    """Whether words are those of someone who gives numbers, and no other subject of a verb."""
    told = layer[slice(*span)].split()
    low = {word.lower() for word in told}
    if any(c.isdigit() for word in told for c in word) or told[0].lower() in _OUTSIDE:
        return False
    if low & (words("giving") | {"found", "that"}) - words("sources"):
        return False
    first = layer[max(0, span[0] - 2) : span[0]].strip() in ("", ".")
    names = [word for word in (told[1:] if first and not told[0].isupper() else told) if word[0].isupper()]
    known = words("sources") | saying("unnamed") | saying("bodies") | saying("named_bodies")
    return bool(names or low & known)


_OUTSIDE = frozenset(
    [
        "in",
        "at",
        "on",
        "of",
        "by",
        "for",
        "from",
        "with",
        "as",
        "it",
        "he",
        "she",
        "they",
        "there",
        "this",
        "that",
        "after",
        "before",
        "during",
        "under",
        "but",
        "and",
    ]
)
"""First words of what is no noun phrase."""


@cache
def _givers() -> tuple[re.Pattern[str], re.Pattern[str]]:
    giving = alternatives(words("giving"))
    name = r"(?P<who>[A-Za-z][\w'’.-]*(?:\s+[\w'’.-]+){0,6}?)"
    return (
        re.compile(rf",\s+(?:{giving})\s+{name}\s*\.?\s*\Z"),
        re.compile(rf",\s+{name}\s+(?:{giving})(?:\s+(?:on\s+)?\w+day|\s+today|\s+yesterday|\s+in\s+a\s+statement)?\s*\.?\s*\Z"),
    )  # fmt: skip


def _giver(article: _Article, number: Number, begin: int, end: int) -> tuple[Offsets | None, str]:
    """Who gives a number where no statement has it: `…, police said.`, `Investigators believe …`, `Norway, which has said …`."""
    layer = article.layer
    if '"' in layer[begin:end] or "“" in layer[begin:end]:
        return None, ""
    return _last_giver(article, number, end) or _relative(article, number, begin, end)


def _last_giver(article: _Article, number: Number, end: int) -> tuple[Offsets, str] | None:
    """Who a sentence names at its end, behind a number."""
    last = max(number.end, end - REACH)
    for giver in _givers():
        found = giver.search(article.layer, last, end)
        if found and _can_tell(article.layer, found.span("who")):
            return _known(article, found.span("who"))
    return None


_WHICH = re.compile(
    r",\s+(?:which|who)\s+(?:has\s+|have\s+|had\s+)?(?:said|says|reported|estimated|estimates|claims|claimed)\b"
)


def _relative(article: _Article, number: Number, begin: int, end: int) -> tuple[Offsets | None, str]:
    clauses = list(_WHICH.finditer(article.layer, max(begin, number.start - REACH), number.start))
    if clauses:
        return _ending(article, clauses[-1].start())
    head = _opening().match(article.layer, begin, min(number.start, begin + REACH))
    for found in (head, _PER.search(article.layer, max(begin, number.start - REACH), end)):
        if found and _can_tell(article.layer, found.span("who")):
            return _known(article, found.span("who"))
    return None, ""


def _ending(article: _Article, at: int) -> tuple[Offsets | None, str]:
    """The actor whose name ends at an offset; of a country, its state."""
    first = bisect_left(article.taken, at - REACH, key=lambda m: m.start)
    last = bisect_left(article.taken, at, key=lambda m: m.start)
    for mention in article.taken[first:last]:
        if mention.end == at and mention.kind == "actor":
            return (mention.start, mention.end), mention.target
        if mention.end == at and mention.target in article.states:
            return (mention.start, mention.end), article.states[mention.target]
    return None, ""


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<who>(?:[\w'’.-]+\s+){{0,4}}?[\w'’.-]+)\s+(?:(?:has|have|had)\s+)?(?:{alternatives(words('opening'))})\s"
    )


_PER = re.compile(r"\b[Aa]s\s+per\s+(?P<who>[A-Za-z][\w'’.-]*(?:\s+[\w'’-]+){0,6}?)\s*(?:[,.;]|\Z)")
_NEXT_CLAUSE = re.compile(r"\b(?:and|but|while)\b|;")
_JOINED = re.compile(
    r"(?:\b(?:and|but|while)|[,;])\s+(?P<who>(?:[\w'’-]+\s+){0,6}?[\w'’-]+)\s+(?:has\s+|have\s+|had\s+)?(?:said|says|reported|announced|estimated|confirmed)\s"
)


def _known(article: _Article, span: Offsets) -> tuple[Offsets, str]:
    """The span without its article, and the actor whom it is all of."""
    skipped = _DETERMINER.match(article.layer, *span)
    span = (skipped.end(), span[1]) if skipped and skipped.end() < span[1] else span
    found, actor = _ending(article, span[1])
    return span, actor if found == span else ""


def _name(article: _Article, speaker: Offsets | None, actor: str, at: int) -> Offsets | None:
    """The name itself, not a title before it nor a pronoun for it."""
    if actor:
        named = article.actors.get(actor, ())
        if speaker:
            here = bisect_left(named, (speaker[1], 0))
            if here and speaker[0] <= named[here - 1][0] and named[here - 1][1] <= speaker[1]:
                return named[here - 1]
        before = bisect_left(named, (at, at))
        last = named[before - 1] if before else None
        if speaker and not _refers(article, speaker, last):
            return speaker
        return last or speaker
    if speaker is None or speaker[0] >= speaker[1] or article.layer[slice(*speaker)].lower() in _PRONOUNS:
        return None
    skipped = _DETERMINER.match(article.layer, *speaker)
    return (skipped.end(), speaker[1]) if skipped and skipped.end() < speaker[1] else speaker


def _refers(article: _Article, speaker: Offsets, last: Offsets | None) -> bool:
    """Whether words are a pronoun, or stand for what was named just before: `the agency`."""
    said = article.layer[slice(*speaker)]
    if said.lower() in _PRONOUNS:
        return True
    near = last is not None and speaker[0] - last[1] < JUST_BEFORE
    return near and _GENERIC.fullmatch(said) is not None


def _place(article: _Article, number: Number, counted: Counted, begin: int, end: int) -> str | None:
    """The place that stands with what is counted, or the only one of the sentence."""
    first = bisect_left(article.towns, begin, key=lambda m: m.start)
    last = bisect_left(article.towns, end, key=lambda m: m.start)
    here = article.towns[first : min(last, first + TOWNS)]
    behind = max(number.end, counted.of[1] if counted.of else 0)
    for mention in here:
        if behind <= mention.start <= behind + NEAR and _AT_PLACE.match(
            article.layer[behind : mention.start]
        ):
            return mention.target
    targets = {mention.target for mention in here}
    if len(targets) != 1 or counted.unit not in FATES:
        return None
    at = [
        mention
        for mention in here
        if _AT_PLACE.search(article.layer[max(begin, mention.start - NEAR) : mention.start])
    ]
    return targets.pop() if at else None


def _currency(number: Number, country: str) -> str | None:
    """ISO 4217 of a sign or of a word, by the country that stands before it, else by that of the dateline."""
    owner, _, word = number.currency.rpartition(" ")
    if number.currency in words("signs"):
        return str(table("signs")[number.currency])
    cents = word in words("hundredths")
    known = table("hundredths" if cents else "currencies").get(word)
    single = {
        "dlr": "dollar",
        "dlrs": "dollar",
        "cent": "dollar",
        "cents": "dollar",
        "cts": "dollar",
        "pence": "pound",
        "stg": "pound",
    }.get(word) or word.removesuffix("s")
    shared = table("shared").get(single)
    if shared is None:
        return known
    land = table("owners").get(owner.removesuffix("."))
    found: str | None = shared.get(land or country, None if land or word in words("weights") else known)
    return found
