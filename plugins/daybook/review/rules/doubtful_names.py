"""Actors that no article is sure of: a headline's words, a mark of a picture desk, a name cut short."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from daybook.format import count
from daybook.labels import KINDS
from daybook.review import answers, quotes
from daybook.review.cast import Member
from daybook.review.holdings import Holdings
from daybook.review.items import Item, Told
from daybook.review.weigh import doubt, prominence
from daybook.values import ActorKind

KIND = "doubtful-name"

_A: dict[ActorKind, str] = {"person": "a person", "organisation": "an organisation"}
"""What a name can be said to be of."""

_HARDLY = 0.1
"""Confidence under which a figure says less than a word."""

SUREST = 0.5
"""Confidence: a name is listed where the surest of its articles takes it for no name as likely as for one."""


def find(holdings: Holdings) -> Iterator[Item]:
    for member in holdings.cast.below(SUREST):
        if not member.settled:
            yield Item(
                kind=KIND,
                id=member.actor.id,
                title=member.actor.name,
                doubt=doubt(member.actor.confidence),
                prominence=prominence(len(member.articles), member.mentions),
                articles=tuple(article.id for article in member.articles),
                tell=partial(_told, holdings, member),
            )


def _told(holdings: Holdings, member: Member) -> Told:
    actor = member.actor
    kind = KINDS[actor.kind].lower()
    kinds = sorted(_A, key=lambda each: each != actor.kind) if answers.is_plain(actor.name) else []
    return Told(
        why=f"Taken for a name ({kind}) in {count(len(member.articles), 'article')}, "
        + (
            f"at the highest with confidence {actor.confidence:.2f}"
            if actor.confidence >= _HARDLY
            else "hardly believed"
        ),
        evidence=quotes.of_name(member.articles, actor.id),
        choices=(
            *(answers.actor(holdings, actor, each, f"It is the name of {_A[each]}") for each in kinds),
            answers.no_name(holdings, actor.name, "It is no name"),
        ),
    )
