"""Commands that show what was found, and what deserves a look."""

from __future__ import annotations

from pathlib import Path

import click

from daybook import console
from daybook.cli import options
from daybook.content import find
from daybook.review import RULES, Holdings, tell
from daybook.review import review as reviewed


@click.command()
@click.option(
    "--kind",
    "kinds",
    multiple=True,
    type=click.Choice([rule.kind for rule in RULES]),
    help="Only these kinds.",
)
@click.option("--all", "everything", is_flag=True, help="Every item, not the first of each kind alone.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object an item, all of them.")
@options.content
def review(kinds: tuple[str, ...], everything: bool, as_json: bool, content: Path) -> None:
    """List what most deserves a look, each with its evidence and the commands that settle it. Writes nothing."""
    find.archive(content)
    holdings = Holdings.read(content)
    sections = [section for section in reviewed(holdings) if not kinds or section.kind in kinds]
    if as_json:
        for line in tell.lines(sections, holdings):
            click.echo(line)
    else:
        console.printed(tell.shown(sections, holdings, None if everything else tell.SHOWN))


@click.command()
@click.argument("article", metavar="FILE")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
@options.content
@options.settings
def explain(article: str, as_json: bool, content: Path, settings_file: Path) -> None:
    """Show every decision on one article: its rule, its words, its rivals, its score. Writes nothing.

    FILE is an article's file or id, its seed (a line of many as file.jsonl#id), or a raw file that is not in the archive.
    """
    from daybook.explain import explain, tell  # here, as it loads the readers of all formats

    settings = options.read_settings(settings_file)
    explained = explain(article, content, settings_file.parent / settings.seeds, settings)
    if as_json:
        click.echo(tell.as_json(explained))
    else:
        console.printed(tell.shown(explained))


COMMANDS: tuple[click.Command, ...] = (review, explain)
