"""The scale of values: exact, with few marks at round numbers (steps of 1, 2 or 5)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

# As many steps as a chart has at most: few lines are read, many are only seen.
_STEPS: Final = 4
_ROUND: Final = (1, 2, 5, 10)
_NONE: Final = Fraction(0)
# Values that fill less than this part of a scale from zero get a scale of their own, where no bar is drawn.
_FILLED: Final = Fraction(1, 2)


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a scale has to respect.

    `zero`: it holds zero, as every bar needs. `lowest` and `highest`: no value can lie beyond. `whole`: only
    whole numbers can occur. `least`: it is at least so high, so that a small change is not made to look large.
    """

    zero: bool = False
    lowest: Fraction | None = None
    highest: Fraction | None = None
    whole: bool = False
    least: Fraction = _NONE


@dataclass(frozen=True, slots=True)
class Scale:
    """From `ticks[0]` to `ticks[-1]`; on an inverted one the lowest value, such as place 1, stands on top."""

    ticks: tuple[Fraction, ...]
    inverted: bool = False

    @property
    def low(self) -> Fraction:
        """Where it begins."""
        return self.ticks[0]

    @property
    def high(self) -> Fraction:
        """Where it ends."""
        return self.ticks[-1]

    def height(self, value: Fraction) -> float:
        """Where a value stands: 0 at the foot, 1 at the top; what lies beyond is held at the end."""
        low, high = float(self.low), float(self.high)
        share = min(max((float(value) - low) / (high - low), 0.0), 1.0)
        return 1 - share if self.inverted else share


def scale(values: Iterable[Fraction], bounds: Bounds = Bounds(), inverted: bool = False) -> Scale:
    """The scale on which all these values stand, at least one.

    It begins at zero wherever that leaves the values at least half of it; where it would press them together,
    and where no bar needs it, the scale is fitted to them.
    """
    found = tuple(_held(one, bounds) for one in values)
    low, high = min(found), max(found)
    if bounds.zero or _is_near_zero(low, high):
        low, high = min(low, _NONE), max(high, _NONE)
    low, high = _widened(low, high, bounds)
    return Scale(_ticks(low, high, bounds), inverted)


def _held(value: Fraction, bounds: Bounds) -> Fraction:
    """The value, or the bound beyond which it lies: the margin of a target may be more than all."""
    held = value if bounds.lowest is None else max(value, bounds.lowest)
    return held if bounds.highest is None else min(held, bounds.highest)


def _is_near_zero(low: Fraction, high: Fraction) -> bool:
    far, close = max(abs(low), abs(high)), min(abs(low), abs(high))
    return low * high <= 0 or close <= far * _FILLED


def _widened(low: Fraction, high: Fraction, bounds: Bounds) -> tuple[Fraction, Fraction]:
    """At least `least` apart, never of no height at all."""
    least = bounds.least or max(abs(low), abs(high)) / 10 or Fraction(1)
    lacking = least - (high - low)
    if lacking <= 0:
        return low, high
    if low >= 0 and bounds.zero:
        return low, high + lacking
    low, high = low - lacking / 2, high + lacking / 2
    if bounds.highest is not None and high > bounds.highest:
        return low - (high - bounds.highest), bounds.highest
    if bounds.lowest is not None and low < bounds.lowest:
        return bounds.lowest, high + (bounds.lowest - low)
    return low, high


def _ticks(low: Fraction, high: Fraction, bounds: Bounds) -> tuple[Fraction, ...]:
    step = round_step((high - low) / _STEPS)
    if bounds.whole:
        step = max(step, Fraction(1))
    first, last = low // step, -(-high // step)
    if first == last:
        last += 1
    return tuple(step * number for number in range(first, last + 1))


def round_step(least: Fraction) -> Fraction:
    """The smallest of 1, 2, 5, 10, 20, 50 … (and of 0.5, 0.2, 0.1 …) that is not below `least`, a positive number."""
    power = Fraction(1)
    while power > least:
        power /= 10
    while power * 10 <= least:
        power *= 10
    return next(power * factor for factor in _ROUND if power * factor >= least)
