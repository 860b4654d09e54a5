"""The command `daybook`: one file a family of commands, each of them thin."""

from __future__ import annotations

import click

from daybook.cli import archive, corrections, looking
from daybook.errors import DaybookError


class _Commands(click.Group):
    """Ends with the exit status of what went wrong: 1 problems under --strict, 2 a bad setting, 3 nothing could be written."""

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


for _command in (*archive.COMMANDS, *looking.COMMANDS, *corrections.COMMANDS):
    main.add_command(_command)
