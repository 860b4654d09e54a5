"""The dateline at the head of the body: `TOKYO, June 9 (Reuters) -`, `Lima —`, `MANILA, June 9, TASS -`,
`MINSK, June 9. /TASS/.`, `Harbour News Network, July 5th.`, `BUCHAREST 1996-08-30`."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from daybook.clean.agencies import agency
from daybook.clean.days import DayWords, scan
from daybook.values import Dateline

_LONGEST = 110
_HEAD = re.compile(
    r"(?P<place>[^\W\d_][^\n()\u2013\u2014:;!?\"“]{0,80}?)?"
    r"(?:[ ,\n]*\((?P<agency>[^()\n]{2,30})\))?"
    r"(?P<dash>[ \n]*(?:--?-?|–|—|_)(?:[ \n]+|$)|[ ]*$|(?<=\))[ \n]+)"
)
_SLASHES = re.compile(
    r"(?P<place>[^\W\d_][^\n()/.,]{0,40}(?:, [^\W\d_][^\n()/.,]{0,20})?)[,.] (?P<day>[^\n()/]{3,20}?)\.? /(?P<agency>[A-Z][^/\n]{1,29})/(?:\.| ?[-–—])?(?=\s)"
)
_OUTLET_DAY = re.compile(
    r"(?P<by>(?:[A-Z][\w.&'’-]*[ ]){0,5}(?:News|Network|Times|Post|Daily|Agency|Service|Press|Online|Client|TV|Radio)(?: [A-Z][\w-]*)?),? "
    r"(?P<day>[A-Z][a-z]+ \d{1,2}(?:st|nd|rd|th)?)(?:[.:]| ?[-–—])\s+(?=[A-Z“\"‘])"
)
_PLACE = re.compile(r"[^\W\d_][\w.'’-]*(?:[ ,/]+[\w.'’-]+){0,7}")
_SMALL = frozenset(
    [
        "of",
        "the",
        "and",
        "de",
        "la",
        "le",
        "les",
        "del",
        "da",
        "do",
        "di",
        "el",
        "al",
        "on",
        "in",
        "upon",
        "sur",
        "am",
        "an",
        "der",
        "den",
    ]
)
_DASHES = "-–—_)"
_MAX_WORDS = 4
"""Of a place in mixed case that neither a day nor an agency stands beside."""


def dateline(text: str, at: int = 0) -> Dateline | None:
    """The dateline that `text` begins with at `at`; offsets count from the beginning of `text`."""
    found = _of_window(text[at : at + _LONGEST])
    return replace(found, start=at, end=at + found.end) if found and at else found


@lru_cache(maxsize=1024)
def _of_window(window: str) -> Dateline | None:
    """The same of the few words that it looks at; several rules ask of the same ones."""
    head = _HEAD.match(window)
    found = _read(window, window.split("\n", 1)[0], head) if head else None
    if found is not None:
        return Dateline(0, len(found.words), *_fields(found))
    return (
        _between_slashes(window, 0)
        or _of_outlet(window, 0)
        or _wrapped_hyphen(window, window.split("\n", 1)[0], 0)
    )


def _of_outlet(window: str, at: int) -> Dateline | None:
    """`Harbour News Network, July 5th. On the 4th …`: whose copy it is and its day, closed by a stop."""
    match = _OUTLET_DAY.match(window)
    days = scan(match["day"]) if match else []
    if match is None or len(days) != 1 or days[0].words != match["day"] or days[0].day is None:
        return None
    words = match[0].rstrip()
    return Dateline(at, at + len(words), words, None, match["day"], agency(match["by"]))


def _between_slashes(window: str, at: int) -> Dateline | None:
    """`MINSK, June 9. /TASS/.`: the agency between slashes, and a stop in place of the dash."""
    match = _SLASHES.match(window)
    days = scan(match["day"]) if match else []
    if match is None or len(days) != 1 or days[0].words != match["day"] or not _is_place(match["place"]):
        return None
    name = agency(match["agency"])
    return Dateline(at, at + match.end(), match[0], match["place"], match["day"], name)


def _fields(found: Dateline) -> tuple[str, str | None, str | None, str | None]:
    return found.words, found.place, found.date, found.agency


def _wrapped_hyphen(window: str, line: str, at: int) -> Dateline | None:
    """A head whose place holds a dash or full stop of its own: take the first ` - ` behind a day."""
    days = scan(line, lower=True)
    if not days:
        return None
    rest = re.compile(r"[ ,]{0,3}(?:\(([^()]{2,30})\))?[ ]{0,2}(?:--?|–|—|$)[ \n]?").match(
        window, days[0].end
    )
    if rest is None or (not window[rest.end() :].strip() and "\n" in window):
        return None
    words = window[: rest.end()].rstrip()
    if (
        words[-1] not in _DASHES
        and days[0].year is None
        and not _is_capitals(line[: days[0].start].strip(" ,"))
    ):
        return None
    found = _checked(words, line[: days[0].start], days[0], rest[1])
    return Dateline(at, at + len(words), *_fields(found)) if found else None


def _read(window: str, line: str, head: re.Match[str]) -> Dateline | None:
    words = head[0].rstrip()
    place = (head["place"] or "").strip(" ,")
    day: DayWords | None = None
    for found in scan(place, lower=True):
        if found.month or found.day:
            day = found
            break
    by: str | None = head["agency"]
    if day is not None:
        behind = place[day.end :].strip(" ,.")
        if behind and (by or agency(behind) is None):
            return None
        by = by or behind or None
        place = place[: day.start].strip(" ,")
    if not head["dash"].strip() and (head["dash"].strip(" ") or not head["dash"]) and day is None and not by:
        return None
    following = window[head.end() : head.end() + 2].lstrip("\"“'‘")
    bare = head["dash"].strip() == "" and day is None
    if bare and (agency(by or "") is None or following[:1].islower()):  # `The Poetry Association (PA) met`
        return None
    if day is None and by is None and not _plain(place, head["dash"], following):
        return None
    if day is not None and words[-1] not in _DASHES and day.year is None and not _is_capitals(place):
        return None
    return _checked(words, place, day, by)


def _plain(place: str, dash: str, following: str) -> bool:
    """Whether a place with nothing beside it is a dateline: capitals, or few words before a long dash."""
    if not following[:1].isupper() and not following[:1].isdigit():
        return False
    if dash.strip() == "-" and not _is_capitals(place):
        return False
    return _is_capitals(place) or len(place.split()) <= _MAX_WORDS


def _checked(words: str, place: str, day: DayWords | None, by: str | None) -> Dateline | None:
    place = place.strip(" ,")
    if place and not _is_place(place):
        return None
    name = agency(by) if by else None
    if not place and name is None:
        return None
    if by and name is None and day is None and not _is_capitals(place):
        return None
    return Dateline(0, len(words), words, place or None, day.words if day else None, name)


def _is_place(place: str) -> bool:
    """Whether words look like a place's name: each begins with a capital, but for `of`, `de la` and the like."""
    if _PLACE.fullmatch(place) is None or len(place) > 60:
        return False
    names = [word for word in re.split(r"[ ,/]+", place) if word]
    if names[0].islower():
        return len(names) <= 3 and place.islower()
    return all(word[0].isupper() or word.casefold() in _SMALL for word in names)


def _is_capitals(place: str) -> bool:
    first = place.split(",")[0]
    return len(first) >= 2 and first.upper() == first
