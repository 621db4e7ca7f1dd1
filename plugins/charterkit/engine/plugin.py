"""The MkDocs plugin `charterkit`: hands the records' pages to MkDocs, and dresses the hand-written ones."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import Any, Literal

from mkdocs.config import config_options as opt
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from charterkit.data.load import Loader
from charterkit.data.shelf import FOLDERS
from charterkit.engine.edition import Edition, Place, Printing
from charterkit.engine.handwritten import Source, in_language, listed, sources
from charterkit.engine.output import Output
from charterkit.engine.pages import rendered
from charterkit.exports.hosting import Host
from charterkit.exports.paper.faults import Fault
from charterkit.files import PublishRefused
from charterkit.model.publication import Publication
from charterkit.richtext import clean_page
from charterkit.rules.check import Checked, check
from charterkit.rules.day import choose_day
from charterkit.rules.standing import Memory
from charterkit.strings import negotiate, words

THEME = Path(__file__).parent / "theme"


class CharterConfig(Config):
    """The plugin's settings in mkdocs.yml."""

    today = opt.Optional(opt.Type((str, date)))
    """The day to judge by, as year-month-day; else SOURCE_DATE_EPOCH, else the publisher's own day."""
    offline = opt.Type(bool, default=False)
    """Whether links name `index.html`, so that the site can be opened from a folder on disk."""
    headers = opt.ListOfItems(opt.Choice(tuple(Host)), default=[])
    """The sorts of host for which a file with the headers of every answer is written."""
    pdf = opt.Type(bool, default=False)
    """Whether a PDF to print stands beside every page that is one document: charters, results of a year, posters."""
    pdf_fonts = opt.ListOfItems(opt.Type(str), default=[])
    """Folders, seen from mkdocs.yml, with more fonts for these PDFs."""


class CharterPlugin(BasePlugin[CharterConfig]):
    """Builds the public site of a charter.

    static-i18n builds one language after the other, each of the later ones inside the first; what concerns the
    whole site is done in the first pass, and the new site takes the old one's place when the last pass is over.
    """

    def __init__(self) -> None:
        self.serving = False
        self.loader: Loader | None = None
        self.memory = Memory()
        self.checked: Checked | None = None
        self.edition: Edition | None = None
        self.output: Output | None = None
        self.sources: tuple[Source, ...] = ()
        self.progress: Callable[[int, int], None] = lambda done, total: None
        self.made = 0

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Learn whether somebody previews or publishes."""
        self.serving = command == "serve"

    @event_priority(100)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the records; refuse to publish while they have problems."""
        if self._is_later_pass(config):
            return config
        # Only ours: MkDocs would list ten thousand icons of Material for every language, to find nothing of use.
        config.theme.dirs[:] = [str(THEME)]
        config.theme.static_templates.clear()
        config.watch.extend(str(folder) for folder in watched_folders(config))
        self.edition = self.read_edition(config, draft=self.serving)
        if not self.serving:
            self._refuse_problems(self.edition)
            self._redirect(config)
        return config

    def read_edition(self, config: MkDocsConfig, *, draft: bool) -> Edition:
        """The records as they are now, judged on the day that the settings name; a draft shows the working text."""
        place = Place(
            config.site_url or "",
            config.repo_url or "",
            config.edit_uri or "",
            self.config.offline,
            tuple(Host(one) for one in self.config.headers),
            Path(config.docs_dir),
        )
        return Edition(self._given() or self._read(config, draft), place)

    def _given(self) -> Checked | None:
        """What the caller has read already, if it was judged on the same day."""
        now = self.checked.standing if self.checked is not None else None
        return self.checked if now is not None and now.today == self._today(now.publication) else None

    def _read(self, config: MkDocsConfig, draft: bool) -> Checked:
        root = _root(config)
        if self.loader is None or self.loader.root != root:
            self.loader = Loader(root, Path(config.config_file_path or "mkdocs.yml").name)
        loaded = self.loader.load()
        return check(loaded, self._today(loaded.publication), self.memory, draft=draft)

    def _today(self, publication: Publication | None) -> date:
        zone = publication.publisher.time_zone if publication is not None else "UTC"
        epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
        try:
            return choose_day(str(self.config.today or ""), epoch, zone, datetime.now(UTC))
        except (ValueError, KeyError, OSError) as error:
            raise PluginError(f"charterkit: today: {self.config.today or epoch}: {error}") from error

    def _refuse_problems(self, edition: Edition) -> None:
        if not edition.checked.publishable:
            raise PluginError("\n" + edition.report(negotiate(None, os.environ)))

    def _redirect(self, config: MkDocsConfig) -> None:
        """Let MkDocs build beside the site, not into it."""
        self.output = Output(Path(config.site_dir), config.strict)
        try:
            self.output.open()
        except PublishRefused as error:
            raise PluginError(f"charterkit: {error}") from error
        config.site_dir = str(self.output.next)

    @event_priority(100)
    def _list_pages(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        """Before static-i18n sorts them by language: learn which pages are written by hand."""
        edition = self._now
        if not self._is_later_pass(config):
            if self.output is not None:
                self.output.begin()
            self.sources = sources(files.documentation_pages(), edition.languages)
            edition.name_pages(listed(self.sources, edition.languages))
            self._print(edition, config)
        return files

    def _print(self, edition: Edition, config: MkDocsConfig) -> None:
        """Make the PDFs, where they are wanted: the pages say how large they are. A preview has none."""
        if not self.config.pdf or self.serving:
            return
        fonts = tuple(_root(config) / one for one in self.config.pdf_fonts)
        try:
            edition.print_beside(Printing(Path(config.docs_dir), fonts))
        except Fault as error:
            told = error.told(words(negotiate(None, os.environ)), "pdf_fonts")
            raise PluginError(f"charterkit: {told}") from error

    @event_priority(-200)
    def _lay_out(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        """After static-i18n: take the theme's files out, put the records' pages in."""
        for file in [file for file in files if _is_from_theme(file, config)]:
            files.remove(file)
        for file in self._files(config):
            if file.src_uri in files.src_uris:
                files.remove(files.src_uris[file.src_uri])
            files.append(file)
        self._ensure_home(files, config)
        return files

    on_files = CombinedEvent(_list_pages, _lay_out)

    def _files(self, config: MkDocsConfig) -> Iterator[File]:
        edition, lang = self._now, self._language(config)
        if not self._is_later_pass(config):
            for name, content in edition.common_files():
                yield rendered(config, name, name, partial(_same, content))
        for page in edition.pages(lang):
            if page.address:
                target = f"{edition.folder(lang)}{page.address}index.html"
                yield rendered(
                    config, f"{page.address}index.md", target, partial(self._render, page.address, lang)
                )
        if edition.downloads is not None:
            for address in edition.downloads.addresses:
                make = partial(edition.downloads.make, address, lang)
                yield rendered(config, address, f"{edition.folder(lang)}{address}", make)
        for address, content in edition.printed.files.get(lang, {}).items():
            yield rendered(config, address, f"{edition.folder(lang)}{address}", partial(_same, content))
        for address, content in edition.search_files(lang).items():
            yield rendered(config, address, f"{edition.folder(lang)}{address}", partial(_same, content))

    def _render(self, address: str, lang: str) -> bytes:
        self._count_page()
        return self._now.document(address, lang, preview=self.serving).encode()

    def _ensure_home(self, files: Files, config: MkDocsConfig) -> None:
        """A home page also where nobody wrote an introduction to it."""
        target = f"{self._now.folder(self._language(config))}index.html"
        if not any(file.dest_uri == target for file in files.documentation_pages()):
            file = File.generated(config, "index.md", content="")
            file.dest_uri = target
            files.append(file)

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Let nothing through that hand-written Markdown should not do."""
        return clean_page(html)

    def on_page_context(self, context: Any, *, page: Page, config: MkDocsConfig, nav: Any) -> Any:
        """The whole document of a hand-written page, for the theme to place."""
        edition, lang = self._now, self._language(config)
        address = _address(page.file, edition.folder(lang))
        source = in_language(self.sources, lang, edition.languages).get(address)
        self._count_page()
        context["charterkit_document"] = edition.handwritten(
            address,
            lang,
            str(page.title or ""),
            page.content or "",
            source.lang if source else "",
            self.serving,
        )
        return context

    @event_priority(-200)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """When the last language is built: let the new site take the place of the old one."""
        if self.output is None or self._is_later_pass(config):
            return
        output, self.output = self.output, None
        try:
            output.close()
        except (PublishRefused, OSError) as error:
            raise PluginError(f"charterkit: {error}") from error

    def on_build_error(self, *, error: Exception) -> None:
        """Whatever went wrong: the site that stood there stays."""
        if self.output is not None:
            self.output.abandon()
            self.output = None

    def _count_page(self) -> None:
        self.made += 1
        self.progress(self.made, self._now.page_count)

    @property
    def _now(self) -> Edition:
        assert self.edition is not None, "on_config comes first"
        return self.edition

    def _i18n(self, config: MkDocsConfig) -> Any:
        return config.plugins.get("i18n")

    def _is_later_pass(self, config: MkDocsConfig) -> bool:
        return bool(getattr(self._i18n(config), "building", False))

    def _language(self, config: MkDocsConfig) -> str:
        i18n = self._i18n(config)
        return str(i18n.current_language) if i18n is not None else self._now.languages[0]


def _root(config: MkDocsConfig) -> Path:
    """The folder of mkdocs.yml: charters/ and standards/ stand beside it."""
    return Path(config.config_file_path or "mkdocs.yml").resolve().parent


def watched_folders(config: MkDocsConfig) -> tuple[Path, ...]:
    """The folders whose files make the site, beside those that MkDocs watches by itself."""
    return tuple(folder for name in FOLDERS if (folder := _root(config) / name).is_dir())


def _is_from_theme(file: File, config: MkDocsConfig) -> bool:
    return file.src_dir is not None and any(
        Path(file.src_dir) == Path(folder) for folder in config.theme.dirs
    )


def _address(file: File, folder: str) -> str:
    url = file.url.removesuffix("index.html")
    return "" if url in (".", "./") else url.removeprefix("./").removeprefix(folder).replace("./", "")


def _same(content: bytes) -> bytes:
    return content
