"""Key points beside two plain ways to choose sentences, for somebody to judge who does not know which is which.

    python -m scripts.briefings [--days 2,6,10] FOLDER CONTENT…

Writes FOLDER/sheet.md, the three lists of each day in an order drawn by lot; FOLDER/days/, the titles of each day and of the one
before it, and the texts of the day; and FOLDER/key.json, which list is whose. Days are taken by a rule, without looking at them: of each archive every day it has, or, where these
are many, every second of those with twenty articles or more, from the second on; twenty in all. `--days` names others: their numbers among
the days with twenty articles or more, the first of which is 0.

lead: the first sentences of the longest articles of the day, one each, and then their second ones.
textrank: the sentences that TextRank puts first of all the day has (Mihalcea and Tarau 2004).
Both give as many lines as the key points are. What says the same in other articles is found by one rule for all three.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import zip_longest
from pathlib import Path

import numpy as np

from daybook import search
from daybook.briefing.points import SAME, agree, points
from daybook.briefing.vectors import Sentences
from daybook.content import store
from daybook.digest import Digest, Passage, digest
from daybook.search.tokens import terms
from daybook.site.related import pairs, related
from daybook.stories.stories import Stories, stories

DAYS = 20
FEW = 10
"""Days of an archive that is taken whole."""
LEAST = 20
"""Articles."""
LOT = "key points"
"""What the lot is drawn from."""
DAMPING, ROUNDS = 0.85, 60

Line = tuple[Digest, Passage]

CRITERIA = """# Which list would you rather read at the morning meeting?

Each day has three lists, drawn by lot. Rank them, the best first (ties only where you really cannot tell), by all of these together:

1. **Central to the day**: what mattered most that day is there, and nothing that did not. The day's titles are in `days/NN.md`, with the titles of the day before; its articles in `days/NN-texts.md`.
2. **New**: not what was known the day before.
3. **Understandable alone**: each sentence says who and what without the article around it.
4. **No repeats**: no two lines say the same.
5. **Supported**: what several articles state is worth more than what one does. Behind each line stands the title of its article, and how many other articles say the same.

Write one line a day into `answers.tsv`: the day's number, the letters from best to worst (`BCA`; `B=C A` for a tie), and why in a few words.
"""


class Archive:
    """The dated articles of a content folder, oldest first."""

    def __init__(self, content: Path) -> None:
        read = (store.read_article(content, path)[0] for path in store.paths(content))
        made = [digest(a, search.first_terms(search.row(a))) for a in read if a and not a.withdrawn]
        dated = [(a.date.value, a.id, a) for a in made if a.date]
        articles = [a for *_, a in sorted(dated, key=lambda each: each[:2])]
        self.days: dict[date, list[Digest]] = {}
        for day, _, article in sorted(dated, key=lambda each: each[:2]):
            self.days.setdefault(day, []).append(article)
        prints = {article.id: article.id.encode() for article in articles}
        near = pairs(related(articles, prints, {}, map))
        self.stories: Stories = stories(articles, near)

    def picked(self, numbers: Sequence[int]) -> list[date]:
        """Its days, by the rule or by their numbers."""
        if len(self.days) <= FEW:
            return sorted(self.days)
        full = sorted(day for day, held in self.days.items() if len(held) >= LEAST)
        return [full[number] for number in numbers] if numbers else full[1::2]

    def lists(self, day: date) -> dict[str, list[Line]]:
        """The three lists of a day."""
        held = self.days[day]
        by_id = {f"{a.id}#{p.anchor}": (a, p) for a in held for p in a.passages}
        chosen = [by_id[point.id] for point in points(day, self.stories.on(held))]
        return {"points": chosen, "lead": leads(held, len(chosen)), "textrank": textrank(held, len(chosen))}


def leads(articles: Sequence[Digest], most: int) -> list[Line]:
    """The first sentences of the longest articles."""
    longest = sorted(articles, key=lambda a: (-sum(len(p.words) for p in a.passages), a.id))[:most]
    rows = zip_longest(*([(a, p) for p in a.passages] for a in longest))
    return [line for row in rows for line in row if line][:most]


def textrank(articles: Sequence[Digest], most: int) -> list[Line]:
    """The sentences that are most like those that are like others."""
    lines = [(a, p) for a in articles for p in a.passages]
    held = [set(terms(p.words, a.lang)) for a, p in lines]
    numbers: dict[str, int] = {}
    has = np.zeros((len(lines), len({term for each in held for term in each})), dtype=np.float32)
    for row, each in enumerate(held):
        has[row, [numbers.setdefault(term, len(numbers)) for term in sorted(each)]] = 1
    long = np.log(np.maximum(has.sum(axis=1), 2))
    like = (has @ has.T) / (long[:, None] + long)
    np.fill_diagonal(like, 0)
    passed = like / np.maximum(like.sum(axis=1, keepdims=True), 1e-9)
    rank = np.full(len(lines), 1 / len(lines), dtype=np.float32)
    for _ in range(ROUNDS):
        rank = (1 - DAMPING) / len(lines) + DAMPING * (rank @ passed)
    first = sorted(range(len(lines)), key=lambda n: (-round(float(rank[n]), 9), n))
    return [lines[n] for n in first[:most]]


def others(articles: Sequence[Digest], chosen: Sequence[Line]) -> dict[str, int]:
    """How many other articles of the day say the same, by the id of the sentence."""
    lines = [(a, p) for a in articles for p in a.passages]
    sentences = Sentences([(p, a.lang) for a, p in lines])
    at = {(a.id, p.anchor): n for n, (a, p) in enumerate(lines)}
    found = {}
    for article, passage in chosen:
        near = sentences.near(at[article.id, passage.anchor])
        same = {
            lines[n][0].id for n, like in near.items() if like >= SAME and agree((article, passage), lines[n])
        }
        found[f"{article.id}#{passage.anchor}"] = len(same - {article.id})
    return found


def sheet(
    number: int, archive: Archive, day: date, lists: dict[str, list[Line]], order: Sequence[str]
) -> Iterator[str]:
    """A day of the sheet."""
    held = archive.days[day]
    count = others(held, [line for lines in lists.values() for line in lines])
    yield f"\n## {number:02}. {day.isoformat()} ({len(held)} articles)\n"
    for letter, name in zip("ABC", order, strict=True):
        yield f"\n**{letter}**\n"
        for article, passage in lists[name]:
            more = count[f"{article.id}#{passage.anchor}"]
            yield f"- {passage.words}\n  *{article.title}; others that say the same: {more}*"


def titles(archive: Archive, day: date) -> Iterator[str]:
    """The titles of a day and of the one before it."""
    before = max((other for other in archive.days if other < day), default=None)
    for each in (day, before):
        if each:
            yield f"# {each.isoformat()}\n"
            yield from (f"- {article.title}" for article in archive.days[each])
            yield ""


def texts(archive: Archive, day: date) -> Iterator[str]:
    """What the articles of a day tell: their first sentences, as briefings hold them."""
    for article in archive.days[day]:
        yield f"# {article.title}\n"
        yield " ".join(passage.words for passage in article.passages) + "\n"


def main() -> None:
    """Write the sheet."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--days", type=lambda told: [int(number) for number in told.split(",")], default=[])
    parser.add_argument("folder", type=Path)
    parser.add_argument("content", type=Path, nargs="+")
    given = parser.parse_args()
    archives = [Archive(content) for content in given.content]
    picked = [(archive, day) for archive in archives for day in archive.picked(given.days)][:DAYS]
    lot = random.Random(" ".join([LOT, *map(str, given.days)]))
    key, lines = {}, [CRITERIA]
    (given.folder / "days").mkdir(parents=True, exist_ok=True)
    for number, (archive, day) in enumerate(picked, 1):
        lists = archive.lists(day)
        order = sorted(lists)
        lot.shuffle(order)
        key[f"{number:02}"] = dict(zip("ABC", order, strict=True))
        lines += sheet(number, archive, day, lists, order)
        for name, told in (("", titles(archive, day)), ("-texts", texts(archive, day))):
            path = given.folder / "days" / f"{number:02}{name}.md"
            path.write_text("\n".join(told), encoding="utf-8")
    (given.folder / "sheet.md").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (given.folder / "key.json").write_text(json.dumps(key, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
