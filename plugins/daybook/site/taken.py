"""A day's briefing to take away: as Markdown, as HTML without a page around it, as plain text. All of it from the day's record.

Links are absolute where the site's URL is known; else they are relative to the file that has them, or left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from html import escape
from itertools import islice
from urllib.parse import quote

from daybook.briefing.values import OWN_WORDS
from daybook.content.markdown import escape as as_markdown
from daybook.content.markdown import visible
from daybook.proof.record import Line, Record, Told
from daybook.site import addresses
from daybook.site.links import absolute, relative
from daybook.site.page import SiteInfo
from daybook.words import Words

Link = Callable[[str, str], str]
"""From an address below the site's root and an anchor there to a link; empty where there is none."""


FIGURES = 12
"""Sentences with figures of a day that are taken; its page has the others."""
STORIES = 12
"""Stories of a day that are taken, the most told first; its page has the others."""


@dataclass(frozen=True, slots=True)
class Item:
    """Words, and the links that stand behind them."""

    words: str
    links: tuple[tuple[str, str], ...]
    """Name and link; a link may be empty."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the briefing."""

    title: str
    items: tuple[Item, ...]


def linker(site: SiteInfo, at: str = "") -> Link:
    """Links of a file at an address; of something that lies nowhere, such as a letter, where it is left out."""

    def link(address: str, anchor: str) -> str:
        if site.url:
            return absolute(site.url, address) + (f"#{quote(anchor, safe='')}" if anchor else "")
        return relative(at, address, anchor) if at else ""

    return link


def title(record: Record, words: Words) -> str:
    return words.day_long(date.fromisoformat(record.day))


def parts(record: Record, words: Words, link: Link) -> Iterator[Part]:
    """The parts of the briefing, those that are empty left out."""
    held = {article.id: article for article in record.articles}
    if record.points:
        yield Part(
            words.gettext("Key points"), tuple(_point(held, point, words, link) for point in record.points)
        )
    if figures := tuple(_figures(record, held, words, link)):
        yield Part(words.gettext("Figures, and who gives them"), figures)
    if record.stories:
        told = (
            Item(visible(story.name), tuple(_article(held[id], story.name, link) for id in story.articles))
            for story in record.stories[:STORIES]
        )
        yield Part(words.gettext("Stories of the day"), tuple(told))


def _article(article: Told, story: str, link: Link) -> tuple[str, str]:
    """Its link below its story; called by its source where the story has its name."""
    name = (article.source if article.title == story else "") or article.title
    return visible(name), link(article.address, "")


def _point(held: Mapping[str, Told], point: Line, words: Words, link: Link) -> Item:
    links = []
    for id in point.sentences:
        article, _, anchor = id.partition("#")
        told = held[article]
        source = told.source if point.outlets else ""
        links.append((visible(source or told.title), link(told.address, anchor)))
    edited = f" ({words.gettext('the editor’s words')})" if point.by_hand in OWN_WORDS else ""
    return Item(visible(point.words) + edited, tuple(links))


def _figures(record: Record, held: Mapping[str, Told], words: Words, link: Link) -> Iterator[Item]:
    """The first sentences that report numbers, each with those that it reports: who gives them, and how surely, it says itself."""
    sentences = {sentence.id: sentence for sentence in record.sentences}
    told: dict[str, dict[str, None]] = {}
    for figure in record.figures:
        value = (
            f"{figure.value} ({words.gettext('corrected by the editor')})" if figure.by_hand else figure.words
        )
        told.setdefault(figure.sentences[0], {})[" ".join(filter(None, (value, figure.of)))] = None
    for id, numbers in islice(told.items(), FIGURES):
        article = held[sentences[id].article]
        source = (visible(article.source or article.title), link(article.address, id.partition("#")[2]))
        yield Item(visible(f"{words.listed([*numbers])}: “{sentences[id].words}”"), (source,))


def proof(record: Record, words: Words, linked: bool) -> str:
    """What is said of the proof at the end; `linked` where the lines have links."""
    if not linked:
        return words.gettext(
            "The sentences that each line rests on are linked on the day’s page. SHA-256 of the day’s record: %(hash)s",
            hash=record.sha256,
        )
    return words.gettext(
        "Each line rests on the sentences behind its links. SHA-256 of the day’s record: %(hash)s",
        hash=record.sha256,
    )


def markdown(record: Record, site: SiteInfo, at: str) -> str:
    """The briefing as a file of Markdown at an address."""
    link = linker(site, at)
    lines = [f"# {as_markdown(title(record, site.words))}", ""]
    for part in parts(record, site.words, link):
        lines += [f"## {as_markdown(part.title)}", ""]
        lines += [f"- {as_markdown(item.words)}{_linked(item)}" for item in part.items]
        lines.append("")
    page = link(addresses.day(date.fromisoformat(record.day)), "")
    lines += [
        f"[{_label(visible(site.name) or title(record, site.words))}]({page})",
        "",
        as_markdown(proof(record, site.words, linked=True)),
    ]
    return "\n".join(lines) + "\n"


def _linked(item: Item) -> str:
    told = ", ".join(f"[{_label(name)}]({link})" for name, link in item.links)
    return f" ({told})" if told else ""


def _label(name: str) -> str:
    """The words of a link."""
    return as_markdown(name).replace("]", "\\]")


def html(record: Record, words: Words, link: Link, heading: int = 2) -> str:
    """The parts of the briefing as HTML, safe whatever the words."""
    return "".join(
        f"<h{heading}>{escape(part.title)}</h{heading}><ul>{''.join(map(_row, part.items))}</ul>"
        for part in parts(record, words, link)
    )


def _row(item: Item) -> str:
    return f"<li>{escape(item.words)}{_small(item)}</li>"


def _small(item: Item) -> str:
    told = ", ".join(
        f'<a href="{escape(link)}">{escape(name)}</a>' if link else escape(name) for name, link in item.links
    )
    return f" ({told})" if told else ""


def plain(record: Record, words: Words, link: Link) -> str:
    """The parts of the briefing as lines of text; each link on a line of its own."""
    lines: list[str] = []
    for part in parts(record, words, link):
        lines += [part.title.upper(), ""]
        for item in part.items:
            lines.append(f"* {item.words}")
            lines += [f"  {name}: {to}" if to else f"  {name}" for name, to in item.links]
            lines.append("")
    return "\n".join(lines)
