"""Sentences and mentions found again in a body that is no longer the text layer word by word.

Pages ask that a paragraph's plain text is as long as its sentences' spans, and holds each mention at its place. Where
that is so, the spans count the text layer. Where it is not (a person edited the body, or added a place), all spans of the
loaded article count the title and the plain paragraphs, joined by an empty line; the evidence file keeps the layer's.

A sentence that a person wrote or changed is not the source's: `Article.written` names it, and its figures and statements
are told no longer. White space and Markdown around words change nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from daybook.clean.sentences import identify, split
from daybook.content.markdown import plain, visible
from daybook.figures.knowledge import table
from daybook.figures.numbers import numbers
from daybook.figures.numbers import plain as plain_number
from daybook.values import Actor, Article, Figure, Mention, Place, Problem, Sentence, Statement

_IN_WORD = re.compile(r"\w")

GAP = 2
"""Code points between paragraphs."""


def place(article: Article, file: str, edited: frozenset[int] = frozenset()) -> Article:
    """The article with spans that fit its body; what is found no more is listed among its problems.

    `edited` are the paragraphs that a person wrote or changed.
    """
    texts = [plain(paragraph) for paragraph in article.body]
    spoken = {(mention.kind, mention.target) for mention in article.mentions}
    things: list[tuple[str, Place | Actor]] = [("place", p) for p in article.places]
    things += [("actor", a) for a in article.actors]
    names = [
        (kind, thing.id, (thing.name, *thing.aliases), thing.role if isinstance(thing, Place) else "")
        for kind, thing in things
        if (kind, thing.id) not in spoken
    ]
    if not names and _fits(article, texts) and not (edited and _is_reworded(article, texts, edited)):
        return article
    body = _Body.of(article.title, texts)
    held = {sentence.id: sentence for sentence in article.sentences}
    written = _written(held, body, edited)
    before = {id: sentence.start for id, sentence in held.items()}
    placed = [body.find(mention, before) for mention in article.mentions]
    found = [mention for mention in placed if mention]
    for kind, id, forms, role in names:
        found += body.spoken(kind, id, forms, role)
    lost = [m.words for m, p in zip(article.mentions, placed, strict=True) if p is None and m.sentence]
    return replace(
        article,
        sentences=body.sentences,
        mentions=tuple(sorted(found, key=lambda m: (m.start, m.end, m.kind, m.target))),
        problems=article.problems + _unplaced(lost, file),
        statements=tuple(each for each in _moved(article, body) if each.sentence not in written),
        figures=tuple(each for each in _counted(article, body, edited) if each.sentence not in written),
        written=written,
    )


def _is_reworded(article: Article, texts: list[str], edited: frozenset[int]) -> bool:
    """Whether paragraphs that fit have other words than the evidence's sentences, or other numbers than its figures."""
    found: list[str] = []
    starts: dict[int, int] = {}
    for each in article.sentences:
        base = starts.setdefault(each.paragraph, each.start)
        found.append(texts[each.paragraph][each.start - base : each.end - base])
    if identify(found) != [each.id for each in article.sentences]:
        return True
    where = {each.id: (each, words) for each, words in zip(article.sentences, found, strict=True)}
    return any(
        not _is_read(figure, *where[figure.sentence])
        for figure in article.figures
        if figure.sentence in where and where[figure.sentence][0].paragraph in edited
    )


def _written(before: dict[str, Sentence], body: _Body, edited: frozenset[int]) -> frozenset[str]:
    """The sentences that are not the evidence's; in a paragraph that a person changed, those of another length as well, white space aside."""

    def is_longer(sentence: Sentence) -> bool:
        was, words = before[sentence.id], body.text[sentence.start : sentence.end]
        return was.end - was.start not in (len(words), len(" ".join(words.split())))

    return frozenset(
        each.id
        for each in body.sentences
        if each.id not in before or (each.paragraph in edited and is_longer(each))
    )


def _moved(article: Article, body: _Body) -> tuple[Statement, ...]:
    """The statements whose every sentence is in the body as it was, with the spans that they have there."""
    return tuple(moved for each in article.statements if (moved := _at(each, article.sentences, body)))


def _at(statement: Statement, before: tuple[Sentence, ...], body: _Body) -> Statement | None:
    by: set[int | None] = set()

    def moved(span: tuple[int, int]) -> tuple[int, int]:
        number = bisect_right(before, span[0], key=lambda sentence: sentence.start) - 1
        while number < len(before) and (number < 0 or before[number].start < span[1]):
            was = before[max(number, 0)]
            now = body.by_id.get(was.id)
            same = now is not None and now.end - now.start == was.end - was.start
            by.add(now.start - was.start if now and same else None)
            number += 1
        shift = next(iter(by), 0) or 0
        return span[0] + shift, span[1] + shift

    placed = replace(
        statement,
        said=tuple(map(moved, statement.said)),
        verb=moved(statement.verb) if statement.verb else None,
        speaker=moved(statement.speaker) if statement.speaker else None,
    )
    return placed if len(by) == 1 and None not in by else None


def _counted(article: Article, body: _Body, edited: frozenset[int]) -> tuple[Figure, ...]:
    """The figures whose sentence is in the body as it was, and where a person changed its paragraph, still has their numbers.
    Of the title, those that are settled by nothing but its words are left out."""
    before = {sentence.id: sentence for sentence in article.sentences}
    return tuple(
        moved
        for each in article.figures
        if each.sentence in before
        and each.sentence in body.by_id
        and (moved := _shifted(each, before[each.sentence], body.by_id[each.sentence]))
        and (
            (now := body.by_id[each.sentence]).paragraph not in edited
            or _is_read(moved, now, body.text[now.start : now.end])
        )
    )


def _is_read(figure: Figure, sentence: Sentence, words: str) -> bool:
    """Whether the number stands there in the sentence's words, with the sign of its currency."""
    signs = table("signs")
    return any(
        (each.start + sentence.start, each.end + sentence.start, plain_number(each.value))
        == (figure.start, figure.end, figure.found or figure.value)
        and signs.get(each.currency, figure.currency) == figure.currency
        for each in numbers(words, 0, len(words))
    )


def _shifted(figure: Figure, was: Sentence, now: Sentence) -> Figure | None:
    """With the spans that it has there; without the name of its source, where that stands in another sentence."""
    if now.end - now.start != was.end - was.start:
        return None
    by = now.start - was.start

    def moved(span: tuple[int, int] | None) -> tuple[int, int] | None:
        return (span[0] + by, span[1] + by) if span and was.start <= span[0] < was.end else None

    return replace(
        figure, start=figure.start + by, end=figure.end + by, of=moved(figure.of), by=moved(figure.by)
    )


def _fits(article: Article, texts: list[str]) -> bool:
    starts: list[tuple[int, int, str]] = []
    for number, group in groupby(article.sentences, key=lambda sentence: sentence.paragraph):
        held = list(group)
        if number >= len(texts) or len(texts[number]) != held[-1].end - held[0].start:
            return False
        starts.append((held[0].start, held[-1].end, texts[number]))
    if len(starts) != len(texts):
        return False
    at = 0
    for mention in article.mentions:
        while at < len(starts) and starts[at][1] < mention.end:
            at += 1
        if at < len(starts) and starts[at][0] <= mention.start:
            start, _, text = starts[at]
            found = text[mention.start - start : mention.end - start]
            if found != mention.words and found != visible(mention.words):
                return False
    return True


@dataclass(slots=True)
class _Body:
    text: str
    sentences: tuple[Sentence, ...]
    title_end: int
    by_id: dict[str, Sentence]
    taken: set[tuple[str, int]]

    @classmethod
    def of(cls, title: str, texts: list[str]) -> _Body:
        whole, spans = visible(title), []
        title_end = len(whole)
        for number, text in enumerate(texts):
            start = len(whole) + GAP
            whole += " " * GAP + text
            spans += [(start + a, start + b, number) for a, b in split(text)]
        ids = identify([whole[a:b] for a, b, _ in spans])
        sentences = tuple(Sentence(i, a, b, n) for i, (a, b, n) in zip(ids, spans, strict=True))
        return cls(whole, sentences, title_end, {sentence.id: sentence for sentence in sentences}, set())

    def find(self, mention: Mention, before: dict[str, int]) -> Mention | None:
        """By its sentence, then by its words; what is no part of the body (a dateline, a dropped line) stays where it is.

        `before` is where each sentence of the layer begins.
        """
        words = visible(mention.words)
        if mention.sentence is None and (mention.kind == "source" or mention.role == "dateline"):
            return mention
        if mention.sentence is None:
            return self._near(mention, words, 0, self.title_end, mention.start)
        now = self.by_id.get(mention.sentence)
        if now and mention.sentence in before:
            near = now.start + mention.start - before[mention.sentence]
            hit = self._near(mention, words, now.start, now.end, near)
            if hit:
                return hit
        return self._near(mention, words, self.title_end, len(self.text), self.title_end)

    def spoken(self, kind: str, id: str, forms: tuple[str, ...], role: str) -> list[Mention]:
        """Where a name that a person added is spoken of."""
        found = []
        for form in sorted({visible(form) for form in forms if visible(form)}, key=lambda f: (-len(f), f)):
            blank = Mention(kind, id, form, 0, 0, None, "hand", role)  # type: ignore[arg-type]
            hits = self._free(kind, form, self.title_end, len(self.text))
            found += [self._at(blank, form, hit) for hit in hits]
        return found

    def _near(self, mention: Mention, words: str, start: int, end: int, near: int) -> Mention | None:
        """The nearest that no other mention of the kind has taken."""
        hits = self._free(mention.kind, words, start, end)
        return self._at(mention, words, min(hits, key=lambda hit: (abs(hit - near), hit))) if hits else None

    def _at(self, mention: Mention, words: str, at: int) -> Mention:
        self.taken.add((mention.kind, at))
        place = bisect_right(self.sentences, at, key=lambda sentence: sentence.start) - 1
        sentence = self.sentences[place] if place >= 0 else None
        id = sentence.id if sentence and at < sentence.end else None
        return Mention(
            mention.kind, mention.target, words, at, at + len(words), id, mention.rule, mention.role
        )

    def _free(self, kind: str, words: str, start: int, end: int) -> list[int]:
        return [at for at in self._words(words, start, end) if (kind, at) not in self.taken]

    def _words(self, words: str, start: int, end: int) -> Iterator[int]:
        """Where whole words stand, one behind the other."""
        text, at = self.text, self.text.find(words, start, end) if words else -1
        while at >= 0:
            behind = at + len(words)
            if not (at and _IN_WORD.match(text, at - 1)) and not _IN_WORD.match(text, behind, end):
                yield at
                at = text.find(words, behind, end)
            else:
                at = text.find(words, at + 1, end)


def _unplaced(lost: list[str], file: str) -> tuple[Problem, ...]:
    if not lost:
        return ()
    words = ", ".join(sorted(set(lost)))[:200]
    return (
        Problem(
            file, "page", "unplaced", "each mention in the body", words, "nothing, if the edit meant it so"
        ),
    )
