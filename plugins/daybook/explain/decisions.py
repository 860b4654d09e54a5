"""From an article and its raw text to the decisions that made it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from daybook import format
from daybook.content.markdown import visible
from daybook.explain.explanation import Decision, Dropped, Explanation, Proof
from daybook.sentences import words
from daybook.values import Article, Mention, Rival
from daybook.words import ENGLISH, labels

_WORDS = 80
"""Characters of a dropped part that are shown."""
_SOURCE = (("source.outlet", "outlet"), ("source.agency", "agency"), ("source.byline", "byline"))


def explanation(article: Article, name: str, layer: str | None, rejected: tuple[str, ...]) -> Explanation:
    """`name` is the article's file as a person types it, empty for none; `layer` its text layer, where it is at
    hand; `rejected` what a person deleted."""
    decisions = tuple(_decisions(article))
    cited = {proof.sentence for decision in decisions for proof in decision.proofs}
    return Explanation(
        name,
        article.seed_path,
        article.id,
        decisions,
        tuple((id, text) for id, (text, _) in words(article).items() if id in cited),
        tuple(
            Dropped(span.why, span.start, span.end, _first(layer, span.start, span.end))
            for span in article.dropped
        ),
        rejected,
        article.problems,
    )


def _first(layer: str | None, start: int, end: int) -> str:
    return format.shortened(visible((layer or "")[start : min(end, start + 4 * _WORDS)]), _WORDS)


def _decisions(article: Article) -> Iterator[Decision]:
    said: defaultdict[tuple[str, str], list[Mention]] = defaultdict(list)
    for mention in sorted(article.mentions, key=lambda m: (m.start, m.end)):
        said[mention.kind, mention.target].append(mention)
    rivals: defaultdict[str, list[Rival]] = defaultdict(list)
    for rival in article.rivals:
        rivals[rival.of].append(rival)
    yield Decision("title", article.title, by_hand="title" in article.by_hand, why=article.title_rule)
    yield _day(article, tuple(rivals["date"]))
    for key, role in _SOURCE:
        value = getattr(article.source, role) or ""
        proofs = _proofs([m for m in said["source", value] if m.role == role])
        yield Decision(key, value, by_hand=key in article.by_hand, proofs=proofs)
    yield Decision("dateline", article.dateline or "", by_hand="dateline" in article.by_hand)
    yield Decision("lang", article.lang, by_hand="lang" in article.by_hand)
    for place in sorted(article.places, key=lambda p: (-len(said["place", p.id]), p.id)):
        of = f"place {place.id}"
        yield Decision(
            of, format.place(place), _note(place.kind, labels.role(ENGLISH, place.role)), of in article.by_hand,
            place.confidence, place.why, place.aliases, _proofs(said["place", place.id]), tuple(rivals[of]),
        )  # fmt: skip
    for actor in sorted(article.actors, key=lambda a: (-len(said["actor", a.id]), a.id)):
        of = f"actor {actor.id}"
        yield Decision(
            of, actor.name, _note(actor.kind, actor.role), of in article.by_hand,
            actor.confidence, actor.why, actor.aliases, _proofs(said["actor", actor.id]), tuple(rivals[of]),
        )  # fmt: skip


def _day(article: Article, rivals: tuple[Rival, ...]) -> Decision:
    by_hand, found = not {"date", "dated"}.isdisjoint(article.by_hand), article.date
    if found is None:
        return Decision("date", "", by_hand=by_hand, rivals=rivals)
    value = f"{found.value.isoformat()}{f' {found.time}' if found.time else ''}"
    proofs = (Proof(found.rule, found.words, found.sentence or ""),) if found.words else ()
    note = f"precise to the {found.precision}"
    return Decision("date", value, note, by_hand, found.confidence, found.rule, proofs=proofs, rivals=rivals)


def _note(kind: str, role: str) -> str:
    return ", ".join(filter(None, (labels.kind(ENGLISH, kind).lower(), role)))


def _proofs(mentions: list[Mention]) -> tuple[Proof, ...]:
    return tuple(Proof(m.rule, " ".join(m.words.split()), m.sentence or "", m.role) for m in mentions)
