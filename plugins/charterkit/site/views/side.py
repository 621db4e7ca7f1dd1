"""The results from one side: all promises of a body, or all about one side of quality, with what came of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from charterkit.model.commitment import Dimension
from charterkit.rules.standing import PromiseStanding
from charterkit.rules.years import reasons_today
from charterkit.site.bodies import gathered
from charterkit.site.context import Context, Link, PageHead
from charterkit.site.pages import BOARD_ROWS, Page
from charterkit.site.pieces import Piece
from charterkit.site.results.board import Board, board
from charterkit.site.results.sides import body_table, field_name, field_table
from charterkit.site.results.tallies import CountTable, Reasons, Tally, count_row, count_table, reasons, tally
from charterkit.site.sharing.descriptions import group_description

Promises = tuple[PromiseStanding, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """What a side is called: its sort, its name, and the title of its page in a list of pages."""

    kicker: str
    title: Piece | str
    head: str


@dataclass(frozen=True, slots=True)
class SideView:
    """What the results from one side show."""

    page: PageHead
    """Title, description and trail, for the shell."""
    kicker: str
    """Which sort of side it is."""
    title: Piece | str
    """The body, or the side of quality."""
    body: Link | None
    """The way to the page of the body."""
    tally: Tally | None
    """How many of the promises are in which state; None where none holds any more."""
    reasons: Reasons | None
    """Why some could not be evaluated."""
    boards: tuple[Board, ...]
    """The promises with their latest results, charter by charter."""
    charters: CountTable | None
    """In place of the boards, where they would be too long: the charters with their counts."""
    others: CountTable | None
    """All bodies, or all sides of quality."""


def view(context: Context, page: Page) -> SideView:
    """The results of a body, or of a side of quality."""
    if page.address.startswith("results/bodies/"):
        body = context.directory.bodies[page.key]
        own = context.directory.body_records[body.id].own
        head = context.say("Results: {group}", group=context.reader.bare(body.name))
        way = Link(context.say("About this body"), context.links.to(f"bodies/{body.id}/"))
        told = Told(context.say("By body"), context.line(body.name), head)
        return _view(context, own, told, way, body_table(context))
    field = Dimension(page.key)
    name = field_name(context, field)
    told = Told(context.say("By side of quality"), name, context.say("{field}: results", field=name))
    return _view(context, context.directory.fields[field], told, None, field_table(context))


def _view(
    context: Context,
    promises: Promises,
    told: Told,
    body: Link | None,
    others: CountTable | None,
) -> SideView:
    counts = context.standing.counts_of(promises)
    trail = (context.home_link(), context.section_link(context.say("Results"), "results/"))
    is_long = sum(max(1, len(one.measures)) for one in promises) > BOARD_ROWS
    return SideView(
        page=PageHead(told.head, group_description(context, told.head, counts), trail),
        kicker=told.kicker,
        title=told.title,
        body=body,
        tally=tally(context, counts) if counts.all else None,
        reasons=reasons(context, reasons_today(context.standing, promises)),
        boards=() if is_long else tuple(_boards(context, promises)),
        charters=_charters(context, promises) if is_long else None,
        others=others,
    )


def _boards(context: Context, promises: Promises) -> Iterator[Board]:
    for id, ones in gathered(promises, lambda one: (one.commitment.charter,)).items():
        yield board(context, id, context.charter_name(id), ones)


def _charters(context: Context, promises: Promises) -> CountTable:
    rows = (
        count_row(context, context.link_to_charter(id), context.standing.counts_of(ones))
        for id, ones in gathered(promises, lambda one: (one.commitment.charter,)).items()
    )
    return count_table(context, "by-charter", context.say("By charter"), tuple(rows))
