"""Points out of a hundred as lying bars: a name, a number, a bar on its track, and where it stood before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from charterkit.model.caf import FULL
from charterkit.site.charts.chart import ChartPart
from charterkit.site.charts.shapes import Drawing, Group, Shape, box, diamond, down, word
from charterkit.site.charts.words import Key

# A row holds a line of words and, below it, the bar; in pixels.
_ROW: Final = 54
_WORDS: Final = 16
_BAR: Final = 24
_THICK: Final = 14
_FILL: Final = 10


@dataclass(frozen=True, slots=True)
class Bar:
    """A row: what it is about, its points as they are told, their share of the whole track, and that of before.

    `short` stands on a narrow screen, where the name finds no room beside the points; blank where it does.
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
    numbered = tuple(enumerate(rows))
    tops = [(number * _ROW + _BAR, row) for number, row in numbered]
    wide = [_name(number, row.name) for number, row in numbered if row.short]
    names = [_name(number, row.short or row.name) for number, row in numbered]
    on_all = "chart-words chart-major" if wide else "chart-words"
    figures = [word("100%", number * _ROW + _WORDS, row.told, "end") for number, row in numbered]
    groups = (
        Group("chart-track", tuple(box(0, top, 1, _THICK) for top, _ in tops)),
        Group("chart-column", tuple(_fill(top, row.share) for top, row in tops if row.share)),
        Group(
            "chart-baseline", tuple(_before(top, row.before) for top, row in tops if row.before is not None)
        ),
        Group(on_all, tuple(names)),
        Group("chart-words chart-minor", tuple(wide)),
        Group("chart-words chart-last", tuple(figures)),
    )
    return Drawing(len(rows) * _ROW - (_ROW - _BAR - _THICK) + 2, "", groups)


def _name(number: int, name: str) -> Shape:
    return word(down(0), number * _ROW + _WORDS, name)


def _fill(top: int, part: Fraction) -> Shape:
    return box(0, top + (_THICK - _FILL) / 2, float(part), _FILL)


def _before(top: int, part: Fraction) -> Shape:
    return diamond(float(part), top + _THICK / 2, "")
