"""The record of a day, `data/YYYY/MM/DD.json`: each line of its briefing with the sentences that it rests on, where these
stand in the text layer of which seed, and the hash of it all."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from daybook.briefing.figures import Row
from daybook.briefing.values import OWN_WORDS, Briefing, ByHand, Support
from daybook.content.evidence import NO_SPANS, Spans
from daybook.digest import Digest, Number
from daybook.errors import DaybookError
from daybook.proof.canonical import canonical, seal
from daybook.sentences import words
from daybook.values import Article

Format = Literal["daybook-day/1"]
FORMAT: Format = "daybook-day/1"
Hash = Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]
Day = Annotated[str, Meta(pattern=r"^\d{4}-\d\d-\d\d$")]

SpansOf = Callable[[str], Spans]
"""Where the sentences of an article stand in its layer, by its id."""


class _Row(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """What is empty is left out of the file."""


class Seed(_Row, frozen=True):
    """The raw record that an article was made of."""

    path: str
    """Below seeds/, with `#id` for a line of a JSON Lines file."""
    sha256: Hash
    """Of its bytes."""


class Layer(_Row, frozen=True):
    """The text that spans count in."""

    sha256: Hash
    """Of its UTF-8 bytes."""
    extractor: str
    """What made it of the seed."""


class Told(_Row, frozen=True):
    """An article of the day, or another one that a line rests on."""

    id: str
    title: str
    address: str
    """Below the site's root."""
    day: Day
    seed: Seed
    source: str = ""
    """Outlet or agency."""
    layer: Layer | None = None
    """Where a line rests on it."""


class Sentence(_Row, frozen=True):
    """A sentence that a line rests on."""

    id: str
    """`<article>#<sentence>`: the sentence is the anchor on the article's page."""
    article: str
    words: str
    """As the article has them, white space joined."""
    span: tuple[int, int] | None = None
    """In the layer, code points; none where a person wrote or changed the sentence in the article's file."""


class Line(_Row, frozen=True):
    """A key point."""

    id: str
    words: str
    sentences: tuple[str, ...]
    """The first is where the words stand."""
    outlets: int
    """How many sources tell it; 0 where no source does, but a person."""
    story: str
    by_hand: ByHand = ""
    """`pinned`; or the editor's words: `rewritten`, which is no sentence, and keeps the sentences of what it stands for, or
    `written` into an article's file, as a sentence that its source does not have."""


class StoryRow(_Row, frozen=True):
    """A story that the day's articles tell."""

    id: str
    name: str
    articles: tuple[str, ...]
    """Those of the day."""


class FigureRow(_Row, frozen=True):
    """A number that an article of the day reports."""

    row: str
    """Equal for those that count the same."""
    value: str
    """In plain digits; of a range, its lower end."""
    unit: str
    of: str
    """The words for what is counted."""
    day: Day
    """Of the report."""
    words: str
    """As they stand."""
    sentences: tuple[str, ...]
    by: str = ""
    """The words for whoever the article has it from, or who denies it; empty where none were found."""
    actor: str = ""
    """Id of who that is."""
    high: str = ""
    """The upper end of a range."""
    bound: str = "exact"
    currency: str = ""
    place: str = ""
    unverified: bool = False
    """Whether the article says that it could not be verified."""
    sense: str = ""
    """Empty of a plain count; else `denied` (or taken back), `disputed`, `rumoured`, `feared`, `expected`, `past` (of an earlier
    time), `part` (of more), `more` (besides others), `stretch` (of time) or `unsure`; of votes `for`, `against` or `abstaining`."""
    whose: str = ""
    """Code of the country that those who are counted belong to or left; of votes, id of the actor that voted."""
    by_hand: bool = False
    """Whether a person gave the value."""
    found: str = ""
    """The value as found in the text, where a person gave another."""


class Record(_Row, frozen=True):
    """All that a day's file holds."""

    format: Format
    day: Day
    articles: tuple[Told, ...]
    """Those of the day in its order, behind them the others."""
    sentences: tuple[Sentence, ...]
    points: tuple[Line, ...]
    stories: tuple[StoryRow, ...]
    figures: tuple[FigureRow, ...]
    sha256: Hash
    """Of the canonical JSON of all the rest."""

    @property
    def data(self) -> bytes:
        """The file's bytes."""
        return canonical(msgspec.to_builtins(self)) + b"\n"


_DECODER = msgspec.json.Decoder(Record)


class Unsupported(DaybookError):
    """A line of a briefing that no sentence bears out."""

    def __init__(self, day: date, line: str, found: str) -> None:
        super().__init__(
            f"{day}: expected every line of the briefing to rest on sentences of the archive, found {found}: {line!r}; "
            "see content/authority/briefings.yaml, else report it"
        )


def record(
    briefing: Briefing,
    figures: Iterable[Row],
    articles: Mapping[str, Digest],
    address: Mapping[str, str],
    spans: SpansOf,
    read: Callable[[str], Article],
) -> Record:
    """The record of a day. `articles` and `address` are of the whole archive, by id, `read` gives a whole article.

    Raises Unsupported.
    """
    sentences = _Sentences(briefing.day, articles, spans, read)
    points = tuple(_points(briefing, sentences))
    numbers = tuple(_figures(briefing.day, figures, sentences))
    day = tuple(article.id for article in briefing.articles)
    ids = dict.fromkeys((*day, *(each.article for each in sentences.held.values())))
    made = Record(
        FORMAT,
        f"{briefing.day}",
        tuple(_told(articles[id], address[id], sentences.layers.get(id)) for id in ids),
        tuple(sentences.held.values()),
        points,
        tuple(
            StoryRow(story.id, story.name, tuple(a.id for a in story.on(briefing.day)))
            for story in briefing.stories
        ),
        numbers,
        sha256="",
    )
    return msgspec.structs.replace(made, sha256=seal(msgspec.to_builtins(made)))


def as_script(data: bytes) -> bytes:
    """A record's file as a page from disk can load it."""
    return b"daybookProof.receive(" + data.rstrip() + b");\n"


def read(data: bytes) -> Record:
    """What a file holds. Raises ValueError where it is no record, or not the one that its hash is of."""
    try:
        found = _DECODER.decode(data)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise ValueError(f"no record of a day: {error}"[:200]) from None
    if (own := seal(msgspec.to_builtins(found))) != found.sha256:
        raise ValueError(f"a content whose SHA-256 is {own}")
    return found


def schema() -> dict[str, object]:
    """The JSON Schema of a record."""
    made = msgspec.json.schema(Record)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "A day of Daybook", **made}


def schema_text() -> str:
    """The same as a file."""
    return json.dumps(schema(), ensure_ascii=False, indent=1) + "\n"


_Words = tuple[str, bool]
"""Of a sentence, and whether a person wrote or changed it."""


class _Sentences:
    """The sentences that lines rest on, each once, in the order in which they are asked for."""

    def __init__(
        self, day: date, articles: Mapping[str, Digest], spans: SpansOf, read: Callable[[str], Article]
    ) -> None:
        self.day, self.articles, self._spans_of, self._read = day, articles, spans, read
        self.held: dict[str, Sentence] = {}
        self.layers: dict[str, Layer] = {}
        self._spans: dict[str, Spans] = {}
        self._words: dict[str, Mapping[str, _Words]] = {}

    def rest(self, line: str, support: tuple[Support, ...]) -> tuple[str, ...]:
        """The ids of what a line rests on. Raises Unsupported where that is nothing, or is not in the archive."""
        if not support:
            raise Unsupported(self.day, line, "none")
        return tuple(self._id(line, each) for each in support)

    def is_by_hand(self, id: str) -> bool:
        """Whether a person wrote or changed a sentence that was asked for."""
        article, _, anchor = id.partition("#")
        return self._words[article][anchor][1]

    def _id(self, line: str, support: Support) -> str:
        id = f"{support.article}#{support.anchor}"
        if id not in self.held:
            found, told = self._found(support.article), self._words_of(support)
            if told is None:
                raise Unsupported(self.day, line, f"a sentence that no article has, {id}")
            if found.sha256:
                self.layers[support.article] = Layer(found.sha256, found.extractor)
            words, is_by_hand = told
            span = None if is_by_hand else found.sentences.get(support.anchor)
            self.held[id] = Sentence(id, support.article, _one_line(words), span)
        return id

    def _found(self, article: str) -> Spans:
        if article not in self._spans:
            self._spans[article] = self._spans_of(article) if article in self.articles else NO_SPANS
        return self._spans[article]

    def _words_of(self, support: Support) -> _Words | None:
        """The words of a sentence as the article has them; None where it has none of that id."""
        if support.article not in self.articles:
            return None
        if support.article not in self._words:
            self._words[support.article] = {
                p.anchor: (p.words, p.by_hand) for p in self.articles[support.article].passages
            }
        if support.anchor not in self._words[support.article]:  # far behind in the text, or long
            article = self._read(support.article)
            self._words[support.article] = {
                id: (text, id in article.written) for id, (text, _) in words(article).items()
            }
        return self._words[support.article].get(support.anchor)


def _points(briefing: Briefing, sentences: _Sentences) -> Iterator[Line]:
    for point in briefing.points:
        ids = sentences.rest(point.words, point.support)
        told = _one_line(point.words)
        if point.by_hand != "rewritten" and told not in sentences.held[ids[0]].words:
            raise Unsupported(briefing.day, point.words, f"a sentence of other words, {ids[0]}")
        if point.by_hand not in OWN_WORDS and any(sentences.is_by_hand(id) for id in ids):
            raise Unsupported(briefing.day, point.words, f"a sentence that a person wrote, {ids[0]}")
        yield Line(point.id, told, ids, point.outlets, point.story.id, point.by_hand)


def _figures(day: date, rows: Iterable[Row], sentences: _Sentences) -> Iterator[FigureRow]:
    for row in rows:
        for report in row.on(day):
            for number in report.numbers:
                support = Support(report.article.id, number.anchor, "")
                yield _figure(row.id, day, number, sentences.rest(number.words, (support,)))


def _figure(row: str, day: date, number: Number, ids: tuple[str, ...]) -> FigureRow:
    return FigureRow(
        row, number.value, number.unit, number.of, f"{day}", _one_line(number.words), ids, number.by, number.actor or "", number.high or "",
        number.bound, number.currency or "", number.place or "", number.unverified, number.sense, number.whose, number.found is not None, number.found or "",
    )  # fmt: skip


def _told(article: Digest, address: str, layer: Layer | None) -> Told:
    return Told(
        article.id,
        article.title,
        address,
        f"{article.date.value}" if article.date else "",
        Seed(article.seed_path, article.seed_sha256),
        article.source.outlet or article.source.agency or "",
        layer,
    )


def _one_line(text: str) -> str:
    return " ".join(text.split())
