"""Latin spellings of a name in another script, as newspapers print it."""

from __future__ import annotations

from collections.abc import Iterator

from text_unidecode import unidecode

UKRAINIAN = str.maketrans(
    {
        "г": "h", "ґ": "g", "є": "ie", "ж": "zh", "и": "y", "і": "i", "ї": "i", "й": "i", "х": "kh", "ц": "ts",
        "ч": "ch", "ш": "sh", "щ": "shch", "ь": "", "ю": "iu", "я": "ia", "'": "", "’": "", "ʼ": "",
    }
)  # fmt: skip
"""Ukraine's national system of 2010, where it differs from general romanisation."""

ENDINGS = (
    ("ii", "iy", "y"),
    ("yi", "yy", "y"),
    ("ei", "ey", "ej"),
    ("ai", "ay"),
    ("oi", "oy"),
    ("ia", "iya", "ya"),
)
"""Ends of Slavic names that are printed in several ways."""


def romanised(name: str, ukrainian: bool = False) -> Iterator[str]:
    """The name as it stands, and its usual Latin spellings where it stands in another script or bears accents."""
    yield name
    if name.isascii():
        return
    latin = unidecode(name.lower().translate(UKRAINIAN) if ukrainian else name).lower()
    for form in (latin, latin.replace("ks", "x")):
        yield form
        for ending, *others in ENDINGS:
            if form.endswith(ending):
                yield from (form.removesuffix(ending) + other for other in others)
