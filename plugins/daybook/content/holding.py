"""What every ingest asks of the articles that are there: read from their files once, and kept for as long as these stay the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import msgspec

from daybook import cores
from daybook.content import convert, names, store
from daybook.content.article_file import ArticleFile
from daybook.content.evidence import Evidence
from daybook.content.names import Cast
from daybook.shelf import Shelf, key
from daybook.stamps import Stamp
from daybook.values import Problem

FileStamps = tuple[Stamp | None, Stamp | None, Stamp | None]
"""Of an article's file, its evidence and its layer."""

_PACK = msgspec.msgpack.Encoder()
_CAST = msgspec.msgpack.Decoder(Cast)


@dataclass(frozen=True, slots=True)
class Holding:
    """One article as its files have it."""

    id: str
    path: str
    """Of its file, below content/."""
    seed_path: str
    seed_sha256: str
    day: date | None
    day_by_hand: bool
    """Whether a person wrote the day."""
    actors: tuple[str, ...]
    """Whom its evidence speaks of, by id."""
    packed: bytes
    """Its `Cast`; packed, as all of them are held at once."""
    made_of: bytes = b""
    """The key of what its files were made of; empty where they were only read."""
    untouched: bool = False
    """Whether its file is the machine's, byte for byte, with no person's hand in it."""
    stamps: FileStamps = (None, None, None)
    """As they were when it was read or written."""

    @property
    def cast(self) -> Cast:
        """The names that it has."""
        return _CAST.decode(self.packed)


_HOLDING = msgspec.msgpack.Decoder(Holding)


def pack(holding: Holding) -> bytes:
    """As it is kept."""
    return _PACK.encode(holding)


def unpack(value: bytes) -> Holding | None:
    """None of what is none."""
    try:
        return _HOLDING.decode(value)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return None


def of(
    file: ArticleFile,
    path: str,
    proof: Evidence | None,
    stamps: FileStamps = (None, None, None),
    made_of: bytes = b"",
    untouched: bool = False,
) -> Holding:
    """The holding of a file with its evidence."""
    article = convert.article(file, proof)
    cast = names.cast(article)
    actors = sorted({m.target for m in proof.mentions if m.kind == "actor"}) if proof else ()
    return Holding(
        file.id, path, file.seed_path, file.seed_sha256, file.day, "date" in article.by_hand, tuple(actors),
        _PACK.encode(cast), made_of, untouched, stamps,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads one article's files; a class, so that it can be handed to another process."""

    content: Path

    def __call__(self, path: str) -> bytes | Problem:
        held = store.read_one(self.content, path)
        if isinstance(held, Problem):
            return held
        proof = store.read_evidence(self.content, held)
        return pack(of(held.file, path, proof if isinstance(proof, Evidence) else None))


def load(
    content: Path, there: Mapping[str, Stamp], kept: Shelf, program: str
) -> tuple[dict[str, Holding], list[Problem]]:
    """Every article by its id, in the order of their paths, and the problems of those that cannot be read."""
    found: dict[str, Holding | Problem] = {}
    remembered = dict(kept.read())
    paths = store.paths(content)
    for path in paths:
        value = remembered.pop(at(program, path), None)
        known = unpack(value) if value is not None else None
        if known and known.path == path and known.stamps == stamps_of(there, path, known.id):
            found[path] = known
    del remembered
    new: list[tuple[bytes, bytes]] = []
    for path, result in cores.over(_Reader(content), [path for path in paths if path not in found]):
        if isinstance(result, cores.Failed):
            raise RuntimeError(f"{path}: {result.reason}")
        if isinstance(result, bytes):
            read = _HOLDING.decode(result)
            read = replace(read, stamps=stamps_of(there, path, read.id))
            found[path] = read
            new.append((at(program, path), pack(read)))
        else:
            found[path] = result
    kept.add(new)
    return _unique(found[path] for path in paths)


def at(program: str, path: str) -> bytes:
    """Where the holding of a file is kept."""
    return key(program.encode(), path.encode("utf-8", "replace"))


def stamps_of(there: Mapping[str, Stamp], path: str, id: str) -> FileStamps:
    """The stamps of an article's files."""
    one, two, three = names_of(path, id)
    return there.get(one), there.get(two), there.get(three)


def names_of(path: str, id: str) -> tuple[str, str, str]:
    """The paths of an article's files below content/: its own, its evidence and its layer."""
    return path, store.evidence_path(path), f"layers/{id}.txt.gz"


def _unique(found: Iterable[Holding | Problem]) -> tuple[dict[str, Holding], list[Problem]]:
    """Each article once; a second file of one id is a problem."""
    held, problems = dict[str, Holding](), list[Problem]()
    for each in found:
        if isinstance(each, Problem):
            problems.append(each)
        elif each.id in held:
            problems.append(store.same_id(each.path, held[each.id].path))
        else:
            held[each.id] = each
    return held, problems
