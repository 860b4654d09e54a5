"""One build from beginning to end, as Pelican's main class: whole, or not at all."""

from __future__ import annotations

import logging
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import watchfiles
from pelican import Pelican
from pelican.generators import ArticlesGenerator, Generator, PagesGenerator
from pelican.log import console
from pelican.plugins import signals
from pelican.writers import Writer

from daybook import stamps
from daybook.build.forks import seldom_swept
from daybook.console import progress
from daybook.errors import DaybookError
from daybook.memory import unchanged as last_ingest
from daybook.publish import replacing, turn
from daybook.publish.faults import told_as_write_errors
from daybook_pelican import unchanged
from daybook_pelican.prints import has_code, print_of
from daybook_pelican.report import ProblemsFound, made, say
from daybook_pelican.settings import harden
from daybook_pelican.state import KEY, Build


class Site(Pelican):  # type: ignore[misc]
    """Pelican with Daybook's settings fixed, ingest first, and the output swapped in at the end."""

    def __init__(self, settings: dict[str, Any]) -> None:
        logging.getLogger("pelican").addFilter(_without_traceback)
        self.daybook = harden(settings)
        self.failed = False
        super().__init__(settings)

    def run(self) -> None:
        """Build the site. Raises SettingError, WriteError, and under `strict` ProblemsFound when all is published."""
        if self.failed:
            # Pelican's autoreload tries again at once after an error, and for ever.
            next(watchfiles.watch(self.path, self.theme, raise_interrupt=True))
        self.failed = True
        output = Path(self.output_path)
        with turn(output, say), seldom_swept():
            build = self.settings[KEY] = self._ingested(output)
            # what Pelican copies beside Daybook's own files is not looked at
            begun = unchanged.state(build, Path(self.theme))
            if self.settings["STATIC_PATHS"] or not unchanged.is_unchanged(build, begun):
                build.load()
                with replacing(output) as folder, self._writing_to(folder), _spool(build):
                    super().run()
                unchanged.remember(build, begun)
        self.failed = False
        made(build, output)
        if self.daybook.strict and build.problems:
            raise ProblemsFound(len(build.problems))

    def _ingested(self, output: Path) -> Build:
        """Seeds into content, of which nothing is read yet."""
        content = Path(self.path)
        seeds = content.parent / self.daybook.seeds
        held = stamps.tree(content)
        report = last_ingest(seeds, content, self.daybook, held) if self.daybook.ingest else None
        if self.daybook.ingest and report is None:
            # here, so that a build of content alone does not load gazetteer and tagger
            from daybook.ingest import ingest

            with progress("ingest", console) as tell:
                report = ingest(seeds, content, self.daybook, progress=tell)
            held = stamps.tree(content)
        return Build(
            content=content,
            settings=self.daybook,
            output=output,
            print=print_of(self.settings, self.daybook, content),
            stamps=held,
            alone=not has_code(self.settings),
            report=report,
        )

    @contextmanager
    def _writing_to(self, folder: Path) -> Iterator[None]:
        """Let Pelican, and every plugin that asks it, write to a folder beside the output."""
        output: str = self.output_path
        self.output_path = self.settings["OUTPUT_PATH"] = str(folder)
        try:
            yield
        finally:
            self.output_path = self.settings["OUTPUT_PATH"] = output

    def _get_generator_classes(self) -> list[type[Generator]]:
        silent = {ArticlesGenerator: _Articles, PagesGenerator: _Pages}
        return [silent.get(each, each) for each in super()._get_generator_classes()]


class _Articles(ArticlesGenerator):  # type: ignore[misc]
    """Reads articles for other plugins, if there are any; their pages are made by SiteGenerator."""

    def get_files(self, *paths: Any, **more: Any) -> set[str]:
        build: Build = self.settings[KEY]
        found: set[str] = set() if build.alone else super().get_files(*paths, **more)
        return found

    def generate_output(self, writer: Writer) -> None:
        signals.article_writer_finalized.send(self, writer=writer)


class _Pages(PagesGenerator):  # type: ignore[misc]
    """Reads the pages that a person wrote; SiteGenerator renders them."""

    def generate_output(self, writer: Writer) -> None:
        signals.page_writer_finalized.send(self, writer=writer)


@contextmanager
def _spool(build: Build) -> Iterator[None]:
    """Make the folder for pages on their way from one process to another, and take it away again."""
    shutil.rmtree(build.spool, ignore_errors=True)
    with told_as_write_errors(build.cache.parent.parent):
        build.spool.mkdir(parents=True)
    try:
        yield
    finally:
        shutil.rmtree(build.spool, ignore_errors=True)


def _without_traceback(record: logging.LogRecord) -> bool:
    """Daybook's own errors say what to do; where in the code they were raised helps nobody."""
    if record.exc_info and isinstance(record.exc_info[1], DaybookError) and record.levelno > logging.DEBUG:
        record.exc_info = None
    return True
