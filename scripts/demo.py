"""An archive to look at: a thousand articles on one subject over eight weeks, of the corpus that `make bench` measures with."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path

from scripts.bench import corpus
from scripts.bench.archive import Archive

ARTICLES = 1_000
DAYS = "1987-02-26", "1987-04-22"
SUBJECT = re.compile(r"\b(?:trade|tariffs?|GATT)\b")


def main(root: Path) -> None:
    """Make the archive below `root`; what an earlier call made is used again."""
    archive = Archive(root, keep=True)
    with gzip.GzipFile(archive.seeds / "demo.jsonl.gz", "wb", mtime=0) as out:
        out.writelines(chosen())
    used = archive.build()
    print(f"{ARTICLES} articles ({corpus.source()}) in {used.wall:.0f} s: open {archive.output}/index.html")


def chosen() -> list[bytes]:
    """Articles of these weeks on world trade, evenly; on anything where a made-up corpus has no such words."""
    within, told = [], []
    with corpus.documents() as lines:
        for line in lines:
            document = json.loads(line)
            if DAYS[0] <= document["gold"]["date"] <= DAYS[1]:
                within.append(line)
                if SUBJECT.search(document["text"]):
                    told.append(line)
    held = told if len(told) >= ARTICLES else within
    return [held[number * len(held) // ARTICLES] for number in range(ARTICLES)]


if __name__ == "__main__":
    main(corpus.ROOT / "build" / "demo")
