"""What most deserves a person's look, each matter with its evidence and the answers that a person can give."""

from __future__ import annotations

from daybook.review.holdings import Holdings
from daybook.review.items import Choice, Item, Quote, Section, Told
from daybook.review.rules import RULES

__all__ = ["RULES", "Choice", "Holdings", "Item", "Quote", "Section", "Told", "review"]


def review(holdings: Holdings) -> tuple[Section, ...]:
    """A section for each rule, in order, its items by weight; the same for the same archive."""
    return tuple(
        Section(
            rule.kind,
            holdings.words.gettext(rule.title),
            tuple(sorted(rule.find(holdings), key=lambda item: (not item.at_hand, -item.weight, item.id))),
        )
        for rule in RULES
    )
