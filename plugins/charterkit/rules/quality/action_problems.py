"""Whether actions and goals can be true: one thing a cause, days in order, figures that can move."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction
from typing import Final

from charterkit.data.load import Known
from charterkit.model.action import Action, ActionState, Cause, Move
from charterkit.model.indicator import Direction, Indicator, IndicatorType
from charterkit.model.publication import Publication
from charterkit.numbers import rounded
from charterkit.periods import Period, YearStart, parse_period
from charterkit.problems import Problem, Spot, problem
from charterkit.rules.quality.moved import MoveStanding, move_standing
from charterkit.rules.quality.plan import misses
from charterkit.rules.standing import PromiseStanding, Standing
from charterkit.rules.status import Status

MISSED: Final = frozenset({Status.NEAR, Status.NOT_MET, Status.AT_RISK, Status.OFF_TRACK})
# What belongs to a cause of some sorts.
_PAIRS: Final = (("commitment", "period"), ("assessment", "criterion"), ("survey", "item"))


def action_problems(publication: Publication, _: Known, today: date | None) -> Iterator[Problem]:
    """Whatever is wrong with actions and the strategy by themselves; with a day also what is wrong by then."""
    for action in publication.actions.values():
        spot = Spot(action.file)
        yield from _causes(spot, action.because, publication.publisher.year_starts)
        yield from _moves(spot, action.moves, publication)
        yield from _days(spot, action)
        yield from _words(spot, action)
        yield from _future(spot, action, today) if today is not None else ()
    strategy = publication.strategy
    if strategy is not None:
        spot = Spot(strategy.file)
        if strategy.until < strategy.since:
            yield problem(
                "strategy-days", spot.at("until"), field="until", found=strategy.until, start=strategy.since
            )
        for index, goal in enumerate(strategy.goals):
            yield from _causes(spot.at("goals", index), goal.because, publication.publisher.year_starts)
            yield from _moves(spot.at("goals", index), goal.moves, publication)


def causes_not_missed(publication: Publication, standing: Standing) -> Iterator[Problem]:
    """Causes that name a promise in a period in which it was not missed, and figures that need not improve any more."""
    for action in publication.actions.values():
        yield from _not_missed(Spot(action.file), action.because, standing)
        yield from _backwards(Spot(action.file), action.moves, standing)
    strategy = publication.strategy
    for index, goal in enumerate(strategy.goals if strategy is not None else ()):
        spot = Spot(strategy.file if strategy is not None else "").at("goals", index)
        yield from _not_missed(spot, goal.because, standing)
        yield from _backwards(spot, goal.moves, standing)


def was_missed(promise: PromiseStanding, start: date, end: date) -> bool:
    """Whether one of the figures of a promise missed its target in a period, by however little."""
    return any(
        (outcome.period.start, outcome.period.end) == (start, end) and outcome.status in MISSED
        for measure in promise.measures
        for outcome in measure.outcomes
    )


def _causes(spot: Spot, causes: Iterable[Cause], year_starts: YearStart) -> Iterator[Problem]:
    for index, cause in enumerate(causes):
        here, said = spot.at("because", index), _said(cause)
        sorts = [
            name for name in ("commitment", "assessment", "survey", "complaints", "other") if name in said
        ]
        if not said:
            yield problem("cause-nothing", here, field=here.field_name)
        if len(sorts) > 1:
            yield problem("cause-several", here, field=here.field_name, found=", ".join(sorts))
        for pair in _PAIRS:
            found = [name for name in pair if name in said]
            if len(found) == 1:
                wanted = next(name for name in pair if name not in said)
                yield problem("cause-incomplete", here, field=here.field_name, found=found[0], wanted=wanted)
        yield from _period(here.at("period"), cause.period, year_starts)


def _said(cause: Cause) -> frozenset[str]:
    """The names of the fields that are filled in."""
    fields = {
        "commitment": cause.commitment,
        "period": cause.period,
        "assessment": cause.assessment,
        "criterion": cause.criterion,
        "survey": cause.survey,
        "item": cause.item,
        "complaints": cause.complaints,
        "other": cause.other,
    }
    return frozenset(name for name, value in fields.items() if value)


def _period(spot: Spot, label: str, year_starts: YearStart) -> Iterator[Problem]:
    if label and parse_period(label, year_starts) is None:
        yield problem("action-period-form", spot, field=spot.field_name, found=label)


def _moves(spot: Spot, moves: Iterable[Move], publication: Publication) -> Iterator[Problem]:
    year_starts = publication.publisher.year_starts
    for index, move in enumerate(moves):
        here = spot.at("moves", index)
        yield from _period(here.at("from"), move.origin, year_starts)
        yield from _period(here.at("by"), move.by, year_starts)
        origin, by = parse_period(move.origin, year_starts), parse_period(move.by, year_starts)
        if origin is not None and by is not None:
            yield from _order(here.at("by"), origin, by)
        indicator = publication.indicators.get(move.indicator)
        if indicator is not None:
            yield from _direction(here, move, indicator)


def _order(spot: Spot, origin: Period, by: Period) -> Iterator[Problem]:
    details = {"field": spot.field_name, "found": by.label, "origin": origin.label}
    if by.start <= origin.end:
        yield problem("move-order", spot, **details)
    elif by.length is not origin.length:
        yield problem("move-lengths", spot, **details)


def _direction(spot: Spot, move: Move, indicator: Indicator) -> Iterator[Problem]:
    if indicator.direction is Direction.NONE:
        here = spot.at("indicator")
        yield problem("move-undirected", here, field=here.field_name, found=indicator.id)
    by_day = indicator.unit == "date" and indicator.type is not IndicatorType.YES_NO
    if move.to is not None and (indicator.direction is Direction.IN_RANGE or by_day):
        here = spot.at("to")
        yield problem("move-limit", here, field=here.field_name, found=indicator.id)


def _days(spot: Spot, action: Action) -> Iterator[Problem]:
    for name, day, id in (
        ("due", action.due, "action-due-early"),
        ("done", action.done, "action-done-early"),
    ):
        if day is not None and day < action.start:
            yield problem(id, spot.at(name), field=name, found=day, start=action.start)


def _words(spot: Spot, action: Action) -> Iterator[Problem]:
    """What the state of an action asks for."""
    state, done = action.state, action.done
    if state is ActionState.DONE and done is None:
        yield problem("action-done-missing", spot.at("state"), field="state", example=f"done: {action.due}")
    if state is not ActionState.DONE and done is not None:
        yield problem("action-not-done", spot.at("done"), field="done", found=done, state=state.value)
    if state is ActionState.DROPPED and not action.reason:
        yield problem("action-reason-missing", spot.at("state"), field="state")
    if not action.moves and state is not ActionState.DROPPED:
        yield problem("action-moves-nothing", spot)


def _future(spot: Spot, action: Action, today: date) -> Iterator[Problem]:
    days = [(spot.at("progress", index, "date"), one.day) for index, one in enumerate(action.progress)]
    if action.done is not None:
        days.append((spot.at("done"), action.done))
    for here, day in days:
        if day > today:
            yield problem("action-in-future", here, field=here.field_name, found=day, today=today)


def _not_missed(spot: Spot, causes: Iterable[Cause], standing: Standing) -> Iterator[Problem]:
    for index, cause in enumerate(causes):
        promise = standing.promises.get(cause.commitment)
        for _, start, end in misses((cause,), standing):
            # Of a promise that nobody can read yet, nothing is known.
            if promise is not None and not was_missed(promise, start, end):
                here = spot.at("because", index, "period")
                yield problem(
                    "cause-not-missed",
                    here,
                    field=here.field_name,
                    promise=cause.commitment,
                    found=cause.period,
                )


def _backwards(spot: Spot, moves: Iterable[Move], standing: Standing) -> Iterator[Problem]:
    for index, move in enumerate(moves):
        found = move_standing(move, standing)
        figure = found.before.figure if found is not None and found.before is not None else None
        if found is not None and figure is not None and _is_no_improvement(found, figure.value):
            here = spot.at("moves", index, "to")
            yield problem(
                "move-backwards",
                here,
                field=here.field_name,
                found=move.to,
                origin=found.origin.label,
                before=rounded(figure.value, figure.decimals),
            )


def _is_no_improvement(found: MoveStanding, before: Fraction) -> bool:
    if found.move.to is None:
        return False
    wanted = Fraction(found.move.to)
    match found.indicator.direction:
        case Direction.HIGHER:
            return wanted <= before
        case Direction.LOWER:
            return wanted >= before
        case _:
            return False
