"""Captions of photos and videos, their titles and their credits: `Jane Roe/AFP/Getty`, `Photo: …`, `Image: …`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from daybook.clean.agencies import is_credit
from daybook.clean.dateline import dateline
from daybook.clean.days import scan
from daybook.clean.page import Block, Page
from daybook.values import Span

_MOST_WORDS = 70
_CREDIT_WORDS = 14
_LONGEST_ENCLOSED = 300
_CREDIT = re.compile(
    r"(?:photo|photos|photograph|picture|image|images|credit|credits|photo credit|image credit|foto|fotos|bild|crédit|crédits|фото)"
    r"(?: (?:by|from|courtesy(?: of)?|source|credit))?\s?[:©]|(?:photo|photograph|image|picture)s? (?:by|courtesy) |courtesy (?:of )?[A-Z]|©\s?[A-Z]",
    re.I,
)
_MARKED = re.compile(
    r"FILE ?[-–—]{1,2} |(?:file|handout|archive|stock|undated|aerial)?\s?(?:photo|picture|image|photograph|caption|topshot)\b\s?[:—–-]|image (?:caption|copyright) \S|(?:photo|image) caption\b",
    re.I,
)
_TELLS = re.compile(
    r"(?:in this|this|the) (?:[\w.,-]+ ){0,6}?(?:photos?|pictures?|images?|still|frame ?grab|screen ?grab|screenshot|illustration|combination|handout)\b"
    r"[^.]{0,80}?\b(?:shows?|taken|provided|released|obtained|made|grabbed|posted|seen)\b",
    re.I,
)
"""`In this image taken from video …`, `This satellite image shows …`."""
_COUNTED = re.compile(r"\[?\d{1,3} ?(?:/|of) ?\d{1,3}\]?(?P<rest>[ :.]|$)")
"""`1 of 4`, `[1/3] Smoke rises …`: places in a gallery."""
_SLASHED = re.compile(
    r"(?:\bvia (?:REUTERS|AP|AFP|Reuters|EPA|Getty(?: Images)?)|\b(?:REUTERS|AFP|AP Photo|AP|EPA|TASS|Getty|UNIAN|Ukrinform|dpa)/[^./\n]{3,50}"
    r"|\b[\w.' -]{2,40} ?/ ?(?:REUTERS|Reuters|AFP|AP|EPA|TASS|Getty(?: Images)?|EPA-EFE|Shutterstock|dpa|Anadolu(?: Agency)?)|© ?[^©.\n]{2,50}|\b[Ff]ile (?:photo|image|picture|pic))\)?\.?$"
)
"""A credit at the end that no brackets enclose."""
_PLACED = re.compile(
    r"\b[A-ZÀ-Þ][\w.'’-]+, (?:(?:second|third|fourth) from |from |far |at )?(?:left|right|center|centre)[,.]|, pictured (?:at|in|on|with|above|here|left|right|outside|during)\b"
)
"""`Jane Roe, left, shakes hands …`."""
_PLACED_WORDS = 50
_PLACES = ("left", "right", "cent", "pictured")
_QUOTES = frozenset('"“')
_SIGNS = ("/", "©", " via ", "ile photo", "ile image", "ile pic")
"""One of them stands in every credit that no brackets enclose; to look for them first is cheaper."""
_AT_END = re.compile(
    r"(?:\s(?:photo|image|picture|credit|foto)s?(?: by| credit| courtesy(?: of)?)?: [^\n.]{2,60}\.?|\((?:photo|image|picture)[^()\n]{0,60}\)|\[[^\[\]/\n]{2,60}/[^\[\]\n]{2,40}\]|\((?P<by>[^()\n]{2,60})\))$",
    re.I,
)
_KIND = re.compile(r" (?:photos?|file|pool|handout|video)$", re.I)
_SIDES = re.compile(r"\((?:left|right|centre|center|L|R|C|l|r|c)\)|, (?:left|right|center|centre), ")
_HEADING = re.compile(r"\S+(?: \S+){0,4}(?: - \S+(?: \S+){0,4}){2,6}")
_OUTLET = re.compile(
    r"(?:[A-Z][\w.&'’-]* ){0,3}(?:News|TV|Television|Radio|Press|Post|Times|Agency|Images|Photos?|Video|Ministry)"
)
_YEAR = re.compile(r"\d{4}")
_VIDEO_DAY = re.compile(r"\([^()\n]{4,30}\)$")


def rule(page: Page) -> Iterator[Span]:
    dropped: set[int] = set()
    for index, block in enumerate(page.blocks):
        if block.start < page.top or index in dropped or block.words > _MOST_WORDS:
            continue
        if is_caption(block) or is_credit_line(block) or _is_outlet_credit(page.blocks, index, dropped):
            dropped.add(index)
    dropped |= _above_credits(page, dropped)
    for index in sorted(dropped | _headings(page.blocks, dropped)):
        yield page.blocks[index].span("caption")


def _above_credits(page: Page, dropped: set[int]) -> set[int]:
    """Lines that a credit follows without a blank line between."""
    found: set[int] = set()
    for index in sorted(dropped, reverse=True):
        credit = page.blocks[index]
        above = page.blocks[index - 1] if index else None
        if above is None or credit.gap or above.start < page.top or above.words > _MOST_WORDS:
            continue
        if "\n" in above.text or dateline(above.text):
            continue
        if is_credit_line(credit):
            found.add(index - 1)
    return found


def is_caption(block: Block) -> bool:
    """Whether the block alone shows that it stands under a picture."""
    text, tail = block.text, block.text[-90:]
    if text[0] in "[(" and _is_enclosed(text):
        return True
    if _MARKED.match(text) or _TELLS.match(text):
        return True
    counted = _COUNTED.match(text)
    if counted is not None and (counted.end() == len(text) or text[0] == "["):
        return True
    if any(sign in tail for sign in _SIGNS) and _SLASHED.search(tail):
        return True
    if block.words <= _PLACED_WORDS and _is_placed(text):
        return True
    end = _AT_END.search(tail) if ":" in tail or text[-1] in ")]" else None
    if end is not None and (end["by"] is None or _names_credit(end["by"])):
        return True
    return _ends_with_day(block)


def _is_enclosed(text: str) -> bool:
    """`[Photo: …]`, `(Smoke over the port, May 5, 2019. Jane Roe)`: a whole line in brackets, of a picture or a full day."""
    inner = text[1:-1]
    if text[-1] not in "])" or len(text) > _LONGEST_ENCLOSED or any(sign in inner for sign in "[]()"):
        return False
    return _MARKED.match(inner) is not None or any(day.full is not None for day in scan(inner))


def _is_placed(text: str) -> bool:
    return (
        any(word in text for word in _PLACES) and _PLACED.search(text) is not None and not _QUOTES & set(text)
    )


def _ends_with_day(block: Block) -> bool:
    """`…, February 27, 2022.` and `(February 24, 2022)`: prose would write `on February 27`."""
    tail = block.text[-60:].rstrip(" .")
    days = scan(tail) if _YEAR.search(tail) else []
    if not days or days[-1].full is None:
        return False
    last = days[-1]
    if tail.endswith(")"):
        return _VIDEO_DAY.search(tail) is not None and last.end >= len(tail) - 1 and block.words <= 40
    before = tail[: last.start].rstrip()
    if last.end != len(tail):
        return False
    return before.endswith(",") or (bool(_SIDES.search(block.text)) and before.endswith("on"))


def is_credit_line(block: Block) -> bool:
    """Whether the line says whose picture stands above it."""
    return (_CREDIT.match(block.text) is not None and block.words <= _CREDIT_WORDS) or is_agency_credit(block)


def is_agency_credit(block: Block) -> bool:
    """`Jane Roe/AFP/Getty`: names and agencies, parted by slashes."""
    return len(block.text) <= 90 and _names_credit(block.text)


def _names_credit(text: str) -> bool:
    parts = [_KIND.sub("", part.strip()) for part in re.split(r"[/|,]| via ", text.strip(" ().©"))]
    if len(parts) == 1:
        return is_credit(parts[0])
    return len(parts) <= 5 and any(is_credit(p) for p in parts) and all(len(p.split()) <= 4 for p in parts)


def _is_outlet_credit(blocks: tuple[Block, ...], index: int, dropped: set[int]) -> bool:
    """An outlet's name alone under a caption: `ABC News`."""
    text = blocks[index].text
    return (
        index - 1 in dropped and len(text) <= 40 and (_OUTLET.fullmatch(text) is not None or text.isupper())
    )


def _headings(blocks: tuple[Block, ...], dropped: set[int]) -> set[int]:
    """Agency headings above captions: `Topic - Country - Event`."""
    return {
        index
        for index, block in enumerate(blocks[:-1])
        if index + 1 in dropped
        and len(block.text) <= 90
        and not block.is_sentence
        and _HEADING.fullmatch(block.text)
    }
