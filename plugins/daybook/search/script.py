"""Data as classic scripts: the only way in which a page that was opened from disk can load any."""

from __future__ import annotations

import json
import re
import zlib
from base64 import b64encode

_LEVEL = 4
"""Beyond it, a tenth more time for each hundredth less."""
_ESCAPED = re.compile("[<>\u2028\u2029\x7f]")


def script(name: str, value: object) -> bytes:
    """A script that hands a value to the search page, under the name by which the page asked for it."""
    return script_of(name, json_text(value))


def script_of(name: str, text: str) -> bytes:
    """The same for a value that is JSON of `json_text` already."""
    return f"daybookSearch.receive({json.dumps(name)},{text});\n".encode("utf-8", "backslashreplace")


_encoder = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def json_text(value: object) -> str:
    """JSON for a script: outside text stays inside of its strings; no `</script>` nor `<!--` can stand in one."""
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", _encoder.encode(value))


def packed(text: str) -> str:
    """JSON of `json_text`, deflated and in base 64: the page inflates it. Half of the text's room, and no more to send."""
    data = zlib.compress(text.encode("utf-8", "backslashreplace"), _LEVEL)
    return f'"{b64encode(data).decode("ascii")}"'
