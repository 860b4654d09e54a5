"""An article: its text with every sentence an anchor, and where each fact about it comes from.

Its page is made of the article alone; what the archive decides stands as tokens (daybook.site.late).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from daybook.digest import Number
from daybook.format import shortened
from daybook.settings import Shown
from daybook.site import addresses, cite, schema
from daybook.site.index import source_id
from daybook.site.links import absolute
from daybook.site.page import Crumb, Head, Page, SiteInfo
from daybook.site.parts.body import Body, body
from daybook.site.parts.facts import Left, Table, facts, figures, has_raw, left_out, tables
from daybook.site.rights import how, is_hidden
from daybook.values import Article
from daybook.web import is_web
from daybook.words import Words

TEMPLATE = "article.html"


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """The model of an article's page. Links to places, actors, sources and neighbours are tokens, and so are their names."""

    head: Head
    id: str
    title: str
    crumbs: tuple[Crumb, ...]
    """The way down to it; the last is its day, or the list of those without one."""
    source: bool
    """Whether it states one; its name and link are tokens."""
    agency: str
    """Empty where it is the source itself."""
    byline: str
    url: str
    """Where it was published first: http or https, else empty."""
    dateline: str
    body: Body
    tables: tuple[Table, ...]
    """Where each fact comes from."""
    left_out: tuple[Left, ...]
    raw: str
    """Address of the raw text with what was left out; empty where this page shows that itself."""
    problems: tuple[str, ...]
    """What ingest was not sure of, in words."""
    cited: cite.Cited
    citation: str
    """In plain words."""
    citations: str
    """Address of the file that has those of its month; empty where the site has no downloads."""
    seed: str
    """Path below seeds/."""
    sha256: str
    shown: Shown
    """How much of the text the page has."""

    @property
    def stated(self) -> bool:
        """Whether it says anything of where it comes from."""
        return bool(self.source or self.byline or self.url)


def page(article: Article, address: str, site: SiteInfo, counted: Sequence[Number] = ()) -> Page:
    """The page of an article, which lies at `address`; `counted` are its figures, of its digest."""
    return Page(address, TEMPLATE, _model(article, address, site, counted))


def _model(article: Article, address: str, site: SiteInfo, counted: Sequence[Number]) -> ArticlePage:
    source, head = source_id(article), _head(article, address, site)
    cited = cite.cited(article, address)
    return ArticlePage(
        head=head,
        id=article.id,
        title=article.title,
        crumbs=head.crumbs[:-1],
        source=bool(source),
        agency=article.source.agency if article.source.agency and article.source.agency != source else "",
        byline=article.source.byline or "",
        url=_web(article.source.url),
        dateline=(article.dateline or "").rstrip(" -–—:"),
        body=body(article, site.words),
        tables=tables(facts(article, site.words), figures(article, counted, site.words), site.words),
        left_out=left_out(article, site.words),
        raw=addresses.raw(address) if has_raw(article) else "",
        problems=tuple(
            site.words.gettext("%(expected)s; found: %(found)s", expected=p.expected, found=p.found)
            for p in article.problems
        ),
        cited=cited,
        citation=cite.plain(cited, cite.Site(site.name, site.url)),
        citations=cite.month(article.date.value if article.date else None) if site.sections.downloads else "",
        seed=article.seed_path,
        sha256=article.seed_sha256,
        shown=how(article, site.rights),
    )


def _head(article: Article, address: str, site: SiteInfo) -> Head:
    day = article.date.value if article.date else None
    return Head(
        title=shortened(article.title, 160),
        description=shortened(article.lead or article.title) if site.url else "",
        kind="article",
        section="days",
        published=day.isoformat() if day else "",
        index=not is_hidden(article, site.rights),
        crumbs=crumbs(day, Crumb(shortened(article.title, 80), address), site.words),
        thing=schema.text(_thing(article, address, site)) if site.url else "",
    )


def crumbs(day: date | None, own: Crumb, words: Words) -> tuple[Crumb, ...]:
    """The way down to an article."""
    return (*_above(day, words), own)


@lru_cache(1 << 8)
def _above(day: date | None, words: Words) -> tuple[Crumb, ...]:
    if day is None:
        return (Crumb(words.gettext("Undated"), addresses.UNDATED),)
    return (
        Crumb(f"{day.year}", addresses.year(day)),
        Crumb(words.month_long(day), addresses.month(day)),
        Crumb(words.day_short(day), addresses.day(day)),
    )


def _thing(article: Article, address: str, site: SiteInfo) -> schema.Thing:
    names: Sequence[tuple[str, str]] = [
        *(("Place", p.name) for p in article.places),
        *(("Person" if a.kind == "person" else "Organization", a.name) for a in article.actors),
    ]
    return {
        "@type": "NewsArticle",
        "headline": article.title,
        "datePublished": article.date.value.isoformat() if article.date else None,
        "inLanguage": article.lang,
        "url": absolute(site.url, address),
        "isBasedOn": _web(article.source.url),
        "publisher": {"@type": "Organization", "name": article.source.outlet}
        if article.source.outlet
        else None,
        "author": article.source.byline,
        "mentions": [{"@type": kind, "name": name} for kind, name in names],
    }


def _web(url: str | None) -> str:
    return url if url and is_web(url) else ""
