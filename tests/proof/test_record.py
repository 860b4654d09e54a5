"""The record of a day: what its lines rest on, in a format that a schema tells; a line that rests on nothing stops the build."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import jsonschema
import pytest

from daybook.briefing.values import Briefing, Point, Support
from daybook.content.evidence import Spans
from daybook.proof import record as records
from daybook.proof.record import Record, Unsupported
from daybook.site.desk import Desk
from daybook.site.page import SiteInfo
from daybook.site.proofs import files
from daybook.stories.stories import stories
from helpers.archive import ROOT
from helpers.held import read
from helpers.site_samples import archive

DAY = date(2031, 5, 3)
SCHEMA = ROOT / "docs" / "day.schema.json"


@pytest.fixture
def desk() -> Desk:
    held = archive()
    return Desk(held, SiteInfo("The Mere Archive"), read, stories=stories(held.articles, []), spans=spans)


def spans(id: str) -> Spans:
    """Where the sentences of a sample article stand."""
    return Spans("text/1", id.rjust(64, "0"), {s.id: (s.start, s.end) for s in read(id).sentences})


def made(desk: Desk, briefing: Briefing) -> Record:
    return records.record(briefing, (), desk.held, desk.archive.address, desk.spans, desk.read)


def first(desk: Desk) -> tuple[Briefing, Point]:
    briefing = desk.briefing(DAY)
    return briefing, briefing.points[0]


def test_every_line_names_its_sentences_and_every_sentence_its_place_in_the_seed(desk: Desk) -> None:
    found = desk.record(DAY)
    sentences = {each.id: each for each in found.sentences}
    articles = {each.id: each for each in found.articles}
    assert [each.words for each in found.points] == [each.words for each in desk.briefing(DAY).points]
    for line in (*found.points, *found.figures):
        assert line.sentences
        for id in line.sentences:
            sentence = sentences[id]
            told = articles[sentence.article]
            assert told.layer is not None
            assert told.layer.sha256 == sentence.article.rjust(64, "0")
            assert sentence.span == spans(sentence.article).sentences[id.partition("#")[2]]
    for article in found.articles:
        assert article.seed.sha256 == read(article.id).seed_sha256
        assert article.address == desk.archive.address[article.id]
    assert {a.id for a in found.articles} >= {a.id for a in desk.archive.days[DAY]}


def test_the_file_is_what_the_schema_tells_and_the_schema_is_the_code_s(desk: Desk) -> None:
    """`python -m scripts.schema` writes it anew."""
    schema = json.loads(SCHEMA.read_text("utf-8"))
    assert schema == records.schema()
    for day in desk.day_list:
        (_, data), (_, script), _ = files(desk, day)
        assert isinstance(data, bytes)
        assert isinstance(script, bytes)
        jsonschema.validate(json.loads(data), schema)
        assert records.read(data) == desk.record(day)
        assert script == b"daybookProof.receive(" + data.rstrip() + b");\n"


def test_a_record_that_was_changed_is_none(desk: Desk) -> None:
    data = desk.record(DAY).data
    for old, new in (
        (b"Alderfold", b"Alderfolk"),
        (b"daybook-day/1", b"daybook-day/9"),
        (b'"points"', b'"pints"'),
        (b"}", b""),
    ):
        with pytest.raises(ValueError, match=r"SHA-256|format|record"):
            records.read(data.replace(old, new, 1))


@pytest.mark.parametrize(
    ("support", "told"),
    [((), "none"), ((Support("0" * 12, "s000000", "x"),), "no article has"), (None, "other words")],
)
def test_a_line_that_rests_on_nothing_stops_the_build(
    desk: Desk, support: tuple[Support, ...] | None, told: str
) -> None:
    briefing, point = first(desk)
    wrong = replace(
        point, words="Nobody ever said so.", support=point.support if support is None else support
    )
    with pytest.raises(Unsupported, match=told) as error:
        made(desk, replace(briefing, points=(wrong,)))
    assert "2031-05-03" in str(error.value)
    assert "Nobody ever said so." in str(error.value)


def test_an_editor_s_line_keeps_the_sentences_of_what_it_stands_for(desk: Desk) -> None:
    briefing, point = first(desk)
    rewritten = replace(point, words="In short: water.", by_hand="rewritten")
    line = made(desk, replace(briefing, points=(rewritten,))).points[0]
    assert (line.words, line.by_hand) == ("In short: water.", "rewritten")
    assert line.sentences == desk.record(DAY).points[0].sentences


def test_a_sentence_that_a_person_wrote_has_no_place_in_the_seed(desk: Desk) -> None:
    bare = replace(desk, spans=lambda id: Spans("text/1", "", {}), _records={})
    assert [each.span for each in bare.record(DAY).sentences] == [None] * len(desk.record(DAY).sentences)
