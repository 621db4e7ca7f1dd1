"""One edition of the site: the records as they are now, judged on a day, ready to be rendered page by page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from charterkit import __version__, report
from charterkit.data.crest import crest_colours
from charterkit.exports.downloads import Downloads
from charterkit.exports.hosting import Host, header_file
from charterkit.exports.paper.beside import Printed, print_all
from charterkit.exports.paper.crest import read_crest
from charterkit.exports.paper.frame import Press
from charterkit.rules.check import Checked
from charterkit.rules.releases.public import Working
from charterkit.site.context import HandWritten, Settings, Site, directory
from charterkit.site.pages import Page
from charterkit.site.releases.files import release_files
from charterkit.site.render import Renderer
from charterkit.site.trouble import trouble_page, trouble_panel
from charterkit.strings import words

MARKER = "charterkit.txt"


@dataclass(frozen=True)
class Place:
    """Where the site will stand, as mkdocs.yml says."""

    site_url: str = ""
    repo_url: str = ""
    edit_uri: str = ""
    offline: bool = False
    hosts: tuple[Host, ...] = ()
    docs: Path | None = None


@dataclass(frozen=True)
class Printing:
    """That there are PDFs beside the pages: the folder of the crest, and folders with more fonts."""

    docs: Path
    fonts: tuple[Path, ...] = ()


@dataclass
class Edition:
    """What is published, and what is wrong with it."""

    checked: Checked
    place: Place
    extra_pages: tuple[HandWritten, ...] = ()
    printing: Printing | None = None
    _search: dict[str, Mapping[str, bytes]] = field(default_factory=dict)
    _pages: dict[str, Mapping[str, Page]] = field(default_factory=dict)

    @cached_property
    def renderer(self) -> Renderer | None:
        """Who makes the pages; nobody while the records are such that nothing can be shown."""
        publication, now = self.checked.publication, self.checked.standing
        if publication is None or now is None:
            return None
        place, crest = self.place, publication.publisher.site.crest
        settings = Settings(
            site_url=place.site_url or None,
            repo_url=place.repo_url or None,
            edit_uri=place.edit_uri or None,
            offline=place.offline,
            version=__version__,
            extra_pages=self.extra_pages,
            prints=self.printed.prints,
            crest_colours=crest_colours(place.docs / crest) if place.docs and crest else (),
        )
        languages = publication.publisher.languages
        working = Working(self.checked.working or publication, self.checked.sources, self.checked.draft)
        return Renderer(Site(publication, now, languages, settings, working))

    @cached_property
    def printed(self) -> Printed:
        """The PDFs beside the pages; none where nobody wants them. Raises Fault."""
        publication, now = self.checked.publication, self.checked.standing
        if self.printing is None or publication is None or now is None:
            return Printed()
        settings = Settings(site_url=self.place.site_url or None)
        site = Site(publication, now, publication.publisher.languages, settings)
        crest = read_crest(self.printing.docs, publication.publisher.site.crest)
        return print_all(Press(site, directory(site), crest), self.printing.fonts)

    def print_beside(self, printing: Printing) -> Printed:
        """Make the PDFs before the first page is made, which says how large they are. Raises Fault."""
        self.printing = printing
        return self.printed

    def name_pages(self, extra_pages: tuple[HandWritten, ...]) -> None:
        """Say which pages are written by hand, before the first page is made."""
        self.extra_pages = extra_pages

    def _by_address(self, lang: str) -> Mapping[str, Page]:
        if lang not in self._pages:
            self._pages[lang] = {page.address: page for page in self.pages(lang)}
        return self._pages[lang]

    def has(self, address: str, lang: str) -> bool:
        """Whether a page made from records stands at the address below a language."""
        return address in self._by_address(lang)

    def document(self, address: str, lang: str, *, preview: bool = False) -> str:
        """The whole document of a page made from records; a preview shows the problems on top."""
        if self.renderer is None:
            return self.trouble_page(lang)
        return self._shown(self.renderer.page(self._by_address(lang)[address], lang), lang, preview)

    def handwritten(
        self, address: str, lang: str, title: str, html: str, content_lang: str, preview: bool = False
    ) -> str:
        """The whole document of a page of docs/, whose HTML introduces the home page at the home address."""
        if self.renderer is None:
            return self.trouble_page(lang)
        spoken = content_lang or self.languages[0]
        if address:
            page = self.renderer.handwritten(address, lang, title, html, spoken)
        else:
            page = self.renderer.home(lang, html, spoken)
        return self._shown(page, lang, preview)

    def _shown(self, document: str, lang: str, preview: bool) -> str:
        if not preview or not self.checked.problems:
            return document
        head, body, rest = document.partition("<body>")
        return head + body + self.trouble(lang) + rest

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of the site, the one at the root first."""
        publication = self.checked.publication
        return publication.publisher.languages if publication is not None else ("en",)

    def pages(self, lang: str) -> tuple[Page, ...]:
        """The pages of a language that are made from records; none while nothing can be shown."""
        if self.renderer is None:
            return ()
        return (*self.renderer.directory.pages, *self.renderer.letters(lang))

    @cached_property
    def downloads(self) -> Downloads | None:
        """The files that people can take along; None while nothing can be shown."""
        return Downloads.of(now, self.renderer) if (now := self.checked.standing) is not None else None

    def search_files(self, lang: str) -> Mapping[str, bytes]:
        """The index of the search in a language, by its addresses below it; nothing while nothing can be shown."""
        if self.renderer is None:
            return {}
        if lang not in self._search:
            self._search[lang] = self.renderer.search_files(lang)
        return self._search[lang]

    @cached_property
    def page_count(self) -> int:
        """How many pages there are in all languages."""
        return sum(len(self.pages(lang)) + len(self.extra_pages) for lang in self.languages)

    def folder(self, lang: str) -> str:
        """The folder of a language's pages: blank for the first one, else its code and a slash."""
        return "" if lang == self.languages[0] else f"{lang}/"

    def common_files(self) -> Iterator[tuple[str, bytes]]:
        """The files that stand once for all languages: style, script, 404, sitemap, and the mark that we made it."""
        yield (
            MARKER,
            f"This folder was made by charterkit {__version__}. The next build replaces it.\n".encode(),
        )
        if self.renderer is None:
            return
        yield from self.renderer.static_assets().items()
        yield from release_files(self.renderer.directory.versions)
        yield "404.html", self.renderer.not_found().encode()
        if self.place.site_url:
            yield "sitemap.xml", self.renderer.sitemap().encode()
        for host in self.place.hosts:
            name, text = header_file(host, self.place.site_url)
            yield name, text.encode()

    def trouble(self, lang: str) -> str:
        """The problems as a panel for the top of every page of a preview; blank where there are none."""
        return trouble_panel(self.checked.problems, words(lang))

    def trouble_page(self, lang: str) -> str:
        """A whole page that shows the problems, for the time when there is nothing else to show."""
        return trouble_page(self.checked.problems, words(lang))

    def report(self, lang: str) -> str:
        """The problems as text for a terminal."""
        voice = words(lang)
        text = report.as_text(self.checked.problems, voice)
        return text + report.summary(self.checked.problems, self.checked.files, voice)
