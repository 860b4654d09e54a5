"""Companies with and without their legal form: Acme Widgets and Acme Widgets Inc."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from daybook.actors.folding import plain_fold
from daybook.actors.identity.groups import Groups
from daybook.actors.identity.links import Link, Node
from daybook.actors.knowledge import body_nouns, legal_forms

_SAME = {"corporation": "corp", "company": "co", "limited": "ltd", "incorporated": "inc"}
SHORTEST = 4
"""Letters of a name of one word, which could be anything."""


def find(groups: Groups) -> Iterator[Link]:
    """Organisations of one name, where the archive knows one legal form of it; of two (AG and Inc) they stay apart."""
    alike: defaultdict[str, defaultdict[str, list[Node]]] = defaultdict(lambda: defaultdict(list))
    for node in groups.nodes:
        if node.kind == "organisation":
            name, form = parts(node.name)
            alike[name][form].append(node)
    for name, forms in alike.items():
        if _says_enough(name):
            for nodes in forms.values():
                yield from _chain(nodes)
            if len(forms.keys() - {""}) == 1:
                yield from _chain([node for form in sorted(forms) for node in forms[form]])


def parts(name: str) -> tuple[str, str]:
    """Folded name and legal form; the form is empty where the name has none."""
    words = plain_fold(name).split()
    form = _SAME.get(words[-1], words[-1]) if len(words) > 1 else ""
    if form in legal_forms():
        words = words[:-1]
    else:
        form = ""
    if words[-2:] == ["and", "co"] and len(words) > 2:
        words = words[:-2]  # Acme and Co Inc
    elif words[-1] == "and" and form == "co" and len(words) > 1:
        words, form = words[:-1], ""  # Acme and Co
    return " ".join(words), form


def _chain(nodes: list[Node]) -> Iterator[Link]:
    yield from (Link(nodes[0].key, other.key, "spelling") for other in nodes[1:])


def _says_enough(name: str) -> bool:
    words = name.split()
    return len(words) > 1 or (len(name) >= SHORTEST and name not in body_nouns())
