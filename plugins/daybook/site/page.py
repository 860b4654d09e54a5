"""What a page is, and what is known of the site as a whole."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

from daybook.settings import Coverage, Rights, Sections
from daybook.words import Words, of

FEED = "feeds/all.atom.xml"
"""Address of the feed of the whole site."""


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed that a page announces in its head."""

    title: str
    address: str

    @property
    def type(self) -> str:
        """Its media type."""
        return "application/feed+json" if self.address.endswith(".json") else "application/atom+xml"


@dataclass(frozen=True, slots=True)
class Crumb:
    """A step of the way from the home page down to a page."""

    name: str
    address: str


@dataclass(frozen=True, slots=True)
class Head:
    """What a page says of itself in its head."""

    title: str
    """Without the site's name."""
    description: str = ""
    """One or two sentences, at most 200 characters."""
    kind: str = "website"
    """OpenGraph's type: `website`, `article`, `profile`."""
    section: str = ""
    """The entry of the main navigation that the page belongs to: `days`, `places`, `actors`, `map`, `sources`, `search`."""
    published: str = ""
    """ISO day of an article."""
    index: bool = True
    """False keeps the page out of search engines and the sitemap."""
    feeds: tuple[Feed, ...] = ()
    """Feeds of this page's own, beside the site's."""
    crumbs: tuple[Crumb, ...] = ()
    thing: str = ""
    """The page's subject as schema.org JSON-LD, without `@context`; empty where it has none."""


class Model(Protocol):
    """All that a template shows. Every model is a frozen dataclass with a head."""

    @property
    def head(self) -> Head: ...


@dataclass(frozen=True, slots=True)
class Page:
    """One file of the site."""

    address: str
    """Path below the output's root, such as `2022/03/02/index.html`; never begins with a slash."""
    template: str
    """File below theme/templates/."""
    model: Model


File = tuple[str, str | bytes]
"""Address and content."""
Made = Page | File


@dataclass(frozen=True, slots=True)
class Text:
    """A page that a person wrote, from content/pages/."""

    slug: str
    """`about`, `method`; the address is `<slug>.html`."""
    title: str
    markdown: str


@dataclass(frozen=True, slots=True)
class Download:
    """A file of data/ that the site offers."""

    name: str
    """What it holds and in which form, such as `Articles (CSV)`; in English."""
    address: str


@dataclass(frozen=True, slots=True)
class SiteInfo:
    """What every page knows of the site."""

    name: str
    url: str = ""
    """SITEURL without a slash at its end; empty where unknown, and then no absolute address is written."""
    description: str = ""
    """One sentence."""
    coverage: Coverage = field(default_factory=Coverage)
    lang: str = "en"
    """Language of the interface, BCP 47."""
    articles: int = 0
    """How many articles the archive holds."""
    texts: tuple[Text, ...] = ()
    downloads: tuple[Download, ...] = ()
    feed: str = FEED
    """Of the whole site; empty where the site has no feeds."""
    sections: Sections = field(default_factory=Sections)
    rights: Rights = field(default_factory=Rights)
    styles: tuple[str, ...] = ()
    """The archive's own styles, below theme/; they come after those of the theme."""

    @property
    def words(self) -> Words:
        """The interface's words in its language. Raises SettingError where it does not speak that."""
        return of(self.lang)
