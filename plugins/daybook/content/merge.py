"""The machine's new article and the file on disk into one: a person's hand stands, all else is renewed."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import replace
from difflib import SequenceMatcher

from daybook.content.article_file import KEYS, ArticleFile, Entry, Scalar
from daybook.content.fingerprints import Fingerprints, fingerprint

Key = tuple[str, int]
"""A fingerprint, and how many of the same stand before it: repeats are told apart by their count alone."""

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
        withdrawn=old.withdrawn,
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


def paragraphs(
    base: tuple[str, ...], theirs: tuple[str, ...], mine: tuple[str, ...]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Three-way merge of a body: fingerprints as last written, paragraphs on disk, paragraphs as the machine has them.

    Gives the paragraphs and the fingerprints to remember. What a person wrote stands; what they left alone is the
    machine's, and goes where the machine has it no more; what they took away stays away; what is new from the
    machine comes, unless it is its new wording of what the person rewrote or took away. The order is the person's
    where they moved something, else the machine's. What stays away is remembered even when the machine drops it.
    """
    a, b = tuple(map(fingerprint, theirs)), tuple(map(fingerprint, mine))
    if a == base:
        return mine, b
    if (
        b == base or not base
    ):  # nothing new, or a person took the fingerprints away and the machine's hand with them
        return theirs, base
    known, on_disk, renewed = _keys(base), _keys(a), _keys(b)
    both = set(on_disk) & set(renewed)
    hand = dict(zip(_in_place(known, on_disk, both), theirs, strict=True))
    machine = dict(zip(_in_place(known, renewed, both), mine, strict=True))
    old, untouched = set(known), set(known) & set(on_disk)
    stay = [key for key in hand if key in machine or key not in untouched]
    come = [key for key in machine if key in hand or key not in old]
    place = {key: n for n, key in enumerate(known)}
    order = [place[key] for key in stay if key in place]
    body = _with(come, stay) if order == sorted(order) else _with(stay, come)
    text = machine | {key: words for key, words in hand.items() if key not in untouched}
    told = [key for key in machine if key in old or key not in hand]
    withheld = [key for key in known if key in machine or key not in untouched]
    prints = dict(zip(known, base, strict=True)) | dict(zip(machine, b, strict=True))
    return tuple(text[key] for key in body), tuple(prints[key] for key in _with(told, withheld))


def _keys(prints: Iterable[str]) -> list[Key]:
    met: Counter[str] = Counter()
    keys = []
    for each in prints:
        keys.append((each, met[each]))
        met[each] += 1
    return keys


def _in_place(known: list[Key], now: list[Key], both: set[Key]) -> list[Key]:
    """The keys that paragraphs have now; a new wording has the key of the paragraph in whose place it stands.

    Only where as many came as went is it plain which stands for which: else all are new. What a person and the
    machine both have stands for itself.
    """
    before, after, keys = set(known), set(now), list(now)
    for _, i, i_end, j, j_end in SequenceMatcher(None, known, now, autojunk=False).get_opcodes():
        gone = [key for key in known[i:i_end] if key not in after]
        came = [n for n in range(j, j_end) if now[n] not in before]
        if len(gone) == len(came):
            for key, n in zip(gone, came, strict=True):
                if now[n] not in both:
                    keys[n] = key
    return keys


def _with(order: list[Key], more: list[Key]) -> list[Key]:
    """An order, and what more there is: each behind the nearest before it that the order has."""
    behind: defaultdict[Key | None, list[Key]] = defaultdict(list)
    there, last = set(order), None
    for key in more:
        if key in there:
            last = key
        else:
            behind[last].append(key)
    return behind[None] + [each for key in order for each in (key, *behind[key])]
