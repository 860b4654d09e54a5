"""One verb of saying with what stands around it in its sentence."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from daybook.statements import references
from daybook.statements.knowledge import hearers, occasion, verbs, words
from daybook.statements.quotes import Quote
from daybook.statements.scene import Offsets, Saying, Scene, Speaker
from daybook.statements.speakers import phrase
from daybook.values import StatementKind

WINDOW = 1200
"""Code points of a sentence that are looked at to either side of a verb."""
_LAST_WORD = re.compile(r"([\w'’-]+)\s*\Z")
_BOUNDARY = re.compile(
    r"[,;:()—“”\"]|\s--?\s|\b(?:and|but|while|as|because|although|though|when|after|before|since|that|if|whether|which|where|so|who)\b"
)
_STOP = re.compile(r"[,;:()—“”\"]|\s--?\s|\b(?:and|but|while|who|when|after|as|during)\b|\Z")
_ADDRESSEE = re.compile(
    r"\s+(?:(?:him|her|them|me|us|it|reporters|journalists|newsmen|lawmakers|legislators|delegates|shareholders|parliament|congress|investors|analysts|police|[A-Z][\w.-]+(?:\s+[A-Z][\w.-]+){0,3})"
    r"|(?:the|a|an|his|her|its|their|this)\s+(?:[A-Z][\w’'.-]+(?:\s+[A-Z][\w’'.-]+){0,4}(?:\s+(?:news\s+)?(?:agency|newspaper|magazine|programme|program|radio|television|service|conference))?|(?:\w+\s+){0,2}?(?:conference|court|committee|meeting|newspaper|paper|agency|parliament|house|audience|crowd|council|panel|board|jury|hearing|magazine|assembly|group|public|press)\b|\w+))"
)
_THAT = re.compile(
    r"\s*,?\s+(?:(?:(?:late|early)\s+)?(?:last|this)\s+\w+\s|\w+\s(?:day|week|month|year)s?\s(?:earlier|ago|before)\s)?"
    r"(?:(?:(?:late|early)\s+)?(?:in|at|on|during|after|before|from|through|by|to)\s[^;:\"“”]{1,90}?\s)?that\b"
)
_REPORTED = re.compile(
    r",\s+(?:according\s+to\s[^,;\"“”]{1,80}|(?:he|she|it|they)\s+(?:said|says|added))\s*[.,]?\s*\Z"
)
"""Who says so, told once more behind what is said."""
_DETERMINERS = frozenset(["the", "a", "an", "his", "her", "its", "their", "this"])
_BIDDEN = re.compile(r"\s+to\s+[a-z]")
"""Behind those who are told to do something."""
_BRACKET = re.compile(r"\s\([^()]{1,60}\)")
_FINITE = re.compile(
    r"\b(?:is|are|was|were|will|would|has|have|had|could|can|should|may|might|must|did|does|do|\w+n't|\w+n’t)\b"
)


@dataclass(frozen=True)
class Case:
    """A verb of saying outside of quotation marks."""

    scene: Scene
    told: Sequence[Saying]
    """What was found before it."""
    sentence: int
    start: int
    end: int
    paragraph: int
    """Where its paragraph begins."""

    @cached_property
    def word(self) -> str:
        return self.scene.layer[self.start : self.end].lower()

    @cached_property
    def begin(self) -> int:
        """Where its sentence, or what a statement before leaves of it, begins."""
        begin = max(self.scene.begin_of(self.sentence), self.start - WINDOW)
        last = self.told[-1] if self.told else None
        return max(begin, last.end) if last and last.end <= self.start else begin

    @cached_property
    def last(self) -> int:
        """Where its sentence ends."""
        return min(self.scene.sentences[self.sentence].end, self.end + WINDOW)

    @cached_property
    def before(self) -> Quote | None:
        """The last quotation before it in its paragraph."""
        number = self.scene.quote_before(self.start)
        quote = self.scene.quotes[number] if number >= 0 else None
        return quote if quote and self.paragraph <= quote.open and quote.close <= self.start else None

    @cached_property
    def behind(self) -> Quote | None:
        """The next quotation that begins in its sentence."""
        number = self.scene.quote_before(self.end) + 1
        quote = self.scene.quotes[number] if number < len(self.scene.quotes) else None
        return quote if quote and quote.open < self.last else None

    @cached_property
    def floor(self) -> int:
        """Where the words before it begin, behind a quotation."""
        return max(self.begin, self.before.close) if self.before else self.begin

    @cached_property
    def _left(self) -> tuple[int, bool]:
        """Where the words before it end without auxiliaries and adverbs, and whether those undo it."""
        layer, end = self.scene.layer, self.start
        between, undone = words("between"), words("undone")
        for _ in range(6):
            found = _LAST_WORD.search(layer, max(self.floor, end - 40), end)
            word = found[1].lower() if found else ""
            if word in undone:
                return end, True
            if not found or not (word in between or (word.endswith("ly") and found[1].islower())):
                break
            end = found.start()
        return max(end, self.floor), False

    @property
    def undone(self) -> bool:
        return self._left[1]

    @cached_property
    def subject(self) -> Speaker | None:
        """The phrase before the verb; None where there is none."""
        layer, end = self.scene.layer, self._left[0]
        bare = layer[self.floor : end].rstrip()
        if not bare.strip(" ,—-.\n"):
            return None
        end = self.floor + len(bare)
        if bare[-1] == ",":
            return self._apposed(end - 1)
        cut = self._boundary(self.floor, end)
        start = cut[1]
        word = layer[cut[0] : cut[1]]
        if not layer[start:end].strip():
            return Speaker(start, end) if word in ("and", "but") else None
        if word == "and" and self._names_end(cut[0]):
            return Speaker(start, end)
        return self._resolved(phrase(self.scene, start, end))

    def _names_end(self, at: int) -> bool:
        """Whether a name ends right before an offset."""
        stop = len(self.scene.layer[self.floor : at].rstrip()) + self.floor
        named = self.scene.named(self.floor, stop)
        return bool(named) and named[-1].end == stop

    def _boundary(self, start: int, end: int) -> Offsets:
        """The last boundary of clauses in a stretch that lies in no name."""
        start = max(start, end - WINDOW)
        named = self.scene.named(start, end)
        found = (start, start)
        for match in _BOUNDARY.finditer(self.scene.layer, start, end):
            if not any(m.start <= match.start() < m.end for m in named):
                found = match.span()
        return found

    def _apposed(self, end: int) -> Speaker | None:
        """`Ann Sample, head of X, said` and `the head of X, Ann Sample, said`."""
        for _ in range(4):
            if end <= self.floor:
                return None
            start = self._comma(end)
            cut = self._boundary(start, end)
            one = phrase(self.scene, max(start, cut[1]), end)
            if one.actor:
                joined = self.scene.layer[slice(*cut)] == "and" and self._names_end(cut[0])
                return Speaker(one.start, one.end) if joined else one
            if one.actor == "" and self._is_clause(start, end):
                return Speaker(start, end)
            if start == self.floor:
                return Speaker(start, end)
            end = start - 1
        return Speaker(end, end)

    def _comma(self, end: int) -> int:
        start = max(self.floor, end - WINDOW)
        named = self.scene.named(start, end)
        at = end
        while (at := self.scene.layer.rfind(",", start, at)) >= 0:
            if not any(m.start <= at < m.end for m in named):
                return at + 1
        return start

    def _is_clause(self, start: int, end: int) -> bool:
        text = self.scene.layer[start:end]
        return bool(_FINITE.search(text)) and not text.lstrip().startswith(("who", "which", "whose", "where"))

    @cached_property
    def inverted(self) -> Speaker | None:
        """The phrase behind the verb: `… , said Ann Sample, head of X`."""
        layer = self.scene.layer
        at = self.end
        while found := occasion().match(layer, at, self.last):
            at = found.end()
        limit = min(self.last, at + 240)
        stop = self._stop(at, limit)
        occurred = occasion().search(layer, at, stop)
        one = phrase(self.scene, at, occurred.start() if occurred else stop)
        if not layer[at:stop].strip():
            return None
        one = self._resolved(one)
        if not one.actor and layer[stop : stop + 1] == ",":
            behind = phrase(self.scene, stop + 1, self._stop(stop + 1, limit))
            named = self.scene.named(behind.start, behind.end)
            if behind.actor and len(named) == 1 and named[0].start == behind.start:
                return behind
        return one

    def _stop(self, start: int, limit: int) -> int:
        named = self.scene.named(start, limit)
        for match in _STOP.finditer(self.scene.layer, start, limit):
            if not any(m.start <= match.start() < m.end for m in named):
                return match.start()
        return limit

    def _resolved(self, found: Speaker) -> Speaker:
        if found.actor:
            return found
        return references.resolve(self.scene, self.told, found, self.sentence)

    @cached_property
    def lead(self) -> Speaker | None:
        """The subject of the whole sentence, which a participle or `and said` carries on."""
        if self.told and self.told[-1].sentence == self.sentence:
            return self.told[-1].speaker
        return references.lead(self.scene, self.sentence)

    def clause(self, start: int) -> Offsets:
        """What is said behind the verb, from an offset on: without `that`, to the end of the sentence or the next verb."""
        layer = self.scene.layer
        that = _THAT.match(layer, start, self.last)
        start = that.end() if that else start
        end = self.last
        for other in verbs().finditer(layer, start, end):
            if self.scene.quote_around(other.start()) is None and self._carries_on(start, other):
                end = self._cut(start, other.start())
                break
        once_more = _REPORTED.search(layer, max(start, end - 120), end)
        return trimmed(layer, start, once_more.start() if once_more else end)

    def _carries_on(self, start: int, other: re.Match[str]) -> bool:
        """Whether a further verb is no part of what is said: `, adding`, `and said`, `; Smith said`."""
        before = self.scene.layer[max(start, other.start() - 120) : other.start()].rstrip()
        if other[0].lower() in words("participles"):
            quoted = self.scene.layer[other.end() : other.end() + 4].lstrip(" ,:\n")[:1] in ('"', "“", "`")
            return before.endswith((",", "and")) or quoted
        return bool(
            re.search(
                r"(?:[,;]\s+(?:and|but|while)\b[^,;]*|\b(?:and|but)(?:\s+(?:also|later|then))?|;[^,;]*)\Z",
                before,
            )
        )

    def _cut(self, start: int, at: int) -> int:
        begin = max(start, at - 120)
        text = self.scene.layer[begin:at]
        ends = [
            m.start()
            for m in re.finditer(r"[,;]\s+(?:and|but|while)\b|[,;](?=\s*\Z)|\s(?:and|but)\b|;", text)
        ]
        comma = text.rstrip().endswith(",")
        return begin + (len(text.rstrip()) - 1 if comma else ends[-1] if ends else len(text))

    def heard(self, at: int) -> int | None:
        """Behind those who are told, and the occasion; None where a verb that needs a hearer has none."""
        layer = self.scene.layer
        if self.word in words("addressed"):
            found = _ADDRESSEE.match(layer, at, self.last)
            if found is None:
                return None
            at = found.end()
            named = self.scene.named(self.end, self.last)
            at = max([at, *(m.end for m in named if m.start < at < m.end)])
            at = self._all_of(at, found[0].split()[0].lower() in _DETERMINERS)
            if _BIDDEN.match(layer, at, self.last):
                return None
        for _ in range(4):
            occurred = occasion().match(layer, at, self.last)
            if occurred is None:
                break
            at = occurred.end()
        return at

    def _all_of(self, at: int, described: bool) -> int:
        """Behind the last noun of those who are told, of which some words were read, and what is bracketed behind them."""
        more = hearers().match(self.scene.layer, at, self.last) if described else None
        if more and not _FINITE.search(more[0]):
            at = more.end()
        bracket = _BRACKET.match(self.scene.layer, at, self.last)
        return bracket.end() if bracket else at

    def kind(self, said: Offsets) -> StatementKind:
        """Of a reported clause: mixed where words of it stand in quotation marks."""
        start, end = said
        number = self.scene.quote_before(start)
        for quote in self.scene.quotes[max(number, 0) : number + 40]:
            if quote.open >= end:
                break
            if quote.open >= start and len(self.scene.layer[quote.start : quote.end].split()) > 2:
                return "mixed"
        return "reported"

    def saying(
        self, rule: str, said: Sequence[Offsets], kind: StatementKind, speaker: Speaker, end: int
    ) -> Saying:
        """The rule's answer."""
        return Saying(
            tuple(said), kind, (self.start, self.end), speaker, speaker.actor, self.sentence, rule, max(end, self.end)
        )  # fmt: skip


Rule = Callable[[Case], Saying | None]


def is_clause(layer: str, start: int, end: int) -> bool:
    """Whether a stretch has a finite verb that is plain."""
    return _FINITE.search(layer, start, min(end, start + 200)) is not None


def word_count(layer: str, start: int, end: int) -> int:
    return len(layer[start : min(end, start + 200)].split())


def trimmed(layer: str, start: int, end: int) -> Offsets:
    while start < end and layer[start] in " \n\t,:":
        start += 1
    while end > start and layer[end - 1] in " \n\t.,;:":
        end -= 1
    return start, end
