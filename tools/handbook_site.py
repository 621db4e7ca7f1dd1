"""A hook of MkDocs: builds the handbook in the language that HANDBOOK_LANGUAGE names (mkdocs.handbook.yml).

Each language is a site of its own, so that its menu and its search hold nothing of another one. A page is called
`name.<language>.md`; one without a language is English, and stands in every language with a sentence that says so.
"""

from __future__ import annotations

import posixpath
import re
import sys
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import urlsplit

from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

# A hook is loaded by its file, so the folder beside it is not known to Python.
sys.path.insert(0, str(Path(__file__).resolve().parent))
import looks
from handbook_words import WORDS

FIRST = "en"
_EN_PAGE = re.compile(r"(?<=\w)\.en\.md(?=[)#])")


@event_priority(100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """The settings of one language: its name, its address, its menu, its search. They come before the search's own."""
    language = config.theme["language"]
    words = WORDS[language]
    config.plugins["material/search"].config.lang = [words.search]
    config.site_name = words.site
    if language != FIRST:
        config.site_url = f"{config.site_url}{language}/"
        config.site_dir = str(Path(config.site_dir) / language)
    config.nav = [_entry(item, language, Path(config.docs_dir)) for item in config.nav or []]
    return config


class _Compiled(BytecodeCache):
    """The theme's templates as they were compiled for the first language: the others are built with the same ones."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        kept = self._kept.get((bucket.key, bucket.checksum))
        if kept is not None:
            bucket.bytecode_from_string(kept)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._kept[bucket.key, bucket.checksum] = bucket.bytecode_to_string()


_COMPILED = _Compiled()


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """What takes a second for each language is done once."""
    env.bytecode_cache = _COMPILED
    return env


def _entry(item: Any, language: str, docs: Path) -> Any:
    """An entry of the menu, with the page of this language and the words of this language."""
    if isinstance(item, dict):
        return {
            WORDS[language].sections.get(heading, heading): [_entry(one, language, docs) for one in items]
            for heading, items in item.items()
        }
    translated = str(PurePosixPath(item).with_suffix(f".{language}.md"))
    if (docs / translated).is_file():
        return translated
    name = WORDS[language].english.get(item)
    return {name: item} if name else item


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """The files of this language, and those of none; the language is no part of an address."""
    language = config.theme["language"]
    kept = []
    for file in files:
        its_own = _language(file)
        if its_own in (None, language):
            kept.append(file)
        if its_own == language:
            _place(file, config)
    kept += [File.generated(config, name, content=content) for name, content in looks.files().items()]
    return Files(kept)


def _language(file: File) -> str | None:
    found = PurePosixPath(file.src_uri).stem.rpartition(".")[2]
    return found if file.src_uri.endswith(".md") and found in WORDS else None


def _place(file: File, config: MkDocsConfig) -> None:
    path = PurePosixPath(file.src_uri)
    plain = str(path.with_name(f"{path.stem.rpartition('.')[0]}.md"))
    model = File(plain, config.docs_dir, config.site_dir, config.use_directory_urls)
    file.name = model.name
    file.dest_uri = model.dest_uri


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Leads from an English page in another language's handbook to the pages of that language."""
    return markdown if _language(page.file) else _EN_PAGE.sub(f".{config.theme['language']}.md", markdown)


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Says of an English page in another language's handbook that it is English, to people and to screen readers."""
    sentence = WORDS[config.theme["language"]].only_english
    if not sentence or _language(page.file):
        return html
    return f'<p><em>{sentence}</em></p>\n<div lang="{FIRST}">\n{html}\n</div>'


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Any) -> dict[str, Any]:
    """Names the same page in each language, for the theme."""
    config.extra["alternate"] = [
        {"name": words.name, "lang": language, "link": _address(language, page, config)}
        for language, words in WORDS.items()
    ]
    return context


def _address(language: str, page: Page, config: MkDocsConfig) -> str:
    """The whole address: the theme would shorten a relative one wrongly where both languages have the same path."""
    its_own = config.theme["language"]
    root = str(config.site_url).removesuffix("" if its_own == FIRST else f"{its_own}/")
    return f"{root}{'' if language == FIRST else f'{language}/'}{page.url}"


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Makes the links between the languages relative, so that they work wherever the handbook is put."""
    own = urlsplit(_address(config.theme["language"], page, config)).path
    for language in WORDS:
        address = _address(language, page, config)
        link = posixpath.relpath(urlsplit(address).path, own) + "/"
        output = output.replace(f'<a href="{address}" hreflang', f'<a href="{link}" hreflang')
    return output
