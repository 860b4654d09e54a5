"""One article against its seed: the bytes, the text layer, and every span of its evidence."""

from __future__ import annotations

import gzip
import unicodedata
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from daybook.clean.sentences import identify
from daybook.content import evidence, files, layers, schema, store
from daybook.content.article_file import ArticleFile
from daybook.content.evidence import Evidence
from daybook.content.markdown import visible
from daybook.figures.numbers import numbers, plain
from daybook.proof import again, seeds
from daybook.proof.canonical import sha256
from daybook.proof.faults import BUILD, fault
from daybook.read.encoding import decode
from daybook.settings import Rights
from daybook.values import Figure, Problem, Statement

AGAIN = "run daybook ingest, or restore it from git"


class Cited(NamedTuple):
    """A sentence as the record of a day has it."""

    record: str
    """The record's address."""
    sentence: str
    words: str
    span: tuple[int, int]
    layer: str
    """SHA-256."""


class Found(NamedTuple):
    """What the check of one article came to."""

    path: str
    id: str
    """Empty where the file cannot be read."""
    seed: str
    sha256: str
    """Of the seed, as the article has it."""
    day: str
    """ISO; empty for none."""
    withdrawn: bool
    own: str
    """SHA-256 of the article's file; empty for none."""
    beside: str
    """Of its evidence."""
    spans: int
    """How many were looked at."""
    faults: tuple[Problem, ...]
    digest: bytes = b""
    """As `daybook.proof.again` takes it; empty where the file cannot be read."""


@dataclass(frozen=True, slots=True)
class Check:
    """Checks the article at a path; a class, so that it can be handed to another process."""

    content: Path
    seeds: Path
    rights: Rights

    def __call__(self, work: tuple[str, tuple[Cited, ...]]) -> Found:
        path, cited = work
        beside_path = store.evidence_path(path)
        own = store.contents(f"{self.content}/{path}")
        beside = store.contents(f"{self.content}/{beside_path}")
        hashes = (sha256(own) if own else "", sha256(beside) if beside else "")
        file = _parsed(own, path)
        if isinstance(file, Problem):
            return Found(path, "", "", "", "", False, *hashes, 0, (file,))
        bare = Found(
            path,
            file.id,
            file.seed_path,
            file.seed_sha256,
            f"{file.day or ''}",
            file.withdrawn is not None,
            *hashes,
            0,
            (),
        )
        if file.withdrawn:  # a person may have taken its seed away as well
            return bare._replace(digest=again.packed(file, None, path, self.rights))
        try:
            proof = evidence.read(beside or b"", beside_path)
        except ValueError as error:
            wrong = fault(beside_path, "evidence", "the article's evidence", str(error), AGAIN)
            return bare._replace(faults=(wrong,), digest=again.packed(file, None, path, self.rights))
        checked = _Article(self, file, proof, beside_path)
        faults = tuple(checked.faults(cited))
        told = proof if proof.id == file.id else None
        return bare._replace(
            spans=checked.spans, faults=faults, digest=again.packed(file, told, path, self.rights)
        )


def _parsed(own: bytes | None, path: str) -> ArticleFile | Problem:
    try:
        found = schema.parse((own or b"").decode("utf-8"), path)
    except UnicodeDecodeError as error:
        return fault(path, "article", "an article's file", str(error), AGAIN)
    if isinstance(found, Problem):
        return fault(path, "article", found.expected, found.found, found.do)
    return found


class _Article:
    """An article under its check."""

    def __init__(self, check: Check, file: ArticleFile, proof: Evidence, path: str) -> None:
        self.check, self.file, self.proof, self.path = check, file, proof, path
        self.spans = 0
        self.layer = ""

    def faults(self, cited: tuple[Cited, ...]) -> Iterator[Problem]:
        """All that does not hold."""
        if self.proof.id != self.file.id:
            yield self._fault("evidence", f"the evidence of {self.file.id}", f"that of {self.proof.id}")
            return
        wrong = self._read()
        if wrong:
            yield wrong
        if self.layer:
            yield from self._sentences()
            yield from self._mentions()
            yield from self._statements()
            yield from self._figures()
            yield from self._cited(cited)

    def _read(self) -> Problem | None:
        """Find the layer, and check the bytes that it comes from. The layer stays empty where it is not the one that spans count in."""
        name, expected = self.file.seed_path, self.proof.layer.sha256
        plain = self.proof.layer.extractor.startswith(layers.PLAIN)
        wrong: Problem | None = None
        layer: str | None = None
        if not seeds.container(name):
            data = seeds.one(self.check.seeds, name, self.file.seed_sha256)
            if isinstance(data, Problem):
                wrong = data
            elif plain:
                layer = decode(data)
        if not plain:
            layer = self._kept()
        if layer is not None and layers.sha256(layer) == expected:
            self.layer = layer
            return wrong
        if wrong or (layer is None and plain):
            return wrong
        file = self.path if plain else f"layers/{self.file.id}.txt.gz"
        found = "none that can be read" if layer is None else layers.sha256(layer)
        return fault(file, "layer", f"a text layer of SHA-256 {expected}", found, AGAIN)

    def _kept(self) -> str | None:
        try:
            data = files.below(self.check.content, f"layers/{self.file.id}.txt.gz").read_bytes()
            return gzip.decompress(data).decode("utf-8", "replace")
        except (OSError, EOFError, ValueError, zlib.error):
            return None

    def _sentences(self) -> Iterator[Problem]:
        """A sentence's id is made of its words."""
        held = self.proof.sentences
        words = [self.layer[s.start : s.end] for s in held]
        self.spans += len(held)
        for sentence, id, text in zip(held, identify(words), words, strict=True):
            if sentence.id != id:
                yield self._fault("sentence", f"the words of the sentence {sentence.id}", text)
        proof, dated = self.proof.proof, self.file.values["dated"]
        if proof and isinstance(dated, dict) and dated.get("rule") != "hand":
            self.spans += 1
            there = visible(self.layer[proof[0] : proof[1]])
            if not there or there not in visible(f"{dated.get('words')}"):
                yield self._fault("day", f"words of {dated.get('words')!r}", repr(there))

    def _mentions(self) -> Iterator[Problem]:
        for mention in self.proof.mentions:
            yield from self._same(mention.kind, (mention.start, mention.end), mention.words)
        for span in self.proof.dropped:
            if span.words:
                yield from self._same("dropped", (span.start, span.end), span.words)

    def _statements(self) -> Iterator[Problem]:
        known = {sentence.id for sentence in self.proof.sentences}
        for each in self.proof.statements:
            self.spans += len(each.said)
            if each.sentence not in known or not all(map(self._lies, _spans(each))):
                yield self._fault("statement", "words of the article", f"{each.said} of {each.sentence}")

    def _figures(self) -> Iterator[Problem]:
        """A figure's number is read again out of its words."""
        where = {sentence.id: (sentence.start, sentence.end) for sentence in self.proof.sentences}
        title = self.proof.title
        for each in self.proof.figures:
            self.spans += 1
            found = where.get(each.sentence) if each.sentence else title and (title.start, title.end)
            if not found or not self._is_read(each, *found):
                yield self._fault("figure", f"the number {each.value}", self.layer[each.start : each.end])

    def _is_read(self, figure: Figure, start: int, end: int) -> bool:
        return any(
            (each.start, each.end, plain(each.value)) == (figure.start, figure.end, figure.value)
            for each in numbers(self.layer, start, end)
        )

    def _cited(self, cited: tuple[Cited, ...]) -> Iterator[Problem]:
        """The sentences that records of days have of it."""
        for each in cited:
            self.spans += 1
            there = self.layer[each.span[0] : each.span[1]]
            if each.layer != self.proof.layer.sha256:
                yield fault(each.record, "record", f"the layer of {self.path} ({self.proof.layer.sha256})", each.layer, BUILD)  # fmt: skip
            elif _words(there) != _words(each.words):
                yield fault(each.record, "record", f"the words of {each.sentence}: {there}", each.words, f"give the sentence the words and signs of the layer again in {self.path.replace('.evidence.json', '.md')}, then run daybook build")  # fmt: skip

    def _same(self, code: str, span: tuple[int, int], words: str) -> Iterator[Problem]:
        self.spans += 1
        there = self.layer[span[0] : span[1]]
        if there != words and visible(there) != visible(words):
            yield self._fault(code, f"{words!r} at {span[0]}–{span[1]}", repr(there))

    def _lies(self, span: tuple[int, int]) -> bool:
        return 0 <= span[0] <= span[1] <= len(self.layer)

    def _fault(self, code: str, expected: str, found: str) -> Problem:
        return fault(self.path, code, expected, found[:300], AGAIN)


def _words(text: str) -> list[str]:
    """By which a sentence is the same: its words and numbers in any case, with the signs of money and shares."""
    plain = unicodedata.normalize("NFKC", visible(text)).casefold()
    kept = (
        c if c.isalnum() or c in "_%‰" or unicodedata.category(c) in ("Sc", "Mn", "Mc") else " "
        for c in plain
    )
    return "".join(kept).split()


def _spans(statement: Statement) -> list[tuple[int, int]]:
    return [*statement.said, *filter(None, (statement.verb, statement.speaker))]
