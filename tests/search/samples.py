"""Made-up articles for the tests of the search, and the files that both sides of the seam read.

python -m search.samples     (in tests/) writes tests/search/cases/ anew
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from operator import attrgetter
from pathlib import Path

import numpy as np

from daybook.search import Name, Names, SearchDocument, build, row_of
from daybook.search.digits import written
from search.reference import serialize

CASES = Path(__file__).parent / "cases"
SHARD, CHUNK = 4_000, 3_000

_CITIES = (
    Name("northport", "Northport", ("Nordhafen", "Норт-Порт"), "city", "VS"),
    Name("kamin", "Kamín", ("Kamin", "Камінь"), "city", "VS"),
    Name("saint-orla", "Saint Orla", ("St. Orla",), "city", "EE"),
    Name("weldon", "Weldon", (), "city"),
)
_COUNTRY = Name("vesland", "Vesland", (), "country", "VS")
_ACTORS = (
    Name("ana-orban", "Ana Orbán", ("Orban",), "person"),
    Name("tomas-reed", "Tomas Reed", ("T. Reed",), "person"),
    Name("council-of-states", "Council of States", ("CoS",), "organisation"),
)
_SOURCES = (Name("evening-post", "Evening Post"), Name("north-wire", "North Wire"))
NAMES = Names(
    places={name.id: name for name in (*_CITIES, _COUNTRY)},
    actors={name.id: name for name in _ACTORS},
    sources={name.id: name for name in _SOURCES},
    countries={"VS": Name("vesland", "Vesland"), "EE": Name("ee", "Eastern Isles")},
)
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
        cities = tuple(sorted(name.id for name in choice.sample(_CITIES, choice.randint(0, 2))))
        yield SearchDocument(
            ref=f"{number * 2654435761 % 2**32:012x}",
            title=" ".join(choice.sample(_WORDS, choice.randint(3, 7))).capitalize(),
            text=tuple(_paragraph(choice) for _ in range(choice.randint(1, 4))),
            day="" if number % 10 == 9 else (date(2024, 5, 1) + timedelta(number // 3)).isoformat(),
            lang="fr" if number % 8 == 7 else "en",
            places=(*cities, _COUNTRY.id) if number % 2 else cities,
            told=(*cities, _COUNTRY.id) if number % 4 == 1 else cities,
            actors=tuple(name.id for name in choice.sample(_ACTORS, choice.randint(0, 2))),
            source=choice.choice(("evening-post", "north-wire", "")),
        )


def addresses(listed: Iterable[SearchDocument]) -> dict[str, str]:
    return {
        document.ref: f"{document.day.replace('-', '/') or 'undated'}/article-{document.ref}.html"
        for document in listed
    }


def stories(listed: Iterable[SearchDocument]) -> dict[str, str]:
    """The stories of dated articles, but for some that tell their own."""
    dated = sorted((document for document in listed if document.day), key=attrgetter("ref"))
    return {document.ref: f"story-{number % 6}" for number, document in enumerate(dated) if number % 5}


def built(listed: Iterable[SearchDocument], names: Names = NAMES, **sizes: int) -> dict[str, bytes]:
    """The files of the search over these articles."""
    held = list(listed)
    return dict(build(map(row_of, held), addresses(held), names, stories(held), **sizes))


def _paragraph(choice: random.Random) -> str:
    return (
        ". ".join(" ".join(choice.choices(_WORDS, k=choice.randint(5, 14))).capitalize() for _ in range(3))
        + "."
    )


def files() -> dict[str, bytes]:
    """What lies in cases/: the files of a site in small shards, the whole index as lunr.py serializes it, and what
    both sides know of names and digits."""
    made = {f"files/{path}": data for path, data in built(documents(), shard=SHARD, chunk=CHUNK).items()}
    aliases = {name.name: name.aliases for name in (*_CITIES, _COUNTRY, *_ACTORS, *_SOURCES)}
    numbers = [0, 1, 63, 64, 1727, 1728, 46655, 46656, 2**31 - 1, *range(0, 2000, 7)]
    made["whole.json"] = _json(serialize(documents(), NAMES))
    made["aliases.json"] = _json(aliases)
    made["digits.json"] = _json({"numbers": numbers, "text": written(np.array(numbers))[0]})
    return made


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def main() -> None:
    for old in (CASES / "files").iterdir():
        old.unlink()
    for path, data in files().items():
        (CASES / path).parent.mkdir(exist_ok=True)
        (CASES / path).write_bytes(data)


if __name__ == "__main__":
    main()
