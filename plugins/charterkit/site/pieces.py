"""Authored texts on their way into a page: safe HTML that says which language it is in.

A text that is missing in the reader's language is shown in another one, with its own `lang` attribute and a
mark in the reader's words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from html import escape, unescape
from typing import Final

from charterkit.richtext import Chapter, chapters, to_html, to_inline, to_plain
from charterkit.strings import Words, text_direction, words
from charterkit.text import Phrase, Text, numbers_held

# The class of the mark beside a text in another language; authored HTML can never carry it.
FALLBACK_CLASS: Final = "lang-note"
_MARK: Final = re.compile(rf'<span class="{FALLBACK_CLASS}">.*?</span>')
_TAG: Final = re.compile(r"<[^>]*>")


# Stands in a sentence for an authored text that is put in later; no text can hold it.
GAP: Final = "\x01"


@dataclass(frozen=True, slots=True)
class Piece:
    """HTML that a template places as it is, the language of its words, and whether another one was asked for.

    It is the only way in which HTML that no template made gets into a page: make one only from `richtext`,
    from escaped text, or from what a template of this package rendered.
    """

    html: str = ""
    lang: str = ""
    fallback: bool = False

    def __html__(self) -> str:
        return self.html

    def __bool__(self) -> bool:
        return bool(self.html)


@dataclass(frozen=True, slots=True)
class ChapterPiece:
    """A chapter of a long document; `id` is its anchor, the heading is blank where it has none."""

    id: str
    heading: Piece
    text: Piece


@dataclass(frozen=True, slots=True, eq=False)
class Reader:
    """Somebody who reads the site in one language: `order` says where to look for a text that it lacks."""

    lang: str
    order: tuple[str, ...]
    words: Words

    def line(self, text: Text) -> Piece:
        """A short text (a title, a name, a promise): characters as they are, no Markdown."""
        return _line(text, self)

    def unmarked(self, text: Text) -> Piece:
        """A short text without the mark of another language, for lists that name their language once."""
        phrase = self._read(text)
        html = escape(phrase.words, quote=False)
        if _needs_no_mark(phrase, self):
            return Piece(html, phrase.lang)
        return Piece(f"<span{_attributes(phrase.lang)}>{html}</span>", phrase.lang, phrase.is_fallback)

    def block(self, text: Text) -> Piece:
        """A long text as paragraphs, lists and headings (below the page's own sections)."""
        return _block(text, self)

    def chapters(self, text: Text) -> tuple[Piece, tuple[ChapterPiece, ...]]:
        """A document in chapters, and a note that it is in another language, where it is."""
        return _chapters(text, self)

    def brief(self, text: Text, limit: int | None = 240) -> Piece:
        """The beginning of a long text (or all of it), without its signs, for a list or a sentence."""
        phrase = self._read(text)
        return _inline(escape(to_plain(phrase.words, limit), quote=False), phrase, self)

    def plain(self, text: Text, limit: int | None = None) -> str:
        """The text as bare characters, for places without HTML: page titles, descriptions, sentences."""
        return to_plain(self._read(text).words, limit)

    def bare(self, text: Text) -> str:
        """A short text as bare characters, exactly as written."""
        return self._read(text).words

    def _read(self, text: Text) -> Phrase:
        return text.read(self.lang, self.order)


def reader(lang: str, order: tuple[str, ...]) -> Reader:
    """The reader of a language, with the voice of the nearest one that the product speaks."""
    return Reader(lang, order, words(lang))


@lru_cache(maxsize=8192)
def _line(text: Text, reader: Reader) -> Piece:
    phrase = text.read(reader.lang, reader.order)
    return _inline(escape(numbers_held(phrase.words), quote=False), phrase, reader)


@lru_cache(maxsize=2048)
def _block(text: Text, reader: Reader) -> Piece:
    phrase = text.read(reader.lang, reader.order)
    html = to_html(numbers_held(phrase.words), heading_shift=1) if phrase.words else ""
    if not html or _needs_no_mark(phrase, reader):
        return Piece(html, phrase.lang)
    note = f'<p class="{FALLBACK_CLASS}">{_note(phrase, reader)}</p>' if phrase.is_fallback else ""
    return Piece(
        f'<div class="flow"{_attributes(phrase.lang)}>{html}</div>{note}', phrase.lang, phrase.is_fallback
    )


@lru_cache(maxsize=256)
def _chapters(text: Text, reader: Reader) -> tuple[Piece, tuple[ChapterPiece, ...]]:
    phrase = text.read(reader.lang, reader.order)
    found = tuple(
        ChapterPiece(
            f"part-{number}", _in_language(to_inline(one.heading), phrase, reader), _body(one, phrase, reader)
        )
        for number, one in enumerate(chapters(numbers_held(phrase.words)), start=1)
    )
    note = f'<p class="{FALLBACK_CLASS}">{_note(phrase, reader)}</p>' if phrase.is_fallback and found else ""
    return Piece(note, reader.lang), found


def _body(chapter: Chapter, phrase: Phrase, reader: Reader) -> Piece:
    html = to_html(chapter.text) if chapter.text else ""
    return _in_language(html, phrase, reader, "div")


def _in_language(html: str, phrase: Phrase, reader: Reader, tag: str = "span") -> Piece:
    """HTML of a part of a text, which says in what language it is; the whole says once that it is another one."""
    if not html or _needs_no_mark(phrase, reader):
        return Piece(html, phrase.lang)
    flow = ' class="flow"' if tag == "div" else ""
    return Piece(f"<{tag}{flow}{_attributes(phrase.lang)}>{html}</{tag}>", phrase.lang, phrase.is_fallback)


def joined(between: str, *parts: Piece) -> Piece:
    """Several pieces as one, with a sign between them; each keeps the mark of its own language."""
    html = escape(between, quote=False).join(part.html for part in parts)
    return Piece(html, parts[0].lang, any(part.fallback for part in parts))


def around(said: str, inside: Piece) -> Piece:
    """A sentence with an authored text in the place of `GAP`; the text keeps the mark of its own language."""
    return Piece(escape(said, quote=False).replace(GAP, inside.html), fallback=inside.fallback)


def words_of(text: Piece | str) -> str:
    """The words of a piece of HTML, without the mark that they are in another language."""
    if isinstance(text, str):
        return text
    return unescape(_TAG.sub("", _MARK.sub("", text.html))).strip()


def bare_word(word: str) -> Piece:
    """A word that belongs to no language, such as the id of a slice."""
    return Piece(escape(word, quote=False))


def introduction(html: str, lang: str, reader: Reader) -> Piece:
    """The cleaned HTML of a hand-written introduction, marked where it is not in the reader's language."""
    phrase = Phrase(html.strip(), lang, reader.lang)
    if not phrase.words or _needs_no_mark(phrase, reader):
        return Piece(phrase.words, lang)
    note = f'<p class="{FALLBACK_CLASS}">{_note(phrase, reader)}</p>' if phrase.is_fallback else ""
    return Piece(f'<div class="flow"{_attributes(lang)}>{phrase.words}</div>{note}', lang, phrase.is_fallback)


def _inline(html: str, phrase: Phrase, reader: Reader) -> Piece:
    if not html or _needs_no_mark(phrase, reader):
        return Piece(html, phrase.lang)
    note = f' <span class="{FALLBACK_CLASS}">{_note(phrase, reader)}</span>' if phrase.is_fallback else ""
    return Piece(f"<span{_attributes(phrase.lang)}>{html}</span>{note}", phrase.lang, phrase.is_fallback)


def _needs_no_mark(phrase: Phrase, reader: Reader) -> bool:
    # The page itself is in the language of its interface, which is not always the one asked for.
    return not phrase.is_fallback and phrase.lang == reader.words.lang


def _attributes(lang: str) -> str:
    return f' lang="{escape(lang)}" dir="{text_direction(lang)}"'


def _note(phrase: Phrase, reader: Reader) -> str:
    language = reader.words.language_name(phrase.lang)
    return escape(reader.words.say("(in {language})", language=language), quote=False)
