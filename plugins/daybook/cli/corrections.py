"""Commands by which a person corrects the archive."""

from __future__ import annotations

import click

COMMANDS: tuple[click.Command, ...] = ()
