"""Reads content/**/*.md, and nothing else. An article's keys never become attributes of Pelican's objects by themselves."""

from __future__ import annotations

from datetime import UTC, datetime, time
from html import escape
from pathlib import Path
from typing import Any

from pelican.readers import BaseReader, Readers

from daybook.content import front_matter, store
from daybook.content.front_matter import FrontMatterError
from daybook.site import addresses
from daybook.site.page import Text
from daybook.site.rights import shown
from daybook.values import Article, Problem
from daybook_pelican.sanitise import sanitise, written
from daybook_pelican.state import KEY, Build

Metadata = dict[str, Any]

VALUE = "daybook"
"""The attribute of Pelican's articles and pages under which other plugins find the value behind it."""

SKIPPED: Metadata = {"status": "skip", "title": ""}


class DaybookReader(BaseReader):  # type: ignore[misc]
    """Articles below content/articles/, pages that a person wrote below content/pages/."""

    file_extensions = ("md",)

    def read(self, source_path: str) -> tuple[str, Metadata]:
        """HTML and metadata. A file that holds no article or page is skipped, and told as a problem."""
        build: Build = self.settings[KEY]
        path = Path(source_path)
        below = path.relative_to(build.content).as_posix()
        if below.startswith("articles/"):
            # its problems are told where the archive is made
            article, _ = store.read_article(build.content, below)
            if article is None or article.withdrawn:
                return "", dict(SKIPPED)
            article = shown(article, build.settings.rights)
            return sanitise("\n\n".join(article.body)), _metadata(article)
        text = _written(path, below) if below.startswith("pages/") else None
        if isinstance(text, Text):
            return written(text.markdown), {"title": text.title, "slug": text.slug, VALUE: text}
        if text:
            build.problems.append(text)
        return "", dict(SKIPPED)


def take_over_readers(readers: Readers) -> None:
    """Pelican's own readers are off, for they let a file include others, write raw HTML and move pages."""
    for extension in readers.reader_classes:
        if extension != "static":
            readers.reader_classes[extension] = None
    for extension in DaybookReader.file_extensions:
        readers.reader_classes[extension] = DaybookReader


def _metadata(article: Article) -> Metadata:
    """What other plugins see of an article. Without a day it is a draft, as Pelican's articles need a date."""
    metadata = {
        "title": article.title,
        "slug": addresses.slug(article.slug, article.id),
        "summary": escape(article.lead),
        "lang": article.lang,
        "template": "article",
        VALUE: article,
    }
    if article.date is None:
        return {**metadata, "status": "draft"}
    return {**metadata, "date": datetime.combine(article.date.value, time(), UTC), "status": "published"}


def _written(path: Path, below: str) -> Text | Problem:
    """A page of content/pages/: a title in its header, Markdown below; the file's name is its address."""
    expected = "a header with the page's title between two lines of three hyphens"
    try:
        header, body = front_matter.split(path.read_text(encoding="utf-8"))
        head = front_matter.read(header)
    except (FrontMatterError, OSError, UnicodeDecodeError) as error:
        return _problem(below, expected, str(error))
    if set(head) != {"title"} or not isinstance(head["title"], str):
        return _problem(below, expected, f"the keys {', '.join(map(repr, head))}")
    return Text(addresses.slug(path.stem, "page"), head["title"], body.strip())


def _problem(file: str, expected: str, found: str) -> Problem:
    return Problem(file, "page", "front-matter", expected, found, "mend the header", set_aside=True)
