"""What the training sets become before the model sees them."""

from __future__ import annotations

from pathlib import Path

from daybook.actors.corpora import read
from daybook.actors.train import bilou, examples

SETS = Path(__file__).parent / "cases" / "sets"


def test_sets_become_articles_of_our_tokens_and_labels():
    articles = list(read(SETS))
    assert [[word for word, _ in sentence] for article in articles for sentence in article][1][-2:] == [
        "Acme",
        "Inc.",
    ]
    first = dict(articles[0][0])
    assert (first["Prime"], first["Minister"], first["Ann"], first["Sample"]) == ("O", "O", "B-PER", "I-PER")
    assert (first["Ruritania"], first["Sea"], first["Monday"]) == ("B-LOC", "I-LOC", "O")


def test_courtesy_is_no_name():
    sentences = [dict(sentence) for article in read(SETS) for sentence in article]
    assert (sentences[1]["Mr."], sentences[1]["Lie"]) == ("O", "B-PER")


def test_a_new_article_begins_where_the_set_says_so():
    assert [len(article) for article in read(SETS)] == [1, 1, 1, 1]


def test_last_and_only_words_of_a_name_are_marked():
    labels = [
        ("a", "B-PER"),
        ("b", "I-PER"),
        ("c", "O"),
        ("d", "B-ORG"),
        ("e", "B-LOC"),
        ("f", "I-LOC"),
        ("g", "I-LOC"),
    ]
    assert bilou(labels) == ["B-PER", "L-PER", "O", "U-ORG", "B-LOC", "I-LOC", "L-LOC"]


def test_every_word_has_features_and_a_label():
    for features, labels in examples(read(SETS)):
        assert len(features) == len(labels)
        assert all(word for word in features)
