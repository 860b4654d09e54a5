"""A site that grows by what changed is byte for byte the site that is built of the same content at once."""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from daybook.clean.sentences import identify
from daybook.content import evidence
from daybook.content.evidence import Evidence, Layer
from daybook.values import Figure, Sentence, Statement
from helpers.small_archive import Archive

STEPS = 3
NAMES = ("Ida Storm", "Per Lund", "Eva Holm", "Jon Vik")
PLACES = ("Saltvik", "Nordnes", "Lillesund")
Edit = Callable[[Archive, random.Random], None]


def add(archive: Archive, chance: random.Random) -> None:
    _write(archive, chance, chance.randrange(100, 10_000))


def change(archive: Archive, chance: random.Random) -> None:
    path = _any(archive, chance)
    text = path.read_text("utf-8").replace(
        "The ferry", chance.choice(["A ship", "The *ferry*", "On May 17 it"])
    )
    path.write_text(f"{text}\nMore of it on {chance.choice(NAMES)} & others.\n", "utf-8")


def retitle(archive: Archive, chance: random.Random) -> None:
    path = _any(archive, chance)
    path.write_text(path.read_text("utf-8").replace("title: ", f"title: New {chance.random()} ", 1), "utf-8")


def move(archive: Archive, chance: random.Random) -> None:
    """To another day, by a person's hand: the file stays where it is."""
    path = _any(archive, chance)
    day = f"2021-06-{chance.randrange(1, 29):02}"
    path.write_text(
        path.read_text("utf-8").replace("date: 2021-05-1", f"date: {day} # 2021-05-1", 1), "utf-8"
    )


def strike(archive: Archive, chance: random.Random) -> None:
    """What every actor of an article says in it, by a person's hand."""
    path = _any(archive, chance)
    said = [f"said {identify([f'The ferry came, said {name}.'])[0]}" for name in NAMES]
    path.write_text(path.read_text("utf-8").replace("---\n", f"---\nrejected: {said}\n", 1), "utf-8")


def correct(archive: Archive, chance: random.Random) -> None:
    """How many fled, by a person's hand."""
    path = _any(archive, chance)
    found = re.search(r"Some (\d+) Norwegians", path.read_text("utf-8"))
    if found:
        which = f"figure {identify([_fled(int(found[1]))])[0]}:{found[1]} is {chance.randrange(9, 999)}"
        path.write_text(path.read_text("utf-8").replace("rejected: []", f"rejected: ['{which}']", 1), "utf-8")


def remove(archive: Archive, chance: random.Random) -> None:
    _any(archive, chance).unlink()


def break_off(archive: Archive, chance: random.Random) -> None:
    path = _any(archive, chance)
    path.write_text(path.read_text("utf-8")[: chance.randrange(40, 400)], "utf-8")


def authority(archive: Archive, chance: random.Random) -> None:
    path = archive.root / "content/authority/actors.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"- {{id: {chance.choice(_ids())}, name: 'Captain {chance.randrange(99)}'}}\n", "utf-8")


def event(archive: Archive, chance: random.Random) -> None:
    path = archive.root / "content/authority/events.yaml"
    path.parent.mkdir(exist_ok=True)
    day = f"2021-05-{chance.randrange(1, 18):02}"
    path.write_text(f"- {{id: storm, name: The storm, first: {day}, words: [storm]}}\n", "utf-8")


def key_point(archive: Archive, chance: random.Random) -> None:
    """A person's word on the key points of a day."""
    text = _any(archive, chance).read_text("utf-8")
    day, number = re.search(r"date: (\d{4}-\d\d-\d\d)", text), re.search(r"hears of (\d+)", text)
    if day and number:
        said = chance.choice(("state: pinned", "state: dropped", "place: 1", "words: The harbour is closed."))
        _told(archive, day[1], int(number[1]), said)


def story(archive: Archive, chance: random.Random) -> None:
    """A person names a story, brings another into it, or takes an article out."""
    one, other = (re.search(r"^id: (\S+)", _any(archive, chance).read_text("utf-8"), re.M) for _ in range(2))
    if one and other:
        said = chance.choice(
            (f"name: Storm {chance.randrange(99)}", f"merged: ['{other[1]}']", f"apart: ['{one[1]}']")
        )
        _of_story(archive, one[1], said)


def template(archive: Archive, chance: random.Random) -> None:
    path = archive.root / "theme/templates" / chance.choice(["base.html", "actor.html", "parts/footer.html"])
    path.write_text(path.read_text("utf-8") + f"<!-- {chance.random()} -->", "utf-8")


def setting(archive: Archive, chance: random.Random) -> None:
    name = f"SITENAME = 'Harbour {chance.randrange(99)}'\n"
    archive.conf(name + chance.choice(["", "SITEURL = 'https://gull.example/days'\n"]))


def written_page(archive: Archive, chance: random.Random) -> None:
    path = archive.root / "content/pages/about.md"
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"---\ntitle: About {chance.randrange(99)}\n---\n\nHow it is *made*.\n", "utf-8")


def country(archive: Archive, chance: random.Random) -> None:
    """An article that names the country by a name of its own."""
    path = archive.article(chance.randrange(20_000, 30_000), place="Norge", outlet="Far Away")
    text = path.read_text("utf-8").replace("my:saltvik", "my:norge").replace("kind: city", "kind: country")
    path.write_text(text, "utf-8")


def place_moved(archive: Archive, chance: random.Random) -> None:
    """A person writes where a place really lies, into one article."""
    path = _any(archive, chance)
    lat = f"lat: {chance.randrange(58, 70)}.{chance.randrange(10)}"
    path.write_text(path.read_text("utf-8").replace("lat: 60.5", lat), "utf-8")


def intrude(archive: Archive, chance: random.Random) -> None:
    (archive.output / f"foreign-{chance.randrange(9)}.html").write_text("not of this site", "utf-8")


def spoil(archive: Archive, chance: random.Random) -> None:
    """Somebody wrote into the output, or took away from it."""
    path = chance.choice(sorted(archive.output.rglob("*.html")))
    path.unlink()
    if chance.random() < 0.5:
        path.write_text("something else", "utf-8")


EDITS: tuple[Edit, ...] = (
    add, add, add, change, change, retitle, move, strike, correct, correct, remove, break_off, authority, event, key_point, key_point, story, story, template, setting, written_page, spoil,
    country, place_moved, intrude,
)  # fmt: skip


@pytest.mark.parametrize("seed", range(4))
def test_a_grown_site_is_the_site_built_at_once(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    archive = Archive.small(tmp_path / "grown")
    for number in range(10, 40):
        _write(archive, chance, number)
    _built(archive)
    for step in range(STEPS):
        edits = chance.sample(EDITS, 4)
        for edit in edits:
            edit(archive, chance)
        _built(archive)
        told = [edit.__name__ for edit in edits]
        assert differing(archive, _at_once(archive, tmp_path / f"once-{step}")) == [], told


def test_what_a_person_strikes_out_goes_from_the_actors_page(tmp_path: Path) -> None:
    archive = Archive.small(tmp_path / "grown")
    _write(archive, random.Random(1), 10)
    page = next((archive.root / "content/articles").rglob("article-10.md"))
    actor = next(id for id in _ids() if id in page.read_text("utf-8"))
    page.with_name("article-11.md").write_text(
        page.read_text("utf-8").replace(f"{10:012x}", f"{11:012x}"), "utf-8"
    )
    _built(archive)
    own = archive.output / "actors" / f"{actor}.html"
    assert "The ferry came</p>" in own.read_text("utf-8").replace("<p class=meta>", "</p>")
    said = identify([f"The ferry came, said {NAMES[_ids().index(actor)]}."])[0]
    page.write_text(page.read_text("utf-8").replace("---\n", f"---\nrejected: ['said {said}']\n", 1), "utf-8")
    _built(archive)
    assert "class=statements" not in own.read_text("utf-8")


def test_what_did_not_change_is_taken_over(archive: Archive) -> None:
    """The very files of the build before, by their time; and nothing is built where nothing changed."""
    _built(archive)
    first = _times(archive)
    assert "3 articles" in _built(archive)
    assert _times(archive) == first
    archive.article(4, day="2021-05-29", actor="", place="")
    _built(archive)
    after = _times(archive)
    assert after["2021/05/17/article-1.html"] == first["2021/05/17/article-1.html"]
    assert after["actors/ida-storm.html"] == first["actors/ida-storm.html"]
    assert after["2021/05/18/index.html"] != first["2021/05/18/index.html"]


def test_what_others_put_into_the_output_goes(archive: Archive) -> None:
    _built(archive)
    tree = archive.tree()
    (archive.output / "foreign.html").write_text("not of this site", "utf-8")
    _built(archive)
    assert archive.tree() == tree


def test_a_country_named_elsewhere_reaches_the_pages_that_tell_where_towns_lie(tmp_path: Path) -> None:
    archive = Archive.small(tmp_path / "grown")
    _built(archive)
    country(archive, random.Random(1))
    _built(archive)
    assert differing(archive, _at_once(archive, tmp_path / "once")) == []


def test_an_older_article_takes_first_names_from_later_days_weeks_and_months(tmp_path: Path) -> None:
    archive = Archive.small(tmp_path / "grown")
    _at_nordnes(archive, 4, "2021-06-02")
    _built(archive)
    pages = [archive.output / name / "index.html" for name in ("2021/06/02", "2021/w22", "2021/06")]
    first = "Places first named"
    assert all(first in page.read_text("utf-8") for page in pages)
    _at_nordnes(archive, 5, "2021-05-10")
    _built(archive)
    assert not any(first in page.read_text("utf-8") for page in pages)
    assert differing(archive, _at_once(archive, tmp_path / "once")) == []


def test_what_a_person_says_of_key_points_reaches_all_pages_that_show_them(tmp_path: Path) -> None:
    archive = Archive.small(tmp_path / "grown")
    _write(archive, random.Random(3), 10)
    page = next((archive.root / "content/articles").rglob("article-10.md")).read_text("utf-8")
    day = re.search(r"date: (\d{4})-(\d\d)-(\d\d)", page)
    assert day
    _built(archive)
    pages = [archive.output / "/".join(day.groups()[:n]) / "index.html" for n in (3, 2)]
    assert all(_fled(10) in each.read_text("utf-8") for each in pages)
    _told(archive, "-".join(day.groups()), 10, "words: They left.")
    _built(archive)
    assert all("They left." in each.read_text("utf-8") for each in pages)
    assert f">{_fled(10)}</p>" not in pages[0].read_text("utf-8")
    assert differing(archive, _at_once(archive, tmp_path / "once")) == []


def test_what_a_person_says_of_stories_reaches_all_pages_that_show_them(tmp_path: Path) -> None:
    archive = Archive.small(tmp_path / "grown")
    archive.article(4, title="The ferry sinks", day="2021-05-28")
    archive.article(5, title="A quiet day", day="2021-06-03", place="", actor="")
    _built(archive)
    _of_story(archive, f"{4:012x}", f"name: The long storm, merged: ['{5:012x}']")
    _built(archive)
    pages = (
        "2021/05/28/index.html",
        "2021/06/03/index.html",
        "2021/05/28/article-4.html",
        "2021/06/index.html",
    )
    assert all("The long storm" in (archive.output / page).read_text("utf-8") for page in pages)
    assert differing(archive, _at_once(archive, tmp_path / "once")) == []
    _of_story(archive, f"{5:012x}", f"apart: ['{5:012x}']")
    _built(archive)
    assert not any("The long storm" in (archive.output / page).read_text("utf-8") for page in pages)
    assert differing(archive, _at_once(archive, tmp_path / "again")) == []


def test_weeks_and_months_are_taken_over_where_nothing_of_theirs_changed(archive: Archive) -> None:
    archive.article(5, day="2021-07-05", actor="", place="")
    archive.article(6, day="2021-09-06", actor="", place="")
    _built(archive)
    first = _times(archive)
    archive.article(4, day="2021-09-07", actor="", place="")
    _built(archive)
    after = _times(archive)
    changed = {name for name in first if after[name] != first[name]}
    assert (
        changed & {"2021/05/index.html", "2021/w20/index.html", "2021/07/index.html", "2021/w27/index.html"}
        == set()
    )
    assert {"2021/09/index.html", "2021/w36/index.html"} <= changed


def test_citations_are_taken_over_where_a_name_in_their_articles_came_to_have_a_page(
    archive: Archive,
) -> None:
    _of_per_lund(archive, 5, "2021-05-19")
    _built(archive)
    first, day = _times(archive), archive.output / "2021/05/19/index.html"
    assert "actors/per-lund.html" not in day.read_text("utf-8")
    _of_per_lund(archive, 6, "2021-06-02")
    _built(archive)
    assert "actors/per-lund.html" in day.read_text("utf-8")
    assert _times(archive)["data/cite/2021-05.zip"] == first["data/cite/2021-05.zip"]


def test_a_damaged_cache_is_no_cache(archive: Archive) -> None:
    _built(archive)
    tree = archive.tree()
    for path in (archive.root / "build/cache").rglob("*"):
        if path.is_file():
            data = path.read_bytes()
            path.write_bytes(data[: len(data) // 2] + b"\0" + data[len(data) // 2 + 1 :])
    archive.article(4)
    archive.article(4).unlink()
    _built(archive)
    assert archive.tree() == tree


def test_an_editors_lock_beside_a_written_page_is_no_page(archive: Archive) -> None:
    pages = archive.root / "content/pages"
    pages.mkdir()
    (pages / ".#about.md").symlink_to("somebody@nowhere")
    (pages / "folder.md").mkdir()
    assert "3 articles" in _built(archive)


def test_a_cache_that_cannot_be_made_is_told(archive: Archive) -> None:
    (archive.root / "build/cache").write_text("taken", "utf-8")
    done = archive.build()
    assert done.returncode != 0
    assert "Traceback" not in done.stderr
    assert "cache" in done.stderr


def differing(one: Archive, other: Archive) -> list[str]:
    """The files that are not the same in both outputs."""
    here, there = one.tree(), other.tree()
    return sorted(name for name in here.keys() | there.keys() if here.get(name) != there.get(name))


def _at_once(archive: Archive, root: Path) -> Archive:
    """The same content, theme and settings in another folder, built at once."""
    ignored = shutil.ignore_patterns("output", "cache", ".output*")
    shutil.copytree(archive.root, root, ignore=ignored)
    other = Archive(root)
    _built(other)
    return other


def _built(archive: Archive) -> str:
    done = archive.build()
    assert done.returncode == 0, done.stderr
    return done.stderr


def _times(archive: Archive) -> dict[str, int]:
    return {name: (archive.output / name).stat().st_mtime_ns for name in archive.tree()}


def _write(archive: Archive, chance: random.Random, number: int) -> None:
    place, actor = chance.choice(PLACES), chance.choice(NAMES)
    path = archive.article(
        number,
        title=f"{place} hears of {number}",
        day=chance.choice([None, *(f"{chance.choice((2019, 2021))}-05-{n}" for n in range(10, 20))]),
        body=f"The ferry came, said {actor}. {_fled(number)}\n\nMore on May 12.",
        place=place,
        actor=actor,
        outlet=chance.choice(["The Gull", "Delta Wire"]),
    )
    text = path.read_text("utf-8").replace("my:saltvik", f"my:{place.lower()}")
    id = actor.lower().replace(" ", "-")
    path.write_text(text.replace("ida-storm", id), "utf-8")
    _prove(path, number, id)


def _at_nordnes(archive: Archive, number: int, day: str) -> None:
    path = archive.article(number, day=day, place="Nordnes", actor="", body="The ferry reached Nordnes.")
    path.write_text(path.read_text("utf-8").replace("my:saltvik", "my:nordnes"), "utf-8")


def _of_per_lund(archive: Archive, number: int, day: str) -> None:
    path = archive.article(number, day=day, actor="Per Lund", place="", body="Per Lund came.")
    path.write_text(path.read_text("utf-8").replace("ida-storm", "per-lund"), "utf-8")


def _prove(path: Path, number: int, actor: str) -> None:
    """The evidence of what the first sentence has an actor say, and the second counts; its layer is these sentences alone."""
    words = f"The ferry came, said {NAMES[_ids().index(actor)]}."
    counted, start = _fled(number), len(words) + 1
    ids = identify([words, counted])
    sentence = Sentence(ids[0], 0, len(words), 0)
    other = Sentence(ids[1], start, start + len(counted), 0)
    said = Statement(
        actor, "reported", ((0, 14),), sentence.id, "clause-before", (16, 20), (21, len(words) - 1)
    )
    end = start + counted.index(" Norwegians")
    figure = Figure(
        start, end, str(number), "refugees", other.id, "about", of=(end + 1, end + 11), actor=actor
    )  # fmt: skip
    proof = Evidence(
        f"{number:012x}", Layer("text/1", ""), None, (), (sentence, other), (), (), (), statements=(said,), figures=(figure,)
    )  # fmt: skip
    path.with_suffix(".evidence.json").write_bytes(evidence.write(proof))


def _told(archive: Archive, day: str, number: int, said: str) -> None:
    """A person's word on an article's second sentence as a key point."""
    path = archive.root / "content/authority/briefings.yaml"
    path.parent.mkdir(exist_ok=True)
    point = f"{number:012x}#{identify([_fled(number)])[0]}"
    path.write_text(f"- {{day: {day}, point: '{point}', {said}}}\n", "utf-8")


def _of_story(archive: Archive, id: str, said: str) -> None:
    """A person's word on the story that holds an article."""
    path = archive.root / "content/authority/stories.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"- {{id: '{id}', {said}}}\n", "utf-8")


def _fled(number: int) -> str:
    return f"Some {number} Norwegians fled abroad before the storm."


def _any(archive: Archive, chance: random.Random) -> Path:
    return chance.choice(sorted((archive.root / "content/articles").rglob("*.md")))


def _ids() -> list[str]:
    return [name.lower().replace(" ", "-") for name in NAMES]
