"""Where each page lies. Slugs come from the register; a name that it lacks yet gets one made of its words and id."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from slugify import slugify

from daybook.digest import Digest
from daybook.values import Article

HOME = "index.html"
SEARCH = "search.html"
UNDATED = "undated.html"
REVIEW = "review.html"
MAP = "map.html"
DATA = "data/index.html"
FIGURES = "figures/index.html"
MISSING = "404.html"
PLACES = "places/index.html"
ACTORS = "actors/index.html"
SOURCES = "sources/index.html"
STORIES = "stories/index.html"

LISTS = {"place": PLACES, "actor": ACTORS, "source": SOURCES}
FOLDERS = {"place": "places", "actor": "actors", "source": "sources"}

_SAFE = re.compile(r"[a-z0-9][a-z0-9-]{0,99}")

Names = Mapping[tuple[str, str], str]
"""`(kind, id)` to what the register keeps: a slug for `place`, `actor` and `source`, the whole address for `article`."""


def year(day: date) -> str:
    return f"{day.isoformat()[:4]}/index.html"


def record(day: date) -> str:
    """The record that proves a day's briefing."""
    return f"data/{_folder(day)}.json"


def record_script(day: date) -> str:
    """The same as a script, for a page that was opened from disk."""
    return f"data/{_folder(day)}.js"


def taken(day: date) -> str:
    """The day's briefing as Markdown."""
    return f"data/{_folder(day)}.md"


def month(day: date) -> str:
    return f"{day.isoformat()[:7].replace('-', '/')}/index.html"


def week(day: date) -> str:
    """Of the ISO week that the day lies in: `2022/w09/index.html`."""
    year, number, _ = day.isocalendar()
    return f"{year:04}/w{number:02}/index.html"


def day(day: date) -> str:
    return f"{_folder(day)}/index.html"


def article(article: Article | Digest, names: Names) -> str:
    """The settled address; one that the register lacks is made of the day and the slug."""
    settled = names.get(("article", article.id), "")
    if settled:
        return settled
    folder = _folder(article.date.value) if article.date else "undated"
    return f"{folder}/{slug(article.slug, article.id)}.html"


def raw(address: str) -> str:
    """The raw text beside the article at an address; slugs hold no dot, so no article is ever there."""
    return f"{address.removesuffix('.html')}.raw.html"


def name(kind: str, id: str, words: str, names: Names) -> str:
    """The address of a place, an actor or a source."""
    return f"{FOLDERS[kind]}/{names.get((kind, id)) or slug(words, id)}.html"


def story(slug: str) -> str:
    """The page of a story."""
    return f"stories/{slug}.html"


def stories(day: date) -> str:
    """The list of the stories that began in a month."""
    return f"stories/months/{day.isoformat()[:7]}.html"


def feed(address: str) -> str:
    """The feed of the page at an address: `places/kyiv.html` has `feeds/places/kyiv.atom.xml`."""
    return f"feeds/{address.removesuffix('.html')}.atom.xml"


def json_feed(address: str) -> str:
    """The same as JSON Feed: `feeds/places/kyiv.json`."""
    return f"feeds/{address.removesuffix('.html')}.json"


def _folder(day: date) -> str:
    return day.isoformat().replace("-", "/")


def part(address: str, name: str) -> str:
    """A part of a list that was cut: `places/kyiv.html` and `2022-03` give `places/kyiv/2022-03.html`."""
    return f"{address.removesuffix('.html')}/{name}.html"


def listed(kind: str, beginning: str) -> str:
    """The list of names of a kind, or the part of it that holds those of one beginning."""
    return f"{FOLDERS[kind]}/letters/{beginning}.html" if beginning else LISTS[kind]


def slug(words: str, id: str) -> str:
    """ASCII, at most 60 characters; `index` and words that leave nothing behind get their id added."""
    made = words if _SAFE.fullmatch(words) else slugify(words, max_length=60, word_boundary=True)
    if made and made != "index":
        return made
    return "-".join(filter(None, (made, slugify(id, max_length=40)))) or "unnamed"
