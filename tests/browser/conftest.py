"""The site of this project's seeds as three readers meet it: from disk, from a domain's root, from below a path."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from helpers.archive import Archive
from helpers.server import serve

ADDRESSES = ("file", "root", "repo")


@pytest.fixture(scope="session")
def root_address(five: Archive) -> Iterator[str]:
    """Served at a domain's root."""
    with serve(five.output) as address:
        yield address


@pytest.fixture(scope="session")
def repo_address(five: Archive) -> Iterator[str]:
    """Served below /repo/, as GitHub Pages serves a project."""
    with serve(five.output, "/repo/") as address:
        yield address


@pytest.fixture(scope="session")
def addresses(five: Archive, root_address: str, repo_address: str) -> dict[str, str]:
    """The site's three addresses, each with a slash at its end."""
    return {"file": five.output.as_uri() + "/", "root": root_address, "repo": repo_address}
