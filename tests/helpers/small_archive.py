"""A small archive of made-up articles, built by Pelican's own command in a folder of its own."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from daybook_pelican.assets import NEEDED

PROJECT = Path(__file__).parents[2]

CONF = """
import sys
sys.path.insert(0, {plugins!r})
import daybook_pelican
SITENAME = "Harbour Days"
TIMEZONE = "UTC"
DAYBOOK = {daybook!r}
PATH = "content"
OUTPUT_PATH = "output"
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
PLUGINS = [daybook_pelican]
PELICAN_CLASS = daybook_pelican.Site
"""

VIEWS = '{"578": [14.0, 64.0, 900.0, 150.0, 100.0, 200], "world": [0, 0, 54.83, 150.0, 77.0, 154]}'
"""Stand-ins for the pictures of Norway and of the world."""

ARTICLE = """---
id: {id}
slug: {slug}
title: {title}
date: {date}
dated: {dated}
lead: {lead}
source: {{outlet: {outlet}, agency: null, byline: null, url: {url}}}
dateline: null
lang: en
dir: ltr
places:{places}
actors:{actors}
seed: {{path: {slug}.txt, sha256: {sha256}}}
fingerprints: null
rejected: []
---

{body}
"""

PLACE = "\n- {{id: 'my:{id}', name: {name}, kind: city, role: event, country: NO, lat: 60.5, lon: 5.25}}"
ACTOR = "\n- {{id: {id}, name: {name}, kind: person, role: Harbour master}}"


@dataclass
class Archive:
    """A project in a folder of its own."""

    root: Path
    daybook: dict[str, object] = field(default_factory=lambda: {"ingest": False, "coverage": "2021-05-01.."})

    said: str = ""
    """What the last build said, where a test keeps it."""

    @classmethod
    def small(cls, root: Path, theme: bool = True) -> Archive:
        """Three articles on two days, one undated, and a copy of the theme with stand-ins for its bundles."""
        made = cls(root)
        if theme:
            shutil.copytree(PROJECT / "theme", root / "theme")
            for name in NEEDED:
                bundle = root / "build" / "theme" / name
                bundle.parent.mkdir(parents=True, exist_ok=True)
                bundle.write_text(
                    VIEWS if name.endswith(".json") else "/* made by npm run build */\n", encoding="utf-8"
                )
        (root / "content").mkdir(parents=True)
        made.conf()
        made.article(1)
        made.article(2, day="2021-05-18")
        made.article(3, day=None)
        return made

    @property
    def output(self) -> Path:
        return self.root / "output"

    def conf(self, extra: str = "") -> None:
        """Write the settings, with more lines at their end."""
        text = CONF.format(plugins=str(PROJECT / "plugins"), daybook=self.daybook)
        own = 'THEME = "theme"\n' if (self.root / "theme").is_dir() else ""
        (self.root / "pelican.conf.py").write_text(text + own + extra, encoding="utf-8")

    def article(
        self,
        number: int,
        title: str = "",
        day: str | None = "2021-05-17",
        body: str = "The ferry reached Saltvik.\n\nNobody was hurt.",
        lead: str = "The ferry reached Saltvik.",
        outlet: str = "The Gull",
        url: str = "https://gull.example/1",
        place: str = "Saltvik",
        actor: str = "Ida Storm",
        head: str = "",
    ) -> Path:
        """Write an article's file; texts are quoted as YAML by way of JSON, which it contains."""
        slug = f"article-{number}"
        folder = day.replace("-", "/") if day else "undated"
        path = self.root / "content" / "articles" / folder / f"{slug}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        text = ARTICLE.format(
            id=f"{number:012x}",
            slug=slug,
            title=_quoted(title or f"Ferry number {number} arrives"),
            date=day or "null",
            dated="{rule: stated, words: on May 17, precision: day, confidence: 0.9}" if day else "null",
            lead=_quoted(lead),
            outlet=_quoted(outlet),
            url=_quoted(url),
            places=PLACE.format(id="saltvik", name=_quoted(place)) if place else " []",
            actors=ACTOR.format(id="ida-storm", name=_quoted(actor)) if actor else " []",
            sha256=f"{number:064x}",
            body=body,
        )
        path.write_text(text.replace("---\n", f"---\n{head}", 1), encoding="utf-8")
        return path

    def build(
        self, *arguments: str, env: Mapping[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        """Run Pelican to its end."""
        return subprocess.run(
            self.command(*arguments),
            cwd=self.root,
            env=self.env(env),
            capture_output=True,
            text=True,
            timeout=120,
        )

    def start(self, *arguments: str) -> subprocess.Popen[str]:
        """Run Pelican beside."""
        return subprocess.Popen(
            self.command(*arguments),
            cwd=self.root,
            env=self.env(),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

    @staticmethod
    def command(*arguments: str) -> Sequence[str]:
        return [
            sys.executable,
            "-m",
            "pelican",
            "-s",
            "pelican.conf.py",
            "--log-handler",
            "plain",
            *arguments,
        ]

    @staticmethod
    def env(more: Mapping[str, str] | None = None) -> dict[str, str]:
        kept = {key: os.environ[key] for key in ("PATH", "HOME", "TMPDIR") if key in os.environ}
        return {**kept, "LC_ALL": "C.UTF-8", **(more or {})}

    def tree(self) -> dict[str, bytes]:
        """Every file of the output with its bytes."""
        return {
            p.relative_to(self.output).as_posix(): p.read_bytes()
            for p in sorted(self.output.rglob("*"))
            if p.is_file()
        }


def _quoted(text: str) -> str:
    return json.dumps(text)
