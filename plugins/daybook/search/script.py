"""Data as classic scripts: the only way in which a page that was opened from disk can load any."""

from __future__ import annotations

import json

_ESCAPES = str.maketrans(
    {"<": "\\u003c", ">": "\\u003e", "\u2028": "\\u2028", "\u2029": "\\u2029", "\x7f": "\\u007f"}
)


def script(name: str, value: object) -> bytes:
    """A script that hands a value to the search page, under the name by which the page asked for it.

    Outside text stays inside of JSON strings; no `</script>` nor `<!--` can stand in one.
    """
    words = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False).translate(_ESCAPES)
    return f"daybookSearch.receive({json.dumps(name)},{words});\n".encode("utf-8", "backslashreplace")
