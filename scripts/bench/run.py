"""The run, part by part, on one screen."""

from __future__ import annotations

import filecmp
import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path

from scripts.bench import corpus, growth, one_day, profile
from scripts.bench.archive import Archive
from scripts.bench.figures import Raw
from scripts.bench.measure import CannotMeasure, Used
from scripts.bench.peers import NAMES, Peers
from scripts.bench.weigh import by_kind, weight

OURS = ("clean", "growth", "scale", "day", "index", "profile")
HERE = Path(__file__).resolve().parent
SMALL, DAY, GROWTH = 2_000, 10_000, 300
"""Articles of the small archive, of one day, and of a day's growth, for a corpus of full size."""


class Bench:
    """One run; what it measured is in `raw`."""

    def __init__(self, work: Path, only: frozenset[str], articles: int, rounds: int, keep: bool) -> None:
        self.work, self.only, self.articles, self.rounds, self.keep = work, only, articles, rounds, keep
        self.raw: Raw = {"articles": articles}
        self.peers = Peers(work / "peers")
        self.failed: list[str] = []
        """Parts that could not be measured, and why."""
        self.others = [name for name in NAMES if name in only]

    def run(self) -> Iterator[Raw]:
        """Measure; yields after each part what there is so far."""
        # 1  the corpus, for all
        self.seeds = corpus.cut(self.articles, self.work / "seeds" / "corpus.jsonl.gz")
        if self.others:
            self._say("the peers, from their packages")
            self.peers.install()
            self.peers.write(corpus.stories(self.seeds))
        # 2  raw to content
        if self.only - set(NAMES):
            self.archive = self._ingested(self.work / "archive", self.seeds)
            yield self.raw
        # 3  clean builds and the peers in turn, as the machine's speed may wander
        for _ in range(self.rounds):
            yield from self._clean()
            for name in self.others:
                self._note("peers", name, self.peers.measure(name))
                yield self.raw
        yield from self._clean()
        # 4  what else a build may be; search; and where the time goes
        measures: dict[str, tuple[str, Callable[[], object]]] = {
            "clean": ("nothing_changed", self._unchanged),
            "growth": ("growth", self._growth),
            "scale": ("scale", self._small),
            "day": ("one_day", self._day),
            "index": ("index", self._index),
            "search": ("search", self._search),
            "profile": ("profile", lambda: profile.measure(self.archive, self.work)),
        }
        for part, (key, measure) in measures.items():
            if part in self.only:
                self._say(key.replace("_", " "))
                try:
                    self.raw[key] = measure()
                except CannotMeasure as problem:  # the others are still worth their time
                    self.failed.append(f"{part}: {problem}")
                    self._say(self.failed[-1])
                yield self.raw

    def _ingested(self, root: Path, seeds: Path) -> Archive:
        held = root / "seeds" / seeds.name
        kept = self.keep and held.exists() and filecmp.cmp(held, seeds, shallow=False)
        archive = Archive(root, keep=kept)
        if kept:
            return archive
        shutil.copyfile(seeds, held)
        self._say("ingest")
        self.raw["ingest"] = self._told(archive.ingest())
        if "clean" in self.only:
            self.raw["ingest_again"] = self._told(archive.ingest())
        return archive

    def _clean(self) -> Iterator[Raw]:
        if "clean" in self.only:
            self._say("clean build")
            self._note("clean", None, self._told(self.archive.clean_build()))
            yield self.raw

    def _unchanged(self) -> list[dict[str, float]]:
        """What a clean build left, and builds right after it."""
        self.raw["site"] = {**weight(self.archive.output), "kinds": by_kind(self.archive.output)}
        return [self._told(self.archive.build()) for _ in range(2)]

    def _growth(self) -> Raw:
        return growth.measure(self.archive.content, self.work / "growth", self._part(GROWTH))

    def _day(self) -> Raw:
        return one_day.measure(self.archive.content, self.work / "day", self._part(DAY))

    def _small(self) -> Raw:
        """The same for the corpus' first articles."""
        count = self._part(SMALL)
        archive = Archive(self.work / "small")
        shutil.copyfile(
            corpus.cut(count, self.work / "seeds" / "small.jsonl.gz"), archive.seeds / "small.jsonl.gz"
        )
        ingest = asdict(archive.ingest())
        return {
            "articles": count,
            "ingest": ingest,
            "clean": [self._told(archive.clean_build()) for _ in range(2)],
        }

    def _index(self) -> Raw:
        """In a process of its own, on one core."""
        command = [sys.executable, "-m", "scripts.bench.index", str(self.archive.root)]
        return _answer(command)

    def _search(self) -> Raw:
        """In a browser; Pagefind's too, where it has been run."""
        if not self.archive.output.exists():
            self.archive.build()
        command = [sys.executable, str(HERE.parent / "search_bench.py"), str(self.archive.output), "--json"]
        if "pagefind" in self.only:
            command += ["--pagefind", str(self.peers.public)]
        return _answer(command)

    def _part(self, count: int) -> int:
        """As large a part of this corpus as `count` is of a whole one."""
        return max(3, count * self.articles // corpus.SIZE)

    def _note(self, what: str, name: str | None, found: dict[str, float]) -> None:
        runs = self.raw.setdefault(what, {} if name else [])
        (runs.setdefault(name, []) if name else runs).append(found)
        if name:
            print(f"{name}: {found['wall']:.1f} s", file=sys.stderr, flush=True)

    def _told(self, used: Used) -> dict[str, float]:
        print(f"  {used.wall:.1f} s, CPU {used.cpu:.1f} s, {used.peak:.0f} MB", file=sys.stderr, flush=True)
        return asdict(used)

    def _say(self, what: str) -> None:
        print(what, file=sys.stderr, flush=True)


def _answer(command: list[str]) -> Raw:
    """What a script of this project says as JSON."""
    done = subprocess.run(command, cwd=corpus.ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise CannotMeasure(f"{' '.join(command)}: exit status {done.returncode}\n{done.stderr[-2000:]}")
    answer: Raw = json.loads(done.stdout)
    return answer
