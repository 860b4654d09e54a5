"""One hostile or broken input, and what has to become of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

CASES = Path(__file__).parent / "cases"

Outcome = Literal["published", "set aside", "either"]


@dataclass(frozen=True, slots=True)
class Case:
    """A seed file, named below seeds/."""

    name: str
    data: bytes
    outcome: Outcome = "either"
    says: str = ""
    """Words that the article's title and body must hold, if it is published."""
    dated: str | None = ""
    """The day it must be given (None: undated), if it is published; empty where the case is not about days."""

    def write(self, seeds: Path) -> None:
        """Lay the file down."""
        path = seeds / self.name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(self.data)


def whole(name: str) -> str:
    """The file of an input's name, which names a record by its id or a line by its number: `a.jsonl#id`, `a.jsonl:7`."""
    return re.sub(r"#.*|:\d+$", "", name, flags=re.S)


def lines(name: str) -> list[str]:
    """The strings of a case file, one a line."""
    return (CASES / name).read_text(encoding="utf-8").removesuffix("\n").split("\n")


SUBJECTS = (
    "bakers",
    "ferrymen",
    "librarians",
    "miners",
    "nurses",
    "pilots",
    "potters",
    "tailors",
    "teachers",
    "vintners",
)
DEEDS = (
    "agreed on a contract",
    "called off a strike",
    "elected a council",
    "opened a school",
    "signed a charter",
)


def good(number: int) -> Case:
    """An ordinary article, unlike any other number's, published and dated."""
    who, what = SUBJECTS[number % 10], DEEDS[number // 10 % 5]
    title = f"Lisbon {who} of district {number} have {what}"
    body = (
        f"LISBON, March 3, 2022 (Reuters) - The {who} of district {number} have {what}, their chairman said.\n\n"
        f"The vote of the {number + 20} members was held on Wednesday in Lisbon, and nobody spoke against it.\n\n"
        f"A second meeting of the {who} is planned in Porto, where {number + 7} guests are expected.\n"
    )
    return Case(f"good/{number:03}.txt", f"{title}\n\n{body}".encode(), "published", title, "2022-03-03")
