"""The machine's new article and the file on disk into one: a person's hand stands, all else is renewed."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from merge3 import Merge3

from daybook.content.article_file import KEYS, ArticleFile, Entry, Scalar
from daybook.content.fingerprints import Fingerprints, fingerprint

Successor = Callable[[str, str], str]
"""From a kind (`place`, `actor`) and an id to the id that stands for it now."""

BY_HAND: Entry = {"rule": "hand", "words": "", "precision": "day", "confidence": 1.0}
"""How a day that a person wrote is known."""


def fresh(new: ArticleFile) -> ArticleFile:
    """An article without a file yet, with its fingerprints."""
    entries = {key: fingerprint(new.values[key]) for key in KEYS}
    for kind, held in (("place", new.places), ("actor", new.actors)):
        entries |= {f"{kind} {id}": fingerprint(entry) for id, entry in held.items()}
    return replace(
        new, prints=Fingerprints(entries, tuple(map(fingerprint, new.body)), fingerprint(new.body))
    )


def merge(new: ArticleFile, old: ArticleFile, successor: Successor) -> ArticleFile:
    """`new` as the machine has it now, `old` as it stands on disk. Merging again changes nothing."""
    values, prints = _values(new, old)
    rejected = {_renamed(entry, successor) for entry in old.rejected}
    kinds: dict[str, dict[str, Entry]] = {}
    for kind, mine, theirs in (("place", new.places, old.places), ("actor", new.actors, old.actors)):
        kinds[kind], more, gone = _entries(kind, mine, theirs, old.prints.entries, rejected, successor)
        prints |= more
        rejected = (rejected | gone) - {f"{kind} {id}" for id in kinds[kind]}
    body, base, whole = _body(new, old)
    return replace(
        new,
        values=values,
        places=kinds["place"],
        actors=kinds["actor"],
        body=body,
        prints=Fingerprints(prints, base, whole),
        rejected=tuple(sorted(rejected)),
    )


def _body(new: ArticleFile, old: ArticleFile) -> tuple[tuple[str, ...], tuple[str, ...], str]:
    """Paragraphs, their fingerprints, and that of the machine's whole body.

    Where the machine has nothing new to say, the body on disk stands as it is: a second run merges nothing.
    """
    whole = fingerprint(new.body)
    if whole == old.prints.whole:
        return old.body, old.prints.body, whole
    return *paragraphs(old.prints.body, old.body, new.body), whole


def _values(new: ArticleFile, old: ArticleFile) -> tuple[dict[str, Scalar | Entry], dict[str, str]]:
    values, prints = dict(old.values), dict[str, str]()
    edited = {key for key in KEYS if old.prints.entries.get(key) != fingerprint(old.values[key])}
    for key in KEYS:
        if key not in edited:
            values[key] = new.values[key]
        elif key in old.prints.entries:
            prints[key] = old.prints.entries[key]
    if "date" in edited and "dated" not in edited:  # the machine's proof is of another day
        values["dated"] = dict(BY_HAND) if values["date"] else None
    ordered = {key: values[key] for key in KEYS}
    return ordered, {
        key: prints.get(key) or fingerprint(ordered[key])
        for key in KEYS
        if key in prints or key not in edited
    }


def _entries(
    kind: str,
    mine: dict[str, Entry],
    theirs: dict[str, Entry],
    prints: dict[str, str],
    rejected: set[str],
    successor: Successor,
) -> tuple[dict[str, Entry], dict[str, str], set[str]]:
    """(entries, their fingerprints, what a person deleted)"""
    stand, renewed = dict[str, Entry](), set[str]()
    kept_prints, deleted = dict[str, str](), set[str]()
    for id, entry in theirs.items():
        now, seen = successor(kind, id), prints.get(f"{kind} {id}")
        if seen == fingerprint(entry):
            renewed.add(now)
            continue
        stand[now] = {**entry, "id": now}
        if seen:
            kept_prints[f"{kind} {now}"] = seen
    for key in prints:
        if key.startswith(f"{kind} ") and key.removeprefix(f"{kind} ") not in theirs:
            deleted.add(_renamed(key, successor))
    deleted -= {f"{kind} {id}" for id in renewed}
    out, made = dict[str, Entry](), dict[str, str]()
    for id, entry in mine.items():
        key = f"{kind} {id}"
        if id in stand:
            out[id] = stand[id]
        elif key not in rejected and key not in deleted:
            out[id], made[key] = entry, fingerprint(entry)
    out |= {id: entry for id, entry in stand.items() if id not in out}
    return out, made | kept_prints, deleted


def _renamed(entry: str, successor: Successor) -> str:
    kind, _, id = entry.partition(" ")
    return f"{kind} {successor(kind, id)}"


class _Matcher(difflib.SequenceMatcher[str]):
    """Without the heuristic that takes what is frequent for noise."""

    def __init__(
        self,
        isjunk: Callable[[str], bool] | None = None,
        a: Sequence[str] = (),
        b: Sequence[str] = (),
        autojunk: bool = False,
    ) -> None:
        super().__init__(isjunk, a, b, autojunk=autojunk)


def _merger(base: tuple[str, ...], a: tuple[str, ...], b: tuple[str, ...]) -> Merge3[str]:
    matcher: Any = _Matcher  # merge3's own type of it fits no subclass of difflib's
    return Merge3(base, a, b, sequence_matcher=matcher)


def paragraphs(
    base: tuple[str, ...], theirs: tuple[str, ...], mine: tuple[str, ...]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Three-way merge of a body: fingerprints as last written, paragraphs on disk, paragraphs as the machine has them.

    Gives the paragraphs and the fingerprints to remember. Where both changed the same, the person's stand, and the
    old fingerprints with them, so that they are known as the person's ever after.
    """
    a, b = tuple(map(fingerprint, theirs)), tuple(map(fingerprint, mine))
    if a == base:
        return mine, b
    if (
        b == base or not base
    ):  # nothing new, or a person took the fingerprints away and the machine's hand with them
        return theirs, base
    body, prints = list[str](), list[str]()
    at = (0, 0, 0)
    for z, z_end, x, x_end, y, y_end in _merger(base, a, b).find_sync_regions():
        there, here = slice(at[1], x), slice(at[2], y)
        more, remembered = _part(base[at[0] : z], theirs[there], a[there], mine[here], b[here])
        body += (*more, *theirs[x:x_end])
        prints += (*remembered, *base[z:z_end])
        at = (z_end, x_end, y_end)
    return tuple(body), tuple(prints)


def _part(
    base: tuple[str, ...],
    theirs: tuple[str, ...],
    a: tuple[str, ...],
    mine: tuple[str, ...],
    b: tuple[str, ...],
) -> tuple[Sequence[str], Sequence[str]]:
    """A stretch in which the three have no paragraph in common: paragraphs, and fingerprints to remember."""
    if a == base:
        return mine, b
    if not base and b and a != b:  # both added something at one spot
        return (*theirs, *mine), b
    if b == base:
        return theirs, base
    return _both_changed(base, theirs, a, mine, b)


def _both_changed(
    base: tuple[str, ...],
    theirs: tuple[str, ...],
    a: tuple[str, ...],
    mine: tuple[str, ...],
    b: tuple[str, ...],
) -> tuple[Sequence[str], Sequence[str]]:
    """Paragraph by paragraph: what the person left alone is the machine's, where the two can be aligned."""
    changes = _Matcher(None, base, a).get_opcodes()
    alone = {
        i + n: theirs[j + n] for what, i, end, j, _ in changes if what == "equal" for n in range(end - i)
    }
    now = _aligned(base, mine, b, alone)
    body, prints = list[str](), list[str]()
    for what, i, i_end, j, j_end in changes:
        if what == "equal":
            for texts, made in now[i:i_end]:
                body += texts
                prints += made
        else:
            body += theirs[j:j_end]
            prints += base[i:i_end]
    return body, prints


def _aligned(
    base: tuple[str, ...], mine: tuple[str, ...], b: tuple[str, ...], alone: dict[int, str]
) -> list[tuple[list[str], list[str]]]:
    """For each paragraph as last written: what the machine has in its place now, with fingerprints."""
    now: list[tuple[list[str], list[str]]] = [([], []) for _ in base]
    for what, i, i_end, j, j_end in _Matcher(None, base, b).get_opcodes():
        if i_end - i == j_end - j:
            for n in range(i_end - i):
                now[i + n] = ([mine[j + n]], [b[j + n]])
        elif what == "replace" and not all(k in alone for k in range(i, i_end)):
            for k in range(i, i_end):  # parted otherwise now, and edited: stays as it was
                now[k] = ([alone[k]] if k in alone else [], [base[k]])
        elif base:
            at = min(i, len(base) - 1)
            now[at] = ([*now[at][0], *mine[j:j_end]], [*now[at][1], *b[j:j_end]])
    return now
