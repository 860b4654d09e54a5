"""The actors of the archive's own list, by every name that a person gave them, in any language and script."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from daybook.actors.lexicon import flags
from daybook.actors.lines import Line
from daybook.actors.scene import Found, Scene
from daybook.actors.tokens import words_of
from daybook.content.authority import AuthorityActor

Words = tuple[str, ...]
_UNSPACED = re.compile("[\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\U00020000-\U0003ffff]")
"""Scripts that put no space between words: Thai, Lao, Khmer, Japanese, Chinese."""


@dataclass(frozen=True, slots=True)
class _Known:
    by_first: dict[str, tuple[tuple[Words, AuthorityActor], ...]]
    """Names by their first word, longest first."""
    unspaced: dict[str, AuthorityActor]
    pattern: re.Pattern[str] | None
    """Of the unspaced names, longest first."""


def find(scene: Scene) -> Iterator[Found]:
    """Every name of an entry; one common word only where the tagger sees a name in it."""
    known = _known(scene.listed)
    if not scene.listed:
        return
    for line in scene.lines:
        for first, stop, entry in _matches(line, known):
            start, end = line.tokens[first][1], line.end(stop - 1)
            if stop - first > 1 or not _is_common(line.words[first]) or scene.names.covering(start, end):
                yield _found(start, end, entry)
        if known.pattern:
            for match in known.pattern.finditer(scene.layer, line.start, line.end(len(line.tokens) - 1)):
                yield _found(match.start(), match.end(), known.unspaced[match[0]])


def _found(start: int, end: int, entry: AuthorityActor) -> Found:
    # whose office a person holds is what the article says; that tells homonyms apart
    country = None if entry.kind == "person" else entry.country
    return Found(start, end, entry.kind, entry.name, "authority", country, entry.id)


def _matches(line: Line, known: _Known) -> Iterator[tuple[int, int, AuthorityActor]]:
    skip = 0
    for first, word in enumerate(line.words):
        if first >= skip:
            for words, entry in known.by_first.get(word, ()):
                if line.words[first : first + len(words)] == words:
                    skip = first + len(words)
                    yield first, skip, entry
                    break


def _is_common(word: str) -> bool:
    return not set("lto").isdisjoint(flags().get(word.lower(), ""))


@lru_cache(maxsize=8)
def _known(entries: tuple[AuthorityActor, ...]) -> _Known:
    """The names of all entries; a name that two of them have is left to what the archive says of it."""
    bearers: dict[str, set[AuthorityActor]] = {}
    for entry in entries:
        for name in (entry.name, *entry.aliases):
            bearers.setdefault(name, set()).add(entry)
    names = {name: next(iter(found)) for name, found in bearers.items() if len(found) == 1}
    unspaced = {name: entry for name, entry in names.items() if _UNSPACED.search(name)}
    by_first: dict[str, dict[Words, AuthorityActor]] = {}
    for name, entry in names.items():
        words = words_of(name)
        for form in (words, tuple(map(str.upper, words))):
            if form and name not in unspaced:
                by_first.setdefault(form[0], {}).setdefault(form, entry)
    return _Known(
        {
            first: tuple(sorted(found.items(), key=lambda pair: -len(pair[0])))
            for first, found in by_first.items()
        },
        unspaced,
        re.compile("|".join(map(re.escape, sorted(unspaced, key=len, reverse=True)))) if unspaced else None,
    )
