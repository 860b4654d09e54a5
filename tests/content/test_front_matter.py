"""Front matter: any text comes back as it was, and no header does harm."""

from __future__ import annotations

import contextlib
import json
from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from daybook.content import front_matter
from daybook.content.front_matter import FrontMatterError

CASES = Path(__file__).parent / "cases"


def back(text: str) -> None:
    head = {
        "title": text,
        "source": {"outlet": text},
        "places": [{"id": text, "aliases": [text, "b"]}],
        "rejected": [text],
    }
    written = front_matter.write(head)
    assert written.count("\n") == 7  # one line an entry, whatever the text holds
    header, body = front_matter.split(written + "\nBody\n")
    assert front_matter.read(header) == head
    assert body == "\nBody\n"
    assert yaml.load(header, Loader=yaml.CSafeLoader) == head  # and any other tool reads the same


@given(st.text())
def test_any_text_comes_back(text: str) -> None:
    back(text)


@pytest.mark.parametrize("text", json.loads((CASES / "texts.json").read_text(encoding="utf-8")))
def test_awkward_texts_come_back(text: str) -> None:
    back(text)


def test_public_naughty_texts_come_back(shared: Path) -> None:
    for text in json.loads((shared / "data/hostile/naughty.json").read_text(encoding="utf-8")):
        back(text)
    for line in (shared / "data/hostile/markup.txt").read_text(encoding="utf-8").split("\n")[::20]:
        back(line)


def test_a_lone_surrogate_is_no_text() -> None:
    header, _ = front_matter.split(front_matter.write({"title": "a\ud800b"}))
    assert front_matter.read(header) == {"title": "a\ufffdb"}


def test_a_day_is_a_day_to_every_reader() -> None:
    written = front_matter.write({"date": date(2022, 3, 3), "none": None, "lat": 50.5})
    assert written == "---\ndate: 2022-03-03\nnone: null\nlat: 50.5\n---\n"
    assert yaml.safe_load(front_matter.split(written)[0]) == {
        "date": date(2022, 3, 3),
        "none": None,
        "lat": 50.5,
    }


def test_letters_are_written_as_they_are() -> None:
    assert "title: Київ – “Orbán”" in front_matter.write({"title": "Київ – “Orbán”"})


def test_plain_words_are_read_as_text() -> None:
    read = front_matter.read("a: No\nb: 1984\nc: 2022-03-03\nd: 1e3\ne: 12:30\nf: ~\ng:\nh: 'null'\n")
    assert read == {
        "a": "No",
        "b": "1984",
        "c": "2022-03-03",
        "d": "1e3",
        "e": "12:30",
        "f": None,
        "g": None,
        "h": "null",
    }


@pytest.mark.parametrize(
    ("header", "found"),
    [
        ("a: b: c", "mapping values are not allowed"),
        ("a: &x 1\nb: *x", "alias"),
        ("a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n", "alias"),
        ("a: !!python/object:os.system x", "tag"),
        ("a: !!int 3", "tag"),
        ("a: !!seq [x]", "tag"),
        ("!!str {a: b}", "tag"),
        ("a: !!str [b]", "tag"),
        ("? !!str [a]\n: b", "key"),
        ("<<: {a: 1}\na: 2\na: 3", "twice"),
        ("? [a]\n: b", "key"),
        ("- a", "no mapping"),
        ("", "no mapping"),
        ("a: \x00", "unacceptable character"),
        ('a: "\\ud800"', "Unicode"),
        ("[" * 100_000, "nested"),
        ("- " * 100_000, "nested"),
        ("a: {" * 20_000, "did not find|nested|not allowed"),
        ("".join(" " * i + "a:\n" for i in range(400)), "deep"),
        ("a: '" + "x" * 8_000_000 + "'", "more than"),
    ],
    ids=lambda value: value[:20],
)
def test_what_no_header_needs_is_refused(header: str, found: str) -> None:
    with pytest.raises(FrontMatterError, match=found):
        front_matter.read(header)


@given(st.text(alphabet="ab:-{}[]&*!|>'\"%@`#,? \n\t\\", max_size=60))
def test_nothing_but_a_front_matter_error_comes_out(header: str) -> None:
    with contextlib.suppress(FrontMatterError):
        assert isinstance(front_matter.read(header), dict)


_SIGNS = st.text(alphabet="ab1-:,# '\"{}[]?<(&*!|>%@~é\u2028", max_size=8)
_VALUES = st.one_of(_SIGNS, st.sampled_from(["null", "~", "{}", "[]", "''"]))


@given(
    st.lists(st.tuples(st.sampled_from(["a", "b", "null"]), _VALUES), min_size=1, max_size=3), st.booleans()
)
@example([("a", "b:c"), ("b", "x # y")], False)
@example([("a", "x#y"), ("b", "'it''s'")], True)
def test_values_are_read_as_yaml_reads_them(entries: list[tuple[str, str]], flow: bool) -> None:
    lines = [f"{key}: {value}" for key, value in entries]
    header = f"x: {{{', '.join(lines)}}}" if flow else "\n".join(lines)
    try:
        read = front_matter.read(header)
    except FrontMatterError:
        return
    expected = yaml.load(header, Loader=yaml.CBaseLoader)
    assert json.dumps(_nothing(read)) == json.dumps(_nothing(expected))


_LOOKS = st.one_of(
    st.text(alphabet="abnoY019-+.:,# '\"{}[]?<=(&*!|>%@~_é“", max_size=8),
    st.sampled_from(
        ["No", "null", "1984", "2022-03-03", "0x1f", "1e3", ".inf", "12:30", "gn:703448", "a: b", "---a"]
    ),
)


@given(_LOOKS, st.one_of(st.floats(), st.integers(), st.dates(), st.none()))
@example("a", 1)
@example("a", 1.0)
def test_values_are_written_as_libyaml_writes_them(text: str, value: object) -> None:
    head = {"a": text, "b": {"c": text, "d": value}, "e": [text, "f"]}
    made = yaml.dump(
        head, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=-1, default_flow_style=None
    )
    assert front_matter.write(head) == f"---\n{made}---\n"


def _nothing(value: object) -> object:
    """With one word for null and for no text, which that loader does not tell apart."""
    if isinstance(value, dict):
        return {key: _nothing(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_nothing(each) for each in value]
    return "" if value in (None, "null", "~") else value


_PARTS = ("- {i: x}", "- {i: [x, y]} # c", "- {i: 'x}'}", "- {", "}", "- x", '"', "  - {i: x}", "")


@given(
    st.tuples(*[st.lists(st.sampled_from(_PARTS), max_size=3).map("\n".join)] * 3).map(
        lambda parts: 'a:\n{}\nb: "{}\nc: |\n{}'.format(*parts)
    )
)
@example('a:\n- {i: x}\nc: "\n- {i: x}\n"')
@example("a:\n- {i: x}\n  - {i: x}\n- {i: x}")
def test_lines_of_lists_are_read_as_yaml_reads_them(header: str) -> None:
    try:
        expected = yaml.load(header, Loader=yaml.CBaseLoader)
    except yaml.YAMLError:
        expected = None
    if isinstance(expected, dict):
        read = json.dumps(front_matter.read(header)).replace("null", '""')
        assert json.loads(read) == expected
    else:
        with pytest.raises(FrontMatterError):
            front_matter.read(header)


@pytest.mark.parametrize(
    "header",
    [
        "fingerprints: title 0123abcd, source.url 00000000, place gn:1 dd80e7c4, body 8c1d22e5 802077f9\nb: c",
        "fingerprints: title 0123abcd\n  place gn:1 dd80e7c4",
        "fingerprints: title 0123abcd, a: b",
        "fingerprints: title 0123abcd, a:",
        "fingerprints: title 0123abcd # a",
        'a: "\nfingerprints: title 0123abcd\n"',
        "a: |\nfingerprints: title 0123abcd",
    ],
)
def test_fingerprints_are_read_as_yaml_reads_them(header: str) -> None:
    try:
        expected = yaml.load(header, Loader=yaml.CBaseLoader)
    except yaml.YAMLError:
        with pytest.raises(FrontMatterError):
            front_matter.read(header)
    else:
        assert json.loads(json.dumps(front_matter.read(header)).replace("null", '""')) == expected


@pytest.mark.parametrize("text", ["", "no header", "---\na: 1\n", "--- \na: 1\n---\n", "---a\n---\n"])
def test_a_file_without_a_header(text: str) -> None:
    with pytest.raises(FrontMatterError, match="three hyphens"):
        front_matter.split(text)


def test_a_file_as_another_system_saves_it() -> None:
    assert front_matter.split("\ufeff---\r\na: 1\r\n---\r\n\r\nText\r\n") == ("a: 1\n", "\nText\n")
