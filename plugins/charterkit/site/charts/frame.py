"""The field of a chart: time runs across, values stand upright; with the lines, the numbers and the periods."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from charterkit.periods import Length, Period
from charterkit.site.charts.scale import Scale
from charterkit.site.charts.shapes import NARROW, WIDE, Group, Shape, across, down, line, word
from charterkit.site.charts.widths import LINE, width

TOP: Final = 28
PLOT: Final = 190
FOOT: Final = TOP + PLOT
# The rooms for the numbers on the left, in pixels (fifteenths of an em), by the name of their class in assets/chart.css.
GUTTERS: Final[Mapping[str, int]] = {"": 0, "s": 36, "m": 56, "l": 80}
# How many periods may lie between two that are named: the months and quarters of whole years, as far as possible.
_OF_MONTHS: Final = (1, 3, 6, 12, 24, 48, 96)
_USUAL: Final = (1, 2, 4, 8, 16, 32, 64, 128)
_APART: Final = 10


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in whole pixels: where a word may stand need not be exact, only the same every time."""

    left: int
    top: int
    right: int
    bottom: int

    def meets(self, other: Box) -> bool:
        """Whether both cover a common place."""
        beside = self.right <= other.left or other.right <= self.left
        return not (beside or self.bottom <= other.top or other.bottom <= self.top)


@dataclass(frozen=True, slots=True)
class Frame:
    """The field: its periods, its scale, and the room on its left.

    Values are exact, places are not: a drawing is judged by nobody, and fractions would take a third of the time
    of a page. The same numbers give the same places on every machine.
    """

    periods: tuple[Period, ...]
    scale: Scale
    gutter: str
    top: int = TOP
    plot: int = PLOT

    @property
    def foot(self) -> int:
        """Where the lowest value of the scale stands, in pixels from the top."""
        return self.top + self.plot

    @property
    def width(self) -> int:
        """How wide the field is on the narrowest screen."""
        return NARROW - GUTTERS[self.gutter]

    def left(self, period: Period) -> float:
        """Where a period begins, as a part of the width."""
        return self._share(period.start.toordinal())

    def right(self, period: Period) -> float:
        """Where a period ends."""
        return self._share(period.end.toordinal() + 1)

    def middle(self, period: Period) -> float:
        """The middle of a period."""
        return (self.left(period) + self.right(period)) / 2

    def y(self, value: Fraction) -> float:
        """Where a value stands, in pixels from the top."""
        return self.top + self.plot * (1 - self.scale.height(value))

    def _share(self, day: int) -> float:
        first, end = self.periods[0].start.toordinal(), self.periods[-1].end.toordinal() + 1
        return (day - first) / (end - first)


def grid(frame: Frame) -> Group:
    """A thin line at each round number."""
    left = down(-GUTTERS[frame.gutter])
    ys = [down(frame.y(tick)) for tick in frame.scale.ticks]
    return Group("chart-grid", tuple(line(left, y, "100%", y) for y in ys))


def gutter_for(texts: Sequence[str]) -> str | None:
    """The smallest room into which all the words fit; None where none is large enough."""
    widest = max(map(width, texts))
    return next((name for name, pixels in GUTTERS.items() if name and widest <= pixels), None)


def numbers(frame: Frame, texts: Sequence[str]) -> Group:
    """The numbers of the scale, each on its line; the one on top may say the unit and reach into the field."""
    left = down(-GUTTERS[frame.gutter])
    ys = [frame.y(tick) - 5 for tick in frame.scale.ticks]
    return Group("chart-words", tuple(word(left, y, text) for y, text in zip(ys, texts, strict=True)))


def number_boxes(frame: Frame, texts: Sequence[str]) -> Iterator[Box]:
    """What the numbers of the scale take."""
    left = -GUTTERS[frame.gutter]
    for tick, text in zip(frame.scale.ticks, texts, strict=True):
        y = int(frame.y(tick))
        yield Box(left, y - LINE, left + width(text), y)


def names(frame: Frame, texts: Sequence[str], y: int) -> Group:
    """The names of as many periods as there is room for; on a wide screen there may be more."""
    return Group("chart-words", _names(frame.periods, frame, texts, y))


def _names(periods: Sequence[Period], frame: Frame, texts: Sequence[str], y: int) -> tuple[Shape, ...]:
    wide = _chosen(frame, texts, frame.width + WIDE - NARROW)
    narrow = _chosen(frame, texts, frame.width)
    shown = []
    for number in sorted(wide | narrow):
        x, anchor, _ = _place(frame.middle(periods[number]), texts[number], frame.width)
        look = "" if number in wide & narrow else "chart-minor" if number in wide else "chart-major"
        shown.append(word(x, y, texts[number], anchor, look))
    return tuple(shown)


def _chosen(frame: Frame, texts: Sequence[str], pixels: int) -> frozenset[int]:
    """The periods to be named: each how many-th there is room for, counted back from the last; else both ends."""
    end = len(texts) - 1
    strides = _OF_MONTHS if frame.periods[0].length is Length.MONTH else _USUAL
    rows = [range(end % stride, end + 1, stride) for stride in strides if stride <= end]
    found = next((row for row in (*rows, (0, end)) if _fits(frame, texts, pixels, row)), (end,))
    return frozenset(found)


def _fits(frame: Frame, texts: Sequence[str], pixels: int, numbers: Sequence[int]) -> bool:
    edge = None
    for number in numbers:
        # The anchors are those of the narrowest screen, wherever the name is shown.
        _, anchor, share = _place(frame.middle(frame.periods[number]), texts[number], frame.width)
        left = int(share * pixels) - before(anchor, width(texts[number]))
        if edge is not None and left < edge + _APART:
            return False
        edge = left + width(texts[number])
    return True


def before(anchor: str, size: int) -> int:
    """How many pixels of words lie before the place at which their anchor stands."""
    return {"start": 0, "middle": size // 2, "end": size}[anchor]


def _place(middle: float, text: str, pixels: int) -> tuple[str, str, float]:
    """Where the name of a period stands: below its middle, or as far from the edge as it is long."""
    half, x = width(text) // 2 + 1, int(middle * pixels)
    if x + half > pixels:
        return "100%", "end", 1.0
    if x < half:
        return "0", "start", 0.0
    return across(middle), "middle", middle
