"""Measure extraction on public corpora and hold every figure against the floor reached so far.

    python -m scripts.evaluate [NAME ...] [--samples] [--raise]

The corpora and their scorer lie outside the project: in the folder that DAYBOOK_SHARED names, else in `../shared`. What
is measured, how, and the floors are in tests/quality/floors.json. Exit status 1 where a figure is below its floor, 2 where
it cannot be measured. `--raise` moves floors up to what was reached, never down; to lower one, a person edits the file.
"""

from __future__ import annotations

import argparse
import datetime
import gzip
import json
import math
import os
import re
import shlex
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scripts import gold_figures, gold_pairs, gold_statements

ROOT = Path(__file__).resolve().parents[1]
FLOORS = ROOT / "tests" / "quality" / "floors.json"
SHARED = Path(os.environ.get("DAYBOOK_SHARED", ROOT.parent / "shared"))
DATELINE = re.compile(r"\A([^\n]*\n\s*\n)[^\n]{1,80}?\b[A-Z][a-z]{2,8}\.? \d{1,2} +-+\s+")
"""A title, an empty line, and a dateline that states a day, up to its dash."""


class CannotMeasure(Exception):
    """The corpora are absent, or the program did not answer."""


@dataclass(frozen=True, slots=True)
class Result:
    """One figure of one run."""

    run: str
    figure: str
    target: float | None
    """What is aimed at."""
    floor: float
    """The best reached so far, rounded down."""
    reached: float

    @property
    def held(self) -> bool:
        return self.reached >= self.floor


def corpus(run: dict[str, Any]) -> Path:
    """The file of a run's documents."""
    path = SHARED / "data" / str(run["set"])
    if not path.exists():
        raise CannotMeasure(f"{path}: expected a corpus, found none; set DAYBOOK_SHARED")
    return path


def without_datelines(path: Path, every: int, target: Path) -> Path:
    """Every so-manieth document of a set, those alone that state their day in a dateline, and without it."""
    with gzip.open(path, "rt", encoding="utf-8") as lines, target.open("w", encoding="utf-8") as out:
        for number, line in enumerate(lines):
            document = json.loads(line)
            text, cut = DATELINE.subn(r"\1", document["text"])
            if number % every == 0 and cut:
                out.write(json.dumps(document | {"text": text}) + "\n")
    return target


def score(run: dict[str, Any]) -> dict[str, float]:
    """The figures of one run."""
    if run.get("gold") == "pairs":
        return brought_together(run)
    return against(run) if "gold" in run else scored(run)


def brought_together(run: dict[str, Any]) -> dict[str, float]:
    """Of the stories of a whole corpus, against pairs that a reader judged.

    The corpus is ingested first, which takes minutes; DAYBOOK_INGESTED may name the folder content/ of one that is.
    """
    with tempfile.TemporaryDirectory() as folder:
        content = Path(os.environ.get("DAYBOOK_INGESTED", f"{folder}/content"))
        if not content.exists():
            seeds = Path(folder) / "seeds"
            seeds.mkdir()
            (seeds / str(run["set"])).symlink_to(corpus(run).resolve())
            command = [*shlex.split(run["command"]), "--seeds", str(seeds), "--content", str(content)]
            command[0] = str(Path(sys.executable).parent / command[0])
            done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
            if done.returncode:
                raise CannotMeasure(f"{run['name']}: {done.stderr.strip()}")
        began = time.process_time()
        made, ids = gold_pairs.told(content)
        took = time.process_time() - began
    if not ids:
        raise CannotMeasure(f"{content}: expected the articles of {run['set']}, found none")
    size = sum(len(p.words) for each in made.all for a in each.articles for p in a.passages)
    figures = gold_pairs.score(made, ids, gold_pairs.marked(run["half"]))
    return figures | {"documents": len(ids), "documents/s": len(ids) / took, "kB/s": size / 1000 / took}


MARKED = {"statements": gold_statements, "figures": gold_figures}
"""What readers marked, by its name."""


def against(run: dict[str, Any]) -> dict[str, float]:
    """Of statements or figures, against those that a reader marked in articles of several sets."""
    kind = MARKED[run["gold"]]
    gold = kind.marked(run["half"])
    with tempfile.TemporaryDirectory() as folder:
        rows = dict(gold_statements.articles(gold, SHARED / "data"))
        if len(rows) < len(gold):
            raise CannotMeasure(
                f"{run['name']}: expected {len(gold)} articles below {SHARED / 'data'}, found {len(rows)}"
            )
        paths = {name: Path(folder) / f"{'-'.join(name)}.jsonl" for name in rows}
        for name, path in paths.items():
            path.write_text(json.dumps(rows[name]) + "\n", encoding="utf-8")
        command = [*shlex.split(run["command"]), *map(str, paths.values())]
        command[0] = str(Path(sys.executable).parent / command[0])
        began = time.monotonic()
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        took = time.monotonic() - began
    found = {
        json.loads(line)["file"].partition(".jsonl")[0]: json.loads(line) for line in done.stdout.splitlines()
    }
    texts = {"-".join(name): row["text"] for name, row in rows.items()}
    if done.returncode or found.keys() < texts.keys():
        raise CannotMeasure(f"{run['name']}: {done.stderr.strip() or 'articles without an answer'}")
    figures = kind.score(found, texts, {"-".join(name): row for name, row in gold.items()})
    size = sum(map(len, texts.values()))
    return figures | {"documents": len(texts), "documents/s": len(texts) / took, "kB/s": size / 1000 / took}


def scored(run: dict[str, Any]) -> dict[str, float]:
    """The scorer's figures of one set."""
    command = shlex.split(run["command"])
    command[0] = str(Path(sys.executable).parent / command[0])
    with tempfile.TemporaryDirectory() as folder:
        path, every = corpus(run), int(run["every"])
        if run.get("datelines") == "cut off":
            path, every = without_datelines(path, every, Path(folder) / "cut.jsonl"), 1
        scorer: list[str | Path] = [
            sys.executable,
            SHARED / "eval" / "score.py",
            path,
            "--every",
            str(every),
            "--json",
            "--",
        ]
        done = subprocess.run([*scorer, *command], cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise CannotMeasure(f"{run['name']}: {done.stderr.strip() or 'the scorer failed'}")
    figures: dict[str, float] = json.loads(done.stdout)
    if figures["answered"] < figures["documents"]:
        raise CannotMeasure(
            f"{run['name']}: expected {figures['documents']} answers, found {figures['answered']}"
        )
    if "date answered" in figures:
        # Precision says nothing of a set where hardly anything is dated.
        figures["not misdated"] = 1 - figures["date answered"] * (1 - figures["date precision"])
    return figures


def judged(run: dict[str, Any], figures: dict[str, float]) -> list[Result]:
    """What a run's figures are worth against its floors and targets."""
    targets = run.get("targets", {})
    return [
        Result(run["name"], figure, targets.get(figure), floor, figures[figure])
        for figure, floor in run["floors"].items()
    ]


def row(result: Result) -> str:
    """A line of the table."""
    target = "" if result.target is None else f"{result.target:.2f}"
    short = "  below its floor" if not result.held else ""
    if not short and result.target is not None and result.reached < result.target:
        short = "  short of the target"
    return (
        f"{result.run:22} {result.figure:16} {target:>6} {result.floor:>6.3f} {result.reached:>8.4f}{short}"
    )


def raised(run: dict[str, Any], results: list[Result], day: str) -> dict[str, Any]:
    """The run with its floors moved up to what was reached, rounded down to its number of digits."""
    unit = 10 ** int(run["digits"])
    reached = {result.figure: math.floor(result.reached * unit + 1e-9) / unit for result in results}
    floors = {figure: max(floor, reached[figure]) for figure, floor in run["floors"].items()}
    return run if floors == run["floors"] else run | {"floors": floors, "measured": day}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument(
        "names",
        nargs="*",
        metavar="NAME",
        help="runs to make; unless named all, but for those that are made on their own word alone",
    )
    parser.add_argument("--samples", action="store_true", help="the quick samples in place of the whole sets")
    parser.add_argument("--raise", dest="up", action="store_true", help="move floors up to what is reached")
    given = parser.parse_args()
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))
    part = "samples" if given.samples else "runs"
    day = datetime.datetime.now(datetime.UTC).date().isoformat()
    print(f"{'set':22} {'figure':16} {'target':>6} {'floor':>6} {'reached':>8}", flush=True)
    below = 0
    for place, run in enumerate(floors[part]):
        if run["name"] not in given.names if given.names else run.get("only") == "named":
            continue
        figures = score(run)
        results = judged(run, figures)
        print(*map(row, results), sep="\n")
        print(
            f"{run['name']:22} {figures['documents']:.0f} documents, {figures['documents/s']:.1f}/s, "
            f"{figures['kB/s']:.0f} kB/s",
            flush=True,
        )
        below += sum(not result.held for result in results)
        if given.up:
            floors[part][place] = raised(run, results, day)
    if given.up:
        FLOORS.write_text(json.dumps(floors, indent=2) + "\n", encoding="utf-8")
    print(f"{below} figures below their floors" if below else "every figure holds its floor")
    return 1 if below else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except CannotMeasure as problem:
        print(f"evaluate: {problem}", file=sys.stderr)
        sys.exit(2)
