"""An archive of one's own: begun by a command, made by an installed package, without this folder and without Node.js."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import Distribution, distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from helpers.archive import ROOT
from helpers.pages import broken_links

ARTICLES = {
    "ferry.txt": "Title: The ferry is back\nDate: 2024-05-17\nOutlet: The Gull\n\nThe ferry came back to Oslo on Friday.\n\nNobody was hurt.\n",
    "below/strike.md": "---\ntitle: Dockers stop work\ndate: 2024-05-18\n---\n\nDockers in Bergen stopped work.\n\nTalks go on.\n",
}


@dataclass(frozen=True)
class Place:
    """An environment with Daybook's wheel, and folders to work in."""

    root: Path

    def run(self, *command: str, at: Path | None = None) -> subprocess.CompletedProcess[str]:
        """With the environment's programs on the path; make has itself and a Python alone, and no package index."""
        path = f"{self.root}/tools" if command[0] == "make" else f"{self.root}/venv/bin:{self.root}/tools"
        pip = {"PIP_NO_INDEX": "1", "PIP_NO_DEPS": "1"}
        env = {"PATH": path, "HOME": str(self.root), "LC_ALL": "C.UTF-8", **pip}
        return subprocess.run(
            command, cwd=at or self.root, env=env, capture_output=True, text=True, timeout=300, check=False,
            executable=shutil.which(command[0], path=env["PATH"]),
        )  # fmt: skip


def needed() -> dict[str, Distribution]:
    """What the project's own dependencies lead to. Extras are those that the project names: some pips leave out others'."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    found: dict[str, Distribution] = {}
    asked = [Requirement(each) for each in project["dependencies"]]
    own = {canonicalize_name(each.name): each.extras for each in asked}
    while asked:
        each = asked.pop()
        name = canonicalize_name(each.name)
        extras = ("", *own.get(name, ()))
        if name in found or not (each.marker is None or each.marker.evaluate({"extra": ""})):
            continue
        found[name] = distribution(name)
        below = map(Requirement, found[name].requires or ())
        asked += [
            Requirement(f"{r.name}")
            for r in below
            if r.marker is None or any(r.marker.evaluate({"extra": extra}) for extra in extras)
        ]
    return found


def packages(folder: Path) -> Path:
    """A folder with what is needed, and nothing else that this environment has."""
    folder.mkdir()
    for each in needed().values():
        for top in {path.parts[0] for path in each.files or ()} - {"..", "__pycache__"}:
            if not (folder / top).exists():
                (folder / top).symlink_to(Path(str(each.locate_file(top))))
    return folder


def knows(environment: Path, held: Path) -> None:
    """The environment finds what is needed, which no test may ask of the network."""
    site = next((environment / "lib").glob("python*/site-packages"))
    (site / "needed.pth").write_text(f"{held}\n", "utf-8")


def told(command: Sequence[str | Path]) -> None:
    env = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """The wheel is built of a copy, and finds what it declares where this environment has it."""
    root = tmp_path_factory.mktemp("own")
    copy = root / "copy"
    copy.mkdir()
    for name in ("plugins", "theme", "build/theme"):
        shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "setup.py", "MANIFEST.in", "README.md", "LICENSE"):
        shutil.copy2(ROOT / name, copy)
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet", "--no-cache-dir"]
    told(
        [
            *pip,
            "wheel",
            "--no-index",
            "--no-deps",
            "--no-build-isolation",
            "--wheel-dir",
            root / "wheels",
            copy,
        ]
    )
    shutil.rmtree(copy)
    told([sys.executable, "-m", "venv", "--without-pip", root / "venv"])
    python = root / "venv/bin/python"
    told([*pip, "--python", python, "install", "--no-index", "--no-deps", *(root / "wheels").glob("*.whl")])
    knows(root / "venv", packages(root / "needed"))
    (root / "tools").mkdir()
    for tool in ("make", "touch"):
        (root / "tools" / tool).symlink_to(shutil.which(tool) or tool)
    (root / "tools/python3").write_text(f'#!/bin/sh\nexec {sys.executable} "$@"\n', "utf-8")
    (root / "tools/python3").chmod(0o755)
    return Place(root)


@pytest.fixture(scope="module")
def archive(place: Place) -> Path:
    """An archive begun by `daybook new`, with two articles and a Daybook of its own."""
    done = place.run("daybook", "new", "harbour-days")
    assert done.returncode == 0, done.stderr
    folder = place.root / "harbour-days"
    for name, text in ARTICLES.items():
        path = folder / "seeds" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    done = place.run("make", "install", at=folder)
    assert done.returncode == 0, done.stderr
    knows(folder / ".venv", place.root / "needed")
    return folder


def test_its_two_commands_work(place: Place, archive: Path) -> None:
    done = place.run("make", "site", at=archive)
    assert done.returncode == 0, done.stderr
    output = archive / "output"
    day = (output / "2024/05/17/index.html").read_text("utf-8")
    assert "The ferry is back" in day
    assert "Harbour days" in day
    assert "Dockers stop work" in (output / "2024/05/18/index.html").read_text("utf-8")
    assert (output / "places/oslo.html").is_file()
    assert "--paper:" in (output / "theme/styles/main.css").read_text("utf-8")
    assert list((output / "theme/fonts").glob("*.woff2"))
    assert {path.name for path in (output / "theme/scripts").iterdir()} >= {"main.js", "search.js"}
    assert broken_links(output) == []
    done = place.run("make", "test", at=archive)
    assert done.returncode == 0, done.stderr
    assert "2 articles checked" in done.stdout
    assert "0 faults" in done.stdout


def test_its_daybook_is_the_wheel_that_it_keeps_and_no_name_of_an_index(place: Place, archive: Path) -> None:
    (wheel,) = (archive / "wheels").iterdir()
    assert wheel.read_bytes() == next((place.root / "wheels").glob("*.whl")).read_bytes()
    lines = (archive / "requirements.txt").read_text("utf-8").splitlines()
    assert [line for line in lines if not line.startswith("#")] == [f"./wheels/{wheel.name}"]
    done = subprocess.run(
        [archive / ".venv/bin/python", "-c", "import daybook; print(daybook.__file__)"],
        cwd=archive, env={}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert Path(done.stdout.strip()).is_relative_to(archive / ".venv")


def test_a_new_archive_needs_a_wheel(place: Place) -> None:
    wheel = next((place.root / "wheels").glob("*.whl"))
    for given in ("wheels", "wheels/none.whl", "tools/make"):
        done = place.run("daybook", "new", "no-wheel", "--wheel", given)
        assert done.returncode == 2
        assert f"{given}: expected Daybook as a wheel" in done.stderr
    assert not (place.root / "no-wheel").exists()
    moved = wheel.rename(place.root / wheel.name)
    assert place.run("daybook", "new", "no-wheel").returncode == 2
    assert place.run("daybook", "new", "no-wheel", "--wheel", moved.name).returncode == 0
    moved.rename(wheel)


def test_daybook_is_the_installed_one(place: Place) -> None:
    done = place.run(
        "python", "-c", "import daybook, daybook_pelican.theme as t; print(daybook.__file__, t.path())"
    )
    assert done.stdout.count(str(place.root)) == 2


def test_what_is_wrong_is_found(place: Place, archive: Path) -> None:
    copy = place.root / "broken"
    shutil.copytree(archive, copy)
    assert place.run("daybook", "build", at=copy).returncode == 0
    page = copy / "output/2024/05/17/index.html"
    page.write_text(
        page.read_text("utf-8").replace(
            "</main>", '<a href="nowhere.html">x</a><a href="#none">y</a></main>'
        ),
        "utf-8",
    )
    article = next((copy / "content/articles").rglob("*ferry*.md"))
    article.write_text(article.read_text("utf-8").replace("title:", "titel:", 1), "utf-8")
    done = place.run("daybook", "check", at=copy)
    assert done.returncode == 1
    assert "2024/05/17/index.html: nowhere.html: leads to no file" in done.stderr
    assert "2024/05/17/index.html: #none: leads to no anchor" in done.stderr
    assert "'title' perhaps" in done.stderr
    assert "3 faults" in done.stdout
    shutil.rmtree(copy / "output")
    assert place.run("daybook", "check", at=copy).returncode == 2


def test_its_settings_know_their_keys(place: Place, archive: Path) -> None:
    """Every line that stands there as a comment holds when it is made one."""
    copy = place.root / "all-set"
    shutil.copytree(archive, copy)
    conf = copy / "pelican.conf.py"
    text = conf.read_text("utf-8")
    lines = [
        line.replace("# ", "", 1) if line.startswith(('    # "', "    #     ", "    # }")) else line
        for line in text.splitlines()
    ]
    assert len([line for line in lines if line.lstrip().startswith('"')]) >= 8
    conf.write_text("\n".join(lines), "utf-8")
    done = place.run("daybook", "build", at=copy)
    assert done.returncode == 0, done.stderr
    assert not (copy / "output/review.html").exists()
    assert "--accent:#1a4f8a" in (copy / "output/theme/styles/own.css").read_text("utf-8")


def test_a_name_is_a_name_whatever_stands_in_it(place: Place) -> None:
    done = place.run("daybook", "new", "quoted", "--name", 'The "Gull\'s" <days> {{ 7 }} \\')
    assert done.returncode == 0, done.stderr
    done = place.run("daybook", "build", at=place.root / "quoted")
    assert done.returncode == 0, done.stderr
    home = (place.root / "quoted/output/index.html").read_text("utf-8")
    assert "&lt;days&gt; {{ 7 }} \\" in home


def test_a_folder_that_holds_anything_is_refused(place: Place) -> None:
    taken = place.root / "taken"
    taken.mkdir()
    (taken / "mine.txt").write_text("mine", "utf-8")
    for name in ("taken", "taken/mine.txt"):
        done = place.run("daybook", "new", name)
        assert done.returncode == 2
        assert "expected a new folder, or an empty one" in done.stderr
    assert [path.name for path in taken.iterdir()] == ["mine.txt"]
    (place.root / "empty").mkdir()
    assert place.run("daybook", "new", "empty").returncode == 0


def test_its_workflow_uses_what_this_project_s_uses() -> None:
    def used(path: Path) -> set[str]:
        return {line.strip() for line in path.read_text("utf-8").splitlines() if "uses:" in line}

    own = used(ROOT / "plugins/daybook/new/dot-github/workflows/publish.yml.in")
    assert own
    assert own <= used(ROOT / ".github/workflows/publish.yml")
