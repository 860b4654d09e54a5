"""The documents are true: commands, paths, links and help texts are what they say."""

from __future__ import annotations

import re
from pathlib import Path
from pkgutil import resolve_name

import click
import pytest

from helpers.archive import ROOT
from helpers.commands import documented, subcommands

DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
PROSE = re.compile(r"^```.*?^```|`[^`\n]+`", re.S | re.M)
OPTIONS = re.compile(r"(?<![\w-])--[a-z][a-z-]+")


def ids(path: Path) -> str:
    """A document's name in the tests' list."""
    return path.relative_to(ROOT).as_posix()


def code(document: Path) -> list[str]:
    """Every line of code of a document, fenced or within a line."""
    found = []
    for match in PROSE.finditer(document.read_text(encoding="utf-8")):
        lines = match[0].split("\n")[1:-1] if match[0].startswith("```") else [match[0].strip("`")]
        found += [line.split("  #")[0].split(" # ")[0].strip() for line in lines]
    return found


def targets() -> set[str]:
    """The commands that `make` lists."""
    return set(re.findall(r"^([a-z]+):.*##", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))


@pytest.mark.parametrize("document", DOCUMENTS, ids=ids)
def test_make_knows_every_command(document: Path) -> None:
    known = targets()
    for line in code(document):
        if re.match(r"make [a-z]", line):
            words = [word for word in line.split()[1:] if re.fullmatch("[a-z]+", word)]
            assert set(words) <= known, line


def test_the_documents_tell_of_every_command() -> None:
    told = {
        word for path in DOCUMENTS for line in code(path) if line.startswith("make ") for word in line.split()
    }
    assert targets() - {"help", "install"} <= told


@pytest.mark.parametrize("document", DOCUMENTS, ids=ids)
def test_daybook_knows_every_command_and_option(document: Path) -> None:
    known = subcommands()
    for line in code(document):
        match = re.match(r"(?:\.venv/bin/)?daybook ([a-z][a-z-]*)(.*)", line)
        if match is None:
            continue
        assert match[1] in known, line
        options = {
            name
            for parameter in known[match[1]].params
            if isinstance(parameter, click.Option)
            for name in parameter.opts
        }
        assert set(OPTIONS.findall(match[2])) <= options | {"--help"}, line


def test_the_page_of_commands_is_what_help_says() -> None:
    """`python scripts/commands.py` writes it anew."""
    assert (ROOT / "docs" / "commands.md").read_text(encoding="utf-8") == documented()


@pytest.mark.parametrize("document", DOCUMENTS, ids=ids)
def test_every_link_leads_somewhere(document: Path) -> None:
    for target in re.findall(r"\]\(([^)\s]+)\)", document.read_text(encoding="utf-8")):
        if re.match(r"https?:", target):
            continue
        path, _, fragment = target.partition("#")
        there = (document.parent / path).resolve() if path else document
        assert there.exists(), target
        if fragment:
            heads = re.findall(r"^#+ (.*)$", there.read_text(encoding="utf-8"), re.M)
            assert fragment in {
                re.sub(r"[^\w -]", "", head).strip().lower().replace(" ", "-") for head in heads
            }, target


@pytest.mark.parametrize("document", DOCUMENTS, ids=ids)
def test_every_path_is_there(document: Path) -> None:
    """A path of the project's own tree; one with a placeholder stands for many."""
    for line in code(document):
        if re.fullmatch(r"(?:plugins|theme|tests|docs|scripts|\.github|\.ci)/[\w./-]+", line):
            assert (ROOT / line).exists(), line


@pytest.mark.parametrize("document", DOCUMENTS, ids=ids)
def test_every_name_of_the_code_is_there(document: Path) -> None:
    for line in code(document):
        if re.fullmatch(r"daybook(?:_pelican)?(?:\.\w+)+", line):
            assert resolve_name(line) is not None, line
