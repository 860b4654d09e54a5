"""Addresses of the web, as outside text states them."""

from __future__ import annotations

from urllib.parse import urlsplit

from daybook.errors import SettingError


def is_web(address: str) -> bool:
    """Whether a link may lead there: no `javascript:`, no path on somebody's disk."""
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname)


def site_url(given: str) -> str:
    """The address of a site, without a slash at its end; empty for none. Raises SettingError."""
    url = given.rstrip("/")
    parts = urlsplit(url)
    plain = url.isascii() and url.isprintable() and not any(c in url for c in " \"'<>\\")
    if url and not (
        plain and parts.scheme in ("http", "https") and parts.hostname and not parts.query + parts.fragment
    ):
        raise SettingError(
            f"SITEURL: expected an address such as https://example.org/archive, found {url!r}; mend it"
        )
    return url
