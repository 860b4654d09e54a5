"""What other plugins of Pelican see, and what they may add."""

from __future__ import annotations

import json

from helpers.small_archive import Archive

WATCHER = '''
import json
from pathlib import Path
from pelican.plugins import signals

SHOWN = ("title", "slug", "url", "save_as", "summary", "content", "lang", "status")

class Watcher:
    """Writes down what it sees, and a file of its own."""
    def register(self):
        signals.all_generators_finalized.connect(self.look, weak=False)
        signals.content_written.connect(self.written, weak=False)
        signals.finalized.connect(self.add, weak=False)
        self.pages = []
    def look(self, generators):
        articles = generators[0].articles + generators[0].drafts
        seen = [{name: getattr(a, name) for name in SHOWN} | {"day": str(a.date.date()), "id": a.daybook.id} for a in articles]
        Path("seen.json").write_text(json.dumps(seen))
    def written(self, path, context):
        self.pages.append(context["address"])
        assert Path(path).is_file()
    def add(self, pelican):
        Path(pelican.output_path, "added.txt").write_text("added by a plugin")
        Path("pages.json").write_text(json.dumps(self.pages))

PLUGINS.append(Watcher())
STATIC_PATHS = ["extra"]
EXTRA_PATH_METADATA = {"extra/CNAME": {"path": "CNAME"}}
'''


def test_articles_are_ordinary_articles(archive: Archive) -> None:
    archive.conf(WATCHER)
    extra = archive.root / "content" / "extra" / "CNAME"
    extra.parent.mkdir()
    extra.write_text("gull.example\n", "utf-8")
    done = archive.build("--fatal=warnings")
    assert done.returncode == 0, done.stderr
    seen = json.loads((archive.root / "seen.json").read_text("utf-8"))
    assert [(a["id"][-1], a["url"], a["status"], a["day"]) for a in seen] == [
        ("2", "2021/05/18/article-2.html", "published", "2021-05-18"),
        ("1", "2021/05/17/article-1.html", "published", "2021-05-17"),
        ("3", "undated/article-3.html", "draft", "9999-12-31"),
    ]
    assert seen[0] == {
        "id": "000000000002",
        "title": "Ferry number 2 arrives",
        "slug": "article-2",
        "url": "2021/05/18/article-2.html",
        "save_as": "2021/05/18/article-2.html",
        "summary": "The ferry reached Saltvik.",
        "content": "<p>The ferry reached Saltvik.</p>\n<p>Nobody was hurt.</p>",
        "lang": "en",
        "status": "published",
        "day": "2021-05-18",
    }
    tree = archive.tree()
    assert tree["added.txt"] == b"added by a plugin"
    assert tree["CNAME"] == b"gull.example\n"
    pages = json.loads((archive.root / "pages.json").read_text("utf-8"))
    assert sorted(pages) == sorted(tree.keys() - {"added.txt", "CNAME", ".made-by-daybook"})
