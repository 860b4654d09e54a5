"""Hand-made archives for a review, article by article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from daybook.clean.sentences import identify, split
from daybook.content.authority import Authority
from daybook.digest import digest, pack, unpack
from daybook.review import Holdings, Item, review
from daybook.values import Actor, Article, FoundDate, Mention, Place, Problem, Rival, Sentence, Source

NORTH = Place("my:north", "Ferryton", "city", "NO", region="North", role="event", confidence=0.5)
SOUTH = Place("my:south", "Ferryton", "city", "NZ", region="South", role="event", confidence=0.5)
IDA = Actor("ida-storm", "Ida Storm", "person", "Harbour master")
IDDA = Actor("idda-storm", "Idda Storm", "person")
DAY = FoundDate(date(2021, 5, 17), "month-day", "on May 17", confidence=0.95)


def article(
    number: int,
    text: str,
    *,
    day: FoundDate | None = DAY,
    places: Sequence[Place] = (),
    actors: Sequence[Actor] = (),
    days: Sequence[tuple[str, str]] = (),
    rivals: Sequence[Rival] = (),
    title: str = "",
    problems: Sequence[Problem] = (),
) -> Article:
    """One article of one paragraph; a place or actor is mentioned wherever its name stands, a day by (day, words)."""
    spans = split(text)
    ids = identify([text[a:b] for a, b in spans])
    sentences = tuple(Sentence(id, a, b, 0) for id, (a, b) in zip(ids, spans, strict=True))
    wanted = [("place", p.id, p.name, p.role) for p in places]
    wanted += [("actor", a.id, a.name, "") for a in actors]
    wanted += [("date", target, words, "event") for target, words in days]
    mentions = [
        Mention(kind, target, words, at, at + len(words), _sentence(sentences, at), "fake", role)  # type: ignore[arg-type]
        for kind, target, words, role in wanted
        for at in _places_of(words, text)
    ]
    return Article(
        id=f"{number:012x}",
        slug=f"article-{number}",
        title=title or f"Ferry number {number} arrives",
        date=day,
        lead="",
        source=Source(),
        dateline=None,
        lang="en",
        dir="ltr",
        places=tuple(places),
        actors=tuple(actors),
        body=(text,),
        seed_path=f"{number}.txt",
        seed_sha256="0" * 64,
        mentions=tuple(sorted(mentions, key=lambda m: (m.start, m.end))),
        sentences=sentences,
        problems=tuple(problems),
        rivals=tuple(rivals),
    )


def holdings(*articles: Article, problems: Sequence[Problem] = (), **known: object) -> Holdings:
    files = {a.id: f"content/articles/undated/{a.slug}.md" for a in articles}
    whole = {a.id: a for a in articles}.__getitem__
    digests = tuple(unpack(pack(digest(a))) for a in articles)
    return Holdings(digests, whole, files, Authority(**known), tuple(problems))  # type: ignore[arg-type]


def items(held: Holdings, kind: str) -> tuple[Item, ...]:
    (found,) = (section.items for section in review(held) if section.kind == kind)
    return found


def surer(place: Place, confidence: float, why: str = "") -> Place:
    return replace(place, confidence=confidence, why=why)


def _places_of(words: str, text: str) -> list[int]:
    found, at = [], text.find(words)
    while words and at >= 0:
        found.append(at)
        at = text.find(words, at + len(words))
    return found


def _sentence(sentences: Sequence[Sentence], at: int) -> str | None:
    return next((s.id for s in sentences if s.start <= at < s.end), None)
