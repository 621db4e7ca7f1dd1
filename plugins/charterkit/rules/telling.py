"""What there is to tell about a result beside its verdict: by how much, compared with what, how sure.

Facts alone, exact and without words; `site/results/telling.py` makes the sentences of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import Final

from charterkit.model.indicator import Direction, Indicator, IndicatorType
from charterkit.model.requirement import AtOnce, ByDay, Limit, Span
from charterkit.model.result import UNSETTLED, Count, Quantity
from charterkit.numbers import Bound
from charterkit.periods import Frequency, Length, Period, a_year_earlier
from charterkit.rules.demands import Limits, compared, limits
from charterkit.rules.timeline import Outcome
from charterkit.rules.uncertainty import Interval, cannot_tell, interval_of, small_base

# Periods that come once in several years, or at no fixed time, are compared with the one before.
_WITHOUT_YEAR: Final = frozenset({Frequency.TWO_YEARLY, Frequency.THREE_YEARLY, Frequency.IRREGULAR})
_LONGER: Final = frozenset({Length.TWO_YEARS, Length.THREE_YEARS, Length.OTHER})


@dataclass(frozen=True, slots=True)
class Margin:
    """How far a figure lies from the end of its target, `by` being 0 or more, and where that end is.

    In the unit of the targets: per cent of those compared for a rank, days for a date (`end` is its ordinal).
    """

    end: Fraction
    by: Fraction


class Comparable(StrEnum):
    """Whether a figure can be held against an earlier one."""

    YES = "yes"
    BROKEN = "broken"
    OTHER_METHOD = "other_method"
    INEXACT = "inexact"
    MISSING = "missing"


class Change(StrEnum):
    """Which way a figure went; not whether that is good."""

    UP = "up"
    DOWN = "down"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier period to look back to: a year before, or (`a_year` is false) the one before.

    `change` and `by` say how the figure moved since; they are None and 0 where the two cannot be compared.
    `since` is the day of the break or of the other method. `settled` is false for a figure that may change.
    """

    outcome: Outcome
    a_year: bool
    comparable: Comparable
    since: date | None = None
    settled: bool = True
    change: Change | None = None
    by: Fraction = Fraction(0)


@dataclass(frozen=True, slots=True)
class Revision:
    """A figure that was published before, and the day from which another one takes its place."""

    before: Quantity
    since: date | None


@dataclass(frozen=True, slots=True)
class Facts:
    """All that is told of an outcome with a figure, beside its verdict."""

    margin: Margin | None = None
    earlier: Earlier | None = None
    first: bool = False
    interval: Interval | None = None
    cannot_tell: bool = False
    small_base: Count | None = None
    revision: Revision | None = None


def facts(outcome: Outcome, outcomes: Sequence[Outcome], indicator: Indicator, today: date) -> Facts:
    """The facts about an outcome among the others of its measure; none where it has no figure."""
    row, target = outcome.row, outcome.verdict.target
    if row is None or outcome.figure is None:
        return Facts()
    interval = interval_of(row, indicator)
    judged = target is not None and indicator.direction is not Direction.NONE
    # Half a quarter is not compared with a whole one.
    over = outcome.period.end < today
    return Facts(
        margin=margin(outcome, indicator) if judged else None,
        earlier=earlier(outcome, outcomes, indicator) if over else None,
        first=over and is_first(outcome, outcomes),
        interval=interval,
        cannot_tell=bool(interval and target and judged and cannot_tell(interval, target, row, indicator)),
        small_base=small_base(row, indicator),
        revision=revision(outcome),
    )


def margin(outcome: Outcome, indicator: Indicator) -> Margin | None:
    """By how much the figure misses its target or has to spare; None where that is no number.

    A figure between two ends that hold it has none either: nobody asks which one is nearer.
    """
    row, target = outcome.row, outcome.verdict.target
    if row is None or target is None or row.figure is None or row.figure.bound is not Bound.EXACT:
        return None
    if not isinstance(target.requirement, Limit | Span | ByDay | AtOnce):
        return None
    wanted, value = limits(target.requirement, indicator, row.period, None), compared(row, indicator)
    if isinstance(target.requirement, AtOnce) and value == 0:
        return None
    return _margin(value, wanted) if wanted is not None and value is not None else None


def _margin(value: Fraction, wanted: Limits) -> Margin | None:
    ends = [end for end in (wanted.low, wanted.high) if end is not None]
    if wanted.low is not None and value < wanted.low:
        return Margin(wanted.low, wanted.low - value)
    if wanted.high is not None and value > wanted.high:
        return Margin(wanted.high, value - wanted.high)
    return Margin(ends[0], abs(value - ends[0])) if len(ends) == 1 else None


def earlier(outcome: Outcome, outcomes: Sequence[Outcome], indicator: Indicator) -> Earlier | None:
    """The outcome to compare with; None where the series does not reach back so far."""
    a_year = indicator.frequency not in _WITHOUT_YEAR and outcome.period.length not in _LONGER
    found = _a_year_before(outcome.period, outcomes) if a_year else _before(outcome, outcomes)
    if found is None:
        return None
    comparable, since = _comparable(found, outcome, indicator)
    row = found.row
    settled = row is None or row.state not in UNSETTLED
    if comparable not in (Comparable.YES, Comparable.OTHER_METHOD):
        return Earlier(found, a_year, comparable, since, settled)
    by = moved_by(outcome, found, indicator)
    change = Change.NONE if by == 0 else Change.UP if by > 0 else Change.DOWN
    return Earlier(found, a_year, comparable, since, settled, change, abs(by))


def is_first(outcome: Outcome, outcomes: Sequence[Outcome]) -> bool:
    """Whether no earlier period has a figure, or a word that stands for one that is not shown."""
    before = (one for one in outcomes if one.period.end < outcome.period.start)
    return not any(one.row is not None for one in before)


def revision(outcome: Outcome) -> Revision | None:
    """The last other figure that was published as final; what was provisional was not corrected but settled."""
    row, figure = outcome.row, outcome.figure
    if row is None or figure is None or row.state in UNSETTLED:
        return None
    final = (one.figure for one in outcome.vintages if one.figure and one.state not in UNSETTLED)
    others = [one for one in final if not _same(one, figure)]
    return Revision(others[-1], row.released) if others else None


def moved_by(outcome: Outcome, found: Outcome, indicator: Indicator) -> Fraction:
    """By how much a figure went up since an earlier one; a day is compared with the same day of the other year."""
    assert outcome.figure is not None
    assert found.figure is not None
    now, then = outcome.figure.value, found.figure.value
    if indicator.unit == "date" and indicator.type is not IndicatorType.YES_NO:
        years = outcome.period.start.year - found.period.start.year
        then = Fraction(_years_later(date.fromordinal(int(then)), years).toordinal())
    return now - then


def _same(one: Quantity, other: Quantity) -> bool:
    return (one.value, one.bound) == (other.value, other.bound)


def _a_year_before(period: Period, outcomes: Sequence[Outcome]) -> Outcome | None:
    wanted = a_year_earlier(period)
    if wanted is None:
        return None
    days = (wanted.start, wanted.end)
    return next((one for one in outcomes if (one.period.start, one.period.end) == days), None)


def _before(outcome: Outcome, outcomes: Sequence[Outcome]) -> Outcome | None:
    """The last period before this one that is as long and has a figure."""
    length, start = outcome.period.length, outcome.period.start
    fitting = (one for one in outcomes if one.period.length is length and one.figure is not None)
    return max((one for one in fitting if one.period.end < start), key=lambda one: one.period, default=None)


def _comparable(found: Outcome, outcome: Outcome, indicator: Indicator) -> tuple[Comparable, date | None]:
    if found.figure is None:
        return Comparable.MISSING, None
    first, last = found.period.end, outcome.period.end
    broken = [one.since for one in indicator.breaks if first < one.since <= last]
    if broken:
        return Comparable.BROKEN, max(broken)
    exact = outcome.figure is not None and outcome.figure.bound is found.figure.bound is Bound.EXACT
    if not exact:
        return Comparable.INEXACT, None
    changed = [one.since for one in indicator.method_versions if first < one.since <= last]
    return (Comparable.OTHER_METHOD, max(changed)) if changed else (Comparable.YES, None)


def _years_later(day: date, years: int) -> date:
    """The same day in another year, so that 10 May is eight days before 18 May whatever leap days lie between."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # the 29th of February, in a year without one
        return day.replace(year=day.year + years, day=28)
