"""What a template can call. All of it is pure: the same page, site and text give the same words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from markupsafe import Markup

from daybook import format, labels
from daybook.site import addresses, schema
from daybook.site.annotate import Prose, annotate
from daybook.site.late import END, is_token, when
from daybook.site.links import absolute, relative, rooted
from daybook.site.page import Page, SiteInfo
from daybook.site.parts.body import Body


def href(address: str, here: str, anchor: str = "") -> str:
    """`address|href(here)`: the link to a page from the one whose address is `here`."""
    return relative(here, address, anchor)


FILTERS: Mapping[str, Callable[..., str]] = MappingProxyType(
    {
        "day_long": format.day_long,
        "day_plain": format.day_plain,
        "day_short": format.day_short,
        "month_long": format.month_long,
        "number": format.number,
        "count": format.count,
        "words": labels.words,
        "href": href,
    }
)
"""Filters of the template engine; `count` replaces the one built in: `3|count('article')` is `3 articles`."""

ADDRESSES: Mapping[str, str] = MappingProxyType(
    {
        "home": addresses.HOME,
        "places": addresses.PLACES,
        "actors": addresses.ACTORS,
        "sources": addresses.SOURCES,
        "search": addresses.SEARCH,
        "undated": addresses.UNDATED,
        "review": addresses.REVIEW,
    }
)
"""Pages that every site has."""


def functions(
    page: Page, site: SiteInfo, sanitise: Callable[[str], str], written: Callable[[str], str]
) -> dict[str, object]:
    """The functions of one page's template.

    `sanitise` gives the safe HTML of a Markdown text from outside, `written` that of a page that a person wrote.
    """

    def link(address: str, anchor: str = "") -> str:
        """The link to another page, or the token of one; of 404.html, served at any depth, from the server's root."""
        if is_token(address):
            return address
        if page.address == addresses.MISSING and site.url:
            return rooted(site.url, address, anchor)
        return relative(page.address, address, anchor)

    def asset(name: str) -> str:
        return link(f"theme/{name}")

    def canonical(address: str = "") -> str:
        return absolute(site.url, address or page.address)

    def prose(body: Body) -> Prose:
        return annotate(body, sanitise)

    def markdown(text: str) -> Markup:
        return Markup(written(text))

    def json_ld() -> Markup:
        return Markup(schema.document(page.model.head.thing, page.model.head.crumbs, site))

    return {
        "link": link,
        "asset": asset,
        "absolute": canonical,
        "prose": prose,
        "markdown": markdown,
        "json_ld": json_ld,
        "when": when,
        "end": END,
        "at": ADDRESSES,
    }
