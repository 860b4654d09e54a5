"""Write docs/commands.md: what `--help` says, and nothing else."""

from __future__ import annotations

from pathlib import Path

import click

from daybook.cli import main

HEAD = """# Commands

What `daybook --help` and each command's own `--help` say. Written by `python scripts/commands.py`; a test compares the two.
"""


def document() -> str:
    """The whole page."""
    assert isinstance(main, click.Group)
    context = click.Context(main, info_name="daybook", terminal_width=100, max_content_width=100)
    parts = [HEAD, _section("daybook", main.get_help(context))]
    for name in sorted(main.commands):
        command = main.commands[name]
        inner = click.Context(
            command, parent=context, info_name=name, terminal_width=100, max_content_width=100
        )
        parts.append(_section(f"daybook {name}", command.get_help(inner)))
    return "\n".join(parts)


def _section(title: str, text: str) -> str:
    return f"## {title}\n\n```text\n{text.rstrip()}\n```\n"


if __name__ == "__main__":
    (Path(__file__).resolve().parents[1] / "docs" / "commands.md").write_text(document(), encoding="utf-8")
