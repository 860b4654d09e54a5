"""The compiled gazetteer's format: two tries of names and one file of columns, mapped or inflated at load.

`names.marisa` maps a folded name to (entry, form and warnings); `given.marisa` is the set of folded given names;
`entries.bin` is a zlib stream of a JSON head, one line, and the columns it lists.
"""

from __future__ import annotations

import json
import sys
import zlib
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import marisa_trie

from daybook.values import PlaceKind

RECORD: Final = "<IB"
KINDS: Final[tuple[PlaceKind, ...]] = ("city", "region", "country", "continent", "water", "site")

MAIN, ALTERNATE, CURATED, DEMONYM, ABBREVIATION, CORE = range(6)
"""Forms of a name: GeoNames' main name, another of GeoNames, one that a person put down, a word for the people,
an abbreviation, and a division's name without its type (`Tver` of Tver Oblast)."""
FORM: Final = 7
WORD_FLAG: Final = 8
"""The name is an ordinary English word as well."""
GIVEN_FLAG: Final = 16
"""The name is a given name as well."""
SURNAME_FLAG: Final = 32
"""The name is a frequent surname as well."""

_COLUMNS: Final = (
    ("gn", "I"),
    ("lat", "i"),
    ("lon", "i"),
    ("population", "I"),
    ("country", "H"),
    ("region", "I"),
    ("kind", "B"),
)
_SCALE: Final = 100_000


@dataclass(frozen=True, slots=True)
class Row:
    """One place before it is packed."""

    name: str
    kind: str
    country: str
    """ISO 3166-1 alpha-2, or empty."""
    lat: float
    lon: float
    gn: int = 0
    """GeoNames id, or 0."""
    population: int = 0
    region: int = 0
    """Index of its first-level division plus one; 0 where it has none."""
    id: str = ""
    """Own id where `gn` is 0."""


class Entries:
    """The columns, by entry number."""

    __slots__ = ("_blob", "_offsets", "columns", "countries", "ids")

    def __init__(
        self, columns: dict[str, array[int]], countries: list[str], ids: dict[int, str], names: bytes
    ):
        self.columns = columns
        self.countries = countries
        self.ids = ids
        self._blob = names
        self._offsets = columns["name"]

    def __len__(self) -> int:
        return len(self.columns["gn"])

    def name(self, entry: int) -> str:
        return self._blob[self._offsets[entry] : self._offsets[entry + 1]].decode()

    def point(self, entry: int) -> tuple[float, float]:
        """Latitude and longitude in degrees."""
        return self.columns["lat"][entry] / _SCALE, self.columns["lon"][entry] / _SCALE

    def country(self, entry: int) -> str:
        return self.countries[self.columns["country"][entry]]

    def id(self, entry: int) -> str:
        number = self.columns["gn"][entry]
        return f"gn:{number}" if number else self.ids[entry]

    def find(self, id: str) -> int | None:
        """The entry of an id; looks at all of them, so it is for a person's question."""
        own = next((entry for entry, each in self.ids.items() if each == id), None)
        digits = id.removeprefix("gn:")
        if (
            own is not None
            or digits == id
            or not (digits.isascii() and digits.isdigit() and len(digits) < 10)
        ):
            return own
        try:
            return self.columns["gn"].index(int(digits) or -1)
        except ValueError:
            return None


def pack(rows: Sequence[Row]) -> bytes:
    """All rows as the bytes of `entries.bin` before compression."""
    countries = sorted({row.country for row in rows} | {""})
    number = {code: k for k, code in enumerate(countries)}
    blob, offsets = bytearray(), array("I")
    for row in rows:
        offsets.append(len(blob))
        blob += row.name.encode()
    offsets.append(len(blob))
    columns = {
        "gn": array("I", (row.gn for row in rows)),
        "lat": array("i", (round(row.lat * _SCALE) for row in rows)),
        "lon": array("i", (round(row.lon * _SCALE) for row in rows)),
        "population": array("I", (row.population for row in rows)),
        "country": array("H", (number[row.country] for row in rows)),
        "region": array("I", (row.region for row in rows)),
        "kind": array("B", (KINDS.index(row.kind) for row in rows)),
    }
    head = {
        "rows": len(rows),
        "countries": countries,
        "ids": {str(k): row.id for k, row in enumerate(rows) if not row.gn},
        "names": len(blob),
    }
    parts = [json.dumps(head, sort_keys=True).encode() + b"\n"]
    parts += [_little(columns[name]).tobytes() for name, _ in _COLUMNS]
    parts += [_little(offsets).tobytes(), bytes(blob)]
    return b"".join(parts)


def unpack(data: bytes) -> Entries:
    """The reverse of `pack`."""
    line = data.index(b"\n")
    head = json.loads(data[:line])
    rows, at = head["rows"], line + 1
    columns: dict[str, array[int]] = {}
    for name, code, length in [(n, c, rows) for n, c in _COLUMNS] + [("name", "I", rows + 1)]:
        column = array(code)
        size = column.itemsize * length
        column.frombytes(data[at : at + size])
        columns[name] = _little(column)
        at += size
    ids = {int(k): v for k, v in head["ids"].items()}
    return Entries(columns, head["countries"], ids, data[at : at + head["names"]])


def _little(column: array[int]) -> array[int]:
    if sys.byteorder == "big":
        column = column[:]
        column.byteswap()
    return column


def load(folder: Path) -> tuple[marisa_trie.RecordTrie, marisa_trie.Trie, Entries]:
    """The three files of a compiled gazetteer."""
    names = marisa_trie.RecordTrie(RECORD)
    names.load(str(folder / "names.marisa"))
    given = marisa_trie.Trie()
    given.load(str(folder / "given.marisa"))
    return names, given, unpack(zlib.decompress((folder / "entries.bin").read_bytes()))
