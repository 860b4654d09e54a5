"""Long lists of names, cut by their beginnings."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from daybook.site.letters import LONGEST, above, cut, letters_of
from daybook.site.page import SiteInfo
from daybook.values import Actor
from helpers.held import archive_of, pages, read
from helpers.site_samples import article

NAMES = st.dictionaries(
    st.text(st.sampled_from("abÉ ж9-"), max_size=6), st.sampled_from([1, 2, 90, 300, 401]), max_size=20
)


@given(NAMES)
def test_a_page_holds_no_more_than_its_bound_but_for_names_alike(borne: dict[str, int]) -> None:
    names = {f"{name} {n}": name for name, times in borne.items() for n in range(times)}
    begun = cut(names)
    assert begun.keys() == names.keys()
    if len(names) <= LONGEST:
        assert set(begun.values()) <= {""}
        return
    held = Counter(begun.values())
    for id, beginning in begun.items():
        letters = letters_of(names[id])
        assert letters.startswith(beginning)
        assert held[beginning] <= LONGEST or letters == beginning
        assert beginning[:-1] in ["", *above(beginning)]


def test_each_name_stands_on_the_page_that_its_links_lead_to() -> None:
    names = [
        f"{first}{second} Society {n}" for n in range(6) for first in "CN" for second in "aeiouyrlhs" * 4
    ]
    actors = [Actor(f"x-{n}", name, "organisation") for n, name in enumerate(names)]
    one = article("Meeting", "2031-05-01", "They met.")
    held = [article(f"Meeting {n}", "2031-05-01", f"They met {n}.") for n in range(0, len(actors), 20)]
    told = [replace(a, actors=tuple(actors[20 * n : 20 * n + 20])) for n, a in enumerate(held)]
    made = {page.address: page.model for page in pages(archive_of([one, *told]), SiteInfo("Mere"), read)}
    lists = {address: model.list for address, model in made.items() if address.startswith("actors/")}
    rows = {
        row.anchor: (row.ref.address, address)
        for address, found in lists.items()
        for group in found.groups
        for row in group.rows
        if address != "actors/index.html"
    }
    assert len(rows) == len(names)
    assert all(wanted == found for wanted, found in rows.values())
    linked = {link.address for found in lists.values() for link in (*found.letters, *found.longer)}
    assert linked == lists.keys() - {"actors/index.html"}
