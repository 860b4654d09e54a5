"""YAML front matter: one line an entry to write, and to read nothing but text, null, lists and mappings.

Plain scalars are read as text, so that `title: No` and `title: 1984` say what they say; `schema` gives them types.
Anchors, aliases and tags have no use here and are refused, which leaves bombs nothing to work with.
"""

from __future__ import annotations

import hashlib
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
_LINE = re.compile("^- (\\{[^\r\n\x85\u2028\u2029]*\\})$", re.MULTILINE)
_PRINTS = re.compile(
    r"^fingerprints: (title [0-9a-f]{8}(?:,? (?:[\w./-]|:(?=\w))+)*)$", re.MULTILINE | re.ASCII
)
"""The longest line of nearly all headers, which takes libyaml as long as all the others; plain words in any reader of YAML."""
_NOTHING = ("", "~", "null", "Null", "NULL")
_TEXT, _NULL = "tag:yaml.org,2002:str", "tag:yaml.org,2002:null"
_SURROGATES = re.compile("[\ud800-\udfff]")


class FrontMatterError(ValueError):
    """A header that cannot be read. Its text says where and what was found."""


class _Flow(dict[str, Any]):
    """A mapping on one line."""


class _Row(list[Any]):
    """A list on one line."""


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


def _line(dumper: _Dumper, entry: _Flow) -> yaml.Node:
    return dumper.represent_mapping("tag:yaml.org,2002:map", entry.items(), flow_style=True)


_Dumper.add_representer(str, _text)


def _row(dumper: _Dumper, entries: _Row) -> yaml.Node:
    return dumper.represent_sequence("tag:yaml.org,2002:seq", entries, flow_style=True)


_Dumper.add_representer(_Flow, _line)
_Dumper.add_representer(_Row, _row)


def write(head: Mapping[str, object]) -> str:
    """The header between its `---` lines. Values are text, numbers, days, null, mappings, or lists of these."""
    flowing = {key: _flow(value) for key, value in head.items()}
    text = yaml.dump(
        flowing, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=-1, default_flow_style=False
    )
    return f"---\n{text}---\n"


def _flow(value: object) -> object:
    """Mappings and lists of scalars on one line, a list of mappings with one line each."""
    if isinstance(value, Mapping):
        return _Flow(value)
    if not isinstance(value, list | tuple):
        return value
    return (
        [_flow(each) for each in value] if any(isinstance(each, Mapping) for each in value) else _Row(value)
    )


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
    # a text that tells its own hash cannot be written: what reads as this mark stands for a line
    mark = "=" + hashlib.blake2b(header.encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()
    lines: list[Line] = []

    def marked(found: re.Match[str]) -> str:
        line = _alone(found[1])
        if line is None:
            return found[0]
        lines.append(line)
        return f"- {mark}"

    short = _LINE.sub(marked, header)
    prints = _PRINTS.search(short)
    if prints:
        short = f"{short[: prints.start(1)]}{mark}{short[prints.end(1) :]}"
    if short != header:
        with suppress(FrontMatterError):  # which then tells what stands in the header itself
            made = _mapping(short)
            if (not prints or made.get("fingerprints") == mark) and _put_back(made, mark, lines):
                return made | ({"fingerprints": prints[1]} if prints else {})
    return _mapping(header)


@lru_cache(1 << 13)
def _alone(text: str) -> Line | None:
    """One line's mapping; None where it is none by itself."""
    try:
        return Line(_mapping(text, depth=2))
    except FrontMatterError:
        return None


def _put_back(made: dict[str, Any], mark: str, lines: list[Line]) -> bool:
    """Set the lines where their marks are; False where one stood in something else, such as a text of several lines."""
    held = [value for value in made.values() if type(value) is list]
    if sum(value.count(mark) for value in held) != len(lines):
        return False
    left = iter(lines)
    for value in held:
        value[:] = [next(left) if each == mark else each for each in value]
    return True


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
