"""Every decision that was made on one article, with what speaks for it and what it passed over."""

from __future__ import annotations

from dataclasses import dataclass

from daybook.values import Problem, Rival


@dataclass(frozen=True, slots=True)
class Proof:
    """Words of the article that a decision rests on."""

    rule: str
    """What found them."""
    words: str
    sentence: str
    """Id of their sentence; empty outside of the body."""
    role: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """One fact of the article."""

    of: str
    """As fingerprints call it: `title`, `date`, `source.outlet`, `place gn:703448`, `actor ann-sample`."""
    value: str
    """Empty where nothing was found."""
    note: str = ""
    """Kind, role, precision: in words."""
    by_hand: bool = False
    """True where a person wrote it."""
    confidence: float | None = None
    """None where none is kept."""
    why: str = ""
    """What settled it among others; empty where there was nothing to settle."""
    aliases: tuple[str, ...] = ()
    proofs: tuple[Proof, ...] = ()
    rivals: tuple[Rival, ...] = ()
    """The strongest first."""


@dataclass(frozen=True, slots=True)
class Dropped:
    """A part of the raw text that is not in the article."""

    why: str
    start: int
    end: int
    words: str
    """Its first words; empty where the raw text is not at hand."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """All that is known of how one article came to say what it says."""

    file: str
    """Of the article, as a person types it; empty where the archive does not hold it."""
    seed: str
    id: str
    decisions: tuple[Decision, ...]
    """In the order in which they are made."""
    sentences: tuple[tuple[str, str], ...]
    """Id and words of the sentences that decisions rest on, in the text's order."""
    dropped: tuple[Dropped, ...]
    rejected: tuple[str, ...]
    """What a person deleted, as `Decision.of` calls it."""
    problems: tuple[Problem, ...]

    @property
    def alone(self) -> bool:
        """Whether it was read for this explanation, and archive-wide steps saw nothing else."""
        return not self.file
