"""Articles whose day nothing proves, with the days that something speaks for.

A person who wrote that there is none is not asked again.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from daybook.content.front_matter import day
from daybook.digest import Digest
from daybook.review import answers, quotes
from daybook.review.holdings import Holdings
from daybook.review.items import Item, Told
from daybook.review.weigh import STRONGEST, prominence, strongest
from daybook.values import Article, Rival
from daybook.words import Words, labels

KIND = "undated"


def find(holdings: Holdings) -> Iterator[Item]:
    for article in holdings.articles:
        if article.date is None and "date" not in article.by_hand:
            yield Item(
                kind=KIND,
                id=article.id,
                title=article.title,
                doubt=1.0,
                prominence=prominence(1, named(article)),
                articles=(article.id,),
                tell=partial(_told, holdings, article),
                at_hand=any(r.of == "date" and day(r.target) for r in article.rivals),
            )


def named(article: Digest) -> int:
    """How often it names places and actors."""
    return sum(said.mentions for said in article.said.values())


def _told(holdings: Holdings, article: Digest) -> Told:
    whole, words = holdings.whole(article.id), holdings.words
    days = _days(whole, words)
    choices = [
        answers.day(holdings, article, iso, words.gettext("It is of %(day)s: %(why)s", day=iso, why=why))
        for iso, why in days.items()
    ]
    by_hand = answers.day_by_hand(holdings, article, words.gettext("Write its day into its file"))
    return Told(
        why=_why(article, words),
        evidence=quotes.of_days(whole, days) or quotes.of_beginning(whole),
        choices=(*choices, by_hand, answers.no_day(holdings, article, words.gettext("No day can be had"))),
    )


def _days(article: Article, words: Words) -> dict[str, str]:
    """What could be its day, with what speaks for it: the rivals first, then the days that it speaks of."""
    rivals = strongest(r for r in article.rivals if r.of == "date" and day(r.target))
    found = {rival.target: spoken_for(rival, words) for rival in rivals}
    for mention in article.mentions:
        if mention.kind == "date" and day(mention.target) and len(found) < STRONGEST:
            found.setdefault(mention.target, f"“{' '.join(mention.words.split())}”")
    return found


def spoken_for(rival: Rival, words: Words) -> str:
    """What speaks for another day, or against it."""
    why = labels.why(words, rival.why)
    return f"“{rival.name}”, {why}" if rival.name else why


def _why(article: Digest, words: Words) -> str:
    """What ingest said of it."""
    said = [p for p in article.problems if p.stage == "date" and p.code in ("future", "imprecise")]
    if not said:
        return words.gettext("No words prove its day")
    return words.gettext(
        "Expected %(expected)s, found %(found)s", expected=said[0].expected, found=said[0].found
    )
