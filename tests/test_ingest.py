"""Ingest: which seed is which article, where it lies, and that nothing is lost or invented."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from content.fakes import COUNCIL, KYIV, OLENA, SUMY, Desk, desk, moved
from daybook import ingest
from daybook.content import register, store
from daybook.errors import SettingError, WriteError
from daybook.settings import Settings

ONE = "Talks in Kyiv\nOlena Bondar spoke in Kyiv. On 2022-03-03 she left.\nBondar went to Sumy."
TWO = "Talks in Sumy\nThe Town Council met in Sumy. On 2022-03-04 it ended."


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    made = desk(tmp_path, monkeypatch)
    made.seed("a.txt", ONE)
    made.seed("b.txt", TWO)
    return made


def addresses(here: Desk) -> set[str]:
    return {record.address for record in register.load(here.content).articles.values()}


def test_articles_lie_by_day(here: Desk) -> None:
    report = here.ingest()
    assert (report.inputs, report.published, report.merged, report.set_aside, report.undated) == (
        2,
        2,
        0,
        0,
        0,
    )
    assert addresses(here) == {"2022/03/03/talks-in-kyiv.html", "2022/03/04/talks-in-sumy.html"}
    assert set(here.tree()) == {
        "articles/2022/03/03/talks-in-kyiv.md",
        "articles/2022/03/03/talks-in-kyiv.evidence.json",
        "articles/2022/03/04/talks-in-sumy.md",
        "articles/2022/03/04/talks-in-sumy.evidence.json",
        *(f"register/{name}.jsonl" for name in ("articles", "names", "redirects", "merges", "problems")),
    }


def test_an_article_is_loaded_as_it_was_found(here: Desk) -> None:
    here.ingest()
    articles, problems = store.load(here.content)
    assert problems == []
    first = articles[0]
    assert (first.title, first.slug, first.seed_path, first.lang, first.dir) == (
        "Talks in Kyiv",
        "talks-in-kyiv",
        "a.txt",
        "en",
        "ltr",
    )
    assert first.id == first.seed_sha256[:12]
    assert first.places == (KYIV, SUMY)
    assert first.actors == (OLENA,)
    assert first.lead == "Olena Bondar spoke in Kyiv. On 2022-03-03 she left."
    assert first.date
    assert (first.date.rule, first.date.words) == ("fake", "On 2022-03-03")
    assert first.date.start
    assert ONE[first.date.start : first.date.end] == "On 2022-03-03"
    assert {ONE[m.start : m.end] for m in first.mentions} == {"Kyiv", "Sumy", "Olena Bondar", "Bondar"}
    assert all(ONE[m.start : m.end] == m.words for m in first.mentions)


def test_the_words_of_a_short_part_that_was_left_out_are_kept(here: Desk) -> None:
    here.seed("a.txt", f"{ONE}\nSKIP\u00a0 to <the>\u200b end\nSKIP {'x' * 115}\nSKIP {'x' * 116}")
    here.ingest()
    articles, _ = store.load(here.content)
    assert [span.words for span in articles[0].dropped] == ["SKIP to <the> end", f"SKIP {'x' * 115}", ""]
    assert all(span.why == "promo" for span in articles[0].dropped)


def test_a_second_run_changes_no_byte(here: Desk) -> None:
    here.ingest()
    before, seen = here.tree(), {p: p.stat().st_mtime_ns for p in here.content.rglob("*")}
    assert here.ingest().changed == 0
    assert here.tree() == before
    assert {p: p.stat().st_mtime_ns for p in here.content.rglob("*")} == seen


def test_the_order_of_arrival_at_once_makes_no_difference(
    here: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = desk(tmp_path / "other", monkeypatch)
    other.seed("b.txt", TWO)
    other.seed("a.txt", ONE)
    other.ingest()
    monkeypatch.setattr("daybook.pipeline.extract", here.machine.extract)
    here.ingest()
    assert other.tree() == here.tree()


def test_seeds_are_never_written_to(here: Desk) -> None:
    before = {p: (p.read_bytes(), p.stat().st_mtime_ns) for p in here.seeds.rglob("*")}
    here.ingest()
    assert {p: (p.read_bytes(), p.stat().st_mtime_ns) for p in here.seeds.rglob("*")} == before


def test_an_identical_copy_is_merged(here: Desk) -> None:
    here.seed("z/copy.txt", ONE)
    report = here.ingest()
    assert (report.inputs, report.published, report.merged) == (3, 2, 1)


def test_a_copy_that_comes_first_by_name_takes_nothing_over(here: Desk) -> None:
    here.ingest()
    before = here.tree()
    here.seed("0-copy.txt", ONE)
    assert here.ingest().merged == 1
    assert here.tree() == before


def test_a_changed_seed_renews_its_article(here: Desk) -> None:
    here.ingest()
    id = store.load(here.content)[0][0].id
    here.seed("a.txt", ONE.replace("Talks in Kyiv", "No talks in Kyiv"))
    report = here.ingest()
    article = store.load(here.content)[0][0]
    assert (article.id, article.title, article.slug) == (id, "No talks in Kyiv", "talks-in-kyiv")
    assert report.gone == ()
    assert len(addresses(here)) == 2


def test_a_renamed_seed_is_the_same_article(here: Desk) -> None:
    here.ingest()
    (here.seeds / "a.txt").rename(here.seeds / "renamed.txt")
    report = here.ingest()
    assert (report.published, report.gone) == (2, ())
    assert {a.seed_path for a in store.load(here.content)[0]} == {"renamed.txt", "b.txt"}


def test_a_seed_that_takes_anothers_place(here: Desk) -> None:
    here.ingest()
    here.seed("c.txt", ONE)
    here.seed("a.txt", "Other news\nOn 2022-03-05 all was calm.")
    report = here.ingest()
    assert (report.inputs, report.published) == (3, 3)
    assert len({a.id for a in store.load(here.content)[0]}) == 3


def test_a_removed_seed_deletes_nothing_and_is_reported(here: Desk) -> None:
    here.ingest()
    before = here.tree()
    (here.seeds / "a.txt").unlink()
    report = here.ingest()
    assert (report.inputs, report.published, report.gone) == (1, 1, ("a.txt",))
    assert here.tree() == before


def test_a_corrected_day_moves_the_file_and_leaves_a_redirect(here: Desk) -> None:
    here.ingest()
    here.edit("talks-in-kyiv", "date: 2022-03-03", "date: 2022-03-02")
    here.ingest()
    assert not (here.content / "articles/2022/03/03").exists()
    assert (here.content / "articles/2022/03/02/talks-in-kyiv.evidence.json").is_file()
    assert register.load(here.content).redirects == {
        "2022/03/03/talks-in-kyiv.html": "2022/03/02/talks-in-kyiv.html"
    }
    article = store.load(here.content)[0][0]
    assert article.date
    assert (article.date.value.day, article.date.rule, article.date.words) == (2, "hand", "")

    here.edit("talks-in-kyiv", "date: 2022-03-02", "date: 2022-03-01")
    here.ingest()
    new = "2022/03/01/talks-in-kyiv.html"
    assert register.load(here.content).redirects == {f"2022/03/0{n}/talks-in-kyiv.html": new for n in (2, 3)}

    here.edit("talks-in-kyiv", "date: 2022-03-01", "date: 2022-03-03")
    here.ingest()
    assert "2022/03/03/talks-in-kyiv.html" not in register.load(here.content).redirects
    assert here.ingest().changed == 0


def test_without_a_proven_day_an_article_is_undated_until_a_person_says(here: Desk) -> None:
    here.seed("b.txt", "Talks in Sumy\nThe Town Council met.")
    report = here.ingest()
    assert (report.published, report.undated) == (2, 1)
    assert [(p.file, p.code, p.set_aside) for p in report.problems] == [("b.txt", "undated", False)]
    here.edit("talks-in-sumy", "date: null", "date: 2022-03-04")
    report = here.ingest()
    assert (report.undated, report.problems) == (0, ())
    assert here.article("talks-in-sumy").parent.name == "04"


@pytest.mark.parametrize("coverage", ["..2022-03-03", ".."])
def test_a_day_in_the_future_is_refused(here: Desk, coverage: str) -> None:
    here.settings = Settings(coverage=coverage)
    here.seed("c.txt", "Talks in Kyiv again\nOn 2099-03-04 all was well.")
    here.seed("d.txt", "Still talks in Kyiv\nOn 2022-03-03 all was well.")
    report = here.ingest()
    refused = [p.file for p in report.problems if p.code == "future"]
    assert refused == (["b.txt", "c.txt"] if coverage != ".." else ["c.txt"])
    assert report.published == 4
    assert here.article("talks-in-kyiv-again").parent.name == "undated"


def test_titles_alike_have_slugs_of_their_own_for_ever(here: Desk) -> None:
    for n in range(5):
        here.seed(
            f"n{n}.txt", f"{'TALKS in Kyiv!' if n % 2 else 'Talks in Kyiv'}\nNumber {n}. On 2022-03-03."
        )
    here.ingest()
    slugs = {r.seed: r.slug for r in register.load(here.content).articles.values()}
    assert [slugs[f"n{n}.txt"] for n in range(5)] == [f"talks-in-kyiv-{n}" for n in range(2, 7)]
    here.seed("0.txt", "Talks in Kyiv\nThe newest, first by name. On 2022-03-03.")
    here.ingest()
    later = {r.seed: r.slug for r in register.load(here.content).articles.values()}
    assert later == slugs | {"0.txt": "talks-in-kyiv-7"}


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Index", "index-2"),
        ("CON", "con-2"),
        ("😀😀", "article-{id}"),
        ("../../etc/passwd", "etc-passwd"),
        ("Київ", "kiiv"),
    ],
)
def test_awkward_titles(here: Desk, title: str, slug: str) -> None:
    here.seed("c.txt", f"{title}\nOn 2022-03-03 all was well.")
    here.ingest()
    record = next(r for r in register.load(here.content).articles.values() if r.seed == "c.txt")
    assert record.slug == slug.format(id=record.id)


def test_every_path_is_short_and_ascii(here: Desk) -> None:
    for n in range(12):
        here.seed(f"n{n}.txt", f"{'Дуже довга назва ' * 30}\nNumber {n}. On 2022-03-03.")
    here.ingest()
    for path in here.tree():
        assert path.isascii()
        assert len(f"content/{path}") <= 120


def test_what_cannot_be_published_is_set_aside_and_counted(here: Desk) -> None:
    here.seed("crash.txt", "CRASH\nhere")
    here.seed("empty.txt", "")
    here.seed("title.txt", "A title alone")
    (here.seeds / "binary.txt").write_bytes(bytes(range(256)) * 8)
    report = here.ingest()
    assert (report.inputs, report.published, report.set_aside) == (6, 2, 4)
    assert {p.file for p in report.problems if p.set_aside} == {
        "crash.txt",
        "empty.txt",
        "title.txt",
        "binary.txt",
    }
    assert all(p.expected and p.found and p.do for p in report.problems)
    assert register.load(here.content).problems == report.problems


def test_a_broken_article_file_is_left_alone(here: Desk) -> None:
    here.ingest()
    here.edit("talks-in-kyiv", "title: ", "titel: ")
    before = here.article("talks-in-kyiv").read_bytes()
    report = here.ingest()
    assert (report.published, report.set_aside) == (1, 1)
    assert "'title' perhaps" in report.problems[0].expected
    assert here.article("talks-in-kyiv").read_bytes() == before


def test_seeds_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(SettingError, match="expected a folder"):
        ingest.ingest(tmp_path / "none", tmp_path / "content", Settings())


def test_where_nothing_can_be_written(here: Desk) -> None:
    here.content.write_text("a file is in the way")
    with pytest.raises(WriteError, match="expected to write here"):
        here.ingest()


def test_two_at_once_do_not_mix(here: Desk) -> None:
    from daybook.content import files

    with files.alone(here.content), pytest.raises(WriteError, match="no other ingest"):
        here.ingest()


def test_a_wrong_register_stops_the_run(here: Desk) -> None:
    here.ingest()
    path = here.content / "register/articles.jsonl"
    path.write_bytes(path.read_bytes() + b"<<<<<<< ours\n")
    with pytest.raises(SettingError, match=r"articles.jsonl, line 3"):
        here.ingest()


def test_the_register_is_sorted_lines(here: Desk) -> None:
    here.ingest()
    for path in (here.content / "register").glob("*.jsonl"):
        lines = path.read_text(encoding="utf-8").splitlines()
        assert lines == sorted(lines)
        assert all(json.loads(line) for line in lines)


def test_addresses_of_names_are_settled_once(here: Desk) -> None:
    other = moved(SUMY, id="gn:1", country="US", region="Illinois", name="Kyiv")
    here.machine.places = (KYIV, other)
    here.machine.actors = (OLENA, COUNCIL)
    here.ingest()
    names = register.load(here.content).names
    assert (names["place", "gn:1"], names["place", "gn:703448"]) == (
        "kyiv",
        "kyiv-ua-kyiv-city",
    )  # a tie: by id
    assert names["actor", "olena-bondar"] == "olena-bondar"
    here.ingest(places=(KYIV,))
    assert register.load(here.content).names == names  # an address answers for ever


def test_an_actor_of_another_id_leaves_a_redirect(here: Desk) -> None:
    here.ingest()
    here.ingest(
        actors=(
            moved(OLENA, id="olena-m-bondar", name="Olena M Bondar", aliases=("Olena Bondar", "Bondar")),
            COUNCIL,
        )
    )
    memory = register.load(here.content)
    assert memory.successor("actor", "olena-bondar") == "olena-m-bondar"
    assert memory.redirects == {"actors/olena-bondar.html": "actors/olena-m-bondar.html"}
    here.ingest(actors=(OLENA, COUNCIL))
    memory = register.load(here.content)
    assert "actors/olena-bondar.html" not in memory.redirects


@pytest.mark.parametrize("zone", ["UTC", "Pacific/Kiritimati"])
def test_the_five_give_the_same_bytes_anywhere(zone: str, tmp_path: Path) -> None:
    root = Path(__file__).parent.parent
    env = os.environ | {"TZ": zone, "PYTHONHASHSEED": str(len(zone)), "LC_ALL": "C"}
    command = [
        sys.executable,
        "-m",
        "daybook",
        "ingest",
        "--content",
        str(tmp_path / "content"),
        "--no-authority",
    ]
    subprocess.run(command, cwd=root, env=env, check=True, capture_output=True)
    made = tree(tmp_path / "content")
    assert len(made) == 15
    again = tmp_path / "again" / "content"
    report = ingest.ingest(
        root / "seeds", again, Settings(coverage="2022-02-24..2022-03-31"), authority=False
    )
    assert report.published == 5
    assert tree(again) == made


def tree(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def seed_of(here: Desk, slug: str) -> str:
    return next(a.seed_path for a in store.load(here.content)[0] if a.slug == slug)


def test_seeds_that_swap_names_keep_their_articles(here: Desk) -> None:
    here.ingest()
    here.edit("talks-in-kyiv", "lead: Olena", "lead: She, Olena")
    here.seed("a.txt", TWO)
    here.seed("b.txt", ONE)
    report = here.ingest()
    assert (report.published, report.gone) == (2, ())
    assert (seed_of(here, "talks-in-kyiv"), seed_of(here, "talks-in-sumy")) == ("b.txt", "a.txt")
    assert "lead: She, Olena" in here.article("talks-in-kyiv").read_text(encoding="utf-8")
    assert here.ingest().changed == 0


def test_a_line_put_in_front_moves_no_article(here: Desk) -> None:
    rows = [json.dumps({"text": f"News {n}\nWords of {n}. On 2022-03-03."}) for n in range(4)]
    here.seed("c.jsonl", "\n".join(rows[1:]))
    here.ingest()
    here.seed("c.jsonl", "\n".join(rows))
    report = here.ingest()
    assert (report.published, report.gone) == (6, ())
    assert [seed_of(here, f"news-{n}") for n in range(4)] == [f"c.jsonl:{n + 1}" for n in range(4)]


@pytest.mark.parametrize("elsewhere", [False, True])
def test_a_broken_file_stands_also_where_the_register_is_lost(here: Desk, elsewhere: bool) -> None:
    here.ingest()
    here.edit("talks-in-kyiv", "title: ", "title: a: ")
    path = here.article("talks-in-kyiv")
    if elsewhere:
        path = path.rename(here.content / "articles/undated.md")
    else:
        (here.content / "register/articles.jsonl").unlink()
    before = path.read_bytes()
    report = here.ingest()
    assert (report.published, report.set_aside) == (1, 1)
    assert path.read_bytes() == before
    assert [p.name for p in (here.content / "articles").rglob("*.md")].count("talks-in-kyiv.md") == (
        not elsewhere
    )


def test_a_lost_register_is_made_again_from_the_articles(here: Desk) -> None:
    for n in range(3):
        here.seed(f"n{n}.txt", f"Talks in Kyiv\nNumber {n}. On 2022-03-03.")
    here.ingest()
    before = here.tree()
    (here.content / "register/articles.jsonl").unlink()
    here.seed("0.txt", "Talks in Kyiv\nThe newest, first by name. On 2022-03-03.")
    here.ingest()
    (here.seeds / "0.txt").unlink()
    after = here.tree()
    assert {k: after[k] for k in before if k.startswith("articles/")} == {
        k: v for k, v in before.items() if k.startswith("articles/")
    }
    assert len(addresses(here)) == 6


def test_one_address_of_two_branches_becomes_two(
    here: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = desk(tmp_path / "other", monkeypatch)
    for each, name in ((here, "c"), (other, "d")):
        each.seed(f"{name}.txt", f"Same title\nOlena Bondar spoke, says {name}. On 2022-03-03.")
        each.ingest()
    (here.content / "register/names.jsonl").write_text(
        '{"kind": "actor", "id": "bondar", "slug": "olena-bondar"}\n'
        '{"kind": "actor", "id": "olena-bondar", "slug": "olena-bondar"}\n'
    )
    here.seed("d.txt", (other.seeds / "d.txt").read_text(encoding="utf-8"))
    path = here.content / "register/articles.jsonl"
    path.write_bytes(path.read_bytes() + (other.content / "register/articles.jsonl").read_bytes())
    mine = here.article("same-title").read_bytes()
    report = here.ingest()
    assert (report.published, len(addresses(here))) == (4, 4)
    assert here.article("same-title").read_bytes() == mine
    assert "says d" in here.article("same-title-2").read_text(encoding="utf-8")
    assert here.ingest().changed == 0
    names = register.load(here.content).names
    assert names["actor", "bondar"] != names["actor", "olena-bondar"]
    assert register.load(here.content).redirects == {}


def test_an_article_without_a_seed_keeps_its_file_and_is_not_missed(here: Desk) -> None:
    here.ingest()
    text = here.article("talks-in-sumy").read_text(encoding="utf-8")
    head, body = text.split("\nseed: ")[0], text.split("\n---\n")[1]
    own = here.content / "articles/2022/03/03/news.md"
    own.write_text(f"{head.replace(head[8:16], 'aaaaaaaa').replace('talks-in-sumy', 'news')}\n---\n{body}")
    before = own.read_bytes()
    here.seed("c.txt", "News\nOlena Bondar spoke. On 2022-03-03.")
    report = here.ingest()
    assert (report.published, report.gone) == (3, ())
    assert own.read_bytes() == before
    assert here.article("news-2").is_file()
