"""Links between pages: relative, always to a named file, so that one build serves from a root, a sub-path and a disk."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import quote, urlsplit


def relative(origin: str, target: str, anchor: str = "") -> str:
    """The link from the page at `origin` to the one at `target`, both addresses below the output's root.

    A page's link to itself is its bare file name, or only the anchor where there is one.
    """
    if not anchor:
        return _way(origin.rpartition("/")[0], target)
    fragment = f"#{_quoted(anchor, '')}"
    return fragment if origin == target else _way(origin.rpartition("/")[0], target) + fragment


@lru_cache(1 << 16)
def _way(folder: str, target: str) -> str:
    """The way from a folder to a file. Pages of one folder link the same ones again and again."""
    if not folder:
        return _quoted(target)
    if folder.partition("/")[0] != target.partition("/")[0]:
        return "../" * (folder.count("/") + 1) + _quoted(target)
    here, there = folder.split("/"), target.split("/")
    shared = 0
    while shared < min(len(here), len(there) - 1) and here[shared] == there[shared]:
        shared += 1
    return "../" * (len(here) - shared) + _quoted("/".join(there[shared:]))


_PLAIN = re.compile(r"[A-Za-z0-9_.-]+(?:/[A-Za-z0-9_.-]+)*")
"""What `quote` leaves as it is; nearly all addresses are."""


def _quoted(text: str, safe: str = "/") -> str:
    return text if _PLAIN.fullmatch(text) and (safe or "/" not in text) else quote(text, safe=safe)


def root(address: str) -> str:
    """The way from a page to the output's root: `../../../` for `2022/03/02/index.html`."""
    return "../" * address.count("/")


def rooted(url: str, target: str, anchor: str = "") -> str:
    """The link to `target` from the path of the site's own URL, for a page that is served at any depth (404.html)."""
    fragment = f"#{quote(anchor, safe='')}" if anchor else ""
    return f"{urlsplit(url).path.rstrip('/')}/{quote(target)}{fragment}"


def absolute(url: str, address: str) -> str:
    """The absolute address of a page, the home page's being the site's own; empty where the site's URL is unknown."""
    if not url:
        return ""
    return f"{url.rstrip('/')}/{'' if address == 'index.html' else quote(address)}"
