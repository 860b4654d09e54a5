"""Where a point lies in a picture, which picture a page shows, and what of the archive's places stands on the map."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from daybook.errors import SettingError
from daybook.search.digits import steps, written
from daybook.settings import Settings
from daybook.site.archive import Archive
from daybook.site.desk import Desk
from daybook.site.kinds import map as map_page
from daybook.site.map_data import FIRST
from daybook.site.maps import WIDTH, Maps, View
from daybook.site.page import SiteInfo
from daybook.site.parts import locator
from daybook.values import Place
from helpers.archive import ROOT
from helpers.held import archive_of, read
from helpers.site_samples import archive, article

MAPS = Maps.load(ROOT / "build/theme/map/un/views.json")
KYIV, SYDNEY = (50.45, 30.52), (-33.87, 151.21)


def desk(held: Archive) -> Desk:
    return Desk(held, SiteInfo("The Mere Archive"), read, maps=MAPS)


def told(*places: Place) -> Archive:
    """An archive of one article that tells of these places, the first of them twice."""
    held = article("Flood", "2031-05-03", "Water stood in Northmere.")
    mention = held.mentions[0]
    mentions = tuple(replace(mention, target=place.id) for place in (*places, places[0]))
    return archive_of([replace(held, places=places, mentions=mentions)])


def town(name: str, lat: float | None, lon: float | None, country: str) -> Place:
    return Place(f"my:{name.lower()}", name, "city", country, lat, lon)


@pytest.mark.parametrize("borders", ["un", "natural-earth"])
def test_every_country_of_the_table_of_pictures_has_its_middle_in_it(borders: str) -> None:
    maps = Maps.load(ROOT / f"build/theme/map/{borders}/views.json")
    assert len(maps.views) > 200
    for name, view in maps.views.items():
        spot = view.spot((view.lat, view.lon))
        assert name == "world" or spot, name
        assert not spot or (spot.x, spot.y) == (
            pytest.approx(view.x, abs=0.1),
            pytest.approx(view.y, abs=0.1),
        )
        assert (ROOT / f"build/theme/map/{borders}/{name}.svg").is_file()


def test_a_point_lies_where_d3_puts_it() -> None:
    """Figures of d3-geo 3.1: geoAzimuthalEqualArea().rotate([-30, -50]).scale(500).translate([150, 100]), geoNaturalEarth1()."""
    view = View("region", 30, 50, 500, 150, 100, 200)
    assert view.spot((48, 35)) == (179.2, 116.5)
    world = MAPS.views["world"]
    assert world.spot((0, 0)) == (150.0, pytest.approx(world.y, abs=0.1))


@given(lat=st.floats(-90, 90), lon=st.floats(-180, 180))
def test_the_world_holds_every_point(lat: float, lon: float) -> None:
    for view in MAPS.views.values():
        spot = view.spot((lat, lon))
        assert spot is None or (0 <= spot.x <= WIDTH and 0 <= spot.y <= view.height)
    if abs(lat) < 80 and abs(lon) < 170:
        assert MAPS.views["world"].spot((lat, lon))


def test_a_town_stands_in_the_picture_of_its_country() -> None:
    held = told(town("Kyiv", *KYIV, "UA"))
    found = locator.of_place(desk(held), held.places["my:kyiv"])
    assert found
    assert (found.address, found.title) == ("theme/map/804.svg", "Kyiv, Ukraine")
    assert [dot.label for dot in found.dots] == ["Kyiv"]


def test_a_town_far_from_its_country_and_one_of_no_known_country_stand_in_that_of_a_region() -> None:
    for country in ("FR", "QX"):
        held = told(town("Sydney", *SYDNEY, country))
        found = locator.of_place(desk(held), held.places["my:sydney"])
        assert found
        assert found.address == "theme/map/oceania.svg"


def test_a_country_shows_its_towns_and_a_place_without_coordinates_shows_nothing() -> None:
    ukraine = Place("iso:UA", "Ukraine", "country", "UA", 49, 32)
    held = told(town("Kyiv", *KYIV, "UA"), town("Nowhere", None, None, "UA"), ukraine)
    found = locator.of_place(desk(held), held.places["iso:UA"])
    assert found
    assert [dot.label for dot in found.dots] == ["Kyiv"]
    assert locator.of_place(desk(held), held.places["my:nowhere"]) is None


def test_a_day_shows_the_closest_picture_of_most_mentions_and_names_what_lies_beyond() -> None:
    held = told(town("Kyiv", *KYIV, "UA"), town("Sydney", *SYDNEY, "AU"), town("Nowhere", None, None, "UA"))
    found = locator.of_places(desk(held), [("my:kyiv", 5), ("my:sydney", 1), ("my:nowhere", 3)])
    assert found
    assert (found.address, found.outside) == ("theme/map/804.svg", "Sydney")
    even = locator.of_places(desk(held), [("my:kyiv", 1), ("my:sydney", 1)])
    assert even
    assert (even.address, even.outside, len(even.dots)) == ("theme/map/world.svg", "", 2)


@given(st.lists(st.tuples(st.floats(44, 53), st.floats(22, 41)), min_size=1, max_size=12))
def test_labels_stay_inside_and_apart(points: list[tuple[float, float]]) -> None:
    held = told(*(town(f"Town {n}", lat, lon, "UA") for n, (lat, lon) in enumerate(points)))
    found = locator.of_places(desk(held), [(id, 1) for id in held.places])
    assert found
    boxes = []
    for dot in found.dots:
        if dot.label:
            wide = 5.4 * len(dot.label)
            left = dot.at[0] - (wide if dot.anchor == "end" else 0)
            boxes.append((left, dot.at[1] - 8, left + wide, dot.at[1] + 1))
    assert all(left >= 0 and right <= WIDTH for left, _, right, _ in boxes)
    for n, one in enumerate(boxes):
        for other in boxes[:n]:
            assert (
                one[2] < other[0] + 0.2
                or other[2] < one[0] + 0.2
                or one[3] < other[1] + 0.2
                or other[3] < one[1] + 0.2
            )


def test_the_map_has_every_place_those_without_coordinates_by_name() -> None:
    held = told(
        town("Kyiv", *KYIV, "UA"),
        town("Nowhere", None, None, "UA"),
        Place("iso:UA", "Ukraine", "country", "UA", 49, 32),
    )
    page, *scripts = map_page.pages(desk(held))
    model = page.model
    assert sorted(ref.name for ref in model.rows) == ["Kyiv", "Nowhere", "Ukraine"]
    assert ([ref.name for ref in model.unplaced], len(model.dots)) == (["Nowhere"], 1)
    told_to_script = {address: handed(data) for address, data in scripts}
    places = told_to_script["map/places.js"]
    assert places["names"] == ["Kyiv", "Nowhere", "Ukraine"]
    assert places["addresses"][0] == ""
    assert places["points"] == written(np.array([14046, 21052, 0, 0, 0, 0]))[0]
    assert places["counts"] == written(np.array([1, 1, 1]))[0]
    assert told_to_script["map/articles.js"] == [steps([0])] * 3


def test_of_very_many_places_a_first_look_brings_the_most_told_of() -> None:
    held = told(*[town(f"Town {number}", *KYIV, "UA") for number in range(FIRST + 2)])
    _, *scripts = map_page.pages(desk(held))
    told_to_script = {address: handed(data) for address, data in scripts}
    first, rest = told_to_script["map/places.js"], told_to_script["map/rest.js"]
    assert (len(first["names"]), first["all"], len(rest["names"])) == (FIRST, FIRST + 2, 2)
    assert len({*first["names"], *rest["names"]}) == FIRST + 2
    assert set(rest) == set(first) - {"days", "all", "countries"}


def handed(data: bytes) -> Any:
    """What a script hands over."""
    return json.loads(data.decode().split(",", 1)[1].rstrip(");\n"))


def test_an_archive_without_places_has_an_empty_map() -> None:
    page, *_ = map_page.pages(desk(archive_of([])))
    assert (page.model.rows, page.model.dots, page.model.unplaced) == ((), (), ())


def test_a_theme_without_maps_has_pages_without_small_ones() -> None:
    bare = Desk(archive(), SiteInfo("The Mere Archive"), read)
    assert locator.of_place(bare, bare.archive.places["gn:1"]) is None


def test_the_setting_knows_two_ways_of_seeing_borders() -> None:
    with pytest.raises(SettingError, match="expected 'un' or 'natural-earth', found 'russia'"):
        Settings.from_mapping({"borders": "russia"}, "pelican.conf.py")


def test_pictures_that_cannot_be_read_are_told(tmp_path: Path) -> None:
    broken = tmp_path / "views.json"
    broken.write_text('{"804": 3}', "utf-8")
    for path in (broken, tmp_path / "none.json"):
        with pytest.raises(SettingError, match="expected the theme's maps"):
            Maps.load(path)
