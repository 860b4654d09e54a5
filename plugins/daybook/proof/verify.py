"""The whole archive proven again, from seeds and content: what holds, what does not, and what changed since the last release."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from daybook import cores
from daybook.content import register, store
from daybook.content.register import Register
from daybook.proof import again, days, releases, seeds
from daybook.proof import record as records
from daybook.proof.article import AGAIN, Check, Cited, Found
from daybook.proof.days import Days
from daybook.proof.faults import BUILD, GONE, fault
from daybook.proof.releases import Release, State
from daybook.settings import Coverage
from daybook.site.page import SiteInfo
from daybook.values import Problem

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Verified:
    """What the check of an archive came to."""

    state: State
    built: bool
    """Whether there was a site, whose records of days were looked at."""
    lines: int
    """Of the briefings of all days."""
    spans: int
    faults: tuple[Problem, ...]
    last: Release | None
    """The last release."""
    changed: tuple[str, ...] = field(default=())
    """ISO days whose record is not that of the last release."""
    same: bool = False
    """Whether the archive is what the last release had."""

    @property
    def broken(self) -> bool:
        """Whether anything is wrong, other than that seeds are gone."""
        return any(each.code != GONE for each in self.faults)


def verify(
    content: Path, seeds_folder: Path, output: Path, site: SiteInfo, progress: Progress | None = None
) -> Verified:
    """Check everything; `site` says what is shown of the articles, and of which days. Raises SettingError where the register cannot be read."""
    memory, known = register.load(content), releases.read(content)
    found = days.read(output)
    # 1. each article against its seed, over all cores
    check = Check(content, seeds_folder, site.rights)
    articles = list(_articles(check, memory, found.cited(), progress))
    # 2. what stands in files of many articles
    faults = [problem for each in articles for problem in each.faults]
    faults += _lines(seeds_folder, articles)
    # 3. the register, and the records of days
    faults += _settled(memory, articles)
    built = (output / "index.html").is_file()
    faults += found.faults
    faults += _recorded(found, articles) if built else ()
    # 4. the same made again of the articles
    faults += (
        _again(check, memory, site, output, found, articles) if built and site.sections.downloads else ()
    )
    # 5. the releases
    state = _state(found, articles, site.coverage)
    faults += [
        fault(releases.NAME, "release", f"line {line} to follow {expected}", wrong, "restore it from git")
        for line, expected, wrong in releases.broken(known)
    ]
    days_then = releases.days(known)
    return Verified(
        state, built, found.lines, sum(each.spans for each in articles), tuple(sorted(faults, key=lambda p: (p.code == GONE, p.file))),
        known[-1] if known else None, tuple(releases.changed(days_then, state.days)) if built and known else (),
        built and bool(known) and not releases.is_new(known, state),
    )  # fmt: skip


def _again(
    check: Check, memory: Register, site: SiteInfo, output: Path, found: Days, articles: list[Found]
) -> Iterator[Problem]:
    """The records of days, and what is told of them as Markdown, against those that the articles give."""
    digests = {each.path: each.digest for each in articles if each.digest}
    made, faults = again.days(check.content, memory, site, digests)
    yield from faults
    for day, expected in made.items():
        name, held = days.address(day), found.records.get(day)
        if held is None:
            continue  # told already
        if held.data != expected.record:
            yield from _otherwise(name, held, expected.record)
        elif not days.is_markdown(output / name.replace(".json", ".md"), expected.markdown):
            yield fault(name.replace(".json", ".md"), "again", "the briefing that the record tells", "another", BUILD)  # fmt: skip
    for day in found.records.keys() - made.keys():
        yield fault(days.address(day), "again", "no record of a day without articles", "one", BUILD)


def _otherwise(name: str, held: records.Record, expected: bytes) -> Iterator[Problem]:
    try:
        made = records.read(expected)
    except ValueError as error:  # such as the hash of a layer that is none
        yield fault(
            name, "again", "a record of what content/ has", str(error), "mend what is told of the articles"
        )
        return
    yield from again.differences(name, held, made)


def _articles(
    check: Check,
    memory: Register,
    cited: dict[str, tuple[Cited, ...]],
    progress: Progress | None,
) -> Iterator[Found]:
    by_path = {f"articles/{r.address.removesuffix('.html')}.md": r.id for r in memory.articles.values()}
    works = [(path, cited.get(by_path.get(path, ""), ())) for path in store.paths(check.content)]
    for done, (work, result) in enumerate(cores.over(check, works), 1):
        if isinstance(result, cores.Failed):
            result = Found(work[0], "", "", "", "", False, "", "", 0, (fault(work[0], "article", "a file that can be checked", result.reason, AGAIN),))  # fmt: skip
        elif result.id and cited.get(result.id, ()) != work[1]:  # a person moved the file
            result = check((work[0], cited.get(result.id, ())))
        if progress:
            progress(done, len(works))
        yield result


def _lines(folder: Path, articles: list[Found]) -> Iterator[Problem]:
    wanted: dict[str, list[seeds.Wanted]] = {}
    for each in articles:
        if each.id and not each.withdrawn and (name := seeds.container(each.seed)):
            wanted.setdefault(name, []).append(seeds.Wanted(each.path, each.seed, each.sha256))
    works = [(name, tuple(held)) for name, held in sorted(wanted.items())]
    for (name, _), result in cores.over(seeds.Lines(folder), works):
        if isinstance(result, cores.Failed):
            yield fault(name, "seed", "a file of articles that can be read", result.reason, "restore it")
        else:
            yield from result


def _settled(memory: Register, articles: list[Found]) -> Iterator[Problem]:
    """The register against the articles' files."""
    held: dict[str, Found] = {}
    for each in articles:
        if each.id in held:
            yield fault(each.path, "article", "one file an article", f"that of {held[each.id].path}", "delete one of them")  # fmt: skip
        if each.id:
            held[each.id] = each
    for record in memory.articles.values():
        found = held.get(record.id)
        if found is None:
            yield fault(f"articles/{record.address.removesuffix('.html')}.md", "article", f"the article {record.id} of the register", "none that can be read", AGAIN)  # fmt: skip
        elif (found.seed, found.sha256) != (record.seed, record.sha256):
            yield fault(found.path, "register", f"the seed {record.seed}, {record.sha256}", f"{found.seed}, {found.sha256}", AGAIN)  # fmt: skip
    for id, each in held.items():
        if id not in memory.articles:
            yield fault(each.path, "register", "an article that the register knows", id, AGAIN)


def _recorded(found: Days, articles: list[Found]) -> Iterator[Problem]:
    """The records of days against the articles: each article of a day is in its record, with its seed."""
    held = {each.id: each for each in articles if each.id and not each.withdrawn}
    of_days: dict[str, set[str]] = {}
    for each in held.values():
        if each.day:
            of_days.setdefault(each.day, set()).add(each.id)
    for day in sorted(of_days.keys() | found.records.keys()):
        name = days.address(day)
        held_record = found.records.get(day)
        if held_record is None:
            if not any(each.file == name for each in found.faults):
                yield fault(name, "record", "the record of a day that has articles", "none", BUILD)
            continue
        told = {each.id for each in held_record.articles if each.day == day}
        if told != of_days.get(day, set()):
            odd = ", ".join(sorted(told ^ of_days.get(day, set())))
            yield fault(name, "record", "the articles of the day", f"others: {odd}", BUILD)
        for row in held_record.articles:
            article = held.get(row.id)
            if article and (row.seed.path, row.seed.sha256) != (article.seed, article.sha256):
                yield fault(name, "record", f"the seed of {row.id}, {article.sha256}", row.seed.sha256, BUILD)


def _state(found: Days, articles: list[Found], coverage: Coverage) -> State:
    hashes: dict[str, str] = {}
    for each in articles:
        hashes[each.path] = each.own
        hashes[store.evidence_path(each.path)] = each.beside
    dated = {day: held.sha256 for day, held in found.records.items()}
    until = f"{coverage.last}" if coverage.last else max(dated, default="")
    return State(
        {path: hash for path, hash in hashes.items() if hash},
        dated,
        sum(1 for each in articles if each.id),
        until,
    )
