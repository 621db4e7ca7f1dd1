"""What a figure says about a demand: that it holds, misses by little, misses, or decides nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction
from typing import TypeVar

from charterkit.model.commitment import Measure
from charterkit.model.indicator import Direction, Indicator, IndicatorType, Tolerance
from charterkit.model.requirement import (
    Answer,
    AtOnce,
    BetterThan,
    ByDay,
    InWords,
    Limit,
    Norm,
    Operator,
    Requirement,
    Span,
    Target,
)
from charterkit.model.result import Quantity, Row
from charterkit.numbers import Bound
from charterkit.periods import Period

_ONE_DAY = timedelta(days=1)

Dated = TypeVar("Dated", bound=Target | Norm)


class Says(StrEnum):
    """What the figure of a row says about the target."""

    NOTHING = "nothing"
    UNDECIDED = "undecided"
    UNJUDGED = "unjudged"
    HOLDS = "holds"
    NEAR = "near"
    MISSES = "misses"


@dataclass(frozen=True, slots=True)
class Limits:
    """A demand as an interval: what lies outside misses it. `strict` ends do not belong to it."""

    low: Fraction | None = None
    high: Fraction | None = None
    low_strict: bool = False
    high_strict: bool = False


def in_force(targets: Sequence[Dated], day: date) -> Dated | None:
    """The target that governs a period ending on `day`: the newest whose days, from…until, hold that day.

    A target without `until` lasts to the day before the next one begins, and does not come back after it. Norms are
    dated in the same way.
    """
    if len(targets) == 1:
        only = targets[0]
        return only if only.since <= day and (only.until is None or only.until >= day) else None
    begun = [target for target in targets if target.since <= day]
    latest = max((target.since for target in begun), default=day)
    holding = [one for one in begun if (one.since == latest if one.until is None else one.until >= day)]
    return max(holding, key=lambda target: target.since, default=None)


def changed_inside(measure: Measure, period: Period) -> bool:
    """Whether another target, or none, was in force on an earlier day of the period than on its last."""
    targets = measure.targets
    if not targets:
        return False
    last_days = [target.since - _ONE_DAY for target in targets if target.since > date.min]
    last_days += [target.until for target in targets if target.until is not None]
    inside = [day for day in last_days if period.start <= day < period.end]
    if not inside:
        return False
    final = in_force(targets, period.end)
    return any(in_force(targets, day) != final for day in (period.start, *inside))


def limits(
    requirement: Requirement, indicator: Indicator, period: Period, reference: Quantity | None
) -> Limits | None:
    """The interval that a figure must lie in; None where the demand cannot be held against any figure."""
    match requirement:
        case Limit(operator, value):
            return _of_limit(operator, Fraction(value))
        case Span(low, high):
            return Limits(Fraction(low), Fraction(high))
        case Answer(yes):
            return Limits(Fraction(yes), Fraction(yes))
        case AtOnce():
            return Limits(high=Fraction(0))
        case ByDay():
            return Limits(high=Fraction(deadline(requirement, period).toordinal()))
        case BetterThan():
            return _better_than(reference, indicator.direction)
        case InWords():
            return None


def deadline(demand: ByDay, period: Period) -> date:
    """The day of the year, first time on or after the period begins."""
    for year in (period.start.year, period.start.year + 1):
        day = _day_of(year, demand)
        if day >= period.start:
            return day
    return period.end


def _day_of(year: int, demand: ByDay) -> date:
    try:
        return date(year, demand.day.month, demand.day.day)
    except ValueError:  # the 29th of February, in a year without one
        return date(year, 2, 28)


def _of_limit(operator: Operator, value: Fraction) -> Limits:
    if operator in (Operator.AT_LEAST, Operator.MORE_THAN):
        return Limits(low=value, low_strict=operator is Operator.MORE_THAN)
    if operator is Operator.EQUALS:
        return Limits(value, value)
    return Limits(high=value, high_strict=operator is Operator.LESS_THAN)


def _better_than(reference: Quantity | None, direction: Direction) -> Limits | None:
    if reference is None or reference.bound is not Bound.EXACT:
        return None
    if direction is Direction.LOWER:
        return Limits(high=reference.value, high_strict=True)
    return Limits(low=reference.value, low_strict=True)


def says(row: Row, target: Target | None, indicator: Indicator, reference: Quantity | None) -> Says:
    """What a row's figure says about the target in force."""
    if row.figure is None:
        return Says.NOTHING
    exact = row.figure.bound is Bound.EXACT
    if target is None or indicator.direction is Direction.NONE:
        return Says.UNJUDGED if exact else Says.UNDECIDED
    wanted = limits(target.requirement, indicator, row.period, reference)
    value = compared(row, indicator)
    if wanted is None or value is None:
        return Says.UNJUDGED if exact else Says.UNDECIDED
    if not exact:
        return _of_bound(value, row.figure.bound, wanted, indicator.near)
    return _of_figure(value, wanted, margin(indicator, target))


def margin(indicator: Indicator, target: Target) -> Tolerance | None:
    """A wrong answer is never nearly right, and a day has no per cent; every other miss may be near."""
    near = indicator.near
    if isinstance(target.requirement, ByDay) and near is not None and near.percent:
        return None
    return None if isinstance(target.requirement, Answer) else near


def compared(row: Row, indicator: Indicator) -> Fraction | None:
    """The number that is held against the target; of a rank, its place in per cent of those compared."""
    if row.figure is None:
        return None
    if indicator.type is not IndicatorType.RANK:
        return row.figure.value
    if row.denominator is None or row.denominator.value == 0:
        return None
    return row.figure.value * 100 / Fraction(row.denominator.value)


def _of_figure(value: Fraction, wanted: Limits, near: Tolerance | None) -> Says:
    miss, end = _miss(value, wanted)
    if miss is None:
        return Says.HOLDS
    return Says.NEAR if near is not None and miss <= tolerated(near, end) else Says.MISSES


def _miss(value: Fraction, wanted: Limits) -> tuple[Fraction | None, Fraction]:
    """By how much the value misses, and which end; None if it holds. On a strict end the miss is 0."""
    low, high = wanted.low, wanted.high
    if low is not None and (value < low or (wanted.low_strict and value == low)):
        return low - value, low
    if high is not None and (value > high or (wanted.high_strict and value == high)):
        return value - high, high
    return None, Fraction(0)


def tolerated(near: Tolerance, end: Fraction) -> Fraction:
    """How far beyond this end of a demand a miss is still narrow, in the unit of the figure."""
    return abs(end) * Fraction(near.value) / 100 if near.percent else Fraction(near.value)


def _of_bound(value: Fraction, bound: Bound, wanted: Limits, near: Tolerance | None) -> Says:
    """An inequality decides only when every number it allows gives the same answer."""
    if bound is Bound.BELOW:
        return _of_range(None, value, wanted, near)
    if bound is Bound.ABOVE:
        return _of_range(value, None, wanted, near)
    return Says.UNDECIDED


def _of_range(above: Fraction | None, below: Fraction | None, wanted: Limits, near: Tolerance | None) -> Says:
    """For a figure known only to lie above or below a number (itself excluded)."""
    low, high = wanted.low, wanted.high
    if below is not None and low is None and high is not None and below <= high:
        return Says.HOLDS
    if above is not None and high is None and low is not None and above >= low:
        return Says.HOLDS
    if below is not None and low is not None and below <= low:
        return _surely_missed(low - below, low, near)
    if above is not None and high is not None and above >= high:
        return _surely_missed(above - high, high, near)
    return Says.UNDECIDED


def _surely_missed(least_miss: Fraction, end: Fraction, near: Tolerance | None) -> Says:
    if near is not None and least_miss < tolerated(near, end):
        return Says.UNDECIDED
    return Says.MISSES
