"""Daybook's own archives for measuring, each in a folder of its own, driven by the command that people use."""

from __future__ import annotations

import hashlib
import shutil
import sys
from pathlib import Path

from scripts.bench.corpus import ROOT
from scripts.bench.measure import Used, run

DAYBOOK = Path(sys.executable).parent / "daybook"
KEPT = ("theme", "cache", "cache/ingest")
"""What stands in build/ besides what a build remembers: the theme's bundles, and what ingest remembers."""

CONF = """
import sys

sys.path.insert(0, {plugins!r})

import daybook_pelican

SITENAME = "Archive"
SITEURL = ""
DEFAULT_LANG = "en"
TIMEZONE = "UTC"
LOCALE = ["C"]
DAYBOOK = {{"coverage": "1987-01-01..1987-12-31", "ingest": {ingest}}}
PATH = "content"
OUTPUT_PATH = "output"
THEME = "theme"
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
PLUGINS = [daybook_pelican]
PELICAN_CLASS = daybook_pelican.Site
"""


class Archive:
    """A folder with settings, theme, seeds, content and output."""

    def __init__(self, root: Path, ingest: bool = True, keep: bool = False) -> None:
        """Made anew, without seeds and content; with `keep`, with those of an earlier one. `ingest` is whether a
        build looks at seeds first."""
        self.root = root
        self.content, self.output, self.seeds = root / "content", root / "output", root / "seeds"
        self.articles = self.content / "articles"
        if not keep:
            shutil.rmtree(root, ignore_errors=True)
        self.seeds.mkdir(parents=True, exist_ok=True)
        for folder in ("theme", "build/theme", "content/pages"):
            shutil.rmtree(root / folder, ignore_errors=True)
            shutil.copytree(ROOT / folder, root / folder)
        shutil.copy(Path(__file__).parent / "about.md", root / "content" / "pages" / "about.md")
        settings = CONF.format(plugins=str(ROOT / "plugins"), ingest=ingest)
        (root / "pelican.conf.py").write_text(settings, encoding="utf-8")

    def take(self, content: Path) -> None:
        """The content of another archive, times of its files included."""
        shutil.rmtree(self.content)
        shutil.copytree(content, self.content)

    def ingest(self) -> Used:
        return run([DAYBOOK, "ingest"], self.root)

    def build(self, env: dict[str, str] | None = None) -> Used:
        """The site, from what earlier builds left."""
        return run([DAYBOOK, "build"], self.root, env)

    def clean_build(self, env: dict[str, str] | None = None) -> Used:
        """The site, as if it had never been built."""
        shutil.rmtree(self.output, ignore_errors=True)
        build = self.root / "build"
        for path in (*build.glob("*"), *build.glob("cache/*")):
            if path.relative_to(build).as_posix() not in KEPT:
                shutil.rmtree(path) if path.is_dir() else path.unlink()
        return self.build(env)

    def tree(self) -> dict[str, str]:
        """Each file of the output with the hash of its bytes."""
        found = {}
        for path in sorted(self.output.rglob("*")):
            if path.is_file():
                with path.open("rb") as file:
                    digest = hashlib.file_digest(file, "sha256").hexdigest()
                found[path.relative_to(self.output).as_posix()] = digest
        return found


def differences(one: dict[str, str], other: dict[str, str]) -> list[str]:
    """Names of files that differ, or that only one of two trees has."""
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))
