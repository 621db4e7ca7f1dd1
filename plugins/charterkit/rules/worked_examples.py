"""Worked examples of the methodology: small cases that are judged by the same code as every real figure.

Their periods lie in the past of every site and their days are fixed, so that they read the same tomorrow.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from functools import cache

from charterkit.model.commitment import Measure
from charterkit.model.indicator import Direction, Indicator, IndicatorType, Owner, Tolerance
from charterkit.model.requirement import Limit, Operator, Requirement, Span, Target
from charterkit.model.result import Count, Quantity, Row, Series, State
from charterkit.numbers import Bound, exact_ratio
from charterkit.periods import CALENDAR_YEAR, Frequency, Period, parse_period
from charterkit.rules.timeline import Outcome, Timeline
from charterkit.text import NO_TEXT


class Lesson(StrEnum):
    """What an example shows."""

    REACHED = "reached"
    NOT_ROUNDED = "not_rounded"
    MISSED = "missed"
    AT_MOST = "at_most"
    BETWEEN = "between"
    BOUND_DECIDES = "bound_decides"
    BOUND_OPEN = "bound_open"
    RUNNING = "running"
    PROVISIONAL = "provisional"
    TARGET_CHANGED = "target_changed"
    ZERO = "zero"
    NO_CASES = "no_cases"
    MISSING = "missing"
    LATE = "late"
    NOT_APPLICABLE = "not_applicable"
    SUPPRESSED = "suppressed"


@dataclass(frozen=True, slots=True)
class Example:
    """A case: the measure, the row of its results file, and what came out."""

    indicator: Indicator
    measure: Measure
    outcome: Outcome


_SINCE, _AFTER = date(2024, 1, 1), date(2024, 6, 1)
_SHARE = Indicator(
    "example", IndicatorType.SHARE, NO_TEXT, NO_TEXT, "percent", Direction.HIGHER, Frequency.QUARTERLY,
    _SINCE, Owner(""), near=Tolerance(Decimal(2)), due_days=30,
)  # fmt: skip
_MINUTES = replace(_SHARE, type=IndicatorType.MEAN, unit="minutes", direction=Direction.LOWER, near=None)
_POINTS = replace(_MINUTES, unit="points", direction=Direction.IN_RANGE)
_AT_LEAST = Limit(Operator.AT_LEAST, Decimal(95))


def _period(label: str) -> Period:
    found = parse_period(label, CALENDAR_YEAR)
    assert found is not None
    return found


_QUARTER = _period("2024-Q1")


def _printed(figure: str, bound: Bound = Bound.EXACT) -> Row:
    """A row with a figure and nothing else."""
    decimals = len(figure.partition(".")[2])
    return Row(_QUARTER, figure=Quantity(Fraction(figure), bound, figure, decimals))


def _counted(part: int, whole: int, period: Period = _QUARTER) -> Row:
    """A row with two counts; 0 of 0 has no figure."""
    figure = Quantity(exact_ratio(part, whole), decimals=1) if whole else None
    return Row(period, figure=figure, numerator=Count(Decimal(part)), denominator=Count(Decimal(whole)))


def _limit(operator: Operator, value: int) -> Limit:
    return Limit(operator, Decimal(value))


def _judged(
    row: Row,
    demand: Requirement = _AT_LEAST,
    indicator: Indicator = _SHARE,
    today: date = _AFTER,
    later: Sequence[Target] = (),
) -> Example:
    """The example of one row against one target, or against it and later ones, on a day."""
    measure = Measure("example", (Target(_SINCE, demand), *later))
    return _example(measure, (row,), indicator, today, _QUARTER)


def _example(
    measure: Measure, rows: tuple[Row, ...], indicator: Indicator, today: date, period: Period
) -> Example:
    timeline = Timeline(indicator, Series("example", rows), measure, CALENDAR_YEAR, today)
    return Example(indicator, measure, next(one for one in timeline.outcomes() if one.period == period))


@cache
def examples() -> Mapping[Lesson, Example]:
    """Every example with one figure, by what it shows."""
    at_most_30, at_most_20 = _limit(Operator.AT_MOST, 30), _limit(Operator.AT_MOST, 20)
    raised = (Target(date(2024, 2, 15), _AT_LEAST),)
    return {
        Lesson.REACHED: _judged(_printed("95")),
        Lesson.NOT_ROUNDED: _judged(_printed("94.96")),
        Lesson.MISSED: _judged(_printed("92")),
        Lesson.AT_MOST: _judged(_printed("31"), at_most_30, _MINUTES),
        Lesson.BETWEEN: _judged(_printed("21.5"), Span(Decimal(20), Decimal(22)), _POINTS),
        Lesson.BOUND_DECIDES: _judged(_printed("30", Bound.BELOW), at_most_30, _MINUTES),
        Lesson.BOUND_OPEN: _judged(_printed("30", Bound.BELOW), at_most_20, _MINUTES),
        Lesson.RUNNING: _judged(_printed("96"), today=date(2024, 3, 1)),
        Lesson.PROVISIONAL: _judged(replace(_printed("94"), state=State.PROVISIONAL)),
        Lesson.TARGET_CHANGED: _judged(_printed("92.5"), _limit(Operator.AT_LEAST, 90), later=raised),
    }


@cache
def gaps() -> Mapping[Lesson, Example]:
    """What can stand where people expect a figure; only the first of them is one: none of forty."""
    return {
        Lesson.ZERO: _judged(_counted(0, 40)),
        Lesson.NO_CASES: _judged(_counted(0, 0)),
        Lesson.LATE: _judged(Row(_QUARTER)),
        Lesson.MISSING: _judged(Row(_QUARTER, state=State.MISSING)),
        Lesson.NOT_APPLICABLE: _judged(Row(_QUARTER, state=State.NOT_APPLICABLE)),
        Lesson.SUPPRESSED: _judged(Row(_QUARTER, state=State.SUPPRESSED)),
    }


_QUARTERS = ((196, 200), (190, 200), (60, 80), (118, 120))


@cache
def year() -> tuple[Example, tuple[Outcome, ...]]:
    """A year that is judged by the counts of its quarters, and the quarters."""
    rows = tuple(
        _counted(part, whole, _period(f"2024-Q{number}"))
        for number, (part, whole) in enumerate(_QUARTERS, start=1)
    )
    measure = Measure("example", (Target(_SINCE, _AT_LEAST),), judged=Frequency.YEARLY)
    timeline = Timeline(
        replace(_SHARE, decimals=1), Series("example", rows), measure, CALENDAR_YEAR, date(2025, 6, 1)
    )
    found = {one.judged: one for one in timeline.outcomes() if one.period.start.year == _SINCE.year}
    parts = tuple(one for one in timeline.outcomes() if not one.judged and one.row is not None)
    return Example(timeline.indicator, measure, found[True]), parts
