"""A value as YAML on one line, to be pasted."""

from __future__ import annotations

import json

import yaml


def on_one_line(value: object) -> str:
    """Where something in it cannot be seen it is the JSON that YAML contains, with that escaped."""
    text: str = yaml.dump(
        [value],
        Dumper=yaml.CSafeDumper,
        default_flow_style=True,
        allow_unicode=True,
        sort_keys=False,
        width=2**31 - 1,
    )
    line = text.removesuffix("\n")[1:-1]
    if line.isprintable():
        return line
    return "".join(
        c if c.isprintable() else f"\\U{ord(c):08x}" for c in json.dumps(value, ensure_ascii=False)
    )
