"""What a build says at its end: what was made, what was not and why, and how to open it."""

from __future__ import annotations

from pathlib import Path

import click

from daybook.errors import DaybookError
from daybook.site.format import count
from daybook.values import Problem
from daybook_pelican.state import Build

MOST = 20
"""Problems told one by one; the page of things to review has them all."""


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
    """Tell what was made, problem by problem and in sum."""
    for problem in build.problems[:MOST]:
        say(told(problem))
    if len(build.problems) > MOST:
        say(f"… and {count(len(build.problems) - MOST, 'problem')} more, on the page of things to review")
    aside = sum(problem.set_aside for problem in build.problems)
    say(
        f"{output}: {count(build.articles, 'article')} on {count(build.pages, 'page')}, {count(build.files, 'file')}; "
        f"{count(len(build.problems), 'problem')}, {aside} set aside"
    )
    say(f"Open {(output / 'index.html').resolve()} in a browser.")


def told(problem: Problem) -> str:
    """One problem on one line: where, what, and what to do."""
    kept = "set aside" if problem.set_aside else "published"
    return f"{problem.file} ({kept}): expected {problem.expected}, found {problem.found}; {problem.do}"
