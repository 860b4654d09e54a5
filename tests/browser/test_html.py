"""Every page is valid HTML, by html-validate's rules (.htmlvalidate.json)."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

from helpers.archive import ROOT, Archive

PROGRAM = ROOT / "node_modules" / "html-validate" / "bin" / "html-validate.mjs"


def test_every_page_is_valid(five: Archive, tmp_path: Path) -> None:
    node = shutil.which("node")
    assert node, "expected Node.js on the path"
    told = tmp_path / "told.json"
    # Into a file: it ends before a pipe has taken all that it says.
    command = [
        node,
        PROGRAM,
        "--config",
        ROOT / ".htmlvalidate.json",
        "--formatter",
        f"json={told}",
        five.output,
    ]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    found = {
        f"{message['ruleId']}: {message['message']} ({Path(page['filePath']).relative_to(five.output)}:{message['line']})"
        for page in json.loads(told.read_text(encoding="utf-8"))
        for message in page["messages"]
    }
    assert sorted(found) == []
    assert done.returncode == 0, done.stderr
