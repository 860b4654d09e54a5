"""What a header may hold, key by key: from text to typed entries, and why not."""

from __future__ import annotations

import difflib
import math
import re
from collections.abc import Callable, Collection, Mapping
from datetime import date
from typing import Any, get_args

from daybook.content import fingerprints, front_matter
from daybook.content.article_file import (
    COUNTRY,
    KEYS,
    NAME_ID,
    SCALARS,
    SOURCE,
    TAIL,
    ArticleFile,
    Entry,
    Scalar,
)
from daybook.content.fingerprints import Fingerprints
from daybook.content.front_matter import FrontMatterError, Line
from daybook.content.markdown import paragraphs
from daybook.values import ActorKind, PlaceKind, PlaceRole, Precision, Problem, Withdrawn

HEAD = (
    "id",
    "slug",
    *SCALARS,
    "source",
    *TAIL,
    "places",
    "actors",
    "seed",
    "fingerprints",
    "rejected",
    "withdrawn",
)
WITHDRAWN = ("date", "reason", "title")
DATED = ("rule", "words", "precision", "confidence", "sentence", "time")
PLACE = ("id", "name", "kind", "role", "country", "region", "lat", "lon", "aliases")
ACTOR = ("id", "name", "kind", "role", "country", "aliases")

_PLACE_KINDS, _ACTOR_KINDS = get_args(PlaceKind), get_args(ActorKind)
_ROLES, _PRECISIONS = get_args(PlaceRole), get_args(Precision)
_DEGREES = {"lat": 90.0, "lon": 180.0}
"""The most of each; the least is as much below zero."""
_TEXTS = frozenset({"id", "name", "kind", "role", "country", "region"})
_PLAIN = [key for key in KEYS if "." not in key and key not in ("date", "dated")]

_ID = re.compile(r"[0-9a-f]{12}")
_SLUG = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,98}[a-z0-9])?")
_TIME = re.compile(r"[0-2]\d:[0-5]\d")


_KEPT = 1 << 13
_checked: dict[tuple[Callable[..., Entry], Line], Entry] = {}


class _Wrong(Exception):
    """(expected, found)"""


def parse(text: str, file: str) -> ArticleFile | Problem:
    """An article's file, or what is wrong with it. Never raises over what the file holds."""
    try:
        header, body = front_matter.split(text)
        return _article(front_matter.by_lines(header), body)
    except FrontMatterError as error:
        expected, found = "a YAML header that can be read", str(error)
    except _Wrong as error:
        expected, found = error.args
    return Problem(
        file,
        "write",
        "front-matter",
        expected,
        found,
        "mend the header, or delete the file to have it anew",
        True,
    )


def write(file: ArticleFile) -> str:
    """The whole text of an article's file."""
    head: dict[str, object] = {"id": file.id, "slug": file.slug}
    head |= {key: file.values[key] for key in SCALARS}
    head["source"] = {key: file.values[f"source.{key}"] for key in SOURCE}
    head |= {key: file.values[key] for key in TAIL}
    head |= {"places": list(file.places.values()), "actors": list(file.actors.values())}
    head["seed"] = {"path": file.seed_path, "sha256": file.seed_sha256}
    head["fingerprints"] = fingerprints.to_line(file.prints)
    head["rejected"] = list(file.rejected)
    if gone := file.withdrawn:
        head["withdrawn"] = {"date": gone.day, "reason": gone.reason, "title": gone.title}
    return front_matter.write(head) + "".join(f"\n{paragraph}\n" for paragraph in file.body)


def _article(head: dict[str, Any], body: str) -> ArticleFile:
    _known(head, HEAD, "the header")
    seed = _mapping(head.get("seed"), "seed", ("path", "sha256"))
    values: dict[str, Scalar | Entry] = {key: _text(head.get(key), key) for key in _PLAIN}
    values["date"] = _day(head.get("date"))
    values["dated"] = _dated(head.get("dated"))
    source = _mapping(head.get("source"), "source", SOURCE)
    values |= {f"source.{key}": _text(source.get(key), f"source.{key}") for key in SOURCE}
    if not values["title"]:
        raise _Wrong("title: the article's title", "none")
    if values["dir"] not in ("ltr", "rtl"):
        raise _Wrong("dir: ltr or rtl", repr(values["dir"]))
    return ArticleFile(
        _matched(head.get("id"), _ID, "id: 12 hexadecimal digits"),
        _matched(head.get("slug"), _SLUG, "slug: small letters, digits and hyphens"),
        values,
        _entries(head.get("places"), "places", _place),
        _entries(head.get("actors"), "actors", _actor),
        _text(seed.get("path"), "seed.path") or "",
        _text(seed.get("sha256"), "seed.sha256") or "",
        paragraphs(body),
        _prints(head.get("fingerprints")),
        tuple(sorted(_texts(head.get("rejected"), "rejected"))),
        _withdrawn(head.get("withdrawn")),
    )


def _place(given: Mapping[str, Any], where: str) -> Entry:
    entry = _named(given, where, PLACE, _PLACE_KINDS)
    role = entry.get("role")
    if role and role not in _ROLES:
        raise _Wrong(f"{where}.role: {_one_of(str(role), _ROLES)}", repr(role))
    return entry


def _actor(given: Mapping[str, Any], where: str) -> Entry:
    return _named(given, where, ACTOR, _ACTOR_KINDS)


def _named(given: Mapping[str, Any], where: str, keys: tuple[str, ...], kinds: tuple[str, ...]) -> Entry:
    """What places and actors share; keys that say nothing are left out, as they are in writing."""
    _known(given, keys, where)
    entry: Entry = {}
    for key in keys:
        found = given.get(key)
        if found is None:
            continue
        if type(found) is str and key in _TEXTS:
            if found:
                entry[key] = found
        elif most := _DEGREES.get(key):
            entry[key] = _number(found, f"{where}.{key}", -most, most)
        elif told := (_texts if key == "aliases" else _text)(found, f"{where}.{key}"):
            entry[key] = told
    if "name" not in entry:
        raise _Wrong(f"{where}.name: a name", "none")
    if entry.get("kind") not in kinds:
        raise _Wrong(f"{where}.kind: {_one_of(str(entry.get('kind')), kinds)}", repr(entry.get("kind")))
    if not NAME_ID.fullmatch(str(entry.get("id", ""))):
        raise _Wrong(f"{where}.id: an id such as gn:703448 or my:checkpoint-4", repr(entry.get("id")))
    if "country" in entry and not COUNTRY.fullmatch(str(entry["country"])):
        raise _Wrong(f"{where}.country: two capital letters, such as UA", repr(entry["country"]))
    return entry


def _entries(given: object, where: str, read: Callable[[Mapping[str, Any], str], Entry]) -> dict[str, Entry]:
    if given is None:
        return {}
    if not isinstance(given, list):
        raise _Wrong(f"{where}: a list, one line each", _kind(given))
    made: dict[str, Entry] = {}
    for number, each in enumerate(given, 1):
        if isinstance(each, Line):
            entry = _once(read, each, f"{where}, entry {number}")
        elif isinstance(each, dict):
            entry = read(each, f"{where}, entry {number}")
        else:
            raise _Wrong(f"{where}, entry {number}: {{id: …, name: …, kind: …}}", _kind(each))
        if str(entry["id"]) in made:
            raise _Wrong(f"{where}: each id once", f"{entry['id']!r} twice")
        made[str(entry["id"])] = entry
    return made


def _once(read: Callable[[Mapping[str, Any], str], Entry], line: Line, where: str) -> Entry:
    """The entry of a line, checked once for all files that have it."""
    key = (read, line)
    if key not in _checked:
        if len(_checked) >= _KEPT:
            _checked.clear()
        _checked[key] = read(line.value, where)
    return _checked[key]


def _dated(given: object) -> Entry | None:
    if given is None:
        return None
    found = _mapping(given, "dated", DATED)
    entry: Entry = {key: _text(found.get(key), f"dated.{key}") for key in DATED if key != "confidence"}
    entry["rule"] = entry["rule"] or "hand"
    entry["words"] = entry["words"] or ""
    entry["precision"] = entry["precision"] or "day"
    entry["confidence"] = _number(found.get("confidence") or "1.0", "dated.confidence", 0.0, 1.0)
    if entry["precision"] not in _PRECISIONS:
        raise _Wrong(
            f"dated.precision: {_one_of(str(entry['precision']), _PRECISIONS)}",
            repr(entry["precision"]),
        )
    if entry["time"] and not _TIME.fullmatch(str(entry["time"])):
        raise _Wrong("dated.time: hours and minutes, such as 07:33", repr(entry["time"]))
    return {key: entry[key] for key in DATED if entry[key] is not None}


def _withdrawn(given: object) -> Withdrawn | None:
    """A slip in it is an error: what was meant to be withdrawn must not be published."""
    if given is None:
        return None
    found = _mapping(given, "withdrawn", WITHDRAWN)
    day, reason = _day(found.get("date"), "withdrawn.date"), _text(found.get("reason"), "withdrawn.reason")
    title = _text(found.get("title"), "withdrawn.title") or "hidden"
    if day is None:
        raise _Wrong("withdrawn.date: the day on which it was withdrawn, such as 2022-03-03", "none")
    if not reason:
        raise _Wrong("withdrawn.reason: why, in words for readers", "none")
    if title not in ("hidden", "kept"):
        raise _Wrong("withdrawn.title: hidden or kept", repr(title))
    return Withdrawn(day, reason, "kept" if title == "kept" else "hidden")


def _prints(given: object) -> Fingerprints:
    try:
        return fingerprints.from_line(_text(given, "fingerprints") or "")
    except ValueError as error:
        raise _Wrong(
            "fingerprints: entries with eight hexadecimal digits each, as ingest wrote them", str(error)
        ) from None


def _known(given: Mapping[str, Any], keys: Collection[str], where: str) -> None:
    for key in given:
        if key not in keys:
            raise _Wrong(f"{where}: {_one_of(key, keys)}", f"the unknown key {key!r}")


def _one_of(given: str, known: Collection[str]) -> str:
    near = difflib.get_close_matches(given[:60], list(known), 1)
    return f"{near[0]!r} perhaps" if near else f"one of {', '.join(known)}"


def _mapping(given: object, where: str, keys: tuple[str, ...]) -> dict[str, Any]:
    if given is None:
        return {}
    if not isinstance(given, dict):
        raise _Wrong(f"{where}: {{{', '.join(keys)}}}", _kind(given))
    _known(given, keys, where)
    return given


def _text(given: object, where: str) -> str | None:
    if given is not None and not isinstance(given, str):
        raise _Wrong(f"{where}: text", _kind(given))
    return given


def _texts(given: object, where: str) -> list[str]:
    if given is None:
        return []
    if not isinstance(given, list) or not all(isinstance(each, str) for each in given):
        raise _Wrong(f"{where}: a list of words", _kind(given))
    return given


def _day(given: object, where: str = "date") -> date | None:
    if given is None:
        return None
    found = front_matter.day(given) if isinstance(given, str) else None
    if found is None:
        raise _Wrong(f"{where}: a day such as 2022-03-03, or null", repr(given)[:60])
    return found


def _number(given: object, where: str, least: float, most: float) -> float:
    try:
        found = float(given) if isinstance(given, str) else math.nan
    except ValueError:
        found = math.nan
    if not least <= found <= most:
        raise _Wrong(f"{where}: a number from {least:g} to {most:g}", repr(given)[:60])
    return found


def _matched(given: object, pattern: re.Pattern[str], expected: str) -> str:
    if not isinstance(given, str) or not pattern.fullmatch(given):
        raise _Wrong(expected, repr(given)[:60])
    return given


def _kind(given: object) -> str:
    names = {type(None): "nothing", dict: "a mapping", Line: "a mapping", list: "a list", str: "text"}
    return names.get(type(given), type(given).__name__)
