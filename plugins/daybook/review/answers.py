"""The answers that a person can give: each as a command, and as a line of YAML where it can be written by hand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from daybook.content.authority import Authority
from daybook.content.slugs import slug
from daybook.digest import Digest
from daybook.review.holdings import Holdings
from daybook.review.items import Choice
from daybook.values import Actor, ActorKind, PlaceKind

_MARKS = frozenset('<>“”"[]{}')
_OPTIONS = frozenset({"--instead", "--name", "--kind"})


def is_plain(name: str) -> bool:
    """Whether a name can stand in a file as it is: no marks of quoting or markup in it, no number at its end."""
    return _MARKS.isdisjoint(name) and not name[-1:].isdigit()


def day(holdings: Holdings, article: Digest, value: str, says: str) -> Choice:
    """The article is of this ISO day; said of the day that it has already, it stands for ever."""
    file = holdings.files[article.id]
    return Choice(
        says, _command(holdings, "set", file, "date", value), "date: ", date.fromisoformat(value), file
    )


def day_by_hand(holdings: Holdings, article: Digest, says: str) -> Choice:
    """The article is of a day that only a person knows."""
    return Choice(says, key="date: ", value="YYYY-MM-DD", file=holdings.files[article.id])


def no_day(holdings: Holdings, article: Digest, says: str) -> Choice:
    """A person looked, and nothing tells the article's day."""
    return Choice(says, _command(holdings, "set", holdings.files[article.id], "date", "none"))


def place_of_name(holdings: Holdings, id: str, place_name: str, words: str, says: str) -> Choice:
    """Wherever the archive has these words, they mean this place."""
    entry = _place_entry(holdings.authority, id, place_name, words)
    return _entry(holdings, "places", ("same", id, words), entry, says)


def place_of_ones_own(holdings: Holdings, words: str, kind: PlaceKind, says: str) -> Choice:
    """These words mean a place that only a person knows; what is in capitals is to be filled in, and is refused as it is."""
    id = f"my:{slug(words, 80) or 'place'}"
    entry = {"id": id, "name": words, "kind": kind, "country": "XX", "lat": "LATITUDE", "lon": "LONGITUDE"}
    return Choice(says, key="- ", value=entry, file=_authority(holdings, "places"))


def not_place(holdings: Holdings, words: str, id: str, says: str) -> Choice:
    """These words never mean this place."""
    return _listed(holdings, "apart", ("not-same", words, id), [words, id], says)


def place_here(holdings: Holdings, article: Digest, id: str, instead: str, says: str) -> Choice:
    """In this one article it is another place."""
    words = ("add", "--instead", instead, holdings.files[article.id], "place", id)
    return Choice(says, _command(holdings, *words))


def same_actor(holdings: Holdings, one: Actor, other: Actor, says: str) -> Choice:
    """Two actors are one, and go by the name of the first."""
    entry = _actor_entry(holdings.authority, one, (other.name,))
    return _entry(holdings, "actors", ("same", one.id, other.id), entry, says)


def other_actor(holdings: Holdings, one: Actor, other: Actor, says: str) -> Choice:
    """Two actors are two."""
    return _listed(holdings, "apart", ("not-same", one.id, other.id), [one.id, other.id], says)


def actor(holdings: Holdings, known: Actor, kind: ActorKind, says: str) -> Choice:
    """The actor is one, goes by this name, and is of this kind."""
    command = ("actor", "--name", known.name, "--kind", kind, known.id)
    entry = _actor_entry(holdings.authority, replace(known, kind=kind))
    return _entry(holdings, "actors", command, entry, says)


def no_name(holdings: Holdings, words: str, says: str) -> Choice:
    """These words are no name at all."""
    return _listed(holdings, "never", ("never", words), words, says)


def _command(holdings: Holdings, name: str, *words: str) -> tuple[str, ...]:
    """The words of a command, its options with their values first; none where one of them cannot be seen, and so could
    not be checked before it is run."""
    where = () if holdings.content == "content" else ("--content", holdings.content)
    at = 0
    while at < len(words) and words[at] in _OPTIONS:
        at += 2
    guard = ("--",) if any(word.startswith("-") for word in words[at:]) else ()
    made = ("daybook", name, *where, *words[:at], *guard, *words[at:])
    return made if all(word.isprintable() for word in made) else ()


def _entry(
    holdings: Holdings, name: str, command: tuple[str, ...], entry: Mapping[str, object], says: str
) -> Choice:
    """A choice that is an entry of a file of authority; one that is there already is replaced by it."""
    known: Iterable[object] = getattr(holdings.authority, name)
    there = any(getattr(each, "id", None) == entry["id"] for each in known)
    file = _authority(holdings, name) + (f", in place of the entry {entry['id']}" if there else "")
    return Choice(says, _command(holdings, *command), "- ", dict(entry), file)


def _listed(holdings: Holdings, name: str, command: tuple[str, ...], entry: object, says: str) -> Choice:
    """A choice that is a line of a plain list of authority."""
    return Choice(says, _command(holdings, *command), "- ", entry, _authority(holdings, name))


def _authority(holdings: Holdings, name: str) -> str:
    return str(Path(holdings.content) / "authority" / f"{name}.yaml")


def _place_entry(authority: Authority, id: str, name: str, words: str) -> dict[str, object]:
    known = next((entry for entry in authority.places if entry.id == id), None)
    aliases = known.aliases if known else ()
    named = known.name if known else name
    entry: dict[str, object] = {"id": id, "name": named}
    if more := [each for each in dict.fromkeys((*aliases, words)) if each != named]:
        entry["aliases"] = more
    return entry | _kept(known, ("kind", "country", "lat", "lon"))


def _actor_entry(authority: Authority, actor: Actor, names: tuple[str, ...] = ()) -> dict[str, object]:
    known = next((entry for entry in authority.actors if entry.id == actor.id), None)
    named = known.name if known else actor.name
    entry: dict[str, object] = {"id": actor.id, "name": named, "kind": known.kind if known else actor.kind}
    if more := [each for each in dict.fromkeys((*(known.aliases if known else ()), *names)) if each != named]:
        entry["aliases"] = more
    return entry | _kept(known, ("role", "country"))


def _kept(known: object, keys: tuple[str, ...]) -> dict[str, object]:
    """What the entry that is there says besides."""
    return {key: found for key in keys if (found := getattr(known, key, None)) not in (None, "")}
