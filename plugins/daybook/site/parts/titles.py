"""A day of very many articles, cut by the first letter of the title, so that no page grows without bound."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from daybook.digest import Digest
from daybook.site.addresses import initial
from daybook.site.parts.listing import LONGEST


@dataclass(frozen=True, slots=True)
class Titles:
    """A link to the articles of one first letter."""

    name: str
    """`A` to `Z`, `Other`; `A (3f)` for a share of a letter that is too long by itself."""
    address: str
    count: int


def needs_cut(articles: Sequence[Digest]) -> bool:
    return len(articles) > LONGEST


def by_initial(
    articles: Sequence[Digest], address: str, settled: Mapping[str, str]
) -> tuple[tuple[Titles, tuple[Digest, ...]], ...]:
    """Each letter's articles by title. A letter over the limit is cut again by the first digits of the ids."""
    letters: dict[str, list[Digest]] = {}
    for article in sorted(articles, key=lambda a: (a.title.casefold(), settled[a.id])):
        letters.setdefault(initial(article.title), []).append(article)
    return tuple(part for letter in sorted(letters) for part in _parts(letter, letters[letter], address))


def _parts(letter: str, held: list[Digest], address: str) -> list[tuple[Titles, tuple[Digest, ...]]]:
    base = address.removesuffix("index.html")
    if len(held) <= LONGEST:
        return [(Titles(letter.title(), f"{base}titles/{letter}.html", len(held)), tuple(held))]
    digits = 1
    while len(held) > LONGEST * 16**digits:
        digits += 1
    shares: dict[str, list[Digest]] = {}
    for article in held:
        shares.setdefault(article.id[:digits], []).append(article)
    return [
        (Titles(f"{letter.title()} ({share})", f"{base}titles/{letter}-{share}.html", len(some)), tuple(some))
        for share, some in sorted(shares.items())
    ]
