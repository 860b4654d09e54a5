"""What each command writes into content/authority/; a case is an entry of cases/said.yaml."""

from __future__ import annotations

import multiprocessing
from pathlib import Path

import pytest
import yaml

from content.fakes import Desk
from corrections.newsroom import done, news, newsroom, say, written
from daybook.content import authority, files
from daybook.content.apart import label

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "said.yaml").read_text(encoding="utf-8"))


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    made = newsroom(tmp_path, monkeypatch, "Anna Keller", "Johanna Bergmann")
    news(made, "Anna Keller spoke in Kyiv.", "Johanna Bergmann spoke.")
    made.ingest()
    (made.content / "authority").mkdir()
    return made


def put(here: Desk, name: str, data: str | bytes) -> None:
    path = here.content / "authority" / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)


def texts(here: Desk) -> dict[str, str]:
    return {p.name: p.read_bytes().decode() for p in sorted((here.content / "authority").iterdir())}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_a_command_writes_what_a_person_would(here: Desk, case: dict) -> None:
    for name, text in case.get("before", {}).items():
        put(here, name, text)
    before = texts(here)
    result = say(here, *case["run"])
    if "error" in case:
        assert result.exit_code == 2
        assert case["error"] in result.stderr
        assert texts(here) == before
    else:
        assert result.exit_code == 0, result.stderr
        assert texts(here) == before | case["after"]
        authority.load(here.content / "authority")
        assert say(here, *case["run"]).exit_code == 0
        assert texts(here) == before | case["after"]


def test_windows_newlines_stay(here: Desk) -> None:
    put(here, "never.yaml", b"# marks\r\n- Topshot  # a desk's\r\n")
    done(here, "never", "More")
    assert texts(here)["never.yaml"] == "# marks\r\n- Topshot  # a desk's\r\n- More\r\n"
    put(here, "actors.yaml", b"- id: anna-keller\r\n  name: Anna Keller\r\n  aliases:\r\n  - A\r\n# end\r\n")
    done(here, "same", "anna-keller", "B", "--unseen")
    assert (
        texts(here)["actors.yaml"]
        == "- id: anna-keller\r\n  name: Anna Keller\r\n  aliases:\r\n  - A\r\n  - B\r\n# end\r\n"
    )


def test_a_byte_order_mark_stays(here: Desk) -> None:
    put(here, "never.yaml", b"\xef\xbb\xbf- Topshot\n")
    done(here, "never", "More")
    assert (here.content / "authority/never.yaml").read_bytes() == b"\xef\xbb\xbf- Topshot\n- More\n"
    assert authority.load(here.content / "authority").never == {"topshot", "more"}


@pytest.mark.parametrize("data", [b"- caf\xe9\n", "- Topshot\n".encode("utf-16")])
def test_another_encoding_is_named(here: Desk, data: bytes) -> None:
    put(here, "never.yaml", data)
    result = say(here, "never", "More")
    assert result.exit_code == 2
    assert "never.yaml: expected text in UTF-8" in result.stderr
    assert "save it as UTF-8" in result.stderr
    assert (here.content / "authority/never.yaml").read_bytes() == data


def test_where_there_is_no_archive_nothing_is_made(here: Desk, tmp_path: Path) -> None:
    other = Desk(tmp_path / "nowhere", here.machine)
    result = say(other, "never", "More")
    assert result.exit_code == 2
    assert "found none" in result.stderr
    assert not other.content.exists()


def test_nobody_corrects_while_another_writes(here: Desk) -> None:
    with files.alone(here.content):
        for words in (("never", "More"), ("set", "0.txt", "title", "New"), ("drop", "0.txt", "anna-keller")):
            result = say(here, *words)
            assert result.exit_code == 3
            assert "wait until it ends" in result.stderr
    assert written(here, "never.yaml") == ""


def _never(content: str, word: str) -> int:
    return say(Desk(Path(content).parent, None), "never", word).exit_code  # type: ignore[arg-type]


def test_of_many_at_once_each_is_written_or_refused(here: Desk) -> None:
    words = [f"word{n}" for n in range(8)]
    with multiprocessing.get_context("spawn").Pool(4) as pool:
        codes = pool.starmap(_never, [(str(here.content), word) for word in words])
    assert set(codes) <= {0, 3}
    assert 0 in codes
    held = authority.load(here.content / "authority").never
    assert held == {word for word, code in zip(words, codes, strict=True) if code == 0}


HOSTILE = [
    "it's", 'say "x"', "a: b", "- a", "? a", "#x", "a #b", "{a}", "[a", "a, b", "!!python/object/apply:os.system [ls]", "&a", "*a", "%YAML 1.1", "@a", "`a`",
    "|", ">", "null", "~", "Yes", "NO", "1984", "0x1F", "1e3", "12:30:00", "2022-02-24", "=", "<<", ".inf", "a\u00a0b", "\u202eabc", "a\u200fb", "a\nb", "---", "...",
    "é", "Путин", "習近平", "😀", "a\\b", "\ufeffx", "x" * 5000, "\x1b[31mred", "</script>", "../../x", "a" + "\u0301" * 200,
]  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE, ids=ascii)
def test_a_hostile_name_is_text(here: Desk, name: str) -> None:
    shown = " ".join(authority.visible(name).split())
    nameless = not label(name)
    told = say(here, "same", "anna-keller", "--unseen", "--", name, "Plain")
    assert told.exit_code == (2 if nameless else 0)
    if nameless:
        done(here, "same", "anna-keller", "--unseen", "--", "Plain")
    done(here, "never", "--", name)
    done(here, "rename", "--", "johanna-bergmann", name, "B.")
    done(here, "outlet", "The Paper", "--drop", f"x {name}", "--alias", f"y {name}")
    known = authority.load(here.content / "authority")
    assert known.actors[0].aliases == (("Plain",) if nameless else (shown, "Plain"))
    assert known.actors[1].name == f"{shown} B."
    assert known.never == {shown.casefold()}
    assert known.sources[0].drop == (f"x {shown}",)
    report = here.ingest()
    assert report.set_aside == 0
    assert here.ingest().changed == 0


@pytest.mark.parametrize("name", HOSTILE, ids=ascii)
def test_a_hostile_name_by_hand_is_text_or_an_error(here: Desk, name: str) -> None:
    for text in (
        f"- {{id: anna-keller, name: {name}}}\n",
        f"- id: anna-keller\n  name: {name}\n  aliases: [{name}]\n",
    ):
        put(here, "actors.yaml", text)
        result = say(here, "never", "x")
        assert result.exit_code in (0, 2), result.output
        if result.exit_code == 2:
            assert "actors.yaml" in result.stderr
            assert "\x1b" not in result.stderr
        else:
            assert here.ingest().set_aside == 0
            assert here.ingest().changed == 0


def test_an_id_of_a_gazetteer_that_it_lacks_is_a_slip(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = newsroom(tmp_path, monkeypatch, "Ann Sample")
    news(desk, "Ann Sample came.")
    desk.ingest()
    refused = say(desk, "place", "gn:99999999999", "--name", "Kyiv")
    assert refused.exit_code == 2
    assert "Kyiv (UA) is gn:703448" in refused.stderr
    assert "give kind and lat and lon" in refused.stderr
    assert written(desk, "places.yaml") == ""
    point = ("--kind", "city", "--lat", "50", "--lon", "30")
    done(desk, "place", "gn:99999999999", "--name", "Foo", *point)
    done(desk, "place", "my:foo", "--name", "My Foo")
    assert "QQ" in say(desk, "actor", "ann", "--name", "Ann", "--country", "QQ").stderr


def test_what_is_missing_is_told_as_the_options_that_give_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = newsroom(tmp_path, monkeypatch, "Ann Sample")
    desk.ingest()
    assert "give --name and --word" in say(desk, "event", "strike", "2022-02-28").stderr


@pytest.mark.parametrize("command", [["never"], ["rename", "ann-sample"], ["set", "0.txt", "title"]])
def test_bytes_that_are_no_text_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: list[str]
) -> None:
    desk = newsroom(tmp_path, monkeypatch, "Ann Sample")
    news(desk, "Ann Sample came.")
    desk.ingest()
    refused = say(desk, *command, "\udcff\udcfe")
    assert refused.exit_code == 2
    assert "expected text in UTF-8" in refused.stderr
    assert written(desk, "never.yaml") == ""


def test_a_word_that_begins_with_a_hyphen_stands_behind_two(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = newsroom(tmp_path, monkeypatch, "Ann Sample")
    desk.ingest()
    assert "write -- before it" in say(desk, "never", "- x").stderr
    done(desk, "never", "--", "- x")
    assert yaml.safe_load(written(desk, "never.yaml")) == ["- x"]
