"""Dates: each file of cases/ is settings up to `---`, a text up to `===`, and the day that must be found, or `undated`."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from daybook import dates
from daybook.clean import clean
from daybook.content.authority import Authority, Event
from daybook.draft import Draft
from daybook.settings import Coverage
from daybook.values import FoundDate, Mention, RawArticle, Stated

CASES = sorted((Path(__file__).parent / "cases").glob("*.txt"))
SPOKEN = yaml.safe_load((Path(__file__).parent / "spoken.yaml").read_text(encoding="utf-8"))
OPEN = Coverage()


def raw(layer: str, path: str = "a.txt", **stated: str) -> RawArticle:
    return RawArticle(path, "0" * 64, "text/plain", layer, Stated(**stated) if stated else Stated())


def find(
    article: RawArticle, authority: Authority | None = None, coverage: Coverage = OPEN
) -> tuple[FoundDate | None, tuple[Mention, ...]]:
    authority = authority or Authority()
    return dates.find(article, clean(article, authority), None, authority, coverage)[:2]


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case(path: Path) -> None:
    head, _, rest = path.read_text(encoding="utf-8").partition("---\n")
    layer, _, expected = rest.partition("===\n")
    coverage, events = OPEN, []
    for key, *values in (line.split() for line in head.splitlines()):
        if key == "coverage":
            coverage = Coverage.parse(values[0])
        else:
            events.append(Event(values[0], values[0], date.fromisoformat(values[1]), (values[0],)))
    found, mentions = find(raw(layer), Authority(events=tuple(events)), coverage)
    time = f" {found.time}" if found and found.time else ""
    told = f"{found.value} {found.rule}{time} | {found.words}" if found else "undated"
    assert told == expected.strip()
    assert all(layer[m.start : m.end] == m.words for m in mentions)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2022-03-03", "2022-03-03"),
        ("2022-03-03T07:33:00+02:00", "2022-03-03"),
        ("Thu, 03 Mar 2022 07:33:00 GMT", "2022-03-03"),
        ("3. März 2022", "2022-03-03"),
        ("03.04.2022", "2022-04-03"),
        ("3/14/2022", "2022-03-14"),
        ("03/04/2022", None),
        ("2022-13-45", None),
        ("May", None),
        ("soon", None),
    ],
)
def test_stated_days(words: str, day: str | None) -> None:
    found, _ = find(raw("Some text of a story.", published=words, origin="sidecar"))
    assert (found.value.isoformat() if found else None) == day


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("2022-03-03-talks.txt", "2022-03-03"),
        ("2022/03/03/talks.txt", "2022-03-03"),
        ("talks_20220303.txt", "2022-03-03"),
        ("12022030377.txt", None),
        ("20221399.txt", None),
        ("2022-03-03-to-2022-03-04.txt", None),
    ],
)
def test_file_names(path: str, day: str | None) -> None:
    found, _ = find(raw("Some text of a story.", path))
    assert (found.value.isoformat() if found else None) == day


@pytest.mark.parametrize("case", SPOKEN, ids=lambda case: case["text"][:40])
def test_days_spoken_of(case: dict[str, Any]) -> None:
    _, mentions = find(raw(case["text"], published=str(case["published"]), origin="json"))
    found = {mention.words: mention.target for mention in mentions}
    expected = {words: str(day) for words, day in case["days"].items()}
    assert {words.removeprefix("on "): day for words, day in found.items()} == expected


def drafts(*articles: RawArticle, coverage: Coverage = OPEN) -> list[Draft]:
    made = []
    for article in articles:
        text = clean(article, Authority())
        found, mentions, _ = dates.find(article, text, None, Authority(), coverage)
        made.append(Draft(article, text, found, (), (), mentions))
    return made


STORY = (
    "The old lighthouse at Cape Sorrow fell into the sea on Tuesday after 1,204 years of storms. "
    "Keeper Ada Holm had left an hour before, carrying the great lens in a wheelbarrow."
)


def test_neighbours_date_the_same_story() -> None:
    coverage = Coverage.parse("2014-05-01..2014-06-30")
    stated = raw(STORY, "a.txt", published="2014-05-13", origin="json")
    other = raw(
        "Parliament voted on the fishing law after a long night.",
        "b.txt",
        published="2014-05-20",
        origin="json",
    )
    silent = raw(STORY + " Nobody was hurt.", "c.txt")
    made = dates.neighbours(drafts(stated, other, silent, coverage=coverage), coverage)
    assert made[2].date is not None
    assert (made[2].date.value, made[2].date.rule) == (date(2014, 5, 13), "neighbours")
    assert ("Tuesday", "2014-05-13") in {(m.words, m.target) for m in made[2].mentions}


def test_neighbours_of_another_weekday_prove_nothing() -> None:
    stated = raw(STORY, "a.txt", published="2014-05-14", origin="json")
    made = dates.neighbours(drafts(stated, raw(STORY, "c.txt")), OPEN)
    assert made[1].date is None


def test_a_day_decades_behind_all_others_is_refused() -> None:
    near = raw("One story of the day.", "a.txt", published="2014-05-13", origin="json")
    far = raw("Another story of the day.", "b.txt", published="2099-01-01", origin="json")
    made = dates.neighbours(drafts(near, far), OPEN)
    assert [draft.date is None for draft in made] == [False, True]


def test_a_notice_with_other_figures_is_another_day() -> None:
    notice = "The central bank set a tender for {} mln crowns, bids by {} hours, terms as before, its spokesman told reporters."
    told = raw(notice.format(225, 1030), "a.txt", published="2014-05-13", origin="json")
    again = raw(notice.format(415, 1430), "b.txt")
    same = raw(notice.format(225, 1030), "c.txt")
    made = dates.neighbours(drafts(told, again, same), OPEN)
    assert [draft.date and draft.date.rule for draft in made] == ["stated", None, "neighbours"]
    assert [(r.target, r.name, r.why) for r in made[1].rivals] == [("2014-05-13", "a.txt", "neighbours")]
    assert 0.3 <= made[1].rivals[0].score < 1


def test_a_lone_day_of_a_large_archive_is_doubted() -> None:
    """`July 29` for June 29: no year, one article, weeks from all others."""
    coverage = Coverage.parse("2014-01-01..2014-12-31")
    slip = raw("PORT NEWS\n\nLISBON, July 29 - The port was shut.", "slip.txt")
    sure = raw("PORT NEWS\n\nLISBON, July 9, 2014 - The port was shut.", "sure.txt")
    lone, full, *_ = drafts(slip, sure, coverage=coverage)
    day = FoundDate(date(2014, 6, 2), "dateline", "June 2")
    many = [
        replace(
            full, raw=replace(full.raw, path=f"{n}.txt"), date=replace(day, value=date(2014, 6, 1 + n % 30))
        )
        for n in range(1200)
    ]
    late = [replace(many[0], date=replace(day, value=date(2014, 9, 1))) for _ in range(3)]
    made = dates.neighbours([lone, full, *many, *late], coverage)
    assert lone.date is not None
    assert made[0].date is None
    assert [problem.code for problem in made[0].problems] == ["alone"]
    assert ("2014-07-29", "alone") in {(rival.target, rival.why) for rival in made[0].rivals}
    assert all(draft.date is not None for draft in made[1:])
    small = dates.neighbours([lone, full, *many[:600], *late], coverage)
    assert small[0].date is not None


def test_neighbours_keep_the_order() -> None:
    made = drafts(raw("B story.", "b.txt"), raw("A story.", "a.txt", published="2014-05-13", origin="json"))
    assert [d.raw.path for d in dates.neighbours(made, OPEN)] == ["b.txt", "a.txt"]


WORDS = st.sampled_from(
    [
        "on",
        "March",
        "3",
        "2022",
        "Monday",
        "said",
        "(May",
        "4)",
        ",",
        "1999-12-31",
        "since",
        "will",
        "last",
        "31",
        "February\n",
        "yesterday",
    ]
)


@given(st.lists(WORDS, max_size=30).map(" ".join))
def test_a_found_day_lies_in_the_coverage_and_is_proven(layer: str) -> None:
    coverage = Coverage.parse("2022-02-01..2022-04-30")
    article = raw(layer)
    found, mentions = find(article, coverage=coverage)
    assert all(layer[m.start : m.end] == m.words for m in mentions)
    if found is not None and coverage.last is not None:
        assert found.value <= coverage.last
        assert found.words in layer


def test_stated_beats_the_text() -> None:
    article = raw("Friday, May 17, 2013\n\nThe choir won.", published="2013-05-18", origin="sidecar")
    found, _ = find(replace(article, path="2001-01-01.txt"))
    assert found is not None
    assert found.value == date(2013, 5, 18)
