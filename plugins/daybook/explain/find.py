"""Which article a person means: by its file, its seed, its id, or a raw file that the archive does not hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from daybook import read
from daybook.content import layers, register, store
from daybook.content.authority import load
from daybook.content.evidence import Evidence
from daybook.content.register import Record, Register
from daybook.errors import SettingError
from daybook.explain.decisions import explanation
from daybook.explain.explanation import Explanation
from daybook.settings import Settings
from daybook.values import Problem, RawArticle

_ID = re.compile(r"[0-9a-f]{12}")


def explain(name: str, content: Path, seeds: Path, settings: Settings) -> Explanation:
    """The decisions on the article that `name` names. Writes nothing. Raises SettingError where it names none, or several."""
    path = _path(name, content, seeds)
    return _alone(name, content, seeds, settings) if path is None else _held(path, content, seeds)


def _path(name: str, content: Path, seeds: Path) -> str | None:
    """The article's path below content/; None where the archive does not hold it."""
    given, articles = Path(name), (content / "articles").resolve()
    for file in (given, content / given):
        if file.suffix == ".md" and file.is_file() and file.resolve().is_relative_to(articles):
            return file.resolve().relative_to(articles.parent).as_posix()
    record = _record(name, register.load(content), seeds)
    if record is None:
        return None
    path = f"articles/{record.address.removesuffix('.html')}.md"
    if (content / path).is_file():
        return path
    held, _ = store.read(content)  # a person moved the file
    return held[record.id].path if record.id in held else None


def _record(name: str, memory: Register, seeds: Path) -> Record | None:
    """By id, or by the seed's path from its folder or from here."""
    if _ID.fullmatch(name) and name in memory.articles:
        return memory.articles[name]
    names = {name, *_below(name, seeds)}
    return next((r for _, r in sorted(memory.articles.items()) if r.seed in names), None)


def _below(name: str, seeds: Path) -> Iterator[str]:
    path, hash, rest = name.partition("#")
    if Path(path).resolve().is_relative_to(seeds.resolve()):
        yield Path(path).resolve().relative_to(seeds.resolve()).as_posix() + hash + rest


def _held(path: str, content: Path, seeds: Path) -> Explanation:
    held = store.read_one(content, path)
    if isinstance(held, Problem):
        raise SettingError(f"{held.file}: expected {held.expected}, found {held.found}; {held.do}")
    article, proof = store.article(content, held)
    layer = None
    if isinstance(proof, Evidence):
        layer = layers.read(content, seeds, held.file.seed_path, proof)
    return explanation(article, str(content / path), layer, held.file.rejected)


def _alone(name: str, content: Path, seeds: Path, settings: Settings) -> Explanation:
    """Extraction on one raw file, which reads nothing else."""
    from daybook import (
        ingest,
    )  # here, as it loads gazetteer and tagger, which an article of the archive does not need
    from daybook.content import compose, convert, merge, placing

    raw = _raw(name, seeds)
    if isinstance(raw, Problem):
        return _refused(raw)
    known = load(content / "authority")
    found = ingest.extract([raw], known, settings.days)
    if not found.drafts:
        return _refused(found.problems[0])
    (draft,) = found.drafts
    file = merge.fresh(compose.article_file(draft, raw.sha256[:12], "", known))
    proof = compose.evidence(draft, file.id, draft.problems)
    article = placing.place(convert.article(file, proof), raw.path)
    return explanation(article, "", raw.layer, ())


def _raw(name: str, seeds: Path) -> RawArticle | Problem:
    """The one article of a file, here or below seeds/; of a file of many the one that is named behind a `#`."""
    whole = [Path(name), seeds / name]
    parts = [Path(name.partition("#")[0]), seeds / name.partition("#")[0]]
    path = next((each for each in (*whole, *parts) if each.is_file()), None)
    if path is None:
        raise SettingError(
            f"{name}: expected an article's file or id, its seed, or a raw file, found none of these; "
            "look it up with daybook review, or below content/articles/"
        )
    id = "" if path in whole else name.partition("#")[2]
    found = [each for each in read.read_paths([path]) if not id or _name(each) == f"{path.name}#{id}"]
    articles = [each for each in found if isinstance(each, RawArticle)]
    if len(articles) == 1 or (not articles and found):
        return articles[0] if articles else found[0]
    some = ", ".join(_name(each) for each in articles[:3]) or "none"
    raise SettingError(
        f"{name}: expected one article, found {len(articles)} ({some}); name one as {path}#<its id>"
    )


def _name(each: RawArticle | Problem) -> str:
    return each.path if isinstance(each, RawArticle) else each.file


def _refused(problem: Problem) -> Explanation:
    return Explanation("", problem.file, "", (), (), (), (), (problem,))
