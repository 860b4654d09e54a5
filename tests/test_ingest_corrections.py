"""Corrections last: said once, they hold in every article, whatever the machine finds and whenever they were said."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from content.fakes import KYIV, Desk
from corrections.newsroom import articles, done, ids, news, newsroom, say, written
from daybook.content import authority, register
from helpers.held import archive_of

SERGEI, SERGEY = "Sergei Morozovsky", "Sergey Morozovskiy"
"""One name in two spellings, which the machine brings together."""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    made = newsroom(tmp_path, monkeypatch, "Anna Keller", "Johanna Bergmann", SERGEI, SERGEY)
    news(
        made,
        "Anna Keller spoke.",
        "Johanna Bergmann and Anna Keller spoke.",
        f"{SERGEI} spoke.",
        f"{SERGEY} spoke to {SERGEY}.",
    )
    made.ingest()
    return made


def redirects(here: Desk) -> dict[str, str]:
    return register.load(here.content).redirects


def settled(here: Desk) -> dict[str, bytes]:
    """All of content/ after an ingest that has nothing to do."""
    before = here.tree()
    assert here.ingest().changed == 0
    assert here.tree() == before
    return before


def test_two_become_one_in_every_article(here: Desk) -> None:
    assert ids(here)[:2] == [["anna-keller"], ["anna-keller", "johanna-bergmann"]]
    done(here, "same", "johanna-bergmann", "Anna Keller")
    here.ingest()
    assert ids(here)[:2] == [["johanna-bergmann"], ["johanna-bergmann"]]
    (actor,) = articles(here)[0].actors
    assert (actor.name, actor.aliases, actor.why) == ("Johanna Bergmann", ("Anna Keller",), "authority")
    assert redirects(here) == {"actors/anna-keller.html": "actors/johanna-bergmann.html"}
    settled(here)


def test_an_entry_edited_by_hand_gets_the_new_id_and_keeps_its_values(here: Desk) -> None:
    here.edit("news-number-0", "name: Anna Keller, kind: person", "name: Anna K., kind: person, role: Mayor")
    done(here, "same", "johanna-bergmann", "anna-keller")
    here.ingest()
    (actor,) = articles(here)[0].actors
    assert (actor.id, actor.name, actor.role) == ("johanna-bergmann", "Anna K.", "Mayor")
    settled(here)


def test_what_was_deleted_by_hand_stays_deleted_under_the_new_id(here: Desk) -> None:
    done(here, "drop", "0.txt", "anna-keller")
    done(here, "same", "johanna-bergmann", "anna-keller")
    here.ingest()
    assert ids(here)[:2] == [[], ["johanna-bergmann"]]
    settled(here)


def test_a_merge_is_rejected(here: Desk) -> None:
    assert ids(here)[2:] == [["sergey-morozovskiy"], ["sergey-morozovskiy"]]
    done(here, "not-same", "sergey-morozovskiy", SERGEI)
    here.ingest()
    assert ids(here)[2:] == [["sergei-morozovsky"], ["sergey-morozovskiy"]]
    settled(here)


@pytest.mark.parametrize("by_hand", [False, True])
def test_a_rejected_merge_never_comes_back(here: Desk, by_hand: bool) -> None:
    done(here, "not-same", "sergey-morozovskiy", SERGEI)
    here.ingest()
    if by_hand:
        here.edit(
            "news-number-2", "id: sergei-morozovsky, name:", "id: sergei-morozovsky, role: Baker, name:"
        )
    # an extractor that reads the one spelling as the other: his every mention goes to the other
    here.ingest(called=((SERGEI, SERGEY), (SERGEY, SERGEY)))
    assert [merge for merge in register.load(here.content).merges if merge[0] == "actor"] == []
    assert "actors/sergei-morozovsky.html" not in redirects(here)
    assert ("sergei-morozovsky" in ids(here)[2]) == by_hand
    here.ingest(called=((SERGEI, SERGEI), (SERGEY, SERGEY)))
    assert ids(here)[2:] == [["sergei-morozovsky"], ["sergey-morozovskiy"]]
    settled(here)


def test_a_merge_that_was_learnt_is_unlearnt(here: Desk) -> None:
    here.ingest(called=((SERGEI, "Anna Keller"), (SERGEY, "Anna Keller"), ("Anna Keller", "Anna Keller")))
    assert redirects(here) == {"actors/sergey-morozovskiy.html": "actors/anna-keller.html"}
    (here.content / "authority").mkdir()
    (here.content / "authority/apart.yaml").write_text(f"- [anna-keller, {SERGEY}]\n")
    here.ingest()
    assert register.load(here.content).merges == {}


def test_said_again_the_other_way_round_the_last_word_holds(here: Desk) -> None:
    done(here, "same", "johanna-bergmann", "anna-keller")
    here.ingest()
    told = done(here, "not-same", "johanna-bergmann", "Anna Keller")
    assert any("Anna Keller is no name of johanna-bergmann any more" in line for line in told)
    here.ingest()
    assert ids(here)[:2] == [["anna-keller"], ["anna-keller", "johanna-bergmann"]]
    assert redirects(here) == {}
    told = done(here, "same", "anna-keller", "johanna-bergmann")
    assert any("taken out" in line for line in told)
    assert written(here, "apart.yaml") == ""
    here.ingest()
    assert ids(here)[:2] == [["anna-keller"], ["anna-keller"]]
    assert redirects(here) == {"actors/johanna-bergmann.html": "actors/anna-keller.html"}
    settled(here)


SAID = [
    ("same", "johanna-bergmann", "Anna Keller"),
    ("not-same", "sergey-morozovskiy", SERGEI),
    ("rename", "johanna-bergmann", "Hanna Bergmann-Keller"),
]


@pytest.mark.parametrize("said", [SAID[:1], SAID[1:2], SAID[2:], SAID, SAID[::-1]])
def test_before_or_after_the_first_ingest_makes_no_difference(
    here: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: list[tuple[str, ...]]
) -> None:
    for words in said:
        done(here, *words)
    here.ingest()
    after = settled(here)
    early = newsroom(tmp_path / "early", monkeypatch, "Anna Keller", "Johanna Bergmann", SERGEI, SERGEY)
    shutil.copytree(here.seeds, early.seeds, dirs_exist_ok=True)
    shutil.copytree(here.content / "authority", early.content / "authority")
    early.ingest()
    articles_of = [
        {k: v for k, v in tree.items() if k.startswith("articles/")} for tree in (after, early.tree())
    ]
    assert articles_of[0] == articles_of[1]


def test_a_name_moves_its_page_and_the_old_address_leads_there(here: Desk) -> None:
    for name in ("Anna Berg", "Anna Tal", "Anna Keller", "Anna Berg"):
        done(here, "rename", "anna-keller", name)
        here.ingest()
        slug = name.lower().replace(" ", "-")
        assert {
            actor.name
            for article in articles(here)[:2]
            for actor in article.actors
            if actor.id == "anna-keller"
        } == {name}
        assert register.load(here.content).names["actor", "anna-keller"] == slug
        found = redirects(here)
        assert set(found.values()) == {f"actors/{slug}.html"}
        assert f"actors/{slug}.html" not in found
        settled(here)
    assert set(redirects(here)) == {"actors/anna-keller.html", "actors/anna-tal.html"}


def test_an_address_that_was_someones_is_not_given_to_another(here: Desk) -> None:
    done(here, "rename", "anna-keller", "Anna Berg")
    here.ingest()
    done(here, "rename", "johanna-bergmann", "Anna", "Keller-Tal")
    here.ingest()
    done(here, "rename", "johanna-bergmann", "Anna Keller")
    assert (
        "expected a name that no other has" not in say(here, "rename", "sergey-morozovskiy", "S. M.").output
    )
    here.ingest()
    names = register.load(here.content).names
    assert names["actor", "anna-keller"] == "anna-berg"
    assert names["actor", "johanna-bergmann"] == "anna-keller-person"
    assert redirects(here)["actors/anna-keller.html"] == "actors/anna-berg.html"


def test_only_a_person_moves_a_page(here: Desk) -> None:
    before = register.load(here.content).names
    news(here, *["Sergei Morozovsky, Sergei Morozovsky and Sergei Morozovsky spoke."] * 2)
    here.ingest()
    after = register.load(here.content).names
    assert {key: after[key] for key in before} == before


def test_merged_and_then_renamed_every_old_address_leads_to_the_last(here: Desk) -> None:
    done(here, "same", "johanna-bergmann", "anna-keller")
    here.ingest()
    done(here, "rename", "johanna-bergmann", "Hanna Tal")
    here.ingest()
    assert redirects(here) == {
        "actors/anna-keller.html": "actors/hanna-tal.html",
        "actors/johanna-bergmann.html": "actors/hanna-tal.html",
    }
    settled(here)


def test_a_surname_is_nobodys_whom_it_is_kept_apart_from(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = newsroom(tmp_path, monkeypatch, "Peter Walden", "Walden")
    news(here, "Peter Walden spoke.", "Peter Walden slept.", "Walden left.")
    here.ingest()
    assert ids(here)[2] == ["peter-walden"]
    done(here, "not-same", "Walden", "peter-walden")
    here.ingest()
    assert ids(here)[2] == ["walden"]
    settled(here)


def test_no_group_holds_two_that_are_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    spellings = [SERGEI, SERGEY, "Sergej Morozovskij", "Serhiy Morozovskyi"]
    here = newsroom(tmp_path, monkeypatch, *spellings)
    news(here, *(f"{name} spoke." for name in spellings))
    here.ingest()
    assert len({id for each in ids(here) for id in each}) == 1
    (id,) = ids(here)[0]
    other = next(name for name in spellings if name.lower().replace(" ", "-") != id)
    done(here, "not-same", id, other)
    here.ingest()
    groups = {each[0] for each in ids(here)}
    assert {id, other.lower().replace(" ", "-")} <= groups
    settled(here)
    for third in spellings:  # each of the others said to be the first: none is the one it is apart from
        if third != other and third.lower().replace(" ", "-") != id:
            done(here, "same", id, third, "--unseen")
    here.ingest()
    assert sorted({each[0] for each in ids(here)}) == sorted([id, other.lower().replace(" ", "-")])
    settled(here)


def test_the_authority_can_be_left_aside_for_one_run(here: Desk) -> None:
    done(here, "same", "johanna-bergmann", "anna-keller")
    here.ingest()
    with_it = here.tree()
    from daybook import ingest

    ingest.ingest(here.seeds, here.content, here.settings, authority=False)
    assert ids(here)[:2] == [["anna-keller"], ["anna-keller", "johanna-bergmann"]]
    here.ingest()
    assert here.tree() == with_it


def test_paragraphs_put_in_another_order_stay_so_while_the_seed_changes(here: Desk) -> None:
    body = ["One came first.", "Two came next.", "Three came then.", "Four came last."]
    here.seed("p.txt", "\n".join(["Order of things", *body]))
    here.ingest(cut=0)
    here.edit("order-of-things", f"{body[0]}\n\n{body[1]}", f"{body[1]}\n\n{body[0]}")
    here.seed("p.txt", "\n".join(["Order of things", body[0], body[1], "Three came otherwise.", body[3]]))
    here.ingest()
    found = next(article for article in articles(here) if article.slug == "order-of-things")
    assert found.body == (body[1], body[0], "Three came otherwise.", body[3])
    settled(here)
    here.seed("p.txt", "\n".join(["Order of things", "One came before all.", *body[1:]]))
    here.ingest()
    found = next(article for article in articles(here) if article.slug == "order-of-things")
    assert sorted(found.body[2:]) == sorted(body[2:])
    assert body[1] in found.body
    assert len(found.body) == len(set(found.body))
    settled(here)


def test_comments_in_a_header_stay_while_nothing_else_changes(here: Desk) -> None:
    here.edit("news-number-0", "lang: en", "lang: en  # checked")
    settled(here)
    assert "# checked" in here.article("news-number-0").read_text(encoding="utf-8")


def test_a_new_name_reaches_entries_that_were_edited_in_another_field(here: Desk) -> None:
    here.edit(
        "news-number-0", "name: Anna Keller, kind: person", "name: Anna Keller, kind: person, role: Mayor"
    )
    done(here, "rename", "anna-keller", "Änne Keller")
    here.ingest()
    assert [(a.name, a.role) for a in articles(here)[0].actors] == [("Änne Keller", "Mayor")]
    settled(here)
    done(here, "same", "johanna-bergmann", "anna-keller")
    here.ingest()
    (actor,) = articles(here)[0].actors
    assert (actor.id, actor.name, actor.role) == ("johanna-bergmann", "Johanna Bergmann", "Mayor")
    assert "Änne Keller" in actor.aliases
    settled(here)


def test_the_site_goes_by_the_name_of_the_list_whatever_single_articles_say(here: Desk) -> None:
    done(here, "rename", "anna-keller", "Änne Keller")
    done(here, "rename", KYIV.id, "Kyjiw")
    here.ingest()
    for number in (0, 1):
        here.edit(f"news-number-{number}", "name: Änne Keller, kind", "name: Miss K., kind")
        place = f"id: '{KYIV.id}', name: Kiev, kind: city, role: event, country: UA, lat: 50.45, lon: 30.52"
        here.edit(f"news-number-{number}", "places: []", f"places:\n- {{{place}}}")
    here.ingest()
    archive = archive_of(articles(here), authority=authority.load(here.content / "authority"))
    assert archive.actors["anna-keller"].name == "Änne Keller"
    assert archive.places[KYIV.id].name == "Kyjiw"
    assert {actor.name for actor in articles(here)[0].actors} == {"Miss K."}
