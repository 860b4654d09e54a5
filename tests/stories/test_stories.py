"""Articles on the same events are brought together, copies of one text counted once, and a person's word stands above it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daybook.content.authority import AuthorityStory
from daybook.stories.carriers import carriers
from daybook.stories.stories import Stories
from helpers.brought_together import stories_of, titles
from helpers.held import archive_of
from helpers.site_samples import article

TEXT = (
    "The old dam above Northmere broke before dawn and the river ran through the lower town.",
    "Ada Quill said that sixteen families were brought to the school on the hill.",
    "Engineers had warned for years that the sluice gates were rusted through.",
)
BREAKS = article("Dam above Northmere breaks", "2031-05-02", *TEXT)
COPY = article(
    "Northmere flees as the dam breaks",
    "2031-05-02",
    *TEXT[:2],
    "Tomas Reed asked for boats.",
    outlet="The Valley Echo",
)
AGAIN = article(
    "Northmere counts its losses after the dam broke",
    "2031-05-03",
    "Sixteen families of Northmere wait at the school since the old dam broke, Ada Quill said.",
    "Divers look for the sluice gates in the river.",
)
FAIR = article("Spring fair opens at Farhaven", "2031-05-03", "Music and cake in Farhaven.")
LATE = article(
    "Northmere's dam is built anew", "2031-06-20", "The dam at Northmere is built anew, Ada Quill said."
)
ALL = (BREAKS, COPY, AGAIN, FAIR, LATE)

MONEY = [
    article(
        f"Bank gives {n} million of help to the market",
        f"2031-05-{n:02}",
        f"The bank gave the market help of {n} million today. It bought {n + 3} million of bills at {n} percent "
        f"and {n + 7} million of notes, out of the shortage of {n * 9} million that it had forecast for the day.",
    )
    for n in range(2, 20)
]


def test_a_story_goes_on_over_days_and_holds_nothing_else() -> None:
    assert titles(stories_of(archive_of(ALL))) == [[BREAKS.title, COPY.title, AGAIN.title]]


def test_copies_of_one_text_are_one_report() -> None:
    story = stories_of(archive_of(ALL)).of[BREAKS.id]
    assert [[a.title for a in report] for report in story.reports] == [
        [BREAKS.title, COPY.title],
        [AGAIN.title],
    ]


def test_what_a_copy_changes_is_told_sentence_by_sentence() -> None:
    report = stories_of(archive_of(ALL)).of[BREAKS.id].reports[0]
    (carrier,) = carriers(report)
    assert [(c.first and c.first.words, c.other and c.other.words) for c in carrier.changes] == [
        (TEXT[2], "Tomas Reed asked for boats.")
    ]
    assert carrier.more == 0


def test_notices_of_one_form_day_by_day_are_no_story() -> None:
    assert titles(stories_of(archive_of(MONEY))) == []


def test_articles_that_name_the_same_and_tell_otherwise_are_no_story() -> None:
    other = article(
        "Northmere elects a council",
        "2031-05-03",
        "Northmere voted for eleven seats by a small turnout, and Tomas Reed keeps his by two votes.",
    )
    assert titles(stories_of(archive_of([BREAKS, other, FAIR]))) == []


def test_a_story_is_called_by_its_most_telling_report_or_by_a_persons_word() -> None:
    held = archive_of(ALL)
    assert stories_of(held).of[AGAIN.id].name in {BREAKS.title, COPY.title}
    named = stories_of(held, by_hand=[AuthorityStory(AGAIN.id, "The dam")])
    assert named.of[BREAKS.id].name == "The dam"


def test_a_person_takes_articles_out_of_a_story() -> None:
    apart = AuthorityStory(COPY.id, apart=(COPY.id, FAIR.id))
    found = stories_of(archive_of(ALL), by_hand=[apart])
    assert titles(found) == [[BREAKS.title, AGAIN.title], [COPY.title, FAIR.title]]


def test_a_story_keeps_its_address_when_the_article_it_was_given_for_is_taken_out() -> None:
    held = archive_of(ALL)
    before = stories_of(held)
    slug, owner = before.of[AGAIN.id].slug, before.of[AGAIN.id].id
    apart = [AuthorityStory(owner, apart=(owner,))]
    stay = [each for each in (BREAKS, COPY, AGAIN) if each.id != owner]
    for settled in (before.settled, stories_of(held, before.settled, apart).settled):
        after = stories_of(held, settled, apart)
        assert {after.of[each.id].slug for each in stay} == {slug}
        assert after.of[owner].slug == ""
    assert stories_of(held, after.settled).of[owner].slug == slug


def test_a_person_brings_stories_together_however_far_they_lie_apart() -> None:
    merged = AuthorityStory(AGAIN.id, "The dam", merged=(LATE.id, "0" * 12))
    found = stories_of(archive_of(ALL), by_hand=[merged])
    assert titles(found) == [[BREAKS.title, COPY.title, AGAIN.title, LATE.title]]
    assert found.of[LATE.id].name == "The dam"


def test_its_address_stays_when_an_older_article_is_found() -> None:
    first = stories_of(archive_of([COPY, AGAIN, FAIR]))
    assert first.of[AGAIN.id].slug == COPY.slug
    older = replace(BREAKS, date=replace(BREAKS.date, value=BREAKS.date.value.replace(day=1)))  # type: ignore[type-var,arg-type]
    grown = stories_of(archive_of([older, COPY, AGAIN, FAIR]), first.settled)
    assert (grown.of[older.id].id, grown.of[older.id].slug) == (COPY.id, COPY.slug)
    assert grown.settled == first.settled


def test_stories_grown_into_one_have_the_address_of_the_older() -> None:
    held = archive_of(ALL)
    apart = stories_of(held, by_hand=[AuthorityStory(AGAIN.id, apart=(AGAIN.id, FAIR.id))])
    slugs = {story.slug for story in apart.all if story.slug}
    one = stories_of(held, apart.settled, [AuthorityStory(AGAIN.id, merged=(FAIR.id,))])
    assert len({one.of[a.id].slug for a in (BREAKS, COPY, AGAIN, FAIR)}) == 1
    assert one.of[AGAIN.id].slug == apart.of[BREAKS.id].slug
    assert slugs <= set(one.settled.values())


def test_two_branches_that_gave_one_slug_twice_leave_it_to_the_first() -> None:
    settled = {BREAKS.id: "dam", FAIR.id: "dam"}
    found = stories_of(archive_of(ALL), settled)
    assert list(found.settled.values()).count("dam") == 1
    assert len(set(found.settled.values())) == len(found.settled)


@pytest.mark.parametrize("taken", [{}, {"0" * 12: BREAKS.slug}])
def test_no_two_stories_share_an_address(taken: dict[str, str]) -> None:
    found = stories_of(archive_of(ALL), taken)
    slugs = [story.slug for story in found.all if story.slug]
    assert len(set(slugs)) == len(slugs)
    assert not set(slugs) & set(taken.values())


WORDS = (
    "dam",
    "river",
    "school",
    "boats",
    "council",
    "harvest",
    "Northmere",
    "Ada Quill",
    "Brackwater",
    "fair",
)
texts = st.lists(st.sampled_from(WORDS), min_size=2, max_size=8).map(" ".join)
news = st.lists(st.tuples(texts, texts, st.integers(1, 28)), min_size=1, max_size=14)


def made(given: list[tuple[str, str, int]], settled: dict[str, str] | None = None) -> Stories:
    held = [article(title, f"2031-05-{day:02}", f"{text}.") for title, text, day in given]
    return stories_of(archive_of({each.id: each for each in held}.values()), settled)


@given(news)
def test_each_article_is_in_one_story_and_nothing_changes_when_asked_again(
    given: list[tuple[str, str, int]],
) -> None:
    found = made(given)
    held = [article.id for story in found.all for article in story.articles]
    assert sorted(held) == sorted(set(held)) == sorted(found.of)
    for story in found.all:
        assert sorted(a.id for report in story.reports for a in report) == sorted(
            a.id for a in story.articles
        )
        assert bool(story.slug) == (len(story.articles) > 1)
    assert made(given, dict(found.settled)) == found


@given(news, news)
def test_an_address_that_was_given_is_kept_while_the_archive_grows(
    given: list[tuple[str, str, int]], added: list[tuple[str, str, int]]
) -> None:
    before = made(given)
    after = made([*given, *added], dict(before.settled))
    assert before.settled.items() <= after.settled.items()
    for story in before.all:
        if story.slug:
            now = after.of[story.id]
            assert now.slug == story.slug or (now.slug in after.settled.values() or not now.slug)
