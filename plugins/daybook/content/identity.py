"""Which seed is which article: by its bytes, else by its path, else it is a new one.

Bytes come first: where files swap names, or lines without ids move down, what a person edited stays with its words.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from daybook.content.register import Register
from daybook.seeds import Seed
from daybook.values import Problem


@dataclass(frozen=True, slots=True)
class Matched:
    """The seeds of one ingest, told apart."""

    articles: tuple[tuple[str, Seed], ...]
    """(id, seed), each id once, sorted by path."""
    merged: tuple[tuple[Seed, Seed], ...]
    """(a seed that is no article of its own, the one that it is a copy or former line of)"""
    gone: tuple[str, ...]
    """Ids of the register that no seed answers to, sorted."""


def match(raws: Sequence[Seed], register: Register) -> Matched:
    """Give each seed its article. An identical second copy, and a line whose id comes again, is merged."""
    ordered = sorted(raws, key=lambda raw: raw.path)
    by_path = {record.seed: record.id for record in register.articles.values()}
    known, merged = _distinct(ordered, by_path)
    by_hash = {r.sha256: r.id for _, r in sorted(register.articles.items(), reverse=True)}
    by_hash |= {
        raw.sha256: by_path[raw.path]
        for raw in known
        if raw.path in by_path and register.articles[by_path[raw.path]].sha256 == raw.sha256
    }
    ids = {by_hash[raw.sha256]: raw for raw in known if raw.sha256 in by_hash}
    for raw in known:
        if raw.sha256 not in by_hash:
            id = by_path.get(raw.path)
            ids[id if id and id not in ids else _new(raw.sha256, register, ids)] = raw
    articles = sorted(ids.items(), key=lambda item: item[1].path)
    return Matched(tuple(articles), tuple(merged), tuple(sorted(register.articles.keys() - ids.keys())))


def remarks(merged: Iterable[tuple[Seed, Seed]]) -> list[Problem]:
    """Seeds of one path whose words differ: only the last counts, and a person should know."""
    return [
        Problem(
            raw.path, "read", "same-id", "each id once in a file", "another line with this id further down",
            "give the lines ids of their own, if they are different articles",
        )
        for raw, kept in merged
        if raw.path == kept.path and raw.sha256 != kept.sha256
    ]  # fmt: skip


def _distinct(ordered: list[Seed], by_path: dict[str, str]) -> tuple[list[Seed], list[tuple[Seed, Seed]]]:
    """One seed for each path, and one for each content: the copy that the register knows, else the first."""
    last = {raw.path: raw for raw in ordered}
    best: dict[str, Seed] = {}
    for raw in sorted(last.values(), key=lambda raw: (raw.path not in by_path, raw.path)):
        best.setdefault(raw.sha256, raw)
    merged = [(raw, last[raw.path]) for raw in ordered if raw is not last[raw.path]]
    merged += [(raw, best[raw.sha256]) for raw in last.values() if raw is not best[raw.sha256]]
    kept = sorted(best.values(), key=lambda raw: raw.path)
    return kept, merged


def _new(sha256: str, register: Register, ids: dict[str, Seed]) -> str:
    """The first 12 hex digits that no other article has; the very first 12, but where a seed took another's place."""
    starts = range(0, len(sha256) - 11)
    return next(
        i for i in (sha256[n : n + 12] for n in starts) if i not in register.articles and i not in ids
    )
