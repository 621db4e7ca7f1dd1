"""Previews the site while it is written: a page is made when it is asked for, from the records as they are now."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files, get_files
from mkdocs.structure.pages import Page

from charterkit.engine.edition import Edition
from charterkit.engine.handwritten import Source, in_language, listed, sources
from charterkit.engine.pages import language_file, rendered
from charterkit.engine.plugin import CharterPlugin
from charterkit.files import inside
from charterkit.richtext import clean_page

_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/x-icon",
    ".ics": "text/calendar; charset=utf-8",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".webp": "image/webp",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".xml": "application/xml",
}
LIVE_SCRIPT = "charterkit-live.js"
CHANGES = "charterkit-changes"
# Reloads the page when the number of the edition changes; asks rarely, stops asking when the server is gone.
_LIVE = """(function () {
  var shown = null;
  function ask() {
    fetch("/%s").then(function (answer) { return answer.text(); }).then(function (now) {
      if (shown !== null && now !== shown) { location.reload(); return; }
      shown = now;
      setTimeout(ask, 700);
    }).catch(function () { setTimeout(ask, 3000); });
  }
  ask();
})();
"""


@dataclass(frozen=True)
class Answer:
    """What a browser gets: a status code, a media type, and bytes."""

    code: int
    type: str
    body: bytes


@dataclass
class Preview:
    """The site as the records say it at this moment. Safe to ask from several threads."""

    config: MkDocsConfig
    plugin: CharterPlugin
    number: int = 0
    _stale: bool = True
    _edition: Edition | None = None
    _sources: tuple[Source, ...] = ()
    _lock: threading.RLock = field(default_factory=threading.RLock)

    def touch(self) -> None:
        """Something was saved: look again before the next answer."""
        with self._lock:
            self._stale = True
            self.number += 1

    @property
    def edition(self) -> Edition:
        """The records as they are now."""
        with self._lock:
            if self._stale or self._edition is None:
                self._edition = self._fresh()
                self._stale = False
            return self._edition

    def _fresh(self) -> Edition:
        edition = self.plugin.read_edition(self.config, draft=True)
        files = get_files(self.config)
        self._sources = sources(files.documentation_pages(), edition.languages)
        edition.name_pages(listed(self._sources, edition.languages))
        return edition

    def answer(self, target: str) -> Answer:
        """The answer to a request for an address of the site."""
        path = unquote(urlsplit(target).path).lstrip("/")
        if path == CHANGES:
            return Answer(200, "text/plain; charset=utf-8", str(self.number).encode())
        if path == LIVE_SCRIPT:
            return Answer(200, _TYPES[".js"], (_LIVE % CHANGES).encode())
        with self._lock:
            return (
                self._page(path)
                or self._download(path)
                or self._search(path)
                or self._file(path)
                or self._not_found()
            )

    def _page(self, path: str) -> Answer | None:
        if path and not path.endswith(("/", "index.html")):
            return None
        edition = self.edition
        lang, address = _language_and_address(path.removesuffix("index.html"), edition.languages)
        document = self.document(address, lang)
        return _html(200, document) if document is not None else None

    def document(self, address: str, lang: str) -> str | None:
        """The document at an address in a language; None where there is no such page."""
        edition = self.edition
        if edition.renderer is None:
            return edition.trouble_page(lang)
        source = in_language(self._sources, lang, edition.languages).get(address)
        if address and edition.has(address, lang):
            return edition.document(address, lang, preview=True)
        if source is None and address:
            return None
        title, html = self._markdown(source, lang) if source is not None else ("", "")
        spoken = source.lang if source is not None else ""
        return edition.handwritten(address, lang, title, clean_page(html), spoken, preview=True)

    def _markdown(self, source: Source, lang: str) -> tuple[str, str]:
        """Title and HTML of a hand-written page, rendered by MkDocs with its links led to the pages of a language."""
        files = self._files(lang)
        file = files.src_uris[f"{source.stem}.md"]
        page = Page(None, file, self.config)
        page.read_source(self.config)
        page.render(self.config, files)
        return str(page.title or ""), page.content or ""

    def _files(self, lang: str) -> Files:
        """What hand-written pages of a language can link to: each other and the records' pages."""
        edition = self.edition
        files = Files(list(get_files(self.config).media_files()))
        for source in in_language(self._sources, lang, edition.languages).values():
            target = f"{edition.folder(lang)}{source.address}index.html"
            files.append(language_file(self.config, f"{source.stem}.md", target, source.file))
        for one in edition.pages(lang):
            target = f"{edition.folder(lang)}{one.address}index.html"
            if f"{one.address}index.md" not in files.src_uris:
                files.append(rendered(self.config, f"{one.address}index.md", target, bytes))
        return files

    def _download(self, path: str) -> Answer | None:
        downloads = self.edition.downloads
        lang, address = _language_and_address(path, self.edition.languages)
        if downloads is None or address not in downloads.addresses:
            return None
        return Answer(200, _type(path), downloads.make(address, lang))

    def _search(self, path: str) -> Answer | None:
        lang, address = _language_and_address(path, self.edition.languages)
        if not address.startswith("find/") or not address.endswith(".js"):
            return None
        content = self.edition.search_files(lang).get(address)
        return Answer(200, _type(path), content) if content is not None else None

    def _file(self, path: str) -> Answer | None:
        common = dict(self.edition.common_files())
        if path in common:
            return Answer(200, _type(path), common[path])
        docs = Path(self.config.docs_dir)
        file = docs / path
        if path and file.is_file() and inside(docs, file) and file.suffix not in (".md", ".yml"):
            return Answer(200, _type(path), file.read_bytes())
        return None

    def _not_found(self) -> Answer:
        renderer = self.edition.renderer
        return _html(404, renderer.not_found() if renderer is not None else self.edition.trouble_page("en"))


def _language_and_address(path: str, languages: Sequence[str]) -> tuple[str, str]:
    first, _, rest = path.partition("/")
    return (first, rest) if first in languages[1:] else (languages[0], path)


def _html(code: int, document: str) -> Answer:
    live = f'<script src="/{LIVE_SCRIPT}"></script></body>'
    return Answer(code, _TYPES[".html"], document.replace("</body>", live).encode())


def _type(path: str) -> str:
    return _TYPES.get(Path(path).suffix.lower(), "application/octet-stream")
