"""What a page weighs when a reader comes to it first: all that it loads on its own, as a host sends it."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser

from helpers.server import serve

PACKED = {".woff2", ".gz", ".png", ".zip"}
"""Of files that are compressed in themselves."""


@contextmanager
def scales(browser: Browser, output: Path) -> Iterator[Scales]:
    """Scales for the pages of a site."""
    asked: list[str] = []
    with serve(output, asked=asked) as address:
        yield Scales(browser, output, address, asked)


class Scales:
    """Weighs pages of a site, each as if no page had been read before."""

    def __init__(self, browser: Browser, output: Path, address: str, asked: list[str]) -> None:
        self._browser, self._output, self._address, self._asked = browser, output, address, asked

    def weigh(self, page: str, width: int = 1440) -> dict[str, int]:
        """Bytes of each file that the page at this address loads, gzipped."""
        self._asked.clear()
        context = self._browser.new_context(viewport={"width": width, "height": 900}, service_workers="block")
        opened = context.new_page()
        opened.goto(self._address + page, wait_until="networkidle")
        context.close()
        return {name: sent(self._output / name) for name in dict.fromkeys(self._asked)}


def sent(path: Path) -> int:
    """Bytes of a file as a host sends it."""
    data = path.read_bytes()
    return len(data) if path.suffix in PACKED else len(gzip.compress(data, 6))
