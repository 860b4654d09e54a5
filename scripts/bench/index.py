"""How long the search index takes from parsed articles, on one core: python -m scripts.bench.index ARCHIVE

Prints JSON: wall and CPU seconds from articles in memory to every file below output/search/, and how many bytes those are.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path

from daybook import search
from daybook.content import authority, register, store
from daybook.digest import digest
from daybook.settings import Settings
from daybook.site.archive import Archive


def main(root: Path) -> None:
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    content = root / "content"
    articles, problems = store.load(content)
    memory, known = register.load(content), authority.load(content / "authority")
    days = Settings.from_file(root / "pelican.conf.py").days
    archive = Archive.of(
        [digest(article) for article in articles],
        days,
        memory.names_of(),
        known,
        memory.redirects,
        problems,
    )
    names = search.names(archive, known)
    start, used = time.perf_counter(), time.process_time()
    rows = [search.row(article) for article in articles]
    files = dict(search.build(rows, archive.address, names))
    wall, cpu = time.perf_counter() - start, time.process_time() - used
    print(
        json.dumps(
            {
                "articles": len(articles),
                "wall": round(wall, 2),
                "cpu": round(cpu, 2),
                "files": len(files),
                "bytes": sum(map(len, files.values())),
            }
        )
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
