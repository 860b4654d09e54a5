"""Plain paragraphs as Markdown that renders back to the very same text, and as readable as it can be."""

from __future__ import annotations

import re

# What no reader sees and no page may hold: controls, soft hyphens, bidirectional marks, joiners without a width that
# no script needs, surrogates and non-characters. ZWNJ and ZWJ stay: Persian and emoji are spelt with them.
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f"
    "\ud800-\udfff\ufdd0-\ufdef\ufeff\ufff0-\ufffb\ufffe\uffff]"
)
_ALWAYS = re.compile(r"[*`\[{]|<|&(?=#|[0-9A-Za-z]{1,40};)")
_BACKSLASH = re.compile(r"\\(?=[!-/:-@\[-`{-~]|$)")
_UNDERSCORES = re.compile(r"_+")
_HEAD = re.compile(r"(?:#|>|[-+](?=\s|$|-)|\d{1,20}(?=[.)](?:\s|$)))")
_ENTITIES = {"<": "&lt;", "&": "&amp;"}
_UNESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])|&(lt|amp|gt|quot);")
_NAMED = {"lt": "<", "amp": "&", "gt": ">", "quot": '"'}


def visible(text: str) -> str:
    """Text on one line: white space as single spaces, and nothing that cannot be seen."""
    return " ".join(_UNSEEN.sub("", text).split())


def escape(text: str) -> str:
    """One paragraph of `visible` text as Markdown: no mark, list, heading, link, code, HTML or attribute list in it."""
    made = _BACKSLASH.sub(r"\\\\", text)
    made = _ALWAYS.sub(lambda m: _ENTITIES.get(m[0]) or "\\" + m[0], made)
    made = _UNDERSCORES.sub(_underscores, made)
    head = _HEAD.match(made)
    if head is None:
        return made
    # A number keeps its digits and loses the force of its dot; every other sign is escaped itself.
    return f"{head[0]}\\{made[head.end() :]}" if head[0][0].isdigit() else "\\" + made


def plain(markdown: str) -> str:
    """The text of a paragraph that `escape` made; what a person wrote in Markdown of their own stays as written."""
    if "\\" not in markdown and "&" not in markdown:  # most paragraphs
        return markdown
    return _UNESCAPE.sub(lambda m: m[1] or _NAMED[m[2]], markdown)


def paragraphs(body: str) -> tuple[str, ...]:
    """The blocks of a Markdown body, parted at blank lines."""
    blocks = re.split(r"\n[^\S\n]*\n", body.replace("\r\n", "\n").replace("\r", "\n"))
    return tuple(block for block in (b.strip("\n").rstrip() for b in blocks) if block.strip())


def _underscores(found: re.Match[str]) -> str:
    """Underscores within a word mark nothing."""
    text, start, end = found.string, found.start(), found.end()
    inside = start > 0 and end < len(text) and text[start - 1].isalnum() and text[end].isalnum()
    return found[0] if inside else "\\_" * (end - start)
