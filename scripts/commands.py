"""Write docs/commands.md: what `--help` says, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from daybook.cli import main

HEAD = """# Commands

What `daybook --help` and each command's own `--help` say. Written by `python scripts/commands.py`; a test compares the two.
"""


def document() -> str:
    """The whole page."""
    assert isinstance(main, click.Group)
    context = _context(main, "daybook", None)
    parts = [HEAD, _section("daybook", main.get_help(context))]
    for name in main.list_commands(context):
        command = main.get_command(context, name)
        assert command
        parts += _sections(command, f"daybook {name}", _context(command, name, context))
    return "\n".join(parts)


def _sections(command: click.Command, title: str, context: click.Context) -> Iterator[str]:
    """That of a command, and those of the commands below it."""
    yield _section(title, command.get_help(context))
    for name, below in sorted(command.commands.items()) if isinstance(command, click.Group) else ():
        yield from _sections(below, f"{title} {name}", _context(below, name, context))


def _context(command: click.Command, name: str, parent: click.Context | None) -> click.Context:
    """As click makes it when the command is run, with the command's own settings."""
    settings = {**command.context_settings, "terminal_width": 100, "max_content_width": 100}
    return click.Context(command, parent=parent, info_name=name, **settings)


def _section(title: str, text: str) -> str:
    return f"## {title}\n\n```text\n{text.rstrip()}\n```\n"


if __name__ == "__main__":
    (Path(__file__).resolve().parents[1] / "docs" / "commands.md").write_text(document(), encoding="utf-8")
