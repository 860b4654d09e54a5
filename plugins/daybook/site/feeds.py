"""Atom feeds (RFC 4287): of the whole archive, and of each place, actor and source that has a page.

An id says who something is, wherever it lies, so it does not rest on the site's address: entries bear a UUID made of
the article's own id. Links are absolute where the site's URL is known; else they are relative to the feed's own
address, as RFC 4287 allows, and lead to the pages beside it. Leads, authors, names and the whole text stand in the feed
of the site alone: that of a name has titles, days and links.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache

from lxml import etree

from daybook.digest import Digest
from daybook.format import shortened
from daybook.site import addresses
from daybook.site.archive import Archive
from daybook.site.entries import Entry
from daybook.site.links import absolute, relative
from daybook.site.page import SiteInfo

NEWEST = 30
"""Entries of the site's feed: what a reader who looks in every few days has missed."""
NEWEST_OF_NAME = 10
"""Entries of a feed of a place, an actor or a source."""
_SUMMARY = 160
"""Characters."""

NAMESPACE = uuid.UUID("6f2c9a54-70a1-5d0c-8b64-1a7d3c5e9f20")
"""Of all ids that Daybook gives; drawn once, for ever."""

NEVER = date(1970, 1, 1)
"""When a feed without entries, of an archive without coverage, was last updated."""

_ATOM = "http://www.w3.org/2005/Atom"
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold, production 2: https://www.w3.org/TR/xml/#charsets"""


def feeds(archive: Archive, site: SiteInfo, body: Callable[[str], str]) -> Iterator[tuple[str, str]]:
    """Each feed's address and text. `body` gives the safe HTML of an article by its id."""
    yield of_site(archive, site, body)
    for entries in (archive.places, archive.actors, archive.sources):
        for entry in entries.values():
            if entry.has_page:
                yield of_name(archive, site, entry)


def of_site(archive: Archive, site: SiteInfo, body: Callable[[str], str]) -> tuple[str, str]:
    """The feed of the whole archive: address and text. `body` is asked for the newest articles alone."""
    newest = archive.articles[: -NEWEST - 1 : -1]
    feed = _feed(archive, site, site.feed, addresses.HOME, site.name, newest)
    if site.description:
        _add(feed, "subtitle", site.description)
    entries = []
    for article in newest:
        entry = etree.fromstring(_entry(archive, site, site.feed, article))
        _add(entry, "published", entry.findtext("updated") or "")
        if by := article.source.byline or article.source.outlet or article.source.agency:
            _add(etree.SubElement(entry, "author"), "name", by)
        if article.lead:
            _add(entry, "summary", shortened(article.lead, _SUMMARY))
        for name in dict.fromkeys([*(p.name for p in article.places), *(a.name for a in article.actors)]):
            etree.SubElement(entry, "category", term=xml_text(name))
        _add(entry, "content", body(article.id), type="html")
        entries.append(etree.tostring(entry, encoding="unicode"))
    return site.feed, _text(feed, entries)


def of_name(archive: Archive, site: SiteInfo, entry: Entry) -> tuple[str, str]:
    """The feed of a place, an actor or a source: address and text."""
    at = addresses.feed(entry.address)
    newest = [a for a in entry.articles if a.date][: -NEWEST_OF_NAME - 1 : -1]
    feed = _feed(archive, site, at, entry.address, f"{entry.name} – {site.name}", newest)
    return at, _text(feed, (_entry(archive, site, at, article) for article in newest))


def _feed(
    archive: Archive, site: SiteInfo, at: str, page: str, title: str, newest: Sequence[Digest]
) -> etree._Element:
    """A feed without entries. No element has a namespace of its own: all stand in that of the feed."""
    feed = etree.Element("feed", {_XML_LANG: site.lang}, xmlns=_ATOM)
    _add(feed, "title", title)
    etree.SubElement(feed, "link", href=_link(site, at, page))
    if site.url:
        etree.SubElement(feed, "link", rel="self", href=absolute(site.url, at))
    _add(feed, "id", _urn(f"feed {site.url or site.name} {at}"))
    day = max((a.date.value for a in newest if a.date), default=archive.coverage.first or NEVER)
    _add(feed, "updated", _midnight(day))
    _add(etree.SubElement(feed, "author"), "name", site.name or "Daybook")
    return feed


def _entry(archive: Archive, site: SiteInfo, at: str, article: Digest) -> str:
    """An article in the feed at an address: what every feed tells of it."""
    assert article.date is not None, "only dated articles stand in feeds"
    link = _link(site, at, archive.address[article.id])
    return _made(article.id, article.title, link, article.date.value)


@lru_cache(1 << 15)
def _made(id: str, title: str, link: str, day: date) -> str:
    entry = etree.Element("entry")
    _add(entry, "title", title)
    etree.SubElement(entry, "link", href=link)
    _add(entry, "id", _urn(f"article {id}"))
    _add(entry, "updated", _midnight(day))
    return str(etree.tostring(entry, encoding="unicode"))


def _add(parent: etree._Element, tag: str, text: str, **attributes: str) -> None:
    etree.SubElement(parent, tag, attributes).text = xml_text(text)


def _text(feed: etree._Element, entries: Iterable[str]) -> str:
    head = etree.tostring(feed, encoding="unicode").removesuffix("</feed>")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{head}{"".join(entries)}</feed>\n'


def _link(site: SiteInfo, origin: str, target: str) -> str:
    return absolute(site.url, target) or relative(origin, target)


def xml_text(text: str) -> str:
    """The text without what XML 1.0 cannot hold, on which readers and lxml alike give up."""
    return _NOT_XML.sub("", text)


def _midnight(day: date) -> str:
    """The day is proven, not the hour in any time zone."""
    return f"{day.isoformat()}T00:00:00Z"


def _urn(name: str) -> str:
    return uuid.uuid5(NAMESPACE, name).urn
