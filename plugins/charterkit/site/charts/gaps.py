"""Expectation and experience on one line for each item: how far apart they lie is seen at a glance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from charterkit.site.charts.shapes import Drawing, Group, Shape, across, box, down, line, word

# A row holds a line of words and, below it, the line between both points.
_ROW: Final = 50
_WORDS: Final = 16
_LINE: Final = 30
_TRACK: Final = 4


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
    """The drawing, the first item on top; all items on the scale from `low` to `high`."""
    places = [(number * _ROW, row) for number, row in enumerate(rows)]
    tracks = tuple(box(0, top + _LINE - _TRACK // 2, 1, _TRACK) for top, _ in places)
    return Drawing(
        len(places) * _ROW,
        "",
        (
            Group("chart-track", tracks),
            Group("chart-gap", tuple(_between(top, row, low, high) for top, row in places if _has_both(row))),
            Group("chart-dot chart-open", tuple(_dots(places, low, high, expected=True))),
            Group("chart-dot", tuple(_dots(places, low, high, expected=False))),
            *_names(places),
            Group(
                "chart-words", tuple(word("100%", top + _WORDS, row.figures, "end") for top, row in places)
            ),
        ),
    )


def _names(places: Sequence[tuple[int, GapRow]]) -> tuple[Group, ...]:
    """The names; where one is too long for a narrow screen, all of them once for each width."""
    full = tuple(word("0", top + _WORDS, row.name) for top, row in places)
    if not any(row.short for _, row in places):
        return (Group("chart-words chart-last", full),)
    short = tuple(word("0", top + _WORDS, row.short or row.name) for top, row in places)
    return (
        Group("chart-words chart-last chart-major", short),
        Group("chart-words chart-last chart-minor", full),
    )


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
