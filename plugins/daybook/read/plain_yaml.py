"""YAML from outside: small, shallow, without aliases, every scalar a string."""

from __future__ import annotations

import yaml

MAX_CHARACTERS = 64_000
_MAX_DEPTH = 8
_OPENING = (
    yaml.BlockMappingStartToken,
    yaml.BlockSequenceStartToken,
    yaml.FlowMappingStartToken,
    yaml.FlowSequenceStartToken,
)
_CLOSING = (yaml.BlockEndToken, yaml.FlowMappingEndToken, yaml.FlowSequenceEndToken)


def mapping(text: str) -> dict[str, object]:
    """The mapping that `text` writes. Raises ValueError, in words for a person, for anything else.

    Aliases are refused before anything is built, as ten lines of them can expand to gigabytes.
    """
    if len(text) > MAX_CHARACTERS:
        raise ValueError(f"{len(text):,} characters, more than {MAX_CHARACTERS:,}")
    try:
        _bound(text)
        found = yaml.load(text, Loader=yaml.CBaseLoader)
    except yaml.YAMLError as error:
        raise ValueError(" ".join(str(error).split())[:200]) from None
    if not isinstance(found, dict) or not all(isinstance(key, str) for key in found):
        raise ValueError(f"a {type(found).__name__}, not keys with values")
    return found


def _bound(text: str) -> None:
    depth = 0
    for token in yaml.scan(text, Loader=yaml.CBaseLoader):
        if isinstance(token, yaml.AliasToken | yaml.AnchorToken):
            raise ValueError("an anchor or alias")
        depth += isinstance(token, _OPENING) - isinstance(token, _CLOSING)
        if depth > _MAX_DEPTH:
            raise ValueError(f"values nested deeper than {_MAX_DEPTH}")
