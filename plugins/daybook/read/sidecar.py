"""`a.txt.yaml` or `a.yaml` beside `a.txt`: what a person states of an article without touching it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from daybook.read import files, plain_yaml
from daybook.read.encoding import decode
from daybook.read.refuse import printable, remark
from daybook.read.statements import KNOWN, LONGEST, stated
from daybook.values import Problem, Stated

SUFFIX = ".yaml"


def paths_beside(path: Path) -> tuple[Path, Path]:
    """Where the sidecar of `path` may lie, the more telling name first."""
    return path.with_name(path.name + SUFFIX), path.with_suffix(SUFFIX)


def sidecar(path: Path, name: str) -> tuple[Stated, tuple[Problem, ...]]:
    """What the sidecar of the article at `path` (reported as `name`) states; a broken one states nothing."""
    for beside in paths_beside(path):
        if not os.path.lexists(beside):
            continue
        where = name.rsplit("/", 1)[0] + "/" + beside.name if "/" in name else beside.name
        data = files.read(beside, where)
        if isinstance(data, Problem):
            return Stated(), (remark(where, "sidecar", data.expected, data.found, data.do),)
        try:
            values = plain_yaml.mapping(decode(data) or "")
        except ValueError as error:
            return Stated(), (remark(where, "sidecar", _expected(), str(error), "mend it, or remove it"),)
        return stated(values, "sidecar"), tuple(_remarks(values, where))
    return Stated(), ()


def _remarks(values: Mapping[str, object], where: str) -> Iterator[Problem]:
    """What a sidecar says that is not heard."""
    unknown = sorted(key for key in values if key.lower() not in KNOWN)
    if unknown:
        found = printable(", ".join(unknown)[:200])
        yield remark(where, "sidecar-key", _expected(), found, "rename the key")
    for key, value in values.items():
        if key not in unknown and not (isinstance(value, str) and len(value) <= LONGEST):
            found = f"{len(value):,} characters" if isinstance(value, str) else f"a {type(value).__name__}"
            yield remark(
                where, "sidecar-value", f"{key}: words, at most {LONGEST:,} characters", found, "mend it"
            )


def _expected() -> str:
    return "keys title, date, url, outlet, byline, lang"
