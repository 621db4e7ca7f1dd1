"""What the lines of a results file say: figures, counts, words for absent figures, vintages, periods."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest

from charterkit.data.series import ResultFiles, series
from charterkit.model.common import Ended
from charterkit.model.indicator import (
    Confidentiality,
    Direction,
    Disaggregation,
    Indicator,
    IndicatorType,
    Sample,
)
from charterkit.model.result import Count, Row, State
from charterkit.numbers import Bound
from charterkit.periods import Frequency
from factory import APRIL, INDICATOR, PUBLISHER, WORDS, day, read_results

IRREGULAR = replace(INDICATOR, frequency=Frequency.IRREGULAR)
MEAN = replace(INDICATOR, type=IndicatorType.MEAN, unit="minutes")
COUNT = replace(INDICATOR, type=IndicatorType.COUNT, unit="count")
YES_NO = replace(INDICATOR, type=IndicatorType.YES_NO, unit="")
DATE = replace(INDICATOR, type=IndicatorType.INDEX, unit="date", direction=Direction.LOWER)
RATIO = replace(INDICATOR, type=IndicatorType.RATIO)
RATE = replace(INDICATOR, type=IndicatorType.RATE, unit="count", times=Decimal(1000))
PERSONS = replace(INDICATOR, confidentiality=Confidentiality(persons=True, k=10))
SURVEY = replace(INDICATOR, type=IndicatorType.SURVEY_SHARE, sample=Sample.PROBABILITY)
SLICED = replace(INDICATOR, disaggregations=(Disaggregation("channel", ("letter", "email")),))
COUNTS = "period,value,numerator,denominator,state\n"


def row(text: str, indicator: Indicator = INDICATOR) -> Row:
    """The only row of a file in which nothing is wrong."""
    found, problems = read_results(text, indicator)
    assert not problems, problems
    (only,) = found.rows
    return only


def wrong(text: str, indicator: Indicator = INDICATOR, words: str = "") -> list[tuple[str, int, int]]:
    """What is wrong in a file, by line and column."""
    _, problems = read_results(text, indicator, words=words)
    return [(one.id, one.spot.line, one.spot.column) for one in problems]


@pytest.mark.parametrize(
    ("cell", "value", "bound"),
    [
        ("94.5", Fraction(189, 2), Bound.EXACT),
        ("0", Fraction(0), Bound.EXACT),
        ("-3", Fraction(-3), Bound.EXACT),
        ("<30", Fraction(30), Bound.BELOW),
        (">9200", Fraction(9200), Bound.ABOVE),
        ("~7000", Fraction(7000), Bound.ABOUT),
    ],
)
def test_a_figure_is_exact_and_stays_as_printed(cell: str, value: Fraction, bound: Bound) -> None:
    figure = row(f"period,value\n2024-Q1,{cell}\n", MEAN).figure

    assert figure is not None
    assert (figure.value, figure.bound, figure.printed) == (value, bound, cell)


def test_a_figure_keeps_the_decimals_that_it_was_written_with() -> None:
    figure = row("period,value\n2024-Q1,94.50\n", MEAN).figure

    assert figure is not None
    assert figure.decimals == 2


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ('"94,5"', "figure-comma"),
        ("94.5%", "figure-percent"),
        ("94 %", "figure-percent"),
        ("nil", "figure-nil"),
        ("n/a", "figure-not-applicable"),
        ("-", "figure-dash"),
        ("–", "figure-dash"),
        ("1 234", "figure-thousands"),
        ('"1 234,5"', "figure-thousands"),
        ('"1,234"', "figure-ambiguous"),
        ("good", "figure-form"),
        ("1e3", "figure-form"),
        ("=1+1", "figure-form"),
        ("NaN", "figure-form"),
    ],
)
def test_what_is_no_figure_is_told_apart(cell: str, expected: str) -> None:
    assert wrong(f"period,value\n2024-Q1,{cell}\n", MEAN) == [(expected, 2, 9)]


def test_counts_give_the_exact_figure_and_win_over_the_printed_one() -> None:
    found = row("period,value,numerator,denominator\n2024-Q1,66.67,2,3\n")

    assert found.figure is not None
    assert (found.figure.value, found.figure.printed) == (Fraction(200, 3), "66.67")
    assert (found.numerator, found.denominator) == (Count(Decimal(2)), Count(Decimal(3)))


def test_a_rate_is_counted_per_so_many() -> None:
    found = row("period,numerator,denominator\n2024-Q1,3,2000\n", RATE).figure

    assert found is not None
    assert found.value == Fraction(3, 2)


@pytest.mark.parametrize("value", ["66.7", "66.67", "67", "66.667", "66.66666666666666666667"])
def test_a_value_may_be_rounded_as_it_is_written(value: str) -> None:
    assert wrong(f"period,value,numerator,denominator\n2024-Q1,{value},2,3\n") == []


@pytest.mark.parametrize("value", ["66", "66.6", "66.66", "68", "0.667"])
def test_a_value_that_does_not_agree_with_its_counts_is_refused(value: str) -> None:
    rows = f"period,value,numerator,denominator\n2024-Q1,{value},2,3\n"

    assert wrong(rows) == [("value-not-counts", 2, 9)]


@pytest.mark.parametrize("value", ["12", "13"])
def test_a_half_may_have_been_rounded_up_or_to_the_even_neighbour(value: str) -> None:
    assert wrong(f"period,value,numerator,denominator\n2024-Q1,{value},1,8\n") == []


def test_counts_that_are_bounds_give_no_figure_and_leave_the_printed_one() -> None:
    found = row("period,value,numerator,denominator\n2024-Q1,99,,>9200\n")

    assert found.figure is not None
    assert found.figure.value == 99
    assert found.denominator == Count(Decimal(9200), Bound.ABOVE)


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (",0,0,", []),
        (",,0,", []),
        ("50,0,0,", [("figure-of-no-cases", 2, 9)]),
        (",10,0,", [("counts-of-nothing", 2, 10)]),
        ("50,10,0,", [("counts-of-nothing", 2, 12)]),
        (",10,,", [("counts-incomplete", 2, 10)]),
        (",,10,", [("counts-incomplete", 2, 11)]),
        ("50,,10,", []),
        (",12,10,", [("share-over-hundred", 2, 10)]),
        ("184,,,", [("share-out-of-range", 2, 9)]),
        ("-1,,,", [("share-out-of-range", 2, 9)]),
        (",-1,10,", [("count-form", 2, 10)]),
    ],
)
def test_counts_have_to_make_sense(cells: str, expected: list[tuple[str, int, int]]) -> None:
    assert wrong(COUNTS + f"2024-Q1,{cells}\n") == expected


@pytest.mark.parametrize("indicator", [RATIO, RATE])
def test_a_ratio_or_a_rate_may_exceed_all(indicator: Indicator) -> None:
    assert wrong(COUNTS + "2024-Q1,,9498,8241,\n", indicator) == []


def test_a_mean_of_no_cases_is_refused_too() -> None:
    assert wrong(COUNTS + "2024-Q1,12,,0,\n", MEAN) == [("figure-of-no-cases", 2, 9)]


@pytest.mark.parametrize("word", ["missing", "no_cases", "not_applicable", "suppressed", "ended"])
@pytest.mark.parametrize("cells", ["50,,,", ",5,10,", ",0,10,"])
def test_a_figure_beside_a_word_that_says_there_is_none_is_refused(word: str, cells: str) -> None:
    column = 9 if cells.startswith("50") else 10
    found = wrong(COUNTS + f"2024-Q1,{cells}{word}\n", words="period,reason\n2024-Q1,Closed\n")

    assert found == [("figure-beside-state", 2, column)]


@pytest.mark.parametrize(
    ("cells", "word"),
    [
        (",,,", "missing"),
        (",0,0,", "no_cases"),
        (",0,,", "no_cases"),
        (",,,", "suppressed"),
        (",,,", "ended"),
    ],
)
def test_a_word_may_stand_in_the_place_of_a_figure(cells: str, word: str) -> None:
    assert row(COUNTS + f"2024-Q1,{cells}{word}\n").state is State(word)


@pytest.mark.parametrize("word", ["provisional", "estimated", "projected"])
def test_a_word_about_a_figure_needs_the_figure(word: str) -> None:
    assert wrong(COUNTS + f"2024-Q1,,,,{word}\n") == [("state-without-figure", 2, 12)]


def test_an_unknown_word_is_answered_with_the_one_that_was_meant() -> None:
    _, (problem,) = read_results(COUNTS + "2024-Q1,,,,mising\n")

    assert (problem.id, problem.named["nearest"]) == ("state-unknown", "missing")


def test_not_applicable_needs_a_reason() -> None:
    rows = COUNTS + "2024-Q1,,,,not_applicable\n"

    assert wrong(rows) == [("reason-missing", 2, 12)]
    assert wrong(rows, words="period,reason\n2024-Q1,Closed for repairs\n") == []


@pytest.mark.parametrize(("cell", "value"), [("yes", 1), ("no", 0)])
def test_a_yes_and_a_no_are_figures(cell: str, value: int) -> None:
    figure = row(f"period,value\n2024-Q1,{cell}\n", YES_NO).figure

    assert figure is not None
    assert (figure.value, figure.printed) == (Fraction(value), cell)


@pytest.mark.parametrize("cell", ["Yes", "1", "true", "ne"])
def test_anything_else_is_neither_yes_nor_no(cell: str) -> None:
    assert wrong(f"period,value\n2024-Q1,{cell}\n", YES_NO) == [("yes-no-form", 2, 9)]


def test_a_day_is_a_figure_where_the_unit_is_a_date() -> None:
    figure = row("period,value\n2024-Q1,2024-02-29\n", DATE).figure

    assert figure is not None
    assert figure.value == day("2024-02-29").toordinal()


@pytest.mark.parametrize("cell", ["2023-02-29", "20240229", "2024-W09-4", "29.02.2024", "2024-2-9"])
def test_a_day_is_written_in_one_way(cell: str) -> None:
    assert wrong(f"period,value\n2024-Q1,{cell}\n", DATE) == [("day-form", 2, 9)]


@pytest.mark.parametrize(
    ("indicator", "header", "cells", "expected"),
    [
        (PERSONS, "numerator,denominator", "9,100", [("persons-too-few", 2, 9)]),
        (PERSONS, "numerator,denominator", "0,9", [("persons-too-few", 2, 11)]),
        (PERSONS, "numerator,denominator", "10,100", []),
        (PERSONS, "numerator,denominator", "0,100", []),
        (PERSONS, "numerator,denominator,state", ",,suppressed", []),
        (replace(PERSONS, type=IndicatorType.COUNT), "value", "9", [("persons-too-few", 2, 9)]),
        (replace(PERSONS, type=IndicatorType.COUNT), "value", "10", []),
        (replace(PERSONS, type=IndicatorType.COUNT), "value", "9.5", [("persons-too-few", 2, 9)]),
        (replace(PERSONS, type=IndicatorType.MEAN), "value", "9", []),
        (replace(PERSONS, type=IndicatorType.MEAN), "value,n", "50,9", [("persons-too-few", 2, 12)]),
        (INDICATOR, "numerator,denominator", "1,2", []),
    ],
)
def test_so_few_persons_that_one_could_be_recognised_are_refused(
    indicator: Indicator, header: str, cells: str, expected: list[tuple[str, int, int]]
) -> None:
    assert wrong(f"period,{header}\n2024-Q1,{cells}\n", indicator) == expected


def test_everything_else_in_a_line_is_kept() -> None:
    found = row(
        "period,value,n,sd,released,reported,complaints,action_by,source\n"
        "2024-Q1,57,1023,0.8,2024-04-20,met,3,2024-12-31,survey\n",
        SURVEY,
    )

    assert (found.n, found.sd, found.complaints) == (Count(Decimal(1023)), Decimal("0.8"), 3)
    assert (found.released, found.action_by) == (day("2024-04-20"), day("2024-12-31"))
    assert (found.reported, found.source, found.line) == ("met", "survey", 2)


@pytest.mark.parametrize(
    ("column", "cell", "expected"),
    [
        ("n", "12.5", "count-form"),
        ("n", "many", "figure-form"),
        ("complaints", "-1", "count-form"),
        ("complaints", "3.0", "count-form"),
        ("released", "yesterday", "day-form"),
        ("action_by", "2024-13-01", "day-form"),
    ],
)
def test_every_other_cell_has_its_form_too(column: str, cell: str, expected: str) -> None:
    assert wrong(f"period,{column}\n2024-Q1,{cell}\n") == [(expected, 2, 9)]


def test_slices_are_columns_and_so_are_the_bodies() -> None:
    found = row("period,value,channel,body\n2024-Q1,95,letter,library\n", SLICED)

    assert found.slice == (("body", "library"), ("channel", "letter"))


@pytest.mark.parametrize(
    ("cells", "expected"), [("lettre,", ("slice-value", 2, 12)), (",libary", ("slice-value", 2, 13))]
)
def test_a_slice_has_one_of_its_values(cells: str, expected: tuple[str, int, int]) -> None:
    assert wrong(f"period,value,channel,body\n2024-Q1,95,{cells}\n", SLICED) == [expected]


@pytest.mark.parametrize("label", ["2024-Q5", "2024-13", "24", "", "FY2024/25", "2024-03-31/2024-01-01"])
def test_a_period_has_to_mean_something(label: str) -> None:
    assert wrong(f"period,value\n{label},95\n2024-Q1,95\n") == [("period-form", 2, 1)]


def test_fiscal_periods_follow_the_publisher() -> None:
    fiscal = replace(PUBLISHER, year_starts=APRIL)
    found, problems = read_results("period,value\nFY2024/25-Q1,95\n", publisher=fiscal)

    assert not problems
    assert found.rows[0].period.start == day("2024-04-01")


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("2024-Q2", []),
        ("2024-04-15/2024-06-30", []),
        ("2024", []),
        ("2019", []),
        ("2024-05", [("period-unexpected", 2, 1)]),
        ("2024-01-01/2024-06-29", [("period-unexpected", 2, 1)]),
    ],
)
def test_a_row_ends_with_an_expected_period_or_before_the_first(
    label: str, expected: list[tuple[str, int, int]]
) -> None:
    assert wrong(f"period,value\n{label},95\n") == expected


def test_an_irregular_indicator_expects_nothing_and_takes_everything() -> None:
    assert wrong("period,value\n2024-05,95\n2024-06-07,95\n2023-W07,95\n", IRREGULAR) == []


@pytest.mark.parametrize(
    ("indicator", "label", "expected"),
    [
        (replace(INDICATOR, ends=day("2024-06-30")), "2024-Q2", []),
        (replace(INDICATOR, ends=day("2024-06-30")), "2024-Q3", [("after-end", 2, 1)]),
        (replace(INDICATOR, ended=Ended(day("2024-07-01"), WORDS)), "2024-Q2", []),
        (replace(INDICATOR, ended=Ended(day("2024-07-01"), WORDS)), "2024-Q3", [("after-end", 2, 1)]),
    ],
)
def test_after_the_end_there_are_no_figures(
    indicator: Indicator, label: str, expected: list[tuple[str, int, int]]
) -> None:
    assert wrong(f"period,value\n{label},95\n", indicator) == expected


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        (("2024-Q1", "2024-Q2", "2024"), []),
        (("2024-Q1", "2024-02-01/2024-06-30"), [("period-overlaps", 3, 1)]),
        (("2024-02-01/2024-06-30", "2024-Q1"), [("period-overlaps", 3, 1)]),
        (("2024", "2024-01-01/2024-12-31"), [("period-overlaps", 3, 1)]),
        (("2023-07-01/2024-06-30", "2023-Q4", "2024"), [("period-overlaps", 4, 1)]),
    ],
)
def test_periods_lie_apart_or_inside_each_other(
    labels: tuple[str, ...], expected: list[tuple[str, int, int]]
) -> None:
    rows = "period,value\n" + "".join(f"{label},95\n" for label in labels)

    assert wrong(rows, IRREGULAR) == expected
    assert wrong(rows, replace(IRREGULAR, window="year")) == []


def test_different_slices_may_overlap() -> None:
    irregular = replace(SLICED, frequency=Frequency.IRREGULAR)
    rows = "period,value,channel\n2024-Q1,95,letter\n2024-02-01/2024-06-30,95,email\n"

    assert wrong(rows, irregular) == []


VINTAGES = "period,value,state,released,revises\n"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("2024-Q1,85,provisional,2024-04-10,\n2024-Q1,91,,2024-06-10,2024-04-10\n", []),
        ("2024-Q1,91,,2024-06-10,2024-04-10\n2024-Q1,85,provisional,2024-04-10,\n", []),
        ("2024-Q1,,missing,2024-04-10,\n2024-Q1,91,,2024-06-10,2024-04-10\n", []),
        ("2024-Q1,85,,2024-04-10,\n2024-Q1,91,,2024-04-10,\n", [("row-twice", 3, 1)]),
        ("2024-Q1,85,,,\n2024-Q1,91,,,\n", [("row-twice", 3, 1)]),
        ("2024-M03,85,,,\n2024-03,91,,,\n", [("row-twice", 3, 1)]),
        ("2024-Q1,85,estimated,2024-04-10,\n2024-Q1,91,,2024-06-10,\n", [("revises-missing", 3, 1)]),
        ("2024-Q1,85,estimated,,\n2024-Q1,91,,2024-06-10,\n", [("released-missing", 2, 22)]),
        ("2024-Q1,85,,2024-04-10,\n2024-Q1,91,,2024-06-10,2024-04-10\n", [("correction-unexplained", 3, 24)]),
        ("2024-Q1,85,,2024-04-10,2024-01-01\n", [("revises-unknown", 2, 24)]),
        ("2024-Q1,85,,2024-04-10,2024-04-10\n", [("revises-unknown", 2, 24)]),
    ],
)
def test_a_newer_row_says_which_one_it_replaces_and_a_correction_why(
    rows: str, expected: list[tuple[str, int, int]]
) -> None:
    monthly = replace(INDICATOR, frequency=Frequency.MONTHLY)

    assert wrong(VINTAGES + rows, monthly) == expected


def test_a_correction_with_a_reason_is_right_and_the_newest_row_counts() -> None:
    rows = VINTAGES + "2024-Q1,85,,2024-04-10,\n2024-Q1,91,,2024-06-10,2024-04-10\n"
    words = "period,released,reason\n2024-Q1,2024-06-10,Two letters were counted twice.\n"
    found, problems = read_results(rows, words=words)
    (newest,) = found.newest()

    assert not problems
    assert newest.line == 3
    assert [one.line for one in found.vintages(newest.period)] == [2, 3]
    assert newest.reason["en"] == "Two letters were counted twice."


def test_words_stand_beside_the_figure_of_their_slice() -> None:
    rows = "period,value,channel\n2024-Q1,95,letter\n2024-Q1,85,email\n"
    found, problems = read_results(
        rows, SLICED, words="period,channel,cause,action\n2024-Q1,email,Illness,Hiring\n"
    )

    assert not problems
    assert [one.cause.get("en") for one in found.rows] == [None, "Illness"]
    assert found.rows[1].action["en"] == "Hiring"


@pytest.mark.parametrize("line", ["2024-Q2,Late", ",Late"])
def test_words_without_a_figure_are_a_problem(line: str) -> None:
    _, (problem,) = read_results("period,value\n2024-Q1,95\n", words=f"period,note\n{line}\n")

    assert (problem.id, problem.spot.file, problem.spot.line) == ("words-without-row", "letters.en.csv", 2)


CORRECTED = "period,value,released,revises\n2024-Q1,95,2024-04-20,\n2024-Q1,91,2024-05-20,2024-04-20\n"
WHY = {
    lang: (f"letters.{lang}.csv", b"period,released,reason\n2024-Q1,2024-05-20,Two were counted twice.\n")
    for lang in ("bg", "en", "hu", "lt", "sl")
}


@pytest.mark.parametrize(
    ("right", "slip", "told"),
    [
        # The wrong cell itself is told, and nothing that only follows from it.
        ("2024-Q1,91", "2024-Q5,91", ["period-form"]),
        ("2024-05-20", "2024-05-32", ["day-form"]),
        # Nobody can tell which of both is wrong: that the words have no line is told once for all languages.
        ("2024-05-20", "2024-05-21", ["words-without-row"]),
        ("2024-Q1,91,2024-05-20,2024-04-20", "2024-Q2,91,2024-05-20,", ["words-without-row"]),
    ],
)
def test_one_slip_in_a_line_is_told_once_though_words_in_five_languages_lose_it(
    right: str, slip: str, told: list[str]
) -> None:
    figures = CORRECTED.replace(right, slip)
    assert figures != CORRECTED
    sound, none = series(ResultFiles(("letters.csv", CORRECTED.encode()), WHY), INDICATOR, PUBLISHER)
    _, problems = series(ResultFiles(("letters.csv", figures.encode()), WHY), INDICATOR, PUBLISHER)

    assert not none
    assert sorted(sound.rows[1].reason) == sorted(WHY)
    assert [one.id for one in problems] == told
    # The words of the first language of the site are those that the body writes itself.
    assert all(one.spot.file in ("letters.csv", f"letters.{PUBLISHER.languages[0]}.csv") for one in problems)


def test_a_wrong_part_of_a_figure_takes_its_words_along() -> None:
    rows = "period,value,channel\n2024-Q1,95,letter\n2024-Q1,85,emial\n"
    _, problems = read_results(rows, SLICED, words="period,channel,cause\n2024-Q1,email,Illness\n")

    assert [one.id for one in problems] == ["slice-value"]


def test_words_of_a_line_with_another_mistake_still_need_their_own_line() -> None:
    rows = "period,value\n2024-Q1,95\n2024-Q5,85\n"
    _, problems = read_results(rows, words="period,cause\n2024-Q1,Illness\n2024-Q3,Hiring\n2024-Q3,Hiring\n")
    _, two = read_results("period,value\n2024-Q1,9x\n", words="period,cause\n2024-Q3,Hiring\n")

    assert [one.id for one in problems] == ["period-form"]
    assert [one.id for one in two] == ["figure-form", "words-without-row"]


def test_one_bad_line_hides_no_other() -> None:
    found, problems = read_results("period,value\nnever,95\n2024-Q1,abc\n2024-Q2,95\n2024-Q3,1,2\n")

    assert [one.id for one in problems] == ["csv-cells", "period-form", "figure-form"]
    assert [one.period.label for one in found.rows] == ["2024-Q1", "2024-Q2"]
