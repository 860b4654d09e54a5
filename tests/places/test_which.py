"""Which place of a name is meant, what settled it, what was passed over, and what a person has to say in it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from daybook import places
from daybook.actors.names import Names
from daybook.content.authority import Authority, AuthorityPlace, Outlet
from daybook.errors import DaybookError
from daybook.values import CleanText, Mention, Place, RawArticle, Rival, Sentence, Span

Told = tuple[tuple[Place, ...], tuple[Mention, ...], tuple[Rival, ...]]


def read(text: str, outlet: Outlet | None = None, authority: Authority | None = None) -> Told:
    clean = CleanText(None, None, False, (Span(0, len(text)),), (Sentence("s1", 0, len(text), 0),), ())
    raw = RawArticle("a.txt", "", "text/plain", text)
    return places.find(raw, clean, Names(), outlet, authority or Authority())


def place(told: Told, name: str) -> Place:
    return next(p for p in told[0] if p.name == name)


@pytest.mark.parametrize(
    ("text", "name", "country", "why"),
    [
        ("A bus burned in Ouagadougou.", "Ouagadougou", "BF", "only"),
        ("A fire broke out near Springfield, Ill., on Monday.", "Springfield", "US", "stated"),
        ("Trains to Valencia stopped, the Venezuelan army said in Caracas.", "Valencia", "VE", "country"),
        (
            "Crews left Peoria, Bloomington and Decatur for Springfield in Illinois.",
            "Springfield",
            "US",
            "region",
        ),
        ("The tower stands in Paris.", "Paris", "FR", "population"),
    ],
)
def test_a_place_says_what_settled_it(text: str, name: str, country: str, why: str) -> None:
    found = place(read(text), name)
    assert (found.country, found.why) == (country, why)
    assert 0 < found.confidence <= 1


def test_an_open_name_has_its_rivals_told_apart() -> None:
    told = read("Police in Springfield closed a bridge.")
    town = place(told, "Springfield")
    rivals = [r for r in told[2] if r.of == f"place {town.id}"]
    assert town.why == "population"
    assert 2 <= len(rivals) <= 3
    assert all(r.name.startswith("Springfield, ") and r.name.endswith(", US") for r in rivals)
    assert all(town.confidence >= r.score >= 0.02 and r.target != town.id for r in rivals)
    assert town.confidence + sum(r.score for r in rivals) <= 1.01
    assert len({r.name for r in rivals}) == len(rivals)


def test_a_country_and_a_region_of_one_name_are_told_apart() -> None:
    _, _, rivals = read("Storms reached Georgia, and Savannah lost its power.")
    assert {r.name for r in rivals} >= {"Georgia, country"}


def test_a_town_and_the_division_around_it_are_no_rivals() -> None:
    told = read("Shells fell on Kharkiv and on Kherson, Ukraine's army said.")
    assert told[2] == ()
    assert all(p.confidence > 0.9 for p in told[0])


def test_a_great_city_stands_before_the_region_of_its_name() -> None:
    told = read("The ambassador of Chad spoke in New York, and flew to Washington.")
    assert [p.name for p in told[0]] == ["Chad", "New York City", "Washington, D.C."]


def test_an_outlets_home_settles_its_own_towns() -> None:
    text = "The council of Newport meets on Monday, and so does that of Bristol."
    welsh = Outlet("Usk Echo", home="gn:2641598")
    american = Outlet("Bay Echo", home="gn:5223681")
    assert place(read(text, welsh), "Newport").country == "GB"
    assert place(read(text, american), "Newport").region == "Rhode Island"
    assert place(read("A shop burned in Newport.", american), "Newport").why == "home"


def test_a_metropolis_paper_writes_of_the_world() -> None:
    told = read("The minister flew to Rome and Athens.", Outlet("Gotham Post", home="gn:5128581"))
    assert [p.country for p in told[0]] == ["IT", "GR"]


def test_an_outlet_is_at_home_in_a_place_of_the_authority() -> None:
    own = Authority(
        places=(AuthorityPlace("my:vale", "Vale", kind="city", country="GB", lat=51.6, lon=-3.0),),
        sources=(Outlet("Vale News", home="my:vale"),),
    )
    places.check(own)
    assert place(read("A shop burned in Newport.", own.sources[0], own), "Newport").country == "GB"


@pytest.mark.parametrize("home", ["gn:999999999", "gn:", "gn:x", "my:nowhere", ""])
def test_a_home_that_nobody_knows_is_an_error(home: str) -> None:
    own = Authority(sources=(Outlet("Nowhere Times", home=home),))
    with pytest.raises(DaybookError, match=r"Nowhere Times, home: expected .* found"):
        places.check(own)


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        (AuthorityPlace("gn:70344", "Kyiv"), r"Kyiv \(UA\) is gn:703448.* give kind and lat and lon"),
        (AuthorityPlace("gn:70344", "Qxzzy", kind="city"), "no place of that name is known"),
        (AuthorityPlace("iso:UA-99", "Kyiv"), "an id that the gazetteer has"),
        (AuthorityPlace("dayb:kyiw", "Kyiw"), "give kind as well"),
    ],
)
def test_an_id_of_the_gazetteers_kind_that_it_lacks_is_an_error(entry: AuthorityPlace, said: str) -> None:
    with pytest.raises(DaybookError, match=f"places.yaml, entry '{entry.id}'.*{said}"):
        places.check(Authority(places=(entry,)))


@pytest.mark.parametrize(
    "entry",
    [
        AuthorityPlace("gn:703448", "Kyiv"),
        AuthorityPlace("gn:70344", "Kyiw", kind="city", lat=50.4, lon=30.5),
        AuthorityPlace("dayb:kyiw", "Kyiw", kind="site"),
        AuthorityPlace("my:kyiw", "Kyiw"),
    ],
    ids=lambda entry: entry.id,
)
def test_an_entry_that_says_enough_is_taken(entry: AuthorityPlace) -> None:
    places.check(Authority(places=(entry,)))


def test_without_an_outlet_nothing_is_where_the_outlet_is_at_home() -> None:
    told = read(
        "The neighbours in Birmingham saw a grey lorry. The labour programme of the council, the colour of the "
        "theatre and the harbour centre, a favourite."
    )
    whys = {each.why for each in (*told[0], *told[2])}
    assert "manner" in whys
    assert "home" not in whys


def test_a_country_behind_a_town_is_no_container_where_it_begins_an_office() -> None:
    told = read("In Warsaw, U.S. Vice President Ann Sample met Polish officials.")
    assert place(told, "Warsaw").country == "PL"


def test_a_village_far_from_the_articles_world_has_no_spot() -> None:
    told = read(
        "Soldiers of Mali left Bamako and Mopti, and shots fell in the village of Moura, Mali's army said."
    )
    village = place(told, "Moura")
    assert (village.lat, village.why) == (None, "unlisted")
    assert {r.name for r in told[2] if r.of == f"place {village.id}"} >= {"Moura, Beja, PT"}


def test_a_name_kept_apart_from_a_place_never_means_it() -> None:
    text = "Police in Springfield closed a bridge."
    town = place(read(text), "Springfield")
    own = Authority(apart=frozenset({frozenset({"springfield", town.id})}))
    told = read(text, authority=own)
    assert place(told, "Springfield").id != town.id
    assert town.id not in {r.target for r in told[2]}


def test_a_name_that_only_articles_know_can_be_kept_from_being_a_place() -> None:
    text = "Soldiers of Mali left Bamako and Mopti, and shots fell in the village of Moura, Mali's army said."
    village = place(read(text), "Moura")
    left = read(text, authority=Authority(apart=frozenset({frozenset({"moura", village.id})})))
    assert "Moura" not in {each.name for each in left[0]}


def test_a_name_kept_apart_from_all_it_could_mean_is_no_place() -> None:
    own = Authority(apart=frozenset({frozenset({"ouagadougou", "gn:2357048"})}))
    assert read("A bus burned in Ouagadougou.", authority=own)[0] == ()


@pytest.mark.parametrize(
    ("alias", "text"),
    [
        ("Lisbon", "A shop burned in Lisbon on Monday."),
        ("Київ", "Про це пише Київ у неділю."),
        ("Одеса", "Місто Одеса чекає."),
        ("El Puerto", "They sailed to El Puerto at dawn."),
    ],
)
def test_an_alias_of_a_person_wins_in_any_script(alias: str, text: str) -> None:
    own = Authority(places=(AuthorityPlace("gn:698740", "Odesa", (alias,)),))
    told = read(text, authority=own)
    assert [(p.id, p.name, p.lat is not None, p.why) for p in told[0]] == [
        ("gn:698740", "Odesa", True, "authority")
    ]


def test_an_alias_that_is_a_demonym_stays_one() -> None:
    own = Authority(places=(AuthorityPlace("gn:698740", "Odesa", ("Romans",)),))
    _, mentions, _ = read("The Romans met in Oslo.", authority=own)
    assert [(m.target, m.role) for m in mentions] == [("gn:698740", "demonym"), ("gn:3143244", "event")]


@pytest.mark.parametrize("never", ["lima", "lima times", "old lima"])
def test_words_that_are_no_name_hold(never: str) -> None:
    told = read(
        "He read the Lima Times and old Lima reports in Oslo.", authority=Authority(never=frozenset({never}))
    )
    said = [m.words for m in told[1]]
    assert "Oslo" in said
    assert said.count("Lima") == {"lima": 0, "lima times": 1, "old lima": 1}[never]


def test_what_a_person_said_is_the_same_in_any_order() -> None:
    one = AuthorityPlace("gn:698740", "Odesa", ("Tigerstaden",))
    two = AuthorityPlace("gn:3143244", "Oslo", ("Gate Four",))
    text = "A bus left Tigerstaden for Gate Four."
    assert read(text, authority=Authority(places=(one, two))) == read(
        text, authority=Authority(places=(two, one))
    )
    assert replace(one) == one
