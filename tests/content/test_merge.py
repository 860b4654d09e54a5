"""The three-way merge of paragraphs; entries are tested in tests/test_ingest_edits.py, through whole runs."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from daybook.content.article_file import KEYS, ArticleFile
from daybook.content.fingerprints import fingerprint
from daybook.content.merge import fresh, merge, paragraphs

texts = st.lists(st.sampled_from("abcdefgh"), max_size=8).map(tuple)

FILE = ArticleFile("a" * 12, "a", dict.fromkeys(KEYS), {}, {}, "a.txt", "", ())


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
        ("abcd", "aBcd", "axd", "aBxd"),  # parted otherwise now, and edited: both stand
        ("abcd", "aBcd", "abcxd", "aBcxd"),
        ("abc", "", "abc", ""),  # an emptied body stays empty
        ("", "N", "x", "N"),  # without fingerprints all is the person's
        ("aaa", "aBa", "aaa", "aBa"),  # repeats
        ("abc", "Abc", "acb", "Acb"),  # edited here, two others moved by the machine
        ("abc", "aBc", "cab", "caB"),  # an edited one moves with its neighbours
        ("abc", "cab", "abcx", "cxab"),  # moved here, added to by the machine: behind what it stood behind
        ("abc", "abC", "abcx", "abCx"),
        ("abc", "bAc", "caxb", "cxbA"),  # moved and edited here, moved and added to by the machine
        ("abc", "ac", "cbxa", "cxa"),  # deleted here, moved by the machine
        ("abc", "aNc", "aNxc", "aNxc"),  # both wrote the same, and one of them more
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


@st.composite
def edits(draw: st.DrawFn, base: tuple[str, ...], own: str) -> tuple[str, ...]:
    """Another version of paragraphs: some rewritten, deleted, moved, and some between them that were not there."""
    now = list(base)
    for new in draw(st.lists(st.sampled_from(own + "Z"), max_size=5)):  # Z: both may come to write the same
        at = draw(st.integers(0, len(now)))
        what = draw(st.sampled_from(("insert", "rewrite", "delete", "move")))
        if what == "insert":
            now.insert(at, new)
        elif at < len(now) and what == "rewrite":
            now[at] = new
        elif at < len(now):
            taken = now.pop(at)
            if what == "move":
                now.insert(draw(st.integers(0, len(now))), taken)
    return tuple(now)


@st.composite
def histories(draw: st.DrawFn) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """What was written last, what a person made of it, and what the machine has now."""
    base = draw(st.one_of(st.permutations("abcdef"), st.lists(st.sampled_from("abc"), min_size=1)).map(tuple))
    return base, draw(edits(base, "PQR")), draw(edits(base, "xyz"))


@given(histories())
@example((tuple("abc"), tuple("Pbc"), tuple("acb")))
@example((tuple("abc"), tuple("cab"), tuple("abcx")))
@example((tuple("abc"), tuple("abP"), tuple("abcx")))
@example((tuple("abc"), tuple("bPc"), tuple("caxb")))
def test_nothing_is_lost_doubled_or_brought_back(
    history: tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]],
) -> None:
    base, theirs, mine = history
    body, _ = paragraphs(prints(base), theirs, mine)
    was, hand, machine, out = map(Counter, (base, theirs, mine, body))
    withheld = 0
    for each in was | hand | machine:
        of_both = min(was[each], hand[each], machine[each])  # what either took away is gone
        at_least = of_both + max(0, hand[each] - was[each])  # what a person wrote stays
        at_most = of_both + max(
            0, max(hand[each], machine[each]) - was[each]
        )  # what both wrote is there once
        assert at_least <= out[each] <= at_most
        withheld += at_most - out[each]
    # the machine's new words come, unless for a paragraph that it dropped and a person rewrote or took away
    assert withheld <= sum((was - (hand | machine)).values())


@given(histories())
def test_merging_again_changes_nothing(
    history: tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]],
) -> None:
    base, theirs, mine = (replace(FILE, body=body) for body in history)
    once = merge(mine, replace(fresh(base), body=theirs.body), lambda _, id: id)
    assert merge(mine, once, lambda _, id: id) == once


@given(histories())
def test_the_order_is_kept(history: tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]) -> None:
    base, theirs, mine = history
    body, _ = paragraphs(prints(base), theirs, mine)
    if len(set(base)) == len(base) and not (set(theirs) | set(mine)) - set(base):  # only moves and deletions
        moved = [each for each in theirs if each in mine]
        first = mine if moved == [each for each in base if each in moved] else theirs
        assert theirs == base or list(body) == [each for each in first if each in theirs and each in mine]
