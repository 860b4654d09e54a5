"""What an article's page cannot know by itself: left open while the page is rendered, settled when the archive is known.

A page is rendered from its article alone, with tokens for what the archive decides. They are named by their place in
the article, so that no outside text stands in one:

    p0 P0   link and name of the first of its places        d1987-02-26   link to that day's page
    a0 A0   link and name of the first of its actors        b B           link and title of the article before it
    s  S    link and name of its source                     n N           link and title of the next one
    y Y Z link to its story, the story's name, and its number of articles

A token's value is escaped text; that of a link is empty where there is nothing to lead to. What stands between
`when(token)` and `END` stays only where the token has a value; such stretches do not nest.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from markupsafe import Markup

OPEN, CLOSE = "<\x02", "\x03>"
"""No text from outside has the first, as its `<` is escaped; so a token is markup, never text."""
END = Markup(f"{OPEN}/{CLOSE}")

_WHEN = re.compile(f"{OPEN}if ([^\x03]*){CLOSE}(.*?){END}", re.DOTALL)
_TOKEN = re.compile(f"{OPEN}([^\x03]*){CLOSE}")


@lru_cache(1 << 12)
def token(name: str) -> Markup:
    """Stands for the value of that name."""
    return Markup(f"{OPEN}{name}{CLOSE}")


@lru_cache(1 << 12)
def when(name: str) -> Markup:
    """Begins a stretch that stays only where the value is not empty."""
    return Markup(f"{OPEN}if {name}{CLOSE}")


def settle(page: str, values: Mapping[str, str]) -> str:
    """The page with every token replaced. Raises KeyError for one without a value."""
    kept = _WHEN.sub(lambda m: m[2] if values[m[1]] else "", page)
    parts = _TOKEN.split(kept)
    parts[1::2] = [values[name] for name in parts[1::2]]
    return "".join(parts)
