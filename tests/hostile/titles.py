"""Titles that fight over addresses, or would be none."""

from __future__ import annotations

import json
import unicodedata

from hostile.case import Case, lines

BODY = "The council of the town met for the {n}th time and talked about the bridge at length.\n\nIt will meet again, as meeting {n} decided.\n"

ODD = (
    "index", "INDEX", "404", "search", "2022", "places", "actors", "feeds", "con", "CON", "nul", "aux.txt", "com1", "lpt9", ".", "..", "...", "/",
    "\\", "/etc/passwd", "../../etc/passwd", "..\\..\\windows", "C:\\x", "a/b/c", "-", "--", "_", "?", "#", "%2e%2e%2f", "%00", "~", "*", "|", "<>", ":",
    "🙂", "🙂🙂", "👩‍👩‍👧‍👦", "🇺🇦", "\u202egpj.exe", "\u200b", "\u200bzero\u200bwidth\u200b", "a\u0300\u0301\u0302" * 30, "Ω", "Київ", "北京", "عنوان",
    "null", "true", "1.0", "~", "=", "@", "&", "a" * 300, "é" * 300, "🙂" * 100, "ab " * 150, "𝕋𝕚𝕥𝕝𝕖", "ＦＵＬＬ", "ß", "ẞ", "ı", "İ",
)  # fmt: skip


def cases(extra: int = 0) -> list[Case]:
    """Odd titles once each, and fifty pairs of alike ones; `extra` more of one and the same title."""
    titles = [*ODD, *(title for pair in pairs() for title in pair), *["The very same title"] * extra]
    records = (
        json.dumps({"id": f"title-{n}", "title": title, "text": BODY.format(n=n)}, ensure_ascii=n % 2 == 0)
        for n, title in enumerate(titles)
    )
    return [Case("titles/all.jsonl", "\n".join(records).encode())]


def pairs() -> list[tuple[str, str]]:
    """Fifty pairs that are one name to some file system, or to an eye."""
    words = [
        "Café déjà vu",
        "Ångström unit",
        "Żółć jaźń",
        "Łódź à Paris",
        "Ünïcödé nøw",
        "Їжак їсть",
        "Ελλάδα σήμερα",
        "São Tomé",
        "Český Krumlov",
        "Điện Biên",
    ]
    found = [(unicodedata.normalize("NFC", word), unicodedata.normalize("NFD", word)) for word in words]
    found += [(word.lower(), word.upper()) for word in words]
    found += [(word, word) for word in words]
    found += [(word, f" {word}  ") for word in words]
    return found + [(f"{word} 🙂", f"{word} 🙃") for word in words]


def naughty() -> list[Case]:
    """This project's own strings as titles, outlets and bylines of records."""
    records = (
        json.dumps(
            {
                "id": f"naughty-{n}",
                "title": text,
                "outlet": text,
                "byline": text,
                "text": BODY.format(n=n) + f"\nIt said {text} too.\n",
            }
        )
        for n, text in enumerate(lines("sinks.txt"))
    )
    return [Case("titles/sinks.jsonl", "\n".join(records).encode())]
