"""The stages of cleaning, on one screen."""

from __future__ import annotations

from dataclasses import replace

from daybook.clean import language, second_look, sentences
from daybook.clean.blocks import blocks
from daybook.clean.dateline import dateline
from daybook.clean.page import Block, Page, Rule, without
from daybook.clean.rules import AFTER_TITLE, BEFORE_TITLE
from daybook.clean.rules.byline import BY
from daybook.clean.titles import title
from daybook.content.authority import Authority
from daybook.values import CleanText, Dateline, RawArticle, Sentence, Span


def clean(raw: RawArticle, authority: Authority) -> CleanText:
    """What of `raw.layer` is article. Linear in the layer's length; never raises over what the text holds.

    Title, dateline, paragraphs and dropped spans share no character, and leave out white space alone.
    """
    # 1  lines into blocks; hard-wrapped ones joined
    page = Page(raw, authority, blocks(raw.layer, raw.body_start), top=raw.body_start)
    # 2-4  title and body by the words alone
    page, dropped = _look(page)
    # and, of a page with markup, by its extractor
    if raw.article:
        marked = second_look.marked(page.raw, authority)
        theirs, left_out = _look(marked)
        if not second_look.is_elsewhere(page, theirs):
            page, dropped = theirs, left_out + second_look.outside(marked)
    if raw.layer[: raw.body_start].strip():
        dropped.append(Span(0, raw.body_start, "header"))
    # 5  the dateline off the first paragraph
    body, line = _dateline(page)
    # 6  sentences, language
    paragraphs = tuple(Span(block.start, block.end) for block in body)
    lang = language.language("\n".join(block.text for block in body[:40]), raw.stated.lang)
    return CleanText(
        title=page.title.text if page.title else None,
        title_span=page.title.span if page.title else None,
        title_derived=page.title.derived if page.title else False,
        paragraphs=paragraphs,
        sentences=_sentences(raw.layer, body),
        dropped=tuple(sorted(dropped, key=lambda span: (span.start, span.end))),
        dateline=line,
        byline=raw.stated.byline or _byline(raw.layer, dropped),
        lang=lang,
        dir=language.direction(lang),
        title_rule=page.title.rule if page.title else "",
    )


def _look(page: Page) -> tuple[Page, list[Span]]:
    """The page with its title found and its blocks without what is not article; and that, with why."""
    dropped: list[Span] = []
    # 2  what stands above a title
    page = _apply(page, BEFORE_TITLE, dropped)
    # 3  the title, which is no longer body
    page = _entitle(page)
    # 4  everything else that is not article
    return _apply(page, AFTER_TITLE, dropped), dropped


def _apply(page: Page, rules: tuple[Rule, ...], dropped: list[Span]) -> Page:
    for rule in rules:
        spans = list(rule(page))
        if spans:
            dropped.extend(spans)
            page = replace(page, blocks=without(page, spans))
    return page


def _entitle(page: Page) -> Page:
    found = title(page)
    if found is None or found.span is None:
        return replace(page, title=found)
    return replace(page, title=found, blocks=without(page, [found.span]), top=found.span.end)


def _dateline(page: Page) -> tuple[tuple[Block, ...], Dateline | None]:
    """The body without its dateline. A body that is a dateline and nothing else keeps it."""
    if not page.blocks:
        return (), None
    first = page.blocks[0]
    found = dateline(first.text)
    if found is None:
        return page.blocks, None
    moved = replace(found, start=first.start + found.start, end=first.start + found.end)
    rest = without(replace(page, blocks=(first,)), [Span(first.start, moved.end)])
    body = (*rest, *page.blocks[1:])
    return (body, moved) if body else (page.blocks, None)


def _sentences(layer: str, body: tuple[Block, ...]) -> tuple[Sentence, ...]:
    spans = [
        (block.start + start, block.start + end, number)
        for number, block in enumerate(body)
        for start, end in sentences.split(block.text)
    ]
    ids = sentences.identify([layer[start:end] for start, end, _ in spans])
    return tuple(Sentence(key, *span) for key, span in zip(ids, spans, strict=True))


def _byline(layer: str, dropped: list[Span]) -> str | None:
    """The first byline dropped, without its `By`; a bare name is none, as captions look alike."""
    for span in sorted(dropped, key=lambda span: span.start):
        if span.why == "byline":
            words = layer[span.start : span.end]
            match = BY.match(words)
            return " ".join(words[match.end() if match else 0 :].split()) or None
    return None
