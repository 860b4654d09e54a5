"""Which spellings of a name go into the gazetteer, and in which form."""

from __future__ import annotations

import re
import unicodedata

_TYPES = (
    r"Autonomous (?:Oblast|Okrug|Region|Republic|Community|Province)|Oblast'?|oblast|Krai|Kray|Okrug|Province|Region|Governorate|State|County|"
    r"Prefecture|Department|District|Division|Voivodeship|Canton|Municipality|Territory|Republic|Parish|Emirate|Rayon|"
    r"Federal District|Capital Region|City"
)
_BEHIND = re.compile(rf"^(?P<core>.+?) (?:{_TYPES})$")
_BEFORE = re.compile(
    r"^(?:Autonomous Republic of|Republic of|Province of|State of|Region of|County|Canton of|Department of|"
    r"Autonomous Region of|District of|Emirate of|Principality of|Free State of) (?P<core>.+)$"
)
_ENGLISH_ABROAD = frozenset(
    [
        "AE",
        "AF",
        "AZ",
        "BD",
        "BH",
        "BY",
        "CN",
        "DZ",
        "EG",
        "GE",
        "IN",
        "IQ",
        "IR",
        "IL",
        "JO",
        "JP",
        "KG",
        "KP",
        "KR",
        "KW",
        "KZ",
        "LB",
        "LK",
        "LY",
        "MA",
        "MM",
        "MN",
        "NP",
        "OM",
        "PK",
        "PS",
        "QA",
        "RU",
        "SA",
        "SD",
        "SY",
        "TJ",
        "TM",
        "TN",
        "TW",
        "UA",
        "UZ",
        "YE",
        "BG",
        "RS",
        "MK",
    ]
)
"""Countries whose own writing is not Latin: English news print their names without marks of transliteration."""


def core(name: str) -> str | None:
    """A division's name without its type: `Tver` of `Tver Oblast`; None where it states no type."""
    found = _BEHIND.match(name) or _BEFORE.match(name)
    return found["core"] if found else None


def shown(name: str, country: str) -> str:
    """A name as English news print it: `Kandahar` for `Kandahār`, while `Malmö` stays."""
    if country not in _ENGLISH_ABROAD:
        return name
    parts = unicodedata.normalize("NFKD", name)
    plain = "".join(c for c in parts if not unicodedata.combining(c))
    return re.sub(r"[’‘ʻʼ`]", "'", plain).strip("'")


def latin(name: str) -> bool:
    """Whether a name is one that English news could print: Latin letters, a capital first, four letters or more."""
    if len(name) < 4 or len(name) > 48 or not name[0].isupper():
        return False
    return all(c in " -'’.`ʻʼ" or (c.isalpha() and ord(c) < 0x250) or 0x1E00 <= ord(c) < 0x1F00 for c in name)
