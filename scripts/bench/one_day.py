"""A day of ten thousand articles: does it stay in bounds, and does it take twice as long as five thousand?"""

from __future__ import annotations

import re
import shutil
from dataclasses import asdict
from itertools import islice
from pathlib import Path

from scripts.bench.archive import Archive

DAY = "1987-03-02"
_SLUG = re.compile(r"^slug: .*$", re.M)
_DATE = re.compile(r"^date: \d{4}-\d\d-\d\d$", re.M)


def measure(content: Path, folder: Path, articles: int) -> dict[str, object]:
    """Builds with so many articles on one day, and with half of them."""
    found: dict[str, object] = {"articles": articles}
    for name, count in (("half", articles // 2), ("whole", articles)):
        archive = Archive(folder / f"{name}-day", ingest=False)
        _fill(archive, content, count)
        found[name] = asdict(archive.clean_build())
        pages = [(path.stat().st_size, path) for path in archive.output.rglob("*.html")]
        largest, page = max(pages)
        found["largest_page"] = largest
        found["largest_page_is"] = page.relative_to(archive.output).as_posix()
        shutil.rmtree(archive.root)
    return found


def _fill(archive: Archive, content: Path, count: int) -> None:
    """Dated articles, their day changed and their address made unlike any other."""
    target = archive.articles / DAY.replace("-", "/")
    target.mkdir(parents=True)
    dated = (path for path in sorted((content / "articles").rglob("*.md")) if "undated" not in path.parts)
    for number, path in enumerate(islice(dated, count)):
        text = _DATE.sub(f"date: {DAY}", path.read_text(encoding="utf-8"), count=1)
        slug = f"{path.stem[:60]}-{number}"
        (target / f"{slug}.md").write_text(_SLUG.sub(f"slug: {slug}", text, count=1), encoding="utf-8")
        shutil.copyfile(path.with_suffix(".evidence.json"), target / f"{slug}.evidence.json")
    shutil.copytree(content / "layers", archive.content / "layers")
