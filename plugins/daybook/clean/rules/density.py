"""On a page flattened with its menus, the article is where text is dense: the stretch with the most of it.

Each block has a weight, text for and menu entries against; the stretch with the largest sum is the article (Kadane's
algorithm, one pass, and a stretch ends where it has lost too much). Lines that belong under an article (comments, related
stories) weigh against going on past them. What stands before and behind is dropped where it looks like a site's menus.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from daybook.clean.page import Block, Page
from daybook.clean.rules.byline import is_byline
from daybook.clean.rules.notices import reason
from daybook.clean.rules.posted import is_posted
from daybook.values import Span

_FIGURE = re.compile(r"\d")
"""Rows of a table or of a list of days hold figures, menus seldom do."""
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4})?", re.I)
"""The hour of an entry of a live blog; elsewhere a line with the day stands above an article, and between articles."""
_LONGEST_CLOCK = 16
_COLUMN = 100
_TEXT_WORDS = 11
_MOST = 300
"""Characters of one block that count."""
_LINE = 80
"""What a line that is no text costs the stretch that it lies in, in characters of text; a sentence pays for about one."""
_COMMENTS = 500
"""The same for a line of a comment form, as nothing of the article follows one."""
_POSTED = 150
_ROW = 5
"""What a row with figures is worth: little, but no menu."""
_SHORT_WORDS = 4
_MOST_LOST = 1000
"""Characters of text that a stretch may lose again before it ends."""
_MENU = 3
"""Lines of a menu, from which on a page's head or foot counts as one."""
_BETWEEN = frozenset(["newsletter", "promo", "share", "video"])
"""Kinds of lines behind which an article goes on."""
_CHROME = frozenset(["comments", "cookies", "newsletter", "promo", "related", "share", "video"])
"""Kinds of lines that only web pages have."""
_SIGNS = 4
_ENTRY_WORDS = 4
_ANNOUNCING = 4
"""Words of a line with a colon, from which on what is listed under it belongs to the text."""
_RUN = 3
"""Lines in a row that count in full; headings, links, advertisements between paragraphs come in fewer."""
_NEAR_TITLE = 4
"""Blocks."""
_SURE = frozenset(["page-title", "stated"])
"""Rules whose title, where the layer has it, is the headline over the text."""
_SHARE = 0.6
"""Of the weight of the page's densest stretch, from which on the one under the title is the article."""


class _Stretch(NamedTuple):
    weight: float
    first: int
    last: int


def rule(page: Page) -> Iterator[Span]:
    blocks = [block for block in page.blocks if block.start >= page.top]
    if is_plain(blocks) and not _stands_below_menu(page):
        return
    whys = [reason(block) for block in blocks]
    article = _article(page, blocks, tuple(_stretches(_weights(blocks, whys))))
    if article is None:
        return
    first, last = article[0], _reach(blocks, whys, article[1])
    menu = [why is not None or _is_loose(block) for block, why in zip(blocks, whys, strict=True)]
    head = first if sum(menu[:first]) >= _MENU else 0
    foot = last + 1 if sum(menu[last + 1 :]) >= _MENU else len(blocks)
    for index in (*range(head), *range(foot, len(blocks))):
        if not is_posted(blocks[index]) and not is_byline(blocks[index]):
            yield blocks[index].span(whys[index] or "menu")


def first_text(blocks: Sequence[Block]) -> int | None:
    """The block that the densest stretch begins with; None where nothing reads like text."""
    weights = _weights(blocks, [reason(block) for block in blocks])
    best = max(_stretches(weights), key=lambda stretch: stretch.weight, default=None)
    return best.first if best else None


def is_plain(blocks: Sequence[Block]) -> bool:
    """Whether nothing shows a web page: agency copy, a list of results, a text pasted alone. A few lines of an outlet's own
    may follow it; on a page whose lines all end at a column's width, as on a wire, it takes more of them.
    """
    typewritten = all("\n" in block.text or len(block.text) <= _COLUMN for block in blocks)
    signs = sum(reason(block) in _CHROME for block in blocks)
    return signs < (_SIGNS if typewritten else 1) and (typewritten or not _begins_with_menu(blocks))


def _stands_below_menu(page: Page) -> bool:
    """Whether more stands above the title, where the layer has it, than an outlet and a section."""
    title = page.title.span if page.title else None
    return title is not None and len(page.raw.layer[page.raw.body_start : title.start].split("\n")) > _MENU


def _begins_with_menu(blocks: Sequence[Block]) -> bool:
    """Whether entries of a menu stand above the text, one after the other."""
    run = 0
    for block in blocks:
        if is_text(block):
            return False
        run = run + 1 if _is_loose(block) and block.words <= _ENTRY_WORDS else 0
        if run >= _MENU:
            return True
    return False


def is_text(block: Block) -> bool:
    """Whether a block reads like a paragraph rather than a menu entry or headline."""
    words = block.words
    return words >= _TEXT_WORDS and (block.is_sentence or words >= 30)


def is_brief(block: Block) -> bool:
    """Whether a block is a short sentence."""
    return block.words >= _SHORT_WORDS and block.is_sentence


def is_clock(block: Block) -> bool:
    """Whether a block is the hour of an entry of a live blog and nothing else."""
    return len(block.text) <= _LONGEST_CLOCK and _CLOCK.fullmatch(block.text) is not None


def _is_loose(block: Block) -> bool:
    return not is_text(block) and not is_brief(block) and _FIGURE.search(block.text) is None


def _article(page: Page, blocks: Sequence[Block], found: Sequence[_Stretch]) -> tuple[int, int] | None:
    """First and last index of the article: the stretch of most weight, and what stands between it and the title.

    A headline that the page repeats below its menus is sure of its place: the stretch that begins under it is the article,
    though a list of other stories further down may weigh more.
    """
    best = max(found, key=lambda stretch: stretch.weight, default=None)
    if best is None:
        return None
    opening = next(index for index, block in enumerate(blocks) if index == best.first or is_text(block))
    if page.title is None or page.top == page.raw.body_start or opening > _NEAR_TITLE:
        return best.first, best.last
    if page.title.rule in _SURE:
        below = next(stretch for stretch in found if stretch.last >= opening)
        return opening, (below if below.weight >= _SHARE * best.weight else best).last
    between = sum(not is_text(block) for block in blocks[opening : best.first])
    return (opening if between <= _NEAR_TITLE else best.first), best.last


def _reach(blocks: Sequence[Block], whys: Sequence[str | None], last: int) -> int:
    """The article's last block, where texts follow it behind lines that sites put between paragraphs."""
    begun = last + 1 < len(blocks) and whys[last + 1] in _BETWEEN
    for index in range(last + 1, len(blocks)):
        block, why = blocks[index], whys[index]
        if why is None and (is_text(block) or is_brief(block)) and begun:
            last = index
        elif why not in _BETWEEN and not is_posted(block):
            break
    return last


def _weights(blocks: Sequence[Block], whys: Sequence[str | None]) -> list[float]:
    """What each block speaks for the stretch that it lies in, or against it; a few lines between paragraphs say little."""
    found: list[float] = []
    begun = 0
    listed = False
    for index, (block, why) in enumerate(zip(blocks, whys, strict=True)):
        weight = _weight(block, why)
        listed = why is None and (listed or _announces(block)) and not is_posted(block)
        found.append(_ROW if listed and weight < 0 else weight)
        if found[-1] > _ROW:
            _soften(found, begun, index)
            begun = index + 1
    return found


def _announces(block: Block) -> bool:
    """`Results of second round matches on Tuesday:`."""
    return block.text.endswith(":") and block.words >= _ANNOUNCING


def _soften(weights: list[float], begun: int, end: int) -> None:
    lines = sum(weight < 0 for weight in weights[begun:end])
    for index in range(begun, end):
        if lines < _RUN and weights[index] < 0:
            weights[index] *= lines / _RUN


def _weight(block: Block, why: str | None) -> float:
    """What a block speaks for the stretch that it lies in, or against it."""
    if why is not None:
        return -_COMMENTS if why == "comments" else -_LINE
    if is_text(block):
        return min(len(block.text), _MOST)
    if is_clock(block):
        return _ROW
    if is_posted(block):
        return -_POSTED
    if is_brief(block):
        return len(block.text)
    return _ROW if _FIGURE.search(block.text) and not is_byline(block) else -_LINE


def _stretches(weights: Sequence[float]) -> Iterator[_Stretch]:
    """The stretches of the largest sums, each up to where it has lost all, or too much, of its sum again."""
    total, begin = 0.0, 0
    best: _Stretch | None = None
    for index, weight in enumerate(weights):
        if total <= 0 and best is None:
            total, begin = 0.0, index
        total += weight
        if total > (best.weight if best else 0):
            best = _Stretch(total, begin, index)
        elif best is not None and total <= max(0, best.weight - _MOST_LOST):
            yield best
            total, best = 0.0, None
    if best is not None:
        yield best
