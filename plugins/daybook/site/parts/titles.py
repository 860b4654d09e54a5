"""Very many articles of one day, cut by the first letter of the title, so that no page grows without bound."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from daybook.digest import Digest
from daybook.site.letters import letters_of
from daybook.words import Words

_LONGEST = 40_000
"""Bytes of the titles of one list with their links; a longer one is cut by first letters."""
_LINK = 110
"""Bytes of a link around a title."""
_OTHER = "other"
_SHARE = 200
"""Articles in one share of a letter, more or less."""


@dataclass(frozen=True, slots=True)
class Titles:
    """A link to the articles of one first letter."""

    name: str
    """`A` to `Z`, `Other`; `A (3f)` for a share of a letter that is too long by itself."""
    address: str
    count: int


def too_many(articles: Sequence[Digest]) -> bool:
    """Whether the titles of so many articles are more than one page shows."""
    return sum(len(article.title.encode("utf-8", "surrogatepass")) + _LINK for article in articles) > _LONGEST


def by_title(articles: Sequence[Digest], settled: Mapping[str, str]) -> list[Digest]:
    """The articles in the order of their titles. `settled` has their addresses, for those of one title."""
    return sorted(articles, key=lambda a: (a.title.casefold(), settled[a.id]))


def by_initial(
    articles: Sequence[Digest], base: str, words: Words
) -> tuple[tuple[Titles, tuple[Digest, ...]], ...]:
    """Each letter's articles, in the order given. A letter over the limit is cut again by the first digits of the ids.

    `base` begins the parts' addresses: `places/kyiv/2022-03-02-` gives `places/kyiv/2022-03-02-a.html`.
    """
    letters: dict[str, list[Digest]] = {}
    for article in articles:
        letters.setdefault(_initial(article.title), []).append(article)
    return tuple(part for letter in sorted(letters) for part in _parts(letter, letters[letter], base, words))


def _initial(title: str) -> str:
    """`a` to `z`, letters of other scripts by their transliteration; `other` for digits and signs."""
    first = letters_of(title)[0]
    return first if first.isalpha() else _OTHER


def _parts(
    letter: str, held: list[Digest], base: str, words: Words
) -> list[tuple[Titles, tuple[Digest, ...]]]:
    name = letter.title() if letter != _OTHER else words.gettext("Other")
    if not too_many(held):
        return [(Titles(name, f"{base}{letter}.html", len(held)), tuple(held))]
    digits = 1
    while len(held) > _SHARE * 16**digits:
        digits += 1
    shares: dict[str, list[Digest]] = {}
    for article in held:
        shares.setdefault(article.id[:digits], []).append(article)
    return [
        (Titles(f"{name} ({share})", f"{base}{letter}-{share}.html", len(some)), tuple(some))
        for share, some in sorted(shares.items())
    ]
