"""The headline above the text: of all lines there, the one for which most speaks.

What speaks for a line: its rarer words come again in the first paragraphs; it stands at the text, at most a byline, a
stamp or a picture's lines between; it is as long as headlines are; the page prints it twice. What speaks against it: the
length of a menu's entry, others of its kind around it, separators, a full stop, the shape of a name, words that sites
repeat, a place beside a © sign. A line that falls short of `_ENOUGH` is no headline.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from daybook.clean.dateline import dateline
from daybook.clean.page import Block, Page, Title
from daybook.clean.rules.breadcrumb import is_menu_line
from daybook.clean.rules.byline import is_byline, is_name
from daybook.clean.rules.caption import is_caption, is_credit_line
from daybook.clean.rules.density import first_text, is_brief, is_clock, is_plain, is_text
from daybook.clean.rules.notices import reason
from daybook.clean.rules.ornament import is_address
from daybook.clean.rules.posted import is_posted
from daybook.values import Dateline

_ABOVE = 24
"""Blocks above the text that are looked at."""
_LONGEST = 300
_PARAGRAPHS = 12
_TEXT = 2500
"""Code points of the text that a line's words are held against."""
_WORD = re.compile(r"[^\W\d_]{4,}")
_UNPARTED = re.compile("(?=([\u3040-\u30ff\u4e00-\u9fff]{2}))")
_STEM = 4
"""Letters by which words are compared, as languages decline them."""
_RARE = 7
"""Letters from which on a word counts in full; the shorter, the more common."""
_MOST_AGAIN = 4.0
_NONE_AGAIN = -1.5
_MARKED = re.compile(r"#{1,6}\s+|[*_]{2}")
_CLOSERS = "\"'”’»)]*_ "
_TRAIL = re.compile(r"^[^<]*\S\s*[|»›>•·]\s*\S|\s[-–—/]\s[^-–—/]*\s[-–—/]\s|^\W*[|»›>•·]")
"""`Home | News | Sports`, `Main page - Politics - Europe`."""
_PARTED = re.compile(r"(?P<head>.+\S)\s(?P<sign>[-–—|»·:])\s(?P<outlet>\S+(?: \S+){0,4})")
_RIGHTS = re.compile(r"©|\(c\)|copyright (?:by |\d)", re.I)
_FIGURES = re.compile(r"\d+")
_LOWER = re.compile(r"(?<![\w'’])[^\W\d_A-ZÀ-Þ][^\W\d_]{3,}")
_HEADLINE_WORDS = 28
_MENU_WORDS = 4
_SHORT_WORDS = 2
_ENOUGH = 3.2
_DECK = 0.4
"""Of the best line's points, which the line above it needs to be the headline, and the best its deck."""
_LONGER = 0.7
"""The same of a line that is longer than what may be its deck."""
_DOTTED = (".S.", ".K.", ".N.", "..")


@dataclass(frozen=True, slots=False)
class _Head:
    """The lines above a text."""

    blocks: Sequence[Block]
    """All of the page."""
    start: int
    """The text's first block."""
    plain: bool
    """Whether nothing shows a web page."""

    @cached_property
    def known(self) -> frozenset[str]:
        """The words of the first paragraphs."""
        text = self.blocks[self.start : self.start + _PARAGRAPHS]
        return frozenset(_stems("\n".join(block.text[:_TEXT] for block in text)[:_TEXT]))

    @cached_property
    def owners(self) -> str:
        """What stands beside a © sign."""
        lines = (block for block in self.blocks if len(block.text) <= _LONGEST)
        return "\n".join(block.folded for block in lines if _RIGHTS.search(block.text))

    @cached_property
    def lines(self) -> dict[str, int]:
        """How often each line occurs."""
        found: dict[str, int] = {}
        for block in self.blocks:
            if len(block.text) <= _LONGEST:
                found[block.folded] = found.get(block.folded, 0) + 1
        return found

    @cached_property
    def between(self) -> tuple[float, ...]:
        """How many lines stand between each and the text that are neither stamp nor byline nor belong to a picture."""
        found = [0.0]
        for block in reversed(self.blocks[1 : self.start]):
            cost = 0.0 if _goes_along(block) else 0.5 if block.words <= _SHORT_WORDS else 1.0
            found.append(found[-1] + cost)
        return tuple(reversed(found))


def find(page: Page) -> Title | None:
    plain = is_plain(page.blocks)
    start = _opening(page.blocks, plain)
    if not start:
        return None
    head = _Head(page.blocks, start, plain)
    numbers = sorted({0, *range(max(0, start - _ABOVE), start)})
    points = {number: _by_sight(head, number) for number in numbers if _may_head(head, number)}
    if len(points) > 1 or min(points.values(), default=0) + _NONE_AGAIN < _ENOUGH:
        points = {number: sight + _by_words(head, number) for number, sight in points.items()}
        if max(points.values(), default=0) < _ENOUGH:
            return None
    best = _above_deck(head, points, max(points, key=lambda number: (points[number], -number)))
    words = _words(head, best)
    return Title(words, page.blocks[best].span("")) if words else None


def _opening(blocks: Sequence[Block], plain: bool) -> int | None:
    """The block that the text begins with; the second where nothing reads like text."""
    begin = 0 if plain else first_text(blocks)
    if begin is None:
        return 1 if len(blocks) > 1 else None
    first = next((n for n in range(begin, len(blocks)) if _opens(blocks, n)), None)
    if first is None:
        return begin or (1 if len(blocks) > 1 else None)
    above = range(max(1, first - _ABOVE), first)
    return next((n for n in above if _has_dateline(blocks[n])), first)


def _opens(blocks: Sequence[Block], number: int) -> bool:
    """Whether the block is a first paragraph. A long headline ends like a sentence, too, and a line on the article follows."""
    block = blocks[number]
    if _has_dateline(block):
        return True
    if not (is_text(block) or is_brief(block)) or is_posted(block) or is_byline(block):
        return False
    if number + 1 == len(blocks) or block.words > _HEADLINE_WORDS:
        return True
    following = blocks[number + 1]
    if ". " in block.text:
        return not _is_dateline(following)
    asks = number == 0 and block.text.rstrip(_CLOSERS)[-1:] in "?!"
    if asks and (following.gap or following.words <= _MENU_WORDS):
        return False
    return is_clock(following) or not _says_of_article(following)


def _is_dateline(block: Block) -> bool:
    """Whether the block is, or begins with, a dateline; `ECONOMY - PRICES RISE` only looks like one."""
    line = dateline(block.text)
    if line is None or (line.end == len(block.text) and not _stands_alone(line)):
        return False
    return bool(line.date or line.agency) or is_text(block) or block.words > 25


def _stands_alone(line: Dateline) -> bool:
    """Whether a line that looks like a dateline and nothing else is one: `As of 12 May` and `SHIP SINKS ON MAY 12` are none."""
    place = line.place or ""
    return bool(line.agency) or (place.isupper() and len(place.split()) <= _MENU_WORDS) or "," in place


def _has_dateline(block: Block) -> bool:
    return not is_posted(block) and _is_dateline(block)


def _says_of_article(block: Block) -> bool:
    """Whether a line tells when or by whom an article is, or begins it with a dateline."""
    return is_posted(block) or is_byline(block) or is_name(block) or _is_dateline(block)


def _goes_along(block: Block) -> bool:
    """Whether a line may stand between headline and text."""
    return (
        is_posted(block)
        or is_byline(block)
        or is_name(block)
        or is_caption(block)
        or is_credit_line(block)
        or reason(block) is not None
        or not any(map(str.isalpha, block.text))
    )


def _may_head(head: _Head, number: int) -> bool:
    block = head.blocks[number]
    text = block.text
    if len(text) > _LONGEST or not any(map(str.isalpha, text)):
        return False
    if is_posted(block) or is_byline(block) or _is_dateline(block):
        return False
    if _MARKED.match(text):
        return True
    return text.rstrip(_CLOSERS)[-1:] not in ":;," and not (
        is_caption(block) or is_credit_line(block) or is_address(block)
    )


def _by_sight(head: _Head, number: int) -> float:
    return _place(head, number) + _shape(head, number) - _like_chrome(head, number)


def _by_words(head: _Head, number: int) -> float:
    return _again(head, head.blocks[number]) + _printed_twice(head, number)


def _again(head: _Head, block: Block) -> float:
    """What the words say that come again in the text, by how rare and how many of the line's they are."""
    stems = _stems(block.text)
    if not stems:
        return 0.0
    again = sum(weight for stem, weight in stems.items() if stem in head.known)
    return min(again, _MOST_AGAIN) * (0.6 + 0.6 * again / sum(stems.values())) if again else _NONE_AGAIN


def _place(head: _Head, number: int) -> float:
    between = head.between[number]
    points = 3 / (1 + between / 2)
    if _says_of_article(head.blocks[number + 1]):
        points += 1.5
    if number == 0 and head.plain and head.blocks[1].gap:
        # On top of plain copy, whatever follows.
        points += _ENOUGH
    if head.start == 1 and (head.blocks[1].gap or points > 3):
        points += 1
    if number and between < 1 and is_posted(head.blocks[number - 1]):
        points += 1
    return points


def _shape(head: _Head, number: int) -> float:
    block = head.blocks[number]
    if _MARKED.match(block.text):
        return 3.0
    points = -1.5 if block.words <= _SHORT_WORDS else 0.0 if block.words <= _MENU_WORDS else 1.0
    if block.words > _HEADLINE_WORDS:
        points -= 1
    if _LOWER.search(block.text):
        points += 0.5
    if len(_FIGURES.findall(block.text)) * 3 >= block.words:
        points -= 1.5
    bare = block.text.rstrip(_CLOSERS)
    if bare[-1:] == "." and not bare.endswith("..") and not _says_of_article(head.blocks[number + 1]):
        points -= 2.5
    return points


def _printed_twice(head: _Head, number: int) -> float:
    block = head.blocks[number]
    return 1.5 if block.words > _MENU_WORDS and head.lines[block.folded] > 1 else 0.0


def _like_chrome(head: _Head, number: int) -> float:
    block = head.blocks[number]
    points = 0.0
    if reason(block):
        points += 3
    if _TRAIL.search(block.text) or is_menu_line(block):
        points += 3
    if is_credit_line(head.blocks[number + 1]):
        points += 3.5
    if is_name(block) and number + 1 < head.start:
        points += 1
    if block.words <= _MENU_WORDS + 1 and head.owners and block.folded in head.owners:
        points += 3
    if block.words <= _MENU_WORDS and number:
        around = head.blocks[number - 1], head.blocks[number + 1]
        points += all(other.words <= _MENU_WORDS and not _says_of_article(other) for other in around)
    return points


def _above_deck(head: _Head, points: dict[int, float], best: int) -> int:
    """A deck says what the headline above it says, mostly at greater length: the first of the lines that stand together."""
    while best - 1 in points:
        above, deck = head.blocks[best - 1], head.blocks[best]
        least = _DECK if above.words <= deck.words else _LONGER
        heads = above.words > _MENU_WORDS and _again(head, above) > 0
        if not heads or points[best - 1] < least * points[best]:
            break
        best -= 1
    return best


def _words(head: _Head, number: int) -> str:
    """The headline as it stands, without marks, an outlet's name behind it, and its full stop."""
    text = " ".join(head.blocks[number].text.strip(" #*_").split())
    parts = _PARTED.fullmatch(text)
    if parts and len(parts["head"].split()) >= _MENU_WORDS and _is_outlet(head, parts, number):
        text = parts["head"]
    return text if text.endswith(_DOTTED) else text.rstrip(".")


def _is_outlet(head: _Head, parts: re.Match[str], number: int) -> bool:
    folded = " ".join(re.findall(r"\w+", parts["outlet"].casefold()))
    if parts["sign"] == "|" or folded in head.lines or (folded and folded in head.owners):
        return True
    return number == 0 and parts["sign"] != ":" and head.between[0] > _MENU_WORDS


def _stems(text: str) -> dict[str, float]:
    """The longer words by their first letters, and how much each says."""
    folded = text.casefold()
    found: dict[str, float] = {}
    for word in _WORD.findall(folded):
        weight = min(len(word), _RARE) - 2
        found[word[:_STEM]] = max(found.get(word[:_STEM], 0.0), weight / (_RARE - 2))
    if not folded.isascii():
        found |= dict.fromkeys(_UNPARTED.findall(folded), 0.5)
    return found
