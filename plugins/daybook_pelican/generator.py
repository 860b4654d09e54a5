"""From Pelican's articles to all files of the site, on one screen."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from pelican.contents import Content
from pelican.generators import Generator
from pelican.writers import Writer

from daybook import search
from daybook.digest import digest
from daybook.errors import SettingError
from daybook.publish.tree import AddressError
from daybook.site.archive import Archive
from daybook.site.downloads import OFFERED, downloads
from daybook.site.feeds import feeds
from daybook.site.late import settle
from daybook.site.page import Page, SiteInfo, Text
from daybook.site.pages import pages
from daybook.site.robots import robots, sitemaps
from daybook.values import Article
from daybook_pelican.assets import assets
from daybook_pelican.raws import RawTexts
from daybook_pelican.reader import VALUE
from daybook_pelican.render import Renderer
from daybook_pelican.sanitise import sanitise
from daybook_pelican.state import KEY, Build
from daybook_pelican.templates import told_as_setting_errors
from daybook_pelican.writer import SiteWriter

File = tuple[str, bytes | str]


class SiteGenerator(Generator):  # type: ignore[misc]
    """Makes the archive of what Pelican's own generators have read, and every file of the site of the archive."""

    def generate_context(self) -> None:
        """Gather first: the archive, and what every page knows of the site."""
        self.build: Build = self.settings[KEY]
        values = [getattr(content, VALUE) for content in self._contents()]
        self.articles = {value.id: value for value in values if isinstance(value, Article)}
        self.archive = Archive.of(
            [digest(article) for article in self.articles.values()],
            self.build.settings.days,
            self.build.register.names_of(),
            self.build.authority,
            self.build.register.redirects,
            self.build.problems,
        )
        self.info = SiteInfo(
            name=self.settings["SITENAME"],
            url=self.settings["SITEURL"],
            description=self.build.settings.description,
            coverage=self.build.settings.days,
            lang=self.settings["DEFAULT_LANG"],
            articles=self.archive.size,
            texts=tuple(sorted((v for v in values if isinstance(v, Text)), key=lambda text: text.slug)),
            downloads=OFFERED,
        )
        for content in self._contents():
            self._settle_address(content)

    def generate_output(self, writer: Writer) -> None:
        """Then write: assets, pages, search, feeds, data, and what crawlers read."""
        if not isinstance(writer, SiteWriter):
            raise SettingError(
                "PLUGINS: expected Daybook's writer alone, found another plugin's as well; remove it"
            )
        self.renderer = Renderer(self.env, self.info)
        listed: list[str] = []
        self._write(writer, assets(Path(self.theme)))
        paths = {article.id: path for path, article in self.build.held.items()}
        raws = RawTexts(self.build.content, self.build.seeds, paths)
        for page in pages(self.archive, self.info, self.articles.__getitem__, raws):
            self._write_page(writer, page)
            if page.model.head.index:
                listed.append(page.address)
        self._write(writer, self._search())
        self._write(
            writer, feeds(self.archive, self.info, lambda id: sanitise("\n\n".join(self.articles[id].body)))
        )
        self._write(writer, downloads(self.archive, self.info, self.articles.__getitem__))
        self._write(writer, [*sitemaps(listed, self.info.url), ("robots.txt", robots(self.info.url))])
        self.build.articles, self.build.files = self.archive.size, len(writer.tree)

    def _contents(self) -> Iterator[Content]:
        """All that Pelican's own generators read through Daybook's reader."""
        held = chain(*(self.context[key] for key in ("articles", "drafts", "pages")))
        return (content for content in held if hasattr(content, VALUE))

    def _settle_address(self, content: Content) -> None:
        """Tell other plugins where the page really is."""
        value = getattr(content, VALUE)
        if isinstance(value, Article):
            content.override_url = content.override_save_as = self.archive.address[value.id]

    def _write_page(self, writer: SiteWriter, page: Page) -> None:
        with told_as_setting_errors(self.theme, page.template, page.address):
            text = self.renderer.render(page)
        if page.late is not None:
            text = settle(text, page.late)
        self.build.pages += 1
        self._write(writer, [(page.address, text)], {"page": page, "model": page.model, "site": self.info})

    def _search(self) -> Iterator[File]:
        articles = (*self.archive.articles, *self.archive.undated)
        rows = (search.row(self.articles[article.id]) for article in articles)
        names = search.names(self.archive, self.build.authority)
        for name, data in search.build(rows, self.archive.address, names):
            yield f"search/{name}", data

    def _write(
        self, writer: SiteWriter, files: Iterator[File] | list[File], context: dict[str, object] | None = None
    ) -> None:
        for address, data in files:
            try:
                writer.write_text(address, data, context)
            except AddressError as error:
                raise SettingError(f"content/register: {error}; mend the address there") from error
