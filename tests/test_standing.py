"""How promises stand on a day: which period of each measure counts, what that comes to, what is overdue."""

from __future__ import annotations

from dataclasses import replace

import pytest

from charterkit.model.commitment import Measure
from charterkit.model.common import Ended
from charterkit.model.indicator import Direction, Indicator
from charterkit.model.publication import Publication
from charterkit.model.result import Series
from charterkit.periods import Frequency
from charterkit.rules.standing import Standing, evaluated, standing
from charterkit.rules.status import PromiseStatus
from charterkit.text import Text
from factory import INDICATOR, at_least, commitment, day, publication, read_results

CALLS = replace(INDICATOR, id="calls", frequency=Frequency.YEARLY)
LETTERS_MEASURE = Measure("letters", (at_least("90"),))
CALLS_MEASURE = Measure("calls", (at_least("90"),))


def results(rows: str, indicator: Indicator = INDICATOR) -> Series:
    found, problems = read_results("period,value,state\n" + rows, indicator)
    assert not problems, problems
    return found


def promised(*measures: Measure, letters: str = "", calls: str = "") -> Publication:
    return publication(
        (commitment(*measures),), (INDICATOR, CALLS), (results(letters), results(calls, CALLS))
    )


def status(seen: Standing) -> PromiseStatus:
    return seen.promises["citizens/answers"].status


@pytest.mark.parametrize(
    ("today", "current", "expected"),
    [
        ("2024-04-30", None, PromiseStatus.NOT_EVALUATED),
        ("2024-05-01", "2024-Q1", PromiseStatus.MET),
        ("2024-07-30", "2024-Q1", PromiseStatus.MET),
        ("2024-07-31", "2024-Q2", PromiseStatus.NOT_MET),
        ("2024-10-30", "2024-Q2", PromiseStatus.NOT_MET),
        ("2024-10-31", "2024-Q3", PromiseStatus.NOT_EVALUATED),
    ],
)
def test_the_latest_period_that_is_over_and_due_counts_and_no_older_one_stands_in(
    today: str, current: str | None, expected: PromiseStatus
) -> None:
    records = promised(LETTERS_MEASURE, letters="2024-Q1,95,\n2024-Q2,85,\n")
    seen = standing(records, day(today))
    found = seen.promises["citizens/answers"].measures[0].current

    assert (found.period.label if found else None) == current
    assert status(seen) is expected


def test_a_promise_that_has_ended_is_no_longer_counted() -> None:
    gone = replace(commitment(LETTERS_MEASURE), ended=Ended(day("2024-06-01"), Text.of({"en": "Merged."})))
    records = publication((gone,), (INDICATOR,), (results("2024-Q1,95,\n"),))

    before, after = (standing(records, day(today)) for today in ("2024-05-31", "2024-06-01"))

    assert (before.counts().kept, before.counts("citizens").all) == (1, 1)
    assert (after.counts().kept, after.counts("citizens").all) == (0, 0)
    assert status(after) is PromiseStatus.MET


def test_without_a_term_a_period_counts_as_soon_as_it_is_over() -> None:
    open_ended = replace(INDICATOR, due_days=None)
    records = publication((commitment(LETTERS_MEASURE),), (open_ended,), (results("2024-Q1,95,\n"),))

    running, over = (standing(records, day(today)) for today in ("2024-03-31", "2024-04-01"))

    assert running.promises["citizens/answers"].measures[0].current is None
    assert status(over) is PromiseStatus.MET


def test_parts_of_a_longer_period_do_not_count() -> None:
    by_year = replace(LETTERS_MEASURE, judged=Frequency.YEARLY)
    records = promised(by_year, letters="2024-Q4,20,\n2024,95,\n2025-Q1,20,\n")
    seen = standing(records, day("2025-06-01"))
    current = seen.promises["citizens/answers"].measures[0].current

    assert current is not None
    assert current.period.label == "2024"
    assert status(seen) is PromiseStatus.MET


@pytest.mark.parametrize(
    ("letters", "calls", "expected"),
    [
        ("2024-Q4,95,\n", "2024,95,\n", PromiseStatus.MET),
        ("2024-Q4,95,\n", "2024,85,\n", PromiseStatus.PARTLY_MET),
        ("2024-Q4,85,\n", "2024,85,\n", PromiseStatus.NOT_MET),
        ("2024-Q4,95,\n", "", PromiseStatus.NOT_EVALUATED),
        ("2024-Q4,95,\n", "2024,,no_cases\n", PromiseStatus.MET),
        ("2024-Q4,95,\n", "2024,,missing\n", PromiseStatus.NOT_EVALUATED),
        ("2024-Q4,85,\n", "2024,,missing\n", PromiseStatus.NOT_MET),
    ],
)
def test_a_promise_follows_from_all_its_measures(letters: str, calls: str, expected: PromiseStatus) -> None:
    records = promised(LETTERS_MEASURE, CALLS_MEASURE, letters=letters, calls=calls)

    assert status(standing(records, day("2025-03-01"))) is expected


def test_a_promise_without_a_measure_is_not_measured() -> None:
    assert status(standing(promised(), day("2025-03-01"))) is PromiseStatus.NOT_MEASURED


def test_a_measure_whose_indicator_cannot_be_read_is_not_evaluated() -> None:
    unreadable = promised(Measure("lost", (at_least("90"),)))

    assert status(standing(unreadable, day("2025-03-01"))) is PromiseStatus.NOT_EVALUATED


def test_the_counts_name_every_state_and_publish_both_bases() -> None:
    kept = promised(LETTERS_MEASURE, letters="2024-Q1,95,\n")
    more = (
        *kept.commitments.values(),
        commitment(Measure("letters", (at_least("99"),)), id="quick-answers"),
        commitment(id="courtesy"),
        replace(commitment(CALLS_MEASURE, id="calls"), charter="pupils"),
    )
    records = publication(more, (INDICATOR, CALLS), (results("2024-Q1,95,\n"),))
    seen = standing(records, day("2024-06-01"))

    assert {state.value: number for state, number in seen.counts().by_status.items()} == {
        "met": 1,
        "partly_met": 0,
        "not_met": 1,
        "not_evaluated": 1,
        "not_measured": 1,
    }
    assert (seen.counts().kept, seen.counts().evaluated, seen.counts().all) == (1, 2, 4)
    assert (seen.counts("pupils").kept, seen.counts("pupils").evaluated, seen.counts("pupils").all) == (
        0,
        0,
        1,
    )


def test_an_indicator_knows_its_measures_and_has_outcomes_without_a_target() -> None:
    unused = replace(INDICATOR, id="visitors", direction=Direction.NONE)
    records = publication((commitment(LETTERS_MEASURE),), (INDICATOR, unused), (results("2024-Q1,95,\n"),))
    seen = standing(records, day("2024-04-15"))

    assert [len(one.measures) for one in seen.indicators.values()] == [1, 0]
    assert [one.status.value for one in seen.indicators["letters"].outcomes] == ["no_target", "open"]


def test_met_near_and_missed_are_evaluated() -> None:
    measure = LETTERS_MEASURE
    records = promised(measure, letters="2024-Q1,95,\n2024-Q2,85,\n2024-Q3,,no_cases\n")
    found = standing(records, day("2025-01-15")).promises["citizens/answers"].measures[0].outcomes

    assert [evaluated(one) for one in found] == [True, True, False, False, False]
