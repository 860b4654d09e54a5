"""Every page is valid HTML, by html-validate's rules (.htmlvalidate.json)."""

from __future__ import annotations

import json
import shutil
import subprocess

from helpers.archive import ROOT, Archive


def test_every_page_is_valid(five: Archive) -> None:
    node = shutil.which("node")
    assert node, "expected Node.js on the path"
    done = subprocess.run(
        [
            node,
            ROOT / "node_modules/html-validate/bin/html-validate.mjs",
            "--config",
            ROOT / ".htmlvalidate.json",
            "--formatter",
            "json",
            five.output,
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.stdout, done.stderr
    found = {
        f"{m['ruleId']}: {m['message']} ({page['filePath'].removeprefix(str(five.output))}:{m['line']})"
        for page in json.loads(done.stdout)
        for m in page["messages"]
    }
    assert sorted(found) == []
    assert done.returncode == 0, done.stderr
