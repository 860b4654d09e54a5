"""The outlet and the agency of one article, each with the words that show it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from daybook.content.authority import Authority, Outlet
from daybook.sources.rules import dateline, own_promo, own_reporter, own_work
from daybook.values import CleanText, Mention, RawArticle

OUTLET: tuple[Callable[[RawArticle, CleanText], Iterator[Mention]], ...] = (own_promo.rule, own_reporter.rule)
AGENCY: tuple[Callable[[RawArticle, CleanText], Iterator[Mention]], ...] = (dateline.rule, own_work.rule)


def find(raw: RawArticle, text: CleanText, authority: Authority) -> tuple[Mention, ...]:
    """At most one outlet and one agency, by the first rule that answers.

    Outlets that are merely quoted ("Reuters quoted the adviser") answer nothing. A mention's `target` is the
    name as the authority file has it, its `role` is `outlet` or `agency`.
    """
    found = (_first(rules, raw, text) for rules in (OUTLET, AGENCY))
    return tuple(replace(m, target=preferred(m.target, authority)) for m in found if m)


def preferred(name: str, authority: Authority) -> str:
    """The name by which the authority file knows an outlet; `name` where it does not."""
    found = _entry(name, authority)
    return found.name if found else name


def known(raw: RawArticle, copy: tuple[Mention, ...], authority: Authority) -> Outlet | None:
    """The authority file's entry of the article's outlet: the stated one, else the one that its own words give away."""
    names = [raw.stated.outlet or "", *(m.target for m in copy if m.role == "outlet")]
    return next((entry for name in names if name and (entry := _entry(name, authority))), None)


def _entry(name: str, authority: Authority) -> Outlet | None:
    folded = name.casefold()
    return next(
        (
            outlet
            for outlet in authority.sources
            if folded in (form.casefold() for form in (outlet.name, *outlet.aliases))
        ),
        None,
    )


def _first(
    rules: tuple[Callable[[RawArticle, CleanText], Iterator[Mention]], ...], raw: RawArticle, text: CleanText
) -> Mention | None:
    return next((mention for rule in rules for mention in rule(raw, text)), None)
