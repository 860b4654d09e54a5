"""An archive of a text, a web page and two lines, built and released; and commands run in it."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner, Result

from daybook.cli import main
from helpers.archive import Archive, new_archive

TEXT = """Ferry sinks off Odessa

ODESSA, Ukraine, March 3, 2022 (Reuters) - A ferry sank off Odessa on Thursday, and at least 12 people were killed, the mayor said.

"We mourn them," Mayor Ann Sample said. Another 30 people were wounded in Odessa, she added.
"""
PAGE = """<html><head><title>Talks go on in Minsk</title><meta property="article:published_time" content="2022-03-03"></head>
<body><nav>Home</nav><article><h1>Talks go on in Minsk</h1><p>Delegations of Russia and Ukraine met in Minsk on Thursday for a second round of talks.</p>
<p>Nobody expected an agreement, diplomats said. Nearly 500,000 people have fled the country, the United Nations said.</p></article></body></html>
"""
LINES = (
    {"id": "one", "title": "Storm over Lviv", "text": "A storm passed over Lviv on Wednesday.\n\nTwo people were hurt in Lviv.", "published": "2022-03-02"},
    {"id": "two", "title": "Rain over Lviv", "text": "Rain fell over Lviv on Friday.\n\nStreets of Lviv were closed.", "published": "2022-03-04"},
)  # fmt: skip


def made(folder: Path) -> Archive:
    seeds = folder / "seeds"
    seeds.mkdir()
    (seeds / "ferry.txt").write_text(TEXT, "utf-8")
    (seeds / "talks.html").write_text(PAGE, "utf-8")
    (seeds / "weather.jsonl").write_text("".join(f"{json.dumps(line)}\n" for line in LINES), "utf-8")
    archive = new_archive(folder / "archive", seeds)
    archive.build()
    done = run(archive, "release", "--date", "2022-04-01")
    assert done.exit_code == 0, done.output
    return archive


def run(archive: Archive, *words: str) -> Result:
    places = ("--content", archive.content, "--output", archive.output, "--settings", archive.root / "pelican.conf.py")  # fmt: skip
    return CliRunner().invoke(main, [str(word) for word in (*words, *places)])


def one(archive: Archive, pattern: str) -> Path:
    """The first file of a pattern."""
    return sorted(archive.root.glob(pattern))[0]
