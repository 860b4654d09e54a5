"""The catalogues of the interface's words, brought up to date with the sources: `make words`.

    python -m scripts.words        every catalogue of plugins/daybook/words/
    python -m scripts.words pl     and one for Polish, where there is none yet

A translation is kept for as long as its text stands in the sources. Equal sources give equal catalogues: no days, no lines, no names of
files, which would change with every move.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.plurals import get_plural
from babel.messages.pofile import read_po, write_po
from jinja2.ext import babel_extract

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "plugins" / "daybook" / "words"

FUNCTIONS = {
    "_": None,
    "gettext": None,
    "N_": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "NP_": ((1, "c"), 2),
}
"""What marks a text in Python and in templates, and which of its arguments are texts."""
BROWSER = {"t": None, "tn": (1, 2)}
"""The same in browser code."""

SOURCES = (
    ("plugins", "*.py", "python", FUNCTIONS, {}),
    ("theme/templates", "*.html", babel_extract, FUNCTIONS, {"trimmed": "true", "newstyle_gettext": "true"}),
    ("theme/scripts", "*.ts", "javascript", BROWSER, {"parse_template_string": "false"}),
)
"""Folder, files, how they are read, with what, and how."""

HEAD = """\
# The interface of Daybook in %s. `make words` keeps this file up to date with the sources.
msgid ""
msgstr ""
"Language: %s\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: %s\\n"

"""


def texts() -> Catalog:
    """Every text of the sources, with the folder that it stands in: browser code needs to be told its own."""
    found = Catalog(charset="utf-8")
    for folder, message, comments, context in _marked():
        found.add(message, locations=[(folder, 0)], auto_comments=comments, context=context)
    return found


def _marked() -> Iterator[tuple[str, str | tuple[str, ...], list[str], str | None]]:
    for folder, pattern, method, keywords, options in SOURCES:
        for path in sorted((ROOT / folder).rglob(pattern)):
            for _, message, comments, context in extract_from_file(
                method, path, keywords, ["words:"], options, strip_comment_tags=True
            ):
                yield folder, message, comments, context


def updated(lang: str, before: bytes, sources: Catalog) -> bytes:
    """A catalogue with the texts that the sources hold now; those that are new have no translation yet."""
    held = read_po(BytesIO(before), locale=lang) if before else Catalog(lang)
    held.update(sources, no_fuzzy_matching=True)
    held.obsolete.clear()
    body = BytesIO()
    write_po(body, held, width=110, omit_header=True, sort_output=True, include_lineno=False)
    name = held.locale.english_name if held.locale else lang
    head = HEAD % (name, lang, get_plural(lang))
    return head.encode("utf-8") + re.sub(rb"\n+\Z", b"\n", body.getvalue())


def main() -> None:
    sources = texts()
    for lang in sorted({*sys.argv[1:], *(path.stem for path in FOLDER.glob("*.po"))}):
        path = FOLDER / f"{lang}.po"
        made = updated(lang, path.read_bytes() if path.exists() else b"", sources)
        path.write_bytes(made)
        known = [message for message in read_po(BytesIO(made)) if message.id]
        missing = sum(not all(forms(message.string)) for message in known)
        print(f"{path.relative_to(ROOT)}: {len(known)} texts, {missing} without translation")


def forms(text: str | Sequence[str] | None) -> tuple[str, ...]:
    """A text, or all forms of a plural."""
    return (text or "",) if not text or isinstance(text, str) else tuple(text)


if __name__ == "__main__":
    main()
