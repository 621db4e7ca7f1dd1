"""What a chart shows, in exact numbers: a point for each period, and what was demanded of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise
from typing import Final

from charterkit.model.indicator import Indicator, IndicatorType
from charterkit.model.requirement import BetterThan, Target
from charterkit.model.result import UNSETTLED, Row
from charterkit.numbers import Bound
from charterkit.periods import Frequency, Length, Period
from charterkit.rules.demands import Limits, limits, margin, tolerated
from charterkit.rules.status import Status
from charterkit.rules.timeline import Outcome
from charterkit.rules.uncertainty import interval_of
from charterkit.site.results.verdicts import LOOKS

Interval = tuple[Fraction, Fraction]

NO_LIMITS: Final = Limits()
COLUMN_LOOKS: Final = ("chart-column chart-past", "chart-column", "chart-column chart-open")
# So many periods without a figure are shown after the last one; what follows is told in words.
_WAITING: Final = 2


@dataclass(frozen=True, slots=True, eq=False)
class Point:
    """One period: its figure, where there is one, and the ends of what was demanded, in the unit of the figure.

    `near` are the ends of what still counts as nearly met; `broken` says that the figure cannot be compared with
    the one before; `interval` is where the true figure lies, as far as a sample can tell.
    """

    period: Period
    value: Fraction | None = None
    bound: Bound = Bound.EXACT
    decimals: int = 0
    status: Status = Status.NO_TARGET
    unsettled: bool = False
    broken: bool = False
    target: Target | None = None
    wanted: Limits = NO_LIMITS
    near: Limits = NO_LIMITS
    interval: Interval | None = None


@dataclass(frozen=True, slots=True)
class Data:
    """The points of a chart, oldest first, and what was left out of it.

    `waiting` is the first period of a long time without figures that is not drawn; `others` says that there are
    figures of longer or shorter periods, which the table has.
    """

    points: tuple[Point, ...]
    waiting: Period | None = None
    others: bool = False
    irregular: bool = False

    @property
    def shown(self) -> tuple[Point, ...]:
        """The points that have a figure."""
        return tuple(one for one in self.points if one.value is not None)

    def joined(self) -> tuple[tuple[Point, Point], ...]:
        """Neighbours that a line may join: nothing is missing between them, and they can be compared."""
        pairs = zip(self.points, self.points[1:], strict=False)
        return tuple(pair for pair in pairs if self._are_joined(*pair))

    def _are_joined(self, one: Point, next: Point) -> bool:
        if one.value is None or next.value is None or next.broken:
            return False
        # Where nothing is due at fixed times, nothing is missing between two figures.
        return self.irregular or (next.period.start - one.period.end).days <= 1


def gather(indicator: Indicator, outcomes: Iterable[Outcome]) -> Data:
    """The points of a series: of the periods that get a verdict, and of one length as far as they overlap."""
    judged = [one for one in outcomes if one.judged]
    kept = _of_one_length(judged)
    others = any(one.figure is not None for one in judged if one not in kept)
    points = [_point(indicator, one, kept) for one in kept]
    first = next((at for at, one in enumerate(points) if one.value is not None), 0)
    after = max((at for at, one in enumerate(points, 1) if one.value is not None), default=len(points))
    end = after if len(points) - after > _WAITING else len(points)
    waiting = points[end].period if end < len(points) else None
    return Data(tuple(points[first:end]), waiting, others, indicator.frequency is Frequency.IRREGULAR)


def is_bound(one: Point) -> bool:
    """Whether only a bound of the figure is known: that it lies below or above a number."""
    return one.value is not None and one.bound in (Bound.BELOW, Bound.ABOVE)


def is_judged(data: Data) -> bool:
    """Whether any period was judged, so that a row of verdicts says something."""
    return any(LOOKS[one.status].mark != "none" or one.status is Status.OVERDUE for one in data.points)


def last(data: Data, number: int) -> Data:
    """The same with the last `number` points only."""
    return replace(data, points=data.points[-number:])


def _of_one_length(outcomes: Sequence[Outcome]) -> list[Outcome]:
    """The outcomes that can stand side by side: all where none overlaps, else those of the commonest length."""
    apart = all(one.period.end < next.period.start for one, next in pairwise(outcomes))
    if apart:
        return list(outcomes)
    figures = Counter(one.period.length for one in outcomes if one.figure is not None)
    ranked: list[Length] = sorted(figures, key=lambda length: (-figures[length], length))
    length = ranked[0] if ranked else outcomes[0].period.length
    alike = [one for one in outcomes if one.period.length is length]
    # Two free spans may still overlap: the later one to end stays.
    return [one for one, next in zip(alike, [*alike[1:], None], strict=True) if _is_apart(one, next)]


def _is_apart(one: Outcome, next: Outcome | None) -> bool:
    return next is None or one.period.end < next.period.start


def _point(indicator: Indicator, outcome: Outcome, outcomes: Sequence[Outcome]) -> Point:
    row, target = outcome.row, outcome.verdict.target
    wanted = _wanted(indicator, outcome, outcomes) or NO_LIMITS
    return Point(
        outcome.period,
        outcome.figure.value if outcome.figure else None,
        outcome.figure.bound if outcome.figure else Bound.EXACT,
        outcome.figure.decimals if outcome.figure else 0,
        outcome.status,
        row is not None and row.state in UNSETTLED,
        outcome.break_before is not None,
        target,
        wanted,
        _near(indicator, target, wanted),
        _interval(row, indicator),
    )


def _interval(row: Row | None, indicator: Indicator) -> Interval | None:
    found = interval_of(row, indicator) if row is not None else None
    return (found.low, found.high) if found is not None else None


def _wanted(indicator: Indicator, outcome: Outcome, outcomes: Sequence[Outcome]) -> Limits | None:
    target = outcome.verdict.target
    if target is None:
        return None
    named = target.requirement.period if isinstance(target.requirement, BetterThan) else ""
    earlier = next((one.figure for one in outcomes if named and one.period.label == named), None)
    found = limits(target.requirement, indicator, outcome.period, earlier)
    return _in_places(found, outcome) if found and indicator.type is IndicatorType.RANK else found


def _in_places(wanted: Limits, outcome: Outcome) -> Limits | None:
    """The ends in per cent of those compared as places; nothing where nobody says how many were compared."""
    if outcome.row is None or outcome.row.denominator is None:
        return None
    compared = Fraction(outcome.row.denominator.value)
    low, high = (end if end is None else end * compared / 100 for end in (wanted.low, wanted.high))
    return replace(wanted, low=low, high=high)


def _near(indicator: Indicator, target: Target | None, wanted: Limits) -> Limits:
    near = margin(indicator, target) if target is not None else None
    if near is None or indicator.type is IndicatorType.RANK:
        return NO_LIMITS
    low, high = wanted.low, wanted.high
    return Limits(
        low - tolerated(near, low) if low is not None else None,
        high + tolerated(near, high) if high is not None else None,
    )


def column_look(one: Point, *, newest: bool) -> str:
    """What CSS calls a bar or column: the newest is the darkest; one that a line of doubt crosses is never paled."""
    if one.unsettled:
        return "chart-column chart-open"
    return "chart-column" if newest or one.interval is not None else "chart-column chart-past"
