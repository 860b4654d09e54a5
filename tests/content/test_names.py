"""Addresses of names: settled once, moved by a person, and answering for ever."""

from __future__ import annotations

import pytest

from daybook.content import names, slugs
from daybook.content.authority import Authority, AuthorityActor, AuthorityPlace, Outlet
from daybook.content.register import Merge, Register
from daybook.values import Actor, Article, Place, Source


def article(*things: Actor | Place, outlet: str | None = None) -> names.Cast:
    return names.cast(Article(
        "a" * 12, "a", "A", None, "", Source(outlet), None, "en", "ltr",
        tuple(thing for thing in things if isinstance(thing, Place)),
        tuple(thing for thing in things if isinstance(thing, Actor)), (), "", "",
    ))  # fmt: skip


def actor(id: str, name: str, country: str | None = None) -> Actor:
    return Actor(id, name, "person", country=country)


def named(id: str, name: str) -> Authority:
    return Authority(actors=(AuthorityActor(id, name),))


def test_a_shorter_name_moves_the_page_as_well() -> None:
    memory = Register()
    names.settle(memory, [article(actor("ann-berg", "Ann Berg"))], Authority())
    names.settle(memory, [article(actor("ann-berg", "Ann"))], named("ann-berg", "Ann"))
    assert memory.names == {("actor", "ann-berg"): "ann"}
    assert memory.redirects == {"actors/ann-berg.html": "actors/ann.html"}


@pytest.mark.parametrize(
    "held", ["ann-berg", "ann-berg-gb", "ann-berg-person", "ann-berg-2", "ann-berg-ann-b"]
)
def test_a_longer_slug_of_the_same_name_stays(held: str) -> None:
    memory = Register(names={("actor", "ann-b"): held})
    names.settle(memory, [article(actor("ann-b", "Ann Berg", "SE"))], named("ann-b", "Ann Berg"))
    assert memory.names["actor", "ann-b"] == held
    assert memory.redirects == {}


def test_a_name_that_nobody_writes_about_any_more_keeps_its_address() -> None:
    memory = Register(names={("actor", "ann-b"): "ann-berg"})
    names.settle(memory, [], named("ann-b", "Ann Tal"))
    assert memory.names == {("actor", "ann-b"): "ann-berg"}


def test_a_place_by_another_name() -> None:
    memory = Register(names={("place", "gn:1"): "kiev"})
    authority = Authority(places=(AuthorityPlace("gn:1", "Kyiv"),))
    names.settle(memory, [article(Place("gn:1", "Kyiv", "city", "UA"))], authority)
    assert memory.names["place", "gn:1"] == "kyiv"
    assert memory.redirects == {"places/kiev.html": "places/kyiv.html"}


def test_a_place_whose_name_a_person_gave_to_another_leads_there() -> None:
    memory = Register()
    oslo, lom = Place("gn:1", "Oslo", "city", "NO"), Place("gn:2", "Lom", "city", "NO")
    names.settle(memory, [article(oslo, lom)], Authority())
    one = AuthorityPlace("gn:2", "Lom", ("Oslo",))
    names.settle(memory, [article(lom)], Authority(places=(one,)))
    assert memory.redirects == {"places/oslo.html": "places/lom.html"}
    names.settle(memory, [article(oslo, lom)], Authority())  # taken back
    assert memory.redirects == {}


def test_a_place_whose_name_two_others_bear_has_no_heir() -> None:
    memory = Register(names={("place", "gn:1"): "oslo", ("place", "gn:2"): "a", ("place", "gn:3"): "b"})
    both = (AuthorityPlace("gn:2", "A", ("Oslo",)), AuthorityPlace("gn:3", "B", ("Oslo",)))
    names.settle(memory, [], Authority(places=both))
    assert memory.redirects == {}


def test_two_who_take_each_others_names_both_answer() -> None:
    ann, eve = actor("ann", "Eve"), actor("eve", "Ann")
    memory = Register(names={("actor", "ann"): "ann", ("actor", "eve"): "eve"})
    authority = Authority(actors=(AuthorityActor("ann", "Eve"), AuthorityActor("eve", "Ann")))
    for _ in range(3):
        names.settle(memory, [article(ann, eve)], authority)
        assert memory.names == {("actor", "ann"): "eve-person", ("actor", "eve"): "ann-person"}
        assert memory.redirects == {
            "actors/ann.html": "actors/eve-person.html",
            "actors/eve.html": "actors/ann-person.html",
        }


def test_an_outlets_other_names_lead_to_its_page() -> None:
    memory = Register()
    names.settle(memory, [article(outlet="Paper")], Authority())
    known = Authority(sources=(Outlet("The Paper", ("Paper", "Never met")),))
    names.settle(memory, [article(outlet="The Paper")], known)
    assert memory.redirects == {"sources/paper.html": "sources/the-paper.html"}
    names.settle(memory, [article(outlet="Paper")], Authority())
    assert memory.redirects == {}


def test_merges_that_chain_lead_to_the_last() -> None:
    memory = Register(
        names={("actor", id): id for id in ("a", "b", "c")},
        merges={("actor", "a"): Merge("actor", "a", "b", ""), ("actor", "b"): Merge("actor", "b", "c", "")},
    )
    names.settle(memory, [article(actor("c", "C"))], Authority())
    assert memory.redirects == {"actors/a.html": "actors/c.html", "actors/b.html": "actors/c.html"}


def test_merges_that_turn_in_a_circle_end() -> None:
    memory = Register(
        merges={("actor", "a"): Merge("actor", "a", "b", ""), ("actor", "b"): Merge("actor", "b", "a", "")}
    )
    assert memory.chain("actor", "a") == ["a", "b"]
    names.settle(memory, [], Authority())
    assert memory.redirects == {}


def test_what_tells_namesakes_apart_is_no_part_of_the_name() -> None:
    assert slugs.bears("springfield-us-il", "Springfield", "gn:1")
    assert not slugs.bears("springfield-manor", "Springfield", "gn:1")
