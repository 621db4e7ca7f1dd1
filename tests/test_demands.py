"""What a figure says about a demand: exactly, near, as a bound; and which target governs a period."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from charterkit.model.commitment import Measure
from charterkit.model.common import MonthDay
from charterkit.model.indicator import Direction, Indicator, IndicatorType, Tolerance
from charterkit.model.requirement import (
    Answer,
    AtOnce,
    BetterThan,
    ByDay,
    InWords,
    Limit,
    Operator,
    Requirement,
    Span,
    Target,
)
from charterkit.model.result import Count, Quantity, Row
from charterkit.numbers import Bound
from charterkit.rules.demands import Says, changed_inside, compared, deadline, in_force, limits, says
from factory import INDICATOR, WORDS, at_least, counted, day, demands, measured, period

HOLDS, NEAR, MISSES = Says.HOLDS, Says.NEAR, Says.MISSES
UNDECIDED, UNJUDGED, NOTHING = Says.UNDECIDED, Says.UNJUDGED, Says.NOTHING
BELOW, ABOVE, ABOUT, EXACT = Bound.BELOW, Bound.ABOVE, Bound.ABOUT, Bound.EXACT
MEAN = replace(INDICATOR, type=IndicatorType.MEAN, unit="minutes", direction=Direction.LOWER)
YES_NO = replace(INDICATOR, type=IndicatorType.YES_NO, unit="")
RANK = replace(INDICATOR, type=IndicatorType.RANK, direction=Direction.LOWER)
DATE = replace(
    INDICATOR, type=IndicatorType.INDEX, unit="date", direction=Direction.LOWER, near=Tolerance(Decimal(7))
)
properties = settings(deadline=None, database=None, derandomize=True)


def limit(operator: Operator, value: str) -> Limit:
    return Limit(operator, Decimal(value))


def within(indicator: Indicator, near: str, percent: bool = False) -> Indicator:
    return replace(indicator, near=Tolerance(Decimal(near), percent))


def said(row: Row, requirement: Requirement, indicator: Indicator = MEAN, reference: str = "") -> Says:
    before = Quantity(Fraction(reference)) if reference else None
    return says(row, demands(requirement), indicator, before)


@pytest.mark.parametrize(
    ("operator", "below", "equal", "above"),
    [
        (Operator.AT_LEAST, MISSES, HOLDS, HOLDS),
        (Operator.MORE_THAN, MISSES, MISSES, HOLDS),
        (Operator.AT_MOST, HOLDS, HOLDS, MISSES),
        (Operator.LESS_THAN, HOLDS, MISSES, MISSES),
        (Operator.EQUALS, MISSES, HOLDS, MISSES),
    ],
)
def test_each_operator_draws_its_line(operator: Operator, below: Says, equal: Says, above: Says) -> None:
    found = [said(measured(value), limit(operator, "20")) for value in ("19.999", "20.000", "20.001")]

    assert found == [below, equal, above]


@pytest.mark.parametrize(
    ("value", "expected"),
    [("19.99", MISSES), ("20", HOLDS), ("22", HOLDS), ("24", HOLDS), ("24.01", MISSES)],
)
def test_both_ends_of_a_span_belong_to_it(value: str, expected: Says) -> None:
    assert said(measured(value), Span(Decimal(20), Decimal(24))) is expected


@pytest.mark.parametrize(
    ("row", "target", "expected"),
    [
        (measured("92.4"), "92.5", MISSES),
        (measured("92.5"), "92.5", HOLDS),
        (measured("77"), "77", HOLDS),
        (counted("51811", "51813"), "100", MISSES),
        (counted("51813", "51813"), "100", HOLDS),
        (counted("2", "3"), "66.67", MISSES),
        (counted("2", "3"), "66.66", HOLDS),
        (counted("199999999999999999999", "200000000000000000000"), "100", MISSES),
    ],
)
def test_figures_are_compared_exactly_and_never_rounded_first(row: Row, target: str, expected: Says) -> None:
    assert said(row, limit(Operator.AT_LEAST, target), INDICATOR) is expected


@pytest.mark.parametrize(
    ("operator", "value", "expected"),
    [
        (Operator.AT_LEAST, "93", NEAR),
        (Operator.AT_LEAST, "92.9", MISSES),
        (Operator.MORE_THAN, "95", NEAR),
        (Operator.MORE_THAN, "93", NEAR),
        (Operator.MORE_THAN, "92.9", MISSES),
        (Operator.AT_MOST, "97", NEAR),
        (Operator.AT_MOST, "97.1", MISSES),
        (Operator.LESS_THAN, "95", NEAR),
        (Operator.LESS_THAN, "97", NEAR),
        (Operator.LESS_THAN, "97.1", MISSES),
        (Operator.EQUALS, "93", NEAR),
        (Operator.EQUALS, "97", NEAR),
        (Operator.EQUALS, "97.1", MISSES),
    ],
)
def test_a_miss_by_no_more_than_the_tolerance_is_near(operator: Operator, value: str, expected: Says) -> None:
    assert said(measured(value), limit(operator, "95"), within(MEAN, "2")) is expected


@pytest.mark.parametrize(
    ("value", "expected"), [("190", NEAR), ("189.9", MISSES), ("200", HOLDS), ("199.999", NEAR)]
)
def test_a_tolerance_in_per_cent_is_one_of_the_target(value: str, expected: Says) -> None:
    assert said(measured(value), limit(Operator.AT_LEAST, "200"), within(MEAN, "5", percent=True)) is expected


@pytest.mark.parametrize(
    ("value", "expected"), [("-10.5", NEAR), ("-10.51", MISSES), ("-9.99", HOLDS), ("-10", HOLDS)]
)
def test_a_per_cent_of_a_negative_target_is_not_negative(value: str, expected: Says) -> None:
    assert said(measured(value), limit(Operator.AT_LEAST, "-10"), within(MEAN, "5", percent=True)) is expected


@pytest.mark.parametrize(
    ("value", "expected"), [("19", NEAR), ("18.9", MISSES), ("25.2", NEAR), ("25.21", MISSES)]
)
def test_a_tolerance_of_a_span_is_one_of_the_end_that_is_missed(value: str, expected: Says) -> None:
    assert said(measured(value), Span(Decimal(20), Decimal(24)), within(MEAN, "5", percent=True)) is expected


@pytest.mark.parametrize(
    ("operator", "bound", "value", "expected"),
    [
        (Operator.AT_MOST, BELOW, "30", HOLDS),
        (Operator.AT_MOST, BELOW, "30.1", UNDECIDED),
        (Operator.LESS_THAN, BELOW, "30", HOLDS),
        (Operator.AT_LEAST, BELOW, "30", MISSES),
        (Operator.AT_LEAST, BELOW, "30.1", UNDECIDED),
        (Operator.MORE_THAN, BELOW, "30", MISSES),
        (Operator.EQUALS, BELOW, "30", MISSES),
        (Operator.EQUALS, BELOW, "30.1", UNDECIDED),
        (Operator.AT_LEAST, ABOVE, "30", HOLDS),
        (Operator.AT_LEAST, ABOVE, "29.9", UNDECIDED),
        (Operator.MORE_THAN, ABOVE, "30", HOLDS),
        (Operator.AT_MOST, ABOVE, "30", MISSES),
        (Operator.AT_MOST, ABOVE, "29.9", UNDECIDED),
        (Operator.LESS_THAN, ABOVE, "30", MISSES),
        (Operator.LESS_THAN, ABOVE, "29.9", UNDECIDED),
        (Operator.EQUALS, ABOVE, "30", MISSES),
        (Operator.AT_LEAST, ABOUT, "99", UNDECIDED),
        (Operator.AT_MOST, ABOUT, "1", UNDECIDED),
        (Operator.EQUALS, ABOUT, "30", UNDECIDED),
    ],
)
def test_a_bound_decides_only_where_every_number_it_allows_says_the_same(
    operator: Operator, bound: Bound, value: str, expected: Says
) -> None:
    assert said(measured(value, bound), limit(operator, "30")) is expected


@pytest.mark.parametrize(
    ("bound", "value", "expected"),
    [
        (BELOW, "20", MISSES),
        (BELOW, "22", UNDECIDED),
        (BELOW, "99", UNDECIDED),
        (ABOVE, "24", MISSES),
        (ABOVE, "22", UNDECIDED),
        (ABOVE, "1", UNDECIDED),
    ],
)
def test_a_bound_alone_never_lies_inside_a_span(bound: Bound, value: str, expected: Says) -> None:
    assert said(measured(value, bound), Span(Decimal(20), Decimal(24))) is expected


@pytest.mark.parametrize(
    ("bound", "value", "expected"),
    [(ABOVE, "30", UNDECIDED), (ABOVE, "31.9", UNDECIDED), (ABOVE, "32", MISSES), (ABOVE, "40", MISSES)],
)
def test_a_bound_that_may_be_near_decides_nothing(bound: Bound, value: str, expected: Says) -> None:
    found = said(measured(value, bound), limit(Operator.AT_MOST, "30"), within(MEAN, "2"))

    assert found is expected


@pytest.mark.parametrize(
    ("indicator", "target"),
    [
        (MEAN, None),
        (replace(MEAN, direction=Direction.NONE), at_least("1")),
        (MEAN, demands(InWords(WORDS))),
        (MEAN, demands(BetterThan())),
    ],
)
def test_without_anything_to_judge_by_a_figure_is_unjudged_and_a_bound_is_none(
    indicator: Indicator, target: Target | None
) -> None:
    assert says(measured("20"), target, indicator, None) is UNJUDGED
    assert says(measured("20", BELOW), target, indicator, None) is UNDECIDED


def test_a_row_without_a_figure_says_nothing() -> None:
    assert says(Row(period("2024-Q1")), at_least("1"), INDICATOR, None) is NOTHING


@pytest.mark.parametrize(
    ("answer", "wanted", "expected"),
    [("1", True, HOLDS), ("0", True, MISSES), ("0", False, HOLDS), ("1", False, MISSES)],
)
def test_a_yes_or_a_no_is_right_or_wrong_and_never_near(answer: str, wanted: bool, expected: Says) -> None:
    assert said(measured(answer), Answer(wanted), within(YES_NO, "1")) is expected


@pytest.mark.parametrize(("value", "expected"), [("0", HOLDS), ("0.01", MISSES), ("3", MISSES)])
def test_at_once_means_without_any_wait(value: str, expected: Says) -> None:
    assert said(measured(value), AtOnce()) is expected


@pytest.mark.parametrize(
    ("place", "among", "expected"),
    [("25", "100", HOLDS), ("26", "100", MISSES), ("15", "60", HOLDS), ("16", "60", MISSES)],
)
def test_the_target_of_a_rank_is_a_per_cent_of_those_compared(place: str, among: str, expected: Says) -> None:
    row = replace(measured(place), denominator=Count(Decimal(among)))

    assert said(row, limit(Operator.AT_MOST, "25"), RANK) is expected


@pytest.mark.parametrize("denominator", [None, Count(Decimal(0))])
def test_a_rank_among_nobody_cannot_be_judged(denominator: Count | None) -> None:
    row = replace(measured("3"), denominator=denominator)

    assert said(row, limit(Operator.AT_MOST, "25"), RANK) is UNJUDGED
    assert compared(row, RANK) is None


@pytest.mark.parametrize(
    ("direction", "value", "expected"),
    [
        (Direction.HIGHER, "20.01", HOLDS),
        (Direction.HIGHER, "20", MISSES),
        (Direction.HIGHER, "19", MISSES),
        (Direction.LOWER, "19.99", HOLDS),
        (Direction.LOWER, "20", MISSES),
        (Direction.LOWER, "21", MISSES),
    ],
)
def test_better_is_what_the_direction_says_and_the_same_is_not_better(
    direction: Direction, value: str, expected: Says
) -> None:
    indicator = replace(MEAN, direction=direction)

    assert said(measured(value), BetterThan(), indicator, reference="20") is expected


def test_nothing_can_be_better_than_a_bound() -> None:
    before = Quantity(Fraction(20), BELOW)

    assert says(measured("1"), demands(BetterThan()), MEAN, before) is UNJUDGED


def ordinal(text: str, label: str = "2024") -> Row:
    return Row(period(label), figure=Quantity(Fraction(day(text).toordinal())))


@pytest.mark.parametrize(
    ("done", "expected"),
    [("2024-03-31", HOLDS), ("2024-04-01", NEAR), ("2024-04-07", NEAR), ("2024-04-08", MISSES)],
)
def test_a_day_holds_up_to_its_end_and_its_tolerance_is_counted_in_days(done: str, expected: Says) -> None:
    assert said(ordinal(done), ByDay(MonthDay(3, 31)), DATE) is expected


def test_a_day_has_no_per_cent() -> None:
    lenient = within(DATE, "5", percent=True)

    assert said(ordinal("2024-04-01"), ByDay(MonthDay(3, 31)), lenient) is MISSES


@pytest.mark.parametrize(
    ("label", "month", "date", "expected"),
    [
        ("2024", 1, 15, "2024-01-15"),
        ("2024", 12, 31, "2024-12-31"),
        ("2024", 1, 1, "2024-01-01"),
        ("2024-04-01/2025-03-31", 1, 15, "2025-01-15"),
        ("2024-04-01/2025-03-31", 4, 1, "2024-04-01"),
        ("2024-04-01/2025-03-31", 3, 31, "2025-03-31"),
        ("2024", 2, 29, "2024-02-29"),
        ("2023", 2, 29, "2023-02-28"),
        ("2023-03-01/2024-02-29", 2, 29, "2024-02-29"),
        ("2024-03-01/2025-02-28", 2, 29, "2025-02-28"),
    ],
)
def test_a_day_of_the_year_comes_the_first_time_after_the_period_begins(
    label: str, month: int, date: int, expected: str
) -> None:
    assert deadline(ByDay(MonthDay(month, date)), period(label)) == day(expected)


def test_a_demand_in_words_has_no_limits() -> None:
    assert limits(InWords(WORDS), INDICATOR, period("2024"), None) is None


A = at_least("90", "2020-01-01")
B = at_least("95", "2022-01-01", until="2022-12-31")
C = at_least("97", "2024-01-01")
LONG = at_least("80", "2019-01-01", until="2025-12-31")


@pytest.mark.parametrize(
    ("targets", "on", "expected"),
    [
        ((A,), "2019-12-31", None),
        ((A,), "2020-01-01", A),
        ((A,), "2099-12-31", A),
        ((A, B, C), "2021-12-31", A),
        ((A, B, C), "2022-01-01", B),
        ((A, B, C), "2022-12-31", B),
        ((A, B, C), "2023-06-30", None),
        ((A, B, C), "2024-01-01", C),
        ((C, B, A), "2022-06-30", B),
        ((LONG, B), "2022-06-30", B),
        ((LONG, B), "2023-06-30", LONG),
        ((LONG, B), "2026-01-01", None),
        ((), "2024-01-01", None),
    ],
)
def test_a_target_governs_from_its_day_until_its_last_or_to_the_next(
    targets: tuple[Target, ...], on: str, expected: Target | None
) -> None:
    assert in_force(targets, day(on)) == expected


@pytest.mark.parametrize(
    ("targets", "label", "changed"),
    [
        ((A, C), "2023", False),
        ((A, C), "2024", False),
        ((A, at_least("95", "2024-07-01")), "2024", True),
        ((A, at_least("95", "2024-12-31")), "2024", True),
        ((A, at_least("95", "2024-12-31")), "2025", False),
        ((at_least("90", "2024-02-01"),), "2024", True),
        ((at_least("90", "2020-01-01", until="2024-06-30"),), "2024", True),
        ((at_least("90", "2020-01-01", until="2024-12-31"),), "2024", False),
        ((at_least("90", "2020-01-01", until="2023-12-31"),), "2024", False),
        ((LONG, at_least("95", "2024-03-01", until="2024-03-31")), "2024", True),
        ((), "2024", False),
    ],
)
def test_a_change_inside_the_period_is_noticed(
    targets: tuple[Target, ...], label: str, changed: bool
) -> None:
    assert changed_inside(Measure("letters", targets), period(label)) is changed


NUMBERS = st.decimals(-1000, 1000, places=2)
TOLERANCES = st.none() | st.builds(Tolerance, st.decimals(0, 100, places=1), st.booleans())
WORST_FIRST = (MISSES, NEAR, HOLDS)
UPWARD = st.sampled_from([Operator.AT_LEAST, Operator.MORE_THAN])
DOWNWARD = st.sampled_from([Operator.AT_MOST, Operator.LESS_THAN])


def no_worse(
    better: Decimal, worse: Decimal, requirement: Requirement, indicator: Indicator, last: Decimal
) -> bool:
    found = [
        WORST_FIRST.index(said(measured(str(value)), requirement, indicator, str(last)))
        for value in (worse, better)
    ]
    return found[0] <= found[1]


@properties
@given(NUMBERS, NUMBERS, NUMBERS, st.builds(Limit, UPWARD, NUMBERS) | st.just(BetterThan()), TOLERANCES)
def test_a_higher_figure_is_never_worse_where_higher_is_better(
    one: Decimal, other: Decimal, last: Decimal, requirement: Requirement, near: Tolerance | None
) -> None:
    indicator = replace(MEAN, direction=Direction.HIGHER, near=near)

    assert no_worse(max(one, other), min(one, other), requirement, indicator, last)


@properties
@given(
    NUMBERS,
    NUMBERS,
    NUMBERS,
    st.builds(Limit, DOWNWARD, NUMBERS) | st.sampled_from([BetterThan(), AtOnce()]),
    TOLERANCES,
)
def test_a_lower_figure_is_never_worse_where_lower_is_better(
    one: Decimal, other: Decimal, last: Decimal, requirement: Requirement, near: Tolerance | None
) -> None:
    indicator = replace(MEAN, direction=Direction.LOWER, near=near)

    assert no_worse(min(one, other), max(one, other), requirement, indicator, last)


@properties
@given(NUMBERS, NUMBERS, NUMBERS, NUMBERS, st.decimals(0, 50, places=1))
def test_a_figure_closer_to_a_span_is_never_worse(
    one: Decimal, other: Decimal, first: Decimal, second: Decimal, near: Decimal
) -> None:
    low, high = sorted((first, second))
    indicator = replace(MEAN, direction=Direction.IN_RANGE, near=Tolerance(near))
    closer, further = sorted((one, other), key=lambda value: max(low - value, value - high, Decimal(0)))

    assert no_worse(closer, further, Span(low, high), indicator, Decimal(0))


@properties
@given(
    st.builds(Limit, st.sampled_from(Operator), NUMBERS),
    st.sampled_from([BELOW, ABOVE]),
    NUMBERS,
    st.decimals("0.01", 2000, places=2),
    TOLERANCES,
)
def test_what_a_bound_decides_is_true_of_every_number_it_allows(
    requirement: Limit, bound: Bound, value: Decimal, away: Decimal, near: Tolerance | None
) -> None:
    indicator = replace(MEAN, near=near)
    by_bound = said(measured(str(value), bound), requirement, indicator)
    allowed = value - away if bound is BELOW else value + away

    assert by_bound in (UNDECIDED, said(measured(str(allowed)), requirement, indicator))
