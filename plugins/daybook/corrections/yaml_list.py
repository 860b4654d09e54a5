"""One file of content/authority/ changed entry by entry: every byte outside of the touched entry stays as it is."""

from __future__ import annotations

import copy
import io
import re
from collections.abc import Callable
from datetime import date
from typing import Any

import yaml
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarstring import SingleQuotedScalarString

from daybook.errors import SettingError

Value = Any
"""What YAML holds: text, numbers, days, lists and mappings of them."""
Edit = Callable[[Any], None]
"""Changes a mapping or list in place."""

_COMMENT = re.compile(r"(?:^|\s)#", re.MULTILINE)
_DEEPER = re.compile(r"\n([ ]*)-[ \n]")


class YamlList:
    """The text of a YAML file that is a list, and its entries."""

    def __init__(self, where: str, text: str) -> None:
        self._where = where
        self.text = text

    @property
    def entries(self) -> list[Value]:
        """Its entries as plain values."""
        return list(yaml.load(self.text, Loader=yaml.CSafeLoader) or [])

    def add(self, value: Value) -> None:
        """A new last entry."""
        wanted = [*self.entries, value]
        node, made = self._node(), _dump(_commented(value), "")
        if node is None:
            self._become(_lines(self.text) + f"- {made}{self._newline}", wanted)
        elif node.flow_style:
            at = node.value[-1].end_mark.index if node.value else node.start_mark.index + 1
            self._splice(at, at, f"{', ' if node.value else ''}{made}", wanted)
        else:
            indent = " " * node.start_mark.column
            end = self._line_end(node.value[-1])
            rest = self.text[end:]
            at = end if re.search(r"^(?:\.\.\.|---)", rest, re.MULTILINE) else len(self.text)
            before = "" if self.text[:at].endswith("\n") else self._newline
            lines = self._newline.join(f"{indent}{line}" for line in f"- {made}".split("\n"))
            self._splice(at, at, f"{before}{lines}{self._newline}", wanted)

    def change(self, number: int, edit: Edit) -> None:
        """The entry of that number (from 0) after `edit`; its comments, quotes and order of keys stay."""
        wanted = self.entries
        edit(wanted[number])
        start, end = self._span(number)
        column = self._column(start)
        was = re.sub(
            rf"\n {{1,{column}}}" if column else r"\n", "\n", self.text[start:end].replace("\r\n", "\n")
        )
        held = _round_trip(_offset(was)).load(was)
        edit(held)
        made = _dump(held, was)
        if len(_COMMENT.findall(made)) < len(_COMMENT.findall(was)):
            raise self._refused()  # a comment amid braces has no place on their one line
        self._splice(start, end, made.replace("\n", self._newline + " " * column), wanted)

    def remove(self, number: int) -> None:
        """Without that entry. A comment above it stays: who wrote it may want it."""
        wanted = self.entries
        del wanted[number]
        node = self._node()
        assert node is not None
        item = node.value[number]
        if node.flow_style:
            first = node.value[0].start_mark.index
            after = node.value[number + 1].start_mark.index if number + 1 < len(node.value) else None
            before = node.value[number - 1].end_mark.index if number else first
            span = (item.start_mark.index, after) if after else (before, item.end_mark.index)
            self._splice(*span, "", wanted)
            return
        dash = self.text.rindex("-", 0, item.start_mark.index)
        start = self.text.rfind("\n", 0, dash) + 1
        self._splice(start, self._line_end(item), "", wanted)

    @property
    def _newline(self) -> str:
        return "\r\n" if "\r\n" in self.text else "\n"

    def _node(self) -> yaml.SequenceNode | None:
        """The list with the places of its entries; None where the file holds none yet."""
        node = yaml.compose(self.text, Loader=yaml.CSafeLoader)
        if node is not None and not isinstance(node, yaml.SequenceNode):
            raise self._refused()
        return node

    def _span(self, number: int) -> tuple[int, int]:
        node = self._node()
        assert node is not None
        item = node.value[number]
        return item.start_mark.index, self._end(item)

    def _end(self, item: yaml.Node) -> int:
        """Behind an entry's last value; blank lines and comments behind it are no part of it."""
        last = item
        while isinstance(last, yaml.CollectionNode) and not last.flow_style and last.value:
            last = last.value[-1][1] if isinstance(last, yaml.MappingNode) else last.value[-1]
        start = item.start_mark.index
        return start + len(self.text[start : last.end_mark.index].rstrip())

    def _line_end(self, item: yaml.Node) -> int:
        """Behind the newline of the line on which an entry ends."""
        at = self.text.find("\n", self._end(item))
        return len(self.text) if at < 0 else at + 1

    def _column(self, at: int) -> int:
        return at - (self.text.rfind("\n", 0, at) + 1)

    def _splice(self, start: int, end: int, made: str, wanted: list[Value]) -> None:
        self._become(self.text[:start] + made + self.text[end:], wanted)

    def _become(self, text: str, wanted: list[Value]) -> None:
        """Take the text if it says what is wanted, and no more."""
        try:
            found = yaml.load(text, Loader=yaml.CSafeLoader) or []
        except yaml.YAMLError:
            raise self._refused() from None
        if found != wanted:
            raise self._refused()
        self.text = text

    def _refused(self) -> SettingError:
        return SettingError(
            f"{self._where}: expected one entry a line, each behind `- `, found it written in another way; "
            "write the change by hand, or the list so"
        )


def _lines(text: str) -> str:
    return text if not text or text.endswith("\n") else text + "\n"


def _offset(text: str) -> int:
    """How far the lists within an entry are set in."""
    found = _DEEPER.search(text)
    return len(found[1]) if found else 0


def _round_trip(offset: int = 0) -> YAML:
    made = YAML(typ="rt")
    made.preserve_quotes = True
    made.width = 1 << 30
    made.indent(mapping=2, sequence=offset + 2, offset=offset)
    return made


def _dump(value: Value, was: str) -> str:
    """One entry as YAML, without the newline at its end."""
    out = io.StringIO()
    if isinstance(value, str):
        value = CommentedSeq([value])
        value.fa.set_flow_style()
        _round_trip().dump(value, out)
        return out.getvalue().strip()[1:-1]
    _round_trip(_offset(was)).dump(value, out)
    return out.getvalue().rstrip("\n")


def _commented(value: Value) -> Value:
    """A new entry on one line, in quotes where another reader of YAML might take text for something else."""
    if isinstance(value, dict):
        made = CommentedMap({key: _commented(each) for key, each in value.items()})
        made.fa.set_flow_style()
        return made
    if isinstance(value, list):
        row = CommentedSeq([_commented(each) for each in value])
        row.fa.set_flow_style()
        return row
    return scalar(value)


def scalar(value: str | float | date) -> Value:
    """Text that stays text by any version of YAML; an id with a colon stands in quotes, as ingest writes it."""
    if not isinstance(value, str):
        return value
    try:
        same = yaml.load(value, Loader=yaml.CSafeLoader) == value
    except yaml.YAMLError:
        same = False
    return value if same and ":" not in value else SingleQuotedScalarString(value)


def put(entry: Any, key: str, value: Value, order: tuple[str, ...]) -> None:
    """Set a key of an entry, plain or read for a round trip; a new key goes where the order has it."""
    if not isinstance(entry, CommentedMap):
        entry[key] = copy.copy(value)
    elif key in entry:
        entry[key] = _commented(value)
    else:
        later = [n for n, held in enumerate(entry) if held in order and order.index(held) > order.index(key)]
        entry.insert(later[0] if later else len(entry), key, _commented(value))


def extend(entry: Any, key: str, values: list[str], order: tuple[str, ...]) -> None:
    """Add to a list of an entry what it lacks."""
    if key not in entry:
        put(entry, key, values, order)
    else:
        entry[key] += [scalar(each) for each in values if each not in entry[key]]


def drop(entry: Any, key: str, values: list[str]) -> None:
    """Take values out of a list of an entry, and the list where none is left."""
    for value in values:
        entry[key].remove(value)
    if not entry[key]:
        del entry[key]
