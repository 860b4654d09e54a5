"""Marks texts that are looked up later, such as those of a table, so that `make words` finds them."""

from __future__ import annotations


def N_(text: str) -> str:
    """The text as it is; `Words.gettext` gives it in a language."""
    return text


def NP_(context: str, text: str) -> tuple[str, str]:
    """Context and text; `Words.pgettext` gives it in a language."""
    return context, text
