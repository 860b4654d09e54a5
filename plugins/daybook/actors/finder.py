"""The actors of one article: all rules run, the longest answer wins, then names are brought together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from slugify import slugify

from daybook.actors import bylines, organisations, persons
from daybook.actors.folding import plain_fold
from daybook.actors.names import Names
from daybook.actors.overlap import longest
from daybook.actors.roles import Role, read_roles
from daybook.actors.rules import outlets, state_bodies, states, tagged, world_bodies
from daybook.actors.scene import Found, Rule, Scene
from daybook.content import apart
from daybook.content.authority import Authority
from daybook.values import Actor, CleanText, Mention, RawArticle

RULES: tuple[Rule, ...] = (
    world_bodies.find,
    state_bodies.find,
    outlets.find,
    states.find,
    tagged.find,
)
"""In order of trust: of two answers of one length the earlier rule's is heard."""


def find(
    raw: RawArticle, text: CleanText, names: Names, toponyms: tuple[Mention, ...], authority: Authority
) -> tuple[tuple[Actor, ...], tuple[Mention, ...]]:
    """The article's actors, in order of their first mention, and by offset all their mentions and those of its makers."""
    scene = Scene(raw.layer, text, names, toponyms)
    found = [
        body for body in longest([list(rule(scene)) for rule in RULES]) if _allowed(body, scene, authority)
    ]
    kept = apart.of(authority)
    told = organisations.acronyms(scene, found, kept)
    found = longest([list(organisations.spread(scene, told)), found])
    found, makers = bylines.split(scene, organisations.resolve(persons.resolve(found, kept), kept))
    roles = read_roles(scene, found)
    mentions = [_mention(scene, body, roles.get(body.start)) for body in found]
    mentions += [*makers, *bylines.dropped(scene)]
    return _actors(scene, found, roles), tuple(sorted(mentions, key=lambda mention: mention.start))


def _allowed(found: Found, scene: Scene, authority: Authority) -> bool:
    return scene.layer[found.start : found.end].casefold() not in authority.never and bool(actor_id(found))


def actor_id(found: Found) -> str:
    """ASCII slug of the canonical name, or the id that the rule gave."""
    return found.id or slugify(found.name, max_length=80)


def _mention(scene: Scene, found: Found, role: Role | None) -> Mention:
    words, sentence = scene.layer[found.start : found.end], scene.sentence_at(found.start)
    stated = role.words if role else ""
    return Mention("actor", actor_id(found), words, found.start, found.end, sentence, found.rule, stated)


def _actors(scene: Scene, found: Sequence[Found], roles: dict[int, Role]) -> tuple[Actor, ...]:
    groups: dict[str, list[Found]] = {}
    for body in found:
        groups.setdefault(actor_id(body), []).append(body)
    return tuple(_actor(key, group, scene, roles) for key, group in groups.items())


def _actor(key: str, group: Sequence[Found], scene: Scene, roles: dict[int, Role]) -> Actor:
    first = group[0]
    role = _best([roles[body.start] for body in group if body.start in roles])
    forms = {plain_fold(first.name): first.name}
    for body in group:
        words = " ".join(scene.layer[body.start : body.end].split())
        forms.setdefault(plain_fold(words), words)
    kind = Counter(body.kind for body in group).most_common(1)[0][0]
    country = first.country or (role.country if role else None)
    aliases = tuple(sorted(form for form in forms.values() if form != first.name))
    sure = round(max(body.seen.confidence if body.seen else 1.0 for body in group), 2)
    return Actor(key, first.name, kind, role.words if role else "", aliases, country, sure)


def _best(roles: Sequence[Role]) -> Role | None:
    """The fullest role stated, the earlier of two."""
    return max(roles, key=lambda role: (role.weight, len(role.words)), default=None)
