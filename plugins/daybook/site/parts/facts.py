"""Where each fact about an article comes from, what else it could have been, and what of the raw text is not shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from daybook import labels
from daybook.format import day_plain
from daybook.site.archive import Archive
from daybook.site.days import iso_day
from daybook.site.index import grouped
from daybook.site.parts import raw
from daybook.site.parts.quotes import named_as
from daybook.site.roles import Said, stated
from daybook.values import Actor, Article, Mention, Place, Rival

_PROOFS = 12
"""Sentences linked for one fact; the marks in the text lead to the others."""
_RIVALS = 8
"""What else a fact could have been; the evidence file has them all."""


@dataclass(frozen=True, slots=True)
class Proof:
    """A sentence that supports a fact."""

    sentence: str
    """Its id."""
    number: int
    """Its place in the article, the first being 1."""


@dataclass(frozen=True, slots=True)
class RoleHere:
    """A role that the article states of an actor."""

    role: str
    proof: Proof | None
    """None where a person wrote it."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing said of an article, with its support."""

    group: str
    """`Day`, `Title`, `Outlet`, `Agency`, `Byline`, `Dateline`, `Place`, `Actor`."""
    value: str
    address: str = ""
    """Of the page of the value; empty where it has none."""
    anchor: str = ""
    note: str = ""
    """A kind, role or precision."""
    rules: tuple[str, ...] = ()
    """The rules that found it, in words; empty where it was stated or a person wrote it."""
    words: tuple[str, ...] = ()
    """As they stand in the article."""
    proofs: tuple[Proof, ...] = ()
    raw: str = ""
    """Where the words stand on the page of the raw text, if they are outside of the article's own."""
    settled: str = ""
    """What decided for it among others, in words."""
    sure: str = ""
    """How sure that is, in words and per cent; empty where nothing was to be decided."""
    rivals: tuple[str, ...] = ()
    """What else it could have been, each with how likely and why not."""
    roles: tuple[RoleHere, ...] = ()


@dataclass(frozen=True, slots=True)
class Left:
    """A kind of line that cleaning dropped."""

    code: str
    why: str
    count: int
    characters: int


def facts(article: Article, archive: Archive) -> tuple[Fact, ...]:
    """All facts, in the order in which the page tells them."""
    return tuple(_Teller(article, archive).facts())


def left_out(article: Article) -> tuple[Left, ...]:
    """What was dropped, by reason, the most frequent first."""
    times = Counter(span.why for span in article.dropped)
    size = Counter[str]()
    for span in article.dropped:
        size[span.why] += span.end - span.start
    order = sorted(times, key=lambda why: (-times[why], why))
    return tuple(Left(why, labels.dropped(why), times[why], size[why]) for why in order)


class _Teller:
    """One article's facts, with what all of them look up."""

    def __init__(self, article: Article, archive: Archive) -> None:
        self.article, self.archive = article, archive
        self.said = grouped((m.target, m) for m in sorted(article.mentions, key=lambda m: (m.start, m.end)))
        self.numbers = {s.id: n for n, s in enumerate(article.sentences, 1)}
        self.rivals = grouped((rival.of, rival) for rival in article.rivals)

    def facts(self) -> Iterator[Fact]:
        yield self._day()
        yield Fact("Title", self.article.title, note=labels.title(self.article.title_rule))
        yield from self._source()
        for place in sorted(self.article.places, key=self._prominence):
            yield self._place(place)
        for actor in sorted(self.article.actors, key=self._prominence):
            yield self._actor(actor)

    def _prominence(self, named: Place | Actor) -> tuple[int, str]:
        return -len(self.said.get(named.id, ())), named.id

    def _day(self) -> Fact:
        found, rivals = self.article.date, self._passed("date")
        if found is None:
            return Fact("Day", "Not proven", note="on the list of undated articles", rivals=rivals)
        own = Proof(found.sentence, self.numbers[found.sentence]) if found.sentence in self.numbers else None
        in_raw = not own and found.start is not None
        return Fact(
            "Day",
            day_plain(found.value) + (f", {found.time}" if found.time else ""),
            note=f"precise to the {found.precision}",
            rules=(labels.dated(found.rule),),
            words=(found.words,) if found.words else (),
            proofs=(own,) if own else (),
            raw=raw.proof("the day") if in_raw else "",
            sure=labels.sure(found.confidence),
            rivals=rivals,
        )

    def _source(self) -> Iterator[Fact]:
        source = self.article.source
        told = (("Outlet", source.outlet), ("Agency", source.agency), ("Byline", source.byline))
        for label, value in (*told, ("Dateline", self.article.dateline)):
            if value:
                own = [m for m in self.article.mentions if m.kind == "source" and m.target == value]
                outside = any(m.sentence is None and m.role == label.lower() for m in own)
                where = raw.proof(f"the {label.lower()}") if outside else ""
                yield self._supported(Fact(label, value, raw=where), own)

    def _place(self, place: Place) -> Fact:
        entry = self.archive.places[place.id]
        kind = labels.KINDS.get(place.kind, place.kind).lower()
        fact = Fact(
            "Place",
            place.name,
            entry.address,
            entry.anchor,
            ", ".join(filter(None, (kind, place.country or "", labels.role(place.role)))),
            settled=labels.why(place.why),
            sure=_sure(place),
            rivals=self._passed(f"place {place.id}"),
        )
        return self._supported(fact, self.said.get(place.id, ()))

    def _actor(self, actor: Actor) -> Fact:
        entry = self.archive.actors[actor.id]
        mentions = self.said.get(actor.id, ())
        fact = Fact(
            "Actor",
            actor.name,
            entry.address,
            entry.anchor,
            labels.KINDS.get(actor.kind, actor.kind).lower(),
            settled=labels.why(actor.why),
            sure=_sure(actor),
            rivals=self._passed(f"actor {actor.id}"),
            roles=tuple(map(self._role, stated(actor, ((m.role, m.sentence) for m in mentions)))),
        )
        return self._supported(fact, mentions)

    def _role(self, said: Said) -> RoleHere:
        if said.sentence not in self.numbers:
            return RoleHere(said.role, None)
        return RoleHere(said.role, Proof(said.sentence, self.numbers[said.sentence]))

    def _passed(self, of: str) -> tuple[str, ...]:
        return tuple(map(_rival, self.rivals.get(of, ())[:_RIVALS]))

    def _supported(self, fact: Fact, mentions: Sequence[Mention]) -> Fact:
        ids = dict.fromkeys(m.sentence for m in mentions if m.sentence in self.numbers)
        proofs = tuple(Proof(id, self.numbers[id]) for id in ids if id is not None)
        rules = tuple(labels.rule(rule) for rule in sorted({m.rule for m in mentions}))
        return replace(fact, rules=rules, words=named_as(mentions), proofs=proofs[:_PROOFS])


def _sure(named: Place | Actor) -> str:
    """Empty where there was nothing to decide."""
    return labels.sure(named.confidence) if named.why or named.confidence < 1 else ""


def _rival(rival: Rival) -> str:
    told = ", ".join(filter(None, (labels.percent(rival.score), labels.why(rival.why))))
    day = iso_day(rival.target) if rival.of == "date" else None
    return f"{day_plain(day)}, by “{rival.name}” ({told})" if day else f"{rival.name} ({told})"
