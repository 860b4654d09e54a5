"""`a.txt.yaml` or `a.yaml` beside `a.txt`: what a person states of an article without touching it."""

from __future__ import annotations

from pathlib import Path

from daybook.read import files, plain_yaml
from daybook.read.encoding import decode
from daybook.read.refuse import remark
from daybook.read.statements import KNOWN, stated
from daybook.values import Problem, Stated

SUFFIX = ".yaml"


def paths_beside(path: Path) -> tuple[Path, Path]:
    """Where the sidecar of `path` may lie, the more telling name first."""
    return path.with_name(path.name + SUFFIX), path.with_suffix(SUFFIX)


def sidecar(path: Path, name: str) -> tuple[Stated, tuple[Problem, ...]]:
    """What the sidecar of the article at `path` (reported as `name`) states; a broken one states nothing."""
    for beside in paths_beside(path):
        if beside.is_symlink() or not beside.exists():
            continue
        where = name.rsplit("/", 1)[0] + "/" + beside.name if "/" in name else beside.name
        data = files.read(beside, where)
        if isinstance(data, Problem):
            return Stated(), (remark(where, "sidecar", data.expected, data.found, data.do),)
        try:
            values = plain_yaml.mapping(decode(data) or "")
        except ValueError as error:
            return Stated(), (remark(where, "sidecar", _expected(), str(error), "mend it, or remove it"),)
        unknown = sorted(key for key in values if key.lower() not in KNOWN)
        problems = (remark(where, "sidecar-key", _expected(), ", ".join(unknown)[:200], "rename the key"),)
        return stated(values, "sidecar"), problems if unknown else ()
    return Stated(), ()


def _expected() -> str:
    return "keys title, date, url, outlet, byline, lang"
