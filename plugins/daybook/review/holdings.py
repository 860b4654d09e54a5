"""What a review looks at: the archive, what people said of it, and where its files lie."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from daybook.content import authority as authorities
from daybook.content import register, store
from daybook.content.authority import Authority
from daybook.review.cast import Member, cast
from daybook.sentences import words
from daybook.values import Article, Problem


@dataclass(frozen=True)
class Holdings:
    """An archive as it lies in content/."""

    articles: tuple[Article, ...]
    """Sorted by file."""
    files: Mapping[str, str]
    """Article id to its file, as a person types it."""
    authority: Authority = field(default_factory=Authority)
    problems: tuple[Problem, ...] = ()
    content: str = "content"
    """The folder, as a person types it."""
    told: dict[str, Mapping[str, tuple[str, int]]] = field(default_factory=dict, repr=False)
    """The sentences of articles that were asked for, by the article's id."""

    @classmethod
    def read(cls, content: Path) -> Holdings:
        """All of content/, which is only read. Raises SettingError."""
        known, memory = authorities.load(content / "authority"), register.load(content)
        held, problems = store.by_path(content)
        files = {article.id: str(content / path) for path, article in held.items()}
        return cls(tuple(held.values()), files, known, (*memory.problems, *problems), str(content))

    @cached_property
    def cast(self) -> Mapping[str, Member]:
        """The actors of all articles, by id."""
        return cast(self.articles, self.authority)

    def sentences(self, article: Article) -> Mapping[str, tuple[str, int]]:
        """An article's sentences by their ids, each with its words and start in the text layer."""
        if article.id not in self.told:
            self.told[article.id] = words(article)
        return self.told[article.id]
