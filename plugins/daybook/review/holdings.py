"""What a review looks at: the archive, what people said of it, and where its files lie."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from daybook.content import authority as authorities
from daybook.content import register, store
from daybook.content.authority import Authority
from daybook.digest import Digest, digest
from daybook.review.cast import Cast
from daybook.values import Article, Problem
from daybook.words import ENGLISH, Words


@dataclass(frozen=True)
class Holdings:
    """An archive as it lies in content/."""

    articles: tuple[Digest, ...]
    whole: Callable[[str], Article] = field(repr=False)
    """The whole of an article, by its id."""
    files: Mapping[str, str]
    """Article id to its file, as a person types it."""
    authority: Authority = field(default_factory=Authority)
    problems: tuple[Problem, ...] = ()
    content: str = "content"
    """The folder, as a person types it."""
    words: Words = ENGLISH
    """The language that the matters are told in."""

    @classmethod
    def read(cls, content: Path) -> Holdings:
        """All of content/, which is only read. Raises SettingError."""
        known, memory = authorities.load(content / "authority"), register.load(content)
        held, problems = store.by_path(content)
        files = {article.id: str(content / path) for path, article in held.items()}
        whole = {article.id: article for article in held.values()}
        problems = [*memory.problems, *problems]
        return cls(
            tuple(map(digest, held.values())), whole.__getitem__, files, known, tuple(problems), str(content)
        )

    @cached_property
    def cast(self) -> Cast:
        """The actors of all articles."""
        return Cast(self.articles, self.authority)
