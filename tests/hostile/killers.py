"""What is known to stop, hang or blow up stock tools. Each must leave the other articles standing."""

from __future__ import annotations

import json

from hostile.case import Case


def bombs(scale: int) -> list[Case]:
    """Inputs whose cost grows faster than their length in careless code; `scale` is their size in bytes."""
    units = {
        "brackets": "[", "parentheses": "(", "stars": "*", "underscores": "_", "backticks": "`", "quotes": '"', "apostrophes": "'", "greater": "> ",
        "pluses": "+ ", "links": "[a](", "images": "![", "references": "[a]: ", "tags": "<a ", "comments": "<!--", "cdata": "<![CDATA[", "entities": "&#",
        "spaces": " ", "newlines": "\n", "tabs": "\t", "dots": ".", "dashes": "-", "letters": "a", "capitals": "A", "digits": "1", "initials": "A. ",
        "names": "Ab ", "honorifics": "Mr. ", "months": "March ", "days": "March 3, ", "years": "2022 ", "slashes": "1/", "of": "Bank of ", "and": "and ",
        "commas": "Paris, ", "towns": "Paris Lisbon ", "datelines": "LISBON (Reuters) - ", "said": '"x," said ', "urls": "http://", "opening": "“", "sayings": "Ann Sample said ", "pronouns": '"It is," he said. ',
        "quotations": 'Ann Sample said, "It is closed, ', "according": "according to Ann Sample, and ", "descriptions": "The company said it is. ", "figures": "killed 3 and wounded 4 people, ", "amounts": "from 5 to $6 mln, ", "spelt": "two hundred and ", "ranges": "between 1 and ",
        "votes": "voted 141-5, ", "shares": "up 5 pct of its ", "commas-in-numbers": "1,000,", "fractions": "1-1/2", "mails": "a@",
        "combining": "a\u0301", "emoji": "👩‍", "hebrew": "א ", "bidi": "\u202e", "zero-width": "\u200b", "soft-hyphens": "a\u00ad", "colons": "a: ", "keys": "Title: x\n",
        "lines": "x\n", "paragraphs": "x\n\n", "bullets": "* x\n", "pipes": "| a ", "headings": "# x\n", "dollars": "$", "braces": "{%",
    }  # fmt: skip
    found = []
    for name, unit in units.items():
        body = (unit * (scale // len(unit.encode()) + 1)).encode()[:scale].decode(errors="ignore")
        found.append(Case(f"bombs/{name}.txt", f"The bomb of {name}\n\n{body}\n".encode()))
    html = {
        "divs": "<div>",
        "tables": "<table><tr><td>",
        "bold": "<b><i>",
        "comments": "<!--",
        "attributes": '<p a="',
        "entities": "&amp;lt;",
        "anchors": "<a ",
    }
    for name, unit in html.items():
        found.append(
            Case(
                f"bombs/{name}.html",
                (f"<title>The page of {name}</title><p>Text.</p>" + unit * (scale // len(unit))).encode(),
            )
        )
    found.append(
        Case(
            "bombs/one.jsonl",
            json.dumps({"id": "long", "title": "x" * (scale // 2), "text": "y z " * (scale // 8)}).encode(),
        )
    )
    return found


def aliases() -> list[Case]:
    """YAML that expands without end, as header and as sidecar."""
    levels = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    levels += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12)]
    bomb = "\n".join([*levels, "title: *a11"])
    deep = "title: " + "[" * 20_000 + "]" * 20_000
    text = "The council met below a bomb.\n\nIt talked about the bridge, and it went home again.\n"
    return [
        Case("aliases/header.md", f"---\n{bomb}\n---\n\n{text}".encode()),
        Case("aliases/deep.md", f"---\n{deep}\n---\n\nDeep. {text}".encode()),
        Case("aliases/beside.txt", f"The bomb lies beside\n\n{text}".encode(), "published"),
        Case("aliases/beside.txt.yaml", bomb.encode()),
        Case("aliases/loop.txt", f"The loop lies beside\n\nLoop. {text}".encode(), "published"),
        Case("aliases/loop.yaml", b"a: &a [*a]\n"),
    ]


def controls() -> list[Case]:
    """Control, bidi and zero-width characters in a title and a body."""
    marks = [chr(c) for c in (*range(1, 9), 11, 12, *range(14, 32), 127, *range(128, 160))]
    marks += list(
        "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff\u2028\u2029\ufffe\uffff\ufff9"
    )
    records = (
        json.dumps(
            {
                "id": f"control-{n}",
                "title": f"Mark {n} {mark}in the title",
                "text": f"The {n} council{mark} met and the b{mark}ridge was talked of at length.",
            }
        )
        for n, mark in enumerate(marks)
    )
    return [Case("controls/all.jsonl", "\n".join(records).encode())]


def titles() -> list[Case]:
    """Titles and bodies that each stopped a stock build."""
    body = "The council of the town met and talked about the bridge of the town.\n"
    found = {
        "index": ("index", body), "long": ("x" * 300, body), "emoji": ("🙂", body), "emoji-2": ("🙂", body + "Again.\n"), "control": ("A \x0b title", body),
        "attach": ("A link", "[a]({attach}../../../etc/passwd) " + body), "template": ("A template", "{% include 'x' %}{{ x }} " + body),
    }  # fmt: skip
    return [
        Case(f"killers/{name}.txt", f"{title}\n\n{text}".encode()) for name, (title, text) in found.items()
    ]
