"""Points out of a hundred as lying bars: a name, a number, a bar on its track, and where it stood before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from charterkit.model.caf import FULL
from charterkit.site.charts.chart import ChartPart
from charterkit.site.charts.shapes import NARROW, Drawing, Group, Shape, box, diamond, down, word
from charterkit.site.charts.widths import LINE, width, wrapped
from charterkit.site.charts.words import Key

# A row holds a line of words and, below it, the bar; in pixels.
_ROW: Final = 54
_WORDS: Final = 16
_BAR: Final = 24
_THICK: Final = 14
_FILL: Final = 10
# Between a name and its points.
_APART: Final = 12


@dataclass(frozen=True, slots=True)
class Bar:
    """A row: what it is about, its points as they are told, their share of the whole track, and that of before.

    `short` stands on a narrow screen instead of the name; without it a name that is too long stands in lines.
    """

    name: str
    told: str
    share: Fraction | None
    before: Fraction | None = None
    short: str = ""


def share(points: Fraction) -> Fraction:
    """The part of a full track that points out of a hundred fill."""
    return points / FULL


def score_bars(
    id: str, words: tuple[str, str, str], rows: Sequence[Bar], key_before: str, table: str
) -> ChartPart:
    """The chart of some rows; `words` are its title, its description and its caption."""
    title, description, caption = words
    with_before = any(row.before is not None for row in rows)
    keys = (Key("baseline", key_before),) if with_before else ()
    return ChartPart(id, title, description, caption, _drawing(rows), keys, (), table)


def _drawing(rows: Sequence[Bar]) -> Drawing:
    named = [_lines(row) for row in rows]
    # All rows are as high as the one with the longest name: where the screen is wide, bars stand at even distances too.
    more = (max(map(len, named), default=1) - 1) * LINE
    # Everything but the first lines of a name stands at its last one.
    tops = [number * (_ROW + more) + more for number in range(len(rows))]
    bars = [(top + _BAR, row) for top, row in zip(tops, rows, strict=True)]
    told = list(zip(tops, named, rows, strict=True))
    differ = [one for one in told if one[1] != [one[2].name]]
    groups = (
        Group("chart-track", tuple(box(0, top, 1, _THICK) for top, _ in bars)),
        Group("chart-column", tuple(_fill(top, row.share) for top, row in bars if row.share)),
        Group(
            "chart-baseline", tuple(_before(top, row.before) for top, row in bars if row.before is not None)
        ),
        Group("chart-words", tuple(_name(top, row.name) for top, lines, row in told if lines == [row.name])),
        Group(
            "chart-words chart-major", tuple(one for top, lines, _ in differ for one in _names(top, lines))
        ),
        Group("chart-words chart-minor", tuple(_name(top, row.name) for top, _, row in differ)),
        Group(
            "chart-words chart-last",
            tuple(word("100%", top + _WORDS, row.told, "end") for top, _, row in told),
        ),
    )
    return Drawing(len(rows) * (_ROW + more) - (_ROW - _BAR - _THICK) + 2, "", groups)


def _lines(row: Bar) -> list[str]:
    """The name on a narrow screen: in several lines where it finds no room beside the points."""
    name, beside = row.short or row.name, NARROW - width(row.told, bold=True) - _APART
    return [name] if width(name) <= beside else wrapped(name, beside)


def _names(top: float, lines: Sequence[str]) -> list[Shape]:
    """The lines of a name, the last of them at the height of the points."""
    return [_name(top - number * LINE, line) for number, line in enumerate(reversed(lines))][::-1]


def _name(top: float, name: str) -> Shape:
    return word(down(0), top + _WORDS, name)


def _fill(top: int, part: Fraction) -> Shape:
    return box(0, top + (_THICK - _FILL) / 2, float(part), _FILL)


def _before(top: int, part: Fraction) -> Shape:
    return diamond(float(part), top + _THICK / 2, "")
