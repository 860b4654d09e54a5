"""Where an article's title is: one rule a file, one signature, the first that answers wins."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from daybook.clean.page import Page, Title
from daybook.clean.titles import derived, headline, inline, page_title, stated

TITLES: dict[str, Callable[[Page], Title | None]] = {
    "stated": stated.find,
    "page-title": page_title.find,
    "headline": headline.find,
    "inline": inline.find,
    "derived": derived.find,
}


def title(page: Page) -> Title | None:
    """The page's title; None where it has no words at all."""
    return next((replace(found, rule=name) for name, rule in TITLES.items() if (found := rule(page))), None)
