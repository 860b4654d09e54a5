"""An archive whose machine finds the persons that a test names, brings them together as Daybook does, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from slugify import slugify

from content.fakes import KYIV, Desk, Machine
from daybook import actors, figures, pipeline, statements
from daybook.cli import main
from daybook.content import store
from daybook.content.authority import Authority
from daybook.draft import Draft
from daybook.settings import Coverage
from daybook.values import Actor, Article, RawArticle


@dataclass
class Newsroom(Machine):
    """What the machine finds: a test changes it between two runs."""

    called: tuple[tuple[str, str], ...] = ()
    """Words of articles and the name that they are taken for."""

    def extract(
        self,
        raws: Sequence[RawArticle],
        authority: Authority,
        coverage: Coverage,
        over: Callable[[Callable[[RawArticle], Draft], Iterable[RawArticle]], Iterator[Draft]],
    ) -> list[Draft]:
        return actors.identify(list(over(self.draft, raws)), authority)

    def draft(self, raw: RawArticle) -> Draft:
        names = {name: Actor(slugify(name), name, "person") for _, name in self.called}
        aliases = {
            name: tuple(words for words, each in self.called if each == name != words) for name in names
        }
        self.actors = tuple(replace(names[name], aliases=aliases[name]) for name in names)
        made = super().draft(raw)
        said = statements.hear(raw.layer, made.text, made.actors, made.mentions)
        heard = {m.words for m in made.mentions}
        return replace(
            made,
            statements=statements.named(said),
            figures=figures.find(raw.layer, made.text, made.places, made.mentions, said),
            actors=tuple(replace(a, aliases=tuple(x for x in a.aliases if x in heard)) for a in made.actors),
        )


def newsroom(root: Path, monkeypatch: pytest.MonkeyPatch, *names: str) -> Desk:
    """An empty archive that knows these names."""
    machine = Newsroom(places=(KYIV,), called=tuple((name, name) for name in names))
    monkeypatch.setattr(pipeline, "extract", machine.extract)
    (root / "seeds").mkdir(parents=True)
    return Desk(root, machine)


def news(desk: Desk, *bodies: str) -> None:
    """One seed a body, each of a day."""
    for number, body in enumerate(bodies):
        desk.seed(f"{number}.txt", f"News number {number}\n{body}\nWritten On 2022-03-0{number + 1}.")


def say(desk: Desk, *words: str | Path) -> Result:
    """A command of daybook on this archive."""
    at = 2 if words[0] == "brief" else 1  # behind a command of a group
    given = (*words[:at], "--content", desk.content, *words[at:])
    return CliRunner().invoke(main, [str(word) for word in given])


def done(desk: Desk, *words: str | Path) -> list[str]:
    """The same, which has to end well; what it said."""
    result = say(desk, *words)
    assert result.exit_code == 0, result.output
    return result.stdout.splitlines()


def articles(desk: Desk) -> list[Article]:
    """All articles, by their seeds."""
    found, problems = store.load(desk.content)
    assert problems == []
    return sorted(found, key=lambda article: article.seed_path)


def ids(desk: Desk) -> list[list[str]]:
    """The actors of each article."""
    return [sorted(actor.id for actor in article.actors) for article in articles(desk)]


def written(desk: Desk, file: str) -> str:
    """The text of an authority file; empty where there is none."""
    path = desk.content / "authority" / file
    return path.read_text(encoding="utf-8") if path.is_file() else ""
