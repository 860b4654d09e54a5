"""The command line as click knows it."""

from __future__ import annotations

import runpy
from typing import Any

import click

from daybook.cli import main
from helpers.archive import ROOT


def subcommands() -> dict[str, click.Command]:
    """Each command of `daybook` by its name."""
    assert isinstance(main, click.Group)
    context = click.Context(main)
    return {
        name: command for name in main.list_commands(context) if (command := main.get_command(context, name))
    }


def documented() -> str:
    """What docs/commands.md has to say."""
    script: dict[str, Any] = runpy.run_path(str(ROOT / "scripts" / "commands.py"))
    text = script["document"]()
    assert isinstance(text, str)
    return text
