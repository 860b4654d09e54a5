"""The words of browser code, as a classic script that a page from disk can load."""

from __future__ import annotations

import json
from gettext import c2py

from daybook.words.language import Words

ADDRESS = "theme/words.js"
"""Of the script in a site whose language is not English; theme/scripts/words/words.ts reads what it leaves."""
_SCRIPTS = "theme/scripts"
_COUNTED = range(201)
"""Whole numbers among which every form of a plural is met."""


def script(words: Words) -> str:
    """The translations of texts that stand in browser code; empty where there are none, as in English."""
    if words.catalogue is None:
        return ""
    texts: dict[str, str | dict[str, str]] = {}
    for message in words.catalogue:
        if any(place == _SCRIPTS for place, _ in message.locations):
            one = message.id[0] if isinstance(message.id, list | tuple) else message.id
            said = message.string or ""
            texts[one] = said if isinstance(said, str) else _forms(words, said)
    data = json.dumps(texts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return f"window.daybookWords={data.translate(_ESCAPES)};\n"


_ESCAPES = {ord(c): f"\\u{ord(c):04x}" for c in "<\u2028\u2029"}
"""What could end a script, or a line of it."""


def _forms(words: Words, forms: list[str] | tuple[str, ...]) -> dict[str, str]:
    """The forms of a plural by the names that Unicode's rules, and so a browser's, have for them."""
    assert words.catalogue is not None
    plural = words.catalogue.plural_forms.partition("plural=")[2].rstrip(";")
    index = c2py(plural)
    return {words.locale.plural_form(n): forms[index(n)] for n in _COUNTED}
