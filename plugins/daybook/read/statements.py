"""What a format, header or sidecar states, into one `Stated`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from daybook.values import Stated
from daybook.web import is_web

_KEYS: dict[str, tuple[str, ...]] = {
    "title": ("title", "headline"),
    "url": ("url", "link"),
    "outlet": ("outlet", "source", "sitename"),
    "published": (
        "date",
        "published",
        "pubdate",
        "published_at",
        "date_published",
        "datepublished",
        "publish_date",
    ),
    "byline": ("byline", "author"),
    "lang": ("lang", "language"),
}
KNOWN = frozenset(key for keys in _KEYS.values() for key in keys)
"""Keys that a header or sidecar may use, in lower case."""

LONGEST = 2000
"""Code points of one stated value; longer ones state nothing."""
_NOTHING = frozenset({"", "null", "none", "~"})


def stated(values: Mapping[str, object], origin: str) -> Stated:
    """Take the known keys whose values are non-empty strings. A key given under two names: the first of `_KEYS`."""
    lower = {key.lower(): value for key, value in values.items() if isinstance(key, str)}
    found: dict[str, str] = {}
    for field, keys in _KEYS.items():
        for key in keys:
            value = lower.get(key)
            if isinstance(value, str) and _worth(value) and (field != "url" or is_web(value)):
                found[field] = " ".join(value.encode("utf-8", "ignore").decode().split())
                break
    return Stated(**found, origin=origin) if found else Stated()


def over(upper: Stated, lower: Stated) -> Stated:
    """`upper`, and what `lower` says where `upper` is silent. The origin is that of the date, else of the upper one."""
    if not upper.origin or not lower.origin:
        return upper if upper.origin else lower
    origin = upper.origin if upper.published or not lower.published else lower.origin
    return replace(
        upper,
        title=upper.title or lower.title,
        url=upper.url or lower.url,
        outlet=upper.outlet or lower.outlet,
        published=upper.published or lower.published,
        byline=upper.byline or lower.byline,
        lang=upper.lang or lower.lang,
        origin=origin,
    )


def _worth(value: str) -> bool:
    return value.strip().lower() not in _NOTHING and len(value) <= LONGEST
