"""Addresses of the web, as outside text states them."""

from __future__ import annotations

from urllib.parse import urlsplit


def is_web(address: str) -> bool:
    """Whether a link may lead there: no `javascript:`, no path on somebody's disk."""
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname)
