"""seeds/ into content/: read, extract, bring together with what a person and the register hold, write."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from daybook import cores, pipeline, read
from daybook.content import (
    apart,
    compose,
    convert,
    files,
    identity,
    layers,
    merge,
    names,
    preferred,
    register,
    store,
    successors,
)
from daybook.content import authority as authorities
from daybook.content.authority import Authority
from daybook.content.evidence import Evidence
from daybook.content.horizon import horizon
from daybook.content.register import Register
from daybook.draft import Draft
from daybook.errors import SettingError
from daybook.settings import Coverage, Settings
from daybook.values import Article, Problem, RawArticle

Progress = Callable[[int, int], None]
"""Called with the articles done and all of them."""


@dataclass(frozen=True, slots=True)
class Report:
    """What an ingest made of its inputs: each was published, merged or set aside."""

    inputs: int
    published: int
    merged: int
    set_aside: int
    undated: int
    """Of the published."""
    changed: int
    """Files written, moved or removed below content/."""
    gone: tuple[str, ...]
    """Seeds that were there before; their articles stay."""
    problems: tuple[Problem, ...]
    """Sorted by file."""


@dataclass(frozen=True, slots=True)
class Extracted:
    """Drafts, and why others became none."""

    drafts: tuple[Draft, ...]
    problems: tuple[Problem, ...]


def ingest(
    seeds: Path,
    content: Path,
    settings: Settings,
    *,
    authority: bool = True,
    progress: Progress | None = None,
) -> Report:
    """Bring content/ up to date with seeds/, which is only read. Raises SettingError and WriteError."""
    if not seeds.is_dir():
        raise SettingError(
            f"{seeds}: expected a folder of raw articles, found none; make it, or name another"
        )
    with files.alone(content):
        known = authorities.load(content / "authority") if authority else Authority()
        memory = register.load(content)
        desk = _Desk(content, known, memory)
        # 1  what lies in seeds/, and which article each is
        raws, refused = gather(read.walk(seeds))
        matched = identity.match(raws, memory)
        # 2  what each says
        extracted = extract([raw for _, raw in matched.articles], known, settings.days, progress)
        # 3  together with what a person made of it, into content/
        ids = {raw.path: id for id, raw in matched.articles}
        desk.write([(ids[draft.raw.path], draft) for draft in extracted.drafts])
        # 4  addresses of names, and all that is to be remembered
        kept = desk.remember(tuple(refused) + extracted.problems + tuple(identity.remarks(matched.merged)))
    set_aside = sum(p.set_aside for p in (*refused, *extracted.problems)) + desk.set_aside
    report = Report(
        inputs=len(raws) + sum(p.set_aside for p in refused),
        published=len(desk.articles),
        merged=len(matched.merged),
        set_aside=set_aside,
        undated=sum(article.date is None for article in desk.articles),
        changed=desk.changed,
        gone=tuple(memory.articles[id].seed for id in matched.gone),
        problems=kept,
    )
    assert report.inputs == report.published + report.merged + report.set_aside, report
    return report


def gather(found: Iterable[RawArticle | Problem]) -> tuple[list[RawArticle], list[Problem]]:
    """Articles, and what stood in the way of others."""
    raws, problems = list[RawArticle](), list[Problem]()
    for each in found:
        if isinstance(each, Problem):
            problems.append(each)
        else:
            raws.append(each)
    return raws, problems


def extract(
    raws: list[RawArticle], known: Authority, coverage: Coverage, progress: Progress | None = None
) -> Extracted:
    """The whole pipeline over one archive, with its bounds: no empty article, no day in the future."""
    problems = list[Problem]()

    def over(function: Callable[[RawArticle], Draft], items: Iterable[RawArticle]) -> Iterator[Draft]:
        for done, (raw, result) in enumerate(cores.over(function, items), 1):
            if progress:
                progress(done, len(raws))
            if isinstance(result, cores.Failed):
                problems.append(_failed(raw, result))
            elif not compose.title(result) or not compose.body(result):
                problems.append(_empty(result))
            else:
                yield result

    drafts = pipeline.extract(raws, known, coverage, over)
    last = horizon((d.date.value for d in drafts if d.date), coverage)
    checked = tuple(_dated(draft, last) for draft in drafts)
    return Extracted(checked, tuple(problems))


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


def _empty(draft: Draft) -> Problem:
    what = "paragraphs" if compose.title(draft) else "title"
    return Problem(draft.raw.path, "clean", "empty", "an article with a title and a text", f"no {what} in it",
                   "remove it, or mend what it holds", True)  # fmt: skip


class _Desk:
    """One ingest's writing."""

    def __init__(self, content: Path, known: Authority, memory: Register) -> None:
        self.content, self.known, self.memory = content, known, memory
        self.held, self.problems = store.read(content)
        self.broken = {problem.file for problem in self.problems}
        self.broken_ids = store.claimed(content, self.broken) - self.held.keys()
        for id, held in self.held.items():
            address = held.path.removeprefix("articles/").removesuffix(".md")
            memory.adopt(
                register.Record(
                    id, held.file.seed_path, held.file.seed_sha256, Path(address).name, f"{address}.html"
                )
            )
        self.articles: list[Article] = []
        self.changed = self.set_aside = 0

    def write(self, drafts: list[tuple[str, Draft]]) -> None:
        proofs = {id: compose.evidence(draft, id, draft.problems) for id, draft in drafts}
        before = {id: store.read_evidence(self.content, held) for id, held in self.held.items()}
        told = {id: proof for id, proof in before.items() if isinstance(proof, Evidence)}
        successors.learn(self.memory, told, proofs, apart.of(self.known))
        successor = successors.of(self.memory, self.known)
        for id, draft in drafts:
            self._one(id, draft, proofs[id], successor)
        written = {id for id, _ in drafts}
        self.others = [
            convert.article(held.file, proof if isinstance(proof, Evidence) else None)
            for id, held in self.held.items()
            if id not in written
            for proof in (before[id],)
        ]

    def _one(self, id: str, draft: Draft, proof: Evidence, successor: merge.Successor) -> None:
        settled = self.memory.articles.get(id)
        if id in self.broken_ids or (settled and _path(settled) in self.broken):
            self.set_aside += 1
            return
        held = self.held.get(id)
        new = compose.article_file(draft, id, settled.slug if settled else "", self.known)
        file = merge.merge(new, held.file, successor) if held else merge.fresh(new)
        file = preferred.names(file, self.known) if held else file
        record = self.memory.settle(id, str(new.values["title"]), file.day, draft.raw.path, draft.raw.sha256)
        file = replace(file, slug=record.slug)
        self.changed += store.save(self.content, held, _path(record), file, proof)
        self.changed += layers.save(self.content, id, draft.raw.extractor, draft.raw.layer)
        self.articles.append(convert.article(file, proof))
        self.problems += [p for p in draft.problems if not (p.stage == "date" and file.day)]

    def remember(self, problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
        """Settle the names' addresses and write the register; gives all problems, sorted."""
        names.settle(self.memory, [*self.articles, *self.others], self.known)
        kept = tuple(sorted({*self.problems, *problems}, key=lambda p: (p.file, p.stage, p.code, p.found)))
        self.memory.problems = kept
        self.changed += register.save(self.content, self.memory)
        return kept


def _path(record: register.Record) -> str:
    return f"articles/{record.address.removesuffix('.html')}.md"
