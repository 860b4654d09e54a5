"""The statements of one article: each verb of saying by the rules, then quotations that go on without a verb."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from daybook.statements import surnames
from daybook.statements.case import Case
from daybook.statements.knowledge import verbs
from daybook.statements.quotes import Quote, quotes
from daybook.statements.references import RECENT
from daybook.statements.rules import RULES
from daybook.statements.scene import Saying, Scene
from daybook.values import NAMES_READ, Actor, CleanText, Mention, Statement

MOST = 2000
"""Verbs and quotations of one article that are looked at: ten times the most talkative one's."""
LEAST = 4
"""Words of a quotation that is a statement without a verb of its own."""


def find(
    layer: str, text: CleanText, actors: Sequence[Actor], mentions: Sequence[Mention]
) -> tuple[Statement, ...]:
    """What the article's actors say in it, in the text's order. Only English is read."""
    return named(hear(layer, text, actors, mentions))


@dataclass(frozen=True, slots=True)
class Heard:
    """All that an article has someone say, whoever that is."""

    scene: Scene
    sayings: Sequence[Saying]
    """In the text's order."""


def hear(layer: str, text: CleanText, actors: Sequence[Actor], mentions: Sequence[Mention]) -> Heard | None:
    """What is said in an English article, by its actors or by others; None where nothing is."""
    if not text.sentences or text.lang.partition("-")[0] != "en":
        return None
    last = min(text.sentences[-1].end, NAMES_READ)
    seen = list(islice(verbs().finditer(layer, text.sentences[0].start, last), MOST))
    if not seen:
        return None
    whole, doubtful = surnames.read(actors)
    scene = _scene(layer, text, actors, [_as_whole(m, whole) for m in mentions if m.kind == "actor"])
    told: list[Saying] = []
    heads = _heads(text)
    for match in seen:
        if scene.quote_around(match.start()) is None and not _inside(told, match.start()):
            number = scene.sentence_at(match.start())
            if match.end() > scene.sentences[number].end:
                continue
            case = Case(
                scene,
                told[-RECENT:],
                number,
                match.start(),
                match.end(),
                heads[scene.sentences[number].paragraph],
            )
            answer = next((found for rule in RULES if (found := rule(case))), None)
            if answer:
                told.append(answer)
    told += list(_going_on(scene, told))
    known = (replace(each, actor="") if each.actor in doubtful else each for each in told)
    return Heard(scene, sorted(known, key=lambda each: each.said))


def _as_whole(mention: Mention, whole: Mapping[str, str]) -> Mention:
    return replace(mention, target=whole[mention.target]) if mention.target in whole else mention


def named(heard: Heard | None) -> tuple[Statement, ...]:
    """Of what is said, what an actor says."""
    return tuple(_statement(each, heard.scene) for each in heard.sayings if each.actor) if heard else ()


def _scene(layer: str, text: CleanText, actors: Sequence[Actor], mentions: Sequence[Mention]) -> Scene:
    first, line = text.sentences[0], text.dateline
    begin = line.end if line and first.start <= line.start and line.end < first.end else first.start
    spoken: list[Quote] = []
    for span in text.paragraphs:
        spoken += islice(quotes(layer, span.start, min(span.end, NAMES_READ)), MOST - len(spoken))
    named = sorted(mentions, key=lambda m: (m.start, m.end))
    return Scene(layer, text.sentences, begin, named, {actor.id: actor for actor in actors}, spoken)


def _heads(text: CleanText) -> dict[int, int]:
    """Where each paragraph's first sentence begins."""
    found: dict[int, int] = {}
    for sentence in text.sentences:
        found.setdefault(sentence.paragraph, sentence.start)
    return found


def _inside(told: Sequence[Saying], at: int) -> bool:
    """Whether an offset lies in what the last statement says: what is attributed there is attributed by its speaker."""
    return bool(told) and at < told[-1].end


def _going_on(scene: Scene, told: Sequence[Saying]) -> Iterator[Saying]:
    """Quotations of whole sentences without a verb, behind a statement of the same paragraph or right behind one."""
    spans = sorted(span for each in told for span in each.said)
    firsts = [start for start, _ in spans]
    by_verb = sorted(told, key=lambda each: each.end)
    ends = [each.end for each in by_verb]
    for quote in scene.quotes:
        at = bisect_right(firsts, quote.start) - 1
        if at >= 0 and quote.start < spans[at][1]:
            continue
        number = scene.sentence_at(quote.open)
        if len(scene.layer[quote.start : quote.end].split()) < LEAST or not _stands_alone(
            scene, quote, number
        ):
            continue
        last = by_verb[bisect_right(ends, quote.open) - 1] if ends and ends[0] <= quote.open else None
        if last and _is_next(scene, last, quote, number):
            yield Saying(
                ((quote.start, quote.end),), "quoted", None, None, last.actor, number, "goes-on", quote.close
            )


def _stands_alone(scene: Scene, quote: Quote, number: int) -> bool:
    """Whether a quotation is a sentence, or several."""
    before = scene.layer[scene.begin_of(number) : quote.open].strip()
    words = scene.layer[quote.start : quote.end]
    first = next((c for c in words if c.isalpha()), "")
    if before or not first.isupper() or not words.rstrip().endswith((".", "?", "!", "…", ",", "...")):
        return not before and not quote.closed and first.isupper()
    behind = scene.layer[quote.close : quote.close + 2].strip()
    return not behind or not behind[0].islower()


def _is_next(scene: Scene, last: Saying, quote: Quote, number: int) -> bool:
    """Whether the statement before stands in the same paragraph."""
    return scene.sentences[last.sentence].paragraph == scene.sentences[number].paragraph


def _statement(each: Saying, scene: Scene) -> Statement:
    speaker = (each.speaker.start, each.speaker.end) if each.speaker else None
    return Statement(
        each.actor, each.kind, each.said, scene.sentences[each.sentence].id, each.rule, each.verb, speaker
    )
