"""The status of a measure in a period and of a commitment on a day, held against the tables of the design."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import combinations_with_replacement, product

import pytest

from charterkit.model.indicator import Indicator
from charterkit.model.result import State
from charterkit.periods import Frequency
from charterkit.rules.demands import Says
from charterkit.rules.status import (
    Moment,
    PromiseStatus,
    Situation,
    Status,
    Why,
    decide,
    due_date,
    moment,
    roll_up,
)
from factory import INDICATOR, day, period

FIGURE = {Says.UNJUDGED, Says.HOLDS, Says.NEAR, Says.MISSES}
STAYS_OPEN = {"provisional", "estimated", "projected"}
SITUATIONS = [
    Situation(*parts) for parts in product(State, Says, Moment, (False, True), (False, True), (False, True))
]


def is_refused(one: Situation) -> bool:
    """A figure beside a word that says there is none, and a value beside 0 of 0."""
    printed = one.says is not Says.NOTHING
    words = ("missing", "no_cases", "not_applicable", "suppressed", "ended")
    return printed and (one.state.value in words or one.no_base)


def expected(one: Situation) -> str | None:
    """The table, line by line in its order; the first line that fits.

    It differs from the table in one thing. A bound that decides nothing (`<30` against 20 or less) is no
    figure, but something was published: once its period is over it is `no_data`, and never `overdue`.
    """
    word, figure, over = one.state.value, one.says in FIGURE, one.moment is not Moment.RUNNING
    open_yet = one.moment in (Moment.RUNNING, Moment.NOT_YET_DUE)
    so_far = not over or one.shorter or word in STAYS_OPEN
    lines = (
        (word in ("not_applicable", "ended"), "not_applicable"),
        (word == "suppressed", "suppressed"),
        (word == "no_cases" or one.no_base, "no_cases"),
        (word == "missing", "no_data"),
        (one.says is Says.UNDECIDED and over, "no_data"),
        (not figure and open_yet, "open"),
        (not figure and one.moment is Moment.PAST_DUE, "overdue"),
        (not figure and one.moment is Moment.NO_DUE_DATE, "no_data"),
        (one.says is Says.UNJUDGED, "no_target"),
        (one.says is Says.HOLDS and so_far, "on_track"),
        (one.says is Says.NEAR and so_far, "at_risk"),
        (one.says is Says.MISSES and so_far, "open" if one.accumulates else "off_track"),
        (one.says is Says.HOLDS, "met"),
        (one.says is Says.NEAR, "near"),
        (one.says is Says.MISSES, "not_met"),
    )
    return None if is_refused(one) else next(status for fits, status in lines if fits)


def test_every_situation_has_the_status_of_the_first_line_that_fits() -> None:
    wrong = [(one, found, expected(one)) for one in SITUATIONS if (found := status_of(one)) != expected(one)]

    assert len(SITUATIONS) == 9 * 6 * 4 * 2 * 2 * 2
    assert not wrong


def status_of(situation: Situation) -> str | None:
    decided = decide(situation)
    return decided[0].value if decided else None


def test_every_status_and_every_reason_of_the_table_can_come_about() -> None:
    decided = [found for one in SITUATIONS if (found := decide(one)) is not None]

    assert {status for status, _ in decided} == set(Status)
    # The timeline tells these three apart where the table says `no target`.
    assert set(Why) - {why for _, why in decided} == {Why.CONTEXT, Why.IN_WORDS, Why.NOTHING_TO_COMPARE}


@pytest.mark.parametrize(
    ("situation", "status", "why"),
    [
        (Situation(says=Says.NOTHING, moment=Moment.RUNNING), Status.OPEN, Why.RUNNING),
        (Situation(says=Says.NOTHING, moment=Moment.NOT_YET_DUE), Status.OPEN, Why.NOT_YET_DUE),
        (Situation(says=Says.NOTHING, moment=Moment.PAST_DUE), Status.OVERDUE, Why.PAST_DUE),
        (Situation(says=Says.NOTHING, moment=Moment.NO_DUE_DATE), Status.NO_DATA, Why.NO_DUE_DATE),
        (Situation(State.MISSING), Status.NO_DATA, Why.MISSING),
        (Situation(State.ENDED), Status.NOT_APPLICABLE, Why.ENDED),
        (Situation(State.MISSING, no_base=True), Status.NO_CASES, Why.NO_CASES),
        (Situation(State.SUPPRESSED, no_base=True), Status.SUPPRESSED, Why.SUPPRESSED),
        (Situation(says=Says.UNDECIDED, moment=Moment.PAST_DUE), Status.NO_DATA, Why.BOUND),
        (
            Situation(says=Says.MISSES, moment=Moment.RUNNING, accumulates=True),
            Status.OPEN,
            Why.STILL_COUNTING,
        ),
        (Situation(says=Says.MISSES, moment=Moment.PAST_DUE, accumulates=True), Status.NOT_MET, Why.MISSES),
        (Situation(State.PROJECTED, Says.HOLDS), Status.ON_TRACK, Why.HOLDS_SO_FAR),
        (Situation(says=Says.NEAR, moment=Moment.NOT_YET_DUE), Status.NEAR, Why.NEAR),
    ],
)
def test_a_status_comes_with_the_reason_for_it(situation: Situation, status: Status, why: Why) -> None:
    assert decide(situation) == (status, why)


def test_a_figure_is_due_so_many_days_after_its_period() -> None:
    assert due_date(period("2024-Q1"), INDICATOR) == day("2024-04-30")


@pytest.mark.parametrize(
    "indicator", [replace(INDICATOR, due_days=None), replace(INDICATOR, frequency=Frequency.IRREGULAR)]
)
def test_without_a_term_or_a_rhythm_nothing_is_ever_due(indicator: Indicator) -> None:
    assert due_date(period("2024-Q1"), indicator) is None


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        ("2023-12-31", Moment.RUNNING),
        ("2024-03-31", Moment.RUNNING),
        ("2024-04-01", Moment.NOT_YET_DUE),
        ("2024-04-30", Moment.NOT_YET_DUE),
        ("2024-05-01", Moment.PAST_DUE),
    ],
)
def test_the_last_day_of_a_period_and_of_a_term_still_belong_to_it(today: str, expected: Moment) -> None:
    quarter = period("2024-Q1")

    assert moment(quarter, day("2024-04-30"), day(today)) is expected


def test_a_period_without_a_term_is_running_or_over() -> None:
    quarter = period("2024-Q1")

    assert moment(quarter, None, quarter.end) is Moment.RUNNING
    assert moment(quarter, None, quarter.end + timedelta(days=1)) is Moment.NO_DUE_DATE


def promised(statuses: tuple[Status, ...]) -> str:
    """The rule of a commitment, sentence by sentence."""
    evaluated = [one for one in statuses if one in ("met", "near", "not_met")]
    met = [one for one in evaluated if one == "met"]
    if evaluated and met == evaluated and not any(one in ("overdue", "no_data") for one in statuses):
        return "met"
    if met and met != evaluated:
        return "partly_met"
    if evaluated and not met:
        return "not_met"
    return "not_evaluated"


@pytest.mark.parametrize("how_many", [0, 1, 2, 3])
def test_a_commitment_follows_from_its_measures(how_many: int) -> None:
    cases = list(combinations_with_replacement(Status, how_many))

    assert [roll_up(True, case) for case in cases] == [promised(case) for case in cases]


def test_the_order_of_the_measures_does_not_matter() -> None:
    assert all(roll_up(True, pair) is roll_up(True, pair[::-1]) for pair in product(Status, repeat=2))


@pytest.mark.parametrize(
    ("statuses", "expected"),
    [
        ((Status.MET, Status.NEAR), PromiseStatus.PARTLY_MET),
        ((Status.NEAR,), PromiseStatus.NOT_MET),
        ((Status.MET, Status.OVERDUE), PromiseStatus.NOT_EVALUATED),
        ((Status.MET, Status.NO_CASES, Status.SUPPRESSED), PromiseStatus.MET),
        ((Status.MET, Status.NOT_MET, Status.OVERDUE), PromiseStatus.PARTLY_MET),
        ((Status.NOT_MET, Status.NO_DATA), PromiseStatus.NOT_MET),
        ((), PromiseStatus.NOT_EVALUATED),
    ],
)
def test_near_is_not_kept_and_a_gap_is_not_met(statuses: tuple[Status, ...], expected: PromiseStatus) -> None:
    assert roll_up(True, statuses) is expected


def test_a_commitment_without_a_measure_is_not_measured() -> None:
    assert roll_up(False, ()) is PromiseStatus.NOT_MEASURED
