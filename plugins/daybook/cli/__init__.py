"""The command `daybook`: one file a family of commands, each of them thin."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module

import click

from daybook.errors import DaybookError

FAMILIES = ("archive", "looking", "corrections", "proving")
"""Files beside this one."""


class _Commands(click.Group):
    """Ends with the exit status of what went wrong: 1 problems under --strict, 2 a bad setting, 3 nothing could be written.

    A family is loaded when its commands are asked for, the one that a build needs first.
    """

    def list_commands(self, context: click.Context) -> list[str]:
        return sorted(str(command.name) for family in FAMILIES for command in _family(family))

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        every = (command for family in FAMILIES for command in _family(family))
        return next((command for command in every if command.name == name), None)

    def invoke(self, context: click.Context) -> object:
        try:
            return super().invoke(context)
        except click.NoSuchOption as error:
            told = f"{error.message} If it is no option but a word, write -- before it."
            raise click.NoSuchOption(error.option_name, told, error.possibilities, error.ctx) from None
        except DaybookError as error:
            click.echo(f"daybook: {error}", err=True)
            context.exit(error.exitcode)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="daybook")
def main() -> None:
    """Turn a folder of raw news articles into a daily briefing archive."""


def _family(name: str) -> Iterable[click.Command]:
    commands: Iterable[click.Command] = import_module(f"daybook.cli.{name}").COMMANDS
    return commands
