"""News agencies by the forms in which datelines, credits and sign-offs call them (knowledge/agencies.yaml)."""

from __future__ import annotations

from functools import cache

from daybook.clean.knowledge import load


def agency(words: str) -> str | None:
    """The agency that `words` are a form of, without regard to case; None for anything else."""
    return _names().get(words.strip().casefold())


def is_credit(words: str) -> bool:
    """Whether `words` are an agency's or a photo library's form."""
    bare = words.strip(" .,()").casefold()
    return bare in _names() or bare in _photo()


@cache
def _names() -> dict[str, str]:
    return {
        form.casefold(): entry["name"]
        for entry in load("agencies")
        if not entry.get("photo")
        for form in entry["forms"]
    }


@cache
def _photo() -> frozenset[str]:
    return frozenset(
        form.casefold() for entry in load("agencies") if entry.get("photo") for form in entry["forms"]
    )
