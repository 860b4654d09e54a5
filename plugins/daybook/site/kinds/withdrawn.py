"""What stands at the address of an article that a person withdrew: that it was, when, and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from daybook.site.page import Head, Page, SiteInfo
from daybook.values import Article, Withdrawn

TEMPLATE = "withdrawn.html"


@dataclass(frozen=True, slots=True)
class WithdrawnPage:
    """The model of such a page; it has no word of the article but its title, where that stays."""

    head: Head
    title: str
    """Empty where it is hidden."""
    lang: str
    dir: str
    day: date
    """Of the withdrawal."""
    reason: str


def page(article: Article, withdrawn: Withdrawn, address: str, site: SiteInfo) -> Page:
    """The page of a withdrawn article, which lies at `address`."""
    head = Head(title=site.words.gettext("This article was withdrawn"), index=False)
    model = WithdrawnPage(head, article.title, article.lang, article.dir, withdrawn.day, withdrawn.reason)
    return Page(address, TEMPLATE, model)
