"""What one build knows, handed from `Site` to the reader and the generator in Pelican's settings."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from daybook.content.authority import Authority
from daybook.content.register import Register
from daybook.settings import Settings
from daybook.values import Article, Problem

if TYPE_CHECKING:  # a build of content alone does not load gazetteer and tagger
    from daybook.ingest import Report

KEY = "DAYBOOK_BUILD"


@dataclass
class Build:
    """One build: grows while Pelican runs."""

    content: Path
    """The folder content/."""
    settings: Settings
    authority: Authority = field(default_factory=Authority)
    register: Register = field(default_factory=Register)
    held: dict[str, Article] = field(default_factory=dict)
    """Path below content/ to article."""
    problems: list[Problem] = field(default_factory=list)
    """Of ingest, then of the files that could not be read."""
    report: Report | None = None
    """Of this build's ingest."""
    articles: int = 0
    """Articles that have a page."""
    pages: int = 0
    files: int = 0

    @property
    def seeds(self) -> Path:
        """The folder of raw articles, which a build of content alone does without."""
        return self.content.parent / self.settings.seeds
