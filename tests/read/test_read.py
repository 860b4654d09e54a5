from __future__ import annotations

import gzip
import json
import os
from pathlib import Path

import pytest

from daybook.read import read_paths, walk
from daybook.read.walk import MAX_LAYER
from daybook.values import Problem, RawArticle


def articles(folder: Path) -> list[RawArticle]:
    return [found for found in walk(folder) if isinstance(found, RawArticle)]


def problems(folder: Path) -> dict[str, str]:
    return {found.file: found.code for found in walk(folder) if isinstance(found, Problem)}


def only(folder: Path) -> RawArticle:
    found = list(walk(folder))
    assert len(found) == 1
    assert isinstance(found[0], RawArticle)
    return found[0]


def test_walk_goes_by_path(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("Words.")
    assert [a.path for a in articles(tmp_path)] == ["a/z.txt", "a.txt", "b.txt"]


@pytest.mark.parametrize(
    ("data", "layer"),
    [
        ("Café – “ja”".encode(), "Café – “ja”"),
        ("\ufeffCafé\r\nzwei".encode(), "Café\nzwei"),
        ("Café “ja”".encode("cp1252"), "Café “ja”"),
        ("Café ja, said the mayor".encode("utf-16"), "Café ja, said the mayor"),
        ("Café ja, said the mayor".encode("utf-16-le"), "Café ja, said the mayor"),
        ("Café ja, said the mayor".encode("utf-16-be"), "Café ja, said the mayor"),
    ],
)
def test_encodings(tmp_path: Path, data: bytes, layer: str) -> None:
    (tmp_path / "a.txt").write_bytes(data)
    assert only(tmp_path).layer == layer


def test_what_is_no_article_is_set_aside(tmp_path: Path) -> None:
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 20)
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "blank.txt").write_bytes(b" \n\n")
    (tmp_path / "odd.pdf").write_bytes(b"x")
    (tmp_path / ".hidden.txt").write_text("x")
    (tmp_path / "lone.yaml").write_text("title: x")
    (tmp_path / "link.txt").symlink_to(tmp_path / "binary.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    with (tmp_path / "big.txt").open("wb") as file:
        file.truncate(20_000_001)
    assert problems(tmp_path) == {
        "binary.txt": "undecodable",
        "empty.txt": "empty",
        "blank.txt": "empty",
        "odd.pdf": "unknown-format",
        ".hidden.txt": "hidden",
        "lone.yaml": "lone-sidecar",
        "link.txt": "symlink",
        "pipe.txt": "fifo",
        "big.txt": "too-big",
    }
    assert all(found.set_aside for found in walk(tmp_path) if isinstance(found, Problem))


def test_header_lines(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Title: Frost: the harvest\nDate: 2014-05-13\n\nThe frost came.\n")
    found = only(tmp_path)
    assert (found.stated.title, found.stated.published) == ("Frost: the harvest", "2014-05-13")
    assert found.layer[found.body_start :] == "The frost came.\n"


def test_header_in_yaml(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("---\ntitle: 'Frost'\ntemplate: ../evil\n---\n\nThe frost came.\n")
    found = only(tmp_path)
    assert found.stated.title == "Frost"
    assert found.layer[found.body_start :] == "The frost came.\n"


@pytest.mark.parametrize(
    "text",
    [
        "Warning: frost ahead\n\nThe frost came.",
        "Source: the ministry\n\nThe frost came.",
        "Title: Frost\nThe frost came.\n\nIt went.",
        "---\n- a list\n---\nThe frost came.",
        "Date: today\n",
    ],
)
def test_article_text_is_no_header(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.txt").write_text(text)
    found = only(tmp_path)
    assert (found.body_start, found.stated.origin) == (0, "")


def test_sidecar_beats_header(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Title: Frost\nUrl: https://example.org/f\n\nThe frost came.")
    (tmp_path / "a.txt.yaml").write_text("title: Late frost\ndate: 2014-05-13\n")
    stated = only(tmp_path).stated
    assert (stated.title, stated.published, stated.url) == (
        "Late frost",
        "2014-05-13",
        "https://example.org/f",
    )


@pytest.mark.parametrize("text", ["a: &a [x]\nb: *a", "[" * 1000, "- list", "title: [", "x: " + "y" * 70_000])
def test_a_bad_sidecar_costs_no_article(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.txt").write_text("The frost came.")
    (tmp_path / "a.yaml").write_text(text)
    assert articles(tmp_path)[0].stated.origin == ""
    assert problems(tmp_path) == {"a.yaml": "sidecar"}


def test_json_lines(tmp_path: Path) -> None:
    rows = [
        {"id": "x1", "text": "One.", "title": "First", "date": "2014-05-13", "source": "Post"},
        {"url": "https://example.org/2", "text": "Two.\r\nB", "title": 7},
        {"text": "Three."},
    ]
    lines = [json.dumps(row) for row in rows] + ["{bad", '{"id": "y"}', "[" * 3000, '{"text": ""}']
    data = "\n".join(lines).encode()
    (tmp_path / "a.jsonl").write_bytes(data)
    (tmp_path / "b.jsonl.gz").write_bytes(gzip.compress(data))
    plain, zipped = articles(tmp_path)[:3], articles(tmp_path)[3:]
    assert [a.path for a in plain] == ["a.jsonl#x1", "a.jsonl#https://example.org/2", "a.jsonl:3"]
    assert [a.layer for a in plain] == ["One.", "Two.\nB", "Three."] == [a.layer for a in zipped]
    assert (plain[0].stated.title, plain[0].stated.published, plain[0].stated.outlet) == (
        "First",
        "2014-05-13",
        "Post",
    )
    assert plain[1].stated.title is None
    assert [a.sha256 for a in plain] == [a.sha256 for a in zipped]
    codes = [code for file, code in problems(tmp_path).items() if file.startswith("a.")]
    assert codes == ["bad-json", "no-text", "bad-json", "empty"]


def test_a_record_without_an_id_is_not_taken_for_another(tmp_path: Path) -> None:
    rows = [
        {"id": "2", "text": "One."},
        {"text": "Two."},
        {"id": "\u200b", "text": "Three."},
        {"id": "\u200c", "text": "Four."},
    ]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, rows)))
    assert [a.path for a in articles(tmp_path)] == [
        "a.jsonl#2",
        "a.jsonl:2",
        "a.jsonl#\\u200b",
        "a.jsonl#\\u200c",
    ]


@pytest.mark.parametrize("end", [b"\n", b""])
def test_a_huge_line_costs_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, end: bytes) -> None:
    monkeypatch.setattr("daybook.read.files.MAX_BYTES", 40)
    data = b'{"id": 1, "text": "One."}\n' + b"x" * 3_000_000 + end
    (tmp_path / "a.jsonl").write_bytes(data + (b'{"id": 3, "text": "Three."}' if end else b""))
    assert [a.path for a in articles(tmp_path)] == ["a.jsonl#1", "a.jsonl#3"][: 2 if end else 1]
    assert problems(tmp_path) == {"a.jsonl:2": "too-big"}


def test_an_endless_file_ends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("daybook.read.formats.jsonl.MAX_TOTAL", 60)
    (tmp_path / "a.jsonl").write_bytes(b'{"id": 1, "text": "One."}\n' * 9)
    assert len(articles(tmp_path)) == 2
    assert problems(tmp_path) == {"a.jsonl:3": "too-big"}


@pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl.gz"])
def test_lines_that_may_not_be_read_are_set_aside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    def denied(*given: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.open", denied)
    monkeypatch.setattr("gzip.open", denied)
    (tmp_path / name).touch()
    os.truncate(tmp_path / name, 1)
    assert problems(tmp_path) == {name: "unreadable"}


def test_names_that_cannot_be_shown_stay_apart(tmp_path: Path) -> None:
    names = [b"a\xff.txt", b"a\xfe.txt", b"a?.txt", b"a\n.txt", b"a\\n.txt", "a\u202e.txt".encode()]
    for name in names:
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_text("The frost came.")
    paths = [a.path for a in articles(tmp_path)]
    assert len(set(paths)) == len(names)
    assert all(path.isprintable() for path in paths)


def test_a_linked_sidecar_is_not_followed_and_told(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in/a.txt").write_text("The frost came.")
    (tmp_path / "outside.yaml").write_text("title: Frost")
    (tmp_path / "in/a.txt.yaml").symlink_to(tmp_path / "outside.yaml")
    assert articles(tmp_path / "in")[0].stated.origin == ""
    assert problems(tmp_path / "in") == {"a.txt.yaml": "sidecar"}


@pytest.mark.parametrize("value", ["[a]", "{a: b}", "'" + "x" * 3000 + "'"])
def test_what_a_sidecar_says_in_vain_is_told(tmp_path: Path, value: str) -> None:
    (tmp_path / "a.txt").write_text("The frost came.")
    (tmp_path / "a.txt.yaml").write_text(f"title: {value}\ndate: 2014-05-13\n")
    assert articles(tmp_path)[0].stated.published == "2014-05-13"
    assert problems(tmp_path) == {"a.txt.yaml": "sidecar-value"}


@pytest.mark.parametrize("cut", [4, 8, 12])
def test_a_broken_gzip_keeps_what_was_read(tmp_path: Path, cut: int) -> None:
    rows = [json.dumps({"id": n, "text": f"Number {n}. {os.urandom(40).hex()}"}) + "\n" for n in range(300)]
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress("".join(rows).encode())[:-cut])
    assert len(articles(tmp_path)) >= 299
    assert list(problems(tmp_path).values()) == ["broken-file"]


PAGE = """<html lang="en"><head><title>Frost takes the harvest - Valley Post</title>
<meta property="og:title" content="Frost takes the harvest"><meta property="og:site_name" content="Valley Post">
<meta property="article:published_time" content="2014-05-13T07:33:00Z"></head><body><nav>Home News Sport</nav>
<article><h1>Frost takes the harvest</h1>{body}</article><script>alert(1)</script></body></html>"""


def frosty(count: int) -> str:
    return "".join(
        f"<p>Growers in the upper valley number {n} said the frost took half of the apricots.</p>"
        for n in range(count)
    )


def test_html(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(PAGE.format(body=frosty(8)))
    found = only(tmp_path)
    assert found.media_type == "text/html"
    assert " trafilatura/" in found.extractor
    lines = found.layer.split("\n")
    assert lines[0] == "Home News Sport"
    assert lines[1] == "Frost takes the harvest"
    assert len(lines) == 10
    assert "alert" not in found.layer
    marked = [found.layer[start:end] for start, end in found.article]
    assert marked[-8:] == lines[2:]
    assert lines[0] not in marked
    stated = found.stated
    assert (stated.title, stated.outlet, stated.published) == (
        "Frost takes the harvest",
        "Valley Post",
        "2014-05-13",
    )


@pytest.mark.parametrize(
    ("markup", "layer"),
    [
        ("<p>Ice <b>and</b> <a href=/x>snow</a>.</p>", "Ice and snow."),
        ("One<br>two<br><br>three", "One\ntwo\nthree"),
        ("<div>One<div>two</div>three</div>", "One\ntwo\nthree"),
        ("<table><tr><td>One<td>two<tr><td>three</table>", "One two\nthree"),
        ("<ul><li>One<li>two</ul>", "One\ntwo"),
        ("<p>One &amp; two&nbsp;three\n four</p>", "One & two three four"),
        ("<p hidden>No</p><p style='color:red; display : none'>No</p><p>Yes</p>", "Yes"),
        ("<select><option>No</select><textarea>No</textarea><noscript>No</noscript><p>Yes", "Yes"),
        ("<p>One<!-- no --> two<?no?></p>", "One two"),
        ("<div>" * 200 + "Deep", "Deep"),
    ],
)
def test_visible_text(tmp_path: Path, markup: str, layer: str) -> None:
    (tmp_path / "a.html").write_text(f"<html><head><title>T</title></head><body>{markup}</body></html>")
    assert only(tmp_path).layer == layer


@pytest.mark.parametrize(
    ("head", "body", "published"),
    [
        ('<meta property="article:published_time" content="2014-05-13T07:33:00Z">', "", "2014-05-13"),
        ('<link rel="canonical" href="https://example.org/2014/05/13/frost">', "", "2014-05-13"),
        ("", '<time datetime="2014-05-13">13 May</time>', "2014-05-13"),
        ("", '<p class="post-date">2014-05-13</p>', "2014-05-13"),
        ("", "<ul><li>By Roe, <span class=date>2014-05-13</span> 2001-01-01</li></ul>", "2014-05-13"),
        ("", "<p>The last such frost came on 13 May 2014, they said.</p>", None),
        ("", "<p>The last such frost came on 2014-05-13, they said.</p>", None),
        ("", "<footer>The Valley Post, 2014-05-13</footer>", None),
        (
            '<meta property="article:modified_time" content="2014-05-15T07:33:00Z">'
            '<meta property="article:published_time" content="2014-05-13T07:33:00Z">',
            "",
            "2014-05-13",
        ),
        (
            '<meta property="article:modified_time" content="2014-05-15T07:33:00Z">'
            '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2014-05-13T07:33:00Z"}</script>',
            "",
            "2014-05-13",
        ),
        (
            "",
            '<p class="date">Updated <time datetime="2014-05-15">15 May 2014</time></p>'
            '<p class="date">Published <time datetime="2014-05-13">13 May 2014</time></p>',
            "2014-05-13",
        ),
        (
            '<meta property="article:modified_time" content="2014-05-15T07:33:00Z">',
            '<time class="published updated" datetime="2014-05-13">13 May</time>',
            "2014-05-13",
        ),
        (
            '<meta property="article:modified_time" content="2014-05-15T07:33:00Z">',
            "",
            "2014-05-15",
        ),
        (
            '<meta property="article:modified_time" content="2014-05-15T07:33:00Z">',
            '<time datetime="2001-01-01">1 January</time>',
            "2014-05-15",
        ),
    ],
)
def test_days_that_html_states(tmp_path: Path, head: str, body: str, published: str | None) -> None:
    page = f"<html><head><title>Frost</title>{head}</head><body><article><h1>Frost</h1>{body}{frosty(8)}</article>"
    (tmp_path / "a.html").write_text(page)
    assert only(tmp_path).stated.published == published


def test_html_without_text(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<html><body></body></html>")
    assert problems(tmp_path) == {"a.html": "no-article"}


def test_read_paths_takes_files_and_folders(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("A.")
    (tmp_path / "b.txt").write_text("B.")
    found = list(read_paths([tmp_path / "in", tmp_path / "b.txt", tmp_path / "none.txt"]))
    assert [f.path for f in found if isinstance(f, RawArticle)] == ["a.txt", "b.txt"]
    assert [f.code for f in found if isinstance(f, Problem)] == ["unreadable"]


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "//host/x", "../x", "http://", "http://[x"]
)
def test_an_address_that_is_none_of_the_web_states_nothing(tmp_path: Path, url: str) -> None:
    (tmp_path / "a.txt").write_text(f"Title: A storm\nURL: {url}\n\nThe storm came.\n", encoding="utf-8")
    article = only(tmp_path)
    assert (article.stated.title, article.stated.url) == ("A storm", None)


def test_a_text_that_is_no_article_for_its_length_is_set_aside(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("[" * (MAX_LAYER + 1), encoding="utf-8")
    (tmp_path / "b.txt").write_text("A storm\n\nThe storm came.\n", encoding="utf-8")
    long, article = walk(tmp_path)
    assert isinstance(long, Problem)
    assert (long.code, long.set_aside) == ("too-long", True)
    assert isinstance(article, RawArticle)
