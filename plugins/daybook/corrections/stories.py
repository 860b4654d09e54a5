"""Which articles are of one story, and what it is called."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from pathlib import Path

from daybook.content import find, register, store
from daybook.content.register import Register
from daybook.corrections.desk import Desk
from daybook.errors import SettingError
from daybook.settings import Settings
from daybook.values import Problem


def story(desk: Desk, given: str, name: str, merged: Sequence[str], apart: Sequence[str]) -> None:
    """Name the story that is given, bring others into it, and take articles out of it into a story of their own. Raises SettingError."""
    if not (name or merged or apart):
        raise SettingError(f"{given}: expected --name, --merge or --apart, found none of them")
    memory = register.load(desk.content)
    id = _id(desk.content, memory, given)
    into, out = ([_id(desk.content, memory, each) for each in held] for held in (merged, apart))
    if id in into:
        raise SettingError(f"{given}: expected another story to be merged into it, found itself")
    if name or into:
        desk.upsert("stories", desk.find("stories", "id", id), {"id": id, "name": name, "merged": [*into]})
    if out:
        _take_out(desk, out)


def _take_out(desk: Desk, ids: list[str]) -> None:
    """Whatever was said before of which story these articles are in is no more."""
    for number, entry in reversed(list(enumerate(desk.entries("stories")))):
        for key in ("merged", "apart"):
            if key == "merged" or entry["id"] != ids[0]:
                desk.drop("stories", number, key, [each for each in ids if each in entry.get(key, [])])
        if desk.entries("stories")[number].keys() == {"id"}:
            desk.remove("stories", number)
    desk.upsert("stories", desk.find("stories", "id", ids[0]), {"id": ids[0], "apart": ids})


def _id(content: Path, memory: Register, given: str) -> str:
    """The article by which a story is named: by the story's address or slug, or by the article's file, seed or id."""
    slug = given.rpartition("stories/")[2].removesuffix(".html")
    for id, own in memory.stories.items():
        if own == slug:
            return id
    path = find.path(given, content, Path(Settings().seeds))
    held = store.read_one(content, path) if path else None
    if held is None:
        raise SettingError(
            f"{given}: expected a story's address, or an article's file, seed or id, found none; {_nearest(memory, slug)}"
        )
    if isinstance(held, Problem):
        raise SettingError(f"{content / held.file}: expected {held.expected}, found {held.found}; {held.do}")
    return held.file.id


def _nearest(memory: Register, given: str) -> str:
    slugs = sorted({*memory.stories.values(), *(record.slug for record in memory.articles.values())})
    near = difflib.get_close_matches(given, slugs, 1, 0.5) or difflib.get_close_matches(
        given, sorted(memory.articles), 1, 0.5
    )
    if not near:
        return "the site's list of stories leads to their addresses"
    if near[0] in memory.stories.values():
        return f"did you mean stories/{near[0]}.html?"
    known = {record.slug: record for record in memory.articles.values()} | memory.articles
    return f"did you mean the article {known[near[0]].id} ({known[near[0]].address})?"
