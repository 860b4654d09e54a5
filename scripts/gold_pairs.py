"""Stories that Daybook makes of a whole corpus, against pairs of its articles that a reader judged (tests/quality/gold/stories.md).

A pair is one story where both articles stand in one. Of pairs that a reader calls the same or a copy: precision, recall and F of one story; of those that a
reader calls copies, and of reports with several carriers, precision and recall likewise. Each with all pairs, and without the doubtful ones.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from scripts.gold_statements import Row, _share

from daybook import search
from daybook.content import store
from daybook.digest import Digest, digest
from daybook.site.archive import Archive
from daybook.site.related import pairs, related
from daybook.stories.stories import Stories, stories

GOLD = Path(__file__).resolve().parents[1] / "tests" / "quality" / "gold" / "pairs.jsonl"


def marked(half: str) -> list[Row]:
    """The pairs of one half."""
    rows = map(json.loads, GOLD.read_text(encoding="utf-8").splitlines())
    return [row for row in rows if row["half"] == half]


@lru_cache(1)
def told(content: Path) -> tuple[Stories, dict[str, str]]:
    """The stories of an archive, and the id of each article by the last part of its seed's name."""
    archive, ids = read(content)
    days = related(archive.articles, {id: id.encode() for id in archive.address}, {}, map)
    return stories(archive.articles, pairs(days)), ids


def read(content: Path) -> tuple[Archive, dict[str, str]]:
    """The articles, and their ids likewise."""
    found = [article for path in store.paths(content) if (article := _digest(content, path))]
    return Archive.of(found), {article.seed_path.rpartition("#")[2]: article.id for article in found}


def score(made: Stories, ids: Mapping[str, str], gold: Sequence[Row]) -> dict[str, float]:
    """Figures from 0 to 1."""
    return counted([(made, row) for row in gold], ids)


def counted(gold: Sequence[tuple[Stories, Row]], ids: Mapping[str, str]) -> dict[str, float]:
    """Likewise, each pair with the stories that it is looked for in."""
    figures = dict[str, float]()
    for name, rows in (("", gold), (", sure", [row for row in gold if not row[1].get("doubtful")])):
        counts: Counter[str] = Counter()
        for made, row in rows:
            one, other = made.of.get(ids.get(row["a"], "")), made.of.get(ids.get(row["b"], ""))
            both = {ids.get(row["a"]), ids.get(row["b"])}
            joined = one is not None and one is other
            copied = joined and any(both <= {a.id for a in report} for report in one.reports)  # type: ignore[union-attr]
            counts["joined"] += joined
            counts["same"] += row["label"] != "other"
            counts["right"] += joined and row["label"] != "other"
            counts["copied"] += copied
            counts["copies"] += row["label"] == "copy"
            counts["rightly copied"] += copied and row["label"] == "copy"
        right = counts["right"]
        figures |= {
            f"story precision{name}": _share(right, counts["joined"]),
            f"story recall{name}": _share(right, counts["same"]),
            f"story F{name}": _share(2 * right, counts["joined"] + counts["same"]),
            f"copy precision{name}": _share(counts["rightly copied"], counts["copied"]),
            f"copy recall{name}": _share(counts["rightly copied"], counts["copies"]),
        }
    return figures


def _digest(content: Path, path: str) -> Digest | None:
    article, _ = store.read_article(content, path)
    return digest(article, search.first_terms(search.row(article))) if article else None
