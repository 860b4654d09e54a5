"""An article as it stands in its file: entries that a machine and a person both write."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias

from daybook.content.fingerprints import Fingerprints, fingerprint
from daybook.values import Withdrawn

Scalar: TypeAlias = "str | float | date | None"
Entry: TypeAlias = "dict[str, Scalar | list[str]]"
"""One line of `places`, `actors` or `dated`."""

NAME_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9:._/-]{0,199}")
"""What an id of a place or actor may look like."""
COUNTRY = re.compile(r"[A-Z]{2}")

SCALARS = ("title", "date", "dated", "lead")
SOURCE = ("outlet", "agency", "byline", "url")
TAIL = ("dateline", "lang", "dir")

KEYS: tuple[str, ...] = (*SCALARS, *(f"source.{key}" for key in SOURCE), *TAIL)
"""The entries of one value each, in the order of the file. A `source.` entry stands inside of `source`."""


@dataclass(frozen=True, slots=True)
class ArticleFile:
    """All that `<slug>.md` holds."""

    id: str
    slug: str
    values: dict[str, Scalar | Entry]
    """One for each of `KEYS`."""
    places: dict[str, Entry]
    """By id, in the order of the file; each with its `id`."""
    actors: dict[str, Entry]
    seed_path: str
    seed_sha256: str
    body: tuple[str, ...]
    """Paragraphs, as Markdown."""
    prints: Fingerprints = field(default_factory=Fingerprints)
    rejected: tuple[str, ...] = ()
    """What a person deleted: `actor congress`, sorted."""
    withdrawn: Withdrawn | None = None
    """That a person took the article back."""

    @property
    def day(self) -> date | None:
        found = self.values["date"]
        return found if isinstance(found, date) else None

    def entries(self) -> Iterator[tuple[str, object]]:
        """Each entry as its fingerprint calls it (`title`, `place gn:703448`, …), in the order of the file."""
        yield from self.values.items()
        for kind, held in (("place", self.places), ("actor", self.actors)):
            for id, entry in held.items():
                yield f"{kind} {id}", entry

    def by_hand(self) -> tuple[str, ...]:
        """The entries that a person wrote: they bear no fingerprint of the machine's."""
        prints = self.prints.entries
        return tuple(key for key, entry in self.entries() if prints.get(key) != fingerprint(entry))

    def edited(self) -> frozenset[int]:
        """The paragraphs that are not as the machine wrote them, by their numbers."""
        prints = {*self.prints.body}
        return frozenset(n for n, text in enumerate(self.body) if fingerprint(text) not in prints)
