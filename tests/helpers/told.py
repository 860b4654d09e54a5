"""Digests of texts at hand, with the names and figures that the pipeline finds in them."""

from __future__ import annotations

import hashlib
from datetime import date

from daybook import pipeline, search
from daybook.content.authority import Authority
from daybook.content.markdown import escape
from daybook.digest import Digest, digest
from daybook.settings import Coverage
from daybook.values import Article, FoundDate, RawArticle, Source


def told(
    *paragraphs: str,
    title: str = "What the day brought",
    day: date | None = None,
    outlet: str = "The Mere Post",
) -> Digest:
    """The digest of an article of that title, day and outlet."""
    layer = "\n\n".join((title, *paragraphs)) + "\n"
    found = pipeline.draft(RawArticle("a.txt", "", "text/plain", layer), Authority(), Coverage())
    key = hashlib.sha256(f"{outlet} {day} {layer}".encode()).hexdigest()
    article = Article(
        id=key[:12],
        slug=key[:12],
        title=title,
        date=FoundDate(day, "stated", "on that day") if day else None,
        lead=paragraphs[0] if paragraphs else "",
        source=Source(outlet=outlet),
        dateline=None,
        lang=found.text.lang,
        dir=found.text.dir,
        places=found.places,
        actors=found.actors,
        body=tuple(escape(layer[span.start : span.end]) for span in found.text.paragraphs),
        seed_path=f"{key[:4]}.txt",
        seed_sha256=key,
        mentions=found.mentions,
        sentences=found.text.sentences,
        statements=found.statements,
        figures=found.figures,
    )
    return digest(article, search.first_terms(search.row(article)))
