"""An archive to look at: a thousand articles over eight weeks, of the corpus that `make bench` measures with."""

from __future__ import annotations

import gzip
from itertools import islice
from pathlib import Path

from scripts.bench import corpus
from scripts.bench.archive import Archive

ARTICLES = 1_000
STEP = corpus.SIZE // ARTICLES


def main(root: Path) -> None:
    """Make the archive below `root`; what an earlier call made is used again."""
    archive = Archive(root, keep=True)
    with corpus.documents() as lines, gzip.GzipFile(archive.seeds / "demo.jsonl.gz", "wb", mtime=0) as out:
        out.writelines(islice(lines, 0, ARTICLES * STEP, STEP))
    used = archive.build()
    print(f"{ARTICLES} articles ({corpus.source()}) in {used.wall:.0f} s: open {archive.output}/index.html")


if __name__ == "__main__":
    main(corpus.ROOT / "build" / "demo")
