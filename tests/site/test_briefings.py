"""What was found of a day's key points before stays where nothing they rest on has changed."""

from __future__ import annotations

import marshal
from collections.abc import Callable, Sequence
from datetime import date

import pytest

from daybook.site.briefings import Day, found
from daybook.site.desk import Desk
from daybook.site.page import SiteInfo
from daybook.site.prints import Prints
from daybook.site.related import pairs, related
from daybook.stories.stories import stories
from helpers.held import archive_of, read
from helpers.site_samples import article

FLOOD = article(
    "Flood reaches Northmere", "2031-05-02", "The dam at Northmere broke on Monday, Ada Quill said."
)
SAME = article(
    "Dam breaks", "2031-05-02", "The dam at Northmere broke, Tomas Reed said on Monday.", outlet="Delta Wire"
)
FAIR = article("Spring fair opens", "2031-06-03", "Thousands came to the spring fair at Farhaven.")


def prints(**changed: bytes) -> Prints:
    archive = archive_of([FLOOD, SAME, FAIR])
    own = {id: changed.get(id, id.encode()) for id in archive.address}
    told = stories(archive.articles, pairs(related(archive.articles, own, {}, map)))
    return Prints(Desk(archive, SiteInfo("The Mere Archive"), read, stories=told), own)


def points(asked: Prints) -> list[object]:
    return [asked.desk.briefing(day).points for day in asked.desk.day_list]


def test_points_that_were_kept_are_those_that_would_be_found() -> None:
    kept = marshal.loads(marshal.dumps(found(prints(), {}, map)))
    asked = prints()

    def never(function: Callable[[int], tuple[int, Day]], days: Sequence[int]) -> list[tuple[int, Day]]:
        assert not days
        return []

    assert found(asked, kept, never) == kept
    assert asked.desk.points
    assert points(asked) == points(prints())
    assert all(points(asked))


@pytest.mark.parametrize(("changed", "day"), [(FLOOD, date(2031, 5, 2)), (FAIR, date(2031, 6, 3))])
def test_the_points_of_a_day_are_found_again_where_an_article_of_it_changed(
    changed: object, day: date
) -> None:
    before = found(prints(), {}, map)
    after = found(prints(**{changed.id: b"other"}), before, map)  # type: ignore[attr-defined]
    assert [each for each in after if after[each] != before[each]] == [day.toordinal()]
