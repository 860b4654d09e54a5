"""A review as text for a terminal, and as JSON for machines. Outside text is never markup, and nothing in it is obeyed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from string import ascii_lowercase
from typing import Any

from rich.console import RenderableType
from rich.text import Text

from daybook.console import Indented, plain
from daybook.format import count, number
from daybook.review.holdings import Holdings
from daybook.review.items import Item, Quote, Section

SHOWN = 10
"""Items of a section that are shown, unless all are asked for."""


def lines(sections: Iterable[Section], holdings: Holdings) -> Iterator[str]:
    """One JSON object an item, section by section, ASCII alone."""
    for section in sections:
        for item in section.items:
            yield json.dumps(_row(item, holdings), ensure_ascii=True)


def shown(sections: Sequence[Section], holdings: Holdings, most: int | None) -> Iterator[RenderableType]:
    """What is printed: an overview, then each section with its first items. `most` is None for all of them."""
    held = [section for section in sections if section.items]
    if not held:
        yield Text("Nothing in the archive asks for a look.")
        return
    width = max(len(number(len(section.items))) for section in held)
    for section in held:
        yield Text(f"{number(len(section.items)):>{width}}  {section.title}  ({section.kind})")
    for section in held:
        yield from _section(section, holdings, most)


def _section(section: Section, holdings: Holdings, most: int | None) -> Iterator[RenderableType]:
    items = section.items[:most]
    yield Text(f"\n{section.title}", style="bold")
    yield Text("─" * len(section.title), style="dim")
    for place, item in enumerate(items, 1):
        yield from _item(place, item, holdings)
    if len(items) < len(section.items):
        more = number(len(section.items) - len(items))
        yield Text(f"\n… and {more} more: daybook review --all --kind {section.kind}", style="dim")


def _item(place: int, item: Item, holdings: Holdings) -> Iterator[RenderableType]:
    yield Text.assemble(f"\n{place}. ", (plain(item.title), "bold"))
    where = [plain(holdings.files[id]) for id in item.articles[:1]]
    where += [f"and {count(len(item.articles) - 1, 'other')}"] if len(item.articles) > 1 else []
    if where:
        yield Text(f"   {' '.join(where)}", style="dim", no_wrap=True)
    yield Indented(Text(plain(f"{item.told.why}.")), 3)
    for quote in item.told.evidence:
        yield Indented(_quoted(quote), 5)
    for letter, choice in zip(ascii_lowercase, item.told.choices, strict=False):
        yield Indented(Text(plain(choice.says)), 6, f"{letter})")
        if choice.command:
            yield Text(f"      {plain(choice.shell)}", style="cyan", no_wrap=True)
        elif choice.line:
            yield Text(f"      {plain(choice.line)}", style="cyan", no_wrap=True)
            yield Text(f"      in {plain(choice.file)}", style="dim", no_wrap=True)


def _quoted(quote: Quote) -> Text:
    text = Text("“")
    for words, marked in quote.pieces:
        text.append(plain(words), "bold underline" if marked else "")
    return text.append(f"” {quote.sentence}".rstrip(), "dim")


def _row(item: Item, holdings: Holdings) -> dict[str, Any]:
    return {
        "kind": item.kind, "id": item.id, "title": item.title, "why": item.told.why,
        "doubt": item.doubt, "prominence": item.prominence,
        "articles": [{"id": id, "file": holdings.files[id]} for id in item.articles],
        "evidence": [
            {"article": q.article, "sentence": q.sentence, "text": q.text,
             "words": [words for words, marked in q.pieces if marked]}
            for q in item.told.evidence
        ],
        "choices": [
            {"says": c.says, "command": list(c.command), "shell": c.shell, "line": c.line, "file": c.file}
            for c in item.told.choices
        ],
    }  # fmt: skip
