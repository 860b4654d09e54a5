"""Whether a sentence can be understood by someone who reads no other sentence of its article.

Form is judged in any language: a whole sentence, quotation marks and brackets that close, no row of a table. What a sentence leans on
(pronouns, `the company`, `in addition`, a surname that nobody introduced) is told by the words of `knowledge/briefing.yaml`.
A doubt costs a sentence its place: there are more of them than a briefing has room for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from daybook.actors.knowledge import role_words
from daybook.briefing.knowledge import begins, words
from daybook.digest import Digest, Passage
from daybook.statements.knowledge import verbs

SHORTEST, LONGEST = 40, 360
"""Characters."""
FIGURES = 0.28
"""Share of words with a digit from which a line is a row of figures."""
WEAK = 0.5
"""What a sentence is worth that stands alone, but only just: it joins itself to another, or names someone by surname in passing."""

_WORD = re.compile(r"[^\W_]+(?:[.,:/'’-][^\W_]+)*")
_DIGIT = re.compile(r"\d")
QUOTED = re.compile(r"“[^”]*”|«[^»]*»|„[^“”]*[“”]|\"[^\"]*\"")
_END = re.compile(r"[.!。…।]['\"”’»)\]]*$")
_CUT = re.compile(r"(?<!\w)\w\.(?:\w\.)+$")
"""Initials, behind which a sentence may only seem to end: `the U.S.`"""
_DATELINE = re.compile(r"^[^a-z]{3,60}?\s[-–—]+\s|^[^.]{0,60}\(\w[\w /]*\)\s*[-–—]+\s")
_WHOSE = re.compile(r"[^\W\d_]+(?:['’]s|s['’])\b")
_OPENING = "“\"«„'‘(¿¡<"
_NEAR = 3
"""Words between `the` and its noun, and more."""


def alone(passage: Passage, article: Digest, opens: bool = False) -> float:
    """How well it stands alone: 1 for well, `WEAK` or less for only just, 0 for not at all; `opens` if nothing stands before it."""
    text, lang = passage.words, article.lang
    if not _whole(text):
        return 0.0
    told = [word[0] for word in _WORD.finditer(text)]
    first = told[0].lower() if told else ""
    if len(told) < 6 or _is_table(told, lang) or _is_labelled(text, first, lang):
        return 0.0
    if first in words(lang, "first") or begins(lang, "phrases").match(text):
        return 0.0
    bare = QUOTED.sub(" “” ", text)
    outside = [word[0].lower() for word in _WORD.finditer(bare)]
    if len(outside) < 4 or _points(outside, lang) or _speaks(bare, lang):
        return 0.0
    named = _opens_with_name(text, passage, article)
    if (_bodiless(bare, outside, named, lang) and not opens) or _faceless(
        text, bare, named, passage, article
    ):
        return 0.0
    weak = (
        _surname_in_passing(text, passage, article),
        begins(lang, "joining").match(text) is not None,
        not words(lang, "adding").isdisjoint(outside),
        not words(lang, "near").isdisjoint(outside),
    )
    vague = sum(noun in words(lang, "events") for _, noun in _definite(bare, lang))
    return float(WEAK ** (sum(weak) + vague))


def is_whole(passage: Passage) -> bool:
    """Whether it looks like a sentence at all, rather than a row of a table or a line of notes."""
    return len(passage.words) >= SHORTEST and _END.search(passage.words) is not None


def _whole(text: str) -> bool:
    """A sentence from its beginning to its end."""
    start = text.lstrip(_OPENING)
    return (
        SHORTEST <= len(text) <= LONGEST
        and _END.search(text) is not None
        and _CUT.search(text) is None
        and start[:1].isalnum()
        and not start[:1].islower()
        and text.count("“") == text.count("”")
        and text.count('"') % 2 == 0
        and text.count("«") == text.count("»")
        and text.count("(") == text.count(")")
        and not _DATELINE.match(text)
        and not text.isupper()
    )


def _is_table(told: Sequence[str], lang: str) -> bool:
    figures = sum(1 for word in told if _DIGIT.search(word))
    return figures > FIGURES * len(told) or not words(lang, "tables").isdisjoint(map(str.lower, told))


def _speaks(bare: str, lang: str) -> bool:
    """Whether it says `we` or `us`; `US` is a country."""
    return not _speakers(lang).isdisjoint(word[0] for word in _WORD.finditer(bare))


@cache
def _speakers(lang: str) -> frozenset[str]:
    known = words(lang, "speakers")
    return known | {word.capitalize() for word in known}


def _is_labelled(text: str, first: str, lang: str) -> bool:
    """`Note: …`, `Photo/…`."""
    return first in words(lang, "labels") and re.match(r"\W*\w+\s*[:/-]", text) is not None


def _points(outside: Sequence[str], lang: str) -> bool:
    """Whether it points at something said before: `this decision`, not `this week`."""
    pointing, times = words(lang, "pointing"), words(lang, "times")
    return any(
        word in pointing and (after not in times)
        for word, after in zip(outside, [*outside[1:], ""], strict=True)
    )


def _bodiless(bare: str, outside: Sequence[str], named: bool, lang: str) -> bool:
    """Whether `the company` or `it` stands before any name that it could mean; `named` if a name opens the sentence."""
    found = list(_WORD.finditer(bare))
    first = (
        0 if named else next((n for n, word in enumerate(found) if n and word[0][0].isupper()), len(found))
    )
    before = outside[: max(first, 1 if named else _NEAR)]
    if not words(lang, "things").isdisjoint(before):
        return True
    return any(at < first for at, _ in _definite(bare, lang))


def _definite(bare: str, lang: str) -> Iterator[tuple[int, str]]:
    """Nouns that `the` makes known, though nothing behind them says which is meant, and where."""
    nouns, telling = words(lang, "bodies") | words(lang, "events"), words(lang, "telling")
    found = [word[0] for word in _WORD.finditer(bare)]
    for n, word in enumerate(found):
        if word.lower() == "the":
            for at in range(n + 1, min(n + 1 + _NEAR, len(found))):
                after = found[at + 1] if at + 1 < len(found) else ""
                if not found[at].islower() or (found[at] in nouns and after in telling):
                    break
                if found[at] in nouns and after not in nouns:
                    yield n, found[at]
                    break


def _faceless(text: str, bare: str, named: bool, passage: Passage, article: Digest) -> bool:
    """Whether someone speaks or is spoken of who is not named: `he said`, a surname that opens the sentence."""
    lang = article.lang
    persons, things = words(lang, "persons"), words(lang, "things")
    if persons:
        for said in verbs().finditer(bare):
            before = _last(bare[: said.start()], lang)
            if before in persons or (before in things and not named):
                return True
        lower = {word[0].lower() for word in _WORD.finditer(bare)}
        if (
            not persons.isdisjoint(lower)
            and role_words().isdisjoint(lower)
            and not _introduced(text, passage, article)
        ):
            return True
    return _opens_with_surname(text, passage, article)


def _opens_with_name(text: str, passage: Passage, article: Digest) -> bool:
    start = text.lstrip(_OPENING)
    return any(start.startswith(form) for id in passage.names for form in article.of(id).forms)


def _last(text: str, lang: str) -> str:
    """The last word, those that may stand between a subject and its verb aside."""
    found = [word[0].lower() for word in _WORD.finditer(text[-40:])]
    between = words(lang, "between")
    while found and found[-1] in between:
        found.pop()
    return found[-1] if found else ""


def _persons(passage: Passage, article: Digest) -> list[str]:
    named = set(passage.names)
    return [actor.id for actor in article.actors if actor.kind == "person" and actor.id in named]


def _surnames(text: str, passage: Passage, article: Digest) -> Iterable[int]:
    """Where persons are first named in the sentence by one word that nothing introduces."""
    for id in _persons(passage, article):
        forms = sorted(article.of(id).forms, key=len, reverse=True)
        at = [
            (found.start(), form)
            for form in forms
            if (found := re.search(rf"(?<!\w){re.escape(form)}(?!\w)", text))
        ]
        if not at:
            continue
        start, form = min(at, key=lambda each: (each[0], -len(each[1])))
        if len(form.split()) == 1 and not _is_introduced(text[:start], id):
            yield start


def _is_introduced(before: str, id: str) -> bool:
    """Whether the word before a surname is a title or a given name."""
    last = _WORD.findall(before[-40:])[-1:] if before.endswith(" ") else []
    return any(word.lower() in role_words() or _is_given(word, id) for word in last)


def _is_given(word: str, id: str) -> bool:
    return word.lower() in id.split("-")


def _introduced(text: str, passage: Passage, article: Digest) -> bool:
    """Whether a person is named by more than one word, or by a title and one."""
    return len(_persons(passage, article)) > len(list(_surnames(text, passage, article)))


def _opens_with_surname(text: str, passage: Passage, article: Digest) -> bool:
    return any(start < 25 for start in _surnames(text, passage, article))


def _surname_in_passing(text: str, passage: Passage, article: Digest) -> bool:
    """Not where it only tells whose something is: `Putin's order`."""
    return any(start >= 25 and not _WHOSE.match(text, start) for start in _surnames(text, passage, article))
