"""The list from A to Z: on one page while it is short, else a page for each letter, long ones in parts.

An address holds the letter in Latin without diacritics, as a keyboard of any country writes it (`find/s/` for S and Š). So
a new record may bring new pages, and takes away or renames none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, TypeAlias

from charterkit.richtext import to_plain
from charterkit.site.alphabet import Letter, letter_of, letters_of, sort_key
from charterkit.site.context import Context
from charterkit.site.pages import Kind, Page
from charterkit.site.search.entries import Entry, entries

# What a page holds, in characters: its entries with so many for the marks around each. A page of the most varied texts
# stays so under 10 kB compressed.
_FULL: Final = 12_000
_AROUND: Final = 60
# Of longer texts lists show the beginning.
_SHOWN: Final = 300
# The titles between which a part lies are named with so many characters.
_GUIDE: Final = 28

Titled: TypeAlias = tuple[str, Entry]


@dataclass(frozen=True, slots=True)
class Way:
    """A name and the address that it leads to, below the language."""

    name: str
    address: str


@dataclass(frozen=True, slots=True)
class LetterPage(Page):
    """The entries under a letter, or a part of them (from 1) where they are many.

    `key` is the letter as it stands in the address. A page leads to the other letters and to the parts of its own.
    """

    name: str = ""
    part: int = 1
    entries: tuple[Entry, ...] = ()
    letters: tuple[Way, ...] = ()
    parts: tuple[Way, ...] = ()


def in_order(context: Context) -> tuple[Entry, ...]:
    """All entries of the list, in alphabetical order."""
    return tuple(entry for _, entry in _titled(context))


def letter_pages(context: Context) -> tuple[LetterPage, ...]:
    """The pages of a long list, in their order; none where it is short enough for one."""
    titled = _titled(context)
    if sum(map(_weight, titled)) <= _FULL:
        return ()
    lang = context.reader.lang
    by_letter: dict[Letter, list[Titled]] = {}
    for one in titled:
        by_letter.setdefault(letter_of(one[0], lang), []).append(one)
    letters = [letter for letter in letters_of(lang) if letter in by_letter]
    ways = tuple(Way(letter_name(context, letter), _address(letter, 1)) for letter in letters)
    return tuple(
        page
        for letter, way in zip(letters, ways, strict=True)
        for page in _pages(letter, way.name, by_letter[letter], ways)
    )


def letter_name(context: Context, letter: Letter) -> str:
    """What people call it."""
    return letter.name or context.say("Other letters")


def _titled(context: Context) -> list[Titled]:
    bare, lang = context.reader.bare, context.reader.lang
    titled = [(one.title if isinstance(one.title, str) else bare(one.title), one) for one in entries(context)]
    return sorted(titled, key=lambda pair: sort_key(pair[0], lang))


def _pages(letter: Letter, name: str, titled: list[Titled], ways: tuple[Way, ...]) -> Iterator[LetterPage]:
    chunks = tuple(_chunks(titled))
    parts = tuple(Way(_guide(chunk), _address(letter, number)) for number, chunk in enumerate(chunks, 1))
    for number, chunk in enumerate(chunks, 1):
        entries = tuple(entry for _, entry in chunk)
        address = _address(letter, number)
        more = parts if len(parts) > 1 else ()
        yield LetterPage(Kind.LETTER, address, letter.slug, "", name, number, entries, ways, more)


def _chunks(titled: Iterable[Titled]) -> Iterator[list[Titled]]:
    chunk: list[Titled] = []
    filled = 0
    for one in titled:
        weight = _weight(one)
        if chunk and filled + weight > _FULL:
            yield chunk
            chunk, filled = [], 0
        chunk.append(one)
        filled += weight
    yield chunk


def _weight(one: Titled) -> int:
    title, entry = one
    # Texts are about as long in every language.
    text = max(map(len, entry.lead.values()), default=0)
    return _AROUND + len(title) + min(text, _SHOWN)


def _guide(chunk: list[Titled]) -> str:
    """The first and the last title of a part, as over the columns of a dictionary."""
    first, last = (to_plain(title, _GUIDE) for title, _ in (chunk[0], chunk[-1]))
    return f"{first} – {last}"


def _address(letter: Letter, part: int) -> str:
    return f"find/{letter.slug}/" if part == 1 else f"find/{letter.slug}/{part}/"
