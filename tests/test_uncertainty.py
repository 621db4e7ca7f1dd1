"""Intervals of surveys: values counted by hand or published by bodies, and where none may be given."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest

from charterkit.model.indicator import Confidentiality, Indicator, IndicatorType, Sample, Scale
from charterkit.model.requirement import Answer, Limit, Operator, Span
from charterkit.model.result import Count, Quantity, Row
from charterkit.numbers import Bound, rounded
from charterkit.rules.uncertainty import (
    Exactness,
    Interval,
    cannot_tell,
    exactness,
    interval_of,
    net_promoter_score,
    small_base,
    spread,
    wilson,
)
from factory import INDICATOR, at_least, at_most, counted, demands, period

SURVEY = replace(INDICATOR, type=IndicatorType.SURVEY_SHARE, sample=Sample.PROBABILITY)
MEAN = replace(
    INDICATOR,
    type=IndicatorType.SURVEY_MEAN,
    unit="score",
    sample=Sample.PROBABILITY,
    scale=Scale(Decimal(1), Decimal(5)),
)


def answered(value: str, n: str | None = "100", sd: str | None = None) -> Row:
    """A row with a mean."""
    return Row(
        period("2025-Q3"),
        figure=Quantity(Fraction(value)),
        n=Count(Decimal(n)) if n else None,
        sd=Decimal(sd) if sd else None,
    )


def shown(interval: Interval | None) -> tuple[str, str] | None:
    """Both ends with one decimal."""
    return None if interval is None else (str(rounded(interval.low, 1)), str(rounded(interval.high, 1)))


@pytest.mark.parametrize(
    ("top", "bottom", "low", "high"),
    [
        ("12", "12", "75.8", "100.0"),
        ("14", "15", "70.2", "98.8"),
        ("0", "12", "0.0", "24.2"),
        ("50", "100", "40.4", "59.6"),
        ("1", "1", "20.7", "100.0"),
    ],
)
def test_wilson_of_counts(top: str, bottom: str, low: str, high: str) -> None:
    assert shown(interval_of(counted(top, bottom), SURVEY)) == (low, high)


def test_wilson_of_a_printed_share() -> None:
    assert shown(interval_of(answered("57", "1023"), SURVEY)) == ("53.9", "60.0")


def test_wilson_stays_within_the_possible() -> None:
    for n in (1, 7, 12, 30, 1023, 10**9):
        assert wilson(Fraction(1), Decimal(n)).high == 1
        assert wilson(Fraction(0), Decimal(n)).low == 0


def test_net_promoter_score_with_its_spread() -> None:
    score, sd = net_promoter_score(50, 30, 20)

    assert score == 30
    assert rounded(Fraction(sd), 1) == Decimal("78.1")
    assert rounded(spread(sd, Decimal(100)), 1) == Decimal("15.3")


def test_interval_of_a_net_promoter_score() -> None:
    nps = replace(MEAN, type=IndicatorType.NPS, unit="points", scale=None)

    assert shown(interval_of(answered("30", "100", "78.10"), nps)) == ("14.7", "45.3")
    assert shown(interval_of(answered("95", "4", "20"), nps)) == ("75.4", "100.0")


def test_interval_of_a_mean_stays_on_its_scale() -> None:
    # 1.96 × 0.92 : √512 is 0.0797; 1.96 × 0.5 : √4 is 0.49.
    inside = interval_of(answered("4.19", "512", "0.92"), MEAN)

    assert inside is not None
    assert (rounded(inside.low, 3), rounded(inside.high, 3)) == (Decimal("4.110"), Decimal("4.270"))
    assert shown(interval_of(answered("4.8", "4", "0.5"), MEAN)) == ("4.3", "5.0")


@pytest.mark.parametrize(
    ("row", "indicator", "expected"),
    [
        (counted("9", "10"), SURVEY, Exactness.INTERVAL),
        (counted("9", "10"), replace(SURVEY, sample=Sample.CENSUS), Exactness.EVERYBODY),
        (counted("9", "10"), replace(SURVEY, sample=Sample.SELF_SELECTED), Exactness.NOT_REPRESENTATIVE),
        (counted("9", "10"), replace(SURVEY, sample=Sample.UNKNOWN), Exactness.SAMPLE_UNKNOWN),
        (counted("9", "10"), replace(SURVEY, sample=None), Exactness.SAMPLE_UNKNOWN),
        (counted("9", "10"), INDICATOR, Exactness.NOT_SAMPLED),
        (answered("57", None), SURVEY, Exactness.SIZE_UNKNOWN),
        (answered("57", "0"), SURVEY, Exactness.SIZE_UNKNOWN),
        (answered("4", "100"), MEAN, Exactness.SPREAD_UNKNOWN),
        (answered("4", "100", "-1"), MEAN, Exactness.SPREAD_UNKNOWN),
        (Row(period("2025-Q3"), figure=Quantity(Fraction(57), Bound.ABOUT)), SURVEY, Exactness.NOT_SAMPLED),
    ],
)
def test_who_has_an_interval(row: Row, indicator: Indicator, expected: Exactness) -> None:
    assert exactness(row, indicator) is expected
    assert (interval_of(row, indicator) is not None) is (expected is Exactness.INTERVAL)


def test_a_size_that_is_only_a_bound_gives_no_interval() -> None:
    row = replace(answered("57"), n=Count(Decimal(1000), Bound.ABOVE))

    assert interval_of(row, SURVEY) is None


@pytest.mark.parametrize(
    ("requirement", "expected"),
    [
        (at_least("84").requirement, False),
        (at_least("85").requirement, True),
        (at_least("90").requirement, True),
        (at_least("91").requirement, False),
        (at_most("84").requirement, False),
        (at_most("88").requirement, True),
        (at_most("90").requirement, False),
        (Limit(Operator.EQUALS, Decimal(88)), True),
        (Limit(Operator.EQUALS, Decimal(80)), False),
        (Span(Decimal(80), Decimal(95)), False),
        (Span(Decimal(86), Decimal(88)), True),
        (Span(Decimal(80), Decimal(88)), True),
        (Span(Decimal(10), Decimal(20)), False),
        (Answer(True), False),
    ],
)
def test_a_sample_cannot_tell_where_it_lies_on_both_sides(requirement: object, expected: bool) -> None:
    interval = Interval(Fraction("84.5"), Fraction(90))

    assert cannot_tell(interval, demands(requirement), counted("9", "10"), SURVEY) is expected  # type: ignore[arg-type]


@pytest.mark.parametrize(("bottom", "small"), [("1", True), ("29", True), ("30", False), ("345", False)])
def test_a_share_of_few_cases_is_flagged(bottom: str, small: bool) -> None:
    assert (small_base(counted("1", bottom), INDICATOR) is not None) is small


def test_few_people_are_not_flagged_but_hidden() -> None:
    persons = replace(INDICATOR, confidentiality=Confidentiality(persons=True))

    assert small_base(counted("6", "7"), persons) is None
    assert small_base(counted("6", "7"), SURVEY) is None
