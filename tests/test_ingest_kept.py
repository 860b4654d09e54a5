"""What an ingest keeps: nothing is done twice, nothing kept shows in what is made, and damage costs time alone."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from content.fakes import Desk, desk
from daybook import ingest, memory, stamps
from daybook.draft import Draft
from daybook.memory import Report
from daybook.settings import Settings
from daybook.shelf import KEY, Shelf
from daybook.values import RawArticle
from helpers.archive import BINARIES, Archive, new_archive

STORIES = {
    f"{n}.txt": f"Talks number {n}\nOlena Bondar spoke in Kyiv. On 2022-03-{n:02} she left."
    for n in range(1, 7)
}


class Kept:
    """An archive whose ingests keep what they work out, with the articles that the machine read."""

    def __init__(self, here: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
        self.here, self.read = here, list[str]()
        draft = here.machine.draft

        def told(raw: RawArticle) -> Draft:
            self.read.append(raw.path)
            return draft(raw)

        monkeypatch.setattr(here.machine, "draft", told)

    def ingest(self) -> Report:
        self.read.clear()
        return ingest.ingest(self.here.seeds, self.here.content, self.here.settings)

    @property
    def folder(self) -> Path:
        return memory.folder(self.here.content)


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Kept:
    here = desk(tmp_path, monkeypatch)
    for name, text in STORIES.items():
        here.seed(name, text)
    return Kept(here, monkeypatch)


def unchanged(here: Desk, settings: Settings | None = None) -> Report | None:
    """What the memory of the last ingest says."""
    return memory.unchanged(here.seeds, here.content, settings or here.settings, stamps.tree(here.content))


def test_nothing_changed_is_told_at_once(kept: Kept) -> None:
    first = kept.ingest()
    assert (first.inputs, first.kept, len(kept.read)) == (6, 0, 6)
    last = unchanged(kept.here)
    assert last is not None
    assert (last.published, last.changed, last.kept, last.problems) == (6, 0, 6, first.problems)
    assert kept.ingest() == last


@pytest.mark.parametrize(
    "change", ["seed", "new seed", "sidecar", "article", "authority", "register", "setting"]
)
def test_any_change_is_noticed(kept: Kept, change: str) -> None:
    kept.ingest()
    here, setting = kept.here, kept.here.settings
    match change:
        case "seed":
            here.seed("1.txt", STORIES["1.txt"].replace("left", "went"))
        case "new seed":
            here.seed("7.txt", STORIES["1.txt"].replace("1", "7"))
        case "sidecar":
            here.seed("1.txt.yaml", "outlet: The Paper\n")
        case "article":
            here.edit("talks-number-1", "Talks number 1", "Talks number I")
        case "authority":
            (here.content / "authority").mkdir()
            (here.content / "authority/never.yaml").write_text("- Bondar\n")
        case "register":
            (here.content / "register/names.jsonl").write_text("")
        case "setting":
            setting = type(setting)(coverage="2022-01-01..")
    assert unchanged(here, setting) is None


def test_only_new_seeds_are_read(kept: Kept) -> None:
    kept.ingest()
    kept.here.seed("7.txt", STORIES["1.txt"].replace("1", "7"))
    kept.here.seed("2.txt", STORIES["2.txt"] + "\nMore.")
    report = kept.ingest()
    assert sorted(kept.read) == ["2.txt", "7.txt"]
    assert (report.inputs, report.kept) == (7, 5)
    assert report.changed < 10  # two articles with their evidence, and the register


def test_a_file_that_grew_gives_its_old_lines_from_before(kept: Kept) -> None:
    lines = [json.dumps({"id": name, "text": text}) for name, text in STORIES.items()]
    kept.here.seed("many.jsonl", "\n".join(lines[:4]))
    for name in STORIES:
        (kept.here.seeds / name).unlink()
    kept.ingest()
    kept.here.seed("many.jsonl", "\n".join(lines))
    report = kept.ingest()
    assert sorted(kept.read) == ["many.jsonl#5.txt", "many.jsonl#6.txt"]
    assert report.kept == 4


def test_a_hand_on_one_article_reads_no_seed_again(kept: Kept) -> None:
    kept.ingest()
    kept.here.edit("talks-number-1", "2022-03-01", "2022-04-01")
    report = kept.ingest()
    assert kept.read == []
    assert kept.here.article("talks-number-1").parent.name == "01"
    assert kept.here.article("talks-number-1").parent.parent.name == "04"
    assert report.kept == 6
    assert unchanged(kept.here) is not None


EDITS = st.one_of(
    st.tuples(st.just("seed"), st.integers(1, 6), st.sampled_from(["Sumy waits.", "She left Kyiv.", ""])),
    st.tuples(st.just("new"), st.integers(7, 9), st.just("")),
    st.tuples(st.just("gone"), st.integers(1, 6), st.just("")),
    st.tuples(st.just("title"), st.integers(1, 6), st.just("Other words")),
    st.tuples(st.just("day"), st.integers(1, 6), st.just("2022-05-05")),
    st.tuples(st.just("forget"), st.integers(1, 6), st.just("")),
    st.tuples(st.just("never"), st.integers(1, 6), st.just("kyiv")),
    st.tuples(st.just("evidence"), st.integers(1, 6), st.just("{")),
)


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(rounds=st.lists(st.lists(EDITS, min_size=1, max_size=3), min_size=1, max_size=3))
def test_what_is_made_is_the_same_with_and_without(
    rounds: list[list[tuple[str, int, str]]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        both = [desk(tmp_path_factory.mktemp(name), patch) for name in ("kept", "anew")]
        for each in both:
            for name, text in STORIES.items():
                each.seed(name, text)
        for edits in [[], *rounds]:
            for each in both:
                for what, number, words in edits:
                    edit(each, what, number, words)
                ingest.ingest(each.seeds, each.content, each.settings, keep=each is both[0])
            assert both[0].tree() == both[1].tree()


def edit(here: Desk, what: str, number: int, words: str) -> None:
    """One change to an archive; none where there is nothing to change."""
    seed = here.seeds / f"{number}.txt"
    file = next((here.content / "articles").rglob(f"talks-number-{number}.md"), None)
    if what in ("seed", "new"):
        here.seed(seed.name, STORIES["1.txt"].replace("1", str(number)) + f"\n{words}")
    elif what == "gone":
        seed.unlink(missing_ok=True)
    elif what == "never":
        (here.content / "authority").mkdir(exist_ok=True)
        (here.content / "authority/never.yaml").write_text(f"- {words}\n")
    elif file is None:
        return
    elif what == "forget":
        file.unlink()
    elif what == "evidence":
        file.with_suffix(".evidence.json").write_text(words)
    elif what == "title":
        file.write_text(file.read_text().replace("title: Talks", f"title: {words} Talks"))
    elif what == "day":
        file.write_text(file.read_text().replace("\ndate: 2022", f"\ndate: {words} #", 1))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    at=st.floats(0, 1),
    byte=st.one_of(st.none(), st.integers(0, 255)),
    name=st.sampled_from(["said", "holdings", "files"]),
)
def test_damage_costs_time_alone(
    at: float, byte: int | None, name: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        here = desk(tmp_path_factory.mktemp("damaged"), patch)
        for story, text in STORIES.items():
            here.seed(story, text)
        ingest.ingest(here.seeds, here.content, here.settings)
        good, path = here.tree(), memory.folder(here.content) / f"{name}.shelf"
        data = bytearray(path.read_bytes())
        where = int(at * (len(data) - 1))
        if byte is None:
            del data[where:]
        else:
            data[where] = byte
        path.write_bytes(data)
        (path.parent / "stamp.json").unlink()
        report = ingest.ingest(here.seeds, here.content, here.settings)
        assert (report.published, report.changed) == (6, 0)
        assert here.tree() == good


@pytest.mark.parametrize("stamp", ["", "[]", "{}", '{"asked": 1, "there": 2, "report": 3}'])
def test_a_foreign_stamp_is_none(kept: Kept, stamp: str) -> None:
    kept.ingest()
    (kept.folder / "stamp.json").write_text(stamp)
    assert unchanged(kept.here) is None
    assert kept.ingest().kept == 6


def test_a_folder_that_cannot_be_written_keeps_nothing(kept: Kept) -> None:
    (kept.here.root / "build").write_text("no folder")
    assert kept.ingest().published == 6
    assert kept.ingest().kept == 0


PAIRS = st.dictionaries(st.binary(min_size=KEY, max_size=KEY), st.binary(max_size=50), max_size=5)


@given(frames=st.lists(PAIRS, max_size=5))
def test_a_shelf_gives_back_the_last_of_each(
    frames: list[dict[bytes, bytes]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("shelf") / "a.shelf"
    with Shelf(path) as shelf:
        for pairs in frames:
            shelf.add(pairs.items())
    expected = {key: value for pairs in frames for key, value in pairs.items()}
    with Shelf(path) as shelf:
        assert dict(shelf.read()) == expected
        some = sorted(expected)[:2]
        shelf.tidy(some)
    with Shelf(path) as shelf:
        assert dict(shelf.read(some)) == {key: expected[key] for key in some}


def many(archive: Archive, count: int = 120) -> None:
    """A file of many articles that differ."""
    towns = ("Kyiv", "Paris", "Oslo", "Lima")
    rows = [
        {"id": f"n{n}", "text": f"{towns[n % 4]} hears of plan {n}\n\n{towns[n % 4]}, March {n % 28 + 1}, 1987 - Ann Sample, mayor of "
         f"{towns[n % 4]}, spoke of plan {n} on Monday.\n\nActon Widgets Ltd said it would pay {n} dollars."}
        for n in range(count)
    ]  # fmt: skip
    (archive.seeds / "many.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))


def tree(archive: Archive) -> dict[str, bytes]:
    return {
        p.relative_to(archive.content).as_posix(): p.read_bytes()
        for p in archive.content.rglob("*")
        if p.is_file()
    }


@pytest.mark.parametrize("after", ["said", "holdings"])
def test_a_killed_run_goes_on_where_it_was(tmp_path: Path, after: str) -> None:
    """Killed as soon as something is on a shelf: while articles are read, and while they are written."""
    whole, killed = new_archive(tmp_path / "whole"), new_archive(tmp_path / "killed")
    for each in (whole, killed):
        many(each)
    whole.ingest()
    shelf = memory.folder(killed.content) / f"{after}.shelf"
    with subprocess.Popen(
        [BINARIES / "daybook", "ingest"], cwd=killed.root, stderr=subprocess.DEVNULL
    ) as running:
        until = time.monotonic() + 120
        while not (shelf.exists() and shelf.stat().st_size > 1000) and time.monotonic() < until:
            assert running.poll() is None
            time.sleep(0.01)
        running.kill()
    assert tree(killed) != tree(whole)
    done = killed.ingest()
    assert 0 < known(done.stderr) <= 120
    assert tree(killed) == tree(whole)
    assert known(killed.ingest().stderr) == 120


def known(told: str) -> int:
    """How many articles a run says it knew."""
    _, found, rest = told.rpartition("120 articles read, ")
    return int(rest.partition(" of them known from before")[0]) if found else 0


def test_a_run_without_work_loads_neither_gazetteer_nor_tagger(tmp_path: Path) -> None:
    archive = new_archive(tmp_path)
    (archive.seeds / "a.txt").write_text("Talks in Kyiv\n\nMarch 3, 2022\n\nAnn Sample spoke in Kyiv.\n")
    archive.ingest()
    program = (
        "import sys\nfrom daybook.cli import main\n"
        "try: main(['ingest'])\nexcept SystemExit as end: assert not end.code\n"
        "print(sorted({'lxml', 'trafilatura', 'pycrfsuite', 'marisa_trie', 'htmldate', 'distributed'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=archive.root, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
    assert "1 articles read, 1 of them known from before" in done.stderr
