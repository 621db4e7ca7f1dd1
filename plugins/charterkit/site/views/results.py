"""The results: how many promises are kept, what is overdue, and every promise with its latest result."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from charterkit.model.charter import Charter, Group
from charterkit.rules.years import reasons_today
from charterkit.site.context import Context, Link, PageHead
from charterkit.site.pages import BoardPart, Page
from charterkit.site.parts import NewestFigure, newest_figure
from charterkit.site.portfolio import Shelf, kept_sentence, shelves
from charterkit.site.quality.hub import improving_link
from charterkit.site.results.board import Board, board
from charterkit.site.results.duties import Late, late_figures, more_late
from charterkit.site.results.sides import body_table, field_table, year_table
from charterkit.site.results.take_along import TakeAlong, take_along
from charterkit.site.results.tallies import (
    CountRow,
    CountTable,
    Reasons,
    Tally,
    count_row,
    count_table,
    reasons,
    tally,
)

# As many overdue figures as the page names; the others are marked on the boards.
_OVERDUE: Final = 20
# As many years as the page names; a page of their own has all.
_YEARS: Final = 5


@dataclass(frozen=True, slots=True)
class CharterBoards:
    """The boards of one charter, or the ways to them where they stand on pages of their own."""

    title: Link
    kept: str
    boards: tuple[Board, ...]
    parts: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class ResultsView:
    """What the results page shows."""

    page: PageHead
    """Title, description and trail, for the shell."""
    lead: str
    """Of which day the page is, and what it takes into account."""
    tally: Tally | None
    """How many promises are in which state, with both shares; None where there is none."""
    reasons: Reasons | None
    """Why some promises could not be evaluated."""
    ways: tuple[CountTable, ...]
    """The ways to the promises of a charter, a body, a field and a year, each with its counts."""
    late: tuple[Late, ...]
    """Figures that should have been published, longest overdue first."""
    more_late: str
    """How many more there are; blank where all are named."""
    charters: tuple[CharterBoards, ...]
    """The boards, charter by charter; of long boards the ways to their parts."""
    shelves: tuple[Shelf, ...]
    """Charters whose boards stand on pages of their own, under the bodies that publish them."""
    context_figures: tuple[NewestFigure, ...]
    """The newest figures that nobody judges: they help to understand the others."""
    improving: Link | None
    """The way to what is done about it; None where nothing is recorded."""
    take_along: TakeAlong | None
    """The files with all figures."""


def view(context: Context, page: Page) -> ResultsView:
    """The results page."""
    day = context.reader.words.day(context.standing.today)
    lead = context.say(
        "For each promise we show the latest period whose figures had to be published by now. Day shown: {day}.",
        day=day,
    )
    overdue, promises = late_figures(context), context.standing.promises.values()
    charters = context.publication.charters.values()
    alone = tuple(charter for charter in charters if _on_one_page(context, charter))
    return ResultsView(
        page=PageHead(context.say("Results"), lead, (context.home_link(),)),
        lead=lead,
        tally=tally(context, context.directory.total) if context.directory.total.all else None,
        reasons=reasons(context, reasons_today(context.standing, promises)),
        ways=tuple(_ways(context, tuple(one for one in charters if one not in alone))),
        late=overdue[:_OVERDUE],
        more_late=more_late(context, len(overdue) - _OVERDUE),
        charters=tuple(_charter(context, one) for one in charters if one not in alone),
        shelves=shelves(context, alone, lambda charter: f"results/charters/{charter.id}/"),
        context_figures=tuple(
            newest_figure(context, one) for one in context.standing.indicators.values() if one.is_context
        ),
        improving=improving_link(context),
        take_along=take_along(context),
    )


def part_title(context: Context, part: BoardPart) -> str:
    """What a part of a long board is called."""
    if not part.group:
        return context.reader.bare(context.publication.charters[part.charter].title)
    group = context.directory.groups[part.charter, part.group]
    title = context.reader.bare(group.title)
    return title if part.part == 1 else context.say("{group}, part {number}", group=title, number=part.part)


def _ways(context: Context, charters: tuple[Charter, ...]) -> Iterator[CountTable]:
    rows = tuple(row for place, charter in enumerate(charters, 1) for row in _way(context, charter, place))
    if rows:
        yield count_table(context, "by-charter", context.say("By charter and chapter"), rows)
    limit = _YEARS if len(context.directory.years) > _YEARS else None
    tables = body_table(context), field_table(context), year_table(context, limit)
    yield from (table for table in tables if table is not None)


def _way(context: Context, charter: Charter, place: int) -> Iterator[CountRow]:
    counts = context.directory.counts[charter.id]
    if counts.all:
        yield count_row(context, Link(context.line(charter.title), f"#charter-{place}"), counts)
    for group in charter.groups:
        promises = context.directory.promises.get((charter.id, group.id), ())
        if promises:
            title = Link(context.line(group.title), _board_of(context, charter, group))
            yield count_row(context, title, context.standing.counts_of(promises), within=True)


def _board_of(context: Context, charter: Charter, group: Group) -> str:
    if not context.directory.boards:
        return f"#board-{charter.id}-{group.id}"
    return context.links.to(f"results/charters/{charter.id}/{group.id}/")


def _on_one_page(context: Context, charter: Charter) -> bool:
    return any(not part.group for part in context.directory.boards_of.get(charter.id, ()))


def _charter(context: Context, charter: Charter) -> CharterBoards:
    kept = kept_sentence(context, context.directory.counts[charter.id])
    if context.directory.boards:
        parts = tuple(
            Link(part_title(context, part), context.links.to(part.address))
            for part in context.directory.boards_of.get(charter.id, ())
        )
        return CharterBoards(context.charter_link(charter), kept, (), parts)
    boards = charter_boards(context, charter)
    return CharterBoards(context.charter_link(charter), kept, boards, ())


def charter_boards(context: Context, charter: Charter) -> tuple[Board, ...]:
    """The whole board of a charter, group by group."""
    boards = (
        board(
            context,
            f"{charter.id}-{group.id}",
            context.line(group.title),
            context.directory.promises.get((charter.id, group.id), ()),
        )
        for group in charter.groups
    )
    return tuple(one for one in boards if one.rows)
