"""What one build knows, handed from `Site` to the reader and the generator in Pelican's settings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from daybook.memory import STORIES
from daybook.settings import Settings
from daybook.stamps import Stamp, print_of, stamp
from daybook.values import Problem

if TYPE_CHECKING:  # where nothing changed, nothing more is loaded
    from daybook.content.authority import Authority
    from daybook.content.register import Register
    from daybook.ingest import Report

KEY = "DAYBOOK_BUILD"
FILES = "site"
"""Of the cache: what was written, and what it shows."""


@dataclass
class Build:
    """One build: grows while Pelican runs."""

    content: Path
    """The folder content/."""
    settings: Settings
    output: Path
    """As it is before this build; its files are taken over where they would be the same."""
    print: str
    """Of code, theme and settings: what was kept under another one is of no use."""
    stamps: Mapping[str, Stamp]
    """Of all files below content/ as this build met them, by their paths there."""
    alone: bool = True
    """Whether Daybook's code alone makes the pages; else nothing is taken over, and other plugins see articles and pages."""
    authority: Authority = field(init=False)
    """It and the next are there once they are asked for by `load`."""
    register: Register = field(init=False)
    problems: list[Problem] = field(default_factory=list)
    """Of ingest, then of the files that could not be read."""
    layers: tuple[tuple[str, Stamp | None], ...] = ()
    """Files of raw texts that pages show, and what this build wrote into the register; from the project's folder, with their stamps."""
    report: Report | None = None
    """Of this build's ingest."""
    articles: int = 0
    """Articles that have a page."""
    pages: int = 0
    files: int = 0

    def load(self) -> None:
        """Read what the whole archive needs to know. Raises SettingError."""
        from daybook.content import authority, register

        self.authority = authority.load(self.content / "authority")
        self.register = register.load(self.content)
        self.problems = list(self.register.problems)

    def remember(self, stories: Mapping[str, str]) -> None:
        """Keep the slugs of stories in the register, where a build may write to content/: where it ingests as well. Raises WriteError."""
        from daybook.content import files, register

        if self.settings.ingest and stories != self.register.stories:
            with files.alone(self.content):
                register.remember_stories(self.content, stories)
        self.layers += ((f"{self.content.name}/{STORIES}", stamp(self.content / STORIES)),)

    @property
    def seeds(self) -> Path:
        """The folder of raw articles, which a build of content alone does without."""
        return self.content.parent / self.settings.seeds

    @property
    def cache(self) -> Path:
        """What builds of this output keep for one another; it may always be thrown away."""
        return self.content.parent / "build" / "cache" / print_of(self.output.resolve()).hex()[:12]

    @property
    def spool(self) -> Path:
        """A folder of this build alone, gone with it."""
        return self.cache / "spool"
