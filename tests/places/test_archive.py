"""What the archive says of a name that one article leaves open."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from daybook import places
from daybook.actors.names import Names
from daybook.content.authority import Authority
from daybook.draft import Draft
from daybook.values import CleanText, RawArticle, Sentence, Span, Stated

ILLINOIS, MISSOURI = "gn:4250542", "gn:4409896"
OPEN = "Police in Springfield closed a bridge on Sunday."
STATED = "A fire broke out in Springfield, Ill., on Monday, and Springfield's schools closed."
OTHER = "A fire broke out in Springfield, Mo., on Monday."


def draft(
    text: str, outlet: str | None = None, path: str = "a.txt", authority: Authority | None = None
) -> Draft:
    clean = CleanText(None, None, False, (Span(0, len(text)),), (Sentence("s1", 0, len(text), 0),), ())
    raw = RawArticle(path, "", "text/plain", text, Stated(outlet=outlet))
    found, mentions, rivals = places.find(raw, clean, Names(), None, authority or Authority())
    return Draft(raw, clean, None, places.weigh(found, mentions), (), mentions, (), rivals)


def settled(*drafts: Draft, authority: Authority | None = None) -> list[Draft]:
    return places.settle(drafts, authority or Authority())


def test_what_one_article_leaves_open_others_settle() -> None:
    before = draft(OPEN)
    assert before.places[0].id != ILLINOIS
    after, *rest = settled(before, draft(STATED), draft(STATED))
    (town,) = after.places
    assert (town.id, town.why, town.region, town.role) == (ILLINOIS, "archive", "Illinois", "event")
    assert [m.target for m in after.mentions] == [ILLINOIS]
    assert [(m.start, m.end, m.words) for m in after.mentions] == [(10, 21, "Springfield")]
    passed = after.rivals[0]
    assert (passed.of, passed.target, passed.why) == (f"place {ILLINOIS}", before.places[0].id, "population")
    assert 0 < passed.score < town.confidence
    assert rest == [draft(STATED), draft(STATED)]


def test_one_article_of_another_outlet_settles_nothing() -> None:
    assert settled(draft(OPEN), draft(STATED))[0] == draft(OPEN)


def test_the_same_outlet_is_heard_first() -> None:
    drafts = [draft(OPEN, "Ozark Echo"), draft(OTHER, "Ozark Echo"), *[draft(STATED, "Prairie Post")] * 5]
    assert settled(*drafts)[0].places[0].id == MISSOURI


def test_an_archive_at_odds_settles_nothing() -> None:
    drafts = [draft(OPEN), *[draft(STATED)] * 3, *[draft(OTHER)] * 3]
    assert settled(*drafts)[0] == drafts[0]


def test_what_is_stated_stays() -> None:
    drafts = [draft(OTHER), *[draft(STATED)] * 5]
    assert settled(*drafts) == drafts


def test_a_world_city_is_no_open_name() -> None:
    london = draft("The bank opened an office in London, and trains from London were late.")
    ontario = draft("A fire broke out in London, Ont., on Monday.")
    assert settled(london, *[ontario] * 4)[0] == london


def test_a_name_kept_apart_from_a_place_is_not_settled_on_it() -> None:
    own = Authority(apart=frozenset({frozenset({"Springfield".casefold(), ILLINOIS})}))
    drafts = [draft(OPEN, authority=own), *[draft(STATED)] * 4]
    assert ILLINOIS not in {p.id for p in settled(*drafts, authority=own)[0].places}


def test_rivals_of_places_that_are_gone_go_too() -> None:
    bare = replace(draft(OPEN), places=(), mentions=())
    assert bare.rivals
    assert settled(bare)[0].rivals == ()


@settings(max_examples=15, deadline=None)
@given(st.permutations([(OPEN, None), (STATED, "A"), (STATED, "B"), (OTHER, "B"), (OPEN, "A"), (OPEN, "B")]))
def test_order_makes_no_difference(order: list[tuple[str, str | None]]) -> None:
    told = {(d.raw.layer, d.raw.stated.outlet): d for d in settled(*[draft(*one) for one in order])}
    first = sorted(order, key=str)
    again = {(d.raw.layer, d.raw.stated.outlet): d for d in settled(*[draft(*one) for one in first])}
    assert told == again
