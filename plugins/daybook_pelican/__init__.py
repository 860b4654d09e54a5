"""The adapter between Daybook and Pelican: reads front matter, renders the pages of `daybook.site`, publishes whole.

    PLUGINS = [daybook_pelican]
    PELICAN_CLASS = daybook_pelican.Site

`Site` holds one build together (settings, lock, ingest, swap); the signals connect the rest to Pelican's own doors.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pelican.plugins import signals

from daybook_pelican.site import Site

if TYPE_CHECKING:
    from pelican.generators import Generator
    from pelican.readers import Readers
    from pelican.writers import Writer

__all__ = ["Site", "register"]


def register() -> None:
    """Called by Pelican; only connects, since Pelican logs what fails here and goes on."""
    signals.readers_init.connect(_readers)
    signals.generator_init.connect(_generator)
    signals.get_generators.connect(_generators)
    signals.get_writer.connect(_writer)


# What makes pages is imported where pages are made: where nothing changed, a build ends before.


def _readers(readers: Readers) -> None:
    from daybook_pelican.reader import take_over_readers

    take_over_readers(readers)


def _generator(generator: Generator) -> None:
    from daybook_pelican.templates import own_templates_only

    own_templates_only(generator)


def _generators(site: object) -> type[Generator]:
    from daybook_pelican.generator import SiteGenerator

    return SiteGenerator


def _writer(site: object) -> type[Writer]:
    from daybook_pelican.writer import SiteWriter

    return SiteWriter
