"""The values of tagged names."""

from __future__ import annotations

from daybook.actors import Names, NameSpan

NAMES = Names((NameSpan(2, 5, "person"), NameSpan(8, 12, "place"), NameSpan(12, 14, "person")))


def test_names_by_label():
    assert [span.start for span in NAMES.labelled("person")] == [2, 12]
    assert NAMES.labelled("organisation") == ()


def test_the_name_that_covers_a_stretch():
    assert NAMES.covering(9, 12) == NAMES.spans[1]
    assert NAMES.covering(11, 13) is None
    assert NAMES.covering(0, 3) is None
    assert Names().covering(0, 1) is None
