"""What a person knows of words, events, outlets, and of actors and places that no article gave."""

from __future__ import annotations

from datetime import date

from daybook.corrections.desk import Desk
from daybook.corrections.yaml_list import Value
from daybook.errors import SettingError


def never(desk: Desk, words: tuple[str, ...]) -> None:
    """Words and phrases that are no name."""
    held = {str(word).casefold() for word in desk.entries("never")}
    for word in words:
        if word.casefold() not in held:
            desk.add("never", word)
            held.add(word.casefold())


def entry(desk: Desk, kind: str, given: dict[str, Value]) -> None:
    """An entry of one's own in actors.yaml, places.yaml or events.yaml, or more of the one with this id."""
    number = desk.find(kind, "id", given["id"])
    desk.upsert(kind, number, given)


def outlet(desk: Desk, given: dict[str, Value]) -> None:
    """An outlet and its habits, or more of the one with this name."""
    name = str(given["name"]).casefold()
    numbers = [
        n
        for n, held in enumerate(desk.entries("sources"))
        if name in (form.casefold() for form in (held["name"], *held.get("aliases", [])))
    ]
    number = numbers[0] if numbers else None
    if number is not None:
        given = given | {"name": desk.entries("sources")[number]["name"]}
    desk.upsert("sources", number, given)


def day(given: str) -> date:
    """An ISO day. Raises SettingError."""
    try:
        return date.fromisoformat(given)
    except ValueError:
        raise SettingError(f"{given}: expected a day such as 2022-02-24; write it so") from None


def template(given: str) -> str:
    """Where an outlet's day stands. Raises SettingError."""
    if "{date}" in given or all(part in given for part in ("{day}", "{month}", "{year}")):
        return given
    raise SettingError(
        f"{given}: expected {{date}} in it, or {{day}}, {{month}} and {{year}}, where the day stands; found neither"
    )
