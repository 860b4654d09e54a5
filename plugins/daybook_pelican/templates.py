"""The theme's templates, and what to say when one is missing or broken."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import jinja2
from pelican.generators import Generator

from daybook.errors import SettingError
from daybook_pelican import theme as themes

STOCK = "!daybook"
"""`{% extends '!daybook/day.html' %}` is Daybook's own template, also within one of the same name."""


def own_templates_only(generator: Generator) -> None:
    """Let a template come from the archive's theme, else from Daybook's: Pelican falls back to a theme of its own."""
    folders = [*generator.settings["THEME_TEMPLATES_OVERRIDES"], *themes.templates(Path(generator.theme))]
    stock = jinja2.PrefixLoader({STOCK: jinja2.FileSystemLoader(themes.path() / "templates")})
    generator.env.loader = jinja2.ChoiceLoader([jinja2.FileSystemLoader(folders), stock])


@contextmanager
def told_as_setting_errors(theme: str, template: str, address: str) -> Iterator[None]:
    """Turn a template's error into a SettingError that names its file, its line and the page it was met on."""
    try:
        yield
    except jinja2.TemplateSyntaxError as error:
        raise SettingError(
            f"{error.filename or template}, line {error.lineno}: expected a template of Jinja, found: {error.message}; "
            "mend that line"
        ) from error
    except jinja2.TemplateNotFound as error:
        where = _line(error) or f"the page {address}"
        raise SettingError(
            f"{Path(theme) / 'templates' / (error.name or template)}: expected this template (for {where}), found no such file; "
            "add it, or name another"
        ) from error
    except Exception as error:
        line = _line(error)
        if line is None:
            raise
        raise SettingError(
            f"{line}: expected the template to render {address}, found {type(error).__name__}: {error}; mend that line"
        ) from error


def _line(error: Exception) -> str | None:
    """File and line of the innermost template in the error's traceback; None where no template was at work."""
    frames = [
        f
        for f in traceback.extract_tb(error.__traceback__)
        if f.filename.endswith((".html", ".xml", ".jinja"))
    ]
    return f"{frames[-1].filename}, line {frames[-1].lineno}" if frames else None
