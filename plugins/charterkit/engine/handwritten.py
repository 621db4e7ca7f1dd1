"""Pages of docs/: which there are, in which languages, at which address, under which title."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from mkdocs.structure.files import File
from mkdocs.utils.meta import get_data

from charterkit.richtext import to_plain
from charterkit.site.context import HandWritten

_HEADING = re.compile(r"^# +(.+?) *#*$", re.MULTILINE)
_TAG = re.compile(r"</?[a-zA-Z][^>]*>|<!--.*?-->", re.DOTALL)
# What stands between the parts of a text, as in the records' texts.
_APART = " · "


@dataclass(frozen=True)
class Source:
    """One Markdown file of docs/: the page that it belongs to, and its language ("" where its name has none)."""

    stem: str
    lang: str
    file: File

    @property
    def address(self) -> str:
        """The address of its page below the language's folder: `about/` for about.md, blank for index.md."""
        path = PurePosixPath(self.stem)
        folder = path.parent if path.name in ("index", "README") else path
        return "" if folder == PurePosixPath(".") else f"{folder}/"

    @property
    def title(self) -> str:
        """The title in the front matter, else the first heading, else the name of the file."""
        markdown, meta = get_data(self.file.content_string)
        heading = _HEADING.search(markdown)
        return str(meta.get("title") or (heading.group(1) if heading else PurePosixPath(self.stem).name))

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The words of the text without its title, a paragraph, heading or list each."""
        markdown, _ = get_data(self.file.content_string)
        body = _TAG.sub(" ", _HEADING.sub("", markdown, count=1))
        plain = (" ".join(to_plain(part).split()) for part in re.split(r"\n\s*\n", body))
        return tuple(part for part in plain if part)


def sources(files: Iterable[File], languages: Sequence[str]) -> tuple[Source, ...]:
    """The Markdown files with their languages; `about.lt.md` is the page `about` in Lithuanian."""
    return tuple(_source(file, languages) for file in files)


def _source(file: File, languages: Sequence[str]) -> Source:
    path = PurePosixPath(file.src_uri).with_suffix("")
    lang = path.suffix.removeprefix(".")
    if lang in languages:
        return Source(path.with_suffix("").as_posix(), lang, file)
    return Source(path.as_posix(), "", file)


def in_language(found: Iterable[Source], lang: str, languages: Sequence[str]) -> dict[str, Source]:
    """The source of each page for a reader of a language: their own, else the first language's, else any."""
    order = (lang, languages[0], "", *languages)
    chosen: dict[str, Source] = {}
    for source in sorted(found, key=lambda one: (one.stem, order.index(one.lang))):
        chosen.setdefault(source.address, source)
    return chosen


def listed(found: Sequence[Source], languages: Sequence[str]) -> tuple[HandWritten, ...]:
    """The pages with their titles by language, for the footer and the index; the home page is no page of its own."""
    return tuple(_listed(found, languages))


def _listed(found: Sequence[Source], languages: Sequence[str]) -> Iterator[HandWritten]:
    by_language = {lang: in_language(found, lang, languages) for lang in languages}
    for address in sorted(by_language[languages[0]]):
        if address:
            titles = {lang: by_language[lang][address].title for lang in languages}
            told = {lang: by_language[lang][address].paragraphs for lang in languages}
            leads = {lang: parts[0] for lang, parts in told.items() if parts}
            texts = {lang: _APART.join(parts[1:]) for lang, parts in told.items() if parts[1:]}
            yield HandWritten(address, titles, leads, texts)
