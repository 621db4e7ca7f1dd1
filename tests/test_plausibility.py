"""Questions about figures that are well formed: what is asked, in which words, and about what nobody is asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from random import Random
from statistics import median

import pytest

from charterkit.model.commitment import Measure
from charterkit.model.indicator import Break, Disaggregation, Indicator, IndicatorType
from charterkit.model.requirement import Limit, Norm, Operator, Target
from charterkit.model.standard import Family, NormType, Standard
from charterkit.periods import Frequency
from charterkit.problems import SENTENCES, Level
from charterkit.problems.of_plausibility import PLAUSIBILITY
from charterkit.rules.plausibility import plausibility
from charterkit.rules.plausible_sizes import FAR, Usual
from factory import INDICATOR, WORDS, at_least, commitment, publication, read_results

MEAN = replace(INDICATOR, type=IndicatorType.MEAN, unit="minutes", numerator=None, denominator=None)
COUNT = replace(MEAN, type=IndicatorType.COUNT, unit="count", decimals=0)
RATIO = replace(INDICATOR, type=IndicatorType.RATIO)
BY_WAY = replace(INDICATOR, disaggregations=(Disaggregation("channel", ("letter", "email")),))
COUNT_BY_WAY = replace(COUNT, disaggregations=BY_WAY.disaggregations)
# Eight quarters of a share, counted: 94.0, 95.0, 93.8, 95.6, 94.9, 94.1, 95.2, 94.4 per cent.
QUARTERS = ("2023-Q1", "2023-Q2", "2023-Q3", "2023-Q4", "2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4")

Asked = list[tuple[str, int]]


def table(columns: str, cells: Sequence[str]) -> str:
    """A results file with one line for each of the eight quarters, or as many as there are cells."""
    lines = [f"{quarter},{cell}" for quarter, cell in zip(QUARTERS, cells, strict=False)]
    return "\n".join([f"period,{columns}", *lines, ""])


def named(figures: str, indicator: Indicator, *targets: Target) -> list[tuple[str, int, dict[str, str]]]:
    """Each question about a results file: its id, its line, and what fills its sentence."""
    indicator = replace(indicator, starts=date(2023, 1, 1))
    series, problems = read_results(figures, indicator)
    assert not problems, problems
    promises = (commitment(Measure(indicator.id, targets)),) if targets else ()
    found = plausibility(publication(promises, (indicator,), (series,)))
    return [(one.id, one.spot.line, one.named) for one in found]


def asked(figures: str, indicator: Indicator, *targets: Target) -> Asked:
    """The ids and lines of the questions."""
    return [(id, line) for id, line, _ in named(figures, indicator, *targets)]


def values(*cells: str) -> str:
    return table("value", cells)


def counts(*cells: str) -> str:
    return table("numerator,denominator", cells)


def test_every_question_is_advice_and_offers_its_readings() -> None:
    assert {SENTENCES[id].level for id in PLAUSIBILITY} == {Level.ADVICE}
    assert [id for id, one in PLAUSIBILITY.items() if "?" not in one.wrong] == []


def test_a_figure_far_from_its_series_is_asked_about_with_what_is_usual() -> None:
    # Sorted: 16 17 17 17 18 18 19 50. The median is 17.5; the distances from it are 0.5 (five times), 1.5 (twice)
    # and 32.5, so their median is 0.5. Thus 6 × max(0.5 × 1.4826, 17.5 × 0.05, 0.1) = 5.25 is near.
    found = named(values("17", "16", "18", "17", "19", "17", "18", "50"), MEAN)

    assert found == [
        ("outlier", 9, {"column": "value", "found": "50", "count": "7", "low": "16", "high": "19"}),
    ]


@pytest.mark.parametrize(
    ("figure", "is_asked"), [("25.8", False), ("25.9", True), ("8.2", False), ("8.1", True)]
)
def test_the_limit_of_what_is_near_is_exact(figure: str, is_asked: bool) -> None:
    # The median of the seven is 17; the distances from it are 0, 0, 1, 1, 2, 2 and that of the last one, so their
    # median is 1. Thus 6 × max(1 × 1.4826, 17 × 0.05, 0.1) = 8.8956 is near.
    assert bool(asked(values("17", "16", "18", "17", "19", "15", figure), MEAN)) is is_asked


def test_six_other_figures_are_needed_before_one_is_called_far() -> None:
    assert asked(values("17", "16", "18", "17", "19", "50"), MEAN) == []
    assert asked(values("17", "16", "18", "17", "19", "17", "50"), MEAN) == [("outlier", 8)]


def test_figures_on_the_other_side_of_a_break_say_nothing() -> None:
    broken = replace(MEAN, breaks=(Break(date(2024, 10, 1), WORDS),))

    assert asked(values("17", "16", "18", "17", "19", "17", "18", "50"), broken) == []


def test_a_low_share_of_few_cases_is_chance_and_one_of_many_is_not() -> None:
    usual = ("94,100", "95,100", "93,100", "96,100", "95,100", "94,100", "95,100")

    # 6 × √(0.945 × 0.055 ÷ 5) = 61 points: 3 of 5 is 34.5 points away, 240 of 400 as well, where it is 6.8 points.
    assert asked(counts(*usual, "3,5"), INDICATOR) == []
    assert ("outlier", 9) in asked(counts(*usual, "240,400"), INDICATOR)


@pytest.mark.parametrize(
    ("typed", "reading"), [("9.35", "93.5"), ("935", "93.5"), ("0.935", "93.5"), ("9350", "93.5")]
)
def test_a_slip_of_the_decimal_point_is_told_with_both_readings(typed: str, reading: str) -> None:
    index = replace(MEAN, type=IndicatorType.INDEX, unit="points")
    found = named(values("94", "95", "93.8", "95.6", "94.9", "94.1", "95.2", typed), index)

    assert [(id, line, words["found"], words["reading"]) for id, line, words in found] == [
        ("digit-slip", 9, typed, reading)
    ]


def test_a_digit_that_is_lacking_in_a_count_is_found_in_its_own_column() -> None:
    found = named(
        counts("398,431", "412,440", "405,428", "390,415", "401,433", "399,420", "41,433", "404,430"),
        INDICATOR,
    )

    assert found == [
        (
            "digit-slip", 8,
            {
                "column": "numerator", "found": "41", "reading": "410", "count": "7", "low": "390",
                "high": "412", "unit": "percent",
            },
        ),
    ]  # fmt: skip


def test_a_thousand_times_too_much_is_a_slip() -> None:
    visitors = values("22350", "19115", "21800", "20444", "23010", "19870", "21.5", "22100")

    assert [words["reading"] for _, _, words in named(visitors, replace(COUNT, decimals=1))] == ["21500"]


def test_hours_among_minutes_are_another_unit() -> None:
    found = named(values("180", "185", "190", "178", "182", "188", "3.1", "184"), MEAN)

    assert [(id, words["found"], words["reading"], words["unit"]) for id, _, words in found] == [
        ("unit-slip", "3.1", "186", "minutes")
    ]


def test_small_counts_vary_and_are_not_asked_about() -> None:
    assert asked(values("3", "5", "4", "2", "6", "3", "4", "11"), COUNT) == []
    assert asked(values("3", "5", "4", "2", "6", "3", "4", "40"), COUNT) == [("outlier", 9)]


def test_a_year_beside_its_quarters_is_not_compared_with_them() -> None:
    figures = values("100", "101", "99", "100", "102", "98", "100", "101") + "2023,400\n"

    assert asked(figures, COUNT) == []


def test_only_the_newest_vintage_is_asked_about() -> None:
    figures = (
        "period,value,state,released,revises\n"
        "2023-Q1,17,,,\n2023-Q2,16,,,\n2023-Q3,18,,,\n2023-Q4,17,,,\n2024-Q1,19,,,\n2024-Q2,17,,,\n"
        "2024-Q3,61,provisional,2024-10-20,\n2024-Q3,16,,2024-11-20,2024-10-20\n"
    )

    assert asked(figures, MEAN) == []


@pytest.mark.parametrize("type", [IndicatorType.SHARE, IndicatorType.SURVEY_SHARE])
def test_a_fraction_among_per_cents_has_two_readings(type: IndicatorType) -> None:
    found = named(values("94", "95", "93", "0.94"), replace(INDICATOR, type=type))

    assert found == [("percent-slip", 5, {"column": "value", "found": "0.94", "reading": "94"})]


def test_a_per_cent_among_fractions_has_two_readings() -> None:
    assert named(values("0.94", "0.95", "0.93", "94"), INDICATOR) == [
        ("percent-slip", 5, {"column": "value", "found": "94", "reading": "0.94"})
    ]


def test_a_target_says_as_well_that_per_cents_are_meant() -> None:
    assert asked(values("0.94"), INDICATOR, at_least("90")) == [("percent-slip", 2)]
    assert asked(values("0.94"), INDICATOR) == []


def test_a_share_below_one_per_cent_may_be_just_that() -> None:
    at_most_one = Target(date(2020, 1, 1), Limit(Operator.AT_MOST, Decimal(1)))

    assert asked(values("0.4", "0.6", "0.5", "0.3"), INDICATOR, at_most_one) == []
    assert asked(values("1.4", "0.6", "2.5", "0.3"), INDICATOR) == []


# Seven quarters of cases settled and cases received, and one in which the columns are swapped.
SETTLED = ("700,1000", "720,1010", "690,990", "710,1000", "705,980", "731,1020", "708,1005")


def test_swapped_counts_are_told_with_both_readings() -> None:
    assert named(counts(*SETTLED, "1005,704"), RATIO) == [
        ("counts-swapped", 9, {"count": "7", "numerator": "1005", "denominator": "704"})
    ]


@pytest.mark.parametrize("last", ["1005,1001", "1150,1000", "3000,1000"])
def test_more_work_done_than_came_in_is_no_swap(last: str) -> None:
    # 115 per cent would be 87 per cent when swapped, 300 would be 33: neither is near 70.
    assert ("counts-swapped", 9) not in asked(counts(*SETTLED, last), RATIO)


def test_parts_that_do_not_add_up_are_asked_about_by_column() -> None:
    figures = "period,channel,numerator,denominator\n2024-Q1,,412,431\n2024-Q1,letter,300,310\n2024-Q1,email,100,121\n"

    assert named(figures, BY_WAY) == [
        (
            "parts-not-whole",
            2,
            {"column": "numerator", "dimension": "channel", "found": "400", "wanted": "412"},
        )
    ]


@pytest.mark.parametrize(
    "figures",
    [
        "period,channel,numerator,denominator\n2024-Q1,,412,431\n2024-Q1,letter,302,310\n2024-Q1,email,110,121\n",
        # One part is not given.
        "period,channel,numerator,denominator\n2024-Q1,,412,431\n2024-Q1,letter,300,310\n",
        # Shares without counts: 62.5 and 37.5 are rounded to 63 and 38, which is 101.
        "period,channel,value\n2024-Q1,,100\n2024-Q1,letter,63\n2024-Q1,email,38\n",
        # A bound is no count.
        "period,channel,numerator,denominator\n2024-Q1,,412,431\n2024-Q1,letter,>300,310\n2024-Q1,email,110,121\n",
    ],
)
def test_parts_that_add_up_or_cannot_are_not_asked_about(figures: str) -> None:
    assert asked(figures, BY_WAY) == []


def test_a_part_without_cases_counts_as_none() -> None:
    figures = (
        "period,channel,numerator,denominator,state\n"
        "2024-Q1,,300,310,\n2024-Q1,letter,300,310,\n2024-Q1,email,,,no_cases\n"
    )

    assert asked(figures, BY_WAY) == []


def test_rounded_parts_may_differ_by_their_rounding() -> None:
    head = "period,channel,value\n2024-Q1,,10.0\n"

    # Three figures with one decimal may be 3 × 0.05 = 0.15 apart.
    assert asked(head + "2024-Q1,letter,6.3\n2024-Q1,email,3.8\n", COUNT_BY_WAY) == []
    assert asked(head + "2024-Q1,letter,6.3\n2024-Q1,email,3.9\n", COUNT_BY_WAY) == [("parts-not-whole", 2)]


def test_quarters_that_are_not_their_year_are_asked_about_in_the_line_of_the_year() -> None:
    figures = values("100", "101", "99", "100") + "2023,410\n"

    assert named(figures, COUNT) == [
        (
            "periods-not-whole", 6,
            {"column": "value", "found": "400", "wanted": "410", "first": "2023-Q1", "last": "2023-Q4"},
        ),
    ]  # fmt: skip


def test_a_year_with_a_quarter_lacking_and_a_stock_at_the_end_of_it_are_not_sums() -> None:
    assert asked(values("100", "101", "99") + "2023,410\n", COUNT) == []
    # So many members there were at the end of each quarter, and at the end of the year.
    assert asked(values("100", "101", "104", "106") + "2023,106\n", COUNT) == []
    assert asked(values("100", "101", "99", "100") + "2023,410\n", replace(COUNT, accumulates=True)) == []


@pytest.mark.parametrize("reported", ["100 %", "100%", "kept: 100 %", "85,8 %"])
def test_what_was_reported_and_what_was_counted_may_contradict(reported: str) -> None:
    figures = f'period,numerator,denominator,reported\n2024-Q1,24,28,"{reported}"\n'

    assert named(figures, INDICATOR) == [
        (
            "reported-not-counts", 2,
            {"found": reported, "numerator": "24", "denominator": "28", "wanted": "85.71"},
        ),
    ]  # fmt: skip


@pytest.mark.parametrize("reported", ["86 %", "85.7%", "85,71 %", "met", "every day", "90 % or 86 %", "1100"])
def test_what_was_reported_and_agrees_or_says_no_per_cent_is_not_asked_about(reported: str) -> None:
    assert asked(f'period,numerator,denominator,reported\n2024-Q1,24,28,"{reported}"\n', INDICATOR) == []


def test_the_fourth_period_in_a_row_with_one_figure_is_asked_about() -> None:
    assert named(values("12.45", "12.45", "12.45", "12.45", "12.45", "13"), MEAN) == [
        ("figure-repeated", 5, {"found": "12.45", "count": "4", "first": "2023-Q1", "last": "2023-Q4"})
    ]


@pytest.mark.parametrize(
    ("figures", "indicator"),
    [
        (values("12.45", "12.45", "12.45", "12.46", "12.45"), MEAN),
        (values("40", "40", "40", "40", "40"), MEAN),
        (values("4.5", "4.5", "4.5", "4.5", "4.5"), MEAN),
        (values("100", "100", "100", "100", "100"), INDICATOR),
        (counts("25,25", "25,25", "25,25", "25,25", "25,25"), INDICATOR),
        (counts("0,40", "0,40", "0,40", "0,40", "0,40"), INDICATOR),
        (counts("3,4", "3,4", "3,4", "3,4", "3,4"), INDICATOR),
    ],
)
def test_figures_that_come_back_by_themselves_are_not_asked_about(figures: str, indicator: Indicator) -> None:
    assert asked(figures, indicator) == []


def test_counts_that_come_back_in_the_next_period_or_a_year_later_are_asked_about() -> None:
    assert named(counts("398,431", "412,440", "412,440"), INDICATOR) == [
        ("counts-repeated", 4, {"numerator": "412", "denominator": "440", "other": "2023-Q2"})
    ]
    assert asked(counts("398,431", "412,440", "405,428", "390,415", "398,431"), INDICATOR) == [
        ("counts-repeated", 6)
    ]


def test_counts_of_what_is_fixed_in_advance_may_come_back() -> None:
    # 90 visits are due every quarter.
    assert asked(counts("88,90", "85,90", "85,90", "87,90"), INDICATOR) == []
    assert asked(counts("235,235", "235,235"), INDICATOR) == []
    assert asked(counts("24,28", "24,28"), INDICATOR) == []


def frequencies(indicator: Indicator, measure: Measure, *standards: Standard) -> list[str]:
    whole = publication((commitment(measure),), (indicator,))
    found = plausibility(replace(whole, standards={one.id: one for one in standards}))
    return [one.id for one in found]


VISITS = replace(COUNT, frequency=Frequency.QUARTERLY)
TWICE_A_WEEK = Limit(Operator.AT_LEAST, Decimal(2))


def test_a_frequency_is_measured_as_done_of_due() -> None:
    per_week = Measure("letters", (Target(date(2020, 1, 1), TWICE_A_WEEK, per="week"),))
    norm = Norm(date(2020, 1, 1), TWICE_A_WEEK, per="week")
    standard = Standard("visits", Family.QUALITY, NormType.FREQUENCY, WORDS, WORDS, (norm,))

    assert frequencies(VISITS, per_week) == ["frequency-without-due"]
    assert frequencies(VISITS, Measure("letters", standard="visits"), standard) == ["frequency-without-due"]


def test_so_many_a_year_counted_every_year_says_itself_what_was_due() -> None:
    per_year = Measure("letters", (Target(date(2020, 1, 1), TWICE_A_WEEK, per="year"),))

    assert frequencies(replace(COUNT, frequency=Frequency.YEARLY), per_year) == []
    assert frequencies(INDICATOR, per_year) == []


@pytest.mark.parametrize("seed", range(12))
def test_what_is_usual_is_exact_however_it_is_counted(seed: int) -> None:
    chance = Random(seed)
    figures = [
        Fraction(chance.randint(-50, 900), chance.choice((1, 7, 10, 87)))
        for _ in range(chance.randint(1, 12))
    ]
    least = Fraction(chance.randint(0, 3), 7)
    middle = median(figures)
    spread = median([abs(one - middle) for one in figures]) * Fraction(14826, 10000)
    reach = FAR * max(spread, abs(middle) / 20, least)
    near = [one for one in figures if abs(one - middle) <= reach]

    assert Usual.of(figures, least) == Usual(middle, reach, min(near), max(near), len(near))
