"""Whether a figure that had to move did: worked out from published figures only, and exactly.

A figure counts once its day of publication has come and it is final. Two figures of a sample differ only where the 95 %
interval of their difference (Newcombe's, from the intervals of both) leaves out zero; else they cannot be told
apart. Across a break in the data or a change of the method nothing is compared.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import Final

from charterkit.model.action import Move
from charterkit.model.commitment import Measure
from charterkit.model.indicator import Direction, Indicator
from charterkit.model.result import UNSETTLED, Row, Series
from charterkit.numbers import Bound
from charterkit.periods import Frequency, Length, Period, parse_period
from charterkit.rules.demands import compared, limits
from charterkit.rules.standing import Standing
from charterkit.rules.telling import moved_by
from charterkit.rules.timeline import Outcome, Timeline
from charterkit.rules.uncertainty import Exactness, Interval, exactness, interval_of, is_certain


class Moved(StrEnum):
    """What became of a figure that had to move."""

    ENOUGH = "enough"
    NOT_ENOUGH = "not_enough"
    NOT_AT_ALL = "not_at_all"
    WRONG_WAY = "wrong_way"
    CANNOT_TELL = "cannot_tell"
    NOT_COMPARABLE = "not_comparable"
    NOT_MEASURED = "not_measured"
    TO_COME = "to_come"


# Verdicts that say which way the figure went.
DECIDED: Final = frozenset({Moved.ENOUGH, Moved.NOT_ENOUGH, Moved.NOT_AT_ALL, Moved.WRONG_WAY})


@dataclass(frozen=True, slots=True)
class MoveStanding:
    """A figure that must move, as it stands on the day: the outcome before, the one that decides, and the newest one.

    `by_how_much` is how far it went up, below zero where it went down; None where that is not known.
    """

    move: Move
    indicator: Indicator
    origin: Period
    by: Period
    verdict: Moved
    before: Outcome | None = None
    after: Outcome | None = None
    newest: Outcome | None = None
    by_how_much: Fraction | None = None


def move_standing(move: Move, standing: Standing) -> MoveStanding | None:
    """How a figure that must move stands; None where the indicator or one of the periods is not known."""
    publication = standing.publication
    indicator, year_starts = publication.indicators.get(move.indicator), publication.publisher.year_starts
    origin, by = parse_period(move.origin, year_starts), parse_period(move.by, year_starts)
    if indicator is None or origin is None or by is None:
        return None
    found = _published(move, indicator, origin.length, standing)
    before, after = found.get((origin.start, origin.end)), found.get((by.start, by.end))
    later = (
        one for days, one in found.items() if days[0] > origin.end and one.period.length is origin.length
    )
    one = MoveStanding(move, indicator, origin, by, Moved.NOT_MEASURED, before, after)
    one = replace(one, newest=max(later, key=lambda outcome: outcome.period, default=None))
    if before is not None and after is not None:
        one = replace(one, by_how_much=moved_by(after, before, indicator))
    return replace(one, verdict=_verdict(one, standing))


def _published(
    move: Move, indicator: Indicator, length: Length, standing: Standing
) -> Mapping[tuple[date, date], Outcome]:
    """The final figures of a part that are public on the day, by first and last day; of longer periods the sums too."""
    series = standing.publication.series.get(indicator.id, Series(indicator.id))
    today = standing.today
    public = replace(series, rows=tuple(row for row in series.rows if _is_public(row, today)))
    judged = next((one for one in Frequency if one.length is length), None)
    measure = Measure(indicator.id, only=move.only, judged=judged)
    timeline = Timeline(indicator, public, measure, standing.publication.publisher.year_starts, today)
    outcomes = (one for one in timeline.outcomes() if one.period.end < today)
    return {(one.period.start, one.period.end): one for one in outcomes if _is_final(one)}


def _is_public(row: Row, today: date) -> bool:
    return row.released is None or row.released <= today


def _is_final(outcome: Outcome) -> bool:
    return outcome.figure is not None and outcome.row is not None and outcome.row.state not in UNSETTLED


def _verdict(one: MoveStanding, standing: Standing) -> Moved:
    if standing.today <= one.by.end:
        return Moved.TO_COME
    if one.before is None or one.after is None:
        return Moved.NOT_MEASURED
    if _is_broken(one):
        return Moved.NOT_COMPARABLE
    better = _better_by(one, standing)
    if better is None or not _can_be_told_apart(one):
        return Moved.CANNOT_TELL
    if better < 0:
        return Moved.WRONG_WAY
    if better == 0:
        return Moved.NOT_AT_ALL
    return Moved.ENOUGH if _goes_far_enough(one, standing) else Moved.NOT_ENOUGH


def _is_broken(one: MoveStanding) -> bool:
    indicator = one.indicator
    days = [one.since for one in indicator.breaks] + [one.since for one in indicator.method_versions]
    return any(one.origin.end < day <= one.by.end for day in days)


def _better_by(one: MoveStanding, standing: Standing) -> Fraction | None:
    """How much better the figure became, below zero for worse; None where no value is better than another."""
    assert one.before is not None
    assert one.after is not None
    match one.indicator.direction:
        case Direction.HIGHER:
            return one.by_how_much
        case Direction.LOWER:
            return -one.by_how_much if one.by_how_much is not None else None
        case Direction.IN_RANGE:
            then, now = (_outside(outcome, one, standing) for outcome in (one.before, one.after))
            return then - now if then is not None and now is not None else None
        case _:
            return None


def _outside(outcome: Outcome, one: MoveStanding, standing: Standing) -> Fraction | None:
    """How far a figure lies outside the range that a promise sets for its period; None where none sets any."""
    for measure in standing.indicators[one.indicator.id].measures:
        days = outcome.period.start, outcome.period.end
        judged = (each for each in measure.outcomes if (each.period.start, each.period.end) == days)
        target = next((each.verdict.target for each in judged if each.verdict.target), None)
        row = outcome.row
        if measure.measure.only != one.move.only or target is None or row is None:
            continue
        wanted = limits(target.requirement, one.indicator, outcome.period, None)
        value = compared(row, one.indicator)
        if wanted is not None and value is not None:
            below = wanted.low - value if wanted.low is not None else Fraction(0)
            above = value - wanted.high if wanted.high is not None else Fraction(0)
            return max(below, above, Fraction(0))
    return None


def _can_be_told_apart(one: MoveStanding) -> bool:
    """Whether the two figures are exact, or differ by more than chance explains."""
    before, after = one.before, one.after
    assert before is not None
    assert after is not None
    if any(outcome.figure is None or outcome.figure.bound is not Bound.EXACT for outcome in (before, after)):
        return False
    then, now = _around(before, one.indicator), _around(after, one.indicator)
    if (
        then is None
        or now is None
        or before.figure is None
        or after.figure is None
        or one.by_how_much is None
    ):
        return False
    return is_certain(after.figure.value, now, before.figure.value, then)


def _around(outcome: Outcome, indicator: Indicator) -> Interval | None:
    """The interval around a figure; None where nobody knows how exact it is."""
    row, figure = outcome.row, outcome.figure
    assert row is not None
    assert figure is not None
    if exactness(row, indicator) in (Exactness.NOT_SAMPLED, Exactness.EVERYBODY):
        return Interval(figure.value, figure.value)
    return interval_of(row, indicator)


def _goes_far_enough(one: MoveStanding, standing: Standing) -> bool:
    """Whether the figure reaches what it had to; within a range, whether it lies inside."""
    assert one.after is not None
    if one.indicator.direction is Direction.IN_RANGE:
        return _outside(one.after, one, standing) == 0
    if one.move.to is None or one.after.figure is None:
        return True
    wanted, value = Fraction(one.move.to), one.after.figure.value
    return value >= wanted if one.indicator.direction is Direction.HIGHER else value <= wanted
