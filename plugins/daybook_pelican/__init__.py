"""The adapter between Daybook and Pelican: reads front matter, renders the pages of `daybook.site`, publishes whole.

    PLUGINS = [daybook_pelican]
    PELICAN_CLASS = daybook_pelican.Site

`Site` holds one build together (settings, lock, ingest, swap); the signals connect the rest to Pelican's own doors.
"""

from pelican.plugins import signals

from daybook_pelican.generator import SiteGenerator
from daybook_pelican.reader import take_over_readers
from daybook_pelican.site import Site
from daybook_pelican.templates import own_templates_only
from daybook_pelican.writer import SiteWriter

__all__ = ["Site", "register"]


def register() -> None:
    """Called by Pelican; only connects, since Pelican logs what fails here and goes on."""
    signals.readers_init.connect(take_over_readers)
    signals.generator_init.connect(own_templates_only)
    signals.get_generators.connect(_generators)
    signals.get_writer.connect(_writer)


def _generators(site: object) -> type[SiteGenerator]:
    return SiteGenerator


def _writer(site: object) -> type[SiteWriter]:
    return SiteWriter
