from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from helpers.archive import Archive
from proof.whole import made


@pytest.fixture(scope="session")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """An archive that no test changes."""
    return made(tmp_path_factory.mktemp("whole"))


@pytest.fixture
def archive(whole: Archive, tmp_path: Path) -> Archive:
    """A copy that a test may spoil."""
    shutil.copytree(whole.root, tmp_path / "archive")
    return Archive(tmp_path / "archive")
