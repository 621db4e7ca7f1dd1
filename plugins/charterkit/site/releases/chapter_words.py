"""The chapters of a release as a reader meets them: their names, their ways, and what is in each."""

from __future__ import annotations

from dataclasses import dataclass

from charterkit.rules.releases.chapters import Chapter, ChapterSort
from charterkit.rules.releases.states import Dated
from charterkit.site.addresses import chapter_address
from charterkit.site.context import Context, Link
from charterkit.site.pieces import GAP, Piece, around, words_of
from charterkit.site.releases.sealed_parts import Whole
from charterkit.site.releases.sealed_text import chapter_title

_OF_PROMISES = frozenset({ChapterSort.PROMISES, ChapterSort.ADOPTED})


@dataclass(frozen=True, slots=True)
class ChapterEntry:
    """A chapter in the table of contents: its name, leading there, and how much is in it."""

    title: Link
    note: str


@dataclass(frozen=True, slots=True)
class ChapterEntries:
    """The table of contents: the promises, and behind them what they rest on."""

    promises: tuple[ChapterEntry, ...]
    others: tuple[ChapterEntry, ...]


def table_of_contents(found: Whole, one: Dated) -> ChapterEntries:
    """All chapters of a release."""
    all = found.context.directory.versions.chapters(one)
    return ChapterEntries(
        tuple(_entry(found, one, chapter) for chapter in all if chapter.sort in _OF_PROMISES),
        tuple(_entry(found, one, chapter) for chapter in all if chapter.sort not in _OF_PROMISES),
    )


def chapter_link(found: Whole, one: Dated, chapter: Chapter) -> Link:
    """The name of a chapter, leading to it."""
    return Link(chapter_name(found, chapter), way_to(found.context, one, chapter.name))


def way_to(context: Context, one: Dated, name: str) -> str:
    """The way to the chapter of this name; to the front page of the release where it is blank."""
    return context.links.to(chapter_address(one.release.charter, one.release.version, name))


def chapter_name(found: Whole, chapter: Chapter) -> Piece | str:
    """What a chapter is called, and which part of it this is."""
    title = chapter_title(found, chapter)
    if chapter.parts == 1:
        return title
    named = found.say("{title}, {part}", title=GAP, part=part_words(found, chapter))
    return around(named, title) if isinstance(title, Piece) else named.replace(GAP, title)


def bare_name(found: Whole, chapter: Chapter) -> str:
    """The same as bare words, for titles and descriptions."""
    return words_of(chapter_name(found, chapter))


def part_words(found: Whole, chapter: Chapter) -> str:
    """Which part of a long chapter this is; blank for a whole one."""
    if chapter.parts == 1:
        return ""
    return found.say("part {part} of {parts}", part=chapter.part, parts=chapter.parts)


def _entry(found: Whole, one: Dated, chapter: Chapter) -> ChapterEntry:
    return ChapterEntry(chapter_link(found, one, chapter), _amount(found, chapter))


def _amount(found: Whole, chapter: Chapter) -> str:
    """How much is in a chapter; of a single document, what it is."""
    count, n = found.context.reader.words.count, len(chapter.keys)
    match chapter.sort:
        case ChapterSort.PROMISES | ChapterSort.ADOPTED:
            return count("{n} promise", "{n} promises", n)
        case ChapterSort.STANDARDS:
            return count("{n} standard", "{n} standards", n)
        case ChapterSort.INDICATORS:
            return count("{n} indicator", "{n} indicators", n)
        case ChapterSort.SERVICES:
            return count("{n} service", "{n} services", n)
        case ChapterSort.PROCEDURE:
            return found.say("Procedure")
        case _:
            return ""
