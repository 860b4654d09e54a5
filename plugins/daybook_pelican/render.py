"""Pages into HTML, with the theme's templates."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import jinja2
from markupsafe import Markup

from daybook.site.functions import Functions, filters
from daybook.site.page import Page, SiteInfo
from daybook.words import Words
from daybook_pelican.quick import compile_quickly
from daybook_pelican.sanitise import sanitise, written


@dataclass(frozen=True, slots=True)
class Frame:
    """What all pages of one depth and section have alike."""

    links: Markup
    """Of the head: icon, styles, feed, script."""
    masthead: Markup
    footer: Markup


class Renderer:
    """Renders the pages of one site."""

    def __init__(self, env: jinja2.Environment, site: SiteInfo) -> None:
        self._functions = Functions(site, sanitise, written)
        env.filters.update(filters(site.words))
        _speak(env, site.words)
        env.globals.update(self._functions.named())
        compile_quickly(env)
        env.auto_reload = False
        # Each import of macros compares the names of these: quick for a dict, slow for Jinja's chain of two.
        env.make_globals = lambda own: {**env.globals, **(own or {})}  # type: ignore[method-assign]
        self._env = env
        self._frames: dict[tuple[str, str], Frame] = {}

    def render(self, page: Page) -> str:
        """The page's file; where it is an article's, with its tokens (daybook.site.late)."""
        self._functions.page = page
        return self._env.get_template(page.template).render(
            page=page, model=page.model, frame=self._frame(page.model.head.section)
        )

    def _frame(self, section: str) -> Frame:
        key = self._functions.root(), section
        if key not in self._frames:
            parts = (self._part(name, *key) for name in ("links", "masthead", "footer"))
            self._frames[key] = Frame(*parts)
        return self._frames[key]

    def _part(self, name: str, root: str, section: str) -> Markup:
        made = self._env.get_template(f"parts/{name}.html").render(root=root, section=section)
        return Markup(made)


def _speak(env: jinja2.Environment, words: Words) -> None:
    """`_()`, `ngettext()`, `pgettext()` and `{% trans %}`. Texts are the project's own and may hold markup, values never."""
    env.add_extension("jinja2.ext.i18n")
    env.policies["ext.i18n.trimmed"] = True
    env.install_gettext_callables(  # type: ignore[attr-defined]
        words.gettext, words.plural, newstyle=True, pgettext=words.pgettext
    )

    @lru_cache(1 << 12, typed=True)
    def gettext(text: str, **values: object) -> Markup:
        found = Markup(words.gettext(text))
        return found % values if values else found

    env.globals["_"] = env.globals["gettext"] = gettext  # Jinja's own looks the text up at every call
