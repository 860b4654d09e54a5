"""What the whole article teaches about each of its names: the tagger decides sentence by sentence, this decides again.

Each rule takes the names of the article and answers with the names of the article, in the order of `RULES`.
"""

from __future__ import annotations

from daybook.actors.second_pass.bodies import bodies_recur, called, heads_of_bodies, of_places, parties
from daybook.actors.second_pass.boundaries import mend, mend_voted
from daybook.actors.second_pass.companies import full_stops, partnerships, suffixed
from daybook.actors.second_pass.countries import countries_are_places
from daybook.actors.second_pass.doubtful import believed, never_persons
from daybook.actors.second_pass.holders import holders, roles_are_no_names
from daybook.actors.second_pass.joined import joined
from daybook.actors.second_pass.persons import owners_are_persons, surnames_are_persons
from daybook.actors.second_pass.reading import Reading, Rule, Spans
from daybook.actors.second_pass.sport import clubs, initials, players
from daybook.actors.second_pass.titled import titled
from daybook.actors.second_pass.votes import one_label_a_name

RULES: tuple[Rule, ...] = (
    roles_are_no_names,
    holders,
    mend,
    countries_are_places,
    suffixed,
    partnerships,
    joined,
    called,
    titled,
    initials,
    players,
    parties,
    one_label_a_name,
    mend_voted,
    clubs,
    never_persons,
    owners_are_persons,
    heads_of_bodies,
    surnames_are_persons,
    bodies_recur,
    of_places,
    full_stops,
    believed,
)


def refine(reading: Reading, spans: Spans) -> Spans:
    """The names after all rules, by offset, none over another."""
    for rule in RULES:
        spans = rule(reading, spans)
    return spans
