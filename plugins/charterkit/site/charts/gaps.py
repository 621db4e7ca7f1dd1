"""Expectation and experience on one line for each item: how far apart they lie is seen at a glance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from charterkit.site.charts.shapes import NARROW, WIDE, Drawing, Group, Shape, across, box, down, line, word
from charterkit.site.charts.widths import LINE, width, wrapped

# A row holds a line of words and, below it, the line between both points.
_ROW: Final = 50
_WORDS: Final = 16
_LINE: Final = 30
_TRACK: Final = 4
# Between a name and its figure.
_APART: Final = 12


@dataclass(frozen=True, slots=True)
class GapRow:
    """An item: its name, both figures in words, and where they stand; None for a side that is not known.

    `short` stands on a narrow screen, where the name would run into its figures; blank where it does not.
    """

    name: str
    figures: str
    expectation: Fraction | None
    experience: Fraction | None
    short: str = ""


def gaps(rows: Sequence[GapRow], low: Fraction, high: Fraction) -> Drawing:
    """The drawing, the first item on top; all items on the scale from `low` to `high`.

    A name that does not fit beside its figure stands in several lines; where the screen is wide, in one.
    """
    named = [(row, _lines(row, NARROW), _lines(row, WIDE)) for row in rows]
    heights = [_ROW + (len(lines) - 1) * LINE for _, lines, _ in named]
    tops = [sum(heights[:number]) for number in range(len(rows))]
    # Everything but the names stands below the last of their lines.
    places = [(top + height - _ROW, row) for top, height, row in zip(tops, heights, rows, strict=True)]
    tracks = tuple(box(0, top + _LINE - _TRACK // 2, 1, _TRACK) for top, _ in places)
    everywhere, narrow, wide = _names(tops, named)
    return Drawing(
        sum(heights),
        "",
        (
            Group("chart-track", tracks),
            Group("chart-gap", tuple(_between(top, row, low, high) for top, row in places if _has_both(row))),
            Group("chart-dot chart-open", tuple(_dots(places, low, high, expected=True))),
            Group("chart-dot", tuple(_dots(places, low, high, expected=False))),
            Group("chart-words chart-last", everywhere),
            Group("chart-words chart-last chart-major", narrow),
            Group("chart-words chart-last chart-minor", wide),
            Group(
                "chart-words", tuple(word("100%", top + _WORDS, row.figures, "end") for top, row in places)
            ),
        ),
    )


def _lines(row: GapRow, pixels: int) -> list[str]:
    """The name in as many lines as it needs; beside the last one stands the figure."""
    beside = pixels - width(row.figures) - _APART
    lines = wrapped(row.name, pixels)
    return lines if width(lines[-1], bold=True) <= beside else wrapped(row.name, beside)


def _names(
    tops: Sequence[int], named: Sequence[tuple[GapRow, list[str], list[str]]]
) -> tuple[tuple[Shape, ...], tuple[Shape, ...], tuple[Shape, ...]]:
    """The names that look alike on every screen, and the others for narrow and for wide ones."""
    everywhere: list[Shape] = []
    narrow: list[Shape] = []
    wide: list[Shape] = []
    for top, (_, lines, on_wide) in zip(tops, named, strict=True):
        (everywhere if lines == on_wide else narrow).extend(_words(top, lines))
        if lines != on_wide:
            wide += _words(top + (len(lines) - len(on_wide)) * LINE, on_wide)
    return tuple(everywhere), tuple(narrow), tuple(wide)


def _words(top: int, lines: Sequence[str]) -> list[Shape]:
    return [word("0", top + _WORDS + number * LINE, text) for number, text in enumerate(lines)]


def _has_both(row: GapRow) -> bool:
    return row.expectation is not None and row.experience is not None


def _share(value: Fraction, low: Fraction, high: Fraction) -> float:
    return float((value - low) / (high - low))


def _between(top: int, row: GapRow, low: Fraction, high: Fraction) -> Shape:
    y = down(top + _LINE)
    ends = (row.expectation or low, row.experience or low)
    left, right = sorted(_share(end, low, high) for end in ends)
    return line(across(left), y, across(right), y)


def _dots(places: Sequence[tuple[int, GapRow]], low: Fraction, high: Fraction, expected: bool) -> list[Shape]:
    found = []
    for top, row in places:
        value = row.expectation if expected else row.experience
        if value is not None:
            place = across(_share(value, low, high))
            found.append(Shape("circle", (("cx", place), ("cy", down(top + _LINE)), ("r", "6"))))
    return found
