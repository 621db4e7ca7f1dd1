"""How exact a figure is that rests on a sample, or on few cases: 95 % intervals, without a single float.

Shares get Wilson's interval, which stays within 0 and 100 % and holds for small samples too; averages and net
promoter scores the usual one of the normal distribution. Only a random sample has one: where everybody was
asked nothing is uncertain, and where people chose themselves no formula says how far off they are.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Context, Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Final

from charterkit.model.indicator import SURVEYS, Indicator, IndicatorType, Sample
from charterkit.model.requirement import Limit, Span, Target
from charterkit.model.result import Count, Row
from charterkit.numbers import Bound
from charterkit.rules.demands import Limits, limits

# The 97.5th percentile of the normal distribution; the customary 1.96 would give 75.7 for 12 of 12, not 75.8.
Z: Final = Decimal("1.959963984540054")
SMALL_BASE: Final = 30

_EXACT: Final = Context(prec=40)
# Beyond what anybody shows, and short of the last digits, which the square root rounds.
_DECIMALS: Final = Decimal("1e-20")
_MEANS: Final = frozenset({IndicatorType.MEAN, IndicatorType.SURVEY_MEAN, IndicatorType.NPS})
_SHARES: Final = frozenset({IndicatorType.SHARE, IndicatorType.SURVEY_SHARE})


@dataclass(frozen=True, slots=True)
class Interval:
    """From `low` to `high`, both in the unit of the figure: the true value lies there with 95 % certainty."""

    low: Fraction
    high: Fraction


class Exactness(StrEnum):
    """Why a figure has an interval, or none."""

    INTERVAL = "interval"
    NOT_SAMPLED = "not_sampled"
    EVERYBODY = "everybody"
    NOT_REPRESENTATIVE = "not_representative"
    SAMPLE_UNKNOWN = "sample_unknown"
    SIZE_UNKNOWN = "size_unknown"
    SPREAD_UNKNOWN = "spread_unknown"


BY_SAMPLE: Final = {
    Sample.CENSUS: Exactness.EVERYBODY,
    Sample.SELF_SELECTED: Exactness.NOT_REPRESENTATIVE,
    Sample.UNKNOWN: Exactness.SAMPLE_UNKNOWN,
}


def wilson(share: Fraction, n: Decimal) -> Interval:
    """Wilson's score interval of a share (0 to 1) among `n` people, as a share; `n` is more than 0."""
    p, square = _decimal(share), _EXACT.multiply(Z, Z)
    widened = _EXACT.add(Decimal(1), _EXACT.divide(square, n))
    centre = _EXACT.add(p, _EXACT.divide(square, _EXACT.multiply(Decimal(2), n)))
    of_share = _EXACT.divide(_EXACT.multiply(p, _EXACT.subtract(Decimal(1), p)), n)
    of_size = _EXACT.divide(square, _EXACT.multiply(Decimal(4), _EXACT.multiply(n, n)))
    half = _EXACT.multiply(Z, _EXACT.sqrt(_EXACT.add(of_share, of_size)))
    ends = (_EXACT.subtract(centre, half), _EXACT.add(centre, half))
    low, high = (_settled(_EXACT.divide(end, widened)) for end in ends)
    return Interval(low, high)


def is_certain(one: Fraction, around: Interval, other: Fraction, around_other: Interval) -> bool:
    """Whether chance does not explain the difference of two figures from independent samples.

    Newcombe's interval of the difference, made of the interval around each; between figures that are exact every
    difference is certain, and that there is none.
    """
    high, low = (
        ((one, around), (other, around_other)) if one > other else ((other, around_other), (one, around))
    )
    bound = (high[0] - high[1].low) ** 2 + (low[1].high - low[0]) ** 2
    return not bound or (high[0] - low[0]) ** 2 > bound


def spread(sd: Decimal, n: Decimal) -> Fraction:
    """Half the width of the interval of an average, from the standard deviation and the number of answers."""
    return _settled(_EXACT.divide(_EXACT.multiply(Z, sd), _EXACT.sqrt(n)))


def net_promoter_score(promoters: int, passives: int, detractors: int) -> tuple[Fraction, Decimal]:
    """The score (-100 to 100) of at least one answer, and the standard deviation to publish beside it."""
    n = promoters + passives + detractors
    score = Fraction(promoters - detractors, n)
    variance = Fraction(promoters + detractors, n) - score * score
    return score * 100, _EXACT.multiply(Decimal(100), _EXACT.sqrt(_decimal(variance)))


def exactness(row: Row, indicator: Indicator) -> Exactness:
    """Whether the figure of a row has an interval, and why not where it has none."""
    if indicator.sample is None:
        return Exactness.SAMPLE_UNKNOWN if indicator.type in SURVEYS else Exactness.NOT_SAMPLED
    if indicator.sample in BY_SAMPLE:
        return BY_SAMPLE[indicator.sample]
    if indicator.type not in _SHARES | _MEANS or row.figure is None or row.figure.bound is not Bound.EXACT:
        return Exactness.NOT_SAMPLED
    if _size(row, indicator) is None:
        return Exactness.SIZE_UNKNOWN
    if indicator.type in _MEANS and (row.sd is None or row.sd < 0):
        return Exactness.SPREAD_UNKNOWN
    return Exactness.INTERVAL


def interval_of(row: Row, indicator: Indicator) -> Interval | None:
    """The 95 % interval of a row's figure, in the indicator's unit; None where there is none to give."""
    size, figure = _size(row, indicator), row.figure
    if exactness(row, indicator) is not Exactness.INTERVAL or figure is None or size is None:
        return None
    if indicator.type in _MEANS:
        half = spread(row.sd or Decimal(0), size)
        return _within(Interval(figure.value - half, figure.value + half), indicator)
    factor = Fraction(indicator.factor)
    share = figure.value / factor
    if not 0 <= share <= 1:
        return None
    found = wilson(share, size)
    return Interval(found.low * factor, found.high * factor)


def cannot_tell(interval: Interval, target: Target, row: Row, indicator: Indicator) -> bool:
    """Whether the interval lies on both sides of the target, so that the sample cannot tell if it was met."""
    if not isinstance(target.requirement, Limit | Span):
        return False
    wanted = limits(target.requirement, indicator, row.period, None)
    return wanted is not None and _lies_on_both_sides(interval, wanted)


def small_base(row: Row, indicator: Indicator) -> Count | None:
    """The number of cases that a share rests on, where it is so small that one case moves it far.

    Of people it is not said: there a small number is not published at all, or stands beside the interval.
    """
    if indicator.type is not IndicatorType.SHARE or indicator.confidentiality.persons or row.figure is None:
        return None
    base = row.denominator or row.n
    return base if base is not None and 0 < base.value < SMALL_BASE and base.bound is Bound.EXACT else None


def _size(row: Row, indicator: Indicator) -> Decimal | None:
    """How many answers the figure rests on; of a share those that answered, which may be fewer than were asked."""
    counts = (row.denominator, row.n) if indicator.type in _SHARES else (row.n, row.denominator)
    size = next((count for count in counts if count is not None), None)
    return size.value if size is not None and size.bound is Bound.EXACT and size.value > 0 else None


def _within(interval: Interval, indicator: Indicator) -> Interval:
    """The part of an interval that the scale of the answers allows."""
    if indicator.scale is not None and indicator.type is IndicatorType.SURVEY_MEAN:
        low, high = Fraction(indicator.scale.min), Fraction(indicator.scale.max)
    elif indicator.type is IndicatorType.NPS:
        low, high = Fraction(-100), Fraction(100)
    else:
        return interval
    return Interval(max(interval.low, low), min(interval.high, high))


def _lies_on_both_sides(interval: Interval, wanted: Limits) -> bool:
    reaches_low = wanted.low is None or interval.high >= wanted.low
    reaches_high = wanted.high is None or interval.low <= wanted.high
    inside = all(_holds(end, wanted) for end in (interval.low, interval.high))
    return reaches_low and reaches_high and not inside


def _holds(value: Fraction, wanted: Limits) -> bool:
    if wanted.low is not None and (value < wanted.low or (wanted.low_strict and value == wanted.low)):
        return False
    return not (
        wanted.high is not None and (value > wanted.high or (wanted.high_strict and value == wanted.high))
    )


def _decimal(value: Fraction) -> Decimal:
    return _EXACT.divide(Decimal(value.numerator), Decimal(value.denominator))


def _settled(value: Decimal) -> Fraction:
    return Fraction(value.quantize(_DECIMALS, context=_EXACT))
