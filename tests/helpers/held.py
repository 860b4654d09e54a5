"""Archives made of articles at hand, without files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from daybook import search
from daybook.digest import digest, pack, unpack
from daybook.site import settled
from daybook.site.archive import Archive
from daybook.site.days import iso_day
from daybook.site.desk import Desk
from daybook.site.kinds import article, raw
from daybook.site.page import Page, SiteInfo
from daybook.site.parts.raw import RawText
from daybook.site.prints import Prints
from daybook.site.related import by_article, related
from daybook.site.works import rest, works
from daybook.stories.stories import NO_STORIES, Stories
from daybook.values import Article
from daybook.words import of

_held: dict[str, Article] = {}


def archive_of(articles: Iterable[Article], *more: Any, **named: Any) -> Archive:
    """The archive of the articles, whose digests went to disk and back; `read` gives these articles from now on."""
    listed = list(articles)
    _held.update((article.id, article) for article in listed)
    return Archive.of(
        [unpack(pack(digest(article, search.first_terms(search.row(article))))) for article in listed],
        *more,
        **named,
    )


def read(id: str) -> Article:
    """The article of the last archive made that has this id."""
    return _held[id]


def pages(
    archive: Archive,
    site: SiteInfo,
    read: Callable[[str], Article] = read,
    raws: Callable[[Article], RawText | None] = lambda article: None,
    stories: Stories = NO_STORIES,
) -> Iterator[Page]:
    """Every page of the site; of an article's own, what the archive decides is still open."""
    for held in map(read, archive.address):
        address = archive.address[held.id]
        yield article.page(held, address, site, digest(held).numbers)
        if beside := raw.page(held, address, raws(held), site):
            yield beside
    prints = Prints(Desk(archive, site, read, stories=stories), dict.fromkeys(archive.address, b""))
    for work in (*works(prints), *rest(prints)):
        yield from (made for made in work.make() if isinstance(made, Page))


def late_of(archive: Archive, address: str) -> settled.Values:
    """What the archive decides of the article's page at an address."""
    by_day = related(archive.articles, dict.fromkeys(archive.address, b""), {}, map)
    decided = settled.Settled(archive, by_article(by_day), of("en"))
    for held, beside in settled.in_order(archive):
        if archive.address[held.id] == address:
            days = [m.target for m in read(held.id).mentions if m.kind == "date" and iso_day(m.target)]
            return decided.values(held, days, beside) | decided.related(held)
    raise KeyError(address)
