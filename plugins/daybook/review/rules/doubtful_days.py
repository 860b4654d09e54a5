"""Days that were read with little confidence, or against another that is nearly as likely."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from daybook.content.front_matter import day
from daybook.digest import Digest
from daybook.review import answers, quotes
from daybook.review.holdings import Holdings
from daybook.review.items import Item, Told
from daybook.review.rules.undated import named, spoken_for
from daybook.review.weigh import FLOOR, doubt, prominence, strongest
from daybook.values import FoundDate, Rival
from daybook.words import labels

KIND = "doubtful-day"


def find(holdings: Holdings) -> Iterator[Item]:
    for article in holdings.articles:
        if article.date and article.date.rule != "hand":
            iso = article.date.value.isoformat()
            rivals = [r for r in article.rivals if r.of == "date" and day(r.target) and r.target != iso]
            how = doubt(article.date.confidence, rivals)
            if how >= FLOOR:
                yield Item(
                    kind=KIND,
                    id=article.id,
                    title=article.title,
                    doubt=how,
                    prominence=prominence(1, named(article)),
                    articles=(article.id,),
                    tell=partial(_told, holdings, article, article.date, strongest(rivals)),
                )


def _told(holdings: Holdings, article: Digest, found: FoundDate, rivals: list[Rival]) -> Told:
    iso, whole, words = found.value.isoformat(), holdings.whole(article.id), holdings.words
    as_it_stands = words.gettext("It is of %(day)s, as it stands", day=iso)
    choices = [answers.day(holdings, article, iso, as_it_stands)]
    for rival in rivals:
        why = spoken_for(rival, words)
        says = words.gettext("It is of %(day)s: %(why)s", day=rival.target, why=why)
        choices.append(answers.day(holdings, article, rival.target, says))
    evidence = quotes.of_sentence(whole, found.sentence, found.words)
    evidence += quotes.of_days(whole, {r.target for r in rivals})
    return Told(
        why=words.gettext(
            "%(day)s by %(why)s, “%(words)s”, with confidence %(confidence)s",
            day=iso,
            why=labels.dated(words, found.rule),
            words=found.words,
            confidence=f"{found.confidence:.2f}",
        ),
        evidence=tuple(dict.fromkeys(evidence))[: quotes.MOST],
        choices=tuple(choices),
    )
