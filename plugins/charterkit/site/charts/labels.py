"""Words inside a plot: the newest figure and the newest target, where they cover nothing; else nowhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from charterkit.site.charts import levels
from charterkit.site.charts.data import Data, Point
from charterkit.site.charts.frame import FOOT, Box, Frame, before, number_boxes
from charterkit.site.charts.shapes import NARROW, WIDE, Group, across, word
from charterkit.site.charts.widths import LINE, width

# How far a point reaches around its middle.
_REACH: Final = 7
# A sloping line is taken as so many small boxes.
_SAMPLES: Final = 8
# Where along its line a target is named: at the end, at the beginning, between.
_ALONG: Final = (1.0, 0.0, 0.5, 0.75, 0.25)
_ZERO: Final = Fraction(0)


@dataclass(frozen=True, slots=True)
class Labels:
    """The words that found room, and whether those of the target are among them on every screen."""

    groups: tuple[Group, ...]
    target_told: bool


@dataclass(frozen=True, slots=True)
class Spot:
    """A place for words: `x` is a part of the width, `anchor` the side of the words that stands there."""

    text: str
    x: float
    anchor: str
    top: int
    bold: bool = False

    def box(self, pixels: int) -> Box:
        """What the words take of a field so wide."""
        size = width(self.text, self.bold)
        left = int(self.x * pixels) - before(self.anchor, size)
        return Box(left, self.top, left + size, self.top + LINE)

    def fits(self, pixels: int) -> bool:
        """Whether the words stay inside a field so wide."""
        box = self.box(pixels)
        return box.left >= 0 and box.right <= pixels and box.top >= 0 and box.bottom <= FOOT - 2

    def group(self, look: str) -> Group:
        """The words, drawn."""
        return Group(look, (word(across(self.x), self.top + LINE - 5, self.text, self.anchor),))


def labels(
    frame: Frame, data: Data, ticks: Sequence[str], newest: str, targets: Sequence[str], columns: bool
) -> Labels:
    """The words of a plot. `ticks` are those of the scale, which stand already; `targets` the target's, best first.

    What finds no room on the narrowest screen may find it on a wide one, and is shown on that alone. Places are
    tried for the narrowest screen of each kind: on wider ones everything lies further apart.
    """
    groups, last = [], None
    for pixels, look in ((frame.width, ""), (frame.width + WIDE - NARROW, " chart-minor")):
        taken = [*number_boxes(frame, ticks), *_taken(frame, data, columns, pixels)]
        if last is None:
            last = _first_free(_beside(frame, data, newest, pixels), taken, pixels)
            groups += [last.group(f"chart-words chart-last{look}")] if last else []
        taken += [last.box(pixels)] if last else []
        target = _first_free(_along(frame, data, targets, pixels), taken, pixels)
        if target is not None:
            return Labels((*groups, target.group(f"chart-words chart-demand{look}")), not look)
    return Labels(tuple(groups), target_told=False)


def _first_free(spots: Iterable[Spot], taken: Sequence[Box], pixels: int) -> Spot | None:
    for spot in spots:
        box = spot.box(pixels)
        if spot.fits(pixels) and not any(box.meets(one) for one in taken):
            return spot
    return None


def _beside(frame: Frame, data: Data, text: str, pixels: int) -> Iterator[Spot]:
    """Above or below the newest point, then further off; at an edge the words end or begin there."""
    one, size = data.shown[-1], width(text, bold=True)
    x, y = frame.middle(one.period), int(frame.y(one.value or _ZERO))
    share, anchor, half = x, "middle", size // 2 + 1
    if x * pixels + half > pixels:
        share, anchor = 1.0, "end"
    elif x * pixels < half:
        share, anchor = 0.0, "start"
    for top in (y - 10 - LINE, y + 10, y - 30 - LINE, y + 30):
        yield Spot(text, share, anchor, top, bold=True)


def _along(frame: Frame, data: Data, texts: Sequence[str], pixels: int) -> Iterator[Spot]:
    """Above or below the newest line of the target, from its end to its beginning."""
    steps = levels.all_steps(frame, data.points)
    step = max(steps, key=lambda one: (one.right, one.value), default=None)
    if step is None:
        return
    y = int(frame.y(step.value))
    for text in texts:
        slack = step.right - step.left - width(text) / pixels
        for part in _ALONG:
            x, anchor = (step.right, "end") if part == 1 else (step.left + slack * part, "start")
            if slack >= 0 or part == 1:
                yield Spot(text, x, anchor, y - LINE - 3)
                yield Spot(text, x, anchor, y + 3)


def _taken(frame: Frame, data: Data, columns: bool, pixels: int) -> Iterator[Box]:
    """The lines of the target, and the line with its points, or the columns."""
    for step in levels.all_steps(frame, data.points):
        y = int(frame.y(step.value))
        yield Box(int(step.left * pixels), y - 2, int(step.right * pixels), y + 2)
    yield from _columns(frame, data, pixels) if columns else _line(frame, data, pixels)


def _line(frame: Frame, data: Data, pixels: int) -> Iterator[Box]:
    places = {one: _place(frame, one, pixels) for one in data.shown}
    for one, (x, y) in places.items():
        ends = [y, *(int(frame.y(end)) for end in one.interval or ())]
        yield Box(x - _REACH, min(ends) - _REACH, x + _REACH, max(ends) + _REACH)
    for one, next in data.joined():
        (x1, y1), (x2, y2) = places[one], places[next]
        for number in range(_SAMPLES):
            left, right = ((x1 * (_SAMPLES - at) + x2 * at) // _SAMPLES for at in (number, number + 1))
            ys = sorted((y1 * (_SAMPLES - at) + y2 * at) // _SAMPLES for at in (number, number + 1))
            yield Box(left, ys[0] - 3, right + 1, ys[1] + 3)


def _columns(frame: Frame, data: Data, pixels: int) -> Iterator[Box]:
    foot = int(frame.y(_ZERO))
    for one in data.shown:
        top, bottom = sorted((_place(frame, one, pixels)[1], foot))
        yield Box(
            int(frame.left(one.period) * pixels), top - 2, int(frame.right(one.period) * pixels), bottom
        )


def _place(frame: Frame, one: Point, pixels: int) -> tuple[int, int]:
    return int(frame.middle(one.period) * pixels), int(frame.y(one.value or _ZERO))
