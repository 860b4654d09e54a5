"""Days that were read with little confidence, or against another that is nearly as likely."""

from __future__ import annotations

from collections.abc import Iterator

from daybook import labels
from daybook.content.front_matter import day
from daybook.review import answers, quotes
from daybook.review.holdings import Holdings
from daybook.review.items import Item
from daybook.review.rules.undated import spoken_for
from daybook.review.weigh import FLOOR, doubt, prominence, strongest
from daybook.values import Article, FoundDate, Rival

KIND = "doubtful-day"


def find(holdings: Holdings) -> Iterator[Item]:
    for article in holdings.articles:
        if article.date and article.date.rule != "hand":
            iso = article.date.value.isoformat()
            rivals = [r for r in article.rivals if r.of == "date" and day(r.target) and r.target != iso]
            how = doubt(article.date.confidence, rivals)
            if how >= FLOOR:
                yield _item(holdings, article, article.date, strongest(rivals), how)


def _item(holdings: Holdings, article: Article, found: FoundDate, rivals: list[Rival], how: float) -> Item:
    iso = found.value.isoformat()
    choices = [answers.day(holdings, article, iso, f"It is of {iso}, as it stands")]
    choices += [
        answers.day(holdings, article, r.target, f"It is of {r.target}: {spoken_for(r)}") for r in rivals
    ]
    named = sum(mention.kind in ("place", "actor") for mention in article.mentions)
    evidence = quotes.of_sentence(holdings, article, found.sentence, found.words)
    evidence += quotes.of_target(holdings, [article], "date", {r.target for r in rivals})
    return Item(
        kind=KIND,
        id=article.id,
        title=article.title,
        why=f"{iso} by {labels.dated(found.rule)}, “{found.words}”, with confidence {found.confidence:.2f}",
        doubt=how,
        prominence=prominence(1, named),
        articles=(article.id,),
        evidence=tuple(dict.fromkeys(evidence))[: quotes.MOST],
        choices=tuple(choices),
    )
