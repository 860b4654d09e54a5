"""What all pages but an article's own, and the review, know of it: small enough to hold a whole archive of them, and to keep on disk.

A digest is made from one article alone. `pack` and `unpack` turn it into plain tuples and back, for `marshal`.
"""

from __future__ import annotations

import marshal
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import groupby, islice
from typing import Any, NamedTuple

from daybook.content import front_matter
from daybook.content.markdown import plain
from daybook.figures.compare import COMPARED, FLED, compare
from daybook.format import shortened
from daybook.sentences import locate, pieces, words
from daybook.values import (
    CITY_PAGE_ROLES,
    Actor,
    Article,
    Figure,
    FigureBound,
    FigureUnit,
    FoundDate,
    Mention,
    Place,
    Problem,
    Rival,
    Source,
    Statement,
    StatementKind,
)

QUOTES = 3
"""Sentences kept for one place or actor of an article."""
SPOKEN_QUOTES = 2
"""Sentences kept for one day that an article speaks of."""
SAYINGS = 3
"""Statements kept of one actor of an article: quotations before what is only reported."""
SAYING = 280
"""Characters of one; a longer one is cut."""
TEASER = 320
"""Characters."""
PASSAGES = 120
"""Sentences from the beginning of an article that a briefing may quote."""
PASSAGE = 400
"""Characters; a longer one is never quoted, as a briefing quotes whole sentences."""
NUMBERS = 60
"""Figures of one article."""
_NO_NAME = frozenset({"demonym", "embedded"})
"""Roles whose words are no name of the place itself."""


class Quote(NamedTuple):
    """One sentence."""

    anchor: str
    """Its id on the article's page."""
    pieces: tuple[tuple[str, bool], ...]
    """Its words in order; true where they are the name looked for."""


class Said(NamedTuple):
    """What one article says of a place or an actor."""

    mentions: int
    """How many."""
    named: bytes
    """`name`, `forms` and `roles`, packed: most of what an archive holds is this, and few pages look at it."""
    quoted: bytes
    """`quotes`, packed."""

    @property
    def name(self) -> str:
        """The words that mostly name it, on one line; empty where it has no forms."""
        found: str = marshal.loads(self.named)[0]
        return found

    @property
    def forms(self) -> tuple[str, ...]:
        """The words that name it, each once, in the text's order; of a place without demonyms and parts of other names."""
        found: tuple[str, ...] = marshal.loads(self.named)[1]
        return found

    @property
    def roles(self) -> tuple[tuple[str, str | None], ...]:
        """Each role that its mentions have, with the first sentence that states it; None outside of the body."""
        found: tuple[tuple[str, str | None], ...] = marshal.loads(self.named)[2]
        return found

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """The first three sentences that name it."""
        return _unquoted(self.quoted)


NOTHING = Said(0, marshal.dumps(("", (), ())), b"")


class Saying(NamedTuple):
    """What an article has an actor say."""

    anchor: str
    """Id of the sentence that says so."""
    kind: StatementKind
    verb: str
    """Of saying, as printed; empty for a quotation that goes on without one."""
    words: str
    """What is said, without the quotation marks around it."""


class OtherDay(NamedTuple):
    """A day that an article speaks of, and that is not its own."""

    day: date
    quoted: bytes
    """`quotes`, packed."""

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """The first two sentences that do."""
        return _unquoted(self.quoted)


class Passage(NamedTuple):
    """A sentence of the text, as briefings weigh and quote it."""

    anchor: str
    words: str
    names: tuple[str, ...]
    """Ids of the places and actors that it mentions, each once."""
    days: tuple[str, ...]
    """ISO days that it speaks of, the article's own among them."""
    paragraph: int
    """Of the article, from 0."""
    by_hand: bool = False
    """Whether a person wrote or changed it: then it is not the source's."""


class Number(NamedTuple):
    """A figure, with the words that prove it."""

    anchor: str
    """Of its sentence."""
    words: str
    """The whole phrase, such as `at least 102`."""
    value: str
    """In plain digits; of a range, its lower end."""
    high: str | None
    """The upper end of a range."""
    unit: FigureUnit
    bound: FigureBound
    currency: str | None
    """ISO 4217."""
    of: str
    """The words for what is counted; empty where none are said."""
    by: str
    """The words that name whoever the article has it from, or, of a number that is denied, who denies it; empty where none were found."""
    actor: str | None
    """Id of who that is, where it is an actor."""
    place: str | None
    """Id of the place where what is counted was."""
    unverified: bool
    """Whether the article says that it could not be verified."""
    sense: str
    """Why it counts something else than the whole (`daybook.figures.compare`); of votes, the side. Empty for the whole."""
    whose: str
    """Code of the country that those who are counted belong to or left; of votes, id of the body that voted. Empty where it is not plain."""
    found: str | None
    """The value in the text, where a person gave another."""
    start: int
    """Of the phrase in the text layer."""
    noun: str
    """What is counted, in words that figures are compared by."""
    together: bool
    """Whether those wounded are among those killed."""
    total: bool
    """Whether it counts all until its day, and not those of one event."""
    day: str
    """ISO day by which its sentence says it; empty where it names none, or several."""


_UNIT = Number._fields.index("unit")
Day = date
"""By another name than that of `Digest.date`."""


@dataclass(frozen=True, slots=True)
class Digest:
    """An article without its text."""

    id: str
    slug: str
    title: str
    date: FoundDate | None
    lead: str
    teaser: str
    """What lists show of it, at most 320 characters: the lead, or a later paragraph where the lead only repeats the title."""
    source: Source
    lang: str
    dir: str
    dateline: str
    """As printed; empty for none."""
    places: tuple[Place, ...]
    actors: tuple[Actor, ...]
    told: tuple[str, ...]
    """Ids of the places that it tells of, not those it names in passing."""
    said: Mapping[str, Said]
    """By the id of the place or actor."""
    spoke: Mapping[str, bytes]
    """What its actors say, by their ids: packed, as few pages show it."""
    spoken: tuple[OtherDay, ...]
    """In the text's order."""
    told_in: bytes
    """`passages`, packed."""
    counted: bytes
    """`numbers`, packed."""
    terms: str
    """What it is compared by: the terms of its title, on a second line the first of its text; each once, parted by spaces."""
    seed_path: str
    seed_sha256: str
    doubted: bytes
    """`rivals`, packed."""
    by_hand: tuple[str, ...]
    problems: tuple[Problem, ...]
    withdrawn: bool = False
    """Whether a person took it back; it then has an address, and nothing else."""

    @property
    def day(self) -> Day:
        """That of publication, of one that has a proven day."""
        assert self.date
        return self.date.value

    def of(self, target: str) -> Said:
        """What it says of a place or actor; nothing where it does not mention it."""
        return self.said.get(target, NOTHING)

    def sayings(self, actor: str) -> tuple[Saying, ...]:
        """What it has an actor say, in the text's order."""
        packed = self.spoke.get(actor)
        return tuple([Saying(*each) for each in marshal.loads(packed)]) if packed else ()

    @property
    def passages(self) -> tuple[Passage, ...]:
        """Its first sentences, in the text's order."""
        return tuple([Passage(*each) for each in marshal.loads(self.told_in)]) if self.told_in else ()

    @property
    def numbers(self) -> tuple[Number, ...]:
        """Its figures but for those of the title, in the text's order."""
        return self.numbers_of(None)

    def numbers_of(self, units: frozenset[FigureUnit] | None) -> tuple[Number, ...]:
        """Those of some units; of all where none are given."""
        held = marshal.loads(self.counted) if self.counted else ()
        return tuple([Number(*each) for each in held if units is None or each[_UNIT] in units])

    @property
    def rivals(self) -> tuple[Rival, ...]:
        """What else each of its facts may have been."""
        return tuple([Rival(*each) for each in marshal.loads(self.doubted)]) if self.doubted else ()

    @property
    def told_of(self) -> tuple[Place, ...]:
        """The places that it tells of."""
        return tuple(p for p in self.places if p.id in self.told)


Told = Mapping[str, tuple[str, int]]
"""Sentences by id, with their words and start in the text layer."""


def is_told_of(place: Place, roles: Iterable[str]) -> bool:
    """Whether one article tells of that place, rather than names it in passing; a page and all counts go by it.

    Of a town it does where something happens there, where it is written from or where people meet, not where the name
    stands for a government. `roles` are those of its mentions; a person's hand in the front matter counts as well.
    """
    found = {place.role, *roles}
    return bool(found & CITY_PAGE_ROLES) if place.kind == "city" else found != {"embedded"}


def digest(article: Article, terms: str = "", told: Told | None = None) -> Digest:
    """The digest of an article; `terms` come from `daybook.search.first_terms`, and left out where none are compared;
    `told` are its sentences, where `daybook.sentences.words` found them before."""
    told = words(article) if told is None else told
    ordered = sorted(article.mentions, key=lambda m: (m.start, m.end))
    held: dict[str, list[Mention]] = {}
    for mention in ordered:
        if mention.kind in ("place", "actor"):
            held.setdefault(mention.target, []).append(mention)
    return Digest(
        article.id, article.slug, article.title, article.date, article.lead, _teaser(article), article.source,
        article.lang, article.dir, article.dateline or "", article.places, article.actors,
        tuple(p.id for p in article.places if is_told_of(p, (m.role for m in held.get(p.id, ())))),
        {target: _said(mentions, told) for target, mentions in held.items()},
        _spoke(article, told),
        tuple(_spoken(article, ordered, told)), _passages(article, ordered, told), _numbers(article, told), terms,
        article.seed_path, article.seed_sha256, _doubted(article.rivals), article.by_hand, article.problems, article.withdrawn is not None,
    )  # fmt: skip


def _said(mentions: list[Mention], told: Told) -> Said:
    roles: dict[str, str | None] = {}
    for mention in mentions:
        if mention.role:
            roles.setdefault(mention.role, mention.sentence)
    named = [m.words for m in mentions if m.role not in _NO_NAME]
    forms = tuple(dict.fromkeys(named))
    name = _one_line(forms[0]) if len(forms) == 1 else commonest(map(_one_line, named))
    packed = marshal.dumps((name, forms, tuple(roles.items())))
    return Said(len(mentions), packed, _quoted(mentions, told, QUOTES))


def commonest(words: Iterable[str]) -> str:
    """The most frequent, ties by alphabet, small letters first; empty where there is none."""
    counts = Counter(words)
    return min(counts, key=lambda each: (-counts[each], each.swapcase()), default="")


def _one_line(words: str) -> str:
    joined = " ".join(words.split())
    return words if joined == words else joined  # the same object, kept once


def _quoted(mentions: Iterable[Mention], told: Told, limit: int) -> bytes:
    """Sentences, packed: a page unpacks the few that it shows, and an archive holds all of them in little room."""
    found: list[Packed] = []
    for id, group in groupby(mentions, key=lambda m: m.sentence):
        if id is not None and id in told and len(found) < limit:
            text, start = told[id]
            found.append((id, pieces(text, start, group)))
    return marshal.dumps(tuple(found)) if found else b""


def _unquoted(quoted: bytes) -> tuple[Quote, ...]:
    return tuple([Quote(*quote) for quote in marshal.loads(quoted)]) if quoted else ()


def _spoke(article: Article, told: Told) -> dict[str, bytes]:
    if not article.statements:
        return {}
    body = sorted((start, text) for text, start in told.values())
    held: dict[str, list[Statement]] = {}
    for statement in article.statements:
        held.setdefault(statement.actor, []).append(statement)
    return {actor: marshal.dumps(_kept(statements, body)) for actor, statements in held.items()}


def _kept(statements: list[Statement], body: list[tuple[int, str]]) -> tuple[tuple[str, ...], ...]:
    """Those that are kept, in the text's order, as plain tuples."""
    ranked = sorted(range(len(statements)), key=lambda n: (statements[n].kind == "reported", n))
    kept = (_saying(statements[n], body) for n in sorted(ranked[:SAYINGS]))
    return tuple(tuple(saying) for saying in kept if saying.words)


def _saying(statement: Statement, body: list[tuple[int, str]], most: int | None = SAYING) -> Saying:
    said = " ".join(_between(body, span).strip(" ,") for span in statement.said)
    verb = _between(body, statement.verb) if statement.verb else ""
    words = said if most is None else shortened(said, most)
    return Saying(statement.sentence, statement.kind, verb.lower(), words)


def _passages(article: Article, ordered: list[Mention], told: Told) -> bytes:
    """In the article's order: that in which `told` has them."""
    names: dict[str, dict[str, None]] = {}
    days: dict[str, dict[str, None]] = {}
    for mention in ordered:
        if mention.sentence and mention.kind in ("place", "actor", "date"):
            held = days if mention.kind == "date" else names
            held.setdefault(mention.sentence, {})[mention.target] = None
    paragraphs = {sentence.id: sentence.paragraph for sentence in article.sentences}
    found = tuple(
        (id, words, tuple(names.get(id, ())), tuple(days.get(id, ())), paragraphs[id], id in article.written)
        for id, (text, _) in islice(told.items(), PASSAGES)
        if len(words := " ".join(text.split())) <= PASSAGE
    )
    return marshal.dumps(found) if found else b""


def numbers(article: Article, told: Told) -> Iterator[Number]:
    """All figures of an article but for those of its title, in the text's order; `told` are its sentences, of `daybook.sentences.words`."""
    held = [figure for figure in article.figures if figure.sentence in told]
    body = sorted((start, text) for text, start in told.values()) if held else []
    return (_number(figure, article, told, body) for figure in held)


def sayings(article: Article, told: Told) -> Iterator[tuple[str, Saying]]:
    """All that an article has its actors say, in whole, each with the actor's id; in the text's order."""
    body = sorted((start, text) for text, start in told.values()) if article.statements else []
    for each in article.statements:
        if each.sentence in told:
            saying = _saying(each, body, None)
            if saying.words:
                yield each.actor, saying


def _numbers(article: Article, told: Told) -> bytes:
    held = tuple([tuple(number) for number in islice(numbers(article, told), NUMBERS)])
    return marshal.dumps(held) if held else b""


def _number(figure: Figure, article: Article, told: Told, body: list[tuple[int, str]]) -> Number:
    def words(span: tuple[int, int] | None) -> str:
        return _between(body, span) if span else ""

    printed, of = words((figure.start, figure.end)), words(figure.of)
    sentence, start = told[figure.sentence or ""]
    text = " ".join(sentence.split())
    at = max(locate(text, printed, figure.start - start), 0)
    counted = figure.unit in COMPARED or figure.unit == "votes"
    compared = compare(
        text,
        at,
        at + len(printed),
        figure.unit,
        of,
        _ahead(article, figure, told) if figure.unit in FLED else "",
        next((a.country or "" for a in article.actors if a.id == figure.actor), "") if counted else "",
    )
    whose = _body(article, figure) if figure.unit == "votes" else compared.whose
    return Number(
        figure.sentence or "", printed, figure.value, figure.high, figure.unit, figure.bound, figure.currency,
        of, words(figure.by), figure.actor, figure.place, figure.unverified, compared.sense, whose,
        figure.found, figure.start, compared.noun, compared.together, compared.total, _stated(article, figure, text) if counted else "",
    )  # fmt: skip


def _ahead(article: Article, figure: Figure, told: Told) -> str:
    """The sentence before the figure's, where it is of the same paragraph."""
    held = next((n for n, s in enumerate(article.sentences) if s.id == figure.sentence), 0)
    before, own = article.sentences[held - 1], article.sentences[held]
    return told.get(before.id, ("", 0))[0] if held and before.paragraph == own.paragraph else ""


def _body(article: Article, figure: Figure) -> str:
    """The organisation named last before a vote in its sentence."""
    bodies = {actor.id for actor in article.actors if actor.kind == "organisation"}
    named = [
        m
        for m in article.mentions
        if m.sentence == figure.sentence and m.target in bodies and m.end <= figure.start
    ]
    return max(named, key=lambda m: m.end).target if named else ""


def _stated(article: Article, figure: Figure, text: str) -> str:
    """The one day that the sentence names, where nothing began or ended on it."""
    days = {m.target for m in article.mentions if m.kind == "date" and m.sentence == figure.sentence}
    day = days.pop() if len(days) == 1 else ""
    return day if front_matter.day(day) and not _SPAN.search(text) else ""


_SPAN = re.compile(r"\b(?:since|until|till|from|after|before|by)\s+(?:last\s+)?(?:\d|[A-Z])")


def _between(body: list[tuple[int, str]], span: tuple[int, int]) -> str:
    """The words of a span, of one sentence or several."""
    at = max(bisect_right(body, span[0], key=lambda each: each[0]) - 1, 0)
    parts: list[str] = []
    for start, text in islice(body, at, None):
        if start >= span[1]:
            break
        parts.append(text[max(0, span[0] - start) : span[1] - start])
    return " ".join(" ".join(parts).split())


def _spoken(article: Article, ordered: list[Mention], told: Told) -> Iterable[OtherDay]:
    own = article.date.value if article.date else None
    days: dict[date, list[Mention]] = {}
    for mention in ordered:
        if mention.kind == "date" and mention.role == "event" and mention.sentence:
            day = front_matter.day(mention.target)
            if day and day != own:
                days.setdefault(day, []).append(mention)
    return (OtherDay(day, _quoted(mentions, told, SPOKEN_QUOTES)) for day, mentions in days.items())


def _doubted(rivals: tuple[Rival, ...]) -> bytes:
    return marshal.dumps(tuple([(r.of, r.target, r.name, r.score, r.why) for r in rivals])) if rivals else b""


def _teaser(article: Article) -> str:
    title = _bare(article.title)
    for text in (article.lead, *map(plain, article.body[:2])):
        if text and _bare(text) != title:
            return shortened(text, TEASER)
    return ""


def _bare(text: str) -> str:
    return text.casefold().rstrip("….!? ")


Packed = tuple[Any, ...]
"""Nothing but tuples, text, bytes, numbers and None."""


def pack(digest: Digest) -> Packed:
    """The digest as `unpack` reads it."""
    d = digest.date
    return (
        digest.id, digest.slug, digest.title,
        (d.value.toordinal(), d.rule, d.words, d.precision, d.confidence, d.sentence, d.start, d.end, d.time) if d else None,
        digest.lead, digest.teaser,
        (digest.source.outlet, digest.source.agency, digest.source.byline, digest.source.url),
        digest.lang, digest.dir, digest.dateline,
        tuple(map(_place, digest.places)), tuple(map(_actor, digest.actors)), digest.told,
        tuple((id, tuple(said)) for id, said in digest.said.items()),
        tuple(digest.spoke.items()),
        tuple((day.toordinal(), quoted) for day, quoted in digest.spoken),
        digest.told_in, digest.counted, digest.terms, digest.seed_path, digest.seed_sha256, digest.doubted, digest.by_hand,
        tuple((p.file, p.stage, p.code, p.expected, p.found, p.do, p.set_aside) for p in digest.problems),
        digest.withdrawn,
    )  # fmt: skip


def unpack(row: Packed) -> Digest:
    """What was packed."""
    (
        id,
        slug,
        title,
        d,
        lead,
        teaser,
        source,
        lang,
        dir,
        dateline,
        places,
        actors,
        told,
        said,
        spoke,
        spoken,
        told_in,
        counted,
        terms,
        seed,
        seed_sha256,
        doubted,
        by_hand,
        problems,
        withdrawn,
    ) = row
    return Digest(
        id, slug, title, FoundDate(date.fromordinal(d[0]), *d[1:]) if d else None, lead, teaser, _source(*source), lang, dir, dateline,
        tuple([_place_of(*p) for p in places]), tuple([_actor_of(*a) for a in actors]), told,
        {target: Said._make(one) for target, one in said},
        dict(spoke),
        tuple([OtherDay(date.fromordinal(day), quoted) for day, quoted in spoken]),
        told_in, counted, terms, seed, seed_sha256, doubted, by_hand, tuple([Problem(*p) for p in problems]), withdrawn,
    )  # fmt: skip


def _place(p: Place) -> Packed:
    return (
        p.id, p.name, p.kind, p.country, p.lat, p.lon, p.aliases, p.region, p.population, p.role, p.confidence, p.why,
    )  # fmt: skip


def _actor(a: Actor) -> Packed:
    return (a.id, a.name, a.kind, a.role, a.aliases, a.country, a.confidence, a.why)


# One object for all articles that say the very same of a place.
_place_of = lru_cache(1 << 16, typed=True)(Place)
_actor_of = lru_cache(1 << 16, typed=True)(Actor)
_source = lru_cache(1 << 12)(Source)
