"""The key points of a day: sentences of its articles, each as it stands.

1. The stories of the day are weighed: how many reports tell them, how much the day speaks of their names and of the words of their
   titles, how much is told.
2. Of the weightiest, every sentence that can be understood alone (`alone`) is weighed: how near it is to what the sentences of its
   story have in common (the middle of their vectors, LexRank's degree: Erkan and Radev 2004), how early it stands, how many
   other sources say the same, whether it tells how many were killed, fled or voted.
3. What the story told in the seven days before is not new, and loses.
4. They are taken one by one, the best first; what is like one already taken loses, or is left out (MMR: Carbonell and Goldstein 1998).
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from datetime import date
from heapq import nlargest
from itertools import chain

from daybook.briefing.alone import alone, is_whole
from daybook.briefing.hand import NO_HAND, Hand
from daybook.briefing.values import Point, Support
from daybook.briefing.vectors import Sentences, middle, product
from daybook.digest import Digest, Passage
from daybook.site.index import source_id
from daybook.stories.stories import Story

MOST = 5
STORIES = 12
"""Stories of a day, the weightiest first, of which sentences are read."""
SENTENCES = 72
"""Sentences read of a story's articles on a day, and as many of the days before."""
FEWEST = 4
"""Sentences read of an article, where it has them, however many there are."""
CANDIDATES = 72
"""Sentences of a day that are looked at closely, as many of each story."""
BEFORE = 7
"""Days."""
SAME = 0.55
"""Cosine from which two sentences say the same."""
TWICE = 0.3
"""Cosine from which no two are key points of one day."""
APART = 3
"""To what power what is unlike the points already taken counts: sentences on one event, told in other words, have cosines of .1 to .2."""
SECOND = 0.5
"""What a story's second point is worth beside its first."""
DEEP = 8
"""Sentences from which on a report counts in full."""
SPOKEN = 2
"""To what power it counts how much a day speaks of a story."""
COMMONEST = 5
"""Names and words by which it is told how much a day speaks of a story."""
COUNTED = frozenset({"killed", "wounded", "casualties", "displaced", "refugees", "captured", "missing", "arrested", "votes"})  # fmt: skip
"""Units of figures that tell what an event came to."""
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence of the stories that are read."""

    number: int
    article: Digest
    passage: Passage
    at: int
    """Which sentence of the article it is, from 0."""
    story: int
    counts: bool
    """Whether it tells how many were killed, fled, voted."""

    @property
    def id(self) -> str:
        return f"{self.article.id}#{self.passage.anchor}"


def points(day: date, stories: Sequence[Story], hand: Hand = NO_HAND) -> tuple[Point, ...]:
    """At most five, what matters most first; `stories` are those that the day's articles tell, `hand` what a person said."""
    weighed = weightiest(day, stories)
    read = {story.id for _, story in weighed}
    weighed += [(0.0, story) for story in stories if story.id not in read and hand.keeps(story.on(day))]
    reading = Reading(day, weighed, hand)
    return hand.written([reading.point(told) for told in reading.best()])


def weightiest(day: date, stories: Sequence[Story]) -> list[tuple[float, Story]]:
    """The stories that matter most on the day, with what they weigh."""
    held = [story.on(day) for story in stories]
    names = _spoken_of([{id for article in articles for id in _names(article)} for articles in held])
    titles = _spoken_of([{term for article in articles for term in _title(article)} for articles in held])
    spoken_of = [(0.2 + name + 0.5 * title) ** SPOKEN for name, title in zip(names, titles, strict=True)]
    rough = [
        (spoken * _size(day, story, len(articles)), spoken, story)
        for spoken, story, articles in zip(spoken_of, stories, held, strict=True)
    ]
    first = sorted(rough, key=lambda each: (-each[0], each[2].id))[: 4 * STORIES]
    weighed = [(spoken * _size(day, story, _told(day, story)), story) for _, spoken, story in first]
    return sorted(weighed, key=lambda each: (-each[0], each[1].id))[:STORIES]


def _size(day: date, story: Story, told: float) -> float:
    """How much is told of it, by how many sources, and whether it goes on."""
    before = sum(1 for article in story.articles if 0 < _days(article, day) <= BEFORE)
    voices = len({source_id(article) for article in _reports(day, story)})
    return math.log2(1 + told) + 0.5 * (voices - 1) + 0.25 * math.log2(1 + before)


def _told(day: date, story: Story) -> float:
    """How many reports tell it; one of few sentences counts for less."""
    return sum(min(1.0, sum(map(is_whole, article.passages)) / DEEP) for article in _reports(day, story))


def _reports(day: date, story: Story) -> list[Digest]:
    """Its articles of the day, of copies the first."""
    found = (next((a for a in report if _days(a, day) == 0), None) for report in story.reports)
    return [article for article in found if article]


def _names(article: Digest) -> Iterator[str]:
    """Who and where it tells of, but for the town that it is only written from."""
    yield from (actor.id for actor in article.actors)
    for id in article.told:
        if any(role != "dateline" for role, _ in article.of(id).roles):
            yield id


def _title(article: Digest) -> list[str]:
    return article.terms.partition("\n")[0].split()


def _spoken_of(held: Sequence[Set[str]]) -> list[float]:
    """Of each story how often its commonest features come in others of the day: from 0 for never to 1 for in all."""
    count = Counter(chain.from_iterable(held))
    most = math.log(1 + len(held)) * COMMONEST
    return [
        sum(math.log(n) for n in nlargest(COMMONEST, [count[each] for each in one])) / most for one in held
    ]


class Reading:
    """The sentences of the weightiest stories of a day, and of the days before."""

    def __init__(self, day: date, weighed: Sequence[tuple[float, Story]], hand: Hand = NO_HAND) -> None:
        """`weighed` are the day's stories, each with its weight."""
        self._hand = hand
        self._weights = [weight for weight, _ in weighed]
        self._stories = stories = [story for _, story in weighed]
        self._first = {
            article.id: report[0] for story in stories for report in story.reports for article in report
        }
        self._told: list[Told] = []
        for number, story in enumerate(stories):
            self._read(number, story.on(day))
        self._today = len(self._told)
        for number, story in enumerate(stories):
            self._read(number, [a for a in reversed(story.articles) if 0 < _days(a, day) <= BEFORE])
        self._sentences = Sentences([(told.passage, told.article.lang) for told in self._told])

    def _read(self, story: int, articles: Sequence[Digest]) -> None:
        most, read = max(FEWEST, SENTENCES // max(1, len(articles))), SENTENCES // FEWEST
        for number, article in enumerate(articles):
            counting = {figure.anchor for figure in article.numbers if figure.unit in COUNTED}
            for at, passage in enumerate(article.passages):
                told = Told(len(self._told), article, passage, at, story, passage.anchor in counting)
                if (number < read and at < most) or told.id in self._hand.pinned:
                    self._told.append(told)

    def best(self) -> list[Told]:
        """Those that are taken, the best first; before them what a person pinned."""
        left = [(self._worth(each, value), each) for value, each in self._promising()]
        left = [(value, each) for value, each in left if value]
        room = min(MOST, math.ceil(len(left) / 3))
        of_one = max(2, math.ceil(room / max(1, len(self._stories))))
        best, taken = list[Told](), Counter[int]()
        for each in self._told[: self._today]:
            if each.id in self._hand.dropped:
                left = self._unlike(each, left, SAME)
        pinned = sorted(self._pinned(), key=lambda each: self._hand.pinned.index(each.id))[:MOST]
        while len(best) < len(pinned) or (left and len(best) < room):
            if len(best) < len(pinned):
                one = pinned[len(best)]
            else:
                _, one = min(left, key=lambda pair: (-pair[0] * SECOND ** taken[pair[1].story], pair[1].id))
            best.append(one)
            taken[one.story] += 1
            left = [pair for pair in self._unlike(one, left, TWICE) if taken[pair[1].story] < of_one]
        return best

    def _pinned(self) -> list[Told]:
        return [each for each in self._told[: self._today] if each.id in self._hand.pinned]

    def _unlike(self, one: Told, left: Sequence[tuple[float, Told]], most: float) -> list[tuple[float, Told]]:
        """Those that are less like one than so much; the liker, the less they are worth beside it."""
        near = self._sentences.near(one.number)
        return [
            (value * (1 - like) ** APART, each)
            for value, each in left
            if (like := near.get(each.number, 0.0)) < most and each.id != one.id
        ]

    def point(self, told: Told) -> Point:
        """It with all that say the same."""
        held = [told, *self._same(told, self._sentences.near(told.number))]
        support = tuple(Support(each.article.id, each.passage.anchor, each.passage.words) for each in held)
        outlets = self._voices(held)
        return Point(told.id, told.passage.words, support, outlets, self._stories[told.story])

    def _promising(self) -> Iterator[tuple[float, Told]]:
        """Of each story the sentences that may be worth most."""
        if not self._stories:
            return
        each_of = math.ceil(CANDIDATES / len(self._stories))
        for story, weight in enumerate(self._weights):
            told = [each for each in self._told[: self._today] if each.story == story]
            vectors = [self._sentences.vectors[each.number] for each in told]
            common = middle(vectors)
            near = [product(vector, common) for vector in vectors]
            most = max(near, default=0.0) or 1.0
            worth = [
                (weight * _promise(each, value / most), each) for each, value in zip(told, near, strict=True)
            ]
            yield from sorted(worth, key=lambda pair: (-pair[0], pair[1].id))[:each_of]

    def _worth(self, told: Told, promise: float) -> float:
        """Nothing for a sentence that does not stand alone or is not new."""
        clear = alone(told.passage, told.article)
        near = self._sentences.near(told.number) if clear else {}
        known = max(
            (like for n, like in near.items() if n >= self._today and self._told[n].story == told.story),
            default=0.0,
        )
        if not clear or known >= SAME:
            return 0.0
        outlets = self._voices([told, *self._same(told, near)])
        return promise * clear * (1 - known) * (1.5 - 0.5 / outlets)

    def _voices(self, told: Sequence[Told]) -> int:
        """How many sources they come from: copies of one text count once, and so do all that state no source."""
        return len({source_id(self._first[each.article.id]) for each in told})

    def _same(self, point: Told, near: dict[int, float]) -> list[Told]:
        """Of every other article of the day the sentence that says the same, where one does, the most alike."""
        found: dict[str, tuple[float, Told]] = {}
        for number, like in sorted(near.items()):
            if number < self._today and like >= SAME:
                other = self._told[number]
                best, _ = found.get(other.article.id, (0.0, other))
                if (
                    other.article.id != point.article.id
                    and like > best
                    and agree((point.article, point.passage), (other.article, other.passage))
                ):
                    found[other.article.id] = like, other
        return [other for _, other in found.values()]


def _promise(told: Told, central: float) -> float:
    """What a sentence is worth by what it tells and where it stands."""
    early = 0.5 / (1 + told.at / 8) if told.at else 1.0
    length = 1.0 if 60 <= len(told.passage.words) <= 300 else 0.85
    return (0.8 * central + 1.5 * early + 0.35 * told.counts) * length


def agree(one: tuple[Digest, Passage], other: tuple[Digest, Passage]) -> bool:
    """Whether they tell of an actor in common, and, where both have figures, of a figure."""
    actors, figures, theirs = _actors(*one), _figures(one[1]), _figures(other[1])
    return (not actors or not actors.isdisjoint(_actors(*other))) and (
        not figures or not theirs or not figures.isdisjoint(theirs)
    )


def _actors(article: Digest, passage: Passage) -> Set[str]:
    """Persons and organisations; states are named as places too, now so, now so."""
    return {actor.id for actor in article.actors if actor.kind != "state"}.intersection(passage.names)


def _figures(passage: Passage) -> Set[str]:
    return frozenset(_FIGURE.findall(passage.words))


def _days(article: Digest, day: date) -> int:
    """How many days before it lies."""
    assert article.date
    return (day - article.date.value).days
