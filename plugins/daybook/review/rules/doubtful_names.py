"""Actors that no article is sure of: a headline's words, a mark of a picture desk, a name cut short."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from daybook.review import answers, quotes
from daybook.review.cast import Member
from daybook.review.holdings import Holdings
from daybook.review.items import Item, Told
from daybook.review.weigh import doubt, prominence
from daybook.values import ActorKind
from daybook.words import N_, Words, labels

KIND = "doubtful-name"

_NAMES: dict[ActorKind, str] = {
    "person": N_("It is the name of a person"),
    "organisation": N_("It is the name of an organisation"),
}
"""What a name can be said to be."""

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
    actor, words = member.actor, holdings.words
    kinds = sorted(_NAMES, key=lambda each: each != actor.kind) if answers.is_plain(actor.name) else []
    return Told(
        why=_why(member, words),
        evidence=quotes.of_name(member.articles, actor.id),
        choices=(
            *(answers.actor(holdings, actor, each, words.gettext(_NAMES[each])) for each in kinds),
            answers.no_name(holdings, actor.name, words.gettext("It is no name")),
        ),
    )


def _why(member: Member, words: Words) -> str:
    actor, kind = member.actor, labels.kind(words, member.actor.kind).lower()
    if actor.confidence < _HARDLY:
        return words.ngettext(
            "Taken for a name (%(kind)s) in %(num)s article, hardly believed",
            "Taken for a name (%(kind)s) in %(num)s articles, hardly believed",
            len(member.articles),
            kind=kind,
        )
    return words.ngettext(
        "Taken for a name (%(kind)s) in %(num)s article, at the highest with confidence %(confidence)s",
        "Taken for a name (%(kind)s) in %(num)s articles, at the highest with confidence %(confidence)s",
        len(member.articles),
        kind=kind,
        confidence=f"{actor.confidence:.2f}",
    )
