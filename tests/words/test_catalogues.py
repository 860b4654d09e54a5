"""Every text of the interface stands in every catalogue, translated."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from daybook.errors import SettingError
from daybook.words import catalogue
from scripts import words as script

CATALOGUES = sorted(catalogue.FOLDER.glob("*.po"))
SOURCES = script.texts()


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_a_catalogue_is_up_to_date(path: Path) -> None:
    before = path.read_bytes()
    assert script.updated(path.stem, before, SOURCES) == before, (
        "run `make words`, then translate what is new"
    )


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_every_text_is_translated(path: Path) -> None:
    known = catalogue.read(path)
    for message in known:
        if message.id:
            for text in script.forms(message.string):
                assert text, message.id
                assert _values(text) == _values(script.forms(message.id)[-1]), message.id
                assert _tags(text) == _tags(script.forms(message.id)[-1]), message.id
            if message.pluralizable:
                assert len(script.forms(message.string)) == known.num_plurals


def test_texts_hold_nothing_that_markup_or_formatting_would_read() -> None:
    for message in SOURCES:
        for text in script.forms(message.id):
            bare = re.sub(r"</?[a-z]+>", "", re.sub(r"%\(\w+\)s|%%", "", text))
            assert not set(bare) & set('<>&"%'), message.id


def test_all_three_kinds_of_sources_are_read() -> None:
    folders = {place for message in SOURCES for place, _ in message.locations}
    assert folders <= {"plugins", "theme/templates", "theme/scripts"}


@pytest.mark.parametrize(
    ("entry", "found"),
    [
        ('msgid "Days"\nmsgstr ""\n', "'Days' without"),
        ('#, fuzzy\nmsgid "Days"\nmsgstr "Дні"\n', "'Days' without"),
        ('msgid "%(num)s day"\nmsgid_plural "%(num)s days"\nmsgstr[0] "день"\nmsgstr[1] ""\nmsgstr[2] "днів"\n', "days'"),
        ('msgid "Days\n', "expected a catalogue"),
    ],
)  # fmt: skip
def test_half_a_catalogue_is_refused(tmp_path: Path, entry: str, found: str) -> None:
    path = tmp_path / "uk.po"
    path.write_text(script.HEAD % ("Ukrainian", "uk", script.get_plural("uk")) + entry, encoding="utf-8")
    with pytest.raises(SettingError, match=re.escape(found)):
        catalogue.read(path)


def _values(text: str) -> set[str]:
    return set(re.findall(r"%\((\w+)\)s", text))


def _tags(text: str) -> list[str]:
    return sorted(re.findall(r"<[^>]*>", text))
