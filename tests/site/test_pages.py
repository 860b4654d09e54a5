"""The models of pages over a made-up archive."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from daybook.site.late import OPEN
from daybook.site.page import SiteInfo, Text
from helpers.held import archive_of, late_of, pages, read
from helpers.site_samples import ARTICLES, COVERAGE, archive, article

SITE = SiteInfo("The Mere Archive", coverage=COVERAGE, texts=(Text("about", "About", "Some words."),))


@pytest.fixture(scope="module")
def made():
    return {page.address: page for page in pages(archive(), SITE, read)}


def model(made, address):
    return made[address].model


def test_every_kind_has_its_pages(made):
    assert sorted(made) == [
        "2031/05/02/index.html",
        "2031/05/02/river-rises-over-its-banks-at-northmere.html",
        "2031/05/02/river-rises-over-its-banks-at-northmere.raw.html",
        "2031/05/03/alderfold-waits-for-the-water.html",
        "2031/05/03/alderfold-waits-for-the-water.raw.html",
        "2031/05/03/index.html",
        "2031/05/03/volunteers-reach-brackwater.html",
        "2031/05/03/volunteers-reach-brackwater.raw.html",
        "2031/05/index.html",
        "2031/index.html",
        "2031/w18/index.html",
        "404.html",
        "about.html",
        "actors/ada-quill.html",
        "actors/index.html",
        "actors/otto-lark.html",
        "index.html",
        "map.html",
        "places/alderfold.html",
        "places/brackwater.html",
        "places/index.html",
        "places/merland.html",
        "places/northmere.html",
        "places/upper-mere.html",
        "review.html",
        "search.html",
        "sources/delta-wire.html",
        "sources/index.html",
        "sources/not-stated.html",
        "sources/the-mere-post.html",
        "stories/index.html",
        "undated.html",
        "undated/a-note-without-a-day.html",
        "undated/a-note-without-a-day.raw.html",
    ]


def test_days_know_their_neighbours_and_the_day_of_the_event(made):
    first, second = model(made, "2031/05/02/index.html"), model(made, "2031/05/03/index.html")
    assert (first.previous, first.next.address) == (None, "2031/05/03/index.html")
    assert (second.previous.address, second.next) == ("2031/05/02/index.html", None)
    assert (second.counted.number, second.counted.event) == (3, "Flood of the Mere")


def test_a_day_counts_places_towns_first(made):
    places = model(made, "2031/05/03/index.html").places
    assert [(ref.name, ref.count) for ref in places] == [
        ("Northmere", 1),
        ("Alderfold", 1),
        ("Brackwater", 1),
        ("Merland", 1),
        ("Upper Mere", 1),
    ]


def test_articles_know_their_neighbours_in_the_day(made):
    first = made["2031/05/03/alderfold-waits-for-the-water.html"]
    second = made["2031/05/03/volunteers-reach-brackwater.html"]
    before, after = (late_of(archive(), page.address) for page in (first, second))
    assert (before["b"], before["n"]) == ("", "volunteers-reach-brackwater.html")
    assert (before["N"], after["B"]) == (second.model.title, first.model.title)
    assert after["n"] == ""


def test_a_city_tells_its_words_its_neighbours_and_whom_one_meets_there(made):
    city = model(made, "places/northmere.html")
    assert [str(group.day) for group in city.listing.days] == ["2031-05-03", "2031-05-02", "None"]
    marked = [text for quote in city.listing.days[0].items[0].quotes for text, hit in quote.pieces if hit]
    assert marked == ["Northmer"]
    assert [(ref.name, ref.note) for ref in city.near] == [("Alderfold", "80 km"), ("Brackwater", "200 km")]
    assert (city.country.name, city.country.address) == ("Merland", "places/merland.html")
    assert city.region.address == "places/upper-mere.html"
    assert city.coordinates == "51.00° N, 14.00° E"
    assert [(ref.name, ref.count) for ref in city.actors] == [
        ("Ada Quill", 1),
        ("Otto Lark", 1),
        ("Tomas Reed", 1),
    ]


def test_a_country_counts_the_articles_on_any_of_its_places_as_its_filter_does(made):
    country = model(made, "places/merland.html")
    assert (country.within, country.span.articles) == (4, 2)
    assert model(made, "places/northmere.html").within == 0


def test_a_country_and_a_region_list_their_towns(made):
    assert [ref.name for ref in model(made, "places/merland.html").cities] == [
        "Northmere",
        "Alderfold",
        "Brackwater",
    ]
    assert [ref.name for ref in model(made, "places/upper-mere.html").cities] == ["Northmere", "Alderfold"]


def test_an_actor_tells_role_places_and_co_actors(made):
    actor = model(made, "actors/ada-quill.html")
    assert actor.role == "Minister of Rivers"
    assert (actor.span.articles, actor.span.days) == (2, 2)
    assert [ref.name for ref in actor.places][:2] == ["Alderfold", "Northmere"]
    assert [ref.name for ref in actor.actors] == ["River Watch", "Tomas Reed"]


def test_calendar_tells_days_without_articles_from_days_not_collected(made):
    april, may, *_ = model(made, "2031/index.html").months
    cells = {cell.day: cell for grid in (april, may) for week in grid.weeks for cell in week if cell}
    assert (cells[date(2031, 4, 27)].covered, cells[date(2031, 4, 28)].covered) == (False, True)
    assert (cells[date(2031, 5, 3)].count, cells[date(2031, 5, 3)].shade) == (2, 4)
    assert (cells[date(2031, 5, 2)].count, cells[date(2031, 5, 2)].shade) == (1, 3)
    assert cells[date(2031, 5, 4)].address == ""
    assert (april.address, may.total) == ("", 3)


def test_facts_carry_rules_words_and_sentences(made):
    page = model(made, "2031/05/02/river-rises-over-its-banks-at-northmere.html")
    fact = next(f for f in page.tables[0].facts if f.value == "Northmere")
    assert (fact.group, fact.rules, fact.words) == ("Place", ("sample",), ())
    country = next(f for f in page.tables[0].facts if f.value == "Merland")
    assert country.words == ("Merlanders",)
    assert [proof.number for proof in fact.proofs] == [1, 4]
    assert [(left.why, left.count, left.characters) for left in page.left_out] == [
        ("the outlet’s own notice", 2, 15),
        ("caption or credit", 1, 60),
    ]


def test_every_link_of_every_model_leads_to_a_page(made):
    for page in made.values():
        for address in addresses_in(page.model):
            assert address.startswith(OPEN) or address in made, (page.address, address)


def test_a_list_over_200_is_cut_by_month_and_a_long_month_by_day():
    start = date(2031, 1, 1)
    days = [start + timedelta(days=n % 59) for n in range(320)] + [date(2031, 3, 1)] * 230
    articles = [article(f"Report {n}", str(day), f"Northmere, part {n}.") for n, day in enumerate(days)]
    made = {page.address: page for page in pages(archive(*articles), SITE, read)}
    own = made["places/northmere.html"].model.listing
    assert [(part.name, part.count) for part in own.parts] == [
        ("March 2031", 230),
        ("February 2031", 140),
        ("January 2031", 180),
    ]
    assert made["places/northmere/2031-01.html"].model.listing.total == 180
    assert (
        made["places/northmere/2031-03.html"].model.listing.parts[0].address
        == "places/northmere/2031-03-01.html"
    )
    assert made["places/northmere/2031-03-01.html"].model.listing.total == 230
    day = made["2031/03/01/index.html"].model
    assert (len(day.cards) + len(day.others), day.titles) == (230, ())


def test_a_day_of_very_many_articles_is_cut_by_the_letters_of_their_titles():
    held = [
        article(f"{'Report' if n % 6 else 'Note'} {n}", "2031-03-01", f"Northmere, part {n}.")
        for n in range(1200)
    ]
    made = {page.address: page.model for page in pages(archive(*held), SITE, read)}
    day = made["2031/03/01/index.html"]
    assert day.others == ()
    assert [(part.name, part.count) for part in day.titles if "(" not in part.name] == [("N", 200)]
    assert sum(part.count for part in day.titles if part.name.startswith("R (")) == 1000
    parts = [model for address, model in made.items() if address.startswith("2031/03/01/titles/")]
    assert sorted(card.title for model in parts for card in model.cards) == sorted(a.title for a in held)
    assert max(len(model.cards) for model in parts) <= 300
    place = made["places/northmere/2031-03-01.html"].listing
    assert sum(part.count for part in place.parts) == 1200
    assert made["places/northmere/2031-03-01-n.html"].listing.total == 200


def test_a_part_of_a_list_has_the_list_alone_and_leads_to_the_name_s_own_page():
    held = [article(f"Report {n}", "2031-03-01", f"Northmere, part {n}.") for n in range(201)]
    made = {page.address: page for page in pages(archive(*held), SITE, read)}
    part = made["places/northmere/2031-03-01.html"]
    assert (part.template, part.model.own, part.model.part) == (
        "part.html",
        "places/northmere.html",
        "1 March 2031",
    )
    assert [len(group.titles) for group in part.model.listing.days] == [201]


def test_an_empty_archive_has_a_home_page():
    made = {page.address: page for page in pages(archive_of([]), SiteInfo("Empty"), read)}
    assert made["index.html"].model.days == ()
    assert made["search.html"].model.total == 0


def test_later_articles_leave_the_pages_of_other_days_as_they_are():
    added = article("Rain at Farhaven", "2031-05-09", "It rained at Farhaven.")
    before = {page.address: page for page in pages(archive(), SITE, read)}
    after = {page.address: page for page in pages(archive(*ARTICLES, added), SITE, read)}
    assert before["2031/05/02/index.html"].model.cards == after["2031/05/02/index.html"].model.cards
    assert before["places/brackwater.html"] == after["places/brackwater.html"]


def addresses_in(value):
    """Every address that a model holds, wherever it stands in it."""
    if isinstance(value, tuple):
        for item in value:
            yield from addresses_in(item)
    elif hasattr(value, "__dataclass_fields__"):
        for name in value.__dataclass_fields__:
            held = getattr(value, name)
            if name in ("address", "own", "to") and isinstance(held, str) and not held.startswith("feeds/"):
                yield from [held] if held else []
            else:
                yield from addresses_in(held)


def in_passing():
    """Northmere stands for its government in one article, and is the scene of another."""
    return archive(
        article(
            "Talks", "2031-05-02", "Northmere rejects the plan of Merland.", roles={"Northmere": "metonym"}
        ),
        article("Flood", "2031-05-03", "Water stood in Northmere.", outlet="River Watch"),
    )


def test_an_article_that_names_a_town_for_its_government_does_not_count_for_it():
    pages_ = {page.address: page.model for page in pages(in_passing(), SITE, read)}
    town = pages_["places/northmere.html"]
    assert (town.span.articles, [ref.name for ref in town.passing]) == (1, ["Talks"])
    assert [ref.name for ref in pages_["2031/05/02/index.html"].places] == ["Merland"]
    assert [ref.name for card in pages_["2031/05/02/index.html"].cards for ref in card.places] == ["Merland"]
    assert [(ref.name, ref.count) for ref in pages_["index.html"].held.places] == [("Northmere", 1)]
    facts = pages_["2031/05/02/talks.html"].tables[0].facts
    assert [(f.value, f.note) for f in facts if f.group == "Place"] == [
        ("Merland", "country"),
        ("Northmere", "city, QX"),
    ]
    assert "Northmere" not in pages_["2031/05/02/index.html"].head.description


def test_a_card_does_not_repeat_its_source_among_the_actors():
    held = archive(article("Flood", "2031-05-03", "River Watch warned Ada Quill.", outlet="River Watch"))
    card = next(p.model for p in pages(held, SITE, read) if p.address == "2031/05/03/index.html").cards[0]
    assert (card.source.name, [ref.name for ref in card.actors]) == ("River Watch", ["Ada Quill"])


def test_a_copy_of_an_agency_names_both():
    told = article("Flood", "2031-05-03", "Water stood in Northmere.")
    told = replace(told, source=replace(told.source, agency="Delta Wire"))
    card = next(
        p.model for p in pages(archive(told), SITE, read) if p.address == "2031/05/03/index.html"
    ).cards[0]
    assert (card.source.name, card.agency) == ("The Mere Post", "Delta Wire")


def test_a_name_in_capitals_is_no_other_name():
    told = article("Flood", "2031-05-03", "Water stood in Northmer.")
    shouted = replace(told.places[0], aliases=("NORTHMERE", "NORTHMER"))
    held = archive(replace(told, places=(shouted,)))
    assert held.places["gn:1"].forms == ("Northmer",)


def test_an_actor_without_a_page_leads_to_its_article_by_its_day(made):
    rows = {row.ref.name: row for g in model(made, "actors/index.html").list.groups for row in g.rows}
    paged, unpaged = rows["Ada Quill"], rows["Tomas Reed"]
    assert (paged.anchor, paged.articles) == ("", ())
    assert (unpaged.ref.address, unpaged.anchor) == ("actors/index.html", "tomas-reed")
    assert unpaged.articles == (("2 May 2031", "2031/05/02/river-rises-over-its-banks-at-northmere.html"),)
