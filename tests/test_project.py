"""The project as a whole: what it imports, locks, pins and commits."""

from __future__ import annotations

import ast
import re
import shutil
import tomllib
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from helpers.archive import ROOT, Archive, new_archive

CORE = sorted((ROOT / "plugins" / "daybook").rglob("*.py"))
HOSTS = frozenset({"pelican", "jinja2", "daybook_pelican", "blinker"})
"""What the core must not know of."""


@pytest.mark.parametrize("module", CORE, ids=lambda path: path.relative_to(ROOT / "plugins").as_posix())
def test_the_core_does_not_import_its_host(module: Path) -> None:
    imported = set()
    for node in ast.walk(ast.parse(module.read_bytes())):
        if isinstance(node, ast.Import):
            imported.update(alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            imported.add(node.module.split(".")[0])
    assert not imported & HOSTS


def test_locks_name_no_registry() -> None:
    for name in ("requirements.lock", "scripts/bench/peers.lock", "package-lock.json", ".npmrc"):
        text = (ROOT / name).read_text(encoding="utf-8")
        assert not re.search(r"--(?:extra-)?index-url[ =]|--find-links[ =]|\"resolved\"|registry=", text), (
            name
        )


@pytest.mark.parametrize("name", ["requirements.lock", "scripts/bench/peers.lock"])
def test_every_package_is_locked_by_hash(name: str) -> None:
    packages = re.split(r"\n(?=[a-z])", (ROOT / name).read_text(encoding="utf-8"))
    unlocked = [
        package.split("\n")[0] for package in packages if "==" in package and "--hash=sha256:" not in package
    ]
    assert not unlocked


def test_the_lock_holds_what_is_declared() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    locked = set(
        re.findall(r"^([a-z0-9-]+)==", (ROOT / "requirements.lock").read_text(encoding="utf-8"), re.M)
    )
    names = {canonicalize_name(Requirement(entry).name) for entry in declared}
    assert names - locked == set()


def test_actions_are_pinned_by_commit() -> None:
    used = [
        line.strip()
        for path in (ROOT / ".github" / "workflows").glob("*.yml")
        for line in path.read_text(encoding="utf-8").splitlines()
        if "uses:" in line
    ]
    assert used
    assert [
        line for line in used if not re.fullmatch(r"(?:- )?uses: [\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line)
    ] == []


def test_workflows_are_yaml_with_few_permissions() -> None:
    for path in (ROOT / ".github" / "workflows").glob("*.yml"):
        flow = yaml.safe_load(path.read_text(encoding="utf-8"))
        assert flow["permissions"] in ({}, {"contents": "read"}), path
        assert "concurrency" in flow, path
        assert all("timeout-minutes" in job for job in flow["jobs"].values()), path


def test_the_licence_is_the_declared_one() -> None:
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert "GNU AFFERO GENERAL PUBLIC LICENSE" in text[:200]
    assert "END OF TERMS AND CONDITIONS" in text


def test_the_changelog_knows_the_version() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    assert f"## {version}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def files(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_content_is_what_ingest_makes(tmp_path: Path) -> None:
    """On a copy: what is committed stays as it is when ingested again."""
    archive = new_archive(tmp_path / "archive", ROOT / "seeds")
    shutil.copytree(ROOT / "content", archive.content, dirs_exist_ok=True)
    archive.ingest()
    assert changed(files(ROOT / "content"), files(archive.content)) == []


def test_content_is_made_from_nothing(five: Archive) -> None:
    """Ids, addresses and articles come out the same without any memory of them, as no person has edited one."""
    assert changed(files(ROOT / "content"), files(five.content)) == []


def changed(before: dict[str, bytes], after: dict[str, bytes]) -> list[str]:
    """Names of files that differ or are on one side alone."""
    return sorted(name for name in before.keys() | after.keys() if before.get(name) != after.get(name))


def test_no_person_of_the_articles_stands_in_the_code(five: Archive) -> None:
    people = {
        actor["name"]
        for meta, _ in five.articles().values()
        for actor in meta["actors"]
        if actor["kind"] == "person"
    }
    people = {name for name in people if " " in name}
    assert people
    found = []
    for path in sorted((ROOT / "plugins").rglob("*")):
        if path.suffix in (".py", ".yaml", ".json", ".txt"):
            text = path.read_text(encoding="utf-8")
            found += [f"{path.relative_to(ROOT)}: {name}" for name in sorted(people) if name in text]
    assert found == []
