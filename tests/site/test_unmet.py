"""Whatever a person said of stories and key points that no article answers to is told."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from briefing.test_points import DAY, made
from daybook.content.authority import Authority, AuthorityPoint, AuthorityStory
from daybook.digest import Digest
from daybook.site.unmet import named, unmet

OTHER, ONE = made(
    [
        ("The river rose over its banks at Northmere on Friday after three days of rain.", 0, "Post"),
        ("At least 12 people were killed in Brackwater when a bridge fell into the river.", 1, "Wire"),
    ]
)
UNDATED = replace(ONE, id="undated", date=None)
HELD = {article.id: article for article in (ONE, OTHER, UNDATED)}


def pin(article: Digest, **given: Any) -> AuthorityPoint:
    return AuthorityPoint(
        **{"day": DAY, "point": f"{article.id}#{ONE.passages[0].anchor}", "state": "pinned"} | given
    )


@pytest.mark.parametrize(
    ("authority", "told"),
    [
        (Authority(), []),
        (Authority(briefings=(pin(ONE),), stories=(AuthorityStory(ONE.id, merged=(OTHER.id,)),)), []),
        (Authority(briefings=(pin(ONE, point="gone#s000000"),)), [("briefings", "no such article")]),
        (Authority(briefings=(pin(OTHER),)), [("briefings", f"one of {OTHER.date.value}")]),  # type: ignore[union-attr]
        (Authority(briefings=(pin(UNDATED),)), [("briefings", "one of no day")]),
        (
            Authority(briefings=(pin(ONE, point=f"{ONE.id}#s000000"),)),
            [("briefings", "none that the archive shows and a briefing can quote")],
        ),
        (Authority(stories=(AuthorityStory("gone", name="War"),)), [("stories", "no such article")]),
        (Authority(stories=(AuthorityStory(ONE.id, merged=("gone",)),)), [("stories", "no such article")]),
        (
            Authority(stories=(AuthorityStory(ONE.id, apart=(ONE.id, "undated")),)),
            [("stories", "none with a day")],
        ),
    ],
)
def test_each_entry_that_changes_nothing_is_told(authority: Authority, told: list[tuple[str, str]]) -> None:
    held = {id: article for id, article in HELD.items() if id in named(authority)}
    found = list(unmet(authority, held))
    assert [(problem.file, problem.found) for problem in found] == [
        (f"authority/{file}.yaml", words) for file, words in told
    ]
