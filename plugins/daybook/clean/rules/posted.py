"""`Posted at 7:33 AM, Mar 03, 2022`, `Updated 2 hours ago`, or a day alone on its line: of use to the date rules."""

from __future__ import annotations

import re
from collections.abc import Iterator

from daybook.clean.days import scan
from daybook.clean.page import Block, Page
from daybook.values import Span

POSTED = re.compile(
    r"(?:first |last |originally )?(?:posted|published|updated|modified|created|issued|filed|publicado|publié|veröffentlicht"
    r"|aktualisiert|actualizado|mis à jour|опубликовано|опубліковано|обновлено|оновлено|stand)\b"
    r"(?:[ ]?(?:at|on|by|am|le|el|:|-|–|—|\|))*",
    re.I,
)
_MOST_WORDS = 18
_DIGIT = re.compile(r"\d")
_CLOCK = re.compile(
    r"\b\d{1,2}[:.]\d\d\b|\b\d+ (?:min(?:ute)?s?|hours?|days?|weeks?) ago\b|\bmin(?:ute)? read\b|^\d{1,2} ?min(?:ute)?s?$",
    re.I,
)
_NUMBERS = re.compile(r"\d{1,2}([./-])\d{1,2}\1(?:\d\d){1,2}")
"""A day whose order of numbers stays open."""
_TIME = re.compile(r"\d{1,2}:\d\d(?::\d\d)?(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4}\b)?", re.I)
_BY = re.compile(
    r"(?:[\s,|•·–—-]*(?:source|from|editor|quelle|fuente|джерело|источник|автор|author|by)s?:? ?(?:[\w.'’-]+[ ,]*){1,6})+[\s|]*"
    r"|(?:[^\W\d_][\w.'’-]* ){1,3}[^\W\d_][\w.'’-]*\s?[,|•·–—-][\s,|•·–—-]*",
    re.I,
)
"""What may stand beside the day: `Source: Overseas Net`, `Jane Roe —`."""
_REST = re.compile(
    r"(?:posted|published|updated|modified|last|first|originally|created|at|on|by|am|pm|a\.m|p\.m|gmt|utc|bst|est|edt|et|pst|pdt|pt|cet|cest|eet|eest|ist"
    r"|date|time|local|min|mins|minute|minutes|hours?|days?|ago|read|h|uhr|[+:|,.()–—•·/-]|\d+|\s)+",
    re.I,
)


def rule(page: Page) -> Iterator[Span]:
    for block in page.blocks:
        if is_posted(block):
            yield block.span("posted")


def is_posted(block: Block) -> bool:
    """Whether the block is a line that says when the article came out, and nothing else."""
    text = block.text
    if len(text) > 160 or "\n" in text or block.words > _MOST_WORDS or _DIGIT.search(text) is None:
        return False
    days = scan(text, lower=True)
    dated = any(day.year is not None for day in days)
    if POSTED.match(text) and (days or _CLOCK.search(text)):
        return True
    rest = text
    for day in reversed(days):
        rest = rest[: day.start] + rest[day.end :]
    if _NUMBERS.fullmatch(text) or (dated and _BY.fullmatch(_TIME.sub("", rest))):
        return True
    if rest.strip() == ".":
        # The end of a sentence that a wire's short lines have cut before its day.
        return False
    bare = not rest.strip() or _REST.fullmatch(rest) is not None
    return bare and (dated or _CLOCK.search(text) is not None)
