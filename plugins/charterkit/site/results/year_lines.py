"""The promises of a year: each in one line, and those that were missed with the reason."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from charterkit.rules.standing import MeasureStanding
from charterkit.rules.status import EVALUATED, PromiseStatus, Status
from charterkit.rules.timeline import Outcome
from charterkit.rules.years import YearPromise, YearStanding, counted_reasons
from charterkit.site.bodies import gathered
from charterkit.site.context import Context, Link
from charterkit.site.parts import result_row
from charterkit.site.pieces import Piece, joined
from charterkit.site.results.board import Board, BoardRow
from charterkit.site.results.slices import measure_name

# As long as a cause or an action may be here; the page of the promise has it in full.
_BRIEF: Final = 120


@dataclass(frozen=True, slots=True)
class Miss:
    """A figure that missed its target: what it is of, what came out, why, what is done about it and by when."""

    name: Piece | str
    told: str
    cause: Piece
    action: Piece
    action_by: str


@dataclass(frozen=True, slots=True)
class Missed:
    """A promise that was not kept, or only partly, with every figure that missed."""

    number: str
    title: Link
    badge: Piece
    misses: tuple[Miss, ...]


def year_boards(context: Context, standing: YearStanding) -> Iterator[Board]:
    """Every promise of a year in one line, charter by charter."""
    for id, ones in gathered(standing.promises, charter_of).items():
        yield Board(id, context.charter_name(id), tuple(_row(context, one) for one in ones))


def charter_of(one: YearPromise) -> tuple[str]:
    """The charter in which a promise stands."""
    return (one.standing.commitment.charter,)


def _row(context: Context, one: YearPromise) -> BoardRow:
    """A promise in one line: of several figures the one that decided, which is the first that missed."""
    commitment = one.standing.commitment
    badge, link = _badge(context, one), context.commitment_link(commitment)
    if not one.results:
        return BoardRow(commitment.number, link, "", "–", "–", "–", badge)
    measure, outcome = min(one.results, key=lambda pair: _weight(pair[1].status))
    told = result_row(context, outcome, measure.indicator)
    is_part = len(one.standing.measures) > 1 or measure.measure.only
    name = measure_name(context, measure) if is_part else ""
    return BoardRow(commitment.number, link, name, told.period, told.result, told.target, badge)


def _weight(status: Status) -> int:
    """What decides first: a miss, then what met its target, then what says nothing."""
    if status not in EVALUATED:
        return 2
    return 1 if status is Status.MET else 0


def _badge(context: Context, one: YearPromise) -> Piece:
    badge = context.badges.promises[one.status]
    if one.status is not PromiseStatus.NOT_EVALUATED:
        return badge
    reason = next(iter(counted_reasons([[outcome.status for _, outcome in one.results]])))
    return joined(" ", badge, context.badges.results[reason])


def missed(context: Context, one: YearPromise) -> Missed:
    """A promise that was not kept, with every figure that missed its target."""
    commitment = one.standing.commitment
    several = len(one.standing.measures) > 1
    return Missed(
        commitment.number,
        context.commitment_link(commitment),
        context.badges.promises[one.status],
        tuple(
            _miss(context, measure, outcome, several)
            for measure, outcome in one.results
            if outcome.status in EVALUATED and outcome.status is not Status.MET
        ),
    )


def _miss(context: Context, measure: MeasureStanding, outcome: Outcome, several: bool) -> Miss:
    told, row, brief = result_row(context, outcome, measure.indicator), outcome.row, context.reader.brief
    is_part = several or measure.measure.only
    return Miss(
        measure_name(context, measure) if is_part else "",
        context.say(
            "{period}: result {figure}, target {target}.",
            period=told.period,
            figure=told.result,
            target=told.target,
        ),
        brief(row.cause, _BRIEF) if row and row.cause else Piece(),
        brief(row.action, _BRIEF) if row and row.action else Piece(),
        context.reader.words.day(row.action_by) if row and row.action_by else "",
    )
