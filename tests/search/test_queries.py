"""Queries over real reports: our shards in the browser's own code against one whole lunr.js index, to the last digit."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from daybook.search import Name, Names
from helpers.archive import ROOT
from search.reference import serialize
from search.samples import built
from search.test_index import reuters


def _answered(shared: Path, folder: Path, count: int) -> None:
    listed = list(reuters(shared, count))
    names = Names({id: Name(id, id.title(), (id.upper(),)) for d in listed for id in d.places})
    (folder / "files").mkdir()
    for path, data in built(listed, names).items():
        (folder / "files" / path).write_bytes(data)
    (folder / "whole.json").write_text(json.dumps(serialize(listed, names)))
    node = shutil.which("node")
    assert node, "Node.js is needed: put node on the path"
    bundle = folder / "whole.mjs"
    source = ROOT / "tests/scripts/whole.test.ts"
    esbuild = ROOT / "node_modules/.bin/esbuild"
    command = [
        esbuild,
        source,
        "--bundle",
        "--platform=node",
        "--format=esm",
        f"--outfile={bundle}",
        "--log-level=error",
    ]
    subprocess.run([*map(str, command)], cwd=ROOT, check=True)
    done = subprocess.run(
        [node, "--test", str(bundle)],
        env={**os.environ, "DAYBOOK_WHOLE": str(folder)},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout[-4000:]


def test_500_queries_over_300_reports(shared: Path, tmp_path: Path) -> None:
    _answered(shared, tmp_path, 300)


@pytest.mark.soak
def test_500_queries_over_all_of_reuters(shared: Path, tmp_path: Path) -> None:
    _answered(shared, tmp_path, 19_043)
