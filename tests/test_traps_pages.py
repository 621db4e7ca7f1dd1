"""Figures of real reports that are easily read wrongly, and the words in which the page of the indicator tells them.

The figures are those of public reports: of Hulu Selangor, Port Dickson and Penang (Malaysia), the Fire Services and
the Immigration Department of Hong Kong, Eastleigh (England), Brandon (Canada), and the regional administrations of
Veliko Tarnovo and Kyustendil (Bulgaria). `test_traps` holds how they are read.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from html import unescape

import pytest

from charterkit.model.commitment import Measure
from charterkit.model.indicator import Direction, Disaggregation, Indicator, IndicatorType, Sample
from charterkit.model.requirement import Target
from charterkit.periods import Frequency
from charterkit.site.render import Renderer
from factory import APRIL, at_least, at_most, read_results
from test_site_sample import publication, site
from test_site_services import rendered

PLAIN = publication().indicators["alone"]
SHARE = replace(
    PLAIN,
    type=IndicatorType.SHARE,
    unit="percent",
    direction=Direction.HIGHER,
    frequency=Frequency.IRREGULAR,
    starts=date(2009, 1, 1),
)
SURVEY = replace(SHARE, type=IndicatorType.SURVEY_SHARE, sample=Sample.PROBABILITY)


def page(
    figures: str, target: Target | None = None, indicator: Indicator = SHARE,
    words: str = "", april: bool = False, lang: str = "en",
) -> str:  # fmt: skip
    """The words of the page of an indicator with these figures, as a reader meets them."""
    records = publication()
    publisher = replace(records.publisher, year_starts=APRIL) if april else records.publisher
    found, problems = read_results(figures, indicator, publisher, words)
    assert not problems, problems
    promise = records.commitments["citizens/calls"]
    measures = (Measure("alone", (target,)),) if target else promise.measures
    records = replace(
        records,
        publisher=publisher,
        commitments={**records.commitments, promise.full_id: replace(promise, measures=measures)},
        indicators={**records.indicators, "alone": replace(indicator, id="alone")},
        series={**records.series, "alone": replace(found, indicator="alone")},
    )
    html = rendered(Renderer(site(records)), "results/alone/", lang)
    main = html[html.index("<main") : html.index("</main>")]
    words_only = re.sub(r"<[^>]+>", " ", main)
    return re.sub(r"\s+", " ", unescape(words_only))


def test_no_cases_no_report_and_not_applicable_each_have_their_word() -> None:
    # Hulu Selangor printed "nil", Port Dickson "-" and "TB": entered, they are three states.
    given = "period,reason\n2019-05,There is no toilet of three stars.\n"
    figures = "period,value,state\n2019-03,,no_cases\n2019-04,,missing\n2019-05,,not_applicable\n"
    told = page(figures, at_least("90"), words=given)

    assert "Not applicable May 2019: the promise did not apply. There is no toilet of three stars." in told
    assert "May 2019 – Target: at least 90% Not applicable" in told
    assert "Apr 2019 – Target: at least 90% No data" in told
    assert "Mar 2019 – Target: at least 90% No cases" in told


@pytest.mark.parametrize(
    ("state", "sentence"),
    [
        ("no_cases", "No cases March 2019: there were no cases, so there is nothing to judge."),
        ("missing", "No data March 2019: there is no figure."),
    ],
)
def test_a_state_in_the_place_of_a_figure_is_a_sentence(state: str, sentence: str) -> None:
    assert sentence in page(f"period,value,state\n2019-03,,{state}\n", at_least("90"))


def test_a_blank_cell_is_overdue_once_its_day_has_passed() -> None:
    monthly = replace(SHARE, frequency=Frequency.MONTHLY, starts=date(2025, 9, 1))
    told = page("period,value\n2025-09,\n", at_least("90"), monthly)

    assert "It has been overdue since 31 October 2025." in told
    assert "Sept 2025 – Target: at least 90% Overdue" in told


@pytest.mark.parametrize(
    ("figure", "target", "sentence"),
    [
        ("92.4", "92.5", "2021: 92.4%. The target (at least 92.5%) was missed by 0.1 percentage points."),
        ("92.5", "92.5", "2021: 92.5%. The target (at least 92.5%) was met exactly."),
        ("77", "77", "2021: 77%. The target (at least 77%) was met exactly."),
    ],
)
@pytest.mark.parametrize("decimals", [0, 1])
def test_a_figure_beside_its_target_is_told_unrounded(
    figure: str, target: str, sentence: str, decimals: int
) -> None:
    told = page(f"period,value\n2021,{figure}\n", at_least(target), replace(SHARE, decimals=decimals))

    assert sentence in told


def test_ten_of_ten_is_met_whatever_is_green() -> None:
    # Eastleigh printed green for ">10" and 10 as the target.
    count = replace(SHARE, type=IndicatorType.COUNT, unit="count", decimals=0)

    assert "Met 10 2019: 10. The target (at least 10) was met exactly." in page(
        "period,value\n2019,10\n", at_least("10"), count
    )


def test_parts_of_one_hundred_and_one_stand_as_they_were_printed() -> None:
    by_outcome = replace(SHARE, disaggregations=(Disaggregation("outcome", ("kept", "broken")),))
    told = page(
        "period,outcome,value\n2020-04,,100\n2020-04,kept,63\n2020-04,broken,38\n", indicator=by_outcome
    )

    assert "broken Apr 2020 38.0% kept Apr 2020 63.0%" in told
    assert "101" not in told


def test_more_completed_than_received_is_told_as_a_ratio() -> None:
    # Eastleigh's council tax, August 2019; 184 % of a share is refused before there is a page (`test_traps`).
    ratio = replace(SHARE, type=IndicatorType.RATIO)
    told = page("period,value,numerator,denominator\n2019-08,115,10503,9099\n", at_least("100"), ratio)

    assert "August 2019: 115.4% (10,503 ÷ 9,099 × 100). The target (at least 100%) was met" in told
    assert "Aug 2019 115.4% 10,503 ÷ 9,099 Target: at least 100% Met" in told


def test_a_division_is_written_as_the_reader_learnt_it_at_school() -> None:
    ratio = replace(SHARE, type=IndicatorType.RATIO)
    figures = "period,value,numerator,denominator\n2019-08,115,10503,9099\n"
    told = page(figures, at_least("100"), ratio, lang="lt")

    assert told.count("10 503 : 9 099") >= 2
    assert "÷" not in told


def test_a_remark_that_contradicts_the_figure_stands_beside_it() -> None:
    # Penang 2019: 235 of 235 projects on schedule, with one of them late.
    note = "period,note\n2019,One project is late (0.43 %).\n"
    told = page("period,numerator,denominator\n2019,235,235\n", at_least("95"), words=note)

    assert "Met 100.0% 2019: 100%, that is 235 of 235." in told
    assert "What else to know 2019 One project is late (0.43 %)." in told


def test_every_day_with_days_left_out_is_missed_and_shows_what_was_stated() -> None:
    # Hulu Selangor, May 2017: 24 of 28 days, printed as 100 %.
    told = page("period,numerator,denominator,reported\n2017-05,24,28,100%\n", at_least("100"))

    assert "Not met 85.7% May 2017: 85.7%, that is 24 of 28." in told
    assert "The figure is based on only 28 cases." in told
    assert "Stated by the body itself: 100%" in told


def test_a_status_without_a_figure_is_what_the_body_states_and_no_verdict() -> None:
    # Immigration Department of Hong Kong, 2014.
    told = page("period,value,state,reported\n2014,,missing,met\n", at_least("92"))

    assert "No data 2014: there is no figure. Stated by the body itself: met" in told
    assert "at least 92% No data" in told


@pytest.mark.parametrize(
    ("target", "sentence"),
    [
        (
            "30",
            "Met < 30 minutes First half of 2024: < 30 minutes on average. The target (at most 30 minutes) was met.",
        ),
        (
            "20",
            "No data < 30 minutes First half of 2024: < 30 minutes on average. The figure is not exact enough to tell "
            "whether the target (at most 20 minutes) was met.",
        ),
    ],
)  # fmt: skip
def test_a_bound_is_told_as_one(target: str, sentence: str) -> None:
    minutes = replace(SHARE, type=IndicatorType.MEAN, unit="minutes", direction=Direction.LOWER, decimals=0)

    assert sentence in page("period,value\n2024-H1,<30\n", at_most(target), minutes)


def test_a_number_of_answers_that_is_a_bound_is_shown_as_one() -> None:
    assert "People who answered: > 9,200" in page("period,value,n\n2014,96.7,>9200\n", at_least("95"), SURVEY)


@pytest.mark.parametrize(
    ("counts", "sentence"),
    [
        ("12,12,12", "True figure: between 75.8% and 100.0% (with 95% certainty) · People who answered: 12"),
        ("14,15,15", "True figure: between 70.2% and 98.8% (with 95% certainty) · People who answered: 15"),
    ],
)
def test_few_answers_stand_beside_the_range_they_leave(counts: str, sentence: str) -> None:
    told = page(f"period,numerator,denominator,n\n2019,{counts}\n", at_least("95"), SURVEY)

    assert sentence in told
    assert "Only a sample was asked: the true figure may lie on the other side of the target." in told


def test_a_base_that_was_not_published_is_said_to_be_so_and_gives_no_range() -> None:
    told = page("period,value\n2019,86\n", at_least("95"), SURVEY)

    assert "Number of people who answered: not published" in told
    assert "True figure" not in told


@pytest.mark.parametrize(
    ("period", "april", "name"),
    [
        ("FY2009/10", True, "Financial year 2009/10: 96.6%"),
        ("2009", False, "2009: 96.6%"),
        ("2018-07-01/2019-06-30", False, "1 July 2018 to 30 June 2019: 96.6%"),
        ("2018-10-01/2019-09-30", False, "1 October 2018 to 30 September 2019: 96.6%"),
    ],
)
def test_years_are_named_so_that_nobody_takes_one_for_another(period: str, april: bool, name: str) -> None:
    assert name in page(f"period,value\n{period},96.6\n", at_least("95"), april=april)


def test_a_forecast_that_was_called_a_goal_is_not_judged() -> None:
    # Brandon, Canada: calls of its fire and ambulance service, with a "goal" that foresees the workload (ca-brandon).
    workload = replace(SHARE, type=IndicatorType.COUNT, unit="count", direction=Direction.NONE, decimals=0)
    told = page("period,value,state\n2021,7031,\n2022,8056,\n2023,6466,projected\n", indicator=workload)

    assert "No promise depends on it, so it is not judged." in told
    assert not re.search(r"\b(Met|Not met|Goal|Target)\b", told)
