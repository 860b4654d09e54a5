"""What deserves a person's look: one matter, what speaks for each answer, and how to give it."""

from __future__ import annotations

import shlex
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from daybook.review.yaml_value import on_one_line


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence of an article that a matter turns on."""

    article: str
    """Id of the article."""
    sentence: str
    """Its id there; empty for the title."""
    pieces: tuple[tuple[str, bool], ...]
    """Its words in order; true where they are the ones in question."""

    @property
    def text(self) -> str:
        return "".join(words for words, _ in self.pieces)


@dataclass(frozen=True, slots=True)
class Choice:
    """An answer that a person can give."""

    says: str
    """What it would mean, as a sentence without its full stop."""
    command: tuple[str, ...] = ()
    """The words of the command that gives it; none where only a file can be mended."""
    key: str = ""
    """What a line that says the same by hand begins with: `- ` in a list, `date: ` in an article; empty for no line."""
    value: object = None
    """What stands behind it, as YAML has it."""
    file: str = ""
    """Where that line belongs."""

    @property
    def line(self) -> str:
        """That line; empty for none."""
        return f"{self.key}{on_one_line(self.value)}" if self.key else ""

    @property
    def shell(self) -> str:
        """The command as a shell reads it, quoted; empty where there is none."""
        return shlex.join(self.command)


@dataclass(frozen=True, slots=True)
class Told:
    """What a person reads of a matter."""

    why: str
    """Why it is in doubt, as a sentence without its full stop."""
    evidence: tuple[Quote, ...]
    choices: tuple[Choice, ...]
    """The answer that the archive gives now stands first, where it gives one."""


@dataclass(frozen=True)
class Item:
    """One matter in doubt: weighed at once, told when it is read, as few of many are."""

    kind: str
    """The rule that found it: `undated`, `ambiguous-place`, …"""
    id: str
    """What it is about, the same from run to run: an article's id, `springfield gn:4250542`, …"""
    title: str
    doubt: float
    """0 to 1, see `weigh.doubt`."""
    prominence: float
    """How much of the archive hangs on it, see `weigh.prominence`."""
    articles: tuple[str, ...]
    """Ids of the articles that it is about, in the archive's order."""
    tell: Callable[[], Told]
    """May read the articles that it is about."""
    at_hand: bool = False
    """Whether an answer is at hand that a look can settle at once: such stand before all others of their kind."""

    @property
    def weight(self) -> float:
        """What orders the items: doubt × prominence."""
        return self.doubt * self.prominence

    @cached_property
    def told(self) -> Told:
        return self.tell()


@dataclass(frozen=True, slots=True)
class Section:
    """All matters of one kind."""

    kind: str
    title: str
    items: tuple[Item, ...]
    """The weightiest first, ties by id."""
