"""What a template can call: the same page, site and text give the same words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache, partial
from types import MappingProxyType

from markupsafe import Markup, escape

from daybook.site import addresses, schema
from daybook.site.annotate import Prose, annotate
from daybook.site.late import END, token, when
from daybook.site.links import absolute, relative, root, rooted
from daybook.site.page import Page, SiteInfo
from daybook.site.parts.body import Body
from daybook.words import Words, browser, labels


def href(address: str, here: str, anchor: str = "") -> str:
    """`address|href(here)`: the link to a page from the one whose address is `here`."""
    return relative(here, address, anchor)


def filters(words: Words) -> Mapping[str, Callable[..., str]]:
    """Filters of the template engine, in a language: `3|articles` is `3 articles`."""
    return {
        "day_long": words.day_long,
        "day_head": words.day_head,
        "day_plain": words.day_plain,
        "day_short": words.day_short,
        "month_long": words.month_long,
        "number": words.number,
        "articles": words.articles,
        "days": words.days,
        "unit": words.unit,
        "parts": words.parts,
        "characters": words.characters,
        "beside": partial(labels.beside, words),
        "proved": partial(labels.proved, words),
        "proves": partial(labels.proves, words),
        "href": href,
        "token": token,
        "when": when,
    }


ADDRESSES: Mapping[str, str] = MappingProxyType(
    {
        "home": addresses.HOME,
        "places": addresses.PLACES,
        "actors": addresses.ACTORS,
        "sources": addresses.SOURCES,
        "stories": addresses.STORIES,
        "map": addresses.MAP,
        "search": addresses.SEARCH,
        "undated": addresses.UNDATED,
        "review": addresses.REVIEW,
        "data": addresses.DATA,
    }
)
"""Pages that every site has."""


@lru_cache(1 << 14)
def named(key: str, text: str = "") -> Markup:
    """What a token names, as a link where it has one: `p0`, `a1`, `s`; with a text of its own, or the token's."""
    words = escape(text) if text else token(key.upper())
    if key.startswith("p"):
        return Markup(f"<a href={token(key)}>{words}</a>")
    return Markup(f"{when(key)}<a href={token(key)}>{END}{words}{when(key)}</a>{END}")


class Functions:
    """What a template can call, of the page that is being rendered.

    One object for all pages, so that macros are made once and not again for every page that imports them.
    """

    page: Page

    def __init__(self, site: SiteInfo, sanitise: Callable[[str], str], written: Callable[[str], str]) -> None:
        """`sanitise` gives the safe HTML of a Markdown text from outside, `written` that of a page that a person wrote."""
        self.site, self._sanitise, self._written = site, sanitise, written

    def named(self) -> dict[str, object]:
        """All of them, by the name that templates call them by."""
        return {
            "link": self.link,
            "asset": self.asset,
            "words_script": browser.ADDRESS if self.site.words.catalogue else "",
            "absolute": self.absolute,
            "prose": self.prose,
            "markdown": self.markdown,
            "json_ld": self.json_ld,
            "named": named,
            "spoken_in": self.spoken_in,
            "at": ADDRESSES,
            "site": self.site,
        }

    def link(self, address: str, anchor: str = "") -> str:
        """The link to another page; of 404.html, which any depth is answered with, from the server's root."""
        if self.page.address == addresses.MISSING and self.site.url:
            return rooted(self.site.url, address, anchor)
        return relative(self.page.address, address, anchor)

    def root(self) -> str:
        """What leads to the output's root, before an address."""
        if self.page.address == addresses.MISSING and self.site.url:
            return rooted(self.site.url, "")
        return root(self.page.address)

    def asset(self, name: str) -> str:
        return self.link(f"theme/{name}")

    def spoken_in(self, lang: str, dir: str) -> Markup:
        """The attributes of words in a language; none where it is that of the page."""
        if lang == self.site.lang and dir == self.site.words.dir:
            return Markup()
        return Markup(' lang="{}" dir="{}"').format(lang, dir)

    def absolute(self, address: str = "") -> str:
        return absolute(self.site.url, address or self.page.address)

    def prose(self, body: Body) -> Prose:
        return annotate(body, self._sanitise)

    def markdown(self, text: str) -> Markup:
        return Markup(self._written(text))

    def json_ld(self) -> Markup:
        head = self.page.model.head
        return Markup(schema.document(head.thing, head.crumbs, self.site))
