"""The results: how many promises are kept, what is overdue, and every promise with its latest result."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from charterkit.rules.standing import Counts, MeasureStanding
from charterkit.rules.timeline import Outcome
from charterkit.site.board import Board, board
from charterkit.site.context import Context, Link, PageHead
from charterkit.site.pages import BoardPart, Page
from charterkit.site.parts import Tally, tally
from charterkit.site.pieces import Piece
from charterkit.site.slices import measure_name

# As many overdue figures as the page names; the others are marked on the boards.
_OVERDUE: Final = 50


@dataclass(frozen=True, slots=True)
class Late:
    """A figure that should have been published: for which promise, which period, since when, by whom."""

    title: Link
    measure: Piece
    period: str
    since: str
    owner: Link


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
    late: tuple[Late, ...]
    """Figures that should have been published, longest overdue first."""
    more_late: str
    """How many more there are; blank where all are named."""
    charters: tuple[CharterBoards, ...]
    """The boards, charter by charter."""
    context_figures: tuple[Link, ...]
    """Indicators that no promise rests on."""


def view(context: Context, page: Page) -> ResultsView:
    """The results page."""
    day = context.reader.words.day(context.standing.today)
    lead = context.say(
        "For each promise the latest period counts that is over and due. Day shown: {day}.", day=day
    )
    overdue, counts = context.standing.overdue(), context.standing.counts()
    return ResultsView(
        page=PageHead(context.say("Results"), lead, (context.home_link(),)),
        lead=lead,
        tally=tally(context, counts) if counts.all else None,
        late=tuple(_late(context, measure, outcome) for measure, outcome in overdue[:_OVERDUE]),
        more_late=_more(context, len(overdue) - _OVERDUE),
        charters=tuple(_charter(context, charter) for charter in context.publication.charters),
        context_figures=tuple(
            context.result_link(id) for id, one in context.standing.indicators.items() if not one.measures
        ),
    )


def part_title(context: Context, part: BoardPart) -> str:
    """What a part of a long board is called."""
    group = context.directory.groups[part.charter, part.group]
    title = context.reader.bare(group.title)
    return title if part.part == 1 else context.say("{group}, part {number}", group=title, number=part.part)


def _late(context: Context, measure: MeasureStanding, outcome: Outcome) -> Late:
    words = context.reader.words
    due = words.day(outcome.due) if outcome.due else ""
    return Late(
        context.commitment_link(measure.commitment),
        measure_name(context, measure),
        words.period(outcome.period),
        context.say("It should have been published by {day}.", day=due),
        context.body_link(measure.indicator.owner.body),
    )


def _more(context: Context, number: int) -> str:
    if number <= 0:
        return ""
    return context.reader.words.count("{n} more figure is overdue.", "{n} more figures are overdue.", number)


def _kept(context: Context, counts: Counts) -> str:
    if not counts.all:
        return ""
    if not counts.evaluated:
        return context.say("No promise could be evaluated.")
    return context.reader.words.count(
        "{kept} of {n} promise is kept.", "{kept} of {n} promises are kept.", counts.all, kept=counts.kept
    )


def _charter(context: Context, id: str) -> CharterBoards:
    charter = context.publication.charters[id]
    kept = _kept(context, context.standing.counts(id))
    parts = tuple(
        Link(part_title(context, part), context.links.to(part.address))
        for part in context.directory.boards.values()
        if part.charter == id
    )
    if parts or context.directory.boards:
        return CharterBoards(context.charter_link(charter), kept, (), parts)
    boards = (
        board(
            context,
            f"{id}-{group.id}",
            context.line(group.title),
            context.directory.promises.get((id, group.id), ()),
        )
        for group in charter.groups
    )
    return CharterBoards(context.charter_link(charter), kept, tuple(one for one in boards if one.rows), ())
