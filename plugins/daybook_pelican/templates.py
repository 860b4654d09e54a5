"""The theme's templates, and what to say when one is missing or broken."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import jinja2
from jinja2.bccache import Bucket
from pelican.generators import Generator

from daybook.build import kept
from daybook.errors import SettingError
from daybook_pelican import theme as themes
from daybook_pelican.state import KEY, Build

FOLDER = "templates"
"""Of the cache."""
STOCK = "!daybook"
"""`{% extends '!daybook/day.html' %}` is Daybook's own template, also within one of the same name."""


class Compiled(jinja2.BytecodeCache):
    """What templates were compiled to, for every process of this build and of the next one."""

    def __init__(self, folder: Path, print: str) -> None:
        self._folder, self._print = folder, print

    def load_bytecode(self, bucket: Bucket) -> None:
        if data := kept.load(self._folder / bucket.key, self._print):
            bucket.bytecode_from_string(data)

    def dump_bytecode(self, bucket: Bucket) -> None:
        kept.save(self._folder / bucket.key, self._print, bucket.bytecode_to_string())


def own_templates_only(generator: Generator) -> None:
    """Let a template come from the archive's theme, else from Daybook's: Pelican falls back to a theme of its own."""
    build: Build = generator.settings[KEY]
    if build.alone:
        generator.env.bytecode_cache = Compiled(build.cache / FOLDER, build.print)
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
