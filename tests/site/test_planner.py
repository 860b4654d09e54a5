"""The calendar of the whole archive, the same day in other years, and charts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from daybook.settings import Coverage
from daybook.site.page import SiteInfo
from daybook.values import Article
from helpers.held import archive_of, pages, read
from helpers.site_samples import article

DAYS = st.dates(date(2019, 1, 1), date(2031, 12, 31))


def models(days: Sequence[date], coverage: Coverage | None = None) -> dict[str, Any]:
    held: list[Article] = [article(f"Report {n}", str(day), f"Part {n}.") for n, day in enumerate(days)]
    return {page.address: page.model for page in pages(archive_of(held, coverage), SiteInfo("Mere"), read)}


def calendar(days: Sequence[date], coverage: Coverage | None = None) -> Any:
    return models(days, coverage)["index.html"].calendar


@settings(max_examples=25, deadline=None)
@given(st.lists(DAYS, min_size=1, max_size=30))
def test_every_article_is_counted_once_and_the_first_and_last_month_have_some(days: list[date]) -> None:
    held = calendar(days)
    years = (*held.shown, *held.folded)
    cells = [cell for year in years for row in year.rows for cell in row.cells if cell.address]
    assert {cell.day: cell.count for cell in cells} == {day: days.count(day) for day in days}
    assert sum(year.total for year in years) == len(days)
    assert (years[0].rows[-1].total, years[-1].rows[0].total) > (0, 0)
    assert all(row.blank + len(row.cells) <= year.columns <= 37 for year in years for row in year.rows)


def test_what_was_not_collected_differs_from_a_day_without_articles() -> None:
    held = calendar([date(2031, 5, 2)], Coverage(date(2031, 4, 28), date(2031, 5, 20)))
    (row,) = held.shown[0].rows
    assert (row.cells[19].covered, row.cells[20].covered) == (True, False)
    assert row.blank == date(2031, 5, 1).weekday()


def test_a_year_stands_open_earlier_ones_are_folded_and_the_eldest_shown_by_month() -> None:
    first = date(2026, 1, 1)
    held = calendar([first + timedelta(days=n) for n in range(4 * 365)])
    assert [year.name for year in held.shown] == ["2029"]
    assert [year.name for year in held.folded] == ["2028"]
    assert [(year.name, year.total) for year in held.older] == [("2027", 365), ("2026", 365)]
    assert [(month.count, month.shade) for month in held.older[0].months[:2]] == [(31, 4), (28, 4)]
    assert held.months[0] == "Jan"


def test_two_weeks_around_the_new_year_stand_open_in_both_years() -> None:
    held = calendar([date(2030, 12, 28), date(2031, 1, 3)])
    assert [(year.name, len(year.rows)) for year in held.shown] == [("2031", 1), ("2030", 1)]


def test_the_same_day_of_other_years_newest_first_and_of_leap_years_alone() -> None:
    days = [date(year, 2, 28) for year in range(2019, 2032)] + [date(2020, 2, 29)]
    made = models(days)
    same = made["2025/02/28/index.html"].same_day
    assert [each.day.year for each in same.years] == [
        2031,
        2030,
        2029,
        2028,
        2027,
        2026,
        2024,
        2023,
        2022,
        2021,
    ]
    assert [each.day.year for each in same.more] == [2020, 2019]
    assert [card.title for card in same.years[0].cards] == ["Report 12"]
    assert made["2020/02/29/index.html"].same_day.years == ()
    assert [each.day.year for each in made["index.html"].same_day.years][:2] == [2030, 2029]


def test_charts_count_months_and_days() -> None:
    made = models([date(2031, 5, 2)] * 3 + [date(2031, 5, 9), date(2031, 7, 1)])
    year, month = made["2031/index.html"].chart, made["2031/05/index.html"].chart
    assert [bar.count for bar in year.bars] == [0, 0, 0, 0, 4, 0, 1, 0, 0, 0, 0, 0]
    assert [(bar.count, bar.height) for bar in month.bars if bar.count] == [(3, 100), (1, 33)]
    assert (len(month.bars), month.fullest.first) == (31, date(2031, 5, 2))
    assert (year.bars[4].address, year.bars[0].address) == ("2031/05/index.html", "")
