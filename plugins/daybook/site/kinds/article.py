"""An article: its text with every sentence an anchor, and where each fact about it comes from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from daybook.digest import is_told_of
from daybook.format import day_long, day_short, month_long, shortened
from daybook.site import addresses, schema
from daybook.site.desk import Desk
from daybook.site.index import grouped, source_id
from daybook.site.kinds.day import Step
from daybook.site.links import absolute
from daybook.site.page import Crumb, Head, Page
from daybook.site.parts.body import Body, body
from daybook.site.parts.facts import Fact, Left, facts, left_out
from daybook.site.parts.refs import Ref
from daybook.values import Article
from daybook.web import is_web

TEMPLATE = "article.html"


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """The model of an article's page."""

    head: Head
    id: str
    title: str
    day: Step | None
    """None while no day is proven."""
    published: date | None
    time: str
    proof: str
    """The words that prove the day; empty where there are none to show."""
    proof_sentence: str
    """Id of the sentence that holds them; empty outside of the body."""
    source: Ref | None
    agency: str
    byline: str
    url: str
    """Where it was published first: http or https, else empty."""
    dateline: str
    body: Body
    places: tuple[Ref, ...]
    """Those it tells of, with the number of mentions, towns first."""
    actors: tuple[Ref, ...]
    """With the number of mentions and the role."""
    facts: tuple[Fact, ...]
    left_out: tuple[Left, ...]
    raw: str
    """Address of the raw text with what was left out; empty where nothing was."""
    problems: tuple[str, ...]
    """What ingest was not sure of, in words."""
    seed: str
    """Path below seeds/."""
    sha256: str
    previous: Step | None
    """The article before it in its day."""
    next: Step | None


def pages(desk: Desk) -> Iterator[Page]:
    for held in (*desk.archive.days.values(), desk.archive.undated):
        articles = [desk.read(a.id) for a in held]
        for at, article in enumerate(articles):
            beside = articles[at - 1] if at else None, articles[at + 1] if at + 1 < len(articles) else None
            yield Page(desk.archive.address[article.id], TEMPLATE, _model(desk, article, *beside))


def _model(desk: Desk, article: Article, before: Article | None, after: Article | None) -> ArticlePage:
    archive, found = desk.archive, article.date
    said = grouped((m.target, m) for m in article.mentions)
    told = [p for p in article.places if is_told_of(p, (m.role for m in said.get(p.id, ())))]
    places = sorted(told, key=lambda p: (p.kind != "city", -len(said.get(p.id, ())), p.id))
    actors = sorted(article.actors, key=lambda a: (-len(said.get(a.id, ())), a.id))
    return ArticlePage(
        head=_head(desk, article),
        id=article.id,
        title=article.title,
        day=Step(day_long(found.value), addresses.day(found.value)) if found else None,
        published=found.value if found else None,
        time=(found.time or "") if found else "",
        proof=found.words if found else "",
        proof_sentence=(found.sentence or "") if found else "",
        source=desk.source(source_id(article)) if source_id(article) else None,
        agency=article.source.agency or "",
        byline=article.source.byline or "",
        url=_web(article.source.url),
        dateline=(article.dateline or "").rstrip(" -–—:"),
        body=body(article, archive),
        places=tuple(desk.place(p.id, len(said.get(p.id, ()))) for p in places),
        actors=tuple(desk.actor(a.id, len(said.get(a.id, ())), a.role) for a in actors),
        facts=facts(article, archive),
        left_out=left_out(article),
        raw=addresses.raw(archive.address[article.id]) if article.dropped else "",
        problems=tuple(f"{p.expected}; found: {p.found}" for p in article.problems),
        seed=article.seed_path,
        sha256=article.seed_sha256,
        previous=_step(desk, before),
        next=_step(desk, after),
    )


def _step(desk: Desk, article: Article | None) -> Step | None:
    return Step(article.title, desk.archive.address[article.id]) if article else None


def _head(desk: Desk, article: Article) -> Head:
    address = desk.archive.address[article.id]
    day = article.date.value if article.date else None
    return Head(
        title=shortened(article.title, 160),
        description=shortened(article.lead or article.title),
        kind="article",
        section="days",
        published=day.isoformat() if day else "",
        crumbs=crumbs(day, Crumb(shortened(article.title, 80), address)),
        thing=schema.text(_thing(desk, article, address)),
    )


def crumbs(day: date | None, own: Crumb) -> tuple[Crumb, ...]:
    """The way down to an article."""
    if day is None:
        return (Crumb("Undated", addresses.UNDATED), own)
    return (
        Crumb(f"{day.year}", addresses.year(day)),
        Crumb(month_long(day), addresses.month(day)),
        Crumb(day_short(day), addresses.day(day)),
        own,
    )


def _thing(desk: Desk, article: Article, address: str) -> schema.Thing:
    names: Sequence[tuple[str, str]] = [
        *(("Place", p.name) for p in article.places),
        *(("Person" if a.kind == "person" else "Organization", a.name) for a in article.actors),
    ]
    return {
        "@type": "NewsArticle",
        "headline": article.title,
        "datePublished": article.date.value.isoformat() if article.date else None,
        "inLanguage": article.lang,
        "url": absolute(desk.site.url, address),
        "isBasedOn": _web(article.source.url),
        "publisher": {"@type": "Organization", "name": article.source.outlet}
        if article.source.outlet
        else None,
        "author": article.source.byline,
        "mentions": [{"@type": kind, "name": name} for kind, name in names],
    }


def _web(url: str | None) -> str:
    return url if url and is_web(url) else ""
