"""Links between pages: relative, always to a named file, so that one build serves from a root, a sub-path and a disk."""

from __future__ import annotations

import posixpath
from urllib.parse import quote, urlsplit


def relative(origin: str, target: str, anchor: str = "") -> str:
    """The link from the page at `origin` to the one at `target`, both addresses below the output's root.

    A page's link to itself is its bare file name, or only the anchor where there is one.
    """
    fragment = f"#{quote(anchor, safe='')}" if anchor else ""
    if origin == target:
        return fragment or quote(posixpath.basename(target))
    path = posixpath.relpath(target, posixpath.dirname(origin) or ".")
    return quote(path) + fragment


def rooted(url: str, target: str, anchor: str = "") -> str:
    """The link to `target` from the path of the site's own URL, for a page that is served at any depth (404.html)."""
    fragment = f"#{quote(anchor, safe='')}" if anchor else ""
    return f"{urlsplit(url).path.rstrip('/')}/{quote(target)}{fragment}"


def absolute(url: str, address: str) -> str:
    """The absolute address of a page, the home page's being the site's own; empty where the site's URL is unknown."""
    if not url:
        return ""
    return f"{url.rstrip('/')}/{'' if address == 'index.html' else quote(address)}"
