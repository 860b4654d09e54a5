"""Whatever the archive and whatever people keep apart: no actor is two of them, and the order of articles is none."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from slugify import slugify

from daybook import actors
from daybook.actors.folding import plain_fold
from daybook.content.authority import Authority, AuthorityActor
from daybook.draft import Draft
from daybook.values import Actor, Mention, RawArticle

from .articles import clean

NAMES = [
    f"{first} {last}"
    for first in ("Sergei", "Sergey", "Serhiy", "Anna", "Sergei P.", "Sergei Pavel")
    for last in ("Morozov", "Morosow", "Morozoff", "Morozov Jr.")
] + ["Morozov", "Sergei", "S. Morozov"]
PAIRS = st.frozensets(
    st.frozensets(st.sampled_from(NAMES), min_size=2, max_size=2).filter(
        lambda pair: len({plain_fold(name) for name in pair}) == 2
    ),
    max_size=4,
)


def draft(number: int, names: list[str]) -> Draft:
    made = tuple(Actor(slugify(name), name, "person") for name in names)
    heard = tuple(Mention("actor", slugify(name), name, n, n + 1, None, "x") for n, name in enumerate(names))
    return Draft(RawArticle(f"{number}.txt", "", "text/plain", ""), clean(""), None, (), made, heard)


ARCHIVES = st.lists(
    st.lists(st.sampled_from(NAMES), min_size=1, max_size=3, unique_by=slugify), min_size=1, max_size=8
)


@given(ARCHIVES, PAIRS, st.lists(st.sampled_from(NAMES), max_size=2, unique_by=slugify), st.booleans())
def test_no_actor_is_two_that_are_apart(
    archive: list[list[str]], pairs: frozenset[frozenset[str]], entries: list[str], by_id: bool
) -> None:
    said = frozenset(frozenset((slugify(n) if by_id else n).casefold() for n in pair) for pair in pairs)
    listed = tuple(AuthorityActor(slugify(name), name) for name in entries)
    authority = Authority(actors=listed, apart=frozenset(pair for pair in said if len(pair) == 2))
    drafts = [draft(n, names) for n, names in enumerate(archive)]
    found = actors.identify(drafts, authority)
    became = {
        m.words: now.target
        for before, after in zip(drafts, found, strict=True)
        for m, now in zip(before.mentions, after.mentions, strict=True)
    }
    for pair in pairs:
        one, other = sorted(pair)
        if one in became and other in became:
            assert became[one] != became[other], (one, other)
    assert actors.identify(drafts[::-1], authority)[::-1] == found
