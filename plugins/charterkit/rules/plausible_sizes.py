"""Figures that are far from their own series: mistyped digits, other units, fractions in the place of per cent.

What is usual is the median of a series, and how far from it figures lie half of the time (the median absolute
deviation): neither is moved by the one odd figure that is looked for. All of it is exact.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import floor, isqrt, lcm
from statistics import median

from charterkit.model.indicator import Indicator, IndicatorType
from charterkit.model.requirement import Limit, Operator, Target
from charterkit.model.result import Count, Quantity, Row, State
from charterkit.numbers import Bound
from charterkit.problems import Problem, Spot, problem

# So many figures of one slice and length, the odd one included, before anything is called usual.
ENOUGH = 7
# So many deviations away from the median a figure is far. A normal distribution has one in 500 million there.
FAR = 6
# The median absolute deviation of a normal distribution, times this, is its standard deviation.
_NORMAL = Fraction(14826, 10000)
# A series is taken to vary by 5 per cent at least, so that a steady one does not make small steps look large.
_STEADY = Fraction(1, 20)
# A slip is looked for only where the others are closer together than its factor: at most five times apart.
_NARROW = 5
_APART = 3
# Counts below this vary too much by themselves.
_LARGE = 20
_FRACTIONS = 3
_SLACK = Fraction(1, 10)
_DIGITS = tuple(Fraction(10) ** power for power in (1, -1, 2, -2, 3, -3))
_UNITS = {
    "minutes": (Fraction(60), Fraction(1, 60)),
    "hours": (Fraction(60), Fraction(1, 60), Fraction(24), Fraction(1, 24)),
    "days": (Fraction(24), Fraction(1, 24), Fraction(7), Fraction(1, 7)),
    "working_days": (Fraction(8), Fraction(1, 8), Fraction(24), Fraction(1, 24)),
    "weeks": (Fraction(7), Fraction(1, 7)),
}
_WITHOUT_SIZE = frozenset({IndicatorType.YES_NO, IndicatorType.RANK})
_SHARES = frozenset({IndicatorType.SHARE, IndicatorType.SURVEY_SHARE})


@dataclass(frozen=True, slots=True)
class Usual:
    """What is usual in a series: its median, how far from it a figure may lie, and the others that lie there."""

    middle: Fraction
    reach: Fraction
    low: Fraction
    high: Fraction
    count: int

    @classmethod
    def of(cls, figures: Sequence[Fraction], least: Fraction) -> Usual:
        """Of at least one figure; `least` is the smallest deviation that is thought possible."""
        # Counted in a part so small that all figures and both medians are whole: whole numbers compare much faster.
        part = 4 * lcm(*(figure.denominator for figure in figures))
        whole = sorted(figure.numerator * (part // figure.denominator) for figure in figures)
        middle = _middle(whole)
        spread = _middle(sorted(abs(one - middle) for one in whole)) * _NORMAL
        reach = FAR * max(spread, abs(middle) * _STEADY, least * part)
        near = [one for one in whole if abs(one - middle) <= floor(reach)]
        ends = Fraction(near[0], part), Fraction(near[-1], part)
        return cls(Fraction(middle, part), reach / part, *ends, len(near))


def _middle(ordered: Sequence[int]) -> int:
    """The median of whole numbers in order whose sum of any two is even."""
    return (ordered[(len(ordered) - 1) // 2] + ordered[len(ordered) // 2]) // 2


def sizes(spot: Callable[[Row], Spot], rows: Sequence[Row], indicator: Indicator) -> Iterator[Problem]:
    """At most one question a row, about comparable rows: one slice, one length of period, no break between them."""
    if indicator.type in _WITHOUT_SIZE or indicator.unit == "date" or indicator.accumulates:
        return
    settled = [row for row in rows if row.state is not State.PROJECTED]
    asked: set[int] = set()
    for one in (_slips, _outliers):
        for row, found in one(settled, indicator):
            if row.line not in asked:
                asked.add(row.line)
                yield problem(found.id, spot(row), **found.named)


def percent_slips(
    spot: Callable[[Row], Spot], rows: Sequence[Row], indicator: Indicator, targets: Sequence[Target]
) -> Iterator[Problem]:
    """Fractions among per cents, or the other way round; a target says as well which of the two is meant."""
    if indicator.type not in _SHARES or indicator.unit != "percent":
        return
    written = [(row, row.figure.value) for row in rows if row.figure and _is_written(row)]
    fractions = [(row, value) for row, value in written if 0 < value <= 1]
    large = [(row, value) for row, value in written if value > 10]
    if any(_wants_per_cent(target) for target in targets) or len(large) >= max(
        _FRACTIONS, len(fractions) + 1
    ):
        odd, factor = fractions, Fraction(100)
    elif len(fractions) >= max(_FRACTIONS, len(written) - len(fractions) + 1):
        odd, factor = large, Fraction(1, 100)
    else:
        return
    for row, value in odd:
        yield problem(
            "percent-slip", spot(row), column="value", found=shown(value), reading=shown(value * factor)
        )


def _wants_per_cent(target: Target) -> bool:
    demand = target.requirement
    upward = (Operator.AT_LEAST, Operator.MORE_THAN)
    return isinstance(demand, Limit) and demand.operator in upward and demand.value > 10


@dataclass(frozen=True, slots=True)
class _Found:
    id: str
    named: dict[str, object]


def _slips(rows: Sequence[Row], indicator: Indicator) -> Iterator[tuple[Row, _Found]]:
    yield from _slips_in("value", _values(rows, written=True), indicator)
    for column in ("numerator", "denominator"):
        counts = [(row, count.value) for row in rows if (count := _count(row, column)) is not None]
        yield from _slips_in(column, [(row, Fraction(value)) for row, value in counts], indicator)


def _slips_in(
    column: str, figures: Sequence[tuple[Row, Fraction]], indicator: Indicator
) -> Iterator[tuple[Row, _Found]]:
    """The figures that fit the others once they are multiplied by ten, a hundred, or what turns hours into minutes."""
    if len(figures) < ENOUGH:
        return
    counted = column != "value" or indicator.type is IndicatorType.COUNT
    ordered = sorted(value for _, value in figures)
    usual = Usual.of(ordered, Fraction(0))
    # Where all lie near the middle, only one at an end can be apart from its neighbour.
    if usual.count == len(ordered) and not (
        ordered[0] * _APART <= ordered[1] or ordered[-1] >= _APART * ordered[-2]
    ):
        return
    units = _UNITS.get(indicator.unit, ()) if column == "value" else ()
    for row, value in figures:
        if ordered[0] < value < ordered[-1] and abs(value - usual.middle) <= usual.reach:
            continue
        others = _others(ordered, value, usual)
        if not _is_apart(value, others, _LARGE if counted else 0):
            continue
        for id, factors in (("digit-slip", _DIGITS), ("unit-slip", units)):
            reading = next((value * one for one in factors if _fits(value * one, others)), None)
            if reading is not None and not (counted and reading.denominator > 1):
                yield row, _found(id, column, value, others, reading=shown(reading), unit=indicator.unit)
                break


def _others(ordered: Sequence[Fraction], value: Fraction, usual: Usual) -> Usual:
    """What is usual among the others; where the figure itself counted as near, without it."""
    if abs(value - usual.middle) > usual.reach:
        return usual
    rest = list(ordered)
    rest.remove(value)
    return Usual(usual.middle, usual.reach, rest[0], rest[-1], len(rest))


def _is_apart(value: Fraction, others: Usual, least: int) -> bool:
    if others.low <= least or others.high > _NARROW * others.low or value <= 0:
        return False
    return value >= _APART * others.high or value * _APART <= others.low


def _fits(value: Fraction, others: Usual) -> bool:
    return others.low * (1 - _SLACK) <= value <= others.high * (1 + _SLACK)


def _outliers(rows: Sequence[Row], indicator: Indicator) -> Iterator[tuple[Row, _Found]]:
    figures = _values(rows)
    if len(figures) < ENOUGH:
        return
    values = [value for _, value in figures]
    usual = Usual.of(values, _least(median(values), indicator))
    if usual.count == len(values):
        return
    for row, value in figures:
        distance = abs(value - usual.middle)
        if distance > usual.reach and distance**2 > FAR**2 * _by_chance(row, usual.middle, indicator):
            yield row, _found("outlier", "value", value, usual)


def _least(middle: Fraction, indicator: Indicator) -> Fraction:
    """The smallest deviation: of counts what chance alone makes of them, of shares one point, else a last digit."""
    if indicator.type is IndicatorType.COUNT:
        return Fraction(1 + isqrt(max(0, int(middle))))
    if indicator.unit == "percent":
        return Fraction(1)
    return Fraction(1, 10 ** (indicator.decimals or 0))


def _by_chance(row: Row, middle: Fraction, indicator: Indicator) -> Fraction:
    """The variance that a share has by chance in as few cases as the row counts."""
    cases = row.denominator or row.n
    if indicator.type not in _SHARES or cases is None or cases.value <= 0:
        return Fraction(0)
    share = min(max(middle / 100, Fraction(1, 20)), Fraction(19, 20))
    return share * (1 - share) * 10_000 / Fraction(cases.value)


def _found(id: str, column: str, value: Fraction, usual: Usual, **more: object) -> _Found:
    named = {"column": column, "found": shown(value), "count": usual.count}
    return _Found(id, {**named, "low": shown(usual.low), "high": shown(usual.high), **more})


def _values(rows: Sequence[Row], written: bool = False) -> list[tuple[Row, Fraction]]:
    """The exact figures; with `written` only those that the file itself holds, not those computed from counts."""
    return [
        (row, row.figure.value)
        for row in rows
        if is_exact(row.figure) and row.figure is not None and (not written or _is_written(row))
    ]


def _is_written(row: Row) -> bool:
    return is_exact(row.figure) and (row.numerator is None or row.denominator is None)


def _count(row: Row, column: str) -> Count | None:
    count = row.numerator if column == "numerator" else row.denominator
    return count if is_exact(count) else None


def is_exact(figure: Quantity | Count | None) -> bool:
    """Whether there is a figure, and it is no bound."""
    return figure is not None and figure.bound is Bound.EXACT


def shown(value: Fraction) -> str:
    """A figure as staff would type it; where no decimals can hold it, with two."""
    if value.denominator == 1:
        return str(value.numerator)
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    ends = Fraction(exact) == value and -int(exact.as_tuple().exponent) <= 4
    return str(exact.normalize() if ends else exact.quantize(Decimal("0.01")))
