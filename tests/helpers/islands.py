"""The data islands of a site whose address is known."""

from __future__ import annotations

import json

from helpers import pages
from helpers.archive import Archive


def islands(archive: Archive) -> int:
    """How many pages of the archive hold one, each of which has to be JSON."""
    archive.build("-o", "output.absolute", env={"SITEURL": "https://archive.example/x"})
    found = 0
    for page in pages.pages(archive.root / "output.absolute"):
        for script in pages.parsed(page).iter("script"):
            if "json" in (script.get("type") or ""):
                json.loads(script.text)
                found += 1
    return found
