"""A chapter of a release in full: word for word, for ever at the same address."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from charterkit.rules.releases.chapters import Chapter
from charterkit.rules.releases.states import Dated, ReleaseState
from charterkit.site.context import Context, Link, PageHead
from charterkit.site.pages import Page
from charterkit.site.pieces import words_of
from charterkit.site.releases.approval import CHECK_SCRIPT, Verify, verify, version_link
from charterkit.site.releases.chapter_words import bare_name, chapter_link, part_words, way_to
from charterkit.site.releases.sealed_parts import SealedItem, SealedPart, Whole
from charterkit.site.releases.sealed_text import chapter_text, whole
from charterkit.site.releases.state_words import banner, print_mark, state_line
from charterkit.site.results.verdicts import Badge
from charterkit.site.views.version import found, in_force_now, translated, up
from charterkit.site.views.versions import trail
from charterkit.text import sentences

# A list of contents helps where there is something to choose from and to leap over: so many records, and more lines than
# two or three screens hold. A reader of less scrolls, and has found the place before the list is open.
_MANY = 4
_LONG = 75
# So many signs fill a line of the column; a record takes so many lines for its heading and the space around it.
_LINE = 60
_HEADING = 4


@dataclass(frozen=True, slots=True)
class Step:
    """The way to the chapter before or after; `word` says which."""

    word: str
    link: Link


@dataclass(frozen=True, slots=True)
class VersionChapterView:
    """What the page of a chapter shows."""

    page: PageHead
    """Title, description and trail, for the shell."""
    kicker: str
    """Of which charter and version it is a chapter."""
    part: str
    """Which part of a long chapter it is; blank for a whole one."""
    state: Badge
    """How far the version has come, and from when until when it holds or held."""
    banner: str
    """That the text does not hold, and why; blank for the one in force."""
    instead: Link | None
    """The way to the text in force, from one that is not."""
    print_mark: str
    """What stands on every printed sheet of a text that does not hold."""
    translated: str
    """That the page is a translation; blank in a language of the decision."""
    contents: tuple[Link, ...]
    """The records on the page, folded; none on a short page."""
    chapter: SealedPart
    """The text."""
    verify: Verify
    """How it can be checked."""
    by_hand: str
    """Where it is told how to do so by hand."""
    steps: tuple[Step, ...]
    """The chapters before and after."""
    front: Link
    """The way back to all chapters."""


def view(context: Context, page: Page) -> VersionChapterView:
    """The page of a chapter."""
    one, name = found(context, page.key), page.key.split("/", 2)[2]
    text = whole(context, one, name)
    all = context.directory.versions.chapters(one)
    place = next(place for place, chapter in enumerate(all) if chapter.name == name)
    chapter, shown = all[place], chapter_text(text, all[place])
    front = way_to(context, one, "")
    return VersionChapterView(
        page=_head(context, one, text, chapter),
        kicker=_of(context, one, text),
        part=part_words(text, chapter),
        state=state_line(context, one),
        banner=banner(context, one),
        instead=_instead(context, one, chapter),
        print_mark=print_mark(context, one),
        translated="" if text.comparable else translated(context, one.release),
        contents=tuple(_contents(shown)),
        chapter=shown,
        verify=verify(context, one, name),
        by_hand=f"{front}#verify",
        steps=tuple(_steps(text, one, all, place)),
        front=Link(
            context.say("All chapters of version {version}", version=one.release.version),
            f"{front}#chapters",
        ),
    )


def _of(context: Context, one: Dated, text: Whole) -> str:
    charter = context.reader.bare(text.records.charters[one.release.charter].title)
    return context.say("{charter}, version {version}", charter=charter, version=one.release.version)


def _head(context: Context, one: Dated, text: Whole, chapter: Chapter) -> PageHead:
    name, of = bare_name(text, chapter), _of(context, one, text)
    charter = context.publication.charters[one.release.charter]
    return PageHead(
        f"{name} – {of}",
        sentences(of, name, _told(context, one)),
        (*trail(context, charter), up(context, one), version_link(context, one)),
        CHECK_SCRIPT,
        hidden=one.state is not ReleaseState.IN_FORCE,
    )


def _told(context: Context, one: Dated) -> str:
    if one.since is None:
        return banner(context, one)
    day = context.reader.words.day(one.since)
    return context.say("A chapter of the text as it was approved. In force from {day}.", day=day)


def _instead(context: Context, one: Dated, chapter: Chapter) -> Link | None:
    """The same chapter of the version in force; the front page of that where it has none of this name."""
    now = context.directory.versions.in_force(one.release.charter)
    link = in_force_now(context, one)
    if now is None or link is None:
        return None
    ids = {other.id for other in context.directory.versions.chapters(now)}
    return Link(link.text, way_to(context, now, chapter.id if chapter.id in ids else ""))


def _contents(shown: SealedPart) -> Iterator[Link]:
    items = [item for item in shown.items if item.id]
    is_long = len(items) >= _MANY and sum(map(_lines, items)) > _LONG
    for item in items if is_long else ():
        yield Link(item.title.text, f"#{item.id}")


def _lines(item: SealedItem) -> int:
    """About as many lines as a record takes on the page."""
    texts = (*item.leads, *(value for row in item.rows for value in row.values))
    return _HEADING + sum(1 + len(words_of(one.text)) // _LINE for one in texts)


def _steps(text: Whole, one: Dated, all: tuple[Chapter, ...], place: int) -> Iterator[Step]:
    if place > 0:
        yield Step(text.say("Chapter before:"), chapter_link(text, one, all[place - 1]))
    if place + 1 < len(all):
        yield Step(text.say("Chapter after:"), chapter_link(text, one, all[place + 1]))
