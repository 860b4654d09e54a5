"""An article's page by the project's own templates: tokens are the archive's, and outside text is never one."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

import jinja2
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from daybook.site.kinds import article as articles
from daybook.site.late import CLOSE, OPEN, settle
from daybook.site.page import SiteInfo
from daybook_pelican.render import Renderer
from daybook_pelican.settings import TEMPLATES
from helpers.archive import ROOT
from helpers.site_samples import ARTICLES

SITE = SiteInfo("Mere")
ADDRESS = "2031/05/02/flood.html"
THEME = jinja2.FileSystemLoader(ROOT / "theme" / "templates")
RENDERER = Renderer(jinja2.Environment(loader=THEME, trim_blocks=True, lstrip_blocks=True, **TEMPLATES), SITE)
WORDS = st.text(
    st.one_of(st.sampled_from(f"{OPEN}{CLOSE}/ifp0abP<>&\"'"), st.characters(codec="utf-8")), max_size=20
)


def rendered(**changes: object) -> str:
    return RENDERER.render(articles.page(replace(ARTICLES[0], **changes), ADDRESS, SITE))  # type: ignore[arg-type]


def main(text: str) -> html.HtmlElement:
    return html.document_fromstring(text).xpath("//main")[0]


def test_what_the_archive_decides_is_written_in() -> None:
    values = {
        "p0": "../a.html",
        "a0": "../q.html",
        "A0": "Quill &amp; Sons",
        "b": "",
        "n": "next.html",
        "N": "Next",
    }
    page = main(settle(rendered(), defaultdict(lambda: "x.html", values)))
    hrefs = page.xpath(".//a/@href")
    assert {"../a.html", "../q.html", "next.html"} <= set(hrefs)
    assert not page.xpath(".//a[@rel='prev']")
    assert page.xpath("string(.//a[@rel='next'])") == "Next"


@given(WORDS, WORDS)
def test_no_outside_text_is_a_token(title: str, seed: str) -> None:
    page = settle(rendered(title=title, seed_path=seed, slug=seed), defaultdict(str))
    assert page.count("<h1") == page.count("</main>") == 1
    plain = settle(rendered(title="", seed_path=""), defaultdict(str))
    assert page.count("<a ") == plain.count("<a ")
