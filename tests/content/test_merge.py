"""The three-way merge of paragraphs; entries are tested in tests/test_ingest_edits.py, through whole runs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daybook.content.fingerprints import fingerprint
from daybook.content.merge import paragraphs

texts = st.lists(st.sampled_from("abcdefgh"), max_size=8).map(tuple)


def prints(body: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(fingerprint, body))


@pytest.mark.parametrize(
    ("base", "theirs", "mine", "out"),
    [
        ("abc", "abc", "axc", "axc"),  # an untouched body is the machine's
        ("abc", "aBc", "abc", "aBc"),  # an edit stands
        ("abc", "aBc", "xbz", "xBz"),  # and its neighbours are renewed
        ("abc", "aBc", "xyz", "xBz"),  # also where every paragraph changed
        ("abc", "ac", "abc", "ac"),  # a deleted one stays away
        ("abc", "ac", "ayc", "ac"),  # even if the machine has it otherwise now
        ("abc", "aNbc", "abc", "aNbc"),  # an added one stays
        ("abc", "aNbc", "axc", "aNxc"),
        ("abc", "abcN", "abcx", "abcNx"),  # both added at one spot
        ("abc", "Abc", "bc", "Abc"),  # edited here, dropped by the machine: the person's
        ("abc", "aBc", "ab", "aB"),
        ("abcd", "aBcd", "axd", "aBcd"),  # parted otherwise now, and edited: as it was
        ("abcd", "aBcd", "abcxd", "aBcxd"),
        ("abc", "", "abc", ""),  # an emptied body stays empty
        ("", "N", "x", "N"),  # without fingerprints all is the person's
        ("aaa", "aBa", "aaa", "aBa"),  # repeats
    ],
)
def test_a_persons_hand_stands(base: str, theirs: str, mine: str, out: str) -> None:
    body, _ = paragraphs(prints(tuple(base)), tuple(theirs), tuple(mine))
    assert "".join(body) == out


@given(texts, texts, st.lists(texts, max_size=4))
def test_what_a_person_wrote_outlives_every_extractor(
    base: tuple[str, ...], mine: tuple[str, ...], later: list[tuple[str, ...]]
) -> None:
    theirs = (*base, "a person's own")
    remembered = prints(base)
    for version in (mine, *later):
        theirs, remembered = paragraphs(remembered, theirs, version)
        assert "a person's own" in theirs


@given(texts, texts)
def test_an_untouched_body_is_the_machines(base: tuple[str, ...], mine: tuple[str, ...]) -> None:
    assert paragraphs(prints(base), base, mine) == (mine, prints(mine))
