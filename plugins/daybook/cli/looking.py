"""Commands that show what was found, and what deserves a look."""

from __future__ import annotations

from pathlib import Path

import click

from daybook import console
from daybook.cli import options


@click.command()
@options.content
def review(content: Path) -> None:
    """List what deserves a look: articles without a day, with what speaks for one, and all problems."""
    console.review(content)


COMMANDS: tuple[click.Command, ...] = (review,)
