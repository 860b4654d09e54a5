"""What the files of the search hand to the page."""

from __future__ import annotations

import base64
import json
import zlib
from typing import Any


def handed(data: bytes) -> tuple[str, Any]:
    """The name and the value of a script; a packed value unpacked."""
    call = data.decode().removeprefix("daybookSearch.receive(").removesuffix(");\n")
    name, _, value = call.partition(",")
    read = json.loads(value)
    if name.startswith('"articles-'):
        read = json.loads(zlib.decompress(base64.b64decode(read)))
    return json.loads(name), read


def numbers(text: str) -> list[int]:
    """The numbers of a string of digits, read character by character."""
    alphabet = [chr(code) for code in range(0x20, 0x7F) if chr(code) not in '"\\<>']
    found, number = [], 0
    for character in text:
        digit = alphabet.index(character)
        if digit < 64:
            found.append(number * 64 + digit)
            number = 0
        else:
            number = number * 27 + digit - 64
    return found
