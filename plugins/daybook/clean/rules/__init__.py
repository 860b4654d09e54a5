"""What is not article: one rule a file, one signature (`page.Rule`), run in this order.

Each sees only what the ones before it left; what it drops stays on record with its reason.
"""

from daybook.clean.page import Rule
from daybook.clean.rules import (
    above_title,
    author,
    breadcrumb,
    byline,
    caption,
    density,
    links,
    notices,
    ornament,
    outlet,
    posted,
    repeated_title,
    signature,
    tail,
)

BEFORE_TITLE: tuple[Rule, ...] = (outlet.rule, breadcrumb.rule)
"""What must be gone before a title is looked for."""

AFTER_TITLE: tuple[Rule, ...] = (
    above_title.rule,
    signature.rule,
    links.rule,
    density.rule,
    posted.rule,
    byline.rule,
    repeated_title.rule,
    caption.rule,
    tail.rule,
    notices.rule,
    ornament.rule,
    author.rule,
)
"""Density sees the page whole, as what the others drop tells it where an article ends."""

__all__ = ["AFTER_TITLE", "BEFORE_TITLE"]
