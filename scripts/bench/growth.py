"""An archive that grows: articles are added, changed and removed in content/, and it is built again.

Three times in a row, each from the output of the build before: first with articles taken from all over the archive, then
twice with the newest, as a day brings them. At the end the same content is built clean in another folder, and the two
trees are compared byte by byte. The register grows with the articles, as ingest would have it.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import yaml
from scripts.bench.archive import Archive, differences

CHANGED = 5
REMOVED = 1
_NAMED = re.compile(r"^- \{id: '?([^',}]+)", re.M)
_TITLE = re.compile(r"^title: .*$", re.M)
_PLACE = re.compile(r"^places:\n- .*\n", re.M)


@dataclass(frozen=True, slots=True)
class Held:
    """An article's file, and what the register has because of it."""

    path: Path
    """From the folder of articles."""
    id: str
    names: frozenset[str]
    """Ids of its places and actors."""

    @property
    def files(self) -> tuple[Path, Path]:
        return self.path, self.path.with_suffix(".evidence.json")


def measure(content: Path, folder: Path, added: int) -> dict[str, object]:
    """Figures of growth; `added` articles a time."""
    archive, aside = Archive(folder / "growing", ingest=False), folder / "aside"
    archive.take(content)
    shutil.rmtree(aside, ignore_errors=True)
    rest = [_held(archive.articles, path) for path in sorted(archive.articles.rglob("*.md"))]
    steps = [("newest", rest[-added:]), ("newest", rest[-2 * added : -added])]
    rest = rest[: -2 * added]
    spread = rest[:: max(1, len(rest) // added)][:added]
    steps.append(("spread", spread))
    rest = sorted(set(rest) - set(spread), key=lambda held: held.path)
    for _, taken in steps:
        _move(taken, archive.articles, aside)
    register = {
        path.name: path.read_text(encoding="utf-8") for path in (content / "register").glob("*.jsonl")
    }
    _remember(archive.content / "register", register, rest)
    base = archive.clean_build()
    runs: dict[str, list[dict[str, float]]] = {"newest": [], "spread": []}
    for kind, taken in reversed(steps):
        _move(taken, aside, archive.articles)
        rest = _edited(archive.articles, rest)
        rest += taken
        _remember(archive.content / "register", register, rest)
        runs[kind].append(asdict(archive.build()))
    other = Archive(folder / "elsewhere", ingest=False)
    other.take(archive.content)
    clean = other.clean_build()
    differ = differences(archive.tree(), other.tree())
    return {
        "added": added,
        "changed": CHANGED,
        "removed": REMOVED,
        "base": asdict(base),
        **runs,
        "clean": asdict(clean),
        "identical": not differ,
        "differ": len(differ),
        "for_example": differ[:20],
    }


def _held(articles: Path, path: Path) -> Held:
    text = path.read_text(encoding="utf-8")
    id = re.search(r"^id: (\S+)$", text, re.M)
    assert id is not None, path
    return Held(path.relative_to(articles), id[1], frozenset(_NAMED.findall(text)))


def _move(taken: Sequence[Held], source: Path, target: Path) -> None:
    for held in taken:
        for name in held.files:
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            (source / name).rename(target / name)


def _remember(folder: Path, register: dict[str, str], held: Sequence[Held]) -> None:
    """Write the register with what these articles brought into it."""
    ids = {article.id for article in held}
    names = frozenset[str]().union(*(article.names for article in held))
    for name, text in register.items():
        rows = [(line, json.loads(line)) for line in text.splitlines()]
        if name == "articles.jsonl":
            rows = [(line, row) for line, row in rows if row["id"] in ids]
        elif name == "names.jsonl":
            rows = [(line, row) for line, row in rows if row["kind"] == "source" or row["id"] in names]
        (folder / name).write_text("".join(f"{line}\n" for line, _ in rows), encoding="utf-8")


def _edited(articles: Path, held: list[Held]) -> list[Held]:
    """Change some articles and remove one, anywhere in the archive; those that are left."""
    edits: list[Callable[[str], str]] = [_retitled, _longer, _without_a_place, _longer, _retitled]
    step = len(held) // (CHANGED + REMOVED + 1)
    chosen = held[step::step][: CHANGED + REMOVED]
    for article, edit in zip(chosen, edits, strict=False):
        path = articles / article.path
        path.write_text(edit(path.read_text(encoding="utf-8")), encoding="utf-8")
    for article in chosen[CHANGED:]:
        for name in article.files:
            (articles / name).unlink()
    return [article for article in held if article not in chosen[CHANGED:]]


def _retitled(text: str) -> str:
    def again(line: re.Match[str]) -> str:
        title = yaml.safe_load(line[0])["title"]
        return "title: " + json.dumps(f"{title} (corrected)", ensure_ascii=False)

    return _TITLE.sub(again, text, count=1)


def _longer(text: str) -> str:
    return text.rstrip("\n") + " This was added by hand.\n"


def _without_a_place(text: str) -> str:
    """Without its first place; with a longer body, where it is the only one or there is none."""
    cut, found = _PLACE.subn("places:\n", text, count=1)
    return cut if found and "places:\n-" in cut else _longer(text)
