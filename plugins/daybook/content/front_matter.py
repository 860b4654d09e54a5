"""YAML front matter: one line an entry to write, and to read nothing but text, null, lists and mappings.

Plain scalars are read as text, so that `title: No` and `title: 1984` say what they say; `schema` gives them types.
Anchors, aliases and tags have no use here and are refused, which leaves bombs nothing to work with.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

import yaml

LONGEST = 8_000_000
"""Characters of a header, some hundred times that of a long article."""
DEEPEST = 6
"""Nesting; the deepest of a good header is 3."""

OPEN = 2_000
"""Brackets open at once."""

_BRACKETS = re.compile(r"[\[\]{}]")
_INDICATORS = re.compile(r"\n {0,9}(?:[-?:] {1,9}){12}")
_ODD = re.compile(
    "[^\x20-\x7e\xa1-\xac\xae-\u061b\u061d-\u180d\u180f-\u200a\u2010-\u2027\u2030-\u205f\u2070-\ud7ff\ue000-\ufefe\uff00-\uffef\U00010000-\U0010ffff]"
)
_PARTS = re.compile(r"[,:?\[\]{}]")
_QUOTED = r"'(?:[^']|'')*+'"
_WORDS = re.compile(rf"{_QUOTED}|-?\w[^:,?{{}}\[\]]*")
_PAIR = re.compile(rf"(?!null:)([a-z][a-z0-9]*): ({_WORDS.pattern}|\[[^\]]*\])")
_NOTHING = ("", "~", "null", "Null", "NULL")
_TEXT, _NULL = "tag:yaml.org,2002:str", "tag:yaml.org,2002:null"
_SURROGATES = re.compile("[\ud800-\udfff]")


class FrontMatterError(ValueError):
    """A header that cannot be read. Its text says where and what was found."""


class _Dumper(yaml.CSafeDumper):
    def ignore_aliases(self, data: Any) -> bool:
        return True

    def descend_resolver(self, current_node: Any, current_index: Any) -> None:
        """Nothing here depends on where a node stands."""

    def ascend_resolver(self) -> None:
        """As above."""


def _text(dumper: _Dumper, text: str) -> yaml.Node:
    # Anything that an editor would not show stands as an escape, which needs double quotes.
    if _ODD.search(text):
        return dumper.represent_scalar(_TEXT, _SURROGATES.sub("\ufffd", text), style='"')
    return dumper.represent_scalar(_TEXT, text)


_Dumper.add_representer(str, _text)


def write(head: Mapping[str, object]) -> str:
    """The header between its `---` lines. Keys are plain words; values are text, numbers, days, null, dicts, or lists of these."""
    return f"---\n{''.join(_entry(key, value) for key, value in head.items())}---\n"


def _entry(key: str, value: object) -> str:
    """An entry on one line; a list of dicts with one line each."""
    if isinstance(value, list | tuple) and any(isinstance(each, dict) for each in value):
        return f"{key}:\n" + "".join(f"- {_flow(each)}\n" for each in value)
    if isinstance(value, str):
        return f"{key}: {value}\n" if _is_plain(value) else _dumped({key: value}, flow=False)
    return f"{key}: {_flow(value)}\n"


def _flow(value: object) -> str:
    """A value on one line, which others may share."""
    if isinstance(value, dict):
        return f"{{{', '.join([f'{key}: {_flow(each)}' for key, each in value.items()])}}}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_flow, value))}]"
    return _word(value)


@lru_cache(1 << 13, typed=True)
def _word(value: object) -> str:
    """Text, a number, a day or null within a line."""
    if isinstance(value, str) and not _PARTS.search(value) and _is_plain(value):
        return value
    return _dumped([value], flow=True)[1:-2]


def _is_plain(text: str) -> bool:
    """Whether text that fills its line surely needs no quotes; of the rest libyaml decides, which takes many times as long."""
    if not text[:1].isalnum() or ": " in text or " #" in text or text[-1] in ": ":
        return False
    if not (text.isascii() and text.isprintable()) and (_ODD.search(text) or max(text) > "\uffff"):
        return False
    return not any(known.match(text) for _, known in _Dumper.yaml_implicit_resolvers.get(text[0], ()))


def _dumped(value: object, flow: bool) -> str:
    text: str = yaml.dump(value, Dumper=_Dumper, allow_unicode=True, width=-1, default_flow_style=flow)
    return text


def split(text: str) -> tuple[str, str]:
    """Header and body of a file. Raises FrontMatterError."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    if not text.startswith("---\n"):
        raise FrontMatterError("no line of three hyphens at the very beginning")
    end = text.find("\n---\n", 3)
    if end < 0 and text.endswith("\n---"):
        return text[4:-4], ""
    if end < 0:
        raise FrontMatterError("no line of three hyphens that ends the header")
    return text[4 : end + 1], text[end + 5 :]


class _Loader(yaml.CSafeLoader):
    """Knows nothing but text and null; what a header tags in so many words keeps its tag, and is refused."""

    def resolve(self, kind: type[yaml.Node], value: Any, implicit: Any) -> str:
        if kind is not yaml.ScalarNode:
            return ""
        return _NULL if value in _NOTHING and implicit[0] else _TEXT

    def descend_resolver(self, current_node: Any, current_index: Any) -> None:
        """Nothing here depends on where a node stands."""

    def ascend_resolver(self) -> None:
        """As above."""


@dataclass(frozen=True, eq=False, slots=True)
class Line:
    """An entry of a list that fills a line, such as a place; the same line of many headers is one object."""

    value: dict[str, Any]
    """Not to be changed."""


def read(header: str) -> dict[str, Any]:
    """The header's mapping, of `str`, `None`, `list` and `dict` alone. Raises FrontMatterError."""
    return {key: _whole(value) for key, value in by_lines(header).items()}


def by_lines(header: str) -> dict[str, Any]:
    """The same with `Line` for entries of the header's own lists, so that those of many headers are read once."""
    if len(header) > LONGEST:
        raise FrontMatterError(f"{len(header)} characters, more than {LONGEST}")
    with suppress(
        FrontMatterError
    ):  # what somebody wrote in another way is libyaml's, which takes four times as long
        return _as_written(header)
    return _mapping(header)


def _as_written(header: str) -> dict[str, Any]:
    """The mapping of a header that has the form which `write` gives it, or nearly. Raises FrontMatterError for any other."""
    lines = header.removesuffix("\n").split("\n")
    seen = "".join(lines)
    if not (seen.isascii() and seen.isprintable()) and _ODD.search(seen):
        raise FrontMatterError("a sign that needs an escape")
    made: dict[str, Any] = {}
    entries: list[Line] | None = None
    for line in lines:
        if line.startswith("- {") and line.endswith("}") and entries is not None:
            entries.append(_alone(line[2:]))
            continue
        key, colon, value = line.partition(":")
        if not colon or not key.isalpha() or key in _NOTHING or key in made or entries == []:
            raise FrontMatterError("a line of another form")
        if not value:
            made[key] = entries = []
        elif value[0] == " ":
            made[key] = _flowing(value[1:]) if value[1:2] in ("{", "[") else _said(value[1:])
            entries = None
        else:
            raise FrontMatterError("a line of another form")
    if entries == []:
        raise FrontMatterError("a key without a value")
    return made


@lru_cache(1 << 13)
def _alone(text: str) -> Line:
    """One line's mapping. Raises FrontMatterError where it is none by itself."""
    try:
        found = _flowing(text)
    except FrontMatterError:
        found = _mapping(text, depth=2)
    assert isinstance(found, dict)
    return Line(found)


def _flowing(text: str) -> dict[str, Any] | list[str | None]:
    """A mapping or a list of words on one line, as `write` has it. Raises FrontMatterError for any other."""
    if text.startswith("["):
        words = _WORDS.findall(text)
        if f"[{', '.join(words)}]" != text:
            raise FrontMatterError("a list of another form")
        return [_said(each) for each in words]
    pairs = _PAIR.findall(text)
    made = {key: _flowing(value) if value[0] == "[" else _said(value) for key, value in pairs}
    if f"{{{', '.join([f'{key}: {value}' for key, value in pairs])}}}" != text or len(made) < len(pairs):
        raise FrontMatterError("a mapping of another form")
    return made


def _said(words: str) -> str | None:
    """Words as `write` has them, with quotes or without. Raises FrontMatterError for any other."""
    if words[:1] == "'":
        if not _WORDS.fullmatch(words):
            raise FrontMatterError("words in quotes of another form")
        return words[1:-1].replace("''", "'")
    first = words[1:2] if words[:1] == "-" else words[:1]
    if (
        not first
        or not (first.isalnum() or first in "<(")
        or ": " in words
        or " #" in words
        or words[-1] in ": "
    ):
        raise FrontMatterError("words that need quotes")
    return None if words in _NOTHING else words


def _whole(value: object) -> object:
    if type(value) is not list:
        return value
    return [dict(each.value) if type(each) is Line else each for each in value]


def _mapping(text: str, depth: int = 0) -> dict[str, Any]:
    if _nests(text):
        raise FrontMatterError("brackets nested deeper than any header needs")
    try:
        loader = _Loader(text)
        try:
            node = loader.get_single_node()
        finally:
            loader.dispose()
    except (yaml.YAMLError, ValueError) as error:
        raise FrontMatterError(_told(error)) from None
    if not isinstance(node, yaml.MappingNode):
        raise FrontMatterError("no mapping of keys to values")
    value = _value(node, set(), depth)
    assert isinstance(value, dict)
    return value


def _nests(header: str) -> bool:
    """A quick bound before libyaml, whose time grows with the square of the depth.

    Brackets within quotes count as well, so the bound lies above what a title and a lead could hold.
    """
    if header.count("[") + header.count("{") > OPEN:
        depth = 0
        for bracket in _BRACKETS.findall(header):
            depth = depth + 1 if bracket in "[{" else max(0, depth - 1)
            if depth > OPEN:
                return True
    return _INDICATORS.search(f"\n{header}") is not None


def _value(node: yaml.Node, seen: set[yaml.Node], depth: int) -> object:
    if node in seen or depth > DEEPEST:
        raise FrontMatterError(f"an alias, or too deep a nesting, {_where(node.start_mark)}")
    seen.add(node)
    if isinstance(node, yaml.ScalarNode):
        return _scalar(node)
    if node.tag:
        raise FrontMatterError(f"the tag {node.tag!r}, {_where(node.start_mark)}")
    if isinstance(node, yaml.SequenceNode):
        return [_value(each, seen, depth + 1) for each in node.value]
    made: dict[str, object] = {}
    for key, value in node.value:
        name = _scalar(key) if isinstance(key, yaml.ScalarNode) else None
        if name is None:
            raise FrontMatterError(f"a key that is no text, {_where(key.start_mark)}")
        if name in made:
            raise FrontMatterError(f"the key {name!r} twice, {_where(key.start_mark)}")
        if type(value) is yaml.ScalarNode and value not in seen and depth < DEEPEST:  # nearly all
            seen.add(value)
            made[name] = _scalar(value)
        else:
            made[name] = _value(value, seen, depth + 1)
    return made


def _scalar(node: yaml.ScalarNode) -> str | None:
    if node.tag == _TEXT:
        found: str = node.value
        return found
    if node.tag == _NULL:
        return None
    raise FrontMatterError(f"the tag {node.tag!r}, {_where(node.start_mark)}")


def _told(error: Exception) -> str:
    problem, mark = getattr(error, "problem", None), getattr(error, "problem_mark", None)
    return f"{problem or error}{', ' + _where(mark) if mark else ''}"[:300]


def _where(mark: Any) -> str:
    return f"line {mark.line + 2}, column {mark.column + 1}"


def day(text: str) -> date | None:
    """An ISO day, or None."""
    try:
        return date.fromisoformat(text) if re.fullmatch(r"\d{4}-\d\d-\d\d", text) else None
    except ValueError:
        return None
