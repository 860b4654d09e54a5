"""Sentences and mentions found again in a body that is no longer the text layer word by word.

Pages ask that a paragraph's plain text is as long as its sentences' spans, and holds each mention at its place. Where
that is so, the spans count the text layer. Where it is not (a person edited the body, or added a place), all spans of the
loaded article count the title and the plain paragraphs, joined by an empty line; the evidence file keeps the layer's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import groupby

from daybook.clean.sentences import identify, split
from daybook.content.markdown import plain, visible
from daybook.values import Actor, Article, Mention, Place, Problem, Sentence

GAP = 2
"""Code points between paragraphs."""


def place(article: Article, file: str) -> Article:
    """The article with spans that fit its body; what is found no more is listed among its problems."""
    texts = [plain(paragraph) for paragraph in article.body]
    spoken = {(mention.kind, mention.target) for mention in article.mentions}
    things: list[tuple[str, Place | Actor]] = [("place", p) for p in article.places]
    things += [("actor", a) for a in article.actors]
    names = [
        (kind, thing.id, (thing.name, *thing.aliases), thing.role if isinstance(thing, Place) else "")
        for kind, thing in things
        if (kind, thing.id) not in spoken
    ]
    if not names and _fits(article, texts):
        return article
    body = _Body.of(article.title, texts)
    placed = [body.find(mention, article) for mention in article.mentions]
    found = [mention for mention in placed if mention]
    for kind, id, forms, role in names:
        found += body.spoken(kind, id, forms, role)
    lost = [m.words for m, p in zip(article.mentions, placed, strict=True) if p is None and m.sentence]
    return replace(
        article,
        sentences=body.sentences,
        mentions=tuple(sorted(found, key=lambda m: (m.start, m.end, m.kind, m.target))),
        problems=article.problems + _unplaced(lost, file),
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
            if text[mention.start - start : mention.end - start] != visible(mention.words):
                return False
    return True


@dataclass(slots=True)
class _Body:
    text: str
    sentences: tuple[Sentence, ...]
    title_end: int
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
        return cls(
            whole,
            tuple(Sentence(i, a, b, n) for i, (a, b, n) in zip(ids, spans, strict=True)),
            title_end,
            set(),
        )

    def find(self, mention: Mention, article: Article) -> Mention | None:
        """By its sentence, then by its words; what is no part of the body (a dateline, a dropped line) stays where it is."""
        words = visible(mention.words)
        if mention.sentence is None and (mention.kind == "source" or mention.role == "dateline"):
            return mention
        if mention.sentence is None:
            return self._at(mention, words, 0, self.title_end, mention.start)
        before = next((s for s in article.sentences if s.id == mention.sentence), None)
        now = next((s for s in self.sentences if s.id == mention.sentence), None)
        if now and before:
            near = now.start + mention.start - before.start
            hit = self._at(mention, words, now.start, now.end, near)
            if hit:
                return hit
        return self._at(mention, words, self.title_end, len(self.text), self.title_end)

    def spoken(self, kind: str, id: str, forms: tuple[str, ...], role: str) -> list[Mention]:
        """Where a name that a person added is spoken of."""
        found = []
        for form in sorted({visible(form) for form in forms if visible(form)}, key=lambda f: (-len(f), f)):
            blank = Mention(kind, id, form, 0, 0, None, "hand", role)  # type: ignore[arg-type]
            while hit := self._at(blank, form, self.title_end, len(self.text), 0):
                found.append(hit)
        return found

    def _at(self, mention: Mention, words: str, start: int, end: int, near: int) -> Mention | None:
        if not words:
            return None
        whole_word = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)")
        hits = [
            m.start()
            for m in whole_word.finditer(self.text, start, end)
            if (mention.kind, m.start()) not in self.taken
        ]
        if not hits:
            return None
        at = min(hits, key=lambda hit: (abs(hit - near), hit))
        self.taken.add((mention.kind, at))
        sentence = next((s.id for s in self.sentences if s.start <= at < s.end), None)
        return replace(mention, words=words, start=at, end=at + len(words), sentence=sentence)


def _unplaced(lost: list[str], file: str) -> tuple[Problem, ...]:
    if not lost:
        return ()
    words = ", ".join(sorted(set(lost)))[:200]
    return (
        Problem(
            file, "page", "unplaced", "each mention in the body", words, "nothing, if the edit meant it so"
        ),
    )
