"""The outcomes of a measure, period by period: which are there, which row counts, what it comes to."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest

from charterkit.model.commitment import Measure
from charterkit.model.common import Ended, MonthDay
from charterkit.model.indicator import (
    Break,
    Confidentiality,
    Direction,
    Disaggregation,
    Indicator,
    IndicatorType,
)
from charterkit.model.requirement import BetterThan, ByDay, InWords, Requirement
from charterkit.model.result import State
from charterkit.numbers import Bound
from charterkit.periods import CALENDAR_YEAR, Frequency
from charterkit.rules.status import Why
from charterkit.rules.timeline import Timeline
from factory import (
    APRIL,
    INDICATOR,
    PUBLISHER,
    WORDS,
    at_least,
    at_most,
    day,
    demands,
    outcomes,
    read_results,
    statuses,
)

YEARLY = replace(INDICATOR, frequency=Frequency.YEARLY, starts=day("2021-01-01"))
IRREGULAR = replace(INDICATOR, frequency=Frequency.IRREGULAR)
COUNT = replace(INDICATOR, type=IndicatorType.COUNT, unit="count", decimals=0)
MEAN = replace(INDICATOR, type=IndicatorType.MEAN, unit="minutes", direction=Direction.LOWER)
RANK = replace(YEARLY, type=IndicatorType.RANK, direction=Direction.LOWER)
BY_YEAR = Measure("letters", (at_least("90"),), judged=Frequency.YEARLY)
FISCAL = replace(PUBLISHER, year_starts=APRIL)
COUNTS = "period,numerator,denominator,state\n"
FULL_YEAR = COUNTS + "2024-Q1,90,100,\n2024-Q2,80,100,\n2024-Q3,95,100,\n2024-Q4,99,100,\n"


def test_every_expected_period_stands_there_up_to_the_running_one() -> None:
    found = statuses("period,value\n2024-Q1,95\n2024-Q3,85\n", today="2025-01-31")

    assert found == {
        "2024-Q1": "met",
        "2024-Q2": "overdue",
        "2024-Q3": "not_met",
        "2024-Q4": "overdue",
        "2025-Q1": "open",
    }


def test_a_figure_is_overdue_only_when_its_term_has_passed() -> None:
    assert statuses("period,value\n", today="2024-04-30") == {"2024-Q1": "open", "2024-Q2": "open"}
    assert statuses("period,value\n", today="2024-05-01") == {"2024-Q1": "overdue", "2024-Q2": "open"}


def test_without_a_term_a_gap_is_no_data() -> None:
    found = statuses("period,value\n", "2024-07-15", replace(INDICATOR, due_days=None))

    assert found == {"2024-Q1": "no_data", "2024-Q2": "no_data", "2024-Q3": "open"}


def test_before_the_first_period_nothing_is_expected() -> None:
    assert statuses("period,value\n", today="2023-12-31") == {}


def test_figures_from_before_the_first_expected_period_are_kept_and_judged() -> None:
    found = statuses("period,value\n2023-Q3,95\n", today="2024-01-15")

    assert found == {"2023-Q3": "met", "2024-Q1": "open"}


def test_a_running_period_is_on_track_never_met() -> None:
    rows = "period,value\n2024-Q1,95\n2024-Q2,85\n"

    assert statuses(rows, today="2024-05-15") == {"2024-Q1": "met", "2024-Q2": "off_track"}
    assert statuses("period,value\n2024-Q1,95\n", today="2024-03-31") == {"2024-Q1": "on_track"}


@pytest.mark.parametrize("state", ["provisional", "estimated", "projected"])
def test_a_figure_that_may_still_change_is_on_track_even_after_its_period(state: str) -> None:
    rows = f"period,value,state\n2024-Q1,95,{state}\n2024-Q2,85,{state}\n"

    assert statuses(rows, "2024-08-30") == {"2024-Q1": "on_track", "2024-Q2": "off_track", "2024-Q3": "open"}


def test_a_row_covers_the_expected_period_that_ends_on_the_same_day() -> None:
    found = outcomes("period,value\n2024-02-10/2024-03-31,95\n", today="2024-04-10")

    assert [one.status.value for one in found.values()] == ["met", "open"]
    assert found["2024-Q1"].row is not None
    assert found["2024-Q1"].row.period.label == "2024-02-10/2024-03-31"


def test_a_longer_row_stands_for_itself_and_not_for_its_last_part() -> None:
    found = statuses("period,value\n2024,95\n", today="2025-02-15")

    assert found["2024-Q4"] == "overdue"
    assert found["2024"] == "met"


def test_an_irregular_indicator_has_only_the_periods_it_reports_and_is_never_overdue() -> None:
    rows = "period,value,state\n2019-05-12,95,\n2021-01-01/2022-06-30,85,\n2024-W31,,missing\n2025,,\n"
    found = statuses(rows, "2026-05-01", IRREGULAR)

    assert found == {
        "2019-05-12": "met",
        "2021-01-01/2022-06-30": "not_met",
        "2024-W31": "no_data",
        "2025": "no_data",
    }


def test_fiscal_years_follow_the_year_of_the_publisher() -> None:
    yearly = replace(YEARLY, starts=day("2022-04-01"))
    rows = "period,value\nFY2022/23,95\n2023-04-01/2024-03-31,85\n"
    found = statuses(rows, "2024-05-15", yearly, publisher=FISCAL)

    assert found == {"FY2022/23": "met", "FY2023/24": "not_met", "FY2024/25": "open"}


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("missing", "no_data"),
        ("no_cases", "no_cases"),
        ("suppressed", "suppressed"),
        ("ended", "not_applicable"),
    ],
)
def test_the_word_of_a_row_settles_the_matter(word: str, expected: str) -> None:
    assert statuses(f"period,value,state\n2024-Q1,,{word}\n", "2024-06-01")["2024-Q1"] == expected


def test_none_of_none_is_no_cases() -> None:
    assert statuses(COUNTS + "2024-Q1,0,0,\n", "2024-06-01")["2024-Q1"] == "no_cases"


def test_a_blank_row_says_nothing() -> None:
    assert statuses("period,value\n2024-Q1,\n", today="2024-06-01")["2024-Q1"] == "overdue"


def test_a_bound_that_decides_nothing_is_no_data_and_not_overdue() -> None:
    lower = Measure("letters", (at_most("20"),))
    found = outcomes("period,value\n2024-Q1,<30\n2024-Q2,<20\n", "2025-01-01", MEAN, lower)

    assert (found["2024-Q1"].status.value, found["2024-Q1"].verdict.why) == ("no_data", Why.BOUND)
    assert found["2024-Q2"].status.value == "met"


@pytest.mark.parametrize("end", ["ends", "ended", "row"])
def test_after_the_end_nothing_is_expected_any_more(end: str) -> None:
    ending = {
        "ends": replace(INDICATOR, ends=day("2024-06-30")),
        "ended": replace(INDICATOR, ended=Ended(day("2024-07-01"), WORDS)),
        "row": INDICATOR,
    }[end]
    last = "2024-Q2,,ended\n" if end == "row" else "2024-Q2,95,\n"
    found = statuses("period,value,state\n2024-Q1,95,\n" + last, "2025-11-21", ending)

    assert found == {"2024-Q1": "met", "2024-Q2": "not_applicable" if end == "row" else "met"}


def test_a_period_cut_short_by_the_end_is_still_expected() -> None:
    found = statuses("period,value\n", "2025-11-21", replace(INDICATOR, ends=day("2024-05-15")))

    assert found == {"2024-Q1": "overdue", "2024-Q2": "overdue"}


def test_the_newest_vintage_counts_and_the_older_ones_stay() -> None:
    rows = (
        "period,value,state,released,revises\n"
        "2024-Q1,85,provisional,2024-04-10,\n"
        "2024-Q1,91,,2024-06-10,2024-04-10\n"
    )
    found = outcomes(rows, today="2024-07-15")["2024-Q1"]

    assert found.status.value == "met"
    assert [row.state for row in found.vintages] == [State.PROVISIONAL, State.NOTHING]


SLICED = replace(INDICATOR, disaggregations=(Disaggregation("channel", ("letter", "email")),))
SLICES = (
    "period,value,channel,body\n2024-Q1,95,,\n2024-Q1,85,letter,\n2024-Q1,70,,library\n2024-Q2,92,letter,\n"
)


@pytest.mark.parametrize(
    ("only", "expected"),
    [
        ((), {"2024-Q1": "met", "2024-Q2": "overdue"}),
        ((("channel", "letter"),), {"2024-Q1": "not_met", "2024-Q2": "met"}),
        ((("channel", "email"),), {"2024-Q1": "overdue", "2024-Q2": "overdue"}),
        ((("body", "library"),), {"2024-Q1": "not_met", "2024-Q2": "overdue"}),
        ((("body", "library"), ("channel", "letter")), {"2024-Q1": "overdue", "2024-Q2": "overdue"}),
    ],
)
def test_a_measure_of_a_slice_sees_only_its_rows(
    only: tuple[tuple[str, str], ...], expected: dict[str, str]
) -> None:
    found = statuses(SLICES, "2024-09-15", SLICED, Measure("letters", (at_least("90"),), only=only))

    assert {label: found[label] for label in expected} == expected


def test_the_end_of_one_slice_is_not_the_end_of_the_others() -> None:
    rows = "period,value,state,channel\n2024-Q1,,ended,letter\n"
    letters = Measure("letters", (at_least("90"),), only=(("channel", "letter"),))

    assert list(statuses(rows, "2024-09-15", SLICED, letters)) == ["2024-Q1"]
    assert list(statuses(rows, "2024-09-15", SLICED)) == ["2024-Q1", "2024-Q2", "2024-Q3"]


def test_the_last_day_of_a_period_decides_which_target_governs_it() -> None:
    targets = (at_least("80"), at_least("96", "2024-02-15"))
    found = outcomes(
        "period,value\n2023-Q4,95\n2024-Q1,95\n2024-Q2,95\n",
        "2024-07-31",
        INDICATOR,
        Measure("letters", targets),
    )

    assert [one.status.value for one in found.values()] == ["met", "not_met", "not_met", "open"]
    assert [one.verdict.target_changed for one in found.values()] == [False, True, False, False]
    assert found["2024-Q1"].verdict.target == targets[1]


def test_after_the_last_day_of_a_target_there_is_none() -> None:
    ending = Measure("letters", (at_least("90", until="2024-03-31"), at_least("95", "2024-07-01")))
    rows = "period,value\n2024-Q1,92\n2024-Q2,92\n2024-Q3,92\n"

    assert statuses(rows, "2024-10-31", INDICATOR, ending) == {
        "2024-Q1": "met",
        "2024-Q2": "no_target",
        "2024-Q3": "not_met",
        "2024-Q4": "open",
    }


@pytest.mark.parametrize(
    ("indicator", "measure", "why"),
    [
        (INDICATOR, Measure("letters"), Why.NO_TARGET),
        (INDICATOR, Measure("letters", (demands(InWords(WORDS)),)), Why.IN_WORDS),
        (INDICATOR, Measure("letters", (demands(BetterThan()),)), Why.NOTHING_TO_COMPARE),
        (replace(INDICATOR, direction=Direction.NONE), Measure("letters"), Why.CONTEXT),
    ],
)
def test_where_there_is_no_target_it_is_said_why(indicator: Indicator, measure: Measure, why: Why) -> None:
    found = outcomes("period,value\n2024-Q1,92\n", "2024-06-01", indicator, measure)["2024-Q1"]

    assert (found.status.value, found.verdict.why) == ("no_target", why)


def better(than: str = "") -> Measure:
    return Measure("letters", (demands(BetterThan(than)),))


def test_better_than_the_period_before() -> None:
    rows = "period,value\n2021,50\n2022,51\n2023,51\n2024,50\n"

    assert statuses(rows, "2024-12-31", YEARLY, better()) == {
        "2021": "no_target",
        "2022": "met",
        "2023": "not_met",
        "2024": "off_track",
    }


@pytest.mark.parametrize("name", ["2021", "2021-01-01/2021-12-31"])
def test_better_than_a_named_period_by_whichever_name(name: str) -> None:
    rows = "period,value\n2021,50\n2022,49\n2023,51\n"

    found = statuses(rows, "2024-01-10", YEARLY, better(name))

    assert (found["2022"], found["2023"]) == ("not_met", "met")


@pytest.mark.parametrize("row", ["2021,,", "2021,,missing", "2021,50,provisional", "2021,<50,"])
def test_there_is_nothing_to_compare_with_where_the_earlier_figure_is_not_settled(row: str) -> None:
    found = statuses(f"period,value,state\n{row}\n2022,60,\n", "2023-02-15", YEARLY, better())

    assert found["2022"] == "no_target"


def test_figures_are_not_compared_across_a_break() -> None:
    broken = replace(YEARLY, breaks=(Break(day("2022-01-01"), WORDS),))
    found = outcomes("period,value\n2021,50\n2022,60\n2023,70\n", "2024-01-10", broken, better())

    assert [one.status.value for one in found.values()] == ["no_target", "no_target", "met", "open"]
    assert [one.break_before is not None for one in found.values()] == [False, True, False, False]


@pytest.mark.parametrize(
    ("since", "expected"),
    [("2021-12-31", "met"), ("2022-01-01", "no_target"), ("2022-12-31", "no_target"), ("2023-01-01", "met")],
)
def test_a_break_lies_between_two_periods_from_the_first_to_the_last_day_of_the_later(
    since: str, expected: str
) -> None:
    broken = replace(YEARLY, breaks=(Break(day(since), WORDS),))

    assert statuses("period,value\n2021,50\n2022,60\n", "2023-02-15", broken, better())["2022"] == expected


def test_a_rank_is_better_when_its_place_among_those_compared_is() -> None:
    rows = "period,value,denominator\n2021,5,20\n2022,6,60\n2023,6,40\n"
    found = statuses(rows, "2024-01-10", RANK, better())

    assert (found["2022"], found["2023"]) == ("met", "not_met")


def test_a_day_of_each_year_is_judged_in_each_year() -> None:
    by_january = Measure("letters", (demands(ByDay(MonthDay(1, 15))),))
    dated = replace(YEARLY, type=IndicatorType.INDEX, unit="date", direction=Direction.LOWER)
    rows = "period,value\n2021,2021-01-15\n2022,2022-01-16\n"

    assert statuses(rows, "2022-12-01", dated, by_january) == {"2021": "met", "2022": "off_track"}


def by_year(rows: str, today: str = "2025-03-01", indicator: Indicator = INDICATOR) -> str:
    return statuses(rows, today, indicator, BY_YEAR)["2024"]


def test_where_the_year_is_judged_its_counts_are_added_up() -> None:
    found = outcomes(FULL_YEAR, "2025-03-01", INDICATOR, BY_YEAR)
    year = found["2024"]

    assert year.figure is not None
    assert year.figure.value == Fraction(364, 4)
    assert (year.status.value, year.judged) == ("met", True)
    assert year.row is not None
    assert (year.row.numerator, year.row.denominator) != (None, None)


def test_where_the_year_is_judged_its_quarters_are_only_on_the_way() -> None:
    found = outcomes(FULL_YEAR, "2025-03-01", INDICATOR, BY_YEAR)
    quarters = [found[f"2024-Q{number}"] for number in (1, 2, 3, 4)]

    assert [one.status.value for one in quarters] == ["on_track", "off_track", "on_track", "on_track"]
    assert not any(one.judged for one in quarters)


def test_the_sum_is_no_average_of_percentages() -> None:
    rows = COUNTS + "2024-Q1,1,1,\n2024-Q2,0,99,\n2024-Q3,1,1,\n2024-Q4,1,1,\n"
    found = outcomes(rows, "2025-03-01", INDICATOR, BY_YEAR)["2024"]

    assert found.figure is not None
    assert found.figure.value == Fraction(300, 102)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("2024-Q1,95,100,\n", "overdue"),
        ("2024-Q1,95,100,\n2024-Q2,95,100,\n2024-Q3,95,100,\n2024-Q4,,,\n", "overdue"),
        ("2024-Q1,95,100,\n2024-Q2,95,100,\n2024-Q3,95,100,\n2024-Q4,95,100,provisional\n", "on_track"),
        ("2024-Q1,95,100,\n2024-Q2,,,suppressed\n2024-Q3,95,100,\n2024-Q4,95,100,\n", "suppressed"),
        ("2024-Q1,95,100,\n2024-Q2,,,missing\n2024-Q3,95,100,\n2024-Q4,95,100,\n", "no_data"),
        ("2024-Q1,95,100,\n2024-Q2,,,no_cases\n2024-Q3,0,0,\n2024-Q4,0,0,no_cases\n", "met"),
        ("2024-Q1,,,no_cases\n2024-Q2,0,0,\n2024-Q3,,,no_cases\n2024-Q4,0,0,no_cases\n", "no_cases"),
        ("2024-Q1,95,100,\n2024-Q2,95,100,\n2024-Q3,,,ended\n", "met"),
    ],
)
def test_a_year_is_as_good_as_its_parts(rows: str, expected: str) -> None:
    assert by_year(COUNTS + rows) == expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("", "open"),
        ("2024-Q1,95,100,\n", "on_track"),
        ("2024-Q1,85,100,\n", "off_track"),
        ("2024-Q1,,,no_cases\n", "open"),
        ("2024-Q1,,,no_cases\n2024-Q2,95,100,\n", "on_track"),
    ],
)
def test_a_running_year_is_judged_by_what_is_there(rows: str, expected: str) -> None:
    assert by_year(COUNTS + rows, today="2024-08-01") == expected


def test_a_year_in_which_measuring_begins_has_only_its_later_parts() -> None:
    late = replace(INDICATOR, starts=day("2024-07-01"))

    assert by_year(COUNTS + "2024-Q3,95,100,\n2024-Q4,85,100,\n", indicator=late) == "met"


def test_a_row_of_its_own_wins_over_the_sum() -> None:
    found = outcomes(FULL_YEAR + "2024,85,100,\n", "2025-03-01", INDICATOR, BY_YEAR)

    assert found["2024"].status.value == "not_met"


def test_a_row_of_its_own_counts_under_either_name_of_the_year() -> None:
    found = statuses(FULL_YEAR + "2024-01-01/2024-12-31,85,100,\n", "2025-03-01", INDICATOR, BY_YEAR)

    assert found["2024"] == "not_met"
    assert "2024-01-01/2024-12-31" not in found


def test_a_half_year_beside_its_quarters_is_not_counted_twice() -> None:
    found = outcomes(FULL_YEAR + "2024-H1,100,100,\n", "2025-03-01", INDICATOR, BY_YEAR)["2024"]

    assert found.figure is not None
    assert found.figure.value == 91


@pytest.mark.parametrize(
    "type", [kind for kind in IndicatorType if kind not in {"share", "rate", "ratio", "count"}]
)
def test_what_cannot_be_added_up_needs_a_row_of_its_own(type: IndicatorType) -> None:
    answers = "yes" if type is IndicatorType.YES_NO else "1"
    rows = "period,value\n" + "".join(f"2024-Q{number},{answers}\n" for number in (1, 2, 3, 4))

    assert by_year(rows, indicator=replace(INDICATOR, type=type)) == "overdue"


def test_shares_without_counts_cannot_be_added_up_either() -> None:
    rows = "period,value\n" + "".join(f"2024-Q{number},95\n" for number in (1, 2, 3, 4))

    assert by_year(rows) == "overdue"


def test_counts_are_added_up_and_a_bound_stays_a_bound() -> None:
    exact = "period,value\n2024-Q1,20\n2024-Q2,30\n2024-Q3,20\n2024-Q4,30\n"
    found = outcomes(exact.replace(",30", ",>30"), "2025-03-01", COUNT, BY_YEAR)["2024"]

    assert by_year(exact, indicator=COUNT) == "met"
    assert found.figure is not None
    assert (found.figure.value, found.figure.bound, found.status.value) == (Fraction(100), Bound.ABOVE, "met")


def test_bounds_of_two_kinds_add_up_to_nothing_that_decides() -> None:
    rows = "period,value\n2024-Q1,>20\n2024-Q2,<30\n2024-Q3,20\n2024-Q4,30\n"
    found = outcomes(rows, "2025-03-01", COUNT, BY_YEAR)["2024"]

    assert (found.status.value, found.verdict.why) == ("no_data", Why.BOUND)


def test_counting_towards_a_yearly_target_is_open_until_the_year_is_over() -> None:
    counting = replace(COUNT, accumulates=True)
    rows = "period,value\n2024-Q1,20\n2024-Q2,20\n2024-Q3,20\n"
    before, after = (
        by_year(rows, "2024-12-31", counting),
        by_year(rows + "2024-Q4,20\n", "2025-02-01", counting),
    )

    assert (before, after) == ("open", "not_met")
    assert by_year("period,value\n2024-Q1,95\n", "2024-12-31", counting) == "on_track"


def test_two_years_are_judged_together_from_the_first_expected_one_on() -> None:
    measure = Measure("letters", (at_least("90"),), judged=Frequency.TWO_YEARLY)
    rows = COUNTS + "2021,80,100,\n2022,100,100,\n2023,95,100,\n"
    found = statuses(rows, "2024-02-15", YEARLY, measure)

    assert found["2021-01-01/2022-12-31"] == "met"
    assert found["2023-01-01/2024-12-31"] == "on_track"


def test_a_fiscal_year_is_the_sum_of_its_own_quarters() -> None:
    quarterly = replace(INDICATOR, starts=day("2023-04-01"))
    quarters = "".join(f"FY2023/24-Q{number},95,100,\n" for number in (1, 2, 3, 4))
    found = statuses(COUNTS + quarters, "2024-06-01", quarterly, BY_YEAR, FISCAL)

    assert found["FY2023/24"] == "met"


def test_a_longer_period_than_the_own_one_is_needed_to_be_judged_longer() -> None:
    found = outcomes("period,value\n2021,95\n", "2022-03-01", YEARLY, BY_YEAR)

    assert found["2021"].judged
    assert found["2021"].status.value == "met"


def test_too_few_persons_are_suppressed_even_where_the_file_still_shows_them() -> None:
    persons = replace(INDICATOR, confidentiality=Confidentiality(persons=True, k=10))
    # Read as an indicator that counts no persons: as one that does, the file would be refused.
    found, problems = read_results(COUNTS + "2024-Q1,9,100,\n2024-Q2,0,100,\n2024-Q3,10,100,\n")
    seen = Timeline(
        persons, found, Measure("letters", (at_least("5"),)), CALENDAR_YEAR, day("2024-10-15")
    ).outcomes()

    assert not problems
    assert [one.status.value for one in seen] == ["suppressed", "not_met", "met", "open"]
    assert seen[0].figure is None
    assert all(row.numerator is None for row in seen[0].vintages)


@pytest.mark.parametrize(
    "requirement",
    [BetterThan("never"), BetterThan("2024-Q9")],
)
def test_a_period_that_does_not_exist_leaves_nothing_to_compare(requirement: Requirement) -> None:
    measure = Measure("letters", (demands(requirement),))

    assert statuses("period,value\n2024-Q1,95\n", "2024-04-10", INDICATOR, measure)["2024-Q1"] == "no_target"


def test_decimals_of_a_sum_are_those_of_the_indicator() -> None:
    found = outcomes(FULL_YEAR, "2025-03-01", replace(INDICATOR, decimals=2, times=Decimal(100)), BY_YEAR)[
        "2024"
    ]

    assert found.figure is not None
    assert found.figure.decimals == 2
