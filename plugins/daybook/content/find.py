"""Which article a person means: by its file, its seed or its id; without reading all others."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from pathlib import Path

from daybook.content import register, store
from daybook.content.register import Record, Register
from daybook.errors import SettingError

_ID = re.compile(r"[0-9a-f]{12}")


def archive(content: Path) -> None:
    """Raise SettingError where there is no archive's content."""
    if not content.is_dir():
        raise SettingError(
            f"{content}: expected an archive's content, found none; run daybook ingest, or name it by --content"
        )


def path(name: str, content: Path, seeds: Path) -> str | None:
    """The article's path below content/; None where the archive does not hold it. Raises SettingError."""
    given, articles = Path(name), (content / "articles").resolve()
    for file in (given, content / given):
        if file.suffix == ".md" and file.is_file() and file.resolve().is_relative_to(articles):
            return file.resolve().relative_to(articles.parent).as_posix()
    record = _record(name, register.load(content), seeds)
    if record is None:
        return None
    settled = f"articles/{record.address.removesuffix('.html')}.md"
    if (content / settled).is_file():
        return settled
    held, _ = store.read(content)  # a person moved the file
    return held[record.id].path if record.id in held else None


def nearest(name: str, content: Path) -> str:
    """What to do where a name is that of no article: the seed that begins so, where one alone does, or resembles it."""
    seeds = sorted(record.seed for record in register.load(content).articles.values())
    stem = name.removesuffix(Path(name).suffix)
    begun = [seed for seed in seeds if stem and seed.startswith(stem)]
    near = begun if len(begun) == 1 else difflib.get_close_matches(name[:60], seeds, 1)
    return f"did you mean {near[0]}?" if near else "daybook review names them"


def _record(name: str, memory: Register, seeds: Path) -> Record | None:
    """By id, or by the seed's path from its folder or from here."""
    if _ID.fullmatch(name) and name in memory.articles:
        return memory.articles[name]
    names = {name, *_below(name, seeds)}
    return next((r for _, r in sorted(memory.articles.items()) if r.seed in names), None)


def _below(name: str, seeds: Path) -> Iterator[str]:
    file, hash, rest = name.partition("#")
    if Path(file).resolve().is_relative_to(seeds.resolve()):
        yield Path(file).resolve().relative_to(seeds.resolve()).as_posix() + hash + rest
