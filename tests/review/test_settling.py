"""Every command that a review prints is one that `daybook` takes; run, its matter is gone, and stays away."""

from __future__ import annotations

import shlex
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from hypothesis import example, given
from hypothesis import strategies as st

from daybook.cli import main
from daybook.review import Holdings, Item, answers, review
from daybook.values import Rival
from review.holdings import IDA, IDDA, NORTH, article, holdings

SEEDS = {
    "fair.txt": "Fair opens in Springfield\n\nThe mayor opened the fair in Springfield. Springfield waited for it.\n",
    "rain.txt": "Rain stops the race\n\nThe race in Springfield was stopped by rain. It will be run on May 3, 2021.\n",
    "talks.txt": "Talks go on\n\nPARIS, May 4, 2021 (AFP) - Foreign Minister Ann Marsh spoke. Ann Marsh met Olaf Berg.\n",
    "more.txt": "More talks\n\nPARIS, May 5, 2021 (AFP) - Mr. Marsh spoke to reporters. Marsh said that talks went on.\n",
    "flag.txt": "Visitors and Six Flag officials\n\nMaize Mar 48.0, total 48.0 (nil). Sorghum nil (nil), Six Flag officials say.\n",
    "party.txt": "Tax writers meet\n\nThe chairmen and senior Republican members of the writing committees met.\n",
    "scores.txt": "Scores\n\nTeam Kestrel Reds beat Blue Harriers 3-1. Harriers Cup Final was won by Kestrel.\n",
    "letters.txt": "Letters\n\nDear Editor Sunny Side Up, Happy Easter Bunny came by Great Big Parade.\n",
    "road.txt": "Road closed\n\nThe Old Mill Highway was closed by snow.\n",
    "supper.txt": "First Quay Sunday School Class hosts Old Boats Chili Supper. It was on Mar 48.0 nil.\n",
}
CONF = 'DAYBOOK = {"coverage": "2021-01-01..2021-12-31"}\n'


def run(words: list[str]) -> None:
    done = CliRunner().invoke(main, words)
    assert done.exit_code == 0, (words, done.output, done.exception)


def matters() -> dict[tuple[str, str], Item]:
    sections = review(Holdings.read(Path("content")))
    return {(section.kind, item.id): item for section in sections for item in section.items}


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """An archive with matters of each kind that a command settles, ingested once."""
    root = tmp_path_factory.mktemp("settling")
    (root / "seeds").mkdir()
    for name, text in SEEDS.items():
        (root / "seeds" / name).write_text(text)
    (root / "pelican.conf.py").write_text(CONF)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(root)
        run(["ingest"])
        shutil.copytree("content", "as-ingested")
        yield root


@pytest.fixture
def here(archive: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(archive)
    shutil.rmtree("content")
    shutil.copytree("as-ingested", "content")
    return archive


def is_read(words: tuple[str, ...]) -> bool:
    """Whether click's own parser takes the words, arguments and options alike; nothing is run."""
    name, *rest = words[1:]
    with main.make_context("daybook", [name, *rest], resilient_parsing=False) as context:
        _, command, args = main.resolve_command(context, [name, *rest])
        assert command is not None
        command.make_context(name, args, parent=context)
    return True


def test_each_kind_that_a_command_settles_is_there(here: Path) -> None:
    assert {kind for kind, _ in matters()} == {
        "undated",
        "ambiguous-place",
        "resembling-actors",
        "doubtful-name",
    }


def test_run_each_command_settles_its_matter_and_the_next_ingest_does_not_bring_it_back(here: Path) -> None:
    for key, item in sorted(matters().items()):
        for choice in item.told.choices:
            if choice.command:
                shutil.rmtree("content")
                shutil.copytree("as-ingested", "content")
                words = shlex.split(choice.shell)
                assert words == list(choice.command)
                run(words[1:])
                run(["ingest"])
                assert key not in matters(), choice.shell
                run(["ingest"])
                assert key not in matters(), choice.shell


def test_a_road_that_is_no_place_is_gone(here: Path) -> None:
    def roads() -> list[str]:
        held = Holdings.read(Path("content")).articles
        return [p.id for a in held for p in a.places if a.seed_path == "road.txt"]

    assert roads() == ["dayb:old-mill-highway"]
    run(["not-same", "Old Mill Highway", "dayb:old-mill-highway"])
    run(["ingest"])
    assert roads() == []


def test_a_day_that_a_person_confirms_is_theirs(here: Path) -> None:
    held = Holdings.read(Path("content"))
    (before,) = (a for a in held.articles if a.seed_path == "talks.txt")
    assert before.date
    run(list(answers.day(held, before, before.date.value.isoformat(), "as it stands").command[1:]))
    run(["ingest"])
    (after,) = (a for a in Holdings.read(Path("content")).articles if a.seed_path == "talks.txt")
    assert after.date
    assert (after.date.value, after.date.rule) == (before.date.value, "hand")


NAMES = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=30)


@given(name=NAMES, other=NAMES, content=st.sampled_from(["content", "other content", "-x"]))
@example(name="--help", other="$(rm -rf x); `y` 'z'", content="content")
@example(name="a\n- {id: b}", other="\u202egnp", content="content")
def test_whatever_names_hold_a_shell_and_the_command_read_them_as_they_are(
    name: str, other: str, content: str
) -> None:
    place = replace(NORTH, name=name, confidence=0.3)
    actor, alike = replace(IDA, name=name, confidence=0.3), replace(IDDA, name=other)
    rivals = (
        Rival(f"place {place.id}", "my:south", other, 0.3, "country"),
        Rival(f"actor {actor.id}", alike.id, other, 0.6, "resembles"),
    )
    one = article(
        1, f"It is {name}. And {other}.", day=None, places=[place], actors=[actor, alike], rivals=rivals
    )
    held = replace(holdings(one), content=content, files={one.id: f"{content}/articles/{name}.md"})
    choices = [choice for section in review(held) for item in section.items for choice in item.told.choices]
    assert len(choices) > 8
    for choice in choices:
        assert choice.shell.isprintable()
        assert shlex.split(choice.shell) == list(choice.command)
        assert not choice.command or is_read(choice.command)
        assert choice.line.isprintable()
        assert choice.line == "" or "YYYY" in choice.line or yaml.safe_load(choice.line)
    said = {choice.line for choice in choices if choice.file.endswith("never.yaml")}
    assert {tuple(yaml.safe_load(line)) for line in said} == {(name,)} or name.split() != [name]
