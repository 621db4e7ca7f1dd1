"""What a year came to: which period of each measure counts in it, what is still to come, how two years compare."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from charterkit.data.load import load
from charterkit.model.commitment import Commitment, Measure
from charterkit.model.common import Ended
from charterkit.model.indicator import Indicator
from charterkit.model.publication import Publication
from charterkit.model.result import Series
from charterkit.periods import Frequency
from charterkit.rules.standing import standing
from charterkit.rules.status import PromiseStatus, Status
from charterkit.rules.years import Comparison, YearStanding, comparison, reasons_today, year_standing, years
from charterkit.text import Text
from factory import (
    APRIL,
    INDICATOR,
    PUBLISHER,
    at_least,
    commitment,
    day,
    period,
    publication,
    read_results,
)

YEARLY = replace(INDICATOR, id="calls", frequency=Frequency.YEARLY)
LETTERS = commitment(Measure("letters", (at_least("90"),)), id="letters")
CALLS = commitment(Measure("calls", (at_least("90"),)), id="calls")
BOTH = commitment(*LETTERS.measures, *CALLS.measures, id="both")
SILENT = commitment(id="silent")

# Quarters of letters, kept at 90: 2024 ends with a miss, 2025 has one kept, one missing, one overdue (Q3).
QUARTERS = "2024-Q1,95,\n2024-Q2,91,\n2024-Q3,90,\n2024-Q4,89,\n2025-Q1,93,\n2025-Q2,,missing\n"
TODAY = "2025-11-21"


def results(rows: str, indicator: Indicator = INDICATOR) -> Series:
    found, problems = read_results("period,value,state\n" + rows, indicator)
    assert not problems, problems
    return found


def records(*promises: Commitment, letters: str = QUARTERS, calls: str = "2024,95,\n") -> Publication:
    series = (results(letters), results(calls, YEARLY))
    return publication(promises or (LETTERS, CALLS, BOTH, SILENT), (INDICATOR, YEARLY), series)


def year(label: str, made: Publication | None = None, today: str = TODAY) -> YearStanding:
    return year_standing(standing(made or records(), day(today)), period(label))


def told(found: YearStanding) -> dict[str, str]:
    return {one.standing.commitment.id: one.status.value for one in found.promises}


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        # Q4 decides on letters; the year itself on calls; both together are partly kept.
        ("2024", {"letters": "not_met", "calls": "met", "both": "partly_met", "silent": "not_measured"}),
        # Q3 is overdue and decides; 2025 itself is not over.
        (
            "2025",
            {
                "letters": "not_evaluated",
                "calls": "not_evaluated",
                "both": "not_evaluated",
                "silent": "not_measured",
            },
        ),
        # Nothing was measured before 2024.
        (
            "2023",
            {
                "letters": "not_measured",
                "calls": "not_measured",
                "both": "not_measured",
                "silent": "not_measured",
            },
        ),
    ],
)
def test_the_last_period_of_a_year_decides_on_it(label: str, expected: dict[str, str]) -> None:
    assert told(year(label)) == expected


def test_a_year_counts_every_state() -> None:
    found = year("2024").counts

    assert (found.kept, found.evaluated, found.all) == (1, 3, 4)
    assert found.by_status[PromiseStatus.NOT_MEASURED] == 1


def test_a_year_says_what_is_still_to_come() -> None:
    running, over = year("2025"), year("2024")

    # Q4 of letters and the whole of 2025 of calls; both wait in the third.
    assert (running.is_running, running.waiting, running.unexpected) == (True, 3, 0)
    assert (over.is_running, over.waiting, over.unexpected) == (False, 0, 0)
    assert year("2023").unexpected == 3


@pytest.mark.parametrize(
    ("today", "waiting", "letters"), [("2025-01-30", 3, "met"), ("2025-01-31", 0, "not_met")]
)
def test_the_last_figure_of_a_year_counts_from_the_day_after_it_was_due(
    today: str, waiting: int, letters: str
) -> None:
    found = year("2024", today=today)

    assert found.waiting == waiting
    assert told(found)["letters"] == letters
    assert not found.is_running


def test_a_year_knows_why_promises_could_not_be_evaluated() -> None:
    # Letters and both wait for Q3, calls for the end of the year.
    assert dict(year("2025").reasons) == {Status.OPEN: 1, Status.OVERDUE: 2}


def test_a_year_names_every_overdue_figure_of_it_and_no_other() -> None:
    made = records(LETTERS, letters="2024-Q1,95,\n2024-Q3,95,\n")
    labels = {
        label: [outcome.period.label for one in year(label, made).promises for _, outcome in one.late]
        for label in ("2024", "2025")
    }

    assert labels == {"2024": ["2024-Q2", "2024-Q4"], "2025": ["2025-Q1", "2025-Q2", "2025-Q3"]}


def test_there_are_years_from_the_first_verdict_on() -> None:
    found = years(standing(records(letters="2024-Q4,95,\n", calls=""), day(TODAY)))
    late = years(standing(records(letters="2025-Q1,95,\n", calls=""), day(TODAY)))

    assert [one.label for one in found] == ["2024", "2025"]
    assert [one.label for one in late] == ["2025"]
    assert years(standing(records(letters="", calls=""), day(TODAY))) == ()


def test_where_nothing_was_ever_judged_there_are_years_from_the_first_figure_on() -> None:
    without = replace(LETTERS, measures=(Measure("letters"),))
    later = replace(LETTERS, measures=(Measure("letters", (at_least("90", "2025-01-01"),)),))
    never, from_2025 = (years(standing(records(one), day(TODAY))) for one in (without, later))

    assert [one.label for one in never] == ["2024", "2025"]
    assert [one.label for one in from_2025] == ["2025"]


def test_a_year_is_that_of_the_publisher() -> None:
    made = replace(records(LETTERS), publisher=replace(PUBLISHER, year_starts=APRIL))
    now = standing(made, day(TODAY))

    assert [one.label for one in years(now)] == ["FY2023/24", "FY2024/25", "FY2025/26"]
    # The quarter from January to March belongs to the year that ends with it.
    found = year_standing(now, period("FY2024/25", APRIL))
    assert [outcome.period.label for _, outcome in found.promises[0].results] == ["FY2024/25-Q4"]
    assert told(found) == {"letters": "met"}


@pytest.mark.parametrize(
    ("since", "expected"),
    [
        ("2024-01-01", {}),
        # It ended in July: the half-year before is all that counts.
        ("2024-07-01", {"letters": "met"}),
        ("2025-01-01", {"letters": "not_met"}),
    ],
)
def test_a_promise_that_ended_counts_while_it_held(since: str, expected: dict[str, str]) -> None:
    gone = replace(LETTERS, ended=Ended(day(since), Text.of({"en": "Merged."})))

    assert told(year("2024", records(gone))) == expected


def test_two_years_are_compared_over_the_same_promises() -> None:
    made = records(
        LETTERS,
        CALLS,
        letters="2023-Q4,95,\n2024-Q4,89,\n",
        calls="2024,95,\n",
    )
    earlier = replace(INDICATOR, starts=day("2023-01-01"))
    made = replace(made, indicators={**made.indicators, "letters": earlier})

    assert comparison(year("2024", made), year("2023", made)) == Comparison(1, 0, 1, 1)
    assert comparison(year("2023", made), year("2023", made)) == Comparison(1, 1, 1, 0)


def test_the_verdicts_of_a_year_are_those_of_every_other_page() -> None:
    publication = load(Path(__file__).resolve().parents[1]).publication
    assert publication is not None
    now = standing(publication, day(TODAY))
    for told_year in years(now):
        for one in year_standing(now, told_year).promises:
            known = [outcome for measure in one.standing.measures for outcome in measure.outcomes]
            assert all(any(outcome is other for other in known) for _, outcome in one.results)


def test_at_the_end_of_a_year_whose_figures_are_all_due_it_stands_as_the_day_does() -> None:
    # On 31 January 2025 the last period that is due of every measure is one of 2024.
    made = records()
    now = standing(made, day("2025-01-31"))

    assert year("2024", made, "2025-01-31").counts == now.counts()


def test_reasons_of_today_leave_out_what_has_ended() -> None:
    gone = replace(LETTERS, id="gone", ended=Ended(day("2025-01-01"), Text.of({"en": "Merged."})))
    now = standing(records(LETTERS, gone, CALLS), day(TODAY))

    assert dict(reasons_today(now, now.promises.values())) == {Status.OVERDUE: 1}
