"""The key points of a day: sentences of its articles, each as it stands.

1. The stories of the day are weighed: how many reports tell them, how much the day speaks of their names and of the words of their
   titles, how many others are of one subject with them, how much is told, and whether it is an event or a routine (`news`).
2. Of the weightiest, every sentence that can be understood alone (`alone`) is weighed: how near it is to what the sentences of its
   story have in common (the middle of their vectors, LexRank's degree: Erkan and Radev 2004), how early it stands, how many
   other sources say the same, whether it tells how many were killed, fled or voted, and whether something happened (`news`).
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
from itertools import chain, combinations

from daybook.briefing import news
from daybook.briefing.alone import alone, is_whole
from daybook.briefing.hand import NO_HAND, Hand
from daybook.briefing.values import Point, Support
from daybook.briefing.vectors import Sentences, middle, product, unit
from daybook.digest import Digest, Passage
from daybook.site.index import source_id
from daybook.stories.features import Feature, features
from daybook.stories.stories import Story

MOST = 5
STORIES = 12
"""Stories of a day, the weightiest first, of which sentences are read."""
LOOKED_AT = 100
"""Stories of a day of which it is asked how near they are to one another."""
WEIGHED = 40
"""Those of them whose sentences are looked at to weigh them."""
LONG = 1_500
"""Bytes of a digest's sentences from which on a report counts in full, at first sight."""
COMMON = 8
"""A word that more than one of so many stories has tells nothing of a subject."""
OF_ONE_SUBJECT = 0.1
"""Cosine from which two stories are of one subject."""
KIN = 0.8
"""What the rest of its subject is worth to a story."""
READ = 0.8
"""What a story is worth where one of its subject is read already."""
SENTENCES = 72
"""Sentences read of a story's articles on a day, and as many of the days before."""
FEWEST = 4
"""Sentences read of an article, where it has them, however many there are."""
CANDIDATES = 60
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
UNSPOKEN = 0.4
"""What a story is worth whose names and words no other of the day has, beside 1.5 for one whose names and words all have."""
COMMONEST = 5
"""Names and words by which it is told how much a day speaks of a story."""
NAMELESS = 0.6
"""What a sentence is worth that names nobody and no place."""
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
    first = _at_first_sight(day, stories)
    near = Near(day, [each.story for each in first])
    kin = [1 + KIN * math.log2(1 + near.degree(number)) for number in range(len(first))]
    likely = nlargest(WEIGHED, range(len(first)), key=lambda number: first[number].rough * kin[number])
    weighed = {number: kin[number] * first[number].weight(day) for number in likely}
    found, left = list[tuple[float, Story]](), dict(weighed)
    while left and len(found) < STORIES:
        best = min(left, key=lambda number: (-left[number], first[number].story.id))
        found.append((weighed[best], first[best].story))
        del left[best]
        for number in left.keys() & near.kin(best):
            left[number] *= READ
    return sorted(found, key=lambda each: (-each[0], each[1].id))


@dataclass(frozen=True, slots=True)
class Seen:
    """A story of the day at first sight."""

    story: Story
    spoken: float
    """How much the day speaks of its names and of the words of its titles."""
    rough: float
    """What it weighs before its sentences are looked at."""

    def weight(self, day: date) -> float:
        """What it weighs without the rest of its subject."""
        return self.spoken * _size(day, self.story, _told(day, self.story)) * _news(day, self.story)


def _at_first_sight(day: date, stories: Sequence[Story]) -> list[Seen]:
    """Those that may matter, what weighs most first."""
    held = [story.on(day) for story in stories]
    names = _spoken_of([{id for article in articles for id in _names(article)} for articles in held])
    titles = _spoken_of([{term for article in articles for term in _title(article)} for articles in held])
    found = []
    for story, articles, name, title in zip(stories, held, names, titles, strict=True):
        spoken = UNSPOKEN + name + 0.5 * title
        told = sum([min(1.0, len(article.told_in) / LONG) for article in articles])
        found.append(Seen(story, spoken, spoken * _size(day, story, told)))
    return sorted(found, key=lambda each: (-each.rough, each.story.id))[:LOOKED_AT]


class Near:
    """How near the stories of a day are to one another: those of one subject, such as one rise of rates that each bank tells for itself."""

    def __init__(self, day: date, stories: Sequence[Story]) -> None:
        held = [_features(story.on(day)) for story in stories]
        count = Counter(chain.from_iterable(held))
        most = max(3, len(held) / COMMON)
        having = dict[Feature, list[tuple[int, float]]]()
        for number, held_by in enumerate(held):
            weights = unit(
                {each: weight * math.log1p(len(held) / count[each]) for each, weight in held_by.items()}
            )
            for each, weight in weights.items():
                if count[each] <= most:
                    having.setdefault(each, []).append((number, weight))
        self._near = [dict[int, float]() for _ in held]
        for shared in having.values():
            for (one, weight), (other, theirs) in combinations(shared, 2):
                self._near[one][other] = self._near[other][one] = (
                    self._near[one].get(other, 0.0) + weight * theirs
                )

    def degree(self, number: int) -> float:
        """How much of the rest of the day is near one: the sum over those that are."""
        return sum([like for like in self._near[number].values() if like >= OF_ONE_SUBJECT])

    def kin(self, number: int) -> Set[int]:
        """Those of one subject with it."""
        return {other for other, like in self._near[number].items() if like >= OF_ONE_SUBJECT}


def _features(articles: Sequence[Digest]) -> dict[Feature, float]:
    """What a story of the day is compared by."""
    found: dict[Feature, float] = {}
    for article in articles:
        for feature, weight in features(article).items():
            if feature[0] != "day":
                found[feature] = max(weight, found.get(feature, 0.0))
    return found


def _news(day: date, story: Story) -> float:
    """What its report is worth that tells most of an event."""
    reports, leads = list[float](), list[float]()
    for article in story.on(day):
        opening = next((p.words for p in article.passages if not p.by_hand), "")
        reports.append(news.of_report(article.title, opening, article.lang))
        leads.append(news.of_sentence(opening, article.lang))
    return sum(reports) / len(reports) * max(leads)


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
        near = Near(day, stories)
        self._kin = [near.kin(number) for number in range(len(stories))]
        self._openings: dict[str, str] = {}
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
                if passage.by_hand and told.id not in self._hand.pinned:
                    continue
                self._openings.setdefault(article.id, passage.words)
                if (number < read and (at < most or told.counts)) or told.id in self._hand.pinned:
                    self._told.append(told)

    def best(self) -> list[Told]:
        """Those that are taken, the best first; before them what a person pinned."""
        left = [(self._worth(each, value), each) for value, each in self._promising()]
        left = [(value, each) for value, each in left if value]
        room = min(MOST, math.ceil(len(left) / 3))
        of_one = max(2, math.ceil(room / max(1, len(self._stories))))
        best, taken, told_of = list[Told](), Counter[int](), Counter[int]()
        for each in self._told[: self._today]:
            if each.id in self._hand.dropped:
                left = self._unlike(each, left, SAME)
        pinned = sorted(self._pinned(), key=lambda each: self._hand.pinned.index(each.id))[:MOST]
        while len(best) < len(pinned) or (left and len(best) < room):
            if len(best) < len(pinned):
                one = pinned[len(best)]
            else:
                _, one = min(left, key=lambda pair: (-pair[0] * SECOND ** told_of[pair[1].story], pair[1].id))
            best.append(one)
            taken[one.story] += 1
            told_of.update({one.story, *self._kin[one.story]})
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
        """It with all that say the same; what a person wrote into an article rests on itself alone."""
        if told.passage.by_hand:
            own = Support(told.article.id, told.passage.anchor, told.passage.words)
            return Point(told.id, told.passage.words, (own,), 0, self._stories[told.story], "written")
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
            told = [e for e in self._told[: self._today] if e.story == story and not e.passage.by_hand]
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
        clear = alone(told.passage, told.article, told.at == 0)
        near = self._sentences.near(told.number) if clear else {}
        known = max(
            (like for n, like in near.items() if n >= self._today and self._told[n].story == told.story),
            default=0.0,
        )
        if not clear or known >= SAME:
            return 0.0
        outlets = self._voices([told, *self._same(told, near)])
        title, opening, lang = told.article.title, self._openings[told.article.id], told.article.lang
        told_of = news.of_report(title, opening, lang) * news.of_sentence(told.passage.words, lang)
        return promise * clear * told_of * (1 - known) * (1.5 - 0.5 / outlets)

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
                    and not other.passage.by_hand
                    and like > best
                    and agree((point.article, point.passage), (other.article, other.passage))
                ):
                    found[other.article.id] = like, other
        return [other for _, other in found.values()]


def _promise(told: Told, central: float) -> float:
    """What a sentence is worth by what it tells and where it stands."""
    early = 0.5 / (1 + told.at / 8) if told.at else 1.0
    length = 1.0 if 60 <= len(told.passage.words) <= 300 else 0.85
    named = 1.0 if told.passage.names else NAMELESS
    return (0.8 * central + 1.5 * early + 0.35 * told.counts) * length * named


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
    return (day - article.day).days
