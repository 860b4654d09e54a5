"""`daybook verify` and `daybook release`: an archive that holds, and whatever is changed in it afterwards."""

from __future__ import annotations

import gzip
import json
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from daybook.proof import releases
from daybook.proof.canonical import sealed
from daybook.proof.verify import verify
from daybook.site.page import SiteInfo
from helpers.archive import Archive
from proof.whole import TEXT, one, run


def test_an_untouched_archive_holds(whole: Archive) -> None:
    done = run(whole, "verify")
    assert done.exit_code == 0, done.output
    assert "4 articles" in done.output
    assert "3 days" in done.output
    assert "0 faults" in done.output
    assert "Articles and records are those of the last release (2022-04-01," in done.output


def test_a_record_has_the_figures_of_its_day_with_their_sentences(whole: Archive) -> None:
    row = json.loads((whole.output / "data/2022/03/03.json").read_text("utf-8"))
    killed = next(each for each in row["figures"] if each["unit"] == "killed")
    assert (killed["value"], killed["bound"], killed["words"]) == ("12", "at least", "at least 12")
    words = {each["id"]: each["words"] for each in row["sentences"]}
    assert all("at least 12 people were killed" in words[id] for id in killed["sentences"])


Edit = Callable[[Archive], Path]
"""Spoils an archive, and gives the file that has to be named."""


def replace(pattern: str, old: str, new: str, names: str = "") -> Edit:
    def edit(archive: Archive) -> Path:
        path = one(archive, pattern)
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), "utf-8")
        return one(archive, names) if names else path

    return edit


def gone(pattern: str) -> Edit:
    def edit(archive: Archive) -> Path:
        path = one(archive, pattern)
        path.unlink()
        return path

    return edit


def other_layer(archive: Archive) -> Path:
    path = one(archive, "content/layers/*.gz")
    text = gzip.decompress(path.read_bytes()).decode("utf-8")
    path.write_bytes(gzip.compress(text.replace("on", "in", 1).encode()))
    return path


def resealed(change: Callable[[dict[str, object]], None]) -> Edit:
    """A record that somebody changed and gave a new hash, in all three places that print it."""

    def edit(archive: Archive) -> Path:
        path = one(archive, "output/data/2022/03/03.json")
        row = json.loads(path.read_text("utf-8"))
        old = row["sha256"]
        change(row)
        made = sealed(row)
        data = json.dumps(made, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
        path.write_bytes(data + b"\n")
        path.with_suffix(".js").write_bytes(b"daybookProof.receive(" + data + b");\n")
        page = archive.output / "2022/03/03/index.html"
        page.write_text(page.read_text("utf-8").replace(old, made["sha256"]), "utf-8")
        return path

    return edit


def invented(row: dict[str, object]) -> None:
    row["points"][0]["words"] = "Nobody said so."  # type: ignore[index]


def invented_with_its_sentence(row: dict[str, object]) -> None:
    words = "Nobody said so."
    row["points"][0]["words"] = words  # type: ignore[index]
    id = row["points"][0]["sentences"][0]  # type: ignore[index]
    next(each for each in row["sentences"] if each["id"] == id)["words"] = words  # type: ignore[attr-defined]


def unsupported(row: dict[str, object]) -> None:
    row["points"][0]["sentences"] = []  # type: ignore[index]


def other_seed(row: dict[str, object]) -> None:
    row["articles"][0]["seed"]["sha256"] = "0" * 64  # type: ignore[index]


def an_article_less(row: dict[str, object]) -> None:
    cited = {each["article"] for each in row["sentences"]}  # type: ignore[attr-defined]
    row["articles"] = [each for each in row["articles"] if each["id"] in cited][:1]  # type: ignore[attr-defined]


def forged(part: str, **given: object) -> Edit:
    """The first of a part of a record with other values."""

    def change(row: dict[str, object]) -> None:
        row[part][0].update(given)  # type: ignore[index]

    return resealed(change)


def emptied(*parts: str) -> Edit:
    return resealed(lambda row: row.update({key: [] for key in parts}))


EDITS: dict[str, tuple[Edit, str]] = {
    "a figure in a record": (forged("figures", value="120", words="120"), "again"),
    "the source of a figure": (forged("figures", by="the BBC"), "again"),
    "a line that an editor is said to have written": (forged("points", words="It is over.", by_hand="rewritten"), "again"),
    "how many tell a line": (forged("points", outlets=9), "again"),
    "the source of an article": (forged("articles", source="BBC", title="Another"), "again"),
    "the name of a story": (forged("stories", name="Surrender"), "again"),
    "a day without lines": (emptied("points", "figures"), "again"),
    "the briefing as Markdown": (replace("output/data/2022/03/03.md", "Odessa", "Odesa"), "again"),
    "the articles of a release": (replace("content/register/releases.jsonl", '"articles": 4', '"articles": 5'), "release"),
    "the date of a release": (replace("content/register/releases.jsonl", "2022-04-01", "2022-04-02"), "release"),
    "a seed": (replace("seeds/ferry.txt", "at least 12", "at least 13"), "seed"),
    "a web page": (replace("seeds/talks.html", "500,000", "600,000"), "seed"),
    "a line of many": (replace("seeds/weather.jsonl", "Two people", "Ten people"), "seed"),
    "a seed that is gone": (gone("seeds/ferry.txt"), "seed-gone"),
    "a file of many that is gone": (gone("seeds/weather.jsonl"), "seed-gone"),
    "a text layer": (other_layer, "layer"),
    "a text layer that is gone": (gone("content/layers/*.gz"), "layer"),
    "an evidence that is gone": (gone("content/articles/2022/03/03/ferry*.evidence.json"), "evidence"),
    "evidence that is none": (replace("content/articles/2022/03/03/ferry*.json", '"layer"', '"liar"'), "evidence"),
    "the hash of a layer": (replace("content/articles/2022/03/03/ferry*.json", '"sha256": "', '"sha256": "0'), "layer"),
    "the words of a mention": (replace("content/articles/2022/03/03/ferry*.json", '"words": "Odessa"', '"words": "Odesse"'), "place"),
    "the id of a sentence": (replace("content/articles/2022/03/03/ferry*.json", '"sentences": [\n  {"id": "s', '"sentences": [\n  {"id": "s0'), "sentence"),
    "the value of a figure": (replace("content/articles/2022/03/03/ferry*.json", '"value": "12"', '"value": "120"'), "figure"),
    "the span of a statement": (replace("content/articles/2022/03/03/ferry*.json", '"said": [[', '"said": [[-'), "statement"),
    "the seed that an article names": (replace("content/articles/2022/03/03/ferry*.md", "sha256: ", "sha256: '0' # "), "article"),
    "an article that is gone": (gone("content/articles/2022/03/03/ferry*.md"), "article"),
    "the register": (replace("content/register/articles.jsonl", '"sha256": "', '"sha256": "0', "content/articles/2022/*/*/*.md"), "register"),
    "the hash of a record": (replace("output/data/2022/03/03.json", '"sha256":"', '"sha256":"f'), "record"),
    "a record that is gone": (gone("output/data/2022/03/03.json"), "record"),
    "a record's script": (replace("output/data/2022/03/03.js", "receive", "deceive"), "record"),
    "a page that prints another hash": (replace("output/2022/03/03/index.html", "<code>", "<code>0"), "page"),
    "a line that nobody said": (resealed(invented), "line"),
    "a line with a sentence that nobody said": (resealed(invented_with_its_sentence), "record"),
    "a line that rests on nothing": (resealed(unsupported), "line"),
    "another seed in a record": (resealed(other_seed), "record"),
    "an article less in a record": (resealed(an_article_less), "record"),
    "the root of a release": (replace("content/register/releases.jsonl", '"before": "0', '"before": "1'), "release"),
}  # fmt: skip


@pytest.mark.parametrize("name", EDITS)
def test_what_was_changed_is_named(archive: Archive, name: str) -> None:
    edit, code = EDITS[name]
    path = edit(archive).relative_to(archive.root).as_posix()
    named = path.removeprefix("content/").removeprefix("output/").removeprefix("seeds/")
    done = run(archive, "verify")
    assert done.exit_code == 1, done.output
    told = [line for line in done.output.splitlines() if f"proof/{code}: expected " in line]
    assert told, done.output
    assert any(named.removesuffix(".md").removesuffix(".evidence.json").removesuffix(".txt.gz") in line for line in told) or code == "register", done.output  # fmt: skip
    assert all("; " in line for line in told)


def test_a_release_is_not_made_of_what_does_not_hold(archive: Archive) -> None:
    EDITS["the value of a figure"][0](archive)
    before = (archive.content / releases.NAME).read_bytes()
    done = run(archive, "release")
    assert done.exit_code == 1
    assert "No release" in done.output
    assert (archive.content / releases.NAME).read_bytes() == before


def test_a_release_is_added_where_something_is_new_and_only_there(archive: Archive) -> None:
    path = archive.content / releases.NAME
    first = path.read_bytes()
    assert "Nothing new" in run(archive, "release").output
    assert path.read_bytes() == first
    (archive.seeds / "later.txt").write_text(
        TEXT.replace("March 3", "March 5").replace("Ferry", "Tug"), "utf-8"
    )
    archive.build()
    told = run(archive, "verify")
    assert told.exit_code == 0, told.output
    assert "1 day changed: 2022-03-05" in told.output
    assert run(archive, "release").exit_code == 0
    assert path.read_bytes().startswith(first)
    one, two = releases.read(archive.content)
    assert (two.before, two.articles, two.days, list(two.changed)) == (one.sha256, 5, 4, ["2022-03-05"])
    assert "Articles and records are those of the last release" in run(archive, "verify").output


def test_a_correction_is_told_as_changed_and_not_as_broken(archive: Archive) -> None:
    path = one(archive, "content/articles/2022/03/03/ferry*.md")
    path.write_text(path.read_text("utf-8").replace("We mourn them", "We mourn all of them"), "utf-8")
    archive.build()
    done = run(archive, "verify")
    assert done.exit_code == 0, done.output
    assert "Since the last release (2022-04-01," in done.output


def test_a_withdrawn_article_needs_no_seed(archive: Archive) -> None:
    path = one(archive, "content/articles/2022/03/03/ferry*.md")
    text = path.read_text("utf-8")
    head = "withdrawn: {date: 2022-05-01, reason: Asked for., title: hidden}\n---\n\n"
    path.write_text(text.replace("---\n\n", head, 1), "utf-8")
    (archive.seeds / "ferry.txt").unlink()
    archive.build()
    done = run(archive, "verify")
    assert done.exit_code == 0, done.output


def test_content_alone_is_checked_where_there_is_no_site(archive: Archive) -> None:
    shutil.rmtree(archive.output)
    done = run(archive, "verify")
    assert done.exit_code == 0, done.output
    assert "no site" in done.output
    assert run(archive, "release").exit_code == 2


def test_the_root_is_what_the_documents_say(whole: Archive) -> None:
    """docs/proof.md: a root that no program of Daybook's is needed for."""
    import hashlib

    (release,) = releases.read(whole.content)
    rows = {p.relative_to(whole.content).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest() for p in (whole.content / "articles").rglob("*.*")}  # fmt: skip
    rows |= {p.relative_to(whole.output).as_posix(): json.loads(p.read_text())["sha256"] for p in (whole.output / "data").glob("*/*/*.json")}  # fmt: skip
    lines = "".join(f"{rows[path]}  {path}\n" for path in sorted(rows))
    assert release.root == hashlib.sha256(f"{'0' * 64}\n{lines}".encode()).hexdigest()
    assert release.changed == {path[5:15].replace("/", "-"): hash for path, hash in rows.items() if path.startswith("data/")}  # fmt: skip


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, 1 << 32))
def test_no_byte_changes_unnoticed(whole: Archive, seed: int) -> None:
    """In seeds, articles, evidence and records: it is a fault, or the archive is not the released one."""
    chance = random.Random(seed)
    held = [path for folder in ("seeds", "content/articles", "output/data/2022") for path in (whole.root / folder).rglob("*.*") if path.suffix != ".md" or "content" in path.parts]  # fmt: skip
    path = chance.choice(sorted(held))
    data = path.read_bytes()
    at = chance.randrange(len(data))
    try:
        path.write_bytes(data[:at] + bytes([data[at] ^ (1 << chance.randrange(8))]) + data[at + 1 :])
        found = verify(whole.content, whole.seeds, whole.output, SiteInfo(""))
        assert found.faults or not found.same, (path, at)
    finally:
        path.write_bytes(data)
