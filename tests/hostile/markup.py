"""Markup in every field that a seed can fill."""

from __future__ import annotations

import json
import os
from pathlib import Path

from hostile.case import Case, lines

DEPTHS = ("../", "../../../", "../../../../../../")


def own() -> list[str]:
    """This project's own vectors."""
    links = [link.replace("{up}", up) for link in lines("links.txt") for up in DEPTHS]
    return [*lines("markup.txt"), *lines("markdown.txt"), *(f"[a]({link})" for link in dict.fromkeys(links))]


def public() -> list[str]:
    """The public lists of the shared folder; none where it is absent."""
    folder = Path(os.environ.get("DAYBOOK_SHARED", "../shared")) / "data" / "hostile"
    return [
        line
        for name in ("markup.txt", "paths.txt")
        if (folder / name).is_file()
        for line in (folder / name).read_text(encoding="utf-8", errors="replace").split("\n")
        if line.strip()
    ]


def cases(vectors: list[str], folder: str = "markup") -> list[Case]:
    """Each vector as the title, outlet, byline, address and text of a record; some as files of each format too."""
    records = (
        json.dumps(
            {
                "id": f"v{n}",
                "title": f"{vector} {n}",
                "outlet": vector,
                "byline": vector,
                "url": vector,
                "text": _body(vector, n),
            }
        )
        for n, vector in enumerate(vectors)
    )
    found = [Case(f"{folder}/all.jsonl", "\n".join(records).encode())]
    for n, vector in enumerate(vectors):
        if n % 10 == 0:
            found.append(Case(f"{folder}/{n}.md", f"File {n} {vector}\n\n{_body(vector, n)}".encode()))
            found.append(
                Case(
                    f"{folder}/{n}.html",
                    f"<title>Page {n}</title><article><p>{_body(vector, n)}</p></article>".encode(),
                )
            )
    return found


def _body(vector: str, number: int) -> str:
    return (
        f"Officials in Lisbon said {vector} on Thursday, in their report of number {number}.\n\n{vector}\n\n"
        f"The {vector} Council met, and John {vector} Smith spoke of {vector} to number {number}.\n"
    )
