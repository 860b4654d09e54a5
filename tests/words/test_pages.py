"""A site in another language than English has no English word of the interface left on any page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html

from daybook.words import browser, of
from helpers.archive import ROOT, new_archive
from scripts import words as script

CONF = (ROOT / "pelican.conf.py").read_text(encoding="utf-8")
NAMED = ("aria-label", "title", "alt", "placeholder")
"""Attributes that are read to somebody."""


def built(folder: Path, lang: str) -> Path:
    """The output of this project's own articles, in a language."""
    archive = new_archive(folder, ROOT / "seeds")
    conf = CONF.replace('DEFAULT_LANG = "en"', f"DEFAULT_LANG = {lang!r}")
    (archive.root / "pelican.conf.py").write_text(conf, encoding="utf-8")
    archive.build()
    return archive.output


@pytest.fixture(scope="module")
def ukrainian(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("uk"), "uk")


@pytest.fixture(scope="module")
def english(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("en"), "en")


def pattern(text: str) -> str:
    """A text of the interface as it stands on a page, numbers in it; one with other values is looked for as it is."""
    return r"[\d,]+".join(map(re.escape, text.split("%(num)s")))


ENGLISH = re.compile("|".join(pattern(form) for m in script.texts() if m.id for form in script.forms(m.id)))


def texts(page: Path) -> Iterator[str]:
    """What a reader reads or hears of a page, run by run; what stands in `code` is for machines."""
    for element in html.document_fromstring(page.read_bytes()).iter():
        if isinstance(element.tag, str) and element.tag not in ("script", "style", "code"):
            runs = (element.text, *(child.tail for child in element), *map(element.get, NAMED))
            yield from (" ".join(run.split()) for run in runs if run and run.strip())


def told(site: Path) -> set[str]:
    """The English words of the interface that stand on its pages, but for those that a person wrote."""
    written = {path.stem for path in (ROOT / "content" / "pages").glob("*.md")}
    pages = (page for page in site.rglob("*.html") if page.stem not in written)
    return {text for page in pages for text in texts(page) if ENGLISH.fullmatch(text)}


def test_no_page_has_english_words_of_the_interface(ukrainian: Path, english: Path) -> None:
    assert len(told(english)) > 100
    assert told(ukrainian) == set()


def test_both_have_the_same_pages(ukrainian: Path, english: Path) -> None:
    names = [{p.relative_to(site).as_posix() for p in site.rglob("*")} for site in (ukrainian, english)]
    assert names[0] - names[1] == {browser.ADDRESS}
    assert names[1] <= names[0]


def test_pages_say_their_language_and_articles_their_own(ukrainian: Path) -> None:
    assert not [
        page
        for page in ukrainian.rglob("*.html")
        if html.document_fromstring(page.read_bytes()).get("lang") != "uk"
    ]
    article = html.document_fromstring(next(ukrainian.glob("2022/03/02/the-*held-and-the.html")).read_bytes())
    assert article.xpath("//h1/@lang") == article.xpath("//*[contains(@class, 'prose')]/@lang") == ["en"]


def test_scripts_find_their_words(ukrainian: Path, english: Path) -> None:
    text = (ukrainian / browser.ADDRESS).read_text(encoding="utf-8")
    assert text.startswith("window.daybookWords={")
    assert '"Copied":"Скопійовано"' in text
    assert '"%(num)s article":{"few":"%(num)s статті","many":"%(num)s статей","one":"%(num)s стаття"}' in text
    assert browser.script(of("en")) == ""
    page = html.document_fromstring((ukrainian / "search.html").read_bytes())
    sources = page.xpath("//script/@src")
    assert sources.index(browser.ADDRESS) < sources.index("theme/scripts/search.js")
    assert browser.ADDRESS not in (english / "search.html").read_text(encoding="utf-8")
