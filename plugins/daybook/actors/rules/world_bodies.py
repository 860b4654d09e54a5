"""Bodies of the world by name: strong names decide alone, weak ones need support."""

from __future__ import annotations

from collections.abc import Iterator

from daybook.actors.bodies import Form, forms, shouted_forms
from daybook.actors.lines import Line
from daybook.actors.scene import Found, Scene


def find(scene: Scene) -> Iterator[Found]:
    """Every name of a known body; a weak name where the body, the sentence or the tagger supports it."""
    matches = [(line, first, form) for line in scene.lines for first, form in _matches(line)]
    certain = {form.body.name for _, _, form in matches if not form.weak}
    for line, first, form in matches:
        start, end = line.tokens[first][1], line.end(first + len(form.words) - 1)
        if not form.weak or form.body.name in certain or _supported(scene, line, first, form, start, end):
            yield Found(start, end, "organisation", form.body.name, "body", form.body.country)


def _matches(line: Line) -> Iterator[tuple[int, Form]]:
    index = shouted_forms() if line.shouted else forms()
    skip = 0
    for first, word in enumerate(line.words):
        if first >= skip and word in index:
            for form in index[word]:
                if line.words[first : first + len(form.words)] == form.words:
                    skip = first + len(form.words)
                    yield first, form
                    break


def _supported(scene: Scene, line: Line, first: int, form: Form, start: int, end: int) -> bool:
    beside = {*line.words[max(0, first - 1) : first], *line.words[first + len(form.words) :][:1]}
    if form.body.unless & beside:
        return False
    if form.body.near:
        return not form.body.near.isdisjoint(line.words)
    tagged = scene.names.covering(start, end)
    return (
        tagged is not None and tagged.label == "organisation" and (tagged.start, tagged.end) == (start, end)
    )
