"""Feeds, as Atom (RFC 4287) and as JSON Feed (https://www.jsonfeed.org/version/1.1/): of the whole archive, of its days, and
of each place, actor and source that has a page.

An id says who something is, wherever it lies, so it does not rest on the site's address: entries bear a UUID made of
the article's own id. Links are absolute where the site's URL is known; else they are relative to the feed's own
address, as RFC 4287 allows, and lead to the pages beside it; JSON Feed has no such rule, its links are the same. Authors, names and the whole text stand in the feed
of the site alone: that of a name has titles, days and links, and as JSON Feed, which asks for content, the lead's beginning.
"""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from html import escape

from lxml import etree

from daybook.digest import Digest
from daybook.format import shortened
from daybook.proof.record import Record
from daybook.site import addresses, taken
from daybook.site.archive import Archive
from daybook.site.entries import Entry
from daybook.site.links import absolute, relative
from daybook.site.page import Feed, SiteInfo

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


DAYS = "feeds/days.atom.xml"
NEWEST_DAYS = 30


def announced(entry: Entry) -> tuple[Feed, ...]:
    """The feeds of a name, which its page announces; none where all its articles are undated, as entries have a day."""
    if not any(article.date for article in entry.articles):
        return ()
    at = entry.address
    return Feed(entry.name, addresses.feed(at)), Feed(entry.name, addresses.json_feed(at))


def of_home(site: SiteInfo) -> tuple[Feed, ...]:
    """The feeds that the home page announces."""
    days = site.words.gettext("Days of %(site)s", site=site.name)
    found = ((site.name, site.feed), (days, DAYS))
    return tuple(Feed(title, at) for title, atom in found if atom for at in (atom, _beside(atom)))


def feeds(
    archive: Archive, site: SiteInfo, body: Callable[[str], str], record: Callable[[date], Record]
) -> Iterator[tuple[str, str]]:
    """Each feed's address and text. `body` gives the safe HTML of an article by its id, `record` what proves a day's briefing."""
    yield from of_site(archive, site, body)
    yield from of_days(archive, site, record)
    for entries in (archive.places, archive.actors, archive.sources):
        for entry in entries.values():
            if entry.has_page:
                yield from of_name(archive, site, entry)


def of_site(archive: Archive, site: SiteInfo, body: Callable[[str], str]) -> Iterator[tuple[str, str]]:
    """The feeds of the whole archive: address and text. `body` is asked for the newest articles alone."""
    newest = archive.articles[: -NEWEST - 1 : -1]
    feed = _feed(archive, site, site.feed, addresses.HOME, site.name, newest)
    if site.description:
        _add(feed, "subtitle", site.description)
    entries, items = list[str](), list[str]()
    for article in newest:
        text, by = body(article.id), article.source.byline or article.source.outlet or article.source.agency
        summary = shortened(article.lead, _SUMMARY)
        names = list(dict.fromkeys([*(p.name for p in article.places), *(a.name for a in article.actors)]))
        entry = etree.fromstring(_entry(archive, site, site.feed, article))
        _add(entry, "published", entry.findtext("updated") or "")
        if by:
            _add(etree.SubElement(entry, "author"), "name", by)
        if article.lead:
            _add(entry, "summary", summary)
        for name in names:
            etree.SubElement(entry, "category", term=xml_text(name))
        _add(entry, "content", text, type="html")
        entries.append(etree.tostring(entry, encoding="unicode"))
        authors = [{"name": by}] if by else []
        items.append(_full(archive, site, article, summary=summary, authors=authors, tags=names, html=text))
    yield site.feed, _text(feed, entries)
    yield _json_feed(site, site.feed, addresses.HOME, site.name, items, description=site.description)


def of_days(archive: Archive, site: SiteInfo, record: Callable[[date], Record]) -> Iterator[tuple[str, str]]:
    """The feeds of the newest days: address and text. A day has its briefing, whose stories name its articles."""
    way = taken.linker(site, DAYS)
    newest = list(archive.days)[: -NEWEST_DAYS - 1 : -1]
    title = site.words.gettext("Days of %(site)s", site=site.name)
    feed = _feed(archive, site, DAYS, addresses.HOME, title, archive.days[newest[0]] if newest else ())
    entries, items = list[str](), list[str]()
    for day in newest:
        named, link = site.words.day_long(day), _link(site, DAYS, addresses.day(day))
        text = f"<p>{escape(site.words.articles(len(archive.days[day])))}</p>{taken.html(record(day), site.words, way)}"
        entry = etree.fromstring(_made(f"day {day}", named, link, day))
        _add(entry, "content", text, type="html")
        entries.append(etree.tostring(entry, encoding="unicode"))
        items.append(_json(_own(f"{day}", named, link, day) | {"content_html": text}))
    yield DAYS, _text(feed, entries)
    yield _json_feed(site, DAYS, addresses.HOME, title, items)


def of_name(archive: Archive, site: SiteInfo, entry: Entry) -> Iterator[tuple[str, str]]:
    """The feeds of a place, an actor or a source: address and text. Those that its page announces, so perhaps none."""
    if not announced(entry):
        return
    at = addresses.feed(entry.address)
    newest = [a for a in entry.articles if a.date][: -NEWEST_OF_NAME - 1 : -1]
    title = f"{entry.name} – {site.name}"
    feed = _feed(archive, site, at, entry.address, title, newest)
    yield at, _text(feed, (_entry(archive, site, at, article) for article in newest))
    yield _json_feed(
        site, at, entry.address, title, (_item(archive, site, at, article) for article in newest)
    )


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


def _json_feed(
    site: SiteInfo, atom: str, page: str, title: str, items: Iterable[str], **more: object
) -> tuple[str, str]:
    """The JSON Feed beside the Atom feed at an address: address and text."""
    at = _beside(atom)
    head = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": title,
        "home_page_url": _link(site, at, page),
        "feed_url": absolute(site.url, at),
        "language": site.lang,
        **more,
    }
    whole = _json({name: value for name, value in head.items() if value})
    return at, f'{whole[:-1]},"items":[{",".join(items)}]}}\n'


def _item(archive: Archive, site: SiteInfo, at: str, article: Digest) -> str:
    """An article in the JSON Feed beside the Atom feed at an address. The format asks for content: its lead, shortened."""
    link = _link(site, at, archive.address[article.id])
    return _json_made(article.id, article.title, link, article.day, article.lead)


@lru_cache(1 << 15)
def _json_made(id: str, title: str, link: str, day: date, lead: str) -> str:
    return _json(_own(id, title, link, day) | {"content_text": shortened(lead, _SUMMARY) or title})


def _full(
    archive: Archive,
    site: SiteInfo,
    article: Digest,
    html: str,
    **more: object,
) -> str:
    """An article in the JSON Feed of the site; of a text that may not be shown its title, as the format asks for content."""
    link = _link(site, site.feed, archive.address[article.id])
    content = {"content_html": html} if html else {"content_text": article.title}
    made = _own(article.id, article.title, link, article.day) | content
    return _json(made | {name: value for name, value in more.items() if value} | {"language": article.lang})


def _own(id: str, title: str, link: str, day: date) -> dict[str, object]:
    return {"id": id, "url": link, "title": title, "date_published": _midnight(day)}


def _beside(atom: str) -> str:
    return f"{atom.removesuffix('.atom.xml')}.json"


def _entry(archive: Archive, site: SiteInfo, at: str, article: Digest) -> str:
    """An article in the feed at an address: what every feed tells of it."""
    link = _link(site, at, archive.address[article.id])
    return _made(f"article {article.id}", article.title, link, article.day)


@lru_cache(1 << 15)
def _made(id: str, title: str, link: str, day: date) -> str:
    entry = etree.Element("entry")
    _add(entry, "title", title)
    etree.SubElement(entry, "link", href=link)
    _add(entry, "id", _urn(id))
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


_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def _urn(name: str) -> str:
    return uuid.uuid5(NAMESPACE, name).urn
