"""What no page and no download may show, even where the file of the results still holds it."""

from __future__ import annotations

from charterkit.model.indicator import Indicator
from charterkit.model.result import Row, State
from charterkit.model.small_numbers import small_count, without_figures


def guarded(row: Row, indicator: Indicator) -> Row:
    """The row, or `suppressed` in its place where it is hidden or so few persons are counted that one is known."""
    if row.state is State.SUPPRESSED or small_count(row, indicator, indicator.confidentiality.smallest):
        return without_figures(row)
    return row
