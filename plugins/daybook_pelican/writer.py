"""Writes the pages of Daybook, and leaves to Pelican what other plugins write."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pelican.plugins import signals
from pelican.writers import Writer

from daybook.publish import Tree


class SiteWriter(Writer):  # type: ignore[misc]
    """Pelican's writer with a second door, for files whose text is already there."""

    def __init__(self, output_path: str, settings: dict[str, Any] | None = None) -> None:
        super().__init__(output_path, settings=settings)
        self.tree = Tree(Path(output_path))

    def write_text(self, address: str, text: bytes | str, context: dict[str, Any] | None = None) -> None:
        """Write one file, and tell other plugins of a page as Pelican does.

        Raises AddressError where the address is taken or leaves the output, WriteError where the disk refuses.
        """
        path = self.tree.write(address, text)
        self._written_files.add(str(path))
        if context is not None:
            signals.content_written.send(str(path), context=context)
