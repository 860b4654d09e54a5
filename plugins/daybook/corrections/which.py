"""What a person speaks of: an actor, or a place, by id or by name."""

from __future__ import annotations

from daybook.corrections.known import Known, Met
from daybook.errors import SettingError


def is_place_id(given: str) -> bool:
    """`gn:703448`, `iso:UA-23`, `my:checkpoint-4`; `state:UA` is an actor."""
    head, _, rest = given.partition(":")
    return bool(rest) and head.isalnum() and head.islower() and head != "state" and " " not in given


def place(known: Known, given: str) -> Met:
    """A place of the archive by id or name, or of the gazetteer by its id. Raises SettingError."""
    met = known.places.get(given) if is_place_id(given) else known.place(given)
    if met and "lat" in met.entry:
        return met
    from daybook.places.gazetteer import gazetteer  # here, as few corrections need it

    entry = gazetteer().by_id(met.id if met else given)
    if entry is None:
        if met:
            return met
        raise SettingError(
            f"{given}: expected a place of this archive or of the gazetteer, found none; add one by daybook place"
        )
    met = met or Met(entry.id, entry.name, entry.kind)
    met.country = met.country or entry.country or None
    met.entry |= {"region": entry.region_name, "lat": entry.lat, "lon": entry.lon}
    return met


def which(known: Known, given: str, unseen: bool = False) -> tuple[str, Met]:
    """`place` or `actor`, and what it is. Raises SettingError where neither or both have the name."""
    if is_place_id(given):
        return "place", place(known, given)
    if given in known.actors:
        return "actor", known.actors[given]
    found = known.named("place", given), known.named("actor", given)
    if all(found):
        told = ", ".join(str(met) for each in found for met in each)
        raise SettingError(f"{given}: expected the name of one alone, found {told}; name it by its id")
    return ("place", known.place(given)) if found[0] else ("actor", known.actor(given, unseen))
