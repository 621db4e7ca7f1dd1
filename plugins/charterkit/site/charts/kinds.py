"""Which kind of chart a series of figures gets: a rule of the data, so that nobody has to choose."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from charterkit.model.indicator import Indicator, IndicatorType
from charterkit.site.charts.data import Data

# So many figures say all in a sentence and a table.
FEWEST: Final = 2
# Up to so many figures are read one by one: as bars, with their numbers.
_FEW: Final = 5
# Up to so many periods find room one below the other.
_ROWS: Final = 7


class Kind(StrEnum):
    """The kinds of chart."""

    LINE = "line"
    COLUMNS = "columns"
    BARS = "bars"
    STRIP = "strip"


def kind_of(indicator: Indicator, data: Data) -> Kind | None:
    """The kind of chart; None where fewer than two periods have a figure, or a sentence tells all that there is.

    Answers and days are no amounts: their verdicts stand in a row. A place is no amount either, so it is a point
    and never the length of a bar. Counts stand on zero; everything else with many figures is a line.
    """
    if len(data.shown) < FEWEST:
        return None
    if indicator.type is IndicatorType.YES_NO or indicator.unit == "date":
        return Kind.STRIP
    if is_told(data):
        return None
    if indicator.type is IndicatorType.RANK:
        return Kind.LINE
    if len(data.shown) <= _FEW and len(data.points) <= _ROWS:
        return Kind.BARS
    return Kind.COLUMNS if indicator.type is IndicatorType.COUNT else Kind.LINE


def is_told(data: Data) -> bool:
    """Whether words say it better: two figures, or always the same one, and no target to hold them against."""
    if any(one.target is not None for one in data.points):
        return False
    figures = {(one.value, one.bound, one.interval) for one in data.shown}
    return len(data.shown) <= FEWEST or len(figures) == 1
