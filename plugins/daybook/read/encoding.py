"""Bytes into text: byte order mark, then what is declared, then UTF-8, then UTF-16 by its NULs, then cp1252.

This fixed order beats guessing by statistics on short texts, and says the same on every machine.
"""

from __future__ import annotations

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s{0,4}=\s{0,4}["']?([\w.:-]{2,40})""", re.I
)
_DECLARED_WITHIN = 4096
_MAX_CONTROLS = 0.01
"""Share of control characters above which bytes are no text."""
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]")
_NOT_1252 = re.compile(rb"[\x81\x8d\x8f\x90\x9d]|[\xa1-\xff]{5}")
"""Bytes that it does not define, or five letters in a row beyond ASCII: a Cyrillic or East Asian code page that nothing
declares, which cp1252 would turn into rubbish."""


def decode(data: bytes, markup: bool = False) -> str | None:
    """The text of `data` with newlines as \\n and no byte order mark; None where it is no text.

    `markup` also believes a charset that HTML or XML declares in its first 4096 bytes.
    """
    text = _decode(data, markup)
    if text is None or "\x00" in text or len(_CONTROLS.findall(text)) > _MAX_CONTROLS * len(text):
        return None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decode(data: bytes, markup: bool) -> str | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _try(data[len(mark) :], encoding)
    declared = _DECLARED.search(data, 0, _DECLARED_WITHIN) if markup else None
    if declared is not None:
        text = _try(data, _known(declared[1]))
        if text is not None:
            return text
    if b"\x00" in data:
        return _by_nuls(data)
    text = _try(data, "utf-8")
    if text is None and not _NOT_1252.search(data):
        text = _try(data, "cp1252")
    return text


def _by_nuls(data: bytes) -> str | None:
    """UTF-16 without a mark: in news text most NULs stand in every other place."""
    sample = data[:4096]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if max(even, odd) * 4 < len(sample) // 2 or min(even, odd) * 10 > max(even, odd):
        return None
    return _try(data, "utf-16-le" if odd > even else "utf-16-be")


def _try(data: bytes, encoding: str | None) -> str | None:
    if encoding is None:
        return None
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _known(label: bytes) -> str | None:
    """A declared label's codec; None for one that is unknown, no text codec, or plainly wrong for bytes with ASCII tags."""
    try:
        info = codecs.lookup(label.decode("ascii"))
    except (LookupError, UnicodeDecodeError):
        return None
    if not info._is_text_encoding or info.name.startswith(("utf-16", "utf-32", "utf-7", "idna", "punycode")):
        return None
    return "cp1252" if info.name in ("ascii", "iso8859-1") else info.name
