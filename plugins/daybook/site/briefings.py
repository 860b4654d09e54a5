"""The key points of all days, found again only for the days on which what they rest on has changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any

from daybook.briefing.values import Point, Support
from daybook.site.desk import Desk
from daybook.site.prints import Prints
from daybook.stories.stories import Stories

Packed = tuple[Any, ...]
"""A point as plain values, for `marshal`."""
Day = tuple[bytes, tuple[Packed, ...]]
"""A print of what a day's points rest on, and the points."""
Before = Mapping[int, Day]
"""By the day's ordinal."""
Over = Callable[[Callable[[int], tuple[int, Day]], Sequence[int]], Iterable[tuple[int, Day]]]
"""Maps a function over days, in any order, on many cores."""


def found(prints: Prints, before: Before, over: Over) -> dict[int, Day]:
    """The points of every day, and the desk knows them from now on; those `before` stay where nothing has changed."""
    desk = prints.desk
    keys = {day.toordinal(): prints.points(at) for at, day in enumerate(desk.day_list)}
    held = {day: before.get(day, (b"", ())) for day in keys}
    held |= over(partial(_points, desk, keys), [day for day in keys if held[day][0] != keys[day]])
    for day, (_, points) in held.items():
        desk.points[date.fromordinal(day)] = tuple(unpack(point, desk.stories) for point in points)
    return held


def _points(desk: Desk, keys: Mapping[int, bytes], day: int) -> tuple[int, Day]:
    return day, (keys[day], tuple(map(pack, desk.briefing(date.fromordinal(day)).points)))


def pack(point: Point) -> Packed:
    """The point as `unpack` reads it."""
    support = tuple(tuple(each) for each in point.support)
    return point.id, point.words, support, point.outlets, point.by_hand


def unpack(row: Packed, stories: Stories) -> Point:
    """What was packed; a point is of the story of the article that it stands in."""
    id, words, support, outlets, by_hand = row
    story = stories.of[support[0][0]]
    return Point(id, words, tuple(Support(*each) for each in support), outlets, story, by_hand)
