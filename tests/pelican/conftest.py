"""Archives to build."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.small_archive import Archive


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    """A small archive, not built yet."""
    return Archive.small(tmp_path)
