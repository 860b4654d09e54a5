"""Text into sentences, and sentences into ids that outlive every other change.

The splitter is one pass over the candidates for an end (full stop, mark, ellipsis, with the quotes that close behind
it), so it is linear in the text. What is no end is knowledge: knowledge/sentences.yaml.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from functools import cache

from daybook.clean.knowledge import load

_END = re.compile(r"""[.!?…]{1,8}["'”’»)\]]{0,4}(?=\s)|[。！？]["”’」』]{0,4}|[؟।]""")
_NEXT = re.compile(r"""\s{1,1000}["'“‘«„(\[¿¡]{0,4}(\w?)([\w’'.-]{0,30})""")
_LAST_WORD = re.compile(r"[\w.&-]{0,24}$")
_NUMBER = re.compile(r"\d+$")
_WORDS = re.compile(r"\w+")
_BLACK = re.compile(r"\S")
MOST = 50_000
"""Sentences of one paragraph; what follows is the last one. No article comes near it, a bomb would fill the memory."""


def split(text: str) -> list[tuple[int, int]]:
    """The sentences of one paragraph as offsets into it, white space between them left out.

    A hard line break counts as a space. Every character that is no white space lies in exactly one sentence.
    """
    found: list[tuple[int, int]] = []
    start = seen = _skip(text, 0)
    for match in _END.finditer(text):
        # A sentence has a word; what was searched in vain is not searched again.
        if _WORDS.search(text, seen, match.start()) is None:
            seen = match.end()
            continue
        if not _ends(text, match):
            continue
        if len(found) >= MOST:
            break
        found.append((start, match.end()))
        start = seen = _skip(text, match.end())
    end = len(text.rstrip())
    if start < end:
        found.append((start, end))
    return found


def identify(sentences: list[str]) -> list[str]:
    """An id for each sentence: `s` and six hex digits of the SHA-256 of its words; `-2`, `-3` for repeats.

    Words are compared in NFKC and without case, so quotes, spaces and line breaks change no id.
    """
    seen: Counter[str] = Counter()
    ids: list[str] = []
    for sentence in sentences:
        plain = sentence if sentence.isascii() else unicodedata.normalize("NFKC", sentence)
        words = " ".join(_WORDS.findall(plain.casefold()))
        key = "s" + hashlib.sha256(words.encode("utf-8", "replace")).hexdigest()[:6]
        seen[key] += 1
        ids.append(key if seen[key] == 1 else f"{key}-{seen[key]}")
    return ids


def _skip(text: str, at: int) -> int:
    found = _BLACK.search(text, at)
    return found.start() if found else len(text)


def _ends(text: str, match: re.Match[str]) -> bool:
    """Whether the candidate ends a sentence."""
    mark = text[match.start()]
    if mark in "。！？؟।":
        return True
    following = _NEXT.match(text, match.end())
    if following is None:
        return True
    first, rest = following[1], following[2]
    if first.islower():
        return False
    if mark != "." or match[0] != ".":
        return not (mark == "…" or match[0].startswith("..")) or first.isupper()
    before = _LAST_WORD.search(text, max(0, match.start() - 24), match.start())
    return _stop_ends((before[0] if before else "").casefold(), first, first + rest)


def _stop_ends(before: str, first: str, following: str) -> bool:
    """Whether a lone full stop ends a sentence, by the words around it (the one before in lower case)."""
    known = _known()
    bare = before.rsplit("-", 1)[-1]
    if bare in known["before_more"]:
        return False
    if bare in known["before_number"]:
        return not first.isdigit()
    if bare in known["may_end"] or ("." in bare and _is_initials(bare)):
        return following.strip("’'.").casefold() in known["starters"]
    if len(bare) == 1 and bare.isalpha():
        return bare == "i" and following.casefold() in known["starters"]
    return True


def _is_initials(word: str) -> bool:
    return all(len(part) <= 2 for part in word.split("."))


@cache
def _known() -> dict[str, frozenset[str]]:
    return {key: frozenset(words.split()) for key, words in load("sentences").items()}
