"""Which article a person means: by its file, its seed, its id, or a raw file that the archive does not hold."""

from __future__ import annotations

from pathlib import Path

from daybook import read
from daybook.content import find, layers, store
from daybook.content.authority import load
from daybook.content.evidence import Evidence
from daybook.errors import SettingError
from daybook.explain.decisions import explanation
from daybook.explain.explanation import Explanation
from daybook.settings import Settings
from daybook.values import Problem, RawArticle


def explain(name: str, content: Path, seeds: Path, settings: Settings) -> Explanation:
    """The decisions on the article that `name` names. Writes nothing. Raises SettingError where it names none, or several."""
    path = find.path(name, content, seeds)
    return _alone(name, content, seeds, settings) if path is None else _held(path, content, seeds)


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

    raw = _raw(name, content, seeds)
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


def _raw(name: str, content: Path, seeds: Path) -> RawArticle | Problem:
    """The one article of a file, here or below seeds/; of a file of many the one that is named behind a `#`."""
    whole = [Path(name), seeds / name]
    parts = [Path(name.partition("#")[0]), seeds / name.partition("#")[0]]
    path = next((each for each in (*whole, *parts) if each.is_file()), None)
    if path is None:
        raise SettingError(
            f"{name}: expected an article's file or id, its seed, or a raw file, found none of these; "
            f"{find.nearest(name, content)}"
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
