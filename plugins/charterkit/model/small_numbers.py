"""Counts of persons that are so small that somebody could be recognised."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from math import ceil, floor

from charterkit.model.indicator import Indicator, IndicatorType
from charterkit.model.result import Count, Quantity, Row, State
from charterkit.numbers import Bound
from charterkit.text import NO_TEXT

# The types whose numerator is a part of the denominator: who is not in the one is known from the other.
PARTS_OF_A_WHOLE = frozenset({IndicatorType.SHARE, IndicatorType.SURVEY_SHARE})
# What is left of the denominator beside the numerator, for want of a column of its own.
REST = "rest"


def small_count(row: Row, indicator: Indicator, k: int) -> str:
    """The column that counts 1 to k - 1 persons, `rest` for what the numerator leaves over; blank for none.

    Rows of an indicator that does not count persons have none, nor has a row without figures.
    """
    if not indicator.confidentiality.persons:
        return ""
    return next((name for name, count in _counts(row, indicator) if 0 < count < k), "") or _hinted(
        row, indicator, k
    )


def without_figures(row: Row) -> Row:
    """The row as one that is suppressed: nothing is left that could hint at its figure or its verdict.

    The reason and the note stay: they are there to tell why nothing is shown.
    """
    return replace(
        row, figure=None, numerator=None, denominator=None, n=None, sd=None, state=State.SUPPRESSED,
        reported="", complaints=None, action_by=None, cause=NO_TEXT, action=NO_TEXT,
    )  # fmt: skip


def numerators(share: Quantity, whole: Count, indicator: Indicator) -> tuple[Fraction, Fraction]:
    """The least and the largest numerator that a share, rounded as it is printed, of a known denominator can have."""
    half = Fraction(1, 2 * 10**share.decimals)
    per_unit = Fraction(whole.value) / Fraction(indicator.factor)
    return (share.value - half) * per_unit, (share.value + half) * per_unit


def _counts(row: Row, indicator: Indicator) -> Iterator[tuple[str, Fraction]]:
    named = (("numerator", row.numerator), ("denominator", row.denominator), ("n", row.n))
    yield from ((name, Fraction(count.value)) for name, count in named if count is not None)
    if indicator.type is IndicatorType.COUNT and row.figure is not None:
        yield "value", row.figure.value
    top, bottom = row.numerator, row.denominator
    if indicator.type in PARTS_OF_A_WHOLE and top is not None and bottom is not None:
        yield REST, Fraction(bottom.value) - Fraction(top.value)


def _hinted(row: Row, indicator: Indicator, k: int) -> str:
    """The same for a printed share of a published denominator, where every numerator that it allows is small."""
    whole, share = row.denominator, row.figure
    if indicator.type not in PARTS_OF_A_WHOLE or row.numerator or whole is None or share is None:
        return ""
    if not share.bound is whole.bound is Bound.EXACT or indicator.weighting:
        return ""
    low, high = numerators(share, whole, indicator)
    least, most = ceil(low), floor(high)
    if 0 < least <= most < k:
        return "value"
    return REST if 0 < whole.value - most <= whole.value - least < k else ""
