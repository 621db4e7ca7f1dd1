"""The verdicts of the last periods in a row: a shape for each, and the names of as many as find room."""

from __future__ import annotations

from typing import Final

from charterkit.site.charts.data import Data
from charterkit.site.charts.frame import Frame, names
from charterkit.site.charts.scale import Scale
from charterkit.site.charts.shapes import Drawing, Group, marks

# So many shapes find room on a telephone.
MOST: Final = 22
_MARKS: Final = 12
_NAMES: Final = 42
_NO_SCALE: Final = Scale(())


def strip(data: Data, periods: tuple[str, ...], statuses: tuple[str, ...]) -> Drawing:
    """The drawing; oldest first."""
    frame = Frame(tuple(one.period for one in data.points), _NO_SCALE, "")
    places = tuple(
        (frame.middle(one.period), one.status, tip) for one, tip in zip(data.points, statuses, strict=True)
    )
    groups: tuple[Group, ...] = (*marks(places, _MARKS), names(frame, periods, _NAMES))
    return Drawing(_NAMES + 6, "", groups)
