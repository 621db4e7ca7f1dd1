"""Who owes which figure when: the day a term ends, the day after, what runs, and what is never owed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from charterkit.model.charter import Charter, Group, Reports, Review
from charterkit.model.commitment import Measure
from charterkit.model.common import Contact, Duration, Ended, MonthDay
from charterkit.model.indicator import Disaggregation, Indicator, IndicatorType, Owner
from charterkit.model.publication import Publication
from charterkit.model.publisher import Publisher
from charterkit.periods import Frequency
from charterkit.rules.appointments import appointments, next_report
from charterkit.rules.due import Duty, duties, duties_of, later, next_duty
from charterkit.rules.standing import standing
from charterkit.rules.status import due_date
from factory import (
    APRIL,
    INDICATOR,
    PUBLISHER,
    WORDS,
    at_least,
    commitment,
    day,
    period,
    publication,
    read_results,
)

MEASURE = Measure("letters", (at_least("90"),))
BY_BODY = replace(INDICATOR, disaggregations=(Disaggregation("channel", ("letter", "email")),))
FISCAL = replace(PUBLISHER, year_starts=APRIL)


def records(
    rows: str,
    indicator: Indicator = INDICATOR,
    measures: tuple[Measure, ...] = (MEASURE,),
    publisher: Publisher = PUBLISHER,
    columns: str = "period,value,state,released,action_by",
) -> Publication:
    """A publication of one promise with these measures on one indicator."""
    found, problems = read_results(f"{columns}\n{rows}", indicator, publisher)
    assert not problems, problems
    made = publication((commitment(*measures),) if measures else (), (indicator,), (found,))
    return replace(made, publisher=publisher)


def told(found: tuple[Duty, ...]) -> list[str]:
    """Each duty as `period state due`."""
    return [f"{one.period.label} {one.state} {one.due}" for one in found]


def owed(seen: Publication, today: str, days: int = 60) -> list[str]:
    return told(duties(standing(seen, day(today)), days))


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        # The first quarter ends on 31 March; 30 days later is 30 April.
        ("2024-03-31", ["2024-Q1 due 2024-04-30"]),
        ("2024-04-30", ["2024-Q1 due 2024-04-30"]),
        ("2024-05-01", ["2024-Q1 overdue 2024-04-30", "2024-Q2 coming 2024-07-30"]),
        ("2024-02-29", ["2024-Q1 coming 2024-04-30"]),
        ("2024-03-01", ["2024-Q1 due 2024-04-30"]),
    ],
)
def test_a_figure_is_in_time_on_its_last_day_and_overdue_on_the_next(today: str, expected: list[str]) -> None:
    assert owed(records(""), today) == expected


def test_it_is_overdue_since_the_day_after_the_term() -> None:
    late, coming = duties(standing(records(""), day("2024-05-20")))

    assert late.overdue_since == date(2024, 5, 1)
    assert coming.overdue_since is None


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("2024-Q1,95,,,\n", ["2024-Q2 due 2024-07-30"]),
        ("2024-Q1,,suppressed,,\n", ["2024-Q2 due 2024-07-30"]),
        ("2024-Q1,,no_cases,,\n", ["2024-Q2 due 2024-07-30"]),
        ("2024-Q1,,,,\n", ["2024-Q1 overdue 2024-04-30", "2024-Q2 due 2024-07-30"]),
        ("2024-Q1,,ended,,\n", []),
        # A provisional figure is one when its term has passed; until then the final one is to come.
        ("2024-Q1,95,provisional,,\n2024-Q2,95,provisional,,\n", ["2024-Q2 due 2024-07-30"]),
        ("2024-Q1,95,,,\n2024-Q2,95,,,\n", ["2024-Q3 coming 2024-10-30"]),
    ],
)
def test_what_the_file_says_settles_what_is_owed(rows: str, expected: list[str]) -> None:
    assert owed(records(rows), "2024-06-10") == expected


def test_a_provisional_figure_is_told_apart() -> None:
    found = duties(standing(records("2024-Q1,95,provisional,2024-04-10,\n"), day("2024-04-15")))

    assert [(one.period.label, one.is_provisional) for one in found] == [("2024-Q1", True)]


@pytest.mark.parametrize(
    ("indicator", "today", "expected"),
    [
        (replace(INDICATOR, due_days=None), "2025-06-01", []),
        (replace(INDICATOR, frequency=Frequency.IRREGULAR), "2025-06-01", []),
        (replace(INDICATOR, ended=Ended(day("2024-05-01"), WORDS)), "2025-06-01", []),
        # Measuring will end in the third quarter, which is still reported.
        (replace(INDICATOR, ends=day("2024-08-15")), "2024-10-15", ["2024-Q3 due 2024-10-30"]),
        (
            replace(INDICATOR, frequency=Frequency.TWO_YEARLY, due_days=60),
            "2026-02-20",
            ["2024-01-01/2025-12-31 due 2026-03-01"],
        ),
        (
            replace(INDICATOR, frequency=Frequency.TWO_YEARLY, due_days=60),
            "2026-03-02",
            ["2024-01-01/2025-12-31 overdue 2026-03-01", "2026-01-01/2027-12-31 coming 2028-02-29"],
        ),
        (
            replace(INDICATOR, frequency=Frequency.WEEKLY, due_days=3, starts=day("2024-05-06")),
            "2024-05-16",
            ["2024-W19 overdue 2024-05-15", "2024-W20 due 2024-05-22", "2024-W21 due 2024-05-29"],
        ),
    ],
)
def test_rhythms_terms_and_ends(indicator: Indicator, today: str, expected: list[str]) -> None:
    earlier = "2024-Q1,95,,,\n2024-Q2,95,,,\n" if indicator.ends else ""

    assert owed(records(earlier, indicator), today, days=15) == expected


def test_quarters_of_a_financial_year_follow_it() -> None:
    indicator = replace(INDICATOR, starts=day("2024-04-01"))

    found = owed(records("", indicator, publisher=FISCAL), "2024-08-05")

    assert found == ["FY2024/25-Q1 overdue 2024-07-30", "FY2024/25-Q2 coming 2024-10-30"]


def test_a_figure_is_owed_once_however_many_promises_wait_for_it() -> None:
    found, _ = read_results("period,value\n", INDICATOR)
    strict = replace(commitment(MEASURE, id="strict"))
    seen = publication((commitment(MEASURE, MEASURE), strict), (INDICATOR,), (found,))

    late = duties(standing(seen, day("2024-05-20")))[0]

    assert late.promises == ("citizens/answers", "citizens/strict")


def test_what_has_ended_owes_nothing_and_is_not_overdue() -> None:
    gone = replace(commitment(MEASURE), ended=Ended(day("2024-06-01"), WORDS))
    found, _ = read_results("period,value\n", INDICATOR)
    seen = publication((gone,), (INDICATOR,), (found,))
    before, after = (standing(seen, day(today)) for today in ("2024-05-31", "2024-06-01"))

    assert told(duties(before))[:1] == ["2024-Q1 overdue 2024-04-30"]
    assert duties(after) == ()


def test_an_indicator_that_has_ended_is_not_overdue() -> None:
    gone = replace(INDICATOR, ended=Ended(day("2024-06-01"), WORDS))
    before, after = (standing(records("", gone), day(today)) for today in ("2024-05-31", "2024-06-01"))

    assert told(duties(before))[:1] == ["2024-Q1 overdue 2024-04-30"]
    assert duties(after) == ()


def test_what_is_overdue_comes_longest_overdue_first() -> None:
    yearly = replace(INDICATOR, id="calls", frequency=Frequency.YEARLY)
    letters, _ = read_results("period,value\n2024-Q2,95\n2024-Q4,95\n", INDICATOR)
    calls, _ = read_results("period,value\n", yearly)
    measures = (Measure("calls", (at_least("90"),)), MEASURE)
    seen = publication(
        (commitment(*measures),), (yearly, INDICATOR), (replace(calls, indicator="calls"), letters)
    )
    late = [one for one in duties(standing(seen, day("2025-02-15"))) if one.overdue_since]

    assert [(one.indicator.id, one.period.label) for one in late] == [
        ("letters", "2024-Q1"),
        ("letters", "2024-Q3"),
        ("calls", "2024"),
    ]


def test_a_promise_that_goes_on_still_waits_beside_one_that_has_ended() -> None:
    gone = replace(commitment(MEASURE, id="gone"), ended=Ended(day("2024-04-01"), WORDS))
    found, _ = read_results("period,value\n", INDICATOR)
    seen = publication((gone, commitment(MEASURE)), (INDICATOR,), (found,))

    assert duties(standing(seen, day("2024-05-20")))[0].promises == ("citizens/answers",)


def test_the_part_of_one_body_is_owed_by_this_body() -> None:
    library = replace(PUBLISHER.bodies[1], contact=Contact(email="library@example.org"))
    publisher = replace(PUBLISHER, bodies=(PUBLISHER.bodies[0], library))
    parts = (replace(MEASURE, only=(("body", "library"),)), replace(MEASURE, only=(("channel", "email"),)))
    owner = Owner("town", WORDS, Contact(email="unit@example.org"))
    seen = records(
        "2024-Q1,95,library,\n",
        replace(BY_BODY, owner=owner),
        parts,
        publisher,
        "period,value,body,channel",
    )
    found = duties(standing(seen, day("2024-05-20")), days=0)

    assert [(one.slice, one.state.value, one.body, one.owner.contact.email) for one in found] == [
        ((("channel", "email"),), "overdue", "town", "unit@example.org"),
        ((("body", "library"),), "coming", "library", "library@example.org"),
        ((("channel", "email"),), "coming", "town", "unit@example.org"),
    ]
    assert [bool(one.owner.role) for one in found] == [True, False, True]
    assert {one.body for one in duties_of("library", found)} == {"library"}


def test_where_only_parts_are_reported_nobody_expects_the_whole() -> None:
    part = (("channel", "email"),)
    seen = records(
        "2024-Q1,95,email\n", BY_BODY, (replace(MEASURE, only=part),), columns="period,value,channel"
    )

    assert {one.slice for one in duties(standing(seen, day("2024-06-10")))} == {part}


def test_a_figure_that_only_helps_to_understand_is_owed_too() -> None:
    found = duties(standing(records("", measures=()), day("2024-05-20")), days=0)

    assert told(found) == ["2024-Q1 overdue 2024-04-30", "2024-Q2 coming 2024-07-30"]
    assert found[0].promises == ()


@pytest.mark.parametrize(
    ("type", "expected"),
    [
        # The year of a share is the sum of its quarters: as soon as they are there, it is.
        (IndicatorType.SHARE, ["2024-Q4 overdue 2025-01-30"]),
        (IndicatorType.MEAN, ["2024 overdue 2025-01-30", "2024-Q4 overdue 2025-01-30"]),
    ],
)
def test_a_longer_period_is_owed_where_it_does_not_follow_from_its_parts(
    type: IndicatorType, expected: list[str]
) -> None:
    indicator = replace(INDICATOR, type=type, numerator=None, denominator=None)
    rows = "".join(f"2024-Q{n},95,,,\n" for n in (1, 2, 3))
    seen = records(rows, indicator, (replace(MEASURE, judged=Frequency.YEARLY),))

    assert sorted(one for one in owed(seen, "2025-02-15") if "overdue" in one) == expected


def test_the_next_figure_is_the_earliest_that_is_not_overdue() -> None:
    found = duties(standing(records(""), day("2024-05-20")))
    coming = next_duty("letters", found)

    assert coming is not None
    assert coming.period == period("2024-Q2")
    assert next_duty("calls", found) is None


def test_the_end_of_the_calendar_is_no_obstacle() -> None:
    assert due_date(period("9999-Q3"), replace(INDICATOR, due_days=200)) is None
    assert later(date.max, 1) == date.max
    assert duties(standing(records("", replace(INDICATOR, starts=day("9999-01-01"))), date.max))


def charter(reports: Reports | None = None, review: Review | None = None) -> Publication:
    made = Charter("citizens", WORDS, "town", (Group("general", WORDS),), reports=reports, review=review)
    return replace(publication((), ()), charters={"citizens": made})


@pytest.mark.parametrize(
    ("every", "by", "today", "expected"),
    [
        ("year", MonthDay(3, 31), "2025-03-31", "2025-03-31"),
        ("year", MonthDay(3, 31), "2025-04-01", "2026-03-31"),
        ("half_year", MonthDay(3, 31), "2025-04-01", "2025-09-30"),
        ("quarter", MonthDay(1, 31), "2025-11-21", "2026-01-31"),
        ("month", MonthDay(1, 10), "2025-11-21", "2025-12-10"),
        ("year", MonthDay(2, 29), "2025-01-01", "2025-02-28"),
        ("two_years", MonthDay(3, 31), "2025-01-01", None),
        ("year", None, "2025-01-01", None),
    ],
)
def test_the_day_of_the_next_report(
    every: str, by: MonthDay | None, today: str, expected: str | None
) -> None:
    found = next_report(Reports(WORDS, every, by), day(today))

    assert found == (day(expected) if expected else None)


def test_reports_and_reviews_are_the_publishers() -> None:
    seen = charter(
        Reports(WORDS, "year", MonthDay(3, 31)), Review(Duration(Decimal(1), "years"), day("2025-01-31"))
    )
    found = appointments(standing(seen, day("2025-03-01")))

    assert [(one.occasion.value, one.day, one.body, one.is_past) for one in found] == [
        ("review", day("2025-01-31"), "town", True),
        ("report", day("2025-03-31"), "town", False),
    ]
    assert appointments(standing(charter(Reports(WORDS, "year", MonthDay(3, 31))), day("2025-12-01"))) == ()


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("2024-Q1,85,,,2024-06-15\n", [True]),
        ("2024-Q1,85,,,2024-06-15\n2024-Q2,86,provisional,,\n", [True]),
        ("2024-Q1,85,,,2024-06-15\n2024-Q2,95,,,\n", []),
        ("2024-Q1,85,,,2024-09-15\n2024-Q2,95,,,\n", [False]),
    ],
)
def test_a_measure_is_called_to_mind_until_a_figure_shows_what_came_of_it(
    rows: str, expected: list[bool]
) -> None:
    found = appointments(standing(records(rows), day("2024-08-01")))

    assert [one.is_past for one in found] == expected
