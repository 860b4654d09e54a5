"""What a day could also have been: kept with the reason, for a person to judge."""

from __future__ import annotations

from datetime import date

import pytest

from daybook import dates
from daybook.clean import clean
from daybook.content.authority import Authority, Event
from daybook.settings import Coverage
from daybook.values import FoundDate, RawArticle, Rival

SPRING = "2022-02-01..2022-05-31"
BOTH = "2022-01-01..2023-12-31"


def find(
    layer: str, coverage: str, path: str = "a.txt", *events: Event
) -> tuple[FoundDate | None, list[Rival]]:
    raw = RawArticle(path, "0" * 64, "text/plain", layer)
    authority = Authority(events=events)
    text = clean(raw, authority)
    found, _, rivals = dates.find(raw, text, None, authority, Coverage.parse(coverage))
    return found, list(rivals)


@pytest.mark.parametrize(
    ("coverage", "layer", "expected"),
    [
        (SPRING, "The mill burned down on March 2, the owner said.", [("2022-03-02", "once")]),
        (SPRING, "The mill will open on March 2, the owner said.", [("2022-03-02", "ahead")]),
        (SPRING, "The mill has stood still since March 2.", [("2022-03-02", "past")]),
        (SPRING, "The mill burned down on June 2, 2022.", [("2022-06-02", "future")]),
        (SPRING, "The mill was built on June 2, 1911.", [("1911-06-02", "early")]),
        (BOTH, "The mill burned down on March 2.", [("2022-03-02", "year"), ("2023-03-02", "year")]),
        ("..", "The mill burned down on March 2.", []),
    ],
)
def test_an_undated_article_says_what_was_passed_over(
    coverage: str, layer: str, expected: list[tuple[str, str]]
) -> None:
    found, rivals = find(layer, coverage)
    assert found is None
    assert [(rival.target, rival.why) for rival in rivals] == expected
    assert {rival.of for rival in rivals} <= {"date"}
    assert all(rival.name in layer for rival in rivals)


def test_the_first_day_of_an_event_is_refused() -> None:
    siege = Event("siege", "the siege", date(2022, 3, 2), ("siege",))
    _, rivals = find("The gates were shut on March 2, the guards said.", SPRING, "a.txt", siege)
    assert [(rival.target, rival.why) for rival in rivals] == [("2022-03-02", "event")]


def test_a_weaker_rule_that_differs_is_a_rival() -> None:
    layer = "Choir wins prize\n\nMonday, March 14, 2022\n\nThe choir won the prize, its leader said."
    found, rivals = find(layer, SPRING, "2022-03-15-choir.txt")
    assert found is not None
    assert found.value.isoformat() == "2022-03-14"
    assert [(r.target, r.why, r.name) for r in rivals] == [("2022-03-15", "file-name", "2022-03-15")]
    assert rivals[0].score < found.confidence


def test_a_stated_day_behind_the_coverage_is_a_rival() -> None:
    found, rivals = find("Choir wins prize\n\nMonday, May 17, 2027\n\nThe choir won the prize.", SPRING)
    assert found is None
    assert [(rival.target, rival.why) for rival in rivals] == [("2027-05-17", "future")]


def test_there_are_few_and_the_strongest_stand_first() -> None:
    days = " ".join(f"The mill stood still on March {day}." for day in range(1, 20))
    _, rivals = find(f"{days} The owner said on March 25 that it will work again.", SPRING)
    assert len(rivals) == 6
    assert rivals[0].target == "2022-03-25"
    assert [r.score for r in rivals] == sorted((r.score for r in rivals), reverse=True)
