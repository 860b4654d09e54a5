"""What the command says: to a person at a terminal, and to a log."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.text import Text

from daybook.memory import Report
from daybook.values import Problem

if TYPE_CHECKING:  # a build of content alone does not load gazetteer and tagger
    from daybook.ingest import Progress as Tell

SHOWN = 200
"""Problems printed in full; `daybook problems` has them all."""


@contextlib.contextmanager
def progress(what: str, on: Console | None = None) -> Iterator[Tell | None]:
    """A bar on a terminal, and none in a log. `on` is a console that shows something else already."""
    console = on or Console(stderr=True)
    if not console.is_terminal:
        yield None
        return
    columns = (TextColumn(what), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task(what, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def report(report: Report, content: Path) -> None:
    """The counts of an ingest, and what it could not settle."""
    for seed in report.gone:
        _say(
            f"{seed}: expected it in seeds/ as before, found it gone; its article stays, delete its file if it should go"
        )
    problems(report.problems[:SHOWN])
    if len(report.problems) > SHOWN:
        _say(f"… and {len(report.problems) - SHOWN} more: daybook problems")
    kept = f", {report.kept} of them known from before" if report.kept else ""
    counts = f"{report.inputs} articles read{kept}: {report.published} published"
    counts += f" ({report.undated} undated)" if report.undated else ""
    _say(
        f"{counts}, {report.merged} merged, {report.set_aside} set aside; {report.changed} files of {content} changed"
    )


def problems(problems: Iterable[Problem]) -> None:
    """Each with its file, what was expected, what was found, and what to do."""
    for problem in problems:
        aside = "set aside, " if problem.set_aside else ""
        _say(
            f"{problem.file}: {aside}{problem.stage}/{problem.code}: expected {problem.expected}, "
            f"found {problem.found}; {problem.do}"
        )


def printed(parts: Iterable[RenderableType]) -> None:
    """Write to standard output, in no more than 100 columns. Outside text in it has to be `plain`."""
    console = Console(highlight=False, emoji=False, markup=False)
    console.width = min(console.width, 100)
    for part in parts:
        console.print(part, soft_wrap=isinstance(part, Text) and bool(part.no_wrap))


def plain(text: str) -> str:
    """Outside text on one line, with nothing in it that a terminal would obey."""
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in text)


@dataclass(frozen=True, slots=True)
class Indented:
    """Text whose every line begins so many columns from the left, and ends with its last word."""

    text: Text
    columns: int
    lead: str = ""
    """What stands in that space of the first line, such as `a)`."""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        lines = self.text.wrap(console, max(20, options.max_width - self.columns))
        for number, line in enumerate(lines):
            line.rstrip()
            lead = f"{self.lead} " if self.lead and number == 0 else ""
            yield Text(lead.rjust(self.columns)).append_text(line)


def _say(line: str) -> None:
    Console(stderr=True, soft_wrap=True, highlight=False, emoji=False, markup=False).print(Text(plain(line)))
