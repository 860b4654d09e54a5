"""Places: which names mean one, which never do, and what one is called."""

from __future__ import annotations

from daybook.content import apart
from daybook.content.authority import AuthorityPlace
from daybook.corrections import knowledge
from daybook.corrections.desk import Desk
from daybook.corrections.known import Met
from daybook.corrections.which import is_place_id
from daybook.corrections.yaml_list import Value
from daybook.errors import SettingError


def same(desk: Desk, place: Met, names: tuple[str, ...]) -> None:
    """Each name means that place alone, wherever articles have it."""
    for name in names:
        if is_place_id(name):
            raise SettingError(
                f"{name}: expected a name, found the id of a place; ids of a gazetteer stay two, but a name can mean one of them"
            )
        for at, entry in enumerate(desk.entries("places")):
            if entry["id"] != place.id and name in entry.get("aliases", []):
                desk.drop("places", at, "aliases", [name])
                desk.say(f"{desk.path('places')}: {name} does not mean {entry['id']} any more")
        desk.reunite({apart.label(place.id)}, {apart.label(name)})
    _write(desk, place, names)


def not_same(desk: Desk, name: str, place: Met) -> None:
    """That name never means that place."""
    number = desk.find("places", "id", place.id)
    if number is not None:
        held = desk.entries("places")[number].get("aliases", [])
        gone = [alias for alias in held if apart.label(alias) == apart.label(name)]
        desk.drop("places", number, "aliases", gone)
        desk.said += [f"{desk.path('places')}: {alias} does not mean {place.id} any more" for alias in gone]
    pair = [name, place.id]
    if not any(
        {apart.label(e) for e in held} == {apart.label(e) for e in pair} for held in desk.entries("apart")
    ):
        desk.add("apart", pair)


def rename(desk: Desk, place: Met, name: str) -> None:
    """The place is called so from now on. The gazetteer still knows it by its other names."""
    number = desk.find("places", "id", place.id)
    if number is not None and name in desk.entries("places")[number].get("aliases", []):
        desk.drop("places", number, "aliases", [name])
    facts = _facts(place) if number is None else {}
    desk.upsert("places", number, {"id": place.id, "name": name} | facts)


def entry(desk: Desk, given: dict[str, Value]) -> None:
    """An entry of one's own, or more of the one with this id. Raises SettingError where its id should be the gazetteer's
    and is not."""
    from daybook.places import entries  # here, as few corrections need the gazetteer

    knowledge.entry(desk, "places", given)
    number = desk.find("places", "id", given["id"])
    assert number is not None
    held = desk.entries("places")[number]
    made = AuthorityPlace(**held | {"aliases": tuple(held.get("aliases", ()))})
    entries.check(made, str(desk.path("places")))


def _facts(place: Met) -> dict[str, Value]:
    """What an entry must say of a place that the articles have and the gazetteer lacks."""
    from daybook.places.gazetteer import gazetteer

    if gazetteer().by_id(place.id) is not None:
        return {}
    point = {key: float(found) for key in ("lat", "lon") if (found := place.entry.get(key)) is not None}
    return {"kind": place.kind, "country": place.country, **point}


def _write(desk: Desk, place: Met, names: tuple[str, ...]) -> None:
    number = desk.find("places", "id", place.id)
    name = desk.entries("places")[number]["name"] if number is not None else place.name
    wanted = [each for each in dict.fromkeys(names) if each != name]
    facts = _facts(place) if number is None else {}
    desk.upsert("places", number, {"id": place.id, "name": name, "aliases": wanted} | facts)
