"""The catalogues of translations, which lie beside this file: `uk.po` for Ukrainian."""

from __future__ import annotations

import difflib
from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from daybook.errors import SettingError

if TYPE_CHECKING:  # what knows languages is loaded where a page is made
    from babel.messages.catalog import Catalog

FOLDER = Path(__file__).parent
SOURCE = "en"
"""The language of the texts themselves."""


@cache
def languages() -> tuple[str, ...]:
    """Those that the interface speaks."""
    return tuple(sorted({SOURCE, *(path.stem for path in FOLDER.glob("*.po"))}))


def language_of(lang: str) -> str:
    """The language of a BCP 47 tag: `uk` for `uk-UA`. Raises SettingError where the interface does not speak it."""
    primary = lang.partition("-")[0].lower()
    if primary in languages():
        return primary
    near = difflib.get_close_matches(primary, languages(), 1, 0.5)
    hint = f"did you mean {near[0]!r}?" if near else "choose one of them, or add its catalogue"
    raise SettingError(
        f"DEFAULT_LANG: expected a language that the interface speaks ({', '.join(languages())}), found {lang!r}; {hint}"
    )


def read(path: Path) -> Catalog:
    """A catalogue. Raises SettingError where it is broken, or lacks the translation of any text."""
    from babel.messages.pofile import PoFileError, read_po

    try:
        with path.open("rb") as file:
            catalogue = read_po(file, locale=path.stem, abort_invalid=True)
    except (OSError, PoFileError, ValueError) as error:
        raise SettingError(f"{path}: expected a catalogue of gettext, found {error}; mend it") from error
    for message in catalogue:
        given = message.string if isinstance(message.string, list | tuple) else (message.string,)
        if message.id and (message.fuzzy or not all(given)):
            raise SettingError(
                f"{path}: expected every text translated, found {message.id!r} without; translate it"
            )
    return catalogue


def translations(catalogue: Catalog) -> NullTranslations:
    """The catalogue as Python's gettext looks it up."""
    from babel.messages.mofile import write_mo

    file = BytesIO()
    write_mo(file, catalogue)
    file.seek(0)
    return GNUTranslations(file)
