"""The core stands alone: no module of it imports Pelican or Jinja, as it is written and as it runs."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

CORE = Path(__file__).parent.parent / "plugins" / "daybook"
HOSTS = {"pelican", "jinja2", "daybook_pelican"}
MODULES = sorted(CORE.rglob("*.py"))


def imported(path: Path) -> set[str]:
    """First names of all that a file imports, within functions and conditions too."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module.partition(".")[0])
    return names


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(CORE).as_posix())
def test_no_module_names_its_host(path: Path) -> None:
    assert imported(path).isdisjoint(HOSTS)


def test_no_module_loads_its_host() -> None:
    names = [".".join(("daybook", *path.relative_to(CORE).with_suffix("").parts)) for path in MODULES]
    names = [name.removesuffix(".__init__") for name in names if not name.endswith("__main__")]
    program = (
        "import importlib, sys\n"
        f"for name in {names!r}: importlib.import_module(name)\n"
        f"print(sorted({HOSTS!r} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", program], capture_output=True, text=True, check=False
    )
    assert (done.stdout.strip(), done.stderr) == ("[]", "")
