"""What the five articles of the repository's own archive say in numbers, through ingest, as their evidence files have it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from daybook.cli import main
from daybook.content import store
from daybook.values import Article, Figure

SEEDS = Path(__file__).parents[2] / "seeds"
ASKED = [
    # seed, value, unit, bound, who says so, whether it could not be verified
    ("001", "500000", "refugees", "more than", None, False),
    ("001", "102", "killed", "at least", None, False),
    ("001", "350", "weapons", "more than", None, False),
    ("000", "677000", "refugees", "more than", "unhcr", False),
    ("004", "1000000", "refugees", "exact", "unhcr", False),
    ("004", "498", "killed", "exact", "russian-ministry-of-defence", True),
    ("004", "1597", "wounded", "exact", None, True),
    ("004", "6000", "casualties", "about", "state:UA", False),
    ("004", "9000", "casualties", "about", "general-staff-of-the-armed-forces-of-ukraine", True),
    ("004", "2000", "killed", "more than", None, True),
    ("004", "15000000000", "money", "more than", "kyrylo-shevchenko", False),
]


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> list[Article]:
    root = tmp_path_factory.mktemp("archive")
    shutil.copytree(SEEDS, root / "seeds")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(root)
        done = CliRunner().invoke(main, ["ingest"])
        assert done.exit_code == 0, done.output
        return store.load(Path("content"))[0]


@pytest.mark.parametrize(("seed", "value", "unit", "bound", "actor", "unverified"), ASKED)
def test_a_figure_stands_there_with_who_says_so(
    articles: list[Article], seed: str, value: str, unit: str, bound: str, actor: str | None, unverified: bool
) -> None:
    found = [
        figure
        for article in articles
        for figure in article.figures
        if article.seed_path.startswith(seed) and (figure.value, figure.unit) == (value, unit)
    ]
    assert [(f.bound, f.actor, f.unverified) for f in found] == [(bound, actor, unverified)]


def test_the_vote_of_the_general_assembly_is_told_by_two_articles(articles: list[Article]) -> None:
    def votes(figures: tuple[Figure, ...]) -> list[str]:
        return sorted(figure.value for figure in figures if figure.unit == "votes")

    told = [votes(article.figures) for article in articles]
    assert [each for each in told if each] == [["141", "35", "5"]] * 2
