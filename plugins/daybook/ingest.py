"""seeds/ into content/: read, extract, bring together with what a person and the register hold, write."""

from __future__ import annotations

import contextlib
import gc
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec

from daybook import cores, memory, pipeline, stamps
from daybook import seeds as lying
from daybook.content import (
    apart,
    compose,
    files,
    holding,
    identity,
    layers,
    names,
    register,
    store,
    successors,
    writing,
)
from daybook.content import authority as authorities
from daybook.content.authority import Authority
from daybook.content.evidence import Evidence
from daybook.content.holding import Holding
from daybook.content.horizon import horizon
from daybook.content.register import Record, Register
from daybook.content.store import Held
from daybook.cores import Crew
from daybook.draft import Draft
from daybook.errors import SettingError
from daybook.memory import Report
from daybook.seeds import Seed
from daybook.settings import Coverage, Settings
from daybook.shelf import Shelf, key
from daybook.stamps import Stamp
from daybook.values import Problem, RawArticle

__all__ = ["Extracted", "Progress", "Report", "extract", "ingest"]

Progress = Callable[[int, int], None]
"""Called with the articles done and all of them."""

BATCH = 32
"""Articles that a kill costs at most, a core."""

_PACK = msgspec.msgpack.Encoder()


@dataclass(frozen=True, slots=True)
class Said:
    """What one article says by itself."""

    draft: Draft
    lacks: str = ""
    """What it would need to be an article, and has not."""


_SAID = msgspec.msgpack.Decoder(Said)


@dataclass(frozen=True, slots=True)
class Extracted:
    """Drafts, and why others became none."""

    drafts: tuple[Draft, ...]
    problems: tuple[Problem, ...]
    read: int
    """Articles that were read now; all others were known."""


def ingest(
    seeds: Path,
    content: Path,
    settings: Settings,
    *,
    authority: bool = True,
    progress: Progress | None = None,
    keep: bool = True,
    crew: Crew | None = None,
) -> Report:
    """Bring content/ up to date with seeds/, which is only read. Raises SettingError and WriteError.

    What was worked out is kept in build/cache/ beside content/, unless `keep` forbids it; `crew` is where articles are read,
    this machine where none is given.
    """
    if not seeds.is_dir():
        raise SettingError(
            f"{seeds}: expected a folder of raw articles, found none; make it, or name another"
        )
    with files.alone(content), contextlib.ExitStack() as stack:
        held = stamps.tree(content)
        last = memory.unchanged(seeds, content, settings, held, authority=authority) if keep else None
        if last:
            return last
        lie, there = stamps.tree(seeds), memory.own(held)
        known = authorities.load(content / "authority") if authority else Authority()
        shelves = _Shelves.of(memory.folder(content) if keep else None, stack)
        desk = _Desk(content, known, register.load(content), shelves.holdings, there)
        # 1  what lies in seeds/, and which article each is
        knows = _decides(known, settings.days)
        found = lying.gather(seeds, shelves.files, lambda each: key(knows, each) in shelves.said)
        matched = identity.match(found.seeds, desk.memory)
        # 2  what each says
        extracted = _extracted(
            [seed for _, seed in matched.articles],
            found.raws,
            known,
            settings.days,
            shelves.said,
            crew,
            progress,
        )
        # 3  together with what a person made of it, into content/
        ids = {seed.path: id for id, seed in matched.articles}
        desk.write([(ids[draft.raw.path], draft) for draft in extracted.drafts])
        # 4  addresses of names, and all that is to be remembered
        refused = found.problems
        kept = desk.remember(tuple(refused) + extracted.problems + tuple(identity.remarks(matched.merged)))
        set_aside = sum(p.set_aside for p in (*refused, *extracted.problems)) + desk.set_aside
        report = Report(
            inputs=len(found.seeds) + sum(p.set_aside for p in refused),
            published=len(desk.written),
            merged=len(matched.merged),
            set_aside=set_aside,
            undated=sum(held.day is None for held in desk.written.values()),
            changed=desk.changed,
            gone=tuple(desk.memory.articles[id].seed for id in matched.gone),
            problems=kept,
            kept=len(matched.articles) - extracted.read,
        )
        assert report.inputs == report.published + report.merged + report.set_aside, report
        if keep:
            shelves.said.tidy({key(knows, seed.key) for seed in found.seeds})
            stamps.settled((*lie.values(), *desk.there.values()))
            memory.stamp(seeds, content, settings, report, lie, desk.there, authority=authority)
    return report


@dataclass(frozen=True, slots=True)
class _Shelves:
    """What is kept between two ingests."""

    said: Shelf
    """What each article says, by the key of its seed and of what decides."""
    holdings: Shelf
    """What each file of content/articles/ holds."""
    files: Shelf
    """What each file of seeds/ holds."""

    @classmethod
    def of(cls, folder: Path | None, stack: contextlib.ExitStack) -> _Shelves:
        return cls(
            *(
                stack.enter_context(Shelf(folder / f"{name}.shelf" if folder else None))
                for name in ("said", "holdings", "files")
            )
        )


def extract(
    raws: Iterable[RawArticle], known: Authority, coverage: Coverage, progress: Progress | None = None
) -> Extracted:
    """All that some raw articles say, as one archive that nothing is kept of."""
    told = {seed.key: (seed, raw) for raw in raws for seed in [lying.seed(raw)]}
    seeds, articles = [seed for seed, _ in told.values()], {each: raw for each, (_, raw) in told.items()}
    with Shelf() as kept:
        return _extracted(seeds, articles, known, coverage, kept, None, progress)


def _extracted(
    seeds: Sequence[Seed],
    raws: dict[bytes, RawArticle],
    known: Authority,
    coverage: Coverage,
    kept: Shelf,
    crew: Crew | None,
    progress: Progress | None,
) -> Extracted:
    """The whole pipeline over one archive, with its bounds: no empty article, no day in the future.

    `raws` has the articles that are not kept, by their seeds' keys, and is emptied.
    """
    problems = list[Problem]()
    knows = _decides(known, coverage)
    missing = [seed for seed in seeds if key(knows, seed.key) not in kept]

    def over(function: Callable[[RawArticle], Draft], asked: Sequence[Seed]) -> Iterator[Draft]:
        batch = list[tuple[bytes, bytes]]()
        raw_articles = (raws.pop(seed.key) for seed in missing)
        done = len(asked) - len(missing)
        for seed, (raw, result) in zip(
            missing, cores.over(_Teller(function), raw_articles, crew=crew), strict=True
        ):
            if isinstance(result, cores.Failed):
                problems.append(_failed(raw, result))
            else:
                batch.append((key(knows, seed.key), result))
            if len(batch) == BATCH:
                kept.add(batch)
                batch.clear()
            done += 1
            if progress:
                progress(done, len(asked))
        kept.add(batch)
        keys = [key(knows, seed.key) for seed in asked]
        told = {each: _SAID.decode(value) for each, value in kept.read(set(keys))}
        for each in keys:
            said = told.pop(each, None)
            if said and said.lacks:
                problems.append(_empty(said))
            elif said:
                yield said.draft

    with _frozen():
        drafts = pipeline.extract(seeds, known, coverage, over)
    last = horizon((d.date.value for d in drafts if d.date), coverage)
    checked = tuple(_dated(draft, last) for draft in drafts)
    return Extracted(checked, tuple(problems), len(missing))


@dataclass(frozen=True, slots=True)
class _Teller:
    """What an article says, packed: a tenth of the time that pickling takes, and nothing that runs when it is read."""

    function: Callable[[RawArticle], Draft]

    def __call__(self, raw: RawArticle) -> bytes:
        draft = self.function(raw)
        lacks = "" if compose.title(draft) else "title"
        return _PACK.encode(Said(draft, lacks or ("" if compose.body(draft) else "paragraphs")))


def _decides(known: Authority, coverage: Coverage) -> bytes:
    """What decides, beside an article itself, what is found in it."""
    pairs = sorted(sorted(pair) for pair in known.apart)
    told = (known.actors, known.places, known.events, known.sources, sorted(known.never), pairs, coverage)
    return key(memory.code().encode(), repr(told).encode("utf-8", "surrogatepass"))


@contextlib.contextmanager
def _frozen() -> Iterator[None]:
    """Without the collector of garbage, which has none to find in millions of values and looks at each again and again."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _dated(draft: Draft, last: object) -> Draft:
    """Take away a day that cannot be, and say so; an article without a day is for a person to look at."""
    day, problems = draft.date, draft.problems
    if day and last is not None and day.value > last:  # type: ignore[operator]
        problems += (
            Problem(draft.raw.path, "date", "future", f"a day until {last}", f"{day.value}, by {day.words!r}"[:200],
                    "mend the date in its file, or extend `coverage` in pelican.conf.py"),
        )  # fmt: skip
        day = None
    elif day and day.precision in ("month", "year"):
        problems += (
            Problem(draft.raw.path, "date", "imprecise", "a day", f"only a {day.precision}, by {day.words!r}"[:200],
                    "write the day into its file"),
        )  # fmt: skip
        day = None
    elif day is None and not any(p.stage == "date" for p in problems):
        problems += (
            Problem(draft.raw.path, "date", "undated", "words that prove the day of publication", "none",
                    "write `date: YYYY-MM-DD` into its file, or state it in a sidecar"),
        )  # fmt: skip
    return replace(draft, date=day, problems=problems)


def _failed(raw: RawArticle, result: cores.Failed) -> Problem:
    return Problem(raw.path, "extract", "failed", "an article that can be read through", result.reason,
                   "report it with this file; the others are not touched", True)  # fmt: skip


def _empty(said: Said) -> Problem:
    return Problem(said.draft.raw.path, "clean", "empty", "an article with a title and a text", f"no {said.lacks} in it",
                   "remove it, or mend what it holds", True)  # fmt: skip


def _unwritten(job: writing.Job, result: cores.Failed) -> Problem:
    return Problem(job.path, "write", "failed", "a file that can be brought up to date", result.reason,
                   "run daybook ingest again; report it if it stays", True)  # fmt: skip


class _Desk:
    """One ingest's writing."""

    def __init__(
        self, content: Path, known: Authority, memory: Register, kept: Shelf, there: dict[str, Stamp]
    ) -> None:
        self.content, self.known, self.memory, self.kept, self.there = content, known, memory, kept, there
        self.program = _decides(known, Coverage()).hex()
        self.held, self.problems = holding.load(content, there, kept, self.program)
        self.broken = {problem.file for problem in self.problems}
        self.broken_ids = store.claimed(content, self.broken) - self.held.keys()
        for id, held in self.held.items():
            address = held.path.removeprefix("articles/").removesuffix(".md")
            memory.adopt(Record(id, held.seed_path, held.seed_sha256, Path(address).name, f"{address}.html"))
        self.written: dict[str, Holding] = {}
        self.fresh: list[tuple[bytes, bytes]] = []
        """Holdings to be kept, packed."""
        self.changed = self.set_aside = 0

    def write(self, drafts: Sequence[tuple[str, Draft]]) -> None:
        self._learn(dict(drafts))
        settled = list(self._settled(drafts))
        writer = writing.Writer(self.content, self.known, self.memory.merges)
        # one after the other: a file that moves may leave an empty folder behind, which is removed
        moving = [
            each for each in settled if each[0] in self.held and self.held[each[0]].path != _path(each[2])
        ]
        for job in self._jobs(moving):
            self._done(job, writer(job))
        for job, result in cores.over(writer, self._jobs(settled)):
            self._done(job, result)
        self._keep()
        self.kept.tidy(
            {holding.at(self.program, each.path) for each in (*self.held.values(), *self.written.values())}
        )

    def remember(self, problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
        """Settle the names' addresses and write the register; gives all problems, sorted."""
        others = (held for id, held in self.held.items() if id not in self.written)
        names.settle(self.memory, (held.cast for held in (*self.written.values(), *others)), self.known)
        kept = tuple(sorted({*self.problems, *problems}, key=lambda p: (p.file, p.stage, p.code, p.found)))
        self.memory.problems = kept
        self.changed += register.save(self.content, self.memory)
        written = stamps.tree(self.content / "register")
        self.there |= memory.own({f"register/{name}": each for name, each in written.items()})
        return kept

    def _learn(self, drafts: Mapping[str, Draft]) -> None:
        """Which actors are another's now."""

        def spots(id: str) -> tuple[successors.Spots, Mapping[successors.Spot, str]]:
            held, draft = store.read_one(self.content, self.held[id].path), drafts[id]
            proof = store.read_evidence(self.content, held) if isinstance(held, Held) else None
            if not isinstance(proof, Evidence) or proof.layer.sha256 != layers.sha256(draft.raw.layer):
                return (), {}
            old = [((m.start, m.end), m.target) for m in proof.mentions if m.kind == "actor"]
            return old, {(m.start, m.end): m.target for m in draft.mentions if m.kind == "actor"}

        now = {id: {m.target for m in draft.mentions if m.kind == "actor"} for id, draft in drafts.items()}
        before = {id: held.actors for id, held in self.held.items()}
        successors.learn(self.memory, before, now, apart.of(self.known), spots)

    def _settled(self, drafts: Sequence[tuple[str, Draft]]) -> Iterator[tuple[str, Draft, Record]]:
        """Each article with its address; without those whose file cannot be read, and must not be written over."""
        for id, draft in drafts:
            settled, held = self.memory.articles.get(id), self.held.get(id)
            if id in self.broken_ids or (settled and _path(settled) in self.broken):
                self.set_aside += 1
                continue
            # what a person wrote stays
            day = held.day if held and held.day_by_hand else draft.date.value if draft.date else None
            record = self.memory.settle(id, compose.title(draft), day, draft.raw.path, draft.raw.sha256)
            self.problems += [p for p in draft.problems if not (p.stage == "date" and day)]
            yield id, draft, record

    def _jobs(self, settled: Iterable[tuple[str, Draft, Record]]) -> Iterator[writing.Job]:
        """What has to be written: an article whose files are just what would be written is left alone."""
        for id, draft, record in settled:
            if id in self.written:
                continue
            held, path, packed = self.held.get(id), _path(record), _PACK.encode(draft)
            made_of = key(self.program.encode(), packed, id.encode(), path.encode())
            untouched = held is not None and held.untouched
            if held and untouched and (held.made_of, held.path) == (made_of, path):
                self.written[id] = held
            else:
                yield writing.Job(
                    id, record.slug, path, packed, made_of, held.path if held else None, untouched
                )

    def _done(self, job: writing.Job, result: writing.Written | cores.Failed) -> None:
        if isinstance(result, cores.Failed):
            self.problems.append(_unwritten(job, result))
            self.set_aside += 1
            return
        made = holding.unpack(result.holding)
        assert made, job.path
        self.written[job.id] = made
        self.changed += result.changed
        held = self.held.get(job.id)
        for name in holding.names_of(held.path, job.id) if held else ():
            self.there.pop(name, None)
        self.there |= {
            name: each
            for name, each in zip(holding.names_of(made.path, job.id), made.stamps, strict=True)
            if each
        }
        self.fresh.append((holding.at(self.program, made.path), result.holding))
        if len(self.fresh) == BATCH:
            self._keep()

    def _keep(self) -> None:
        self.kept.add(self.fresh)
        self.fresh.clear()


def _path(record: Record) -> str:
    return f"articles/{record.address.removesuffix('.html')}.md"
