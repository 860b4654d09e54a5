"""Measure Daybook and others on one corpus of 19,043 articles, on this machine, in one run.

    python -m scripts.bench [--only PART,…] [--articles N] [--rounds N] [--keep]

Writes every figure to build/bench.json and prints the table; a whole run writes docs/performance.md too. The corpus is
Reuters-21578 in the folder that DAYBOOK_SHARED names, else in ../shared, else made up. Exit status 2 where something
cannot be measured; a figure short of its target is told, and is no failure.
"""

from __future__ import annotations

import argparse
import datetime
import json
import os
import platform
import shutil
import sys
from pathlib import Path
from typing import Any

from scripts.bench import corpus, figures, page, peers
from scripts.bench.measure import CannotMeasure
from scripts.bench.run import OURS, Bench

BUILD = corpus.ROOT / "build"
PAGE = corpus.ROOT / "docs" / "performance.md"
PARTS = (*OURS, "search", *peers.NAMES)
GROUPS = {"ours": OURS, "peers": peers.NAMES}


def parts(given: str) -> frozenset[str]:
    """The parts of a list of parts and groups of them."""
    found = frozenset(part for name in given.split(",") for part in GROUPS.get(name, (name,)))
    unknown = sorted(found - set(PARTS))
    if unknown:
        known = ", ".join((*GROUPS, *PARTS))
        raise argparse.ArgumentTypeError(f"{unknown[0]}: expected some of {known}")
    return found


def machine() -> dict[str, object]:
    """What it all ran on, and how busy that was at the beginning."""
    processor, memory = platform.processor() or platform.machine(), 0
    if Path("/proc/cpuinfo").exists():
        lines = Path("/proc/cpuinfo").read_text().splitlines()
        processor = next(
            (line.partition(": ")[2] for line in lines if line.startswith("model name")), processor
        )
        memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    return {
        "processor": processor,
        "cores": len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count(),
        "memory_gb": round(memory / 2**30),
        "system": platform.system(),
        "python": platform.python_version(),
        "load": os.getloadavg()[0],
    }


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--only", type=parts, default=frozenset(PARTS), help=", ".join((*GROUPS, *PARTS)))
    parser.add_argument("--articles", type=int, default=corpus.SIZE, help="so many, for a quick try")
    parser.add_argument("--rounds", type=int, default=1, help="runs of the peers, each between two of ours")
    parser.add_argument(
        "--keep", action="store_true", help="take what an earlier run ingested, and leave all"
    )
    parser.add_argument("--work", type=Path, default=BUILD / "bench", help="the folder to work in")
    parser.add_argument("--json", type=Path, default=BUILD / "bench.json", help="where the figures go")
    parser.add_argument("--page", type=Path, help="the page to write; docs/performance.md after a whole run")
    return parser.parse_args()


def main() -> int:
    given = arguments()
    given.work.mkdir(parents=True, exist_ok=True)
    bench = Bench(given.work.resolve(), given.only, given.articles, given.rounds, given.keep)
    got: dict[str, Any] = {}
    about = {
        "date": datetime.datetime.now(datetime.UTC).date().isoformat(),
        "corpus": corpus.source(),
        "machine": machine(),
    }
    for raw in bench.run():
        got = figures.top(raw) | about | {"raw": raw}
        given.json.write_text(json.dumps(got, indent=1) + "\n", encoding="utf-8")
    print(page.table(got))
    whole = given.only == set(PARTS) and given.articles == corpus.SIZE
    if given.page or whole:
        page.write(given.page or PAGE, got)
    if not given.keep:
        for folder in given.work.iterdir():
            if folder.name != "peers":
                shutil.rmtree(folder) if folder.is_dir() else folder.unlink()
    for problem in bench.failed:
        print(f"bench: {problem}", file=sys.stderr)
    return 2 if bench.failed else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except CannotMeasure as problem:
        print(f"bench: {problem}", file=sys.stderr)
        sys.exit(2)
