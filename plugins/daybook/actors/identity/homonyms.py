"""The names of the archive, homonyms told apart: two bearers of one name who hold offices of two states are two."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from daybook.actors.folding import plain_fold
from daybook.actors.identity.links import Key, Node, shouted
from daybook.draft import Draft
from daybook.values import Actor, ActorKind


@dataclass(slots=True)
class _Use:
    """All uses of one name."""

    spellings: Counter[str] = field(default_factory=Counter)
    kinds: Counter[ActorKind] = field(default_factory=Counter)
    acronyms: set[str] = field(default_factory=set)
    forms: set[str] = field(default_factory=set)
    articles: int = 0
    id: str = ""


def nodes(drafts: Sequence[Draft]) -> dict[tuple[int, str], Node]:
    """The node of each actor of each draft, by the draft's number and the actor's id."""
    elsewhere = _second_bearers(drafts)
    keys: dict[tuple[int, str], Key] = {}
    uses: defaultdict[Key, _Use] = defaultdict(_Use)
    for number, draft in enumerate(drafts):
        counts = Counter(mention.target for mention in draft.mentions if mention.kind == "actor")
        for actor in draft.actors:
            name = name_key(actor)
            bearer = office(actor) if (name, office(actor)) in elsewhere else ""
            key = keys[number, actor.id] = Key(name, bearer)
            _count(uses[key], actor, max(1, counts[actor.id]))
    made = {key: _node(key, use) for key, use in uses.items()}
    return {where: made[key] for where, key in keys.items()}


def name_key(actor: Actor) -> str:
    """The letters of its name, or its given id where it is a state."""
    return actor.id if actor.kind == "state" else plain_fold(actor.name) or actor.id


def office(actor: Actor) -> str:
    """The state whose office a person is said to hold; empty where none is."""
    return actor.country or "" if actor.kind == "person" and " of " in actor.role else ""


def _second_bearers(drafts: Sequence[Draft]) -> frozenset[tuple[str, str]]:
    """Names with the state of every bearer but the one who is met in most articles."""
    states: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for draft in drafts:
        for actor in draft.actors:
            if office(actor):
                states[name_key(actor)][office(actor)] += 1
    return frozenset(
        (name, state)
        for name, counts in states.items()
        for state, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[1:]
    )


def _count(use: _Use, actor: Actor, mentions: int) -> None:
    use.spellings[actor.name] += mentions
    use.kinds[actor.kind] += mentions
    use.articles += 1
    use.id = actor.id if ":" in actor.id else ""
    if actor.kind == "organisation":
        use.forms.update(actor.aliases)
    use.acronyms.update(form.replace(".", "") for form in actor.aliases if _is_acronym(form))


def _is_acronym(form: str) -> bool:
    letters = form.replace(".", "")
    return 2 <= len(letters) <= 8 and letters.isalpha() and letters.isupper()


def _node(key: Key, use: _Use) -> Node:
    name, _ = min(use.spellings.items(), key=lambda item: (shouted(item[0]), -item[1], item[0]))
    kind, _ = min(use.kinds.items(), key=lambda item: (-item[1], item[0]))
    return Node(
        key, name, kind, sum(use.spellings.values()), use.articles,
        tuple(sorted(use.acronyms)), use.id, tuple(sorted(use.forms)),
    )  # fmt: skip
