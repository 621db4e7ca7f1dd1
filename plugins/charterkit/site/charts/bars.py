"""Few figures, one below the other: period, number and bar, each on the same scale from zero."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final, TypeAlias

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
_AFTER_MARK: Final = 18
_ZERO: Final = Fraction(0)

# Where a bar begins, in pixels from the top, and what it shows.
Row: TypeAlias = tuple[int, Point]


@dataclass(frozen=True, slots=True)
class BarWords:
    """The words of each row: its period, its figure (or what there is instead), its tooltip."""

    names: Sequence[str]
    figures: Sequence[str]
    statuses: Sequence[str]


def bars(data: Data, scale: Scale, words: BarWords) -> Drawing:
    """The drawing; newest last, as time goes."""
    judged = is_judged(data)
    numbered = tuple(enumerate(data.points))
    rows = tuple((number * _ROW + _BAR, one) for number, one in numbered)
    row_marks = [
        group
        for number, one in numbered
        if judged
        for group in marks(((down(6), one.status, words.statuses[number]),), number * _ROW + _WORDS - 5)
    ]
    left = down(_AFTER_MARK if judged else 0)
    texts = [word(left, number * _ROW + _WORDS, words.names[number]) for number, _ in numbered]
    figures = [word("100%", number * _ROW + _WORDS, words.figures[number], "end") for number, _ in numbered]
    newest = data.points.index(data.shown[-1])
    return Drawing(
        len(rows) * _ROW - 8,
        "",
        (
            Group("chart-track", tuple(box(0, top, 1, _THICK) for top, _ in rows)),
            Group("chart-near", tuple(_near(scale, rows))),
            *_filled(scale, rows),
            Group("chart-target", tuple(_ticks(scale, rows))),
            Group("chart-zero", tuple(_upright(top, _share(scale, _ZERO)) for top, _ in rows)),
            *row_marks,
            Group("chart-words", (*texts, *figures[:newest], *figures[newest + 1 :])),
            Group("chart-words chart-last", (figures[newest],)),
        ),
    )


def bar(one: Point, scale: Scale) -> Drawing:
    """A single bar without words, for one part among many."""
    rows = ((_OVER, one),)
    groups = (
        Group("chart-track", (box(0, _OVER, 1, _THICK),)),
        *_filled(scale, rows),
        Group("chart-target", tuple(_ticks(scale, rows))),
    )
    return Drawing(_THICK + 2 * _OVER, "", groups)


def _share(scale: Scale, value: Fraction) -> float:
    return scale.height(value)


def _filled(scale: Scale, rows: Sequence[Row]) -> tuple[Group, ...]:
    shown = [(top, one, one.value) for top, one in rows if one.value is not None]
    newest = shown[-1][0]
    looks = {top: column_look(one, newest=top == newest) for top, one, _ in shown}
    return (
        *(
            Group(look, tuple(_bar(scale, top, value) for top, _, value in shown if looks[top] == look))
            for look in COLUMN_LOOKS
        ),
        Group("chart-whisker", tuple(_whiskers(scale, rows))),
        Group("chart-arrow", tuple(_arrow(scale, top, one) for top, one in rows if is_bound(one))),
    )


def _bar(scale: Scale, top: int, value: Fraction) -> Shape:
    left, right = sorted((_share(scale, _ZERO), _share(scale, value)))
    return box(left, top + 2, right - left, _THICK - 4)


def _arrow(scale: Scale, top: int, one: Point) -> Shape:
    place = _share(scale, one.value or _ZERO)
    return arrow(place, top + _THICK // 2, f"bar-{one.bound}", "")


def _whiskers(scale: Scale, rows: Sequence[Row]) -> list[Shape]:
    return [
        line(across(_share(scale, one.interval[0])), y, across(_share(scale, one.interval[1])), y)
        for top, one in rows
        if one.interval is not None
        for y in (down(top + _THICK // 2),)
    ]


def _ticks(scale: Scale, rows: Sequence[Row]) -> list[Shape]:
    return [
        _upright(top, _share(scale, end))
        for top, one in rows
        for end in dict.fromkeys((one.wanted.low, one.wanted.high))
        if end is not None
    ]


def _near(scale: Scale, rows: Sequence[Row]) -> list[Shape]:
    found = []
    for top, one in rows:
        for end, beyond in ((one.wanted.low, one.near.low), (one.wanted.high, one.near.high)):
            if end is not None and beyond is not None and end != beyond:
                left, right = sorted((_share(scale, end), _share(scale, beyond)))
                found.append(box(left, top, right - left, _THICK))
    return found


def _upright(top: int, share: float) -> Shape:
    x = across(share)
    return line(x, down(top - _OVER), x, down(top + _THICK + _OVER))
