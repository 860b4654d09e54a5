"""Templates come to the same as with Jinja's own compiler."""

from __future__ import annotations

import jinja2
import pytest
from markupsafe import Markup

from daybook_pelican.quick import compile_quickly

PIECES = [
    "{{ text }}{{ safe }}{{ number }}{{ nothing }}{{ absent }}{{ odd }}",
    "{{ _('Where <b>you</b> are') }} and {{ _('By %(name)s', name=text) }}",
    "{{ plain(text) }}{{ plain(safe, more=text) }}{{ plain(*[text], **{'more': safe}) }}{{ plain(text, class=1) }}",
    "{{ asks() }}{{ ngettext('%(num)s day', '%(num)s days', 2) }}",
    "{% for plain in [text, safe] %}{{ plain.upper() }}{{ asks() }}{{ loop.index }}{% endfor %}",
    "{% macro plain(a) %}<i>{{ a }}</i>{{ caller() if caller }}{% endmacro %}{{ plain(text) }}{% call plain(safe) %}{{ text }}{% endcall %}",
    "{% for _ in [plain] %}{{ _('within') }}{% endfor %}",
    "{% autoescape false %}{{ text }}{{ _('Where <b>you</b> are') }}{{ plain(text) }}{% endautoescape %}",
    "{% set x %}{{ plain(text) }}{% endset %}{{ x }}{{ x ~ text }}",
]


class Odd:
    def __html__(self) -> str:
        return "<odd>"


@jinja2.pass_context
def asks(context: jinja2.runtime.Context) -> str:
    return f"<{context['number']}>"


def plain(text: str, **more: object) -> Markup:
    return Markup("<p>{}{}").format(text, more.get("more", ""))


def rendered(template: str, quick: bool) -> str:
    env = jinja2.Environment(autoescape=True, extensions=["jinja2.ext.i18n"])
    env.install_null_translations(newstyle=True)  # type: ignore[attr-defined]
    env.globals |= {
        "_": lambda text, **values: Markup(text) % values if values else Markup(text),
        "plain": plain,
        "asks": asks,
    }
    if quick:
        compile_quickly(env)
    values = {"text": "a & b", "safe": Markup("<b>"), "number": 3, "nothing": None, "odd": Odd()}
    return env.from_string(template).render(values)


@pytest.mark.parametrize("template", [*PIECES, "\n".join(PIECES)])
def test_the_result_is_the_same(template: str) -> None:
    assert rendered(template, quick=True) == rendered(template, quick=False)
