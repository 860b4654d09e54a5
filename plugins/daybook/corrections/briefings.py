"""What a person says of a day's key points, into briefings.yaml: an entry a day and sentence."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from daybook.content import store
from daybook.content.authority import PLACES
from daybook.content.find import path as path_of
from daybook.corrections.desk import Desk
from daybook.digest import PASSAGE, digest
from daybook.errors import SettingError
from daybook.format import shortened
from daybook.settings import Settings
from daybook.values import Article

KIND = "briefings"
_TOLD = 12
"""What there is, told where something was not found: so many of it."""


def pin(desk: Desk, day: date, point: str) -> None:
    """A key point, whatever is chosen beside it."""
    _room(desk, day, point)
    _set(desk, day, point, state="pinned")


def drop(desk: Desk, day: date, point: str) -> None:
    """No key point of the day."""
    _set(desk, day, point, state="dropped")


def order(desk: Desk, day: date, points: Sequence[str]) -> None:
    """These first, in this order."""
    places = {point: place for place, point in enumerate(points, 1)}
    if len(places) < len(points):
        raise SettingError(
            f"{day}: expected each key point once, found {len(points)} with {len(places)} ids; name each once"
        )
    if len(places) > PLACES:
        raise SettingError(f"{day}: expected {PLACES} key points at most, found {len(places)}; name fewer")
    for number, held in reversed(list(enumerate(desk.entries(KIND)))):
        if held["day"] == day and "place" in held and held["point"] not in places:
            if held.keys() == {"day", "point", "place"}:
                desk.remove(KIND, number)
            else:
                desk.change(KIND, number, lambda entry: entry.pop("place"))
    for point, place in places.items():
        _set(desk, day, point, place=place)


def rewrite(desk: Desk, day: date, point: str, words: str) -> None:
    """Other words for a key point, which is kept with them; none give it its own words again."""
    if len(words) > PASSAGE:
        raise SettingError(f"{point}: expected {PASSAGE} characters at most, found {len(words)}; write fewer")
    if words:
        _room(desk, day, point)
        _set(desk, day, point, words=words)
        return
    number = _number(desk, day, point)
    if number is not None and "words" in (held := desk.entries(KIND)[number]):
        if held.keys() == {"day", "point", "words"}:
            desk.remove(KIND, number)
        else:
            desk.change(KIND, number, lambda entry: entry.pop("words"))


def point(content: Path, day: date, given: str) -> str:
    """The id of a key point: `<article>#<sentence>`, where the article is named by its id, seed, file or page. Raises
    SettingError where the day has no such sentence, and says what it has."""
    name, _, sentence = given.rpartition("#")
    path = _path(content, day, name) if name else None
    article = store.read_article(content, path)[0] if path else None
    if article is None or article.date is None or article.date.value != day:
        raise SettingError(
            f"{given}: expected a sentence of an article of {day} (ARTICLE#SENTENCE, as the links below a key point have it), "
            f"found none; the articles of that day: {_articles(content, day)}"
        )
    if sentence not in (held := _held(article)):
        told = ", ".join(f"{id} “{shortened(words, 40)}”" for id, words in list(held.items())[:_TOLD])
        raise SettingError(
            f"{given}: expected a sentence of {article.title!r}, found none that a briefing can quote; its first ones: {told or 'none'}"
        )
    return f"{article.id}#{sentence}"


def _path(content: Path, day: date, name: str) -> str | None:
    """Where the article lies, below content/."""
    slug = name.rpartition("/")[2].removesuffix(".html")
    page = f"articles/{day:%Y/%m/%d}/{slug}.md"
    return page if slug and (content / page).is_file() else path_of(name, content, Path(Settings().seeds))


def _held(article: Article) -> dict[str, str]:
    """Sentences that can be quoted, by their ids."""
    return {passage.anchor: passage.words for passage in digest(article).passages}


def _articles(content: Path, day: date) -> str:
    folder = f"articles/{day:%Y/%m/%d}/"
    paths = sorted(path for path in store.paths(content) if path.startswith(folder))
    read = (store.read_article(content, path)[0] for path in paths[:_TOLD])
    told = [f"{article.id} {shortened(article.title, 60)!r}" for article in read if article]
    more = f" and {len(paths) - _TOLD} more" if len(paths) > _TOLD else ""
    return (", ".join(told) + more) if told else "none"


def _room(desk: Desk, day: date, point: str) -> None:
    """Raise SettingError where as many are kept already as a day has room for."""
    kept = {each["point"] for each in desk.entries(KIND) if each["day"] == day and _is_kept(each)}
    if point not in kept and len(kept) >= PLACES:
        raise SettingError(
            f"{day}: expected {PLACES} key points at most, found as many that are kept: {', '.join(sorted(kept))}; drop one of them"
        )


def _is_kept(entry: dict[str, Any]) -> bool:
    return entry.get("state") == "pinned" or (bool(entry.get("words")) and entry.get("state") != "dropped")


def _set(desk: Desk, day: date, point: str, **given: Any) -> None:
    desk.upsert(KIND, _number(desk, day, point), {"day": day, "point": point, **given})


def _number(desk: Desk, day: date, point: str) -> int | None:
    held = desk.entries(KIND)
    return next((n for n, each in enumerate(held) if each["day"] == day and each["point"] == point), None)
