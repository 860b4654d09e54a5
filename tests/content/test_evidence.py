"""Evidence files, layers, records and the register's own rules."""

from __future__ import annotations

import gzip
import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daybook.content import evidence, files, layers, records
from daybook.content.evidence import Evidence, Facts, Layer
from daybook.content.horizon import horizon
from daybook.content.register import Merge, Register
from daybook.settings import Coverage
from daybook.values import Figure, Mention, Problem, Sentence, Span, Statement

EVIDENCE = Evidence(
    id="0123456789ab",
    layer=Layer("text/1", "ab" * 32, 3),
    title=Span(0, 4),
    paragraphs=(Span(5, 9), Span(11, 20)),
    sentences=(Sentence("s000000", 5, 9, 0),),
    mentions=(
        Mention("place", "gn:1", "Kyiv\u202e\ud800", 5, 9, "s000000", "gazetteer", "event"),
        Mention("actor", "x", "X", 0, 1, None, "r"),
    ),
    dropped=(Span(21, 22, "promo"), Span(23, 32, "promo", "Read also")),
    problems=(Problem("f", "date", "undated", "a", "b", "c"),),
    proof=(5, 7),
    facts=(("place gn:1", Facts(0.9, 12)),),
    statements=(
        Statement("state:UA", "reported", ((5, 9),), "s000001", "clause-behind", (3, 4), (0, 2)),
        Statement("state:UA", "quoted", ((9, 10), (11, 12)), "s000001", "goes-on"),
    ),
    figures=(
        Figure(1, 3, "12", "killed", None),
        Figure(
            5, 9, "770", "money", "s000001", "range", "800", "FRF", (9, 10), (0, 2), "state:UA", "gn:1", True
        ),
    ),
)


def test_evidence_comes_back_with_one_fact_a_line() -> None:
    data = evidence.write(EVIDENCE)
    assert evidence.read(data, "f") == EVIDENCE
    assert data.count(b"\n") == 25
    assert b'"words": "Kyiv\\u202e\\ud800"' in data


def test_no_evidence_at_all_comes_back() -> None:
    bare = Evidence("0123456789ab", Layer("text/1", ""), None, (), (), (), (), ())
    assert evidence.read(evidence.write(bare), "f") == bare


@pytest.mark.parametrize(
    "data", [b"", b"{}", b"[]", b"null", b"\xff", b"[" * 100_000, b'{"id": 1, "layer": 2}']
)
def test_what_is_no_evidence_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="expected an evidence file"):
        evidence.read(data, "f")


@given(st.lists(st.dictionaries(st.text(max_size=8), st.text(max_size=8), max_size=3), max_size=5))
def test_records_are_sorted_lines_that_come_back(rows: list[dict[str, str]]) -> None:
    data = records.to_lines(rows)
    lines = data.decode().split("\n")[:-1]
    assert lines == sorted(lines)
    assert len(lines) == len({tuple(row.items()) for row in rows})
    assert all(json.loads(line) in rows for line in lines)
    assert not {"\u202e", "\u2028", "\x85", "\x7f", "\x00"} & set(data.decode())


def test_a_layer_is_kept_where_a_seed_does_not_give_it(tmp_path: Path) -> None:
    assert layers.save(tmp_path, "0123456789ab", "trafilatura/2", "Text é\n")
    path = tmp_path / "layers/0123456789ab.txt.gz"
    first = path.read_bytes()
    assert gzip.decompress(first).decode() == "Text é\n"
    assert layers.load(tmp_path, "0123456789ab") == "Text é\n"
    assert not layers.save(tmp_path, "0123456789ab", "trafilatura/2", "Text é\n")
    path.unlink()
    layers.save(tmp_path, "0123456789ab", "trafilatura/2", "Text é\n")
    assert path.read_bytes() == first
    assert layers.save(tmp_path, "0123456789ab", "text/1", "Text é\n")
    assert layers.load(tmp_path, "0123456789ab") is None


@pytest.mark.parametrize("path", ["../x", "/x", "a/../b", "a//b", "é", "a/" * 60 + "b", ".", ""])
def test_no_path_leaves_its_folder(tmp_path: Path, path: str) -> None:
    with pytest.raises(ValueError, match="not a path below"):
        files.below(tmp_path, path)


def test_a_file_is_written_only_where_bytes_differ(tmp_path: Path) -> None:
    path = tmp_path / "a/b.md"
    assert files.write(path, b"one")
    seen = path.stat().st_mtime_ns
    assert not files.write(path, b"one")
    assert path.stat().st_mtime_ns == seen
    assert files.write(path, b"two")
    assert [p.name for p in path.parent.iterdir()] == ["b.md"]


def test_redirects_never_chain_and_a_live_address_has_none() -> None:
    register = Register()
    register.redirect("a", "b")
    register.redirect("b", "c")
    assert register.redirects == {"a": "c", "b": "c"}
    register.redirect("c", "a")
    assert register.redirects == {"b": "a", "c": "a"}


def test_a_ring_of_merges_ends() -> None:
    register = Register(merges={("actor", a): Merge("actor", a, b, "") for a, b in ("ab", "bc", "ca")})
    assert register.successor("actor", "a") in {"a", "b", "c"}
    assert register.successor("place", "a") == "a"


@pytest.mark.parametrize(
    ("days", "coverage", "last"),
    [
        ([], "..", None),
        (["2099-01-01"], "..2022-03-31", "2022-03-31"),
        (["2022-03-03"], "..", "2022-03-03"),
        (["2022-03-03", "2022-12-01", "2023-11-01"], "..", "2023-11-01"),
        (["2022-03-01", "2022-03-03", "2099-01-01", "2099-01-02"], "..", "2022-03-03"),
        (["1987-03-01", "2022-03-02", "2022-03-03"], "..", "2022-03-03"),
    ],
)
def test_the_future_is_told_without_a_clock(days: list[str], coverage: str, last: str | None) -> None:
    found = horizon(map(date.fromisoformat, days), Coverage.parse(coverage))
    assert (found.isoformat() if found else None) == last
