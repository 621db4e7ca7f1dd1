"""What a figure was counted from."""

from __future__ import annotations

from charterkit.model.indicator import Indicator, IndicatorType
from charterkit.model.result import Row
from charterkit.site import signs
from charterkit.site.context import Context


def counted_from(context: Context, row: Row | None, indicator: Indicator) -> str:
    """Both counts, or the one that is published ("of 345")."""
    if row is None or row.denominator is None:
        return ""
    whole = context.figures.count(row.denominator, indicator.denominator)
    if row.numerator is None:
        return context.say("of {whole}", whole=whole)
    part = context.figures.count(row.numerator, indicator.numerator)
    # Where more can be done than came in, "115 of 100" makes no sense.
    if indicator.type is IndicatorType.RATIO:
        return f"{part} {signs.divided(context.reader.words)} {whole}"
    return context.say("{part} of {whole}", part=part, whole=whole)
