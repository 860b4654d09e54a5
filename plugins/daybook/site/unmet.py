"""What a person said of stories and key points that no article answers to: a mistyped id, an article that went, a day that moved."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from daybook.content.authority import Authority
from daybook.digest import Digest
from daybook.values import Problem

STAGE = "authority"


def named(authority: Authority) -> set[str]:
    """The ids of the articles that briefings.yaml and stories.yaml name."""
    points = {entry.point.partition("#")[0] for entry in authority.briefings}
    return points.union(*((each.id, *each.merged, *each.apart) for each in authority.stories))


def unmet(authority: Authority, articles: Mapping[str, Digest]) -> Iterator[Problem]:
    """A problem for each such entry; `articles` are at least those that are `named` and there, by id."""
    for point in authority.briefings:
        id, _, sentence = point.point.partition("#")
        article = articles.get(id)
        if article is None or article.date is None or article.date.value != point.day:
            found = "no such article" if article is None else f"one of {article.date.value if article.date else 'no day'}"  # fmt: skip
            yield _problem("briefings", "no-article", f"an article {id} of {point.day}", found)
        elif all(passage.anchor != sentence for passage in article.passages):
            found = "none that the archive shows and a briefing can quote"
            yield _problem("briefings", "no-sentence", f"a sentence {sentence} of {id}", found)
    for story in authority.stories:
        for id in dict.fromkeys((story.id, *story.merged, *story.apart)):
            if id not in articles or articles[id].date is None:
                found = "none with a day" if id in articles else "no such article"
                yield _problem("stories", "no-article", f"an article {id}", found)


def _problem(file: str, code: str, expected: str, found: str) -> Problem:
    return Problem(
        f"authority/{file}.yaml", STAGE, code, expected, found, "mend the entry or take it out; it changes nothing now"
    )  # fmt: skip
