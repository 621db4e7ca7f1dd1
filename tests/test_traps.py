"""Figures as real bodies printed them that are easily read wrongly, and what becomes of each when it is entered.

The figures are those of public reports: of Hulu Selangor and Port Dickson (Malaysia), Penang, the Fire Services and the
Immigration Department of Hong Kong, Eastleigh and Winchester (England), the Bács-Kiskun County Government Office and
the one-stop shops of Hungary, and the regional administrations of Veliko Tarnovo and Kyustendil (Bulgaria).
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from charterkit.model.commitment import Measure
from charterkit.model.indicator import Disaggregation, Indicator, IndicatorType, Sample
from charterkit.model.requirement import Target
from charterkit.model.result import State
from charterkit.numbers import Bound
from charterkit.periods import Frequency
from charterkit.report import cure, sentence
from charterkit.rules.plausibility import plausibility
from charterkit.strings import words
from factory import APRIL, INDICATOR, PUBLISHER, at_least, at_most, outcomes, publication, read_results

SINCE_2009 = date(2009, 1, 1)
SHARE = replace(INDICATOR, frequency=Frequency.MONTHLY, starts=SINCE_2009)
YEARLY = replace(SHARE, frequency=Frequency.YEARLY)
MINUTES = replace(
    YEARLY,
    type=IndicatorType.MEAN,
    unit="minutes",
    frequency=Frequency.HALF_YEARLY,
    numerator=None,
    denominator=None,
)
RATIO = replace(SHARE, type=IndicatorType.RATIO)
SURVEY = replace(YEARLY, type=IndicatorType.SURVEY_SHARE, sample=Sample.UNKNOWN)
LATER = "2026-01-01"


def refused(figures: str, indicator: Indicator = SHARE) -> list[str]:
    """The ids of what is wrong in the lines of a results file."""
    return [found.id for found in read_results(figures, indicator)[1]]


def asked(figures: str, indicator: Indicator = SHARE) -> list[str]:
    """The questions about a results file, as staff read them."""
    series, problems = read_results(figures, indicator)
    assert not problems
    english = words("en")
    found = plausibility(publication((), (indicator,), (series,)))
    return [f"{sentence(one, english)} {cure(one, english)}" for one in found]


def status(figures: str, target: Target, indicator: Indicator = SHARE) -> list[str]:
    """The status of each line of a results file, oldest first."""
    ended = replace(indicator, frequency=Frequency.IRREGULAR)
    return [
        one.status.value for one in outcomes(figures, LATER, ended, Measure("letters", (target,))).values()
    ]


# Hulu Selangor, March 2019, and Port Dickson, June 2021.


@pytest.mark.parametrize(
    ("cell", "expected"),
    [("nil", "figure-nil"), ("NIL", "figure-nil"), ("-", "figure-dash"), ("TB", "figure-form")],
)
def test_signs_for_no_figure_are_told_apart_and_never_guessed(cell: str, expected: str) -> None:
    assert refused(f"period,value\n2019-03,{cell}\n") == [expected]


def test_no_cases_nothing_reported_and_not_applicable_are_three_things() -> None:
    figures = "period,value,state\n2019-03,,no_cases\n2019-04,,missing\n2019-05,,not_applicable\n2019-06,,\n"
    given = "period,reason\n2019-05,There is no toilet of three stars.\n"
    series, problems = read_results(figures, SHARE, words=given)

    assert problems == ()
    assert [row.state for row in series.rows] == [
        State.NO_CASES, State.MISSING, State.NOT_APPLICABLE, State.NOTHING,
    ]  # fmt: skip
    assert refused("period,value,state\n2021-06,,not_applicable\n") == ["reason-missing"]


def test_a_dash_beside_nought_per_cent_is_not_taken_for_nothing_done() -> None:
    assert refused("period,value,numerator,denominator\n2021-07,0,-,-\n") == ["figure-dash", "figure-dash"]
    assert refused("period,value,numerator,denominator\n2021-07,0,0,0\n") == ["figure-of-no-cases"]


# Fire Services Department 2021; tables with whole per cents; Eastleigh 2019.


@pytest.mark.parametrize(
    ("figure", "target", "expected"),
    [
        ("92.4", "92.5", "not_met"),
        ("92.5", "92.5", "met"),
        ("77", "77", "met"),
        ("10", "10", "met"),
        ("9", "10", "not_met"),
    ],
)
def test_a_figure_is_compared_as_it_was_printed(figure: str, target: str, expected: str) -> None:
    assert status(f"period,value\n2021,{figure}\n", at_least(target), YEARLY) == [expected]


def test_colours_with_a_hole_decide_nothing() -> None:
    # Green above 60, amber above 55, red below 50; the target is 60. 60 is met though not green, 52 has no colour.
    figures = "period,value\n2019-04,61\n2019-05,60\n2019-06,58\n2019-07,52\n"

    assert status(figures, at_least("60")) == ["met", "met", "not_met", "not_met"]
    assert asked(figures) == []


# Rounding, and shares above one hundred.


def test_rounded_parts_of_one_hundred_and_one_are_not_asked_about() -> None:
    by_outcome = replace(SHARE, disaggregations=(Disaggregation("outcome", ("kept", "broken")),))
    rounded = "period,outcome,value\n2020-04,,100\n2020-04,kept,63\n2020-04,broken,38\n"
    counted = "period,outcome,numerator,denominator\n2020-04,kept,5,8\n2020-04,broken,3,8\n"

    assert asked(rounded, by_outcome) == []
    assert asked(counted, by_outcome) == []
    assert asked("period,value,numerator,denominator,reported\n2020-04,63,5,8,63 %\n") == []


def test_a_share_above_one_hundred_is_refused() -> None:
    assert refused("period,value\n2020-04,184\n") == ["share-out-of-range"]
    assert refused("period,numerator,denominator\n2020-04,46,25\n") == ["share-over-hundred"]


def test_more_completed_than_received_is_right_for_a_ratio() -> None:
    figures = "period,value,numerator,denominator\n2019-07,115,9498,8241\n2019-08,115,10503,9099\n"

    assert asked(figures, RATIO) == []
    assert status(figures, at_least("100"), RATIO) == ["met", "met"]


# Hulu Selangor: a promise for every day. Penang 2019: projects on schedule.


def test_every_day_with_days_left_out_is_asked_about() -> None:
    found = asked("period,numerator,denominator,reported\n2017-05,24,28,100%\n")

    assert found == [
        "Which is right, 100% as reported, or 24 of 28, which is 85.71 per cent? Correct the one that is wrong. If the "
        "body itself reported it so, both can stay. If it is right as it stands, write reported-not-counts in the "
        "column confirmed of this line."
    ]


def test_every_day_is_judged_by_the_days_and_not_by_what_was_reported() -> None:
    figures = "period,numerator,denominator,reported\n2017-05,24,28,100%\n"

    assert status(figures, at_least("100")) == ["not_met"]


def test_a_remark_that_contradicts_the_figure_cannot_be_read() -> None:
    figures = "period,numerator,denominator\n2019,235,235\n"
    series, problems = read_results(
        figures, YEARLY, words="period,note\n2019,One project is late (0.43 %).\n"
    )

    assert problems == ()
    assert list(plausibility(publication((), (YEARLY,), (series,)))) == []
    assert status(figures, at_least("95"), YEARLY) == ["met"]


# Statuses without a figure, figures that are bounds, and few answers.


def test_a_status_without_a_figure_is_shown_and_not_believed() -> None:
    figures = "period,value,state,reported\n2014,,missing,met\n"

    assert status(figures, at_least("92"), YEARLY) == ["no_data"]
    assert read_results(figures, YEARLY)[0].rows[0].reported == "met"


@pytest.mark.parametrize(
    ("figure", "target", "expected"),
    [("<30", "30", "met"), ("<30", "40", "met"), ("<30", "20", "no_data")],
)
def test_a_wait_printed_as_a_bound_is_judged_where_it_can_be(figure: str, target: str, expected: str) -> None:
    assert status(f"period,value\n2024-H1,{figure}\n", at_most(target), MINUTES) == [expected]


def test_more_than_seventy_six_per_cent_reaches_seventy_five_and_leaves_eighty_open() -> None:
    figures = "period,value\n2024,>76\n"

    assert status(figures, at_least("75"), SURVEY) == ["met"]
    assert status(figures, at_least("80"), SURVEY) == ["no_data"]


def test_a_number_of_answers_may_be_a_bound() -> None:
    series, problems = read_results("period,value,n\n2014,96.7,>9200\n", SURVEY)

    assert problems == ()
    assert series.rows[0].n is not None
    assert (series.rows[0].n.value, series.rows[0].n.bound) == (Decimal(9200), Bound.ABOVE)
    assert refused('period,value,n\n2014,96.7,">9,200"\n', SURVEY) != []


def test_twelve_and_fifteen_answers_are_too_few_for_a_question() -> None:
    figures = "period,numerator,denominator,n\n2018,12,12,12\n2019,14,15,15\n"

    assert asked(figures, SURVEY) == []
    assert status(figures, at_least("95"), SURVEY) == ["met", "not_met"]


def test_a_survey_without_its_base_is_published_as_it_is() -> None:
    # 86, 14 and 28 per cent fit seven people; the report does not say how many there were.
    assert asked("period,value\n2019,86\n", SURVEY) == []


# Vintages and years.


def test_an_estimate_that_was_replaced_keeps_both_figures_and_only_the_newer_counts() -> None:
    figures = "period,value,state,released,revises\n2019,84,estimated,2019-04-20,\n2019,79.3,,2020-04-20,2019-04-20\n"
    series, problems = read_results(figures, YEARLY)

    assert problems == ()
    assert [row.figure and row.figure.printed for row in series.rows] == ["84", "79.3"]
    assert status(figures, at_least("80"), YEARLY) == ["not_met"]


def test_a_financial_year_is_read_where_the_body_says_when_it_starts() -> None:
    from_april = replace(PUBLISHER, year_starts=APRIL)
    figures = "period,value\nFY2009/10,96.6\n"
    series, problems = read_results(figures, replace(YEARLY, starts=date(2009, 4, 1)), from_april)

    assert problems == ()
    assert (series.rows[0].period.start, series.rows[0].period.end) == (date(2009, 4, 1), date(2010, 3, 31))
    assert refused(figures, YEARLY) == ["period-form"]
