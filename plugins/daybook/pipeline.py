"""The first half of the way of the data, on one screen: raw articles in, articles with their evidence out.

Stages 1 to 7 look at one article alone and run on many cores; stages 8 to 10 look at the whole archive.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from daybook import actors, clean, dates, figures, places, sources, statements
from daybook.content.authority import Authority
from daybook.draft import Draft
from daybook.settings import Coverage
from daybook.values import NAMES_READ, Problem, RawArticle

T = TypeVar("T")


def draft(raw: RawArticle, authority: Authority, coverage: Coverage) -> Draft:
    """Stages 1 to 7: all that one article says by itself."""
    # 1  what is article and what is not
    text = clean.clean(raw, authority)
    # 2  names, tagged once for places and actors alike
    names = actors.tag(raw.layer, text)
    # 3  whose copy it is, and what a person said of that outlet
    copy = sources.find(raw, text, authority)
    outlet = sources.known(raw, copy, authority)
    # 4  days: of publication, and spoken of
    date, days, other_days = dates.find(raw, text, outlet, authority, coverage)
    # 5  places, each mention with its role
    where, toponyms, other_places = places.find(raw, text, names, outlet, authority)
    # 6  actors, and the places embedded in their names
    who, named, other_kinds = actors.find(raw, text, names, toponyms, authority)
    toponyms = places.embed(toponyms, named, who)
    mentions = (*days, *copy, *toponyms, *named)
    told = places.weigh(where, toponyms)
    # 7  what the actors say, and the numbers that matter
    heard = statements.hear(raw.layer, text, who, named)
    counted = figures.find(raw.layer, text, told, mentions, heard)
    return Draft(
        raw, text, date, told, who, mentions, _unread(raw), (*other_days, *other_places, *other_kinds),
        statements.named(heard), counted,
    )  # fmt: skip


def extract(
    seeds: Sequence[T],
    authority: Authority,
    coverage: Coverage,
    over: Callable[[Callable[[RawArticle], Draft], Sequence[T]], Iterable[Draft]],
) -> list[Draft]:
    """All stages over one archive. `over` maps the per-article stages, in order, on as many cores as it likes, or knows
    from an earlier time what comes of a seed."""
    places.check(authority)
    dates.check(authority)
    drafts = list(over(_Drafter(authority, coverage), seeds))
    # 8  articles that state no day, dated by the events they share with dated ones
    drafts = dates.neighbours(drafts, coverage)
    # 9  towns that an article leaves open, settled by what the archive says elsewhere
    drafts = places.settle(drafts, authority)
    # 10  one name for one actor, over the whole archive
    return actors.identify(drafts, authority)


@dataclass(frozen=True, slots=True)
class _Drafter:
    """`draft` with its knowledge bound; a class, so that it can be handed to another process."""

    authority: Authority
    coverage: Coverage

    def __call__(self, raw: RawArticle) -> Draft:
        return draft(raw, self.authority, self.coverage)


def _unread(raw: RawArticle) -> tuple[Problem, ...]:
    """What a person must know of an article too long to be read for names to its end."""
    if len(raw.layer) <= NAMES_READ:
        return ()
    expected = f"an article of at most {NAMES_READ} characters"
    found = f"{len(raw.layer)}; no names were looked for behind them"
    return (Problem(raw.path, "places", "long", expected, found, "cut the seed into its articles"),)
