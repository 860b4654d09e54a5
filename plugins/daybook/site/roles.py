"""The roles that articles state of an actor, each with the sentences and days that do."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from daybook.content.convert import BY_HAND
from daybook.digest import Digest
from daybook.values import Actor

_ARTICLE = re.compile(r"^(?:the|an?) ")


@dataclass(frozen=True, slots=True)
class Said:
    """A role as one article states it."""

    role: str
    sentence: str | None
    """Id of the first sentence that states it; None where a person wrote it into the article's file."""


@dataclass(frozen=True, slots=True)
class Where:
    """An article that states a role."""

    day: date | None
    article: str
    """Its id."""
    sentence: str | None


@dataclass(frozen=True, slots=True)
class Role:
    """A role over the whole archive; forms that differ in case, spacing or a leading article alone are one."""

    role: str
    """The form most often stated."""
    articles: int
    first: Where
    """The first article that states it, the undated last."""
    last: Where
    """The last dated one; the first where none is dated."""


def stated(actor: Actor, roles: Iterable[tuple[str, str | None]]) -> tuple[Said, ...]:
    """The roles that one article states of an actor; what a person wrote is all there is.

    `roles` are those of its mentions in the text's order, each with its sentence.
    """
    found: dict[str, Said] = {}
    for role, sentence in roles:
        if role:
            found.setdefault(_key(role), Said(role, sentence))
    if actor.why == BY_HAND or not found:
        own = found.get(_key(actor.role))
        return (own or Said(actor.role, None),) if actor.role else ()
    return tuple(found.values())


def roles(pairs: Iterable[tuple[Digest, Actor]]) -> tuple[Role, ...]:
    """Each role of one actor, newest first. `pairs`: its articles, oldest first, the undated last."""
    held: dict[str, list[tuple[str, Where]]] = {}
    for article, actor in pairs:
        day = article.date.value if article.date else None
        for said in stated(actor, article.of(actor.id).roles):
            held.setdefault(_key(said.role), []).append((said.role, Where(day, article.id, said.sentence)))
    found = [_role(said) for said in held.values()]
    return tuple(sorted(found, key=lambda r: (-(r.last.day or date.min).toordinal(), -r.articles, r.role)))


def usual(found: Sequence[Role]) -> str:
    """The role that most articles state, the newer of equals; empty where none is stated."""
    return max(found, key=lambda r: r.articles).role if found else ""


def _role(said: list[tuple[str, Where]]) -> Role:
    forms = Counter(role for role, _ in said)
    places = [where for _, where in said]
    dated = [where for where in places if where.day]
    usual_form = min(forms, key=lambda form: (-forms[form], form))
    return Role(usual_form, len(said), places[0], dated[-1] if dated else places[0])


@lru_cache(1 << 16)
def _key(role: str) -> str:
    return _ARTICLE.sub("", " ".join(role.split()).casefold())
