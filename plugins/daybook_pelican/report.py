"""What a build says at its end: what was made, what was not and why, and how to open it."""

from __future__ import annotations

from pathlib import Path

import click

from daybook import console
from daybook.errors import DaybookError
from daybook.format import count
from daybook_pelican.state import Build


class ProblemsFound(DaybookError):
    """Under `strict`: the site is published, yet something was wrong with an article."""

    exitcode = 1

    def __init__(self, problems: int) -> None:
        super().__init__(
            f"DAYBOOK['strict']: expected no problem with any article, found {problems}, told above; "
            "the site was published all the same"
        )


def say(line: str) -> None:
    """A line for the person at the terminal, or the log. Outside text is shown without control characters."""
    click.echo("".join(c if c.isprintable() else "\ufffd" for c in line), err=True)


def made(build: Build, output: Path) -> None:
    """Tell what became of the inputs, problem by problem and in sum, and what was made of them."""
    if build.report:
        console.report(build.report, build.content)
    known = set(build.report.problems if build.report else ())
    console.problems(problem for problem in build.problems if problem not in known)
    say(
        f"{output}: {count(build.articles, 'article')}, {count(build.pages, 'page')}, {count(build.files, 'file')}"
    )
    say(f"Open {(output / 'index.html').resolve()} in a browser.")
