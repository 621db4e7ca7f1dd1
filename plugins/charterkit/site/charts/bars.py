"""Few figures, one below the other: period, number and bar, each on the same scale from zero."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from charterkit.site.charts.data import COLUMN_LOOKS, Data, Point, column_look, is_bound, is_judged
from charterkit.site.charts.scale import Scale
from charterkit.site.charts.shapes import (
    Drawing,
    Group,
    Shape,
    across,
    arrow,
    box,
    down,
    line,
    marks,
    word,
)

# A row holds a line of words and, below it, the bar.
_ROW: Final = 54
_WORDS: Final = 16
_BAR: Final = 24
_THICK: Final = 14
_OVER: Final = 4
_AFTER_MARK: Final = "18"
_ZERO: Final = Fraction(0)


@dataclass(frozen=True, slots=True)
class BarWords:
    """The words of each row: its period, its figure (or what there is instead), its tooltip."""

    names: Sequence[str]
    figures: Sequence[str]
    statuses: Sequence[str]


def bars(data: Data, scale: Scale, words: BarWords) -> Drawing:
    """The drawing; newest last, as time goes."""
    judged = is_judged(data)
    rows = tuple(enumerate(data.points))
    row_marks = [
        group
        for number, one in rows
        if judged
        for group in marks((("6", one.status, words.statuses[number]),), number * _ROW + _WORDS - 5)
    ]
    left = _AFTER_MARK if judged else "0"
    texts = [word(left, number * _ROW + _WORDS, words.names[number]) for number, _ in rows]
    figures = [word("100%", number * _ROW + _WORDS, words.figures[number], "end") for number, _ in rows]
    newest = data.points.index(data.shown[-1])
    return Drawing(
        len(rows) * _ROW - 8,
        "",
        (
            Group("chart-track", tuple(box(0, _top(number), 1, _THICK) for number, _ in rows)),
            Group("chart-near", tuple(_near(scale, rows))),
            *_filled(scale, rows),
            Group("chart-target", tuple(_ticks(scale, rows))),
            Group("chart-zero", tuple(_upright(number, _share(scale, _ZERO)) for number, _ in rows)),
            *row_marks,
            Group("chart-words", (*texts, *figures[:newest], *figures[newest + 1 :])),
            Group("chart-words chart-last", (figures[newest],)),
        ),
    )


def bar(one: Point, scale: Scale) -> Drawing:
    """A single bar without words, for one part among many."""
    rows = ((0, one),)
    shift = _BAR - _OVER
    groups = (
        Group("chart-track", (box(0, _OVER, 1, _THICK),)),
        *(
            Group(group.look, tuple(_up(shape, shift) for shape in group.shapes))
            for group in _filled(scale, rows)
        ),
        Group("chart-target", tuple(_up(shape, shift) for shape in _ticks(scale, rows))),
    )
    return Drawing(_THICK + 2 * _OVER, "", groups)


def _top(number: int) -> int:
    return number * _ROW + _BAR


def _share(scale: Scale, value: Fraction) -> float:
    return scale.height(value)


def _filled(scale: Scale, rows: Sequence[tuple[int, Point]]) -> tuple[Group, ...]:
    shown = [(number, one, one.value) for number, one in rows if one.value is not None]
    newest = shown[-1][0]
    looks = {number: column_look(one, newest=number == newest) for number, one, _ in shown}
    return (
        *(
            Group(
                look, tuple(_bar(scale, number, value) for number, _, value in shown if looks[number] == look)
            )
            for look in COLUMN_LOOKS
        ),
        Group("chart-whisker", tuple(_whiskers(scale, rows))),
        Group("chart-arrow", tuple(_arrow(scale, number, one) for number, one in rows if is_bound(one))),
    )


def _bar(scale: Scale, number: int, value: Fraction) -> Shape:
    left, right = sorted((_share(scale, _ZERO), _share(scale, value)))
    return box(left, _top(number) + 2, right - left, _THICK - 4)


def _arrow(scale: Scale, number: int, one: Point) -> Shape:
    place = _share(scale, one.value or _ZERO)
    return arrow(place, _top(number) + _THICK // 2, f"bar-{one.bound}", "")


def _whiskers(scale: Scale, rows: Sequence[tuple[int, Point]]) -> list[Shape]:
    return [
        line(across(_share(scale, one.interval[0])), y, across(_share(scale, one.interval[1])), y)
        for number, one in rows
        if one.interval is not None
        for y in (down(_top(number) + _THICK // 2),)
    ]


def _ticks(scale: Scale, rows: Sequence[tuple[int, Point]]) -> list[Shape]:
    return [
        _upright(number, _share(scale, end))
        for number, one in rows
        for end in dict.fromkeys((one.wanted.low, one.wanted.high))
        if end is not None
    ]


def _near(scale: Scale, rows: Sequence[tuple[int, Point]]) -> list[Shape]:
    found = []
    for number, one in rows:
        for end, beyond in ((one.wanted.low, one.near.low), (one.wanted.high, one.near.high)):
            if end is not None and beyond is not None and end != beyond:
                left, right = sorted((_share(scale, end), _share(scale, beyond)))
                found.append(box(left, _top(number), right - left, _THICK))
    return found


def _upright(number: int, share: float) -> Shape:
    x = across(share)
    return line(x, down(_top(number) - _OVER), x, down(_top(number) + _THICK + _OVER))


def _up(shape: Shape, pixels: int) -> Shape:
    moved = tuple(
        (name, down(float(value) - pixels)) if name in ("y", "y1", "y2") else (name, value)
        for name, value in shape.attributes
    )
    return Shape(shape.tag, moved, shape.text, shape.title, shape.path)
