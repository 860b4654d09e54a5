"""The actors of one article: all rules run, the longest answer wins, then names are brought together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from slugify import slugify

from daybook.actors import bylines, headlines, organisations, persons
from daybook.actors.folding import plain_fold
from daybook.actors.names import NameLabel, Names
from daybook.actors.overlap import longest
from daybook.actors.roles import Role, read_roles
from daybook.actors.rules import known, outlets, state_bodies, states, tagged, world_bodies
from daybook.actors.scene import Found, Rule, Scene
from daybook.content import apart
from daybook.content.authority import Authority
from daybook.values import Actor, CleanText, Mention, RawArticle, Rival

RULES: tuple[Rule, ...] = (
    known.find,
    world_bodies.find,
    state_bodies.find,
    outlets.find,
    states.find,
    tagged.find,
)
"""In order of trust: of two answers of one length the earlier rule's is heard."""

FAIR = 0.25
"""Share of the tagger's probability from which another kind is worth a person's look."""


def find(
    raw: RawArticle, text: CleanText, names: Names, toponyms: tuple[Mention, ...], authority: Authority
) -> tuple[tuple[Actor, ...], tuple[Mention, ...], tuple[Rival, ...]]:
    """The article's actors, in order of their first mention, by offset all their mentions and those of its makers, and
    what else the tagger took them for."""
    scene = Scene(raw.layer, text, names, toponyms, authority.actors)
    found = [
        body for body in longest([list(rule(scene)) for rule in RULES]) if _allowed(body, scene, authority)
    ]
    kept = apart.of(authority)
    found = organisations.told_apart(scene, found, kept)
    told = organisations.acronyms(scene, found, kept)
    found = longest([list(organisations.spread(scene, told)), found])
    found = organisations.resolve(scene, persons.resolve(scene, found, kept), kept)
    found, makers = bylines.split(scene, headlines.quieted(scene, found, kept))
    roles = read_roles(scene, found)
    mentions = [_mention(scene, body, roles.get(body.start)) for body in found]
    mentions += [*makers, *bylines.dropped(scene)]
    groups = _groups(found)
    who = tuple(_actor(key, group, scene, roles) for key, group in groups.items())
    rivals = tuple(rival for actor in who for rival in _rivals(actor, groups[actor.id]))
    return who, tuple(sorted(mentions, key=lambda mention: mention.start)), rivals


def _allowed(found: Found, scene: Scene, authority: Authority) -> bool:
    return scene.layer[found.start : found.end].casefold() not in authority.never and bool(actor_id(found))


def actor_id(found: Found) -> str:
    """ASCII slug of the canonical name, or the id that the rule gave."""
    return found.id or _slug(found.name)


@lru_cache(maxsize=1 << 14)
def _slug(name: str) -> str:
    return slugify(name, max_length=80)


def _mention(scene: Scene, found: Found, role: Role | None) -> Mention:
    words, sentence = scene.layer[found.start : found.end], scene.sentence_at(found.start)
    stated = role.words if role else ""
    return Mention("actor", actor_id(found), words, found.start, found.end, sentence, found.rule, stated)


def _groups(found: Sequence[Found]) -> dict[str, list[Found]]:
    """All that was found of each actor, by id."""
    groups: dict[str, list[Found]] = {}
    for body in found:
        groups.setdefault(actor_id(body), []).append(body)
    return groups


def _rivals(actor: Actor, group: Sequence[Found]) -> Iterator[Rival]:
    """Other kinds that the tagger gave a fair share, on average over the uses of a name."""
    seen = [body.seen for body in group if body.seen and body.seen.shares]
    kinds: tuple[NameLabel, ...] = ("organisation", "person", "place")
    for kind in kinds if len(seen) == len(group) else ():
        score = sum(span.share(kind) for span in seen) / len(seen)
        if kind != actor.kind and score >= FAIR:
            yield Rival(f"actor {actor.id}", actor.id, f"{actor.name} ({kind})", round(score, 2), "tagger")


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
