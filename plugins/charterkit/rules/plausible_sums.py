"""Counts that do not add up: the parts of a whole, and the shorter periods inside a longer one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import timedelta
from fractions import Fraction
from itertools import pairwise

from charterkit.model.indicator import SUMMED, Indicator, IndicatorType
from charterkit.model.result import Count, Quantity, Row, State
from charterkit.periods import Period
from charterkit.problems import Problem, Spot, problem
from charterkit.rules.plausible_sizes import is_exact, shown

Slice = tuple[tuple[str, str], ...]


def parts(spot: Callable[[Row], Spot], rows: Sequence[Row], indicator: Indicator) -> Iterator[Problem]:
    """Wholes whose parts by one dimension are all given and add up to something else."""
    by_place = {(row.period, row.slice): row for row in rows}
    for dimension, values in _dimensions(rows, indicator).items():
        for row in rows:
            if row.slice:
                continue
            found = [by_place.get((row.period, ((dimension, value),))) for value in values]
            given = [one for one in found if one is not None]
            if len(given) == len(values):
                for column, total, whole in _differing(row, given, indicator):
                    yield problem(
                        "parts-not-whole", spot(row), column=column, dimension=dimension, found=shown(total),
                        wanted=shown(whole),
                    )  # fmt: skip


def _dimensions(rows: Sequence[Row], indicator: Indicator) -> Mapping[str, Sequence[str]]:
    """The dimensions that have parts, with all values; of bodies all that ever had a row."""
    known = {one.id: one.values for one in indicator.disaggregations}
    used: dict[str, set[str]] = {}
    for row in rows:
        if len(row.slice) == 1:
            used.setdefault(row.slice[0][0], set()).add(row.slice[0][1])
    return {id: known.get(id, tuple(sorted(values))) for id, values in used.items() if len(values) > 1}


def shorter_periods(
    spot: Callable[[Row], Spot], rows: Sequence[Row], indicator: Indicator
) -> Iterator[Problem]:
    """Longer periods whose shorter ones are all given and add up to something else."""
    if indicator.accumulates or indicator.window:
        return
    by_slice: dict[Slice, list[Row]] = {}
    for row in rows:
        by_slice.setdefault(row.slice, []).append(row)
    for same in by_slice.values():
        lengths = {row.period.length for row in same}
        for row in same if len(lengths) > 1 else ():
            for length in sorted(one for one in lengths if one.shorter_than(row.period.length)):
                inside = [
                    one for one in same if one.period.length is length and row.period.covers(one.period)
                ]
                if _fill(row.period, [one.period for one in inside]):
                    yield from _told(spot(row), row, inside, indicator)


def _told(spot: Spot, row: Row, inside: Sequence[Row], indicator: Indicator) -> Iterator[Problem]:
    for column, total, whole in _differing(row, inside, indicator):
        each = [_amount(one, column) for one in inside]
        # What is there at the end of a period, such as members or stock, is no sum of what was there before.
        if min(each) <= whole <= max(each):
            continue
        yield problem(
            "periods-not-whole", spot, column=column, found=shown(total), wanted=shown(whole),
            first=inside[0].period.label, last=inside[-1].period.label,
        )  # fmt: skip


def _fill(longer: Period, shorter: Sequence[Period]) -> bool:
    """Whether the shorter periods, in their order, fill the longer one without a gap."""
    if len(shorter) < 2 or (shorter[0].start, shorter[-1].end) != (longer.start, longer.end):
        return False
    return all(one.end + timedelta(days=1) == next.start for one, next in pairwise(shorter))


def _differing(
    whole: Row, found: Sequence[Row], indicator: Indicator
) -> Iterator[tuple[str, Fraction, Fraction]]:
    """The columns of counts in which the sum is not the whole, with both; rounded figures may differ a little."""
    if indicator.type not in SUMMED:
        return
    columns = ("value",) if indicator.type is IndicatorType.COUNT else ("numerator", "denominator")
    for column in columns:
        if all(_has_amount(row, column) for row in (whole, *found)):
            total, own = sum((_amount(row, column) for row in found), Fraction(0)), _amount(whole, column)
            if abs(total - own) > _rounding((whole, *found), column):
                yield column, total, own


def _has_amount(row: Row, column: str) -> bool:
    return row.state is State.NO_CASES or is_exact(_given(row, column))


def _given(row: Row, column: str) -> Quantity | Count | None:
    return {"value": row.figure, "numerator": row.numerator, "denominator": row.denominator}[column]


def _amount(row: Row, column: str) -> Fraction:
    given = _given(row, column)
    return Fraction(given.value) if given is not None else Fraction(0)


def _rounding(rows: Sequence[Row], column: str) -> Fraction:
    """By how much a sum of figures may differ because each was rounded; whole numbers are not rounded."""
    if column != "value":
        return Fraction(0)
    decimals = [row.figure.decimals for row in rows if row.figure is not None and row.figure.decimals]
    return sum((Fraction(1, 2 * 10**one) for one in decimals), Fraction(0))
