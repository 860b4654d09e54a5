"""From content/ to all files of the site, on one screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path

from pelican.contents import Content
from pelican.generators import Generator

from daybook import search
from daybook.colours import css, drawn_css
from daybook.errors import SettingError
from daybook.site.archive import Archive
from daybook.site.desk import Desk
from daybook.site.downloads import OFFERED, downloads
from daybook.site.feeds import of_days, of_site
from daybook.site.kinds import data as codebook
from daybook.site.maps import Maps
from daybook.site.offline import WORKER, offline
from daybook.site.page import FEED, File, Made, Page, SiteInfo, Text
from daybook.site.prints import Prints
from daybook.site.related import by_article, pairs
from daybook.site.rights import is_hidden, unknown
from daybook.site.robots import robots, sitemaps
from daybook.site.unmet import unmet
from daybook.site.works import Work, rest, works
from daybook.stories.stories import stories
from daybook.values import Article
from daybook.words import browser
from daybook_pelican import theme as themes
from daybook_pelican.articles import Articles
from daybook_pelican.assets import OWN, assets, own_styles
from daybook_pelican.output import Output
from daybook_pelican.reader import VALUE
from daybook_pelican.render import Renderer
from daybook_pelican.report import say
from daybook_pelican.sanitise import sanitise
from daybook_pelican.state import KEY, Build
from daybook_pelican.templates import told_as_setting_errors
from daybook_pelican.writer import SiteWriter


class SiteGenerator(Generator):  # type: ignore[misc]
    """Makes the archive of all articles, and every file of the site of the archive."""

    def generate_context(self) -> None:
        """Read first: what each article comes to, and the archive of them all."""
        build: Build = self.settings[KEY]
        self.build = build
        self.own_styles = css(build.settings.colours) + own_styles(Path(self.theme))
        sections = build.settings.sections
        self.site = SiteInfo(
            name=self.settings["SITENAME"],
            url=self.settings["SITEURL"],
            description=build.settings.description,
            coverage=build.settings.days,
            lang=self.settings["DEFAULT_LANG"],
            texts=tuple(sorted(self._texts(), key=lambda text: text.slug)),
            sections=sections,
            rights=build.settings.rights,
            downloads=OFFERED if sections.downloads else (),
            feed=FEED if sections.feeds else "",
            styles=(OWN,) if self.own_styles else (),
        )
        self.renderer = Renderer(self.env, self.site)
        self.articles = Articles.read(build, self.site, self.render)
        self.comparing = self.articles.comparing()
        digests = {each.id: each for each in self.articles.digests}
        build.problems += unmet(build.authority, digests)
        unspoken = self.articles.unspoken
        self.archive = Archive.of(
            self.articles.digests,
            build.settings.days,
            build.register.names_of(),
            build.authority,
            build.register.redirects,
            [problem for problem in build.problems if problem.file not in unspoken],
            self.site.words,
        )
        for name, near in unknown(self.site.rights, self.articles.digests):
            told = f"; did you mean {near!r}?" if near else ""
            say(
                f"DAYBOOK['rights']: expected the name of an outlet or agency, found {name!r}, which no article has{told}"
            )
        for content in self._contents():
            value = getattr(content, VALUE)
            if isinstance(value, Article):
                content.override_url = content.override_save_as = self.archive.address[value.id]

    def generate_output(self, writer: SiteWriter) -> None:
        """Then write: assets, pages, search, feeds, data, and what crawlers read."""
        if not isinstance(writer, SiteWriter):
            raise SettingError(
                "PLUGINS: expected Daybook's writer alone, found another plugin's as well; remove it"
            )
        with Output(writer, self.build, self._text) as output:
            self._write(output)
            output.finish()
        self.build.articles = self.archive.size

    def _write(self, output: Output) -> None:
        """What takes long is begun as soon as what it needs is there: one core alone groups stories and takes prints."""
        site = replace(self.site, articles=self.archive.size)
        related = self.comparing()
        if site.sections.downloads:
            output.begin([Work("data", b"", lambda: self._data(site))])
        self.stories = stories(
            self.archive.articles,
            pairs(related),
            self.build.register.stories,
            self.build.authority.stories,
        )
        self.build.remember(self.stories.settled)
        drawn = Maps.load(themes.views(Path(self.theme), self.build.settings.borders))
        desk = Desk(
            self.archive,
            site,
            self.articles.article,
            maps=drawn,
            stories=self.stories,
            spans=self.articles.spans,
        )
        prints = Prints(desk, self.articles.prints)
        self.articles.points(prints)
        output.write(Work("assets", b"", lambda: self._assets(drawn)))
        output.begin([Work(name, b"", make) for name, make in self._whole(site, desk)])
        output.make(
            list(rest(prints)), chain(self.articles.works(prints, by_article(related)), works(prints))
        )
        output.write(Work("crawlers", b"", lambda: self._crawlers(output.listed)))
        worker = themes.bundles(Path(self.theme)) / "scripts" / WORKER
        output.write(Work("offline", b"", lambda: offline(output.files, worker.read_bytes())))

    def render(self, page: Page) -> str:
        """The page's text."""
        with told_as_setting_errors(self.theme, page.template, page.address):
            return self.renderer.render(page)

    def _text(self, made: Made) -> File:
        return (made.address, self.render(made)) if isinstance(made, Page) else made

    def _contents(self) -> Iterator[Content]:
        """What Pelican's own generators read through Daybook's reader."""
        for key in ("articles", "drafts", "pages"):
            yield from (content for content in self.context[key] if hasattr(content, VALUE))

    def _texts(self) -> Iterator[Text]:
        return (value for content in self._contents() if isinstance(value := getattr(content, VALUE), Text))

    def _assets(self, drawn: Maps) -> Iterator[File]:
        views = drawn.shown(entry.place.country for entry in self.archive.places.values())
        yield from assets(
            Path(self.theme),
            self.build.settings.borders,
            views,
            self.own_styles,
            drawn_css(self.build.settings.colours),
        )
        if script := browser.script(self.site.words):
            yield browser.ADDRESS, script

    def _whole(self, site: SiteInfo, desk: Desk) -> Iterator[tuple[str, Callable[[], Iterator[Made]]]]:
        """What is made of the whole archive and its stories at once, as far as the site has it."""
        if site.sections.search:
            yield "search", self._search
        if site.feed:
            yield "feeds", lambda: self._feeds(site, desk)

    def _search(self) -> Iterator[File]:
        names = search.names(self.archive, self.build.authority, self.site.words)
        slugs = {id: story.slug for id, story in self.stories.of.items() if story.slug}
        for name, data in search.build(self.articles.rows(), self.archive.address, names, slugs):
            yield f"search/{name}", data

    def _data(self, site: SiteInfo) -> Iterator[Made]:
        sizes: dict[str, int] = {}
        with self.articles.kept() as kept:
            for address, made in downloads(self.archive, site, kept):
                sizes[address] = len(made)
                yield address, made
        yield codebook.page(Desk(self.archive, site, self.articles.article), sizes)

    def _feeds(self, site: SiteInfo, desk: Desk) -> Iterator[File]:
        yield from of_site(
            self.archive, site, lambda id: sanitise("\n\n".join(self.articles.article(id).body))
        )
        yield from of_days(self.archive, site, desk.record)

    def _open(self, listed: list[str]) -> list[str]:
        """Without what search engines are asked to leave out."""
        rights = self.site.rights
        if rights.noindex is True:
            return []
        gone = {self.archive.address[article.id] for article in self.archive.withdrawn}
        held = (*self.archive.articles, *self.archive.undated) if rights.noindex else ()
        hidden = {self.archive.address[article.id] for article in held if is_hidden(article, rights)}
        return [address for address in listed if address not in hidden | gone]

    def _crawlers(self, listed: list[str]) -> Iterator[File]:
        yield from sitemaps(self._open(listed), self.site.url)
        yield "robots.txt", robots(self.site.url)
