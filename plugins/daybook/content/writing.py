"""One article into its files: what was found, brought together with what a person made of the files that are there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import msgspec

from daybook.content import compose, holding, layers, merge, preferred, schema, store, successors
from daybook.content.article_file import ArticleFile
from daybook.content.authority import Authority
from daybook.content.evidence import Evidence
from daybook.content.register import Merge, Register
from daybook.draft import Draft
from daybook.stamps import stamp
from daybook.values import Problem

_DRAFT = msgspec.msgpack.Decoder(Draft)


@dataclass(frozen=True, slots=True)
class Job:
    """One article to be written."""

    id: str
    slug: str
    path: str
    """Where its file is to lie, below content/."""
    draft: bytes
    """Packed."""
    made_of: bytes
    """What becomes the holding's key."""
    held: str | None
    """Where its file lies now; None where it has none yet."""
    untouched: bool
    """Whether that file is known to be the machine's own, so that it need not be read."""


@dataclass(frozen=True, slots=True)
class Written:
    """What was made of it."""

    holding: bytes
    """Packed."""
    changed: int
    """Files."""


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes below one folder; a class, so that it can be handed to another process. Raises WriteError."""

    content: Path
    known: Authority
    merges: Mapping[tuple[str, str], Merge]

    def __call__(self, job: Job) -> Written:
        draft = _DRAFT.decode(job.draft)
        proof = compose.evidence(draft, job.id, draft.problems)
        file = merge.fresh(compose.article_file(draft, job.id, job.slug, self.known))
        if job.held is None or (job.untouched and job.held == job.path):
            changed, untouched = store.save(self.content, None, job.path, file, proof), True
        else:
            machine = file
            file, changed = self._merge(job, job.held, machine, proof)
            untouched = file == machine and self._is_ours(job.path, file)
        changed += layers.save(self.content, job.id, draft.raw.extractor, draft.raw.layer)
        one, two, three = (stamp(self.content / name) for name in holding.names_of(job.path, job.id))
        made = holding.of(file, job.path, proof, (one, two, three), job.made_of, untouched)
        return Written(holding.pack(made), changed)

    def _merge(self, job: Job, there: str, machine: ArticleFile, proof: Evidence) -> tuple[ArticleFile, int]:
        """With what a person made of the file that is there."""
        held = store.read_one(self.content, there)
        if isinstance(held, Problem):
            raise RuntimeError(f"{there}: {held.found}")
        successor = successors.of(Register(merges=dict(self.merges)), self.known)
        file = preferred.names(merge.merge(machine, held.file, successor), self.known)
        return file, store.save(self.content, held, job.path, file, proof)

    def _is_ours(self, path: str, file: ArticleFile) -> bool:
        """Whether the file on disk is as the machine would write it."""
        return (self.content / path).read_bytes() == schema.write(file).encode("utf-8", "replace")
