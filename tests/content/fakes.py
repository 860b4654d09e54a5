"""Extraction by a handful of words, so that tests of content/ say exactly what the machine found."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

import pytest

from daybook import ingest, pipeline
from daybook.clean.sentences import identify, split
from daybook.content.authority import Authority
from daybook.draft import Draft
from daybook.settings import Coverage, Settings
from daybook.values import Actor, CleanText, FoundDate, Mention, Place, RawArticle, Rival, Sentence, Span

KYIV = Place(
    "gn:703448", "Kyiv", "city", "UA", 50.45466, 30.5238, region="Kyiv City", population=2797553, role="event"
)
SUMY = Place("gn:692194", "Sumy", "city", "UA", 50.9216, 34.80029, role="event", confidence=0.9)
OLENA = Actor("olena-bondar", "Olena Bondar", "person", "Mayor of Sumy", ("Bondar",), "UA")
COUNCIL = Actor("town-council", "Town Council", "organisation")


@dataclass
class Machine:
    """What the stand-in for the pipeline finds; a test changes it between two runs."""

    places: tuple[Place, ...] = (KYIV, SUMY)
    actors: tuple[Actor, ...] = (OLENA, COUNCIL)
    cut: int = 0
    """Leading characters of each paragraph that are dropped: another cleaning."""
    skip: str = "SKIP"
    """Paragraphs that begin so are dropped."""
    lang: str = "en"
    rivals: tuple[Rival, ...] = ()
    dateline: str = ""
    """Words outside of the body that name Kyiv."""

    def extract(
        self,
        raws: Sequence[RawArticle],
        authority: Authority,
        coverage: Coverage,
        over: Callable[[Callable[[RawArticle], Draft], Iterable[RawArticle]], Iterator[Draft]],
    ) -> list[Draft]:
        return list(over(self.draft, raws))

    def draft(self, raw: RawArticle) -> Draft:
        if "CRASH" in raw.layer:
            raise RuntimeError("no such luck")
        lines = [(m.start(), m.end()) for m in re.finditer(r"[^\n]+", raw.layer)]
        (title_start, title_end), rest = lines[0] if lines else (0, 0), lines[1:]
        kept = [Span(a + self.cut, b) for a, b in rest if not raw.layer.startswith(self.skip, a)]
        gone = [Span(a, b, "promo") for a, b in rest if raw.layer.startswith(self.skip, a)]
        found = [
            (span.start + a, span.start + b, number)
            for number, span in enumerate(kept)
            for a, b in split(raw.layer[span.start : span.end])
        ]
        ids = identify([raw.layer[a:b] for a, b, _ in found])
        sentences = tuple(Sentence(id, a, b, n) for id, (a, b, n) in zip(ids, found, strict=True))
        title = raw.layer[title_start:title_end] or None
        text = CleanText(
            title,
            Span(title_start, title_end),
            False,
            tuple(kept),
            sentences,
            tuple(gone),
            lang=self.lang,
        )
        mentions = [
            Mention(
                kind,
                thing.id,
                m[0],
                m.start(),
                m.end(),
                sentence.id,
                "fake",
                thing.role if kind == "place" else "",
            )
            for kind, things in (("place", self.places), ("actor", self.actors))
            for thing in things
            for name in (thing.name, *thing.aliases)
            for sentence in sentences
            for m in re.compile(rf"\b{name}\b").finditer(raw.layer, sentence.start, sentence.end)
        ]
        if self.dateline:
            at = raw.layer.index(self.dateline)
            mentions.append(
                Mention(
                    "place", KYIV.id, self.dateline, at, at + len(self.dateline), None, "fake", "dateline"
                )
            )
        spoken = {m.target for m in mentions}
        return Draft(
            raw,
            text,
            self.date(raw.layer),
            tuple(p for p in self.places if p.id in spoken),
            tuple(a for a in self.actors if a.id in spoken),
            tuple(mentions),
            rivals=self.rivals,
        )

    def date(self, layer: str) -> FoundDate | None:
        found = re.search(r"On (\d{4}-\d\d-\d\d)", layer)
        if not found:
            return None
        return FoundDate(date.fromisoformat(found[1]), "fake", found[0], start=found.start(), end=found.end())


@dataclass
class Desk:
    """Seeds and content of one archive, below a test's own folder."""

    root: Path
    machine: Machine
    settings: Settings = field(default_factory=Settings)

    @property
    def seeds(self) -> Path:
        return self.root / "seeds"

    @property
    def content(self) -> Path:
        return self.root / "content"

    def seed(self, name: str, text: str) -> None:
        path = self.seeds / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")

    def ingest(self, **changes: object) -> ingest.Report:
        """Run with a machine that finds other things from now on."""
        self.machine.__dict__.update(changes)
        return ingest.ingest(self.seeds, self.content, self.settings, keep=False)

    def article(self, slug: str) -> Path:
        return next((self.content / "articles").rglob(f"{slug}.md"))

    def edit(self, slug: str, old: str, new: str) -> None:
        """A person's hand: replace words that must be there."""
        path = self.article(slug)
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{old!r} not in\n{text}"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    def tree(self) -> dict[str, bytes]:
        """Every file below content/ with its bytes."""
        return {
            p.relative_to(self.content).as_posix(): p.read_bytes()
            for p in self.content.rglob("*")
            if p.is_file()
        }


def desk(root: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """An empty archive whose pipeline is the fake."""
    machine = Machine()
    monkeypatch.setattr(pipeline, "extract", machine.extract)
    (root / "seeds").mkdir(parents=True)
    return Desk(root, machine)


def moved(place: Place, **changes: object) -> Place:
    return replace(place, **changes)  # type: ignore[arg-type]
