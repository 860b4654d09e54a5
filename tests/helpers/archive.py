"""Archives for tests: a folder of its own with this project's settings, and the commands run in it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[2]
BINARIES = Path(sys.executable).parent


@dataclass(frozen=True, slots=True)
class Archive:
    """A folder that `daybook` can be run in."""

    root: Path

    @property
    def seeds(self) -> Path:
        return self.root / "seeds"

    @property
    def content(self) -> Path:
        return self.root / "content"

    @property
    def output(self) -> Path:
        return self.root / "output"

    def run(
        self, *command: str, env: dict[str, str] | None = None, timeout: float = 300
    ) -> subprocess.CompletedProcess[str]:
        """Run a program of the environment in the archive; never raises for its exit status."""
        return subprocess.run(
            [BINARIES / command[0], *command[1:]],
            cwd=self.root,
            env={**os.environ, **(env or {})},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=timeout,
            check=False,
        )

    def ingest(self, *options: str, timeout: float = 300) -> subprocess.CompletedProcess[str]:
        """`daybook ingest`, which has to end well."""
        return succeeded(self.run("daybook", "ingest", *options, timeout=timeout))

    def build(
        self, *options: str, env: dict[str, str] | None = None, timeout: float = 300
    ) -> subprocess.CompletedProcess[str]:
        """`daybook build`, which has to end well."""
        return succeeded(self.run("daybook", "build", *options, env=env, timeout=timeout))

    def articles(self) -> dict[str, tuple[dict[str, Any], str]]:
        """Front matter and body of every article, by its seed's path."""
        found = {}
        for path in sorted((self.content / "articles").rglob("*.md")):
            _, head, body = path.read_text(encoding="utf-8").split("---\n", 2)
            meta = yaml.load(head, Loader=yaml.CSafeLoader)
            found[meta["seed"]["path"]] = (meta, body)
        return found

    def register(self, name: str) -> list[dict[str, Any]]:
        """The records of one file of the register; none where it is absent."""
        path = self.content / "register" / f"{name}.jsonl"
        if not path.exists():
            return []
        return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]

    def set_aside(self) -> dict[str, str]:
        """The code of the problem for which a seed was set aside, by its path."""
        return {p["file"]: p["code"] for p in self.register("problems") if p["set_aside"]}


def succeeded(done: subprocess.CompletedProcess[str]) -> subprocess.CompletedProcess[str]:
    """Fail the test with what the program said, unless it ended with 0."""
    assert done.returncode == 0, f"{done.args}: exit status {done.returncode}\n{done.stdout}\n{done.stderr}"
    return done


def new_archive(root: Path, seeds: Path | None = None) -> Archive:
    """An archive in `root` with this project's settings, pages and authority, and the given seeds.

    The bundles of this project's theme have to be made before (`npm run build`, which `make` does).
    """
    root.mkdir(parents=True, exist_ok=True)
    shutil.copy2(ROOT / "pelican.conf.py", root)
    for folder in ("content/authority", "content/pages"):
        shutil.copytree(ROOT / folder, root / folder, dirs_exist_ok=True)
    if seeds is None:
        (root / "seeds").mkdir()
    else:
        shutil.copytree(seeds, root / "seeds")
    return Archive(root)
