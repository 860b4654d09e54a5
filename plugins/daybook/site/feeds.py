"""Atom feeds (RFC 4287): of the whole archive, and of each place, actor and source that has a page.

An id says who something is, wherever it lies, so it does not rest on the site's address: entries bear a UUID made of
the article's own id. Links are absolute where the site's URL is known; else they are relative to the feed's own
address, as RFC 4287 allows, and lead to the pages beside it.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, time
from html import escape
from io import StringIO

from feedgenerator import Atom1Feed

from daybook.digest import Digest
from daybook.site import addresses
from daybook.site.archive import Archive
from daybook.site.entries import Entry
from daybook.site.links import absolute, relative
from daybook.site.page import SiteInfo

NEWEST = 30
"""Entries of a feed: what a reader who looks in every few days has missed."""

NAMESPACE = uuid.UUID("6f2c9a54-70a1-5d0c-8b64-1a7d3c5e9f20")
"""Of all ids that Daybook gives; drawn once, for ever."""

NEVER = datetime(1970, 1, 1, tzinfo=UTC)
"""When a feed without entries, of an archive without coverage, was last updated."""

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold, production 2: https://www.w3.org/TR/xml/#charsets"""


def feeds(archive: Archive, site: SiteInfo, body: Callable[[str], str]) -> Iterator[tuple[str, str]]:
    """Each feed's address and text. `body` gives an article's safe HTML by its id, for the feed of the whole site alone."""
    newest = archive.articles[: -NEWEST - 1 : -1]
    yield site.feed, _feed(archive, site, site.feed, addresses.HOME, site.name, newest, body)
    for entry in _entries(archive):
        at = addresses.feed(entry.address)
        dated = [a for a in entry.articles if a.date]
        title = f"{entry.name} – {site.name}"
        yield at, _feed(archive, site, at, entry.address, title, dated[: -NEWEST - 1 : -1], None)


def _entries(archive: Archive) -> Iterator[Entry]:
    for entries in (archive.places, archive.actors, archive.sources):
        yield from (entry for entry in entries.values() if entry.has_page)


def _feed(
    archive: Archive,
    site: SiteInfo,
    at: str,
    page: str,
    title: str,
    articles: Sequence[Digest],
    body: Callable[[str], str] | None,
) -> str:
    feed = _Feed(
        title=xml_text(title),
        link=_link(site, at, page),
        description="",
        subtitle=xml_text(site.description) or None,
        feed_url=absolute(site.url, at) or None,
        feed_guid=_urn(f"feed {site.url or site.name} {at}"),
        author_name=xml_text(site.name) or "Daybook",
        language=site.lang,
    )
    feed.empty_since = _moment(archive)
    for article in articles:
        _add(feed, article, _link(site, at, archive.address[article.id]), body)
    text = StringIO()
    feed.write(text, "utf-8")
    return text.getvalue() + "\n"


def _add(feed: Atom1Feed, article: Digest, link: str, body: Callable[[str], str] | None) -> None:
    assert article.date is not None, "only dated articles stand in feeds"
    source = article.source
    feed.add_item(
        title=xml_text(article.title),
        link=link,
        # feedgenerator declares summaries as HTML, in which a plain text needs to be escaped
        description=escape(xml_text(article.lead), quote=False) or None,
        content=xml_text(body(article.id)) if body else None,
        unique_id=_urn(f"article {article.id}"),
        author_name=xml_text(source.byline or source.outlet or source.agency or "") or None,
        # the day is proven, not the hour in any time zone
        pubdate=datetime.combine(article.date.value, time(), UTC),
        categories=[xml_text(name) for name in _names(article)],
    )


def _names(article: Digest) -> list[str]:
    return list(dict.fromkeys([*(p.name for p in article.places), *(a.name for a in article.actors)]))


class _Feed(Atom1Feed):  # type: ignore[misc]
    """An Atom feed that never asks the clock."""

    empty_since = NEVER

    def latest_post_date(self) -> datetime:
        return max((item["pubdate"] for item in self.items), default=self.empty_since)


def xml_text(text: str) -> str:
    """The text without what XML 1.0 cannot hold, on which readers and feedgenerator alike give up."""
    return _NOT_XML.sub("", text)


def _urn(name: str) -> str:
    return uuid.uuid5(NAMESPACE, name).urn


def _link(site: SiteInfo, origin: str, target: str) -> str:
    return absolute(site.url, target) or relative(origin, target)


def _moment(archive: Archive) -> datetime:
    first = archive.coverage.first
    return datetime.combine(first, time(), UTC) if first else NEVER
