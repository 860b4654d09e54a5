"""A person's hand, entry by entry: what they edited, added or deleted stays so; what they left alone is renewed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from content.fakes import COUNCIL, KYIV, OLENA, SUMY, Desk, desk, moved
from daybook import cores
from daybook.content import store
from daybook.values import Article, Rival

SEED = """Talks in Kyiv
XXXOlena Bondar spoke in Kyiv. On 2022-03-03 she left.
XXXThe Town Council met in Sumy.
XXXNobody else was there.
"""
SLUG = "talks-in-kyiv"
LATER = {
    "cut": 3,
    "lang": "uk",
    "places": (moved(KYIV, role="venue"), moved(SUMY, region="Sumy Oblast")),
    "actors": (moved(OLENA, role="Mayor"), moved(COUNCIL, country="UA")),
}
"""A later extractor, which finds every entry otherwise: it cuts the three letters off each paragraph."""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    made = desk(tmp_path, monkeypatch)
    made.seed("a.txt", SEED)
    made.ingest()
    return made


def article(here: Desk) -> Article:
    (found,), problems = store.load(here.content)
    assert problems == []
    return found


@dataclass(frozen=True)
class Edit:
    """One edit by hand: words of the file and what takes their place, and the entry that must hold ever after."""

    what: str
    old: str
    new: str
    entry: str
    holds: object


def line(words: str, here: Desk) -> str:
    """The whole line of the file that holds the words."""
    return next(
        each
        for each in here.article(SLUG).read_text(encoding="utf-8").splitlines(keepends=True)
        if words in each
    )


def entries(found: Article) -> dict[str, object]:
    """Everything that can be edited, by name."""
    scalars = {key: getattr(found, key) for key in ("title", "lead", "dateline", "lang", "dir")}
    scalars |= {f"source.{key}": getattr(found.source, key) for key in ("outlet", "agency", "byline", "url")}
    scalars["date"] = found.date.value.isoformat() if found.date else None
    scalars |= {f"place {p.id}": (p.name, p.role, p.region) for p in found.places}
    scalars |= {f"actor {a.id}": (a.name, a.role, a.country) for a in found.actors}
    return scalars | {f"paragraph {n}": text for n, text in enumerate(found.body)}


EDITS = [
    Edit("title", "title: Talks in Kyiv", "title: 'Talks: in Kyiv'", "title", "Talks: in Kyiv"),
    Edit("date", "date: 2022-03-03", "date: 2022-03-02", "date", "2022-03-02"),
    Edit("no date", "date: 2022-03-03", "date: null", "date", None),
    Edit(
        "lead",
        "lead: XXXOlena Bondar spoke",
        "lead: She spoke",
        "lead",
        "She spoke in Kyiv. On 2022-03-03 she left.",
    ),
    Edit("outlet", "outlet: null", "outlet: The Paper", "source.outlet", "The Paper"),
    Edit("byline", "byline: null", "byline: A. Writer", "source.byline", "A. Writer"),
    Edit("dateline", "dateline: null", "dateline: KYIV —", "dateline", "KYIV —"),
    Edit("lang", "lang: en", "lang: de", "lang", "de"),
    Edit("dir", "dir: ltr", "dir: rtl", "dir", "rtl"),
    Edit(
        "place",
        "role: event, country: UA, region: Kyiv City",
        "role: dateline, country: UA",
        "place gn:703448",
        ("Kyiv", "dateline", None),
    ),
    Edit(
        "actor",
        "role: Mayor of Sumy",
        "role: Governor",
        "actor olena-bondar",
        ("Olena Bondar", "Governor", "UA"),
    ),
    Edit(
        "paragraph", "XXXThe Town Council met in Sumy.", "The council met.", "paragraph 1", "The council met."
    ),
    Edit(
        "new place",
        "places:\n",
        "places:\n- {id: 'my:park', name: The Park, kind: site}\n",
        "place my:park",
        ("The Park", "", None),
    ),
    Edit(
        "new actor",
        "actors:\n",
        "actors:\n- {id: nobody, name: Nobody, kind: person}\n",
        "actor nobody",
        ("Nobody", "", None),
    ),
    Edit("new paragraph", "\nXXXNobody", "\nAdded by hand.\n\nXXXNobody", "paragraph 2", "Added by hand."),
    Edit(
        "last paragraph",
        "was there.\n",
        "was there.\n\nAdded at the end.\n",
        "paragraph 3",
        "Added at the end.",
    ),
]


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.what)
def test_an_edit_stands_and_all_else_is_renewed(here: Desk, edit: Edit) -> None:
    here.edit(SLUG, edit.old, edit.new)
    edited = entries(article(here))
    assert edited[edit.entry] == edit.holds
    for _ in range(3):
        here.ingest()
        assert entries(article(here)) == edited
    here.ingest(**LATER)
    now = entries(article(here))
    assert now[edit.entry] == edit.holds
    renewed = {
        "lang": "uk",
        "lead": "Olena Bondar spoke in Kyiv. On 2022-03-03 she left.",
        "place gn:703448": ("Kyiv", "venue", "Kyiv City"),
        "place gn:692194": ("Sumy", "event", "Sumy Oblast"),
        "actor olena-bondar": ("Olena Bondar", "Mayor", "UA"),
        "actor town-council": ("Town Council", "", "UA"),
        "paragraph 0": "Olena Bondar spoke in Kyiv. On 2022-03-03 she left.",
    }
    for entry, value in renewed.items():
        if entry != edit.entry:
            assert now[entry] == value, entry
    assert [text for text in article(here).body if text.startswith("XXX")] == []
    before = here.tree()
    for _ in range(3):
        assert here.ingest().changed == 0
    assert here.tree() == before
    here.ingest(cut=0, lang="en", places=(KYIV, SUMY), actors=(OLENA, COUNCIL))
    assert entries(article(here))[edit.entry] == edit.holds


@pytest.mark.parametrize(
    ("words", "entry"),
    [
        ("{id: 'gn:692194'", "place gn:692194"),
        ("{id: town-council", "actor town-council"),
        ("{id: olena-bondar", "actor olena-bondar"),
    ],
)
def test_a_deleted_entry_never_comes_back(here: Desk, words: str, entry: str) -> None:
    kept = line(words, here)
    here.edit(SLUG, kept, "")
    for changes in ({}, LATER, {}, {"cut": 0}):
        here.ingest(**changes)
        assert entry not in entries(article(here))
        assert all(m.target != entry.split(" ")[1] for m in article(here).mentions)
    assert f"rejected: [{entry}]" in here.article(SLUG).read_text(encoding="utf-8").replace("'", "")
    kind = entry.split(" ")[0]
    here.edit(SLUG, f"{kind}s:\n", f"{kind}s:\n{kept}")  # and back by hand
    here.ingest()
    assert entry in entries(article(here))
    assert "rejected: []" in here.article(SLUG).read_text(encoding="utf-8")


def test_a_deleted_paragraph_never_comes_back(here: Desk) -> None:
    here.edit(SLUG, "XXXThe Town Council met in Sumy.\n\n", "")
    for changes in ({}, {}, LATER, {}, {"cut": 0}):
        here.ingest(**changes)
        assert len(article(here).body) == 2
        assert not any("Council" in text for text in article(here).body)


def test_what_the_machine_finds_no_more_goes(here: Desk) -> None:
    here.ingest(places=(KYIV,), actors=(OLENA,))
    assert entries(article(here)).keys().isdisjoint({"place gn:692194", "actor town-council"})
    assert "rejected: []" in here.article(SLUG).read_text(encoding="utf-8")
    here.ingest(places=(KYIV, SUMY), actors=(OLENA, COUNCIL))
    assert {"place gn:692194", "actor town-council"} <= entries(article(here)).keys()


def test_what_a_person_wrote_is_sure_and_has_no_rivals(here: Desk) -> None:
    of = ("date", "place gn:703448", "place gn:692194", "actor olena-bondar", "actor town-council")
    here.ingest(rivals=tuple(Rival(each, "x", "Another", 0.4, "fake") for each in of))
    assert {r.of for r in article(here).rivals} == set(of)
    here.edit(SLUG, "date: 2022-03-03", "date: 2022-03-02")
    here.edit(SLUG, "name: Sumy, kind: city, role: event", "name: Sumy, kind: city, role: venue")
    here.edit(SLUG, "role: Mayor of Sumy", "role: Governor")
    here.ingest()
    found = article(here)
    assert {(p.name, p.confidence, p.why) for p in found.places} == {("Kyiv", 1.0, ""), ("Sumy", 1.0, "hand")}
    assert {(a.name, a.why) for a in found.actors} == {("Olena Bondar", "hand"), ("Town Council", "")}
    assert {r.of for r in found.rivals} == {"place gn:703448", "actor town-council"}
    assert found.by_hand == ("date", "place gn:692194", "actor olena-bondar")


def test_an_edited_place_stands_when_the_machine_finds_it_no_more(here: Desk) -> None:
    here.edit(SLUG, "name: Sumy, kind: city, role: event", "name: Sumy, kind: city, role: venue")
    here.ingest(places=(KYIV,))
    assert "place gn:692194" in entries(article(here))


def test_authority_brings_the_ids_of_edited_entries_up_to_date(here: Desk) -> None:
    here.edit(SLUG, "role: Mayor of Sumy", "role: Governor")
    here.edit(SLUG, line("{id: town-council", here), "")
    folder = here.content / "authority"
    folder.mkdir()
    (folder / "actors.yaml").write_text(
        "- {id: o-bondar, name: O. Bondar, aliases: [Olena Bondar]}\n- {id: council, name: Council, kind: organisation, aliases: [Town Council]}\n"
    )
    here.ingest(actors=(moved(OLENA, id="o-bondar"), moved(COUNCIL, id="council")))
    now = entries(article(here))
    assert now["actor o-bondar"] == ("O. Bondar", "Governor", "UA")
    assert now.keys().isdisjoint({"actor olena-bondar", "actor council", "actor town-council"})
    assert here.ingest().changed == 0


def test_another_way_of_writing_the_same_is_left_as_it_is(here: Desk) -> None:
    here.edit(SLUG, "title: Talks in Kyiv\n", '# checked by hand\ntitle: "Talks in Kyiv"\n')
    before = here.tree()
    assert here.ingest().changed == 0
    assert here.tree() == before


def test_mentions_are_found_again_in_an_edited_body(here: Desk) -> None:
    here.edit(SLUG, "XXXOlena Bondar spoke in Kyiv.", "New words first. XXXOlena Bondar spoke in Kyiv.")
    here.edit(SLUG, "The Town Council met in Sumy.", "It met in the town of Sumy.")
    found = article(here)
    text = "  ".join((found.title, *found.body))
    assert all(text[m.start : m.end] == m.words for m in found.mentions)
    assert {m.words for m in found.mentions} == {"Bondar", "Kyiv", "Sumy"}
    sentences = {s.id: text[s.start : s.end] for s in found.sentences}
    sumy = next(m for m in found.mentions if m.target == SUMY.id)
    assert sumy.sentence
    assert sentences[sumy.sentence].endswith("It met in the town of Sumy.")
    assert [(p.code, p.found) for p in found.problems] == [("unplaced", "Town Council")]


def test_a_dateline_that_no_body_has_keeps_its_place(here: Desk) -> None:
    """White space that was joined makes a body that is not the layer word for word."""
    here.seed(
        "a.txt",
        SEED.replace("Talks in Kyiv\n", "Talks in Kyiv\nSKIP KYIV, March 3 -\n").replace(" spoke", "  spoke"),
    )
    here.ingest(dateline="KYIV")
    (found,) = [m for m in article(here).mentions if m.role == "dateline"]
    assert (found.target, found.words, found.sentence) == (KYIV.id, "KYIV", None)


def test_an_added_name_is_found_in_the_body(here: Desk) -> None:
    here.edit(SLUG, "actors:\n", "actors:\n- {id: else, name: else, kind: person}\n")
    found = article(here)
    text = "  ".join((found.title, *found.body))
    assert [text[m.start : m.end] for m in found.mentions if m.target == "else"] == ["else"]


def test_fifty_edits_outlive_three_runs(here: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        cores, "FEW", 100
    )  # quicker than other processes, for a machine that does next to nothing
    for n in range(50):
        here.seed(f"n{n:02}.txt", SEED.replace("Talks in Kyiv", f"News {n:02}"))
    here.ingest()
    for n in range(50):
        edit = EDITS[n % len(EDITS)]
        here.edit(f"news-{n:02}", edit.old.replace("Talks in Kyiv", f"News {n:02}"), edit.new)
    for changes in (LATER, {}, {"cut": 0}):
        here.ingest(**changes)
        for found in store.load(here.content)[0]:
            if found.slug != SLUG:
                edit = EDITS[int(found.slug[-2:]) % len(EDITS)]
                assert entries(found)[edit.entry] == edit.holds, (found.slug, edit.what)
