"""Each address is written once, below its root, and nowhere else."""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daybook.publish.tree import LONGEST, AddressError, Tree

SHARED = Path(os.environ.get("DAYBOOK_SHARED", Path(__file__).parents[3] / "shared"))
PATHS = SHARED / "data" / "hostile" / "paths.txt"

BAD = [
    "", ".", "..", "/etc/passwd", "../x", "a/../x", "a/../../x", "a//b", "a/", "./a", "a/.b", ".htaccess", "a\\..\\x",
    "C:/x", "//host/x", "a\0b", "a\n", "~/x", "é.html", "a b", "a%2e%2e/x", "x" * (LONGEST + 1), "\uff0e\uff0e/x",
]  # fmt: skip


@pytest.mark.parametrize("address", BAD)
def test_an_address_that_leaves_the_root_or_is_not_portable_is_refused(tmp_path: Path, address: str) -> None:
    with pytest.raises(AddressError):
        Tree(tmp_path).write(address, "x")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not PATHS.is_file(), reason="the public list of hostile paths is not at hand")
def test_public_paths_stay_below_the_root(tmp_path: Path) -> None:
    root = tmp_path / "root"
    root.mkdir()
    _try_all(root, PATHS.read_text("utf-8", "replace").splitlines())
    assert [p.name for p in tmp_path.iterdir()] == ["root"]


@given(st.lists(st.text("ab./\\~:\0 \n%-_0Zé", max_size=12), max_size=8))
def test_whatever_the_address_all_stays_below_the_root(addresses: list[str]) -> None:
    with TemporaryDirectory() as folder:
        root = Path(folder) / "root"
        root.mkdir()
        written = _try_all(root, addresses)
        assert [p.name for p in Path(folder).iterdir()] == ["root"]
        assert sum(p.is_file() for p in root.rglob("*")) == len(written)


def test_an_address_is_claimed_once_in_whatever_case(tmp_path: Path) -> None:
    tree = Tree(tmp_path)
    tree.claim("places/Kyiv.html")
    with pytest.raises(AddressError, match="once"):
        tree.claim("places/kyiv.html")
    assert len(tree) == 1
    assert "PLACES/Kyiv.html" in tree


def test_a_file_is_put_in_a_second_tree_as_it_is(tmp_path: Path) -> None:
    one, two = Tree(tmp_path / "one"), Tree(tmp_path / "two")
    written = one.write("places/kyiv.html", "words")
    linked = two.link("places/kyiv.html", Path(written))
    assert Path(linked).read_bytes() == b"words"
    assert Path(linked).stat().st_mtime_ns == Path(written).stat().st_mtime_ns
    for address in ("../kyiv.html", "/kyiv.html"):
        with pytest.raises(AddressError):
            two.link(address, Path(written))
    with pytest.raises(AddressError, match="once"):
        two.write("places/kyiv.html", "other words")
    assert Path(written).read_bytes() == b"words"
    with pytest.raises(AddressError, match="once"):
        two.link("places/kyiv.html", Path(written))
    with pytest.raises(FileNotFoundError):
        two.link("places/lviv.html", Path("nowhere"))


def _try_all(root: Path, addresses: list[str]) -> list[str]:
    """Write what is not refused, and give it; a file where a folder is needed is an error of its own."""
    tree, written = Tree(root), []
    for address in addresses:
        try:
            tree.write(address, "x")
        except (AddressError, OSError):
            continue
        except Exception as error:
            if type(error).__name__ != "WriteError":
                raise
            continue
        written.append(address)
    return written
