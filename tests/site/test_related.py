"""Related articles on an article's page, with what they share, and its neighbours in its town and of its actor."""

from __future__ import annotations

from daybook.site.archive import Archive
from daybook.site.related import MOST, by_article, related
from helpers.held import archive_of, late_of
from helpers.site_samples import article

FLOOD = article("Flood reaches Northmere", "2031-05-02", "The dam at Northmere broke, Ada Quill said.")
DAM = article(
    "Dam at Northmere was old, Quill says", "2031-05-04", "Ada Quill said the dam had cracks.", outlet=None
)
FAIR = article("Spring fair opens at Farhaven", "2031-05-03", "Music and cake in Farhaven.")
LATER = article("Northmere rebuilds", "2031-06-20", "Masons came to Northmere.", roles={"Northmere": "venue"})


def kin(archive: Archive, of: str) -> list[str]:
    prints = {id: id.encode() for id in archive.address}
    return [id for id, _ in by_article(related(archive.articles, prints, {}, map)).get(of, ())]


def test_an_article_is_related_to_those_of_the_same_event_alone():
    archive = archive_of([FLOOD, DAM, FAIR, LATER])
    assert kin(archive, FLOOD.id) == [DAM.id]
    assert kin(archive, FAIR.id) == []


def test_the_page_tells_what_they_share():
    archive = archive_of([FLOOD, DAM, FAIR, LATER])
    values = late_of(archive, archive.address[FLOOD.id])
    assert values["R0"] == "Dam at Northmere was old, Quill says"
    assert values["D0"] == "4 May 2031"
    assert set(values["W0"].split(", ")) <= {"“dam”", "“Northmere”", "Northmere", "Ada Quill"}
    assert values["r1"] == values["R1"] == values["W1"] == ""


def test_at_most_three_are_named():
    many = [article(f"Flood at Northmere, part {n}", f"2031-05-0{n}", "The dam broke.") for n in range(1, 8)]
    more = [article(f"Fair number {n}", f"2031-05-0{n}", f"Cake {n}.") for n in range(1, 8)]
    archive = archive_of([*many, *more])
    assert len(kin(archive, many[0].id)) == MOST


def test_what_was_worked_out_before_stays_where_nothing_around_has_changed():
    archive = archive_of([FLOOD, DAM, FAIR, LATER])
    prints = {id: id.encode() for id in archive.address}
    before = related(archive.articles, prints, {}, map)

    def never(function: object, days: list[object]) -> list[tuple[int, tuple[bytes, tuple[()]]]]:
        raise AssertionError(days)

    assert related(archive.articles, prints, before, never) == before
    changed = related(archive.articles, prints | {LATER.id: b"other"}, before, map)
    assert {day for day in before if changed[day] != before[day]} == {LATER.date.value.toordinal()}


def test_neighbours_in_its_town():
    archive = archive_of([FLOOD, DAM, FAIR, LATER])
    values = late_of(archive, archive.address[LATER.id])
    assert values["C"] == "Northmere"
    assert values["cb"]
    assert not values["cn"]


def test_the_first_and_the_last_day_there_are_break_nothing():
    archive = archive_of([article("Old", "0001-01-01", "Dust."), article("New", "9999-12-31", "Dust.")])
    assert kin(archive, archive.articles[0].id) == []
