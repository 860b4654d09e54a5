"""The values that travel through Daybook: frozen, typed, and compared by content.

Offsets count code points of the text layer, and `layer[start:end] == words` holds for every mention.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

PlaceKind = Literal["city", "region", "country", "continent", "water", "site"]
ActorKind = Literal["person", "organisation", "state"]
PlaceRole = Literal["event", "dateline", "venue", "metonym", "demonym", "embedded", "address"]
Precision = Literal["minute", "day", "month", "year"]

StatementKind = Literal["quoted", "reported", "mixed"]
FigureBound = Literal["exact", "at least", "about", "up to", "range", "more than", "less than"]
FigureUnit = Literal[
    "killed", "wounded", "missing", "casualties", "displaced", "refugees", "captured", "arrested", "people", "votes",
    "money", "percent", "weapons", "other",
]  # fmt: skip

CITY_PAGE_ROLES: frozenset[str] = frozenset({"event", "dateline", "venue"})
"""The roles of a town's mentions that earn it a page of its own."""


NAMES_READ = 200_000
"""Code points of a text layer in which places and actors are looked for: ten times the longest newspaper article."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with one article, which never stops the others."""

    file: str
    """Path below seeds/ or content/, with `#id` for a line of a JSON Lines file."""
    stage: str
    """Where it was met: read, clean, date, places, actors, write, page."""
    code: str
    """Stable short name, such as `undecodable`, `empty`, `no-title`, `undated`."""
    expected: str
    found: str
    do: str
    """What a person can do about it."""
    set_aside: bool = False
    """True where the article is not published because of it."""


@dataclass(frozen=True, slots=True)
class Stated:
    """What the format itself, a header block or a sidecar says of an article; None where it is silent."""

    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    published: str | None = None
    """As written there; the date rules read it."""
    byline: str | None = None
    lang: str | None = None
    origin: str = ""
    """Who says so: `sidecar`, `header`, `html`, `json`; empty where nothing is stated."""


@dataclass(frozen=True, slots=True)
class RawArticle:
    """One article as it lies in seeds/."""

    path: str
    """POSIX path below seeds/; a line of a JSON Lines file is `file.jsonl#<its id, else its url>`,
    one without either `file.jsonl:<its number>`."""
    sha256: str
    """Of the record's bytes: the whole file, or the one line without its newline."""
    media_type: str
    """`text/plain`, `text/markdown`, `text/html` or `application/json`."""
    layer: str
    """The text layer: decoded, newlines as \\n, no BOM, and nothing else changed."""
    stated: Stated = Stated()
    extractor: str = "text/1"
    """What made the layer, with its version: `text/1`, `visible/1 lxml/6.1.3 trafilatura/2.3.1`, `json/1`."""
    body_start: int = 0
    """Where the article begins in the layer, behind a header block (code points)."""
    article: tuple[tuple[int, int], ...] = ()
    """Lines of the layer that an extractor of the format takes for the article, by its markup; empty where there is none."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the text layer, kept or dropped."""

    start: int
    end: int
    why: str = ""
    """The cleaning rule that dropped it (`repeated-title`, `caption`, `promo`, …); empty where it is kept."""
    words: str = ""
    """Of an article's short dropped part: what stands there, on one line; empty elsewhere."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of the body."""

    id: str
    """`s` and six hex digits of the SHA-256 of its normalised words; `-2`, `-3` … for a repeat."""
    start: int
    end: int
    paragraph: int
    """Index into `CleanText.paragraphs`."""


@dataclass(frozen=True, slots=True)
class Dateline:
    """`TOKYO, June 9 (Reuters) -` and its like at the head of the body."""

    start: int
    end: int
    words: str
    """All of it, as printed."""
    place: str | None
    """The place's words, as printed."""
    date: str | None = None
    """The day's words, as printed."""
    agency: str | None = None


@dataclass(frozen=True, slots=True)
class Rival:
    """What a decision could also have been, and was not."""

    of: str
    """The decision: `date`, `place gn:4250542` or `actor ann-sample`, by what was chosen."""
    target: str
    """What was passed over: an ISO day, the id of a place or actor."""
    name: str
    """As a person tells it from what was chosen: `Springfield, Illinois, US`."""
    score: float
    """0 to 1, on the scale of the confidence of what was chosen."""
    why: str
    """The rule that spoke for it or against it, such as `country`, `ahead`, `homonym`."""


@dataclass(frozen=True, slots=True)
class CleanText:
    """What is article in a text layer, and what is not."""

    title: str | None
    title_span: Span | None
    """Where the title stands in the layer; None where it was stated outside of it."""
    title_derived: bool
    """True where the text has no title and the first sentence gives it."""
    paragraphs: tuple[Span, ...]
    """The body, in order; each is one paragraph's span."""
    sentences: tuple[Sentence, ...]
    dropped: tuple[Span, ...]
    """All else that is not white space, each with why."""
    dateline: Dateline | None = None
    byline: str | None = None
    lang: str = "en"
    """BCP 47."""
    dir: Literal["ltr", "rtl"] = "ltr"
    title_rule: str = ""
    """What found the title: `stated`, `page-title`, `headline`, `inline`, `derived`."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of the article that speak of a date, a place, an actor, or of its own source."""

    kind: Literal["date", "place", "actor", "source"]
    target: str
    """Id of the place or actor; ISO day, month or year of a date; name of an outlet or agency."""
    words: str
    start: int
    end: int
    sentence: str | None
    """Sentence id; None in the title or outside the body."""
    rule: str
    role: str = ""
    """Of a place: a `PlaceRole`; of a date: `publication`, `event`; of a source: `outlet`, `agency`;
    of an actor: the role that is stated beside this very mention, such as `Foreign Minister of Norway`."""


@dataclass(frozen=True, slots=True)
class Statement:
    """What an article has one of its actors say."""

    actor: str
    """Id of who says it."""
    kind: StatementKind
    """Quoted throughout, reported, or reported with words of the speaker's own in quotation marks."""
    said: tuple[tuple[int, int], ...]
    """Spans of what is said, without its outer quotation marks; two where the verb stands within it."""
    sentence: str
    """Id of the sentence that attributes it; of a quotation without a verb, that in which it begins."""
    rule: str
    verb: tuple[int, int] | None = None
    """Span of the verb of saying; None for a quotation that goes on without one."""
    speaker: tuple[int, int] | None = None
    """Span of the words that name the speaker beside the verb: a name, `he`, `the minister`."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of an article with what it counts."""

    start: int
    """Of the whole phrase, with its bound, scale, and percent or currency: `at least 102`, `$7 billion`."""
    end: int
    value: str
    """In plain digits, such as `677000` or `5.75`; of a range, its lower end."""
    unit: FigureUnit
    sentence: str | None
    """Its id; None in the title."""
    bound: FigureBound = "exact"
    high: str | None = None
    """The upper end of a range."""
    currency: str | None = None
    """Of money, ISO 4217, as it was at the time; None where the words leave it open."""
    of: tuple[int, int] | None = None
    """Span of the words for what is counted."""
    by: tuple[int, int] | None = None
    """Span of the words that name whoever the article has it from, or who denies it; None where none were found."""
    actor: str | None = None
    """Id of who that is, where it is one of the article's actors."""
    place: str | None = None
    """Id of the place where what is counted was, where one alone is said."""
    unverified: bool = False
    """Whether the article says that it could not be verified."""
    found: str | None = None
    """The value that was found in the text, where a person gave another; corrections name it by this one."""


@dataclass(frozen=True, slots=True)
class FoundDate:
    """The day of publication, with its proof."""

    value: date
    rule: str
    words: str
    """The words that prove it, as they stand in the article, its header, sidecar or file name."""
    precision: Precision = "day"
    confidence: float = 1.0
    """0 to 1: how sure the rule is of such an answer; a judgement, where docs/quality.md has no figure of it."""
    sentence: str | None = None
    start: int | None = None
    end: int | None = None
    time: str | None = None
    """`07:33` where stated."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the gazetteer or the authority file."""

    id: str
    """`gn:703448` where GeoNames has it; else `iso:UA-23`, `dayb:black-sea` and the like."""
    name: str
    kind: PlaceKind
    country: str | None = None
    """ISO 3166-1 alpha-2."""
    lat: float | None = None
    lon: float | None = None
    aliases: tuple[str, ...] = ()
    region: str | None = None
    """Name of the first-level division."""
    population: int = 0
    role: str = ""
    """In one article: its most telling role there."""
    confidence: float = 1.0
    why: str = ""
    """What settled which place of the name it is: `only`, `stated`, `country`, `near`, `archive`, `population`, …;
    `hand` where a person wrote it into the article's file."""


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, an organisation or a state that acts."""

    id: str
    """ASCII slug of the canonical name, with the code of the state for a homonym (`ann-sample-no`); `state:UA` for a state."""
    name: str
    kind: ActorKind
    role: str = ""
    """As stated, such as `Foreign Minister of Norway`."""
    aliases: tuple[str, ...] = ()
    """The other forms met."""
    country: str | None = None
    confidence: float = 1.0
    why: str = ""
    """What brought the name that this article has for it to the archive's: `spelling`, `acronym`, `surname`,
    `authority`; empty where it is the same; `hand` where a person wrote it into the article's file."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where an article comes from. None where nothing says so."""

    outlet: str | None = None
    agency: str | None = None
    byline: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """That a person took an article back."""

    day: date
    reason: str
    """Told to readers, as it is written."""
    title: Literal["hidden", "kept"] = "hidden"
    """Whether readers are still told what it was called."""


@dataclass(frozen=True, slots=True)
class Article:
    """One article, with all that was found in it."""

    id: str
    """First 12 hex digits of the SHA-256 of its record at first ingest, for ever."""
    slug: str
    title: str
    date: FoundDate | None
    lead: str
    source: Source
    dateline: str | None
    """As printed, such as `TOKYO —`."""
    lang: str
    dir: str
    places: tuple[Place, ...]
    actors: tuple[Actor, ...]
    body: tuple[str, ...]
    """Paragraphs, as Markdown."""
    seed_path: str
    seed_sha256: str
    mentions: tuple[Mention, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    dropped: tuple[Span, ...] = ()
    problems: tuple[Problem, ...] = field(default=())
    title_rule: str = ""
    """What found the title; empty where a person wrote it."""
    rivals: tuple[Rival, ...] = ()
    """What its decisions could also have been."""
    statements: tuple[Statement, ...] = ()
    """In the text's order."""
    figures: tuple[Figure, ...] = ()
    """In the text's order."""
    by_hand: tuple[str, ...] = ()
    """What of it a person wrote into its file: `title`, `date`, `source.outlet`, `place gn:703448`, `actor ann-sample`, …"""
    written: frozenset[str] = frozenset()
    """Ids of the sentences that a person wrote or changed: they are not its source's words."""
    withdrawn: Withdrawn | None = None
