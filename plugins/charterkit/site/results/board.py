"""The results board: every promise with its latest result, group by group."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from charterkit.rules.standing import MeasureStanding, PromiseStanding
from charterkit.site.context import Context, Link
from charterkit.site.parts import result_row
from charterkit.site.pieces import Piece
from charterkit.site.records import ended_note
from charterkit.site.results.slices import measure_name


@dataclass(frozen=True, slots=True)
class BoardRow:
    """A promise (or one of its measures) with its latest result that is due."""

    number: str
    title: Link
    measure: Piece | str
    period: str
    result: str
    target: str
    badge: Piece | str


@dataclass(frozen=True, slots=True)
class Board:
    """The promises of a group; `id` is unique in the page."""

    id: str
    title: Piece | str
    rows: tuple[BoardRow, ...]


def board(context: Context, id: str, title: Piece | str, promises: Iterable[PromiseStanding]) -> Board:
    """A group's part of the board."""
    return Board(id, title, tuple(row for one in promises for row in _rows(context, one)))


def _rows(context: Context, standing: PromiseStanding) -> Iterator[BoardRow]:
    if standing.has_ended(context.standing.today):
        yield _ended(context, standing)
        return
    if not standing.measures:
        yield _bare(context, standing, "")
    several = len(standing.measures) > 1
    for measure in standing.measures:
        yield _row(
            context,
            standing,
            measure,
            measure_name(context, measure) if several or measure.measure.only else "",
        )


def _ended(context: Context, standing: PromiseStanding) -> BoardRow:
    """A promise that is no longer in force: an old verdict beside the others would look like one of today."""
    one = standing.commitment
    return BoardRow(
        one.number, context.commitment_link(one), "", "–", "–", "–", ended_note(context, one.ended)
    )


def _bare(context: Context, standing: PromiseStanding, measure: Piece | str) -> BoardRow:
    one = standing.commitment
    status = context.badges.promises[standing.status]
    return BoardRow(one.number, context.commitment_link(one), measure, "–", "–", "–", status)


def _row(
    context: Context, standing: PromiseStanding, measure: MeasureStanding, name: Piece | str
) -> BoardRow:
    if measure.current is None:
        return _bare(context, standing, name)
    one, result = standing.commitment, result_row(context, measure.current, measure.indicator)
    return BoardRow(
        one.number,
        context.commitment_link(one),
        name,
        result.period,
        result.result,
        result.target,
        result.badge,
    )
