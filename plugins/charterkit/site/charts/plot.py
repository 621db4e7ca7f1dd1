"""A line or columns over time, with what was demanded."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from charterkit.site.charts import levels
from charterkit.site.charts.data import COLUMN_LOOKS, Data, Point, column_look, is_bound, is_judged
from charterkit.site.charts.frame import FOOT, TOP, Frame, grid, names, numbers
from charterkit.site.charts.labels import labels
from charterkit.site.charts.shapes import (
    NARROW,
    WIDE,
    Drawing,
    Group,
    Shape,
    across,
    arrow,
    box,
    diamond,
    dot,
    down,
    line,
    marks,
)

# A mark needs so much room beside the next one.
_MARK: Final = 12
# A column takes this part of its period.
_FILLED: Final = 0.7
_ZERO: Final = Fraction(0)


@dataclass(frozen=True, slots=True)
class PlotWords:
    """The words of a plot: numbers of the scale, names of periods, tooltips, the newest figure, the target."""

    ticks: tuple[str, ...]
    periods: tuple[str, ...]
    tips: tuple[str, ...]
    statuses: tuple[str, ...]
    newest: str
    targets: tuple[str, ...]


def plot(
    frame: Frame, data: Data, words: PlotWords, columns: bool, baseline: tuple[Fraction, str] | None
) -> tuple[Drawing, bool]:
    """The drawing, and whether the target is named in it on every screen."""
    told = labels(frame, data, words.ticks, words.newest, words.targets, columns)
    row = _row(frame, data, words)
    names_at = FOOT + (40 if row else 22)
    figures = _columns(frame, data, words.tips) if columns else _line(frame, data, words.tips)
    groups = (
        levels.zone(frame, data.points),
        levels.near(frame, data.points),
        grid(frame),
        *_breaks(frame, data),
        # A line lies above the target, columns below it.
        *(figures if columns else ()),
        levels.targets(frame, data.points),
        *(() if columns else figures),
        *_baseline(frame, baseline),
        *row,
        numbers(frame, words.ticks),
        names(frame, words.periods, names_at),
        *told.groups,
    )
    return Drawing(names_at + 6, frame.gutter, groups), told.target_told


def small(frame: Frame, data: Data) -> Drawing:
    """A line without words, for one part among many."""
    nothing = ("",) * len(data.points)
    lines = (levels.targets(frame, data.points), *_line(frame, data, nothing))
    ends = grid(frame).shapes
    return Drawing(frame.foot + 2, "", (Group("chart-grid", (ends[0], ends[-1])), *lines))


def _line(frame: Frame, data: Data, tips: tuple[str, ...]) -> tuple[Group, ...]:
    told = dict(zip(data.points, tips, strict=True))
    pairs = data.joined()
    looks = {one: _look(one) for one in data.shown}
    return (
        Group("chart-line", tuple(_segment(frame, *pair) for pair in pairs if not _is_soft(pair))),
        Group("chart-line chart-soft", tuple(_segment(frame, *pair) for pair in pairs if _is_soft(pair))),
        _whiskers(frame, data),
        *(
            Group(look, tuple(_point(frame, one, told[one]) for one in data.shown if looks[one] == look))
            for look in ("chart-dot", "chart-dot chart-open", "chart-arrow")
        ),
    )


def _is_soft(pair: tuple[Point, Point]) -> bool:
    return any(one.unsettled for one in pair)


def _look(one: Point) -> str:
    if is_bound(one):
        return "chart-arrow"
    return "chart-dot chart-open" if one.unsettled else "chart-dot"


def _segment(frame: Frame, one: Point, next: Point) -> Shape:
    assert one.value is not None
    assert next.value is not None
    x1, x2 = across(frame.middle(one.period)), across(frame.middle(next.period))
    return line(x1, down(frame.y(one.value)), x2, down(frame.y(next.value)))


def _point(frame: Frame, one: Point, tip: str) -> Shape:
    x, y = frame.middle(one.period), frame.y(one.value or _ZERO)
    return arrow(x, y, one.bound, tip) if is_bound(one) else dot(x, y, tip)


def _whiskers(frame: Frame, data: Data) -> Group:
    return Group(
        "chart-whisker",
        tuple(
            line(x, down(frame.y(one.interval[0])), x, down(frame.y(one.interval[1])))
            for one in data.shown
            if one.interval is not None
            for x in (across(frame.middle(one.period)),)
        ),
    )


def _columns(frame: Frame, data: Data, tips: tuple[str, ...]) -> tuple[Group, ...]:
    told = dict(zip(data.points, tips, strict=True))
    looks = {one: column_look(one, newest=one is data.shown[-1]) for one in data.shown}
    return (
        *(
            Group(look, tuple(_column(frame, one, told[one]) for one in data.shown if looks[one] == look))
            for look in COLUMN_LOOKS
        ),
        Group("chart-arrow", tuple(_point(frame, one, told[one]) for one in data.shown if is_bound(one))),
        _whiskers(frame, data),
    )


def _column(frame: Frame, one: Point, tip: str) -> Shape:
    left, right = frame.left(one.period), frame.right(one.period)
    wide = (right - left) * _FILLED
    top, bottom = sorted((frame.y(one.value or _ZERO), frame.y(_ZERO)))
    return box((left + right - wide) / 2, top, wide, bottom - top, tip)


def _breaks(frame: Frame, data: Data) -> tuple[Group, ...]:
    """An upright line before each figure that cannot be compared with the one before it."""
    xs = [across(frame.left(one.period)) for one in data.points[1:] if one.broken]
    return (Group("chart-break", tuple(line(x, down(TOP), x, down(FOOT)) for x in xs)),)


def _baseline(frame: Frame, baseline: tuple[Fraction, str] | None) -> tuple[Group, ...]:
    if baseline is None:
        return ()
    return (Group("chart-baseline", (diamond(0, frame.y(baseline[0]), baseline[1]),)),)


def _row(frame: Frame, data: Data, words: PlotWords) -> tuple[Group, ...]:
    """The verdicts below their periods; on a narrow screen only where they find room."""
    if not is_judged(data):
        return ()
    closest = min(frame.right(one.period) - frame.left(one.period) for one in data.points)
    if closest * (frame.width + WIDE - NARROW) < _MARK:
        return ()
    narrow = "" if closest * frame.width >= _MARK else " chart-minor"
    places = tuple(
        (frame.middle(one.period), one.status, tip)
        for one, tip in zip(data.points, words.statuses, strict=True)
    )
    return marks(places, FOOT + 16, narrow)
