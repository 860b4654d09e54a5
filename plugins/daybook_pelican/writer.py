"""Writes the pages of Daybook, and leaves to Pelican what other plugins write."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pelican.writers import Writer

from daybook.publish import Tree


class SiteWriter(Writer):  # type: ignore[misc]
    """Pelican's writer with the tree of Daybook's own files beside it."""

    def __init__(self, output_path: str, settings: dict[str, Any] | None = None) -> None:
        super().__init__(output_path, settings=settings)
        self.tree = Tree(Path(output_path))

    def note(self, address: str) -> None:
        """Tell Pelican of a file that is written. Raises AddressError where the address was told before."""
        self.tree.claim(address)
        self._written_files.add(f"{self.tree.root}/{address}")
