"""What crawlers read: sitemap.xml (https://www.sitemaps.org/protocol.html) and robots.txt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape

from daybook.site.links import absolute

MOST = 50_000
"""Addresses of one sitemap file, by the protocol."""

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def robots(url: str) -> str:
    """robots.txt: everything may be read; the sitemap is named where the site's URL is known."""
    sitemap = f"Sitemap: {absolute(url, 'sitemap.xml')}\n" if url else ""
    return f"User-agent: *\nAllow: /\n{sitemap}"


def sitemaps(addresses: Sequence[str], url: str) -> Iterator[tuple[str, str]]:
    """Address and text of sitemap.xml, and of its parts where there are too many pages for one; none without a URL."""
    if not url:
        return
    if len(addresses) <= MOST:
        yield "sitemap.xml", _document("urlset", "url", addresses, url)
        return
    parts = {f"sitemap-{n // MOST + 1}.xml": addresses[n : n + MOST] for n in range(0, len(addresses), MOST)}
    yield "sitemap.xml", _document("sitemapindex", "sitemap", list(parts), url)
    for name, part in parts.items():
        yield name, _document("urlset", "url", part, url)


def _document(root: str, element: str, addresses: Sequence[str], url: str) -> str:
    locations = "".join(f"<{element}><loc>{escape(absolute(url, a))}</loc></{element}>\n" for a in addresses)
    return f"{_HEAD}<{root} {_SPACE}>\n{locations}</{root}>\n"
