"""What people decided is read strictly: a slip of the pen stops the run and names the right word."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from daybook.content import authority
from daybook.content.authority import (
    Authority,
    AuthorityActor,
    AuthorityPlace,
    AuthorityPoint,
    AuthorityStory,
    Event,
    Outlet,
)
from daybook.errors import SettingError

ROOT = Path(__file__).parent.parent.parent


def test_a_folder_that_is_not_there_decides_nothing(tmp_path: Path) -> None:
    assert authority.load(tmp_path / "none") == Authority()
    assert authority.load(tmp_path) == Authority()


def test_every_kind_of_entry(tmp_path: Path) -> None:
    (tmp_path / "actors.yaml").write_text(
        "- {id: a-b, name: A B, kind: organisation, aliases: [AB], role: x, country: UA}\n- {id: c, name: C}\n"
    )
    (tmp_path / "places.yaml").write_text(
        "- {id: 'my:x', name: X, kind: site, country: UA, lat: 50, lon: 30.5}\n"
    )
    (tmp_path / "events.yaml").write_text("- {id: e, name: E, first: 2022-02-24, words: [war]}\n")
    (tmp_path / "sources.yaml").write_text(
        "- {name: Paper, aliases: [P], home: 'gn:1', country: US, drop: [Read on]}\n"
    )
    (tmp_path / "stories.yaml").write_text(
        "- {id: 0a5c0be5c1cf, name: The flood, merged: [1b5c0be5c1cf], apart: [0a5c0be5c1cf]}\n"
    )
    (tmp_path / "briefings.yaml").write_text(
        "- {day: 2022-03-02, point: 33ec1506180f#s14f4f4-2, state: pinned, place: 2, words: A line}\n"
    )
    (tmp_path / "never.yaml").write_text("- Topshot\n- WATCH\n")
    (tmp_path / "apart.yaml").write_text("- [a-b, A C]\n- [Paris, 'gn:1']\n")
    assert authority.load(tmp_path) == Authority(
        (AuthorityActor("a-b", "A B", "organisation", ("AB",), "x", "UA"), AuthorityActor("c", "C")),
        (AuthorityPlace("my:x", "X", (), "site", "UA", 50.0, 30.5),),
        (Event("e", "E", date(2022, 2, 24), ("war",)),),
        (Outlet("Paper", ("P",), "gn:1", "US", ("Read on",)),),
        (AuthorityStory("0a5c0be5c1cf", "The flood", ("1b5c0be5c1cf",), ("0a5c0be5c1cf",)),),
        (AuthorityPoint(date(2022, 3, 2), "33ec1506180f#s14f4f4-2", "pinned", 2, "A line"),),
        frozenset({"topshot", "watch"}),
        frozenset({frozenset({"a-b", "a c"}), frozenset({"paris", "gn:1"})}),
    )


def test_text_is_on_one_line_and_can_be_seen(tmp_path: Path) -> None:
    (tmp_path / "actors.yaml").write_text(
        '- {id: a, name: "A\\u202e\\n  B", aliases: ["\\u200eC"], role: ""}\n'
    )
    assert authority.load(tmp_path).actors == (AuthorityActor("a", "A B", aliases=("C",)),)


def test_a_pair_and_an_entry_may_not_contradict_each_other(tmp_path: Path) -> None:
    (tmp_path / "actors.yaml").write_text("- {id: a, name: A B, aliases: [C]}\n")
    (tmp_path / "apart.yaml").write_text("- [c, a b]\n")
    with pytest.raises(SettingError, match=r"'a b' and 'c', which entry 'a' of actors\.yaml has as one"):
        authority.load(tmp_path)


@pytest.mark.parametrize(
    ("file", "text", "said"),
    [
        (
            "actors.yaml",
            "- {id: a, nmae: A}",
            "actors.yaml, entry 1: there is no key 'nmae'; did you mean 'name'?",
        ),
        ("actors.yaml", "- {id: a}", "expected name, found none"),
        (
            "actors.yaml",
            "- {id: a, name: A, kind: persn}",
            "expected person, organisation, state, found 'persn'",
        ),
        ("actors.yaml", "- {id: a, name: A, aliases: B}", "expected a list of words"),
        ("actors.yaml", "- {id: a, name: 1984}", "expected text, found 1984"),
        ("actors.yaml", "- {id: a, name: A}\n- {id: a, name: B}", "each id once, found 'a' 2 times"),
        ("actors.yaml", "id: a", "expected a list, found dict"),
        ("actors.yaml", "- a", "expected {id: …, name: …}"),
        ("actors.yaml", "- {a", "YAML that can be read"),
        ("places.yaml", "- {id: x, name: X, lat: north}", "expected a number or null, found 'north'"),
        ("events.yaml", "- {id: e, name: E, first: spring, words: [war]}", "a day such as 2022-02-24"),
        ("briefings.yaml", "- {day: 2022-03-02, point: s14f4f4}", "an article's id and its sentence's"),
        (
            "briefings.yaml",
            "- {day: 2022-03-02, point: 33ec1506180f#s14f4f4, place: 6}",
            "expected a number from 1 to 5, found 6",
        ),
        (
            "briefings.yaml",
            "- {day: 2022-03-02, point: 33ec1506180f#s14f4f4, place: first}",
            "expected a whole number or null, found 'first'",
        ),
        (
            "briefings.yaml",
            "- {day: 2022-03-02, point: 33ec1506180f#s14f4f4}\n- {day: 2022-03-02, point: 33ec1506180f#s14f4f4}",
            "2 times",
        ),
        ("never.yaml", "- 12", "put it in quotes"),
        ("sorces.yaml", "", "there is no file 'sorces'; did you mean 'sources'?"),
        ("actors.yml", "", "actors.yml"),
        ("actors.yaml", "- {id: a, name: A, name: B}", "the key 'name' 2 times, line 1"),
        ("actors.yaml", "- {id: a b, name: A}", "expected an id of letters"),
        ("actors.yaml", "- {id: ../a, name: A}", "expected an id of letters"),
        ("actors.yaml", "- {id: a, name: ' '}", "expected text, found none"),
        ("actors.yaml", "- {id: a, name: A, country: Norway}", "two capitals of ISO 3166-1"),
        (
            "actors.yaml",
            "- {id: a, name: A, country: XX}",
            "a country's code of ISO 3166-1 (or XK), found 'XX'",
        ),
        ("places.yaml", "- {id: 'my:x', name: X, country: QQ}", "found 'QQ', which is none"),
        ("sources.yaml", "- {name: P, country: QQ}", "found 'QQ', which is none"),
        ("actors.yaml", "- {id: a, name: A, country: NO}", "found False; put it in quotes"),
        (
            "actors.yaml",
            "- {id: a, name: A, aliases: [B, 12]}",
            "found 12; write [one, two], numbers in quotes",
        ),
        ("actors.yaml", "- !!python/name:os.system {id: a}", "YAML that can be read"),
        ("places.yaml", "- {id: 'my:x', name: X, lat: 91}", "degrees up to 90, found 91"),
        ("places.yaml", "- {id: 'my:x', name: X, lon: .nan}", "degrees up to 180, found nan"),
        ("sources.yaml", "- {name: P, home: New York}", "expected the id of a place"),
        ("never.yaml", "- ' '", "expected words"),
        ("apart.yaml", "- [a, A]", "expected two names or ids"),
        ("apart.yaml", "- a", "write - [one, other]"),
        ("apart.yaml", "- [a, b, c]", "write - [one, other]"),
    ],
)
def test_a_slip_names_the_file_and_the_right_word(tmp_path: Path, file: str, text: str, said: str) -> None:
    (tmp_path / file).write_text(text)
    with pytest.raises(SettingError) as caught:
        authority.load(tmp_path)
    assert said in str(caught.value)


def test_this_archives_own() -> None:
    known = authority.load(ROOT / "content/authority")
    assert known.events[0].first == date(2022, 2, 24)
    assert len(known.actors) < 20  # what only a person would know, and no list of everyone
