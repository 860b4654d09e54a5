"""Text as it may stand on a page: no controls, no invisible characters that turn or hide what is read."""

from __future__ import annotations

import re

_JOINED = "\u0600-\u07ff\u0840-\u085f\u08a0-\u0dff\u1000-\u109f\u1780-\u17ff\u1800-\u18af"
"""Scripts whose spelling needs the zero-width joiner or non-joiner: Arabic, Syriac, the Indic ones, Mongolian …"""
_GONE = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e0fff]"
    rf"|(?<![{_JOINED}])[\u200c\u200d]|[\u200c\u200d](?![{_JOINED}])"
)
_BREAKS = re.compile("[\u2028\u2029\x0b\x0c\x85]")
_LOOSE = re.compile(r"[\u200c\u200d]")


def printable(text: str) -> str:
    """`text` without C0 and C1 controls (\\n and \\t stay), bidi controls, tags, zero-width characters, lone surrogates.

    ZWJ and ZWNJ stay between letters of scripts that spell with them. Line and paragraph separators become spaces.
    """
    return _GONE.sub("", _BREAKS.sub(" ", text))
