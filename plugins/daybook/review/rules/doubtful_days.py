"""Days that were read with little confidence, or against another that is nearly as likely."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from daybook import labels
from daybook.content.front_matter import day
from daybook.digest import Digest
from daybook.review import answers, quotes
from daybook.review.holdings import Holdings
from daybook.review.items import Item, Told
from daybook.review.rules.undated import named, spoken_for
from daybook.review.weigh import FLOOR, doubt, prominence, strongest
from daybook.values import FoundDate, Rival

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
    iso, whole = found.value.isoformat(), holdings.whole(article.id)
    choices = [answers.day(holdings, article, iso, f"It is of {iso}, as it stands")]
    choices += [
        answers.day(holdings, article, r.target, f"It is of {r.target}: {spoken_for(r)}") for r in rivals
    ]
    evidence = quotes.of_sentence(whole, found.sentence, found.words)
    evidence += quotes.of_days(whole, {r.target for r in rivals})
    return Told(
        why=f"{iso} by {labels.dated(found.rule)}, “{found.words}”, with confidence {found.confidence:.2f}",
        evidence=tuple(dict.fromkeys(evidence))[: quotes.MOST],
        choices=tuple(choices),
    )
