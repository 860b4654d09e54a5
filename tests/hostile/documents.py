"""Files that are hardly articles: empty, binary, partial, ill-formed."""

from __future__ import annotations

import gzip
import json
import zlib

from hostile.case import Case

TEXT = "The council of the town met again and talked about the bridge.\n\nIt will meet once more before the summer comes.\n"


def cases() -> list[Case]:
    """All of them."""
    return [*_nothing(), *_binary(), *_days(), *_headers(), *_lines(), *_pages(), *_strangers()]


def _nothing() -> list[Case]:
    blank = {
        "empty": b"",
        "spaces": b"   \t ",
        "newlines": b"\n" * 50,
        "mark": b"\xef\xbb\xbf",
        "mark16": b"\xff\xfe",
        "nbsp": "\u00a0\u2003".encode(),
    }
    found = [Case(f"nothing/{name}.txt", data, "set aside") for name, data in blank.items()]
    for name, text in {
        "letter": "x",
        "stops": "...\n\n---\n\n***\n",
        "invisible": "\u200b\u200e\u2060\ufeff\n",
        "title": "Only a title\n",
    }.items():
        found.append(Case(f"nothing/{name}.txt", text.encode()))
    return found


def _binary() -> list[Case]:
    png = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + zlib.compress(bytes(range(256)) * 8)
    files = {
        "png": png,
        "elf": b"\x7fELF\x02\x01\x01" + b"\x00" * 64 + png,
        "zip": b"PK\x03\x04\x14\x00\x00\x00\x08\x00" + png,
        "pdf": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + png,
        "gzip": gzip.compress(TEXT.encode(), mtime=0),
        "random": bytes((i * i * 31 + i * 7) % 251 for i in range(5000)),
        "nuls": b"\x00" * 3000,
        "nul-ridden": TEXT.replace(" ", " \x00").encode(),
    }
    found = [Case(f"binary/{name}.txt", data, "set aside") for name, data in files.items()]
    return [*found, Case("binary/one-nul.txt", TEXT.replace("bridge", "bri\x00dge").encode())]


def _days() -> list[Case]:
    said = {
        "none": ("", None),
        "month": ("It was in March. ", None),
        "year": ("It was in 2022. ", None),
        "ambiguous": ("The paper is of 03/04/22. ", ""),
        "impossible": ("It was on February 30, 2022. ", None),
        "last-monday": ("It was last Monday. ", None),
        "price": ("It costs $10 and has 39 countries. ", None),
    }
    found = [
        Case(
            f"days/{name}.txt",
            f"The bridge and the {name} of it\n\n{words}{TEXT}".encode(),
            "published",
            "The council of the town",
            day,
        )
        for name, (words, day) in said.items()
    ]
    for name, date in {
        "future": "2099-01-01",
        "far": "9999-12-31",
        "past": "0001-01-01",
        "word": "May",
        "wrong": "2022-13-45",
        "long": "9" * 500,
    }.items():
        text = f"Title: A bridge with the {name} date\nDate: {date}\n\n{TEXT}"
        found.append(
            Case(
                f"days/stated-{name}.txt",
                text.encode(),
                "published",
                "The council of the town",
                None if name != "past" else "",
            )
        )
    return found


def _headers() -> list[Case]:
    heads = {
        "colon": "---\ntitle: a: b: c\n---\n",
        "tab": "---\ntitle:\tx\n\tdate: y\n---\n",
        "open": "---\ntitle: never closed\n",
        "alias": "---\na: &a [x, x]\ntitle: *a\n---\n",
        "tag": "---\ntitle: !!python/object/apply:os.system ['touch fired']\n---\n",
        "list": "---\n- a\n- b\n---\n",
        "moves": "---\ntitle: The one that moves\nslug: ../../index\nsave_as: index.html\nurl: javascript:fired()\ntemplate: ../../x\nstatus: hidden\n---\n",
        "pelican": "Title: The one for Pelican\nSlug: ../output_evil/x\nSave_as: index.html\nTemplate: nowhere\nStatus: draft\nget_content: x\n\n",
        "null": "---\ntitle: null\ndate: null\n---\n",
        "nothing": "---\n---\n",
    }
    return [
        Case(
            f"headers/{name}.md",
            (head + f"The {name} header stood above this text of ours.\n\n" + TEXT).encode(),
            "either",
            TEXT.split("\n")[0],
        )
        for name, head in heads.items()
    ]


def _lines() -> list[Case]:
    record = json.dumps({"id": "fine", "title": "A fine record among bad ones", "text": TEXT})
    bad = [
        "{", "[]", "1", "null", '"text"', "{}", '{"id": 1}', '{"text": null}', '{"text": ""}', '{"text": 5}', '{"id": [], "text": {}}',
        '{"id": "n", "text": NaN}', '{"id": "deep", "text": ' + "[" * 5000 + "]" * 5000 + "}", '{"id": ' + "9" * 6000 + ', "text": "x"}',
        '{"id": "surrogate", "text": "\\ud800 alone, said the council of the town about its bridge."}', "\x00", "",
    ]  # fmt: skip
    return [
        Case("lines/mixed.jsonl", "\n".join([*bad[:8], record, *bad[8:]]).encode()),
        Case("lines/broken.jsonl", b"\xff\xfe\x00{"),
        Case(
            "lines/same-id.jsonl",
            "\n".join(
                json.dumps({"id": "same", "title": f"Record {n} of one id", "text": f"{n} {TEXT}"})
                for n in range(3)
            ).encode(),
        ),
        Case("lines/bad-gzip.jsonl.gz", b"\x1f\x8b\x08\x00garbage"),
    ]


def _pages() -> list[Case]:
    pages = {
        "empty": "<!doctype html><html></html>",
        "script": "<script>document.write('x')</script>",
        "unclosed": "<html><body><div><p>" + TEXT + "<b><i><table><tr><td>x",
        "frameset": "<frameset><frame src=//example.org></frameset>",
        "meta": '<meta http-equiv=refresh content="0;url=//example.org"><title>A page that goes elsewhere</title><p>'
        + TEXT * 3,
        "dates": '<title>A page with lying dates</title><meta property="article:published_time" content="2099-01-01"><article><p>'
        + TEXT * 3,
    }
    return [Case(f"pages/{name}.html", html.encode()) for name, html in pages.items()]


def _strangers() -> list[Case]:
    names = {
        "a.rst": b".. include:: /etc/passwd\n",
        "b.pdf": b"%PDF-1.4",
        "c.exe": b"MZ",
        "d": b"x",
        "Thumbs.db": b"x",
        "e.yaml": b"title: alone\n",
        "f.TXT.bak": b"x",
    }
    return [Case(f"strangers/{name}", data, "set aside") for name, data in names.items()]
