"""Stories of articles at hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from daybook.content.authority import AuthorityStory
from daybook.site.archive import Archive
from daybook.site.related import pairs, related
from daybook.stories.stories import Stories, stories


def stories_of(
    archive: Archive, settled: Mapping[str, str] | None = None, by_hand: Sequence[AuthorityStory] = ()
) -> Stories:
    """As a build brings them together."""
    days = related(archive.articles, {id: id.encode() for id in archive.address}, {}, map)
    return stories(archive.articles, pairs(days), settled, by_hand)


def titles(found: Stories) -> list[list[str]]:
    """The titles of each story that more than one article tells."""
    return [[article.title for article in story.articles] for story in found.all if story.slug]
