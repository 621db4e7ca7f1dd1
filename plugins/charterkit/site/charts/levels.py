"""What was demanded, as it changed: steps of a target, with the margin of what still counts as nearly met."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby, pairwise

from charterkit.rules.demands import Limits
from charterkit.site.charts.data import Point
from charterkit.site.charts.frame import Frame
from charterkit.site.charts.shapes import Group, Shape, across, box, down, line

End = Callable[[Limits], Fraction | None]


@dataclass(frozen=True, slots=True)
class Step:
    """One end of what was demanded, as long as it stayed the same."""

    left: float
    right: float
    value: Fraction


def _low(wanted: Limits) -> Fraction | None:
    return wanted.low


def _high(wanted: Limits) -> Fraction | None:
    return wanted.high


def values(points: Iterable[Point]) -> tuple[Fraction, ...]:
    """Every end that was demanded, and every end of a margin."""
    ends = (end for one in points for limits in (one.wanted, one.near) for end in (limits.low, limits.high))
    return tuple(end for end in ends if end is not None)


def steps(frame: Frame, points: Iterable[Point], end: End) -> tuple[Step, ...]:
    """One end of the target, in steps; periods without a target leave a gap."""
    return tuple(
        Step(frame.left(found[0].period), frame.right(found[-1].period), value)
        for value, found in _runs(points, end)
        if value is not None
    )


def all_steps(frame: Frame, points: tuple[Point, ...]) -> tuple[Step, ...]:
    """Both ends of the target; of one that is a single number the steps once."""
    low, high = steps(frame, points, _low), steps(frame, points, _high)
    return tuple(dict.fromkeys((*low, *high)))


def targets(frame: Frame, points: tuple[Point, ...]) -> Group:
    """The lines of the target; where it changed from one period to the next, they are joined upright."""
    drawn: list[Shape] = []
    for end in (_low, _high):
        found = steps(frame, points, end)
        drawn += [_level(frame, one) for one in found]
        drawn += [
            line(across(next.left), down(frame.y(one.value)), across(next.left), down(frame.y(next.value)))
            for one, next in pairwise(found)
            if one.right == next.left
        ]
    return Group("chart-target chart-over", tuple(dict.fromkeys(drawn)))


def zone(frame: Frame, points: Iterable[Point]) -> Group:
    """The field between both ends of a target."""
    runs = groupby(points, key=lambda one: one.wanted)
    return Group(
        "chart-zone",
        tuple(
            _field(frame, found, wanted.low, wanted.high)
            for wanted, found in ((wanted, list(group)) for wanted, group in runs)
            if wanted.low is not None and wanted.high is not None and wanted.low != wanted.high
        ),
    )


def near(frame: Frame, points: Iterable[Point]) -> Group:
    """The field beyond the target in which a figure still counts as nearly met."""
    return Group("chart-near", tuple(_margins(frame, points)))


def _runs(points: Iterable[Point], end: End) -> Iterator[tuple[Fraction | None, list[Point]]]:
    for value, found in groupby(points, key=lambda one: end(one.wanted)):
        yield value, list(found)


def _margins(frame: Frame, points: Iterable[Point]) -> Iterator[Shape]:
    for (wanted, margin), group in groupby(points, key=lambda one: (one.wanted, one.near)):
        found = list(group)
        for end, beyond in ((wanted.low, margin.low), (wanted.high, margin.high)):
            if end is not None and beyond is not None and end != beyond:
                yield _field(frame, found, end, beyond)


def _field(frame: Frame, found: list[Point], one: Fraction, other: Fraction) -> Shape:
    top, bottom = sorted((frame.y(one), frame.y(other)))
    left = frame.left(found[0].period)
    return box(left, top, frame.right(found[-1].period) - left, bottom - top)


def _level(frame: Frame, step: Step) -> Shape:
    y = down(frame.y(step.value))
    return line(across(step.left), y, across(step.right), y)
