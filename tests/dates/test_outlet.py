"""The line in which an outlet prints its day, as its entry in the authority file has it."""

from __future__ import annotations

import pytest

from daybook import dates, pipeline
from daybook.clean import clean
from daybook.content.authority import Authority, Outlet
from daybook.errors import DaybookError
from daybook.settings import Coverage
from daybook.values import FoundDate, RawArticle

STORY = (
    "Harbour opens again\n\n{line}\n\nShips came in on Saturday, the port said. They brought timber and rope."
)


def find(line: str, *templates: str, coverage: str = "..") -> FoundDate | None:
    layer = STORY.format(line=line)
    raw = RawArticle("a.txt", "0" * 64, "text/plain", layer)
    outlet = Outlet("The Harbour Post", date=templates)
    authority = Authority(sources=(outlet,))
    found, mentions, _ = dates.find(raw, clean(raw, authority), outlet, authority, Coverage.parse(coverage))
    assert all(layer[m.start : m.end] == m.words for m in mentions)
    return found


@pytest.mark.parametrize(
    ("template", "line", "day"),
    [
        ("Posted on {date}", "POSTED ON  14 September 2019 ", "2019-09-14"),
        ("{date} | The Harbour Post", "Sept. 14, 2019 | The Harbour Post", "2019-09-14"),
        ("{day}/{month}/{year}", "03/04/2019", "2019-04-03"),
        ("{month}/{day}/{year}", "03/04/2019", "2019-03-04"),
        ("No. 12 ({day} {month} {year})", "No. 12 (3 avril 2019)", "2019-04-03"),
        ("Posted on {date}", "Posted on a whim", None),
        ("{day}/{month}/{year}", "03/14/2019", None),
        ("a+b {date}", "aab 14 September 2019", None),
    ],
)
def test_a_line_as_a_person_wrote_it_down(template: str, line: str, day: str | None) -> None:
    found = find(line, template)
    assert (found.value.isoformat() if found and found.rule == "outlet" else None) == day


def test_a_year_left_out_is_that_of_the_coverage() -> None:
    found = find("14.9.", "{day}.{month}.", coverage="2019-01-01..2019-12-31")
    assert found is not None
    assert (found.value.isoformat(), found.rule) == ("2019-09-14", "outlet")


def test_lines_that_disagree_prove_nothing() -> None:
    assert find("1/2/2019\n\n7/9/2019", "{day}/{month}/{year}") is None


@pytest.mark.parametrize(
    "template", ["Posted", "{when}", "{date} {date}", "{day}", "{date", "{date:%d}", "{}"]
)
def test_a_template_without_a_day_is_an_error_that_says_so(template: str) -> None:
    """Before an article is read, whether or not one of that outlet is there."""
    authority = Authority(sources=(Outlet("The Harbour Post", date=(template,)),))
    with pytest.raises(DaybookError, match=r"The Harbour Post.*\{date\}"):
        pipeline.extract([], authority, Coverage(), map)
