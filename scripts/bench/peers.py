"""Others on the same articles: stock Pelican, Hugo, Pagefind over Hugo's pages, and one whole Lunr index."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

from scripts.bench.corpus import Story
from scripts.bench.measure import CannotMeasure, Used, run
from scripts.bench.weigh import weight

HERE = Path(__file__).resolve().parent
NAMES = ("hugo", "pagefind", "pelican", "lunr")
PAGE = 50
"""Articles of a list's page."""

PELICAN = f"""
SITENAME = "Archive"
SITEURL = ""
PATH = "content"
TIMEZONE = "UTC"
DEFAULT_LANG = "en"
PLUGINS = []
DEFAULT_PAGINATION = {PAGE}
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
DAY_ARCHIVE_SAVE_AS = "{{date:%Y}}/{{date:%m}}/{{date:%d}}/index.html"
"""
HUGO = {
    "hugo.toml": f"""
baseURL = "/"
title = "Archive"
[pagination]
pagerSize = {PAGE}
[taxonomies]
tag = "tags"
day = "days"
""",
    "layouts/_default/baseof.html": (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{.Title}}</title></head>'
        '<body><nav><a href="/">Archive</a></nav>{{block "main" .}}{{end}}</body></html>'
    ),
    "layouts/_default/single.html": (
        '{{define "main"}}<article><h1>{{.Title}}</h1><time>{{.Date.Format "2006-01-02"}}</time>'
        '{{range .Params.tags}} <a href="/tags/{{.|urlize}}/">{{.}}</a>{{end}}{{.Content}}</article>{{end}}'
    ),
    "layouts/_default/list.html": (
        '{{define "main"}}<h1>{{.Title}}</h1>{{$p := .Paginate .Pages}}{{range $p.Pages}}'
        '<h2><a href="{{.RelPermalink}}">{{.Title}}</a></h2><p>{{.Summary}}</p>{{end}}{{end}}'
    ),
}


class Peers:
    """A folder with each peer's site, and an environment that holds the peers."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.python = root / "env" / "bin" / "python"

    @property
    def public(self) -> Path:
        """Hugo's pages, Pagefind's index among them."""
        return self.root / "hugo" / "public"

    def install(self) -> None:
        """The peers, each from its package, as the lock has them."""
        lock, held = HERE / "peers.lock", self.root / "env" / "peers.lock"
        if held.exists() and held.read_bytes() == lock.read_bytes():
            return
        subprocess.run([sys.executable, "-m", "venv", "--clear", self.root / "env"], check=True)
        options = ("-qq", "--disable-pip-version-check", "--require-hashes")
        subprocess.run([self.python, "-m", "pip", "install", *options, "-r", lock], check=True)
        shutil.copyfile(lock, held)

    def write(self, stories: Iterable[Story]) -> None:
        """The articles as each peer reads them."""
        for name in ("pelican", "hugo", "lunr"):
            shutil.rmtree(self.root / name, ignore_errors=True)
        _put(self.root / "pelican" / "pelicanconf.py", PELICAN)
        for name, text in HUGO.items():
            _put(self.root / "hugo" / name, text)
        documents = []
        for story in stories:
            _put(self.root / "pelican" / "content" / f"{story.id}.md", _for_pelican(story))
            _put(self.root / "hugo" / "content" / "posts" / f"{story.id}.md", _for_hugo(story))
            documents.append(
                {
                    "id": story.id,
                    "title": story.title,
                    "body": "\n".join(story.paragraphs),
                    "places": " ".join(story.tags),
                }
            )
        _put(self.root / "lunr" / "articles.json", json.dumps(documents))

    def measure(self, name: str) -> dict[str, float]:
        """One clean run of a peer: what it used, the files it made and their bytes."""
        made = {
            "hugo": self.public,
            "pagefind": self.public / "pagefind",
            "pelican": self.root / "pelican" / "output",
            "lunr": self.root / "lunr" / "index.json",
        }[name]
        if made.is_dir():
            shutil.rmtree(made)
        used: Used = run(self._command(name), self.root / ("hugo" if name == "pagefind" else name))
        return asdict(used) | weight(made)

    def _command(self, name: str) -> list[str | Path]:
        commands: dict[str, list[str | Path]] = {
            "hugo": [self._hugo(), "--quiet"],
            "pagefind": [self.python, "-m", "pagefind", "--site", "public"],
            "pelican": [self.python, "-m", "pelican", "content", "-s", "pelicanconf.py", "-o", "output"],
            "lunr": [self.python, HERE / "whole_index.py", "articles.json", "index.json"],
        }
        return commands[name]

    def _hugo(self) -> Path:
        """The program within its package, without the Python that starts it."""
        for path in sorted((self.root / "env").glob("lib/*/site-packages/hugo/**/hugo*")):
            if path.parent.name == "binaries" and path.is_file() and os.access(path, os.X_OK):
                return path
        raise CannotMeasure(f"{self.root / 'env'}: expected Hugo's program in its package, found none")


def _for_pelican(story: Story) -> str:
    head = f"Title: {story.title}\nDate: {story.day}\nSlug: a{story.id}\nTags: {', '.join(story.tags)}\nCategory: wire"
    return head + "\n\n" + "\n\n".join(story.paragraphs) + "\n"


def _for_hugo(story: Story) -> str:
    head = {
        "title": story.title,
        "date": story.day,
        "slug": f"a{story.id}",
        "tags": story.tags,
        "days": [story.day],
    }
    return f"---\n{json.dumps(head)}\n---\n\n" + "\n\n".join(story.paragraphs) + "\n"


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
