"""Actors that could be one, and bearers of one name that could be two."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from daybook.content import apart
from daybook.review import answers, quotes
from daybook.review.cast import Member
from daybook.review.holdings import Holdings
from daybook.review.items import Item, Told
from daybook.review.weigh import FLOOR, prominence
from daybook.values import Actor, Rival
from daybook.words import Words, labels

KIND = "resembling-actors"


def find(holdings: Holdings) -> Iterator[Item]:
    known, pairs = holdings.cast, apart.of(holdings.authority)
    entries = {entry.id for entry in holdings.authority.actors}
    for (one_id, other_id), rival in _pairs(holdings).items():
        if one_id not in known or other_id not in known or {one_id, other_id} <= entries:
            continue
        one, other = known[one_id], known[other_id]
        if not pairs.keeps(pairs.labels(one.names), pairs.labels(other.names)):
            yield _item(holdings, one, other, rival)


def _pairs(holdings: Holdings) -> dict[tuple[str, str], Rival]:
    """The best rival of each pair of ids, whichever of the two it was found at."""
    best: dict[tuple[str, str], Rival] = {}
    for article in holdings.articles:
        for rival in article.rivals:
            kind, _, id = rival.of.partition(" ")
            if kind == "actor" and id != rival.target and rival.score >= FLOOR:
                pair = (min(id, rival.target), max(id, rival.target))
                if pair not in best or _order(rival) < _order(best[pair]):
                    best[pair] = rival
    return dict(sorted(best.items()))


def _order(rival: Rival) -> tuple[float, str, str, str]:
    return (-rival.score, rival.of, rival.why, rival.name)


def _item(holdings: Holdings, one: Member, other: Member, rival: Rival) -> Item:
    first, second = sorted((one, other), key=_first)
    articles = tuple(dict.fromkeys(a.id for a in (*first.articles, *second.articles)))
    return Item(
        kind=KIND,
        id=f"{first.actor.id} {second.actor.id}",
        title=holdings.words.listed((first.actor.name, second.actor.name)),
        doubt=round(min(1.0, rival.score), 4),
        prominence=prominence(len(articles), first.mentions + second.mentions),
        articles=articles,
        tell=partial(_told, holdings, first, second, rival),
    )


def _told(holdings: Holdings, first: Member, second: Member, rival: Rival) -> Told:
    words = holdings.words
    return Told(
        why=f"{_counted(first, words)}; {_counted(second, words)}; {labels.why(words, rival.why)}",
        evidence=tuple(
            quote
            for member in (first, second)
            for quote in quotes.of_name(member.articles, member.actor.id, 2)
        ),
        choices=(
            answers.other_actor(holdings, first.actor, second.actor, words.gettext("They are two")),
            *(
                answers.same_actor(
                    holdings,
                    keep,
                    other,
                    words.gettext("They are one, and go by %(name)s", name=keep.name),
                )
                for keep, other in ((first.actor, second.actor), (second.actor, first.actor))
                if _stands(keep, other)
            ),
        ),
    )


def _first(member: Member) -> tuple[bool, bool, int, str]:
    """Whose name would stand: the one that a person wrote of, then a full name, then the one of more articles."""
    return (not member.settled, " " not in member.actor.name, -len(member.articles), member.actor.id)


def _stands(keep: Actor, other: Actor) -> bool:
    """Whether the two could go by the first's name: no surname alone where the other has more, and no marks in it."""
    fuller = keep.kind == "person" and " " not in keep.name and " " in other.name
    return answers.is_plain(keep.name) and not (fuller and answers.is_plain(other.name))


def _counted(member: Member, words: Words) -> str:
    role = f", {member.actor.role}," if member.actor.role else ""
    return words.ngettext(
        "%(name)s in %(num)s article",
        "%(name)s in %(num)s articles",
        len(member.articles),
        name=f"{member.actor.name}{role}",
    )
