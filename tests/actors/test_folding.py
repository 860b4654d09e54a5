"""Spellings that are one, and spellings that are two."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daybook.actors.folding import fold, plain_fold

ONE = [
    ("Sergey", "Sergei", "Sergej"),
    ("Aleksandr", "Alexander".replace("er", "r")),
    ("Viktor", "Victor"),
    ("Yulia", "Julia", "Iuliia"),
    ("Tchaikovsky", "Tschaikowski", "Chaikovskiy"),
    ("Müller", "Mueller"),
    ("Abdullah", "Abdulah"),
    ("Bakhmatov", "Bahmatov"),
]
TWO = [("Vladimir", "Volodymyr"), ("Dmitry", "Dmytro"), ("Anna", "Inna"), ("Marten", "Martin")]


@pytest.mark.parametrize("forms", ONE)
def test_spellings_of_one_name(forms):
    assert len({fold(form) for form in forms}) == 1


@pytest.mark.parametrize("forms", TWO)
def test_two_names(forms):
    assert len({fold(form) for form in forms}) == 2


@given(st.text(max_size=60))
def test_folds_are_lower_case_letters_and_single_blanks(name):
    folded = fold(name)
    assert folded == " ".join(folded.split())
    assert folded.isascii()
    assert folded == folded.lower()


def test_a_body_keeps_its_letters():
    assert plain_fold("The U.N. Élysée-Fund") == "un elysee fund"
