"""Made-up articles for the tests of the search, and the files that both sides of the seam read.

python -m search.samples     (in tests/) writes tests/search/cases/ anew
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from daybook.search import Name, SearchDocument, build
from daybook.search.index import serialize

CASES = Path(__file__).parent / "cases"
SHARD, CHUNK = 4_000, 3_000

_CITIES = (
    Name("northport", "Northport", ("Nordhafen", "Норт-Порт")),
    Name("kamin", "Kamín", ("Kamin", "Камінь")),
    Name("saint-orla", "Saint Orla", ("St. Orla",)),
    Name("weldon", "Weldon"),
)
_COUNTRY = Name("vesland", "Vesland")
_ACTORS = (
    Name("ana-orban", "Ana Orbán", ("Orban",)),
    Name("tomas-reed", "Tomas Reed", ("T. Reed",)),
    Name("council-of-states", "Council of States", ("CoS",)),
)
_SOURCES = (Name("evening-post", "Evening Post"), Name("north-wire", "North Wire"), None)
_WORDS = [
    "talks",
    "ceasefire",
    "harbour",
    "storm",
    "minister",
    "delegation",
    "border",
    "convoy",
    "aid",
    "election",
    "vote",
    "budget",
    "strike",
    "rail",
    "grain",
    "export",
    "price",
    "inflation",
    "school",
    "hospital",
    "bridge",
    "flood",
    "rescue",
    "court",
    "trial",
    "verdict",
    "appeal",
    "mayor",
    "police",
    "protest",
    "curfew",
    "shelter",
    "power",
    "outage",
    "water",
    "supply",
    "negotiation",
    "negotiator",
    "negotiated",
    "agreement",
    "treaty",
    "signed",
    "withdraw",
    "withdrawal",
    "troops",
    "artillery",
    "evacuation",
    "evacuated",
    "corridor",
    "humanitarian",
    "embassy",
    "sanction",
    "tanker",
    "freight",
    "cargo",
    "Ukraine's",
    "country's",
    "people’s",
    "Norwegian-led",
    "35,000",
    "1,597",
    "U.N.",
    "AP/Post",
    "stadium",
    "festival",
    "museum",
    "river",
    "valley",
    "mountain",
    "tunnel",
    "airport",
    "flight",
    "delay",
    "weather",
    "snow",
    "heat",
    "record",
    "temperature",
    "forecast",
    "season",
    "harvest",
    "wheat",
    "maize",
]


def documents(count: int = 40) -> Iterator[SearchDocument]:
    """The same articles each time; every eighth is French, every tenth undated."""
    choice = random.Random(7)
    for number in range(count):
        cities = tuple(sorted(choice.sample(_CITIES, choice.randint(0, 2)), key=lambda n: n.id))
        yield SearchDocument(
            ref=f"{number * 2654435761 % 2**32:012x}",
            title=" ".join(choice.sample(_WORDS, choice.randint(3, 7))).capitalize(),
            address=f"2024/05/{number % 28 + 1:02}/article-{number}.html",
            text=tuple(_paragraph(choice) for _ in range(choice.randint(1, 4))),
            day=None if number % 10 == 9 else date(2024, 5, 1) + timedelta(number // 3),
            lang="fr" if number % 8 == 7 else "en",
            places=(*cities, _COUNTRY) if number % 2 else cities,
            cities=cities,
            actors=tuple(choice.sample(_ACTORS, choice.randint(0, 2))),
            source=choice.choice(_SOURCES),
        )


def _paragraph(choice: random.Random) -> str:
    return (
        ". ".join(" ".join(choice.choices(_WORDS, k=choice.randint(5, 14))).capitalize() for _ in range(3))
        + "."
    )


def files() -> dict[str, bytes]:
    """What lies in cases/: the files of a site in small shards, and the whole index as lunr.py serializes it."""
    made = {f"files/{path}": data for path, data in build(documents(), SHARD, CHUNK)}
    ordered = sorted(documents(), key=lambda d: (-(d.day or date.min).toordinal(), d.ref))
    made["whole.json"] = (
        json.dumps(serialize(ordered), ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
    )
    return made


def main() -> None:
    for path, data in files().items():
        (CASES / path).parent.mkdir(exist_ok=True)
        (CASES / path).write_bytes(data)


if __name__ == "__main__":
    main()
