"""A story's page: its reports by day, what they tell alike and otherwise, and where each cell leads."""

from __future__ import annotations

from daybook.site.desk import Desk
from daybook.site.kinds import day, redirect, stories, story
from daybook.site.page import SiteInfo
from daybook.stories.stories import Story
from helpers.brought_together import stories_of
from helpers.held import archive_of, read
from helpers.site_samples import article

FIRST = article(
    "Dam above Northmere breaks",
    "2031-05-02",
    "The old dam above Northmere broke before dawn and the river ran through the lower town.",
    "Ada Quill said that sixteen families were brought to the school on the hill.",
    "Engineers had warned for years that the sluice gates were rusted through.",
)
SECOND = article(
    "Northmere counts its losses after the dam broke",
    "2031-05-03",
    "Sixteen families of Northmere wait at the school since the old dam broke, Ada Quill told Brackwater.",
    "Divers look for the sluice gates in the river.",
    outlet="River Watch",
)
THIRD = article(
    "Sluice gates of Northmere's dam were rusted",
    "2031-05-03",
    "Rust had eaten the sluice gates of the old dam, Ada Quill was told by engineers of Brackwater.",
    "The families of Northmere left their school for tents.",
    outlet="The Valley Echo",
)
FAIR = article("Spring fair opens at Farhaven", "2031-05-03", "Music and cake in Farhaven.")


def desk(*articles: object) -> Desk:
    held = archive_of(articles or (FIRST, SECOND, THIRD, FAIR))  # type: ignore[arg-type]
    return Desk(held, SiteInfo("Days"), read, stories=stories_of(held))


def told(at: Desk) -> Story:
    return at.stories.of[FIRST.id]


def test_its_reports_stand_day_by_day() -> None:
    at = desk()
    page = story.own(at, told(at))
    assert page.address == f"stories/{FIRST.slug}.html"
    days = page.model.days  # type: ignore[attr-defined]
    assert [(each.day.day, [report.card.title for report in each.reports]) for each in days] == [
        (2, [FIRST.title]),
        (3, [SECOND.title, THIRD.title]),
    ]


def test_a_cell_leads_to_its_sentence_and_silence_is_none() -> None:
    at = desk()
    table = story.own(at, told(at)).model.differences  # type: ignore[attr-defined]
    rows = {row.name: row for group in table.groups for row in group.rows}
    assert [column.name for column in table.columns] == ["The Mere Post", "River Watch", "The Valley Echo"]
    assert [[way.words for way in cell] for cell in rows["Northmere"].cells] == [["Northmere"]] * 3
    sentences = {s.id for s in FIRST.sentences}
    assert rows["Northmere"].cells[0][0].anchor in sentences
    assert [bool(cell) for cell in rows["Brackwater"].cells] == [False, True, True]
    assert rows["Brackwater"].note == "told by 2 of 3"


def test_a_day_tells_its_stories_together_and_then_the_rest() -> None:
    at = desk()
    page = day.own(at, SECOND.date.value)  # type: ignore[union-attr]
    shown = page.model.told  # type: ignore[attr-defined]
    assert [(each.name != "", [card.title for card in each.cards]) for each in shown] == [
        (True, [SECOND.title, THIRD.title]),
        (False, [FAIR.title]),
    ]
    assert (shown[0].articles, shown[0].days) == (3, 2)


def test_the_list_has_its_month() -> None:
    at = desk()
    first, month = stories.pages(at)
    assert (first.address, month.address) == ("stories/index.html", "stories/months/2031-05.html")
    assert [[row.articles for row in block.rows] for block in month.model.blocks] == [[3]]  # type: ignore[attr-defined]


def test_an_archive_without_stories_has_an_empty_list() -> None:
    assert [page.address for page in stories.pages(desk(FAIR))] == ["stories/index.html"]


def test_the_address_of_a_story_whose_article_is_gone_leads_to_the_list() -> None:
    held = archive_of([FIRST, SECOND, THIRD, FAIR])
    made = stories_of(held, {"0" * 12: "gone", FAIR.id: "fair"})
    at = Desk(held, SiteInfo("Days"), read, stories=made)
    leads = {page.address: page.model.to for page in redirect.pages(at)}  # type: ignore[attr-defined]
    assert leads == {
        "stories/gone.html": "stories/index.html",
        "stories/fair.html": held.address[FAIR.id],
    }
