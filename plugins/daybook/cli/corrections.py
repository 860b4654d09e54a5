"""Commands by which a person corrects the archive: each writes what an editor could have written there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

import click

from daybook import console
from daybook.cli import options
from daybook.content import authority
from daybook.corrections import actors, article, briefings, knowledge, places, stories
from daybook.corrections.desk import Desk, alone, correcting
from daybook.corrections.known import Known
from daybook.corrections.text import text, words
from daybook.corrections.which import is_place_id, place, which

_unseen = click.option("--unseen", is_flag=True, help="Take a name that no article has yet as it is.")
_country = click.option("--country", metavar="CODE", help="ISO code of its country, such as UA.")
_alias = click.option(
    "--alias", "aliases", metavar="NAME", multiple=True, help="Another name of it; may be given again."
)


@click.command()
@click.argument("keep")
@click.argument("others", nargs=-1, required=True)
@_unseen
@options.content
def same(keep: str, others: tuple[str, ...], unseen: bool, content: Path) -> None:
    """All OTHERS are KEEP, which stays: actors by id or name, or names of the place KEEP."""
    with correcting(content) as desk:
        kind, met = which(desk.known, words(keep), unseen)
        names = tuple(map(words, others))
        if kind == "place":
            places.same(desk, met, names)
        else:
            actors.same(desk, met, names, unseen)
        _tell(desk.save())


@click.command("not-same")
@click.argument("one")
@click.argument("other")
@_unseen
@options.content
def not_same(one: str, other: str, unseen: bool, content: Path) -> None:
    """ONE is not OTHER: two actors by id or name, or a name and the id of a place that it never means."""
    with correcting(content) as desk:
        first, second = words(one), words(other)
        if is_place_id(first):
            first, second = second, first
        if is_place_id(second):
            places.not_same(desk, first, place(desk.known, second))
        else:
            actors.not_same(desk, first, second, unseen)
        _tell(desk.save())


@click.command()
@click.argument("id")
@click.argument("name", nargs=-1, required=True)
@options.content
def rename(id: str, name: tuple[str, ...], content: Path) -> None:
    """Call the actor or place ID by NAME. Its page moves to that name; the old address leads there."""
    with correcting(content) as desk:
        kind, met = which(desk.known, words(id))
        (places if kind == "place" else actors).rename(desk, met, words(" ".join(name)))
        _tell(desk.save())


@click.command()
@click.argument("word", nargs=-1, required=True)
@options.content
def never(word: tuple[str, ...], content: Path) -> None:
    """Each WORD (a phrase in quotes) is no name, of no place and no actor.

    Before a WORD that begins with a hyphen stands --: daybook never -- '- said'
    """
    with correcting(content) as desk:
        knowledge.never(desk, tuple(map(words, word)))
        _tell(desk.save())


@click.command()
@click.argument("id")
@click.argument("first")
@click.option("--name", help="What it is called; needed for a new one.")
@click.option(
    "--word",
    "nouns",
    metavar="WORD",
    multiple=True,
    help="A noun by which articles call it, such as war; may be given again.",
)
@options.content
def event(id: str, first: str, name: str | None, nouns: tuple[str, ...], content: Path) -> None:
    """FIRST (2022-02-24) is the first day of the event ID; "its fifth day" counts from it."""
    given = {
        "id": words(id),
        "name": _words(name),
        "first": knowledge.day(first),
        "words": [words(each).lower() for each in nouns],
    }
    with correcting(content) as desk:
        knowledge.entry(desk, "events", given)
        _tell(desk.save())


@click.command()
@click.argument("name")
@_alias
@click.option(
    "--home", metavar="PLACE", help="Id or name of the place it writes from; settles ambiguous towns."
)
@_country
@click.option(
    "--drop",
    "lines",
    metavar="LINE",
    multiple=True,
    help="A line that it prints and that is no article; may be given again.",
)
@click.option(
    "--date-line",
    "templates",
    metavar="LINE",
    multiple=True,
    help="A line in which its day stands, {date} for the day: 'Posted on {date}'; may be given again.",
)
@options.content
def outlet(
    name: str,
    aliases: tuple[str, ...],
    home: str | None,
    country: str | None,
    lines: tuple[str, ...],
    templates: tuple[str, ...],
    content: Path,
) -> None:
    """Write down what the outlet NAME is called, where it is at home and what its pages look like."""
    with correcting(content) as desk:
        at = place(desk.known, words(home)).id if home else None
        given = {
            "name": words(name),
            "aliases": [*map(words, aliases)],
            "home": at,
            "country": country,
            "drop": [*map(words, lines)],
            "date": [knowledge.template(words(each)) for each in templates],
        }
        knowledge.outlet(desk, given)
        _tell(desk.save())


@click.command()
@click.argument("id")
@click.option("--name", help="What it is called; needed for a new one.")
@click.option("--kind", type=click.Choice(["person", "organisation", "state"]), help="[default: person]")
@_alias
@click.option("--role", help="What it is, where articles do not say so.")
@_country
@options.content
def actor(
    id: str,
    name: str | None,
    kind: str | None,
    aliases: tuple[str, ...],
    role: str | None,
    country: str | None,
    content: Path,
) -> None:
    """Write down an actor that you know: whatever bears one of its names is ID."""
    given = {
        "id": words(id),
        "name": _words(name),
        "kind": kind,
        "aliases": [*map(words, aliases)],
        "role": _words(role),
        "country": country,
    }
    with correcting(content) as desk:
        knowledge.entry(desk, "actors", given)
        _tell(desk.save())


@click.command("place")
@click.argument("id")
@click.option("--name", help="What it is called; needed for a new one.")
@click.option("--kind", type=click.Choice(["city", "region", "country", "continent", "water", "site"]))
@_alias
@_country
@click.option("--lat", type=float, metavar="DEGREES", help="Latitude.")
@click.option("--lon", type=float, metavar="DEGREES", help="Longitude.")
@options.content
def place_(
    id: str,
    name: str | None,
    kind: str | None,
    aliases: tuple[str, ...],
    country: str | None,
    lat: float | None,
    lon: float | None,
    content: Path,
) -> None:
    """Write down a place that the gazetteer lacks (an ID of your own: my:checkpoint-4), or more of one it has."""
    given = {
        "id": words(id),
        "name": _words(name),
        "aliases": [*map(words, aliases)],
        "kind": kind,
        "country": country,
        "lat": lat,
        "lon": lon,
    }
    with correcting(content) as desk:
        places.entry(desk, given)
        _tell(desk.save())


@click.command()
@click.argument("given", metavar="STORY")
@click.option("--name", help="What the story is called.")
@click.option(
    "--merge",
    "merged",
    metavar="STORY",
    multiple=True,
    help="A story that is brought into it; may be given again.",
)
@click.option(
    "--apart",
    "apart",
    metavar="ARTICLE",
    multiple=True,
    help="An article that is taken out; may be given again: those are a story of their own.",
)
@options.content
def story(
    given: str, name: str | None, merged: tuple[str, ...], apart: tuple[str, ...], content: Path
) -> None:
    """Name a story, bring others into it, or take articles out of it.

    STORY is its address (stories/….html), or an article of it: its file, its seed or its id. Its address stays, and that of
    one that was brought into it leads there. The next build of the site does it.
    """
    with correcting(content) as desk:
        stories.story(desk, words(given), _words(name) or "", merged, apart)
        _tell(desk.save())


_article = click.argument("file", metavar="ARTICLE")


@click.command("set")
@_article
@click.argument("key")
@click.argument("value", nargs=-1, required=True)
@options.content
def set_(file: str, key: str, value: tuple[str, ...], content: Path) -> None:
    """Give one article another title, date, dateline, lang, source.outlet …

    ARTICLE is its file, its seed or its id. VALUE `none` empties it; the value it already has is confirmed. A figure is named by its
    sentence and the value that was found (s3fa91c:500000; of several equal ones the second is s3fa91c:500000@2), and VALUE is
    the right one, in plain digits.
    """
    with alone(content):
        _tell(
            article.set_value(content, article.held(content, file), key, text(" ".join(value))).save(content)
        )


@click.command()
@_article
@click.argument("id", nargs=-1, required=True)
@options.content
def drop(file: str, id: tuple[str, ...], content: Path) -> None:
    """Take the place or actor ID out of one article, for good.

    ARTICLE is its file, its seed or its id. `place` or `actor` may stand before the ID. The id of a sentence (s3fa91c, as its link
    names it) takes out what is said in it to be someone's words; with a value behind it (s3fa91c:500000, or
    s3fa91c:500000@2 for the second of equal ones) a figure of it.
    """
    with alone(content):
        _tell(article.drop(content, article.held(content, file), _id(id)).save(content))


@click.command()
@_article
@click.argument("id", nargs=-1, required=True)
@click.option("--instead", metavar="ID", help="The one that it takes the place of.")
@options.content
def add(file: str, id: tuple[str, ...], instead: str | None, content: Path) -> None:
    """Put the place or actor ID into one article: by id, or by a name of the archive.

    ARTICLE is its file, its seed or its id. `place` or `actor` may stand before the ID.
    """
    with alone(content):
        known = Known.of(content, authority.load(content / "authority"))
        kind, entry = article.entry_of(known, _id(id))
        _tell(article.add(article.held(content, file), kind, entry, instead or "").save(content))


@click.command()
@_article
@click.option("--why", required=True, metavar="TEXT", help="The reason, which readers are told.")
@click.option("--on", "day", metavar="DAY", help="The day of it, such as 2024-05-17. [default: today]")
@click.option("--keep-title", is_flag=True, help="Readers are still told what it was called.")
@options.content
def withdraw(file: str, why: str, day: str | None, keep_title: bool, content: Path) -> None:
    """Take one article back: its page says that it was withdrawn, and nothing of it is left on the site.

    ARTICLE is its file, its seed or its id. The next build of the site does it; `daybook restore` undoes it.
    """
    on = knowledge.day(day) if day else date.today()
    with alone(content):
        _tell(article.withdraw(article.held(content, file), on, text(why), keep_title).save(content))


@click.command()
@_article
@options.content
def restore(file: str, content: Path) -> None:
    """Publish an article again that was withdrawn. ARTICLE is its file, its seed or its id."""
    with alone(content):
        _tell(article.restore(article.held(content, file)).save(content))


@click.group()
def brief() -> None:
    """Pin, drop, order or rewrite the key points of a day.

    DAY is such as 2022-03-02. POINT is ARTICLE#SENTENCE, as the link below the line has it: the article by its id, its seed, its file
    or its page, and the id of the sentence (s3fa91c). The next build of the site shows what was said.
    """


_day = click.argument("day")


@brief.command("pin")
@_day
@click.argument("point")
@options.content
def brief_pin(day: str, point: str, content: Path) -> None:
    """Keep POINT among the key points of DAY; it may be any of the first 120 sentences of an article of that day, of 400 characters at most."""
    _of_a_point(day, point, content, briefings.pin)


@brief.command("drop")
@_day
@click.argument("point")
@options.content
def brief_drop(day: str, point: str, content: Path) -> None:
    """Take POINT out of the key points of DAY, and what says the same; the next best takes its place."""
    _of_a_point(day, point, content, briefings.drop)


@brief.command("order")
@_day
@click.argument("points", metavar="POINT", nargs=-1, required=True)
@options.content
def brief_order(day: str, points: tuple[str, ...], content: Path) -> None:
    """Put each POINT of DAY first, in this order; the others come behind them."""
    on = knowledge.day(day)
    with correcting(content) as desk:
        briefings.order(desk, on, [briefings.point(content, on, text(point)) for point in points])
        _tell(desk.save())


@brief.command("rewrite")
@_day
@click.argument("point")
@click.argument("line", nargs=-1, required=True)
@options.content
def brief_rewrite(day: str, point: str, line: tuple[str, ...], content: Path) -> None:
    """Let POINT of DAY say LINE: it is marked as the editor's, and keeps its sources. LINE `none` takes the words back."""
    said = words(" ".join(line))
    _of_a_point(
        day, point, content, partial(briefings.rewrite, words="" if said.lower() in article.NOTHING else said)
    )


def _of_a_point(day: str, point: str, content: Path, say: Callable[[Desk, date, str], None]) -> None:
    on = knowledge.day(day)
    with correcting(content) as desk:
        say(desk, on, briefings.point(content, on, text(point)))
        _tell(desk.save())


def _words(given: str | None) -> str | None:
    return None if given is None else words(given)


def _id(given: tuple[str, ...]) -> str:
    """Without `place` or `actor` before it; a name may be of several words."""
    return words(" ".join(given[1:] if len(given) > 1 and given[0] in ("place", "actor") else given))


def _tell(lines: list[str]) -> None:
    for line in lines:
        click.echo(console.plain(line))


COMMANDS: tuple[click.Command, ...] = (
    same,
    not_same,
    rename,
    never,
    event,
    outlet,
    actor,
    place_,
    story,
    set_,
    drop,
    add,
    withdraw,
    restore,
    brief,
)
