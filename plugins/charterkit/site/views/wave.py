"""A wave of a programme: its bodies, and where each of their deliverables stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from charterkit.model.programme import Wave
from charterkit.rules.quality.progress import ItemState, Member, Progress, items_of
from charterkit.site.context import Context, Fact, Link, PageHead
from charterkit.site.pages import Page
from charterkit.site.pieces import Piece
from charterkit.site.quality import programme_words as words_of
from charterkit.site.quality.programme_rows import ItemCell, item_cell
from charterkit.site.records import source_link
from charterkit.site.results.verdicts import Badge


@dataclass(frozen=True, slots=True)
class MemberRow:
    """A body with its deliverables, in the order of the columns."""

    body: Link
    level: str
    cells: tuple[ItemCell, ...]


@dataclass(frozen=True, slots=True)
class WaveView:
    """What the page of a wave shows."""

    page: PageHead
    """Title, description and trail, for the shell."""
    programme: Piece
    """The programme to which it belongs."""
    title: Piece
    """What the wave is called."""
    when: str
    """From when until when."""
    text: Piece
    """What is particular about it."""
    delivered: str
    """How many deliverables were delivered."""
    of_owed: str
    """Of how many."""
    told: tuple[str, ...]
    """How many bodies are in it, and as of which day all this is."""
    states: tuple[tuple[Badge, str], ...]
    """How many deliverables are in each state."""
    due: tuple[Fact, ...]
    """The last days."""
    heads: tuple[Piece, ...]
    """The deliverables."""
    rows: tuple[MemberRow, ...]
    """The bodies."""
    others: tuple[Link, ...]
    """The other waves."""
    source: Link | None
    """The way to the file of the programme."""


def view(context: Context, page: Page) -> WaveView:
    """The page of a wave."""
    id, _, own = page.key.partition("/")
    progress = context.standing.programmes[id]
    programme = progress.programme
    wave = next(one for one in programme.waves if one.id == own)
    members = progress.of_wave(own)
    owed = items_of(members)
    done = sum(one.state is ItemState.DELIVERED for one in owed)
    name = context.reader.bare(wave.title)
    title = context.say("{wave}: {programme}", wave=name, programme=context.reader.bare(programme.title))
    return WaveView(
        page=PageHead(title, title, words_of.trail(context, progress)),
        programme=context.line(programme.title),
        title=context.line(wave.title),
        when=words_of.of_wave(context, wave),
        text=context.block(wave.text),
        delivered=words_of.number(context, done) if owed else "",
        of_owed=context.say("of {number}", number=words_of.number(context, len(owed))),
        told=tuple(_told(context, progress, wave)),
        states=words_of.state_counts(context, owed),
        due=tuple(_due(context, progress, wave)),
        heads=tuple(context.line(one.title) for one in programme.deliverables),
        rows=tuple(_row(context, id, one) for one in members),
        others=tuple(words_of.wave_link(context, id, one) for one in programme.waves if one.id != own),
        source=source_link(context, programme.file),
    )


def _told(context: Context, progress: Progress, wave: Wave) -> Iterator[str]:
    words, members = context.reader.words, progress.of_wave(wave.id)
    yield words.count("{n} body takes part.", "{n} bodies take part.", len(members))
    if wave.places is not None:
        yield words.count("There is {n} place.", "There are {n} places.", wave.places)
    if members:
        done = sum(one.state is ItemState.DELIVERED for one in items_of(members))
        yield words.count("{n} deliverable is there.", "{n} deliverables are there.", done)
    yield context.say("As of {day}.", day=words.day(progress.today))


def _due(context: Context, progress: Progress, wave: Wave) -> Iterator[Fact]:
    for one in progress.programme.deliverables:
        day = wave.due_day(one.id)
        if day is not None:
            title = context.reader.bare(one.title)
            yield Fact(title, (Link(context.reader.words.day(day)),))


def _row(context: Context, programme: str, one: Member) -> MemberRow:
    return MemberRow(
        words_of.member_link(context, programme, one.body),
        words_of.body_level(context, one.body),
        tuple(item_cell(context, item) for item in one.items),
    )
