"""Where an article's title is: one rule a file, one signature, the first that answers wins."""

from __future__ import annotations

from collections.abc import Callable

from daybook.clean.page import Page, Title
from daybook.clean.titles import derived, headline, inline, page_title, stated

TITLES: tuple[Callable[[Page], Title | None], ...] = (
    stated.find,
    page_title.find,
    headline.find,
    inline.find,
    derived.find,
)


def title(page: Page) -> Title | None:
    """The page's title; None where it has no words at all."""
    return next((found for rule in TITLES if (found := rule(page)) is not None), None)
