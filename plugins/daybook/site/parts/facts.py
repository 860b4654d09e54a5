"""Where each fact about an article comes from, what else it could have been, and what of the raw text is not shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple, TypedDict

from daybook.digest import Number, is_told_of
from daybook.site.countries import shown_name
from daybook.site.days import iso_day
from daybook.site.index import grouped
from daybook.site.parts import raw
from daybook.site.parts.body import is_id
from daybook.site.parts.counted import UNITS, has_side, notes, printed, said, sense
from daybook.site.roles import Said, stated
from daybook.values import Actor, Article, Mention, Place, Rival, Span
from daybook.words import Words, labels

_PROOFS = 12
"""Sentences linked for one fact; the marks in the text lead to the others."""
_RIVALS = 8
"""What else a fact could have been; the evidence file has them all."""
_OPEN = 8
"""Places and actors, of each, whose facts are shown at once."""
_FEW, _SHORT = 3, 120
"""Parts left out, and their characters together, that the article's own page has room for."""


class Proof(NamedTuple):
    """A sentence that supports a fact."""

    sentence: str
    """Its id."""
    number: int
    """Its place in the article, the first being 1."""


class RoleHere(NamedTuple):
    """A role that the article states of an actor."""

    role: str
    proof: Proof | None
    """None where a person wrote it."""


class Fact(NamedTuple):
    """One thing said of an article, with its support."""

    group: str
    """In words: `Day`, `Title`, `Outlet`, `Agency`, `Byline`, `Dateline`, `Place`, `Actor`."""
    value: str
    """Empty for a title, which the page's head has."""
    key: str = ""
    """Name of the token of the link to the page of a place or an actor; empty for all else."""
    note: str = ""
    """A kind, role or precision."""
    rules: tuple[str, ...] = ()
    """The rules that found it, in words; empty where it was stated or a person wrote it."""
    words: tuple[str, ...] = ()
    """As they stand in the article, but for the value itself in whatever case."""
    proofs: tuple[Proof, ...] = ()
    beside: str = ""
    """Where the words stand on the article's page if no sentence has them: `title`, `dateline` or `left-out`."""
    raw: str = ""
    """Where they stand on the page of the raw text, if they are nowhere on the article's own."""
    settled: str = ""
    """What decided for it among others, in words."""
    sure: str = ""
    """How sure that is, in words and per cent; empty where nothing was to be decided."""
    rivals: tuple[str, ...] = ()
    """What else it could have been, each with how likely and why not."""
    roles: tuple[RoleHere, ...] = ()

    @property
    def how(self) -> str:
        """What found it and how sure that is, in words."""
        return _how(self.rules, self.sure, self.settled)


@dataclass(frozen=True, slots=True)
class Table:
    """Facts that stand together."""

    facts: Sequence[Fact]
    title: str = ""
    """Of one that is folded: `4 more places`, `12 figures`; empty for the first."""

    @property
    def rows(self) -> list[tuple[object, ...]]:
        """Of each fact: group, value, key, note, how it was found, words, proofs, beside, raw, rivals, roles."""
        return [
            (f.group, f.value, f.key, f.note, f.how, f.words, f.proofs, f.beside, f.raw, f.rivals, f.roles)
            for f in self.facts
        ]


@dataclass(frozen=True, slots=True)
class Left:
    """A kind of line that cleaning dropped."""

    code: str
    why: str
    count: int
    characters: int
    words: tuple[str, ...] = ()
    """The very words, where all that was left out of the article is short."""


@lru_cache(1 << 14)
def _how(rules: tuple[str, ...], sure: str, settled: str) -> str:
    told = ", ".join(rules)
    certain = f"{sure}: {settled}" if settled else sure
    return f"{told}; {certain}" if told and certain else told or certain


def facts(article: Article, words: Words) -> tuple[Fact, ...]:
    """All facts, in the order in which the page tells them."""
    return tuple(_Teller(article, words).facts())


def figures(article: Article, counted: Iterable[Number], words: Words) -> tuple[Fact, ...]:
    """What it counts, in the text's order; `counted` are its figures. One that stands there again is told once, and so is a vote."""
    at = {sentence.id: n for n, sentence in enumerate(article.sentences, 1) if is_id(sentence.id)}
    same = grouped((_same(number), number) for number in counted if number.unit in UNITS)
    return tuple(_figure(numbers, at, words) for numbers in same.values())


def _figure(numbers: Sequence[Number], at: Mapping[str, int], words: Words) -> Fact:
    number = numbers[0]
    told = filter(None, (sense(number.sense, words), said(number.by, number.sense, words)))
    is_vote = has_side(number)
    plain = is_vote or number.found is not None
    value = printed(numbers if is_vote else [number], words)
    of = "" if is_vote or number.of.casefold() in number.words.casefold() else number.of
    return Fact(
        words.gettext(UNITS[number.unit]),
        value if plain else "",
        note=of,
        rules=(*told, *notes(numbers, words)),
        words=() if plain else (value,),
        proofs=tuple(Proof(id, at[id]) for id in dict.fromkeys(n.anchor for n in numbers) if id in at),
    )


def _same(number: Number) -> tuple[object, ...]:
    """What two figures have alike that are one: all that is told of them but the words; of votes, their sentence."""
    if has_side(number):
        return (number.unit, number.anchor)
    of, by = number.of.casefold(), number.by.casefold()
    return (number.value, number.high, number.unit, number.bound, number.currency, of, by, number.sense)


def has_raw(article: Article) -> bool:
    """Whether a page of its own shows the raw text: where something was left out that the article's page does not show."""
    if not is_short(article.dropped):
        return True
    return any(not _beside(article, words) for words in _outside(article)) if article.dropped else False


def is_short(dropped: Sequence[Span]) -> bool:
    """Whether the article's page has room for the very words of all that was left out."""
    size = sum(span.end - span.start for span in dropped)
    return len(dropped) <= _FEW and size <= _SHORT and all(span.words for span in dropped)


def _outside(article: Article) -> Iterator[str]:
    """Words that prove the day or the source, and stand outside of the text."""
    found = article.date
    if found and found.sentence is None and found.start is not None:
        yield found.words
    yield from (m.words for m in article.mentions if m.kind == "source" and m.sentence is None and m.role)


def _beside(article: Article, words: str) -> str:
    """Which part of the article's page has these words, beside its text; empty where none has."""
    held = " ".join(words.split())
    if held in (article.dateline or ""):
        return "dateline"
    if held in article.title:
        return "title"
    return "left-out" if any(held in " ".join(span.words.split()) for span in article.dropped) else ""


def tables(told: Sequence[Fact], counted: Sequence[Fact], words: Words) -> tuple[Table, ...]:
    """The facts as they are shown: the first places and actors with those of the article, all others folded, and so are its figures."""
    groups = grouped((fact.key[:1], fact) for fact in told)
    places, actors = groups.get("p", ()), groups.get("a", ())
    found = [Table((*groups.get("", ()), *places[:_OPEN], *actors[:_OPEN]))]
    if more := places[_OPEN:]:
        found.append(Table(more, words.ngettext("%(num)s more place", "%(num)s more places", len(more))))
    if more := actors[_OPEN:]:
        found.append(Table(more, words.ngettext("%(num)s more actor", "%(num)s more actors", len(more))))
    if counted:
        found.append(Table(counted, words.ngettext("%(num)s figure", "%(num)s figures", len(counted))))
    return tuple(found)


def left_out(article: Article, words: Words) -> tuple[Left, ...]:
    """What was dropped, by reason, the most frequent first."""
    times = Counter(span.why for span in article.dropped)
    size = Counter[str]()
    for span in article.dropped:
        size[span.why] += span.end - span.start
    order = sorted(times, key=lambda why: (-times[why], why))
    shown = article.dropped if is_short(article.dropped) else ()
    return tuple(
        Left(
            why,
            labels.dropped(words, why),
            times[why],
            size[why],
            tuple(raw.visible(" ".join(span.words.split())) for span in shown if span.why == why),
        )
        for why in order
    )


class _Support(TypedDict):
    """What of a fact its mentions give."""

    rules: tuple[str, ...]
    words: tuple[str, ...]
    proofs: tuple[Proof, ...]
    beside: str


class _Teller:
    """One article's facts, with what all of them look up."""

    def __init__(self, article: Article, words: Words) -> None:
        self.article, self.said, self.words = article, _by_target(article.mentions), words
        self.has_raw = has_raw(article)
        self.numbers = {s.id: n for n, s in enumerate(article.sentences, 1) if is_id(s.id)}
        self.rivals = grouped((rival.of, rival) for rival in article.rivals)

    def facts(self) -> Iterator[Fact]:
        yield self._day()
        words = self.words
        yield Fact(words.gettext("Title"), "", rules=(labels.title(words, self.article.title_rule),))
        yield from self._source()
        for number, place in sorted(enumerate(self.article.places), key=self._place_order):
            yield self._place(place, f"p{number}")
        for number, actor in sorted(enumerate(self.article.actors), key=self._actor_order):
            yield self._actor(actor, f"a{number}")

    def _place_order(self, held: tuple[int, Place]) -> tuple[bool, bool, int, str]:
        """What it tells of before what it names in passing, towns first, then by the number of mentions."""
        place, mentions = held[1], self.said.get(held[1].id, ())
        told = is_told_of(place, (m.role for m in mentions))
        return not told, place.kind != "city", -len(mentions), place.id

    def _actor_order(self, held: tuple[int, Actor]) -> tuple[int, str]:
        return -len(self.said.get(held[1].id, ())), held[1].id

    def _day(self) -> Fact:
        found, rivals, words = self.article.date, self._passed("date"), self.words
        label = words.gettext("Day")
        if found is None:
            note = words.gettext("on the list of undated articles")
            return Fact(label, words.gettext("Not proven"), note=note, rivals=rivals)
        own = Proof(found.sentence, self.numbers[found.sentence]) if found.sentence in self.numbers else None
        beside, where = self._outside(found.words, "day") if not own and found.start is not None else ("", "")
        return Fact(
            label,
            words.day_long(found.value) + (f", {found.time}" if found.time else ""),
            note=labels.precision(words, found.precision),
            rules=(labels.dated(words, found.rule),) if found.rule != beside else (),
            words=(found.words,) if found.words else (),
            proofs=(own,) if own else (),
            beside=beside,
            raw=where,
            sure=labels.sure(words, found.confidence),
            rivals=rivals,
        )

    def _source(self) -> Iterator[Fact]:
        source = self.article.source
        told = (("outlet", source.outlet), ("agency", source.agency), ("byline", source.byline))
        for kind, value in (*told, ("dateline", self.article.dateline)):
            if value:
                own = [m for m in self.article.mentions if m.kind == "source" and m.target == value]
                if kind == "dateline" and not own:
                    continue  # it stands beside the text as it is printed, and nothing found it
                outside = [m.words for m in own if m.sentence is None and m.role == kind]
                beside, where = self._outside(outside[0], kind) if outside else ("", "")
                support = self._support(value, own)
                support["beside"] = beside
                yield Fact(labels.stated(self.words, kind), value, raw=where, **support)

    def _outside(self, words: str, proves: str) -> tuple[str, str]:
        """Where words outside of the text stand: on the article's page, else on that of the raw text."""
        if self.has_raw:
            return "", raw.proof(proves)
        return _beside(self.article, words), ""

    def _place(self, place: Place, key: str) -> Fact:
        return Fact(
            self.words.gettext("Place"),
            place.name,
            key,
            _note(self.words, place.kind, place.country or "", place.role),
            settled=labels.why(self.words, place.why),
            sure=_sure(self.words, place),
            rivals=self._passed(f"place {place.id}"),
            **self._support(place.name, self.said.get(place.id, ())),
        )

    def _actor(self, actor: Actor, key: str) -> Fact:
        mentions = self.said.get(actor.id, ())
        return Fact(
            self.words.gettext("Actor"),
            actor.name,
            key,
            _note(self.words, actor.kind, "", ""),
            settled=labels.why(self.words, actor.why),
            sure=_sure(self.words, actor),
            rivals=self._passed(f"actor {actor.id}"),
            roles=tuple(map(self._role, stated(actor, ((m.role, m.sentence) for m in mentions)))),
            **self._support(actor.name, mentions),
        )

    def _role(self, said: Said) -> RoleHere:
        if said.sentence not in self.numbers:
            return RoleHere(said.role, None)
        return RoleHere(said.role, Proof(said.sentence, self.numbers[said.sentence]))

    def _passed(self, of: str) -> tuple[str, ...]:
        return tuple([_rival(self.words, rival) for rival in self.rivals.get(of, ())[:_RIVALS]])

    def _support(self, value: str, mentions: Sequence[Mention]) -> _Support:
        ids = dict.fromkeys([m.sentence for m in mentions])
        proofs = [Proof(id, self.numbers[id]) for id in ids if id in self.numbers]
        beside = "" if proofs or not mentions else _beside(self.article, mentions[0].words)
        return {
            "rules": _rules(self.words, frozenset([m.rule for m in mentions])),
            "words": _other(value, tuple(dict.fromkeys([m.words for m in mentions]))),
            "proofs": tuple(proofs[:_PROOFS]),
            "beside": beside,
        }


@lru_cache(1 << 12)
def _rules(words: Words, codes: frozenset[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys([labels.rule(words, code) for code in sorted(codes)]))


def _other(value: str, words: tuple[str, ...]) -> tuple[str, ...]:
    """Each of the words once, in whatever case, but for the value itself."""
    if words == (value,):
        return ()
    forms: dict[str, str] = {}
    for form in words:
        line = " ".join(form.split())
        forms.setdefault(line.casefold(), line)
    forms.pop(value.casefold(), None)
    return tuple(forms.values())


def _by_target(mentions: Iterable[Mention]) -> Mapping[str, tuple[Mention, ...]]:
    """Mentions of places and actors by what they name, in the text's order."""
    ordered = sorted(mentions, key=lambda m: (m.start, m.end))
    return grouped((m.target, m) for m in ordered if m.kind in ("place", "actor"))


@lru_cache(1 << 12)
def _note(words: Words, kind: str, country: str, role: str) -> str:
    within = shown_name(country, None, words) if kind != "country" else ""
    return ", ".join(filter(None, (labels.kind(words, kind).lower(), within, labels.role(words, role))))


def _sure(words: Words, named: Place | Actor) -> str:
    """Empty where there was nothing to decide."""
    return labels.sure(words, named.confidence) if named.why or named.confidence < 1 else ""


def _rival(words: Words, rival: Rival) -> str:
    told = ", ".join(filter(None, (words.percent(rival.score), labels.why(words, rival.why))))
    day = iso_day(rival.target) if rival.of == "date" else None
    if day is None:
        return f"{rival.name} ({told})"
    return words.gettext(
        "%(day)s, by “%(words)s” (%(why)s)", day=words.day_plain(day), words=rival.name, why=told
    )
