"""Deadlines counted by hand with the public holidays of real years, and what holds for all of them."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charterkit.model.calendar import Calendar, FreeDay, Opening, OtherDay, Weekday
from charterkit.model.common import Duration, MonthDay
from charterkit.model.standard import Clock
from charterkit.rules.deadlines import Deadline, deadline
from charterkit.rules.workdays import Why, WorkCalendar
from factory import WORDS, day

MON_TO_THU = (Weekday.MON, Weekday.TUE, Weekday.WED, Weekday.THU)
HOURS = (Opening(MON_TO_THU, "8:00", "17:00"), Opening((Weekday.FRI,), "08:00", "15:45"))
WITH_A_BREAK = (Opening(MON_TO_THU, "13:00", "17:00"), Opening(MON_TO_THU, "08:00", "12:00"))


def calendar(country: str = "", region: str = "", **more: object) -> WorkCalendar:
    """A calendar of a country, or of none."""
    return WorkCalendar(Calendar("any", WORDS, country, region, **more))  # type: ignore[arg-type]


def moment(text: str) -> datetime:
    """The moment written as `2025-10-31 16:40`."""
    return datetime.fromisoformat(text)


def limit(text: str) -> Duration:
    """The time written as `20 working_days`."""
    value, unit = text.split()
    return Duration(Decimal(value), unit)


def found(received: str, time_limit: str, clock: Clock, days: WorkCalendar) -> Deadline:
    """A deadline that there must be."""
    result = deadline(moment(received), limit(time_limit), clock, days)
    assert result is not None
    return result


NEXT, SAME = Clock(counting="next_day"), Clock(counting="same_day")
BY_FOUR = Clock(counting="next_day", cut_off="16:00")
MOVED = Clock(counting="next_day", ends_on="working_day")

# Counted on paper with a calendar of the country and the year; none of them was read off the program.
BY_HAND = [
    # Lithuania: All Saints' and All Souls' Day fall on the weekend after a Friday.
    ("LT", "", BY_FOUR, "2025-10-31 16:40", "20 working_days", "2025-12-01"),
    ("LT", "", BY_FOUR, "2025-10-31 16:00", "20 working_days", "2025-11-28"),
    ("LT", "", BY_FOUR, "2025-11-01 09:00", "20 working_days", "2025-12-01"),
    ("LT", "", SAME, "2025-10-31 10:00", "20 working_days", "2025-11-27"),
    # Christmas Eve is free in Lithuania, New Year's Day as well.
    ("LT", "", NEXT, "2025-12-22 10:00", "5 working_days", "2026-01-02"),
    ("LT", "", NEXT, "2025-11-25 10:00", "30 calendar_days", "2025-12-25"),
    ("LT", "", MOVED, "2025-11-25 10:00", "30 calendar_days", "2025-12-29"),
    ("LT", "", MOVED, "2025-11-25 10:00", "1 months", "2025-12-29"),
    ("LT", "", NEXT, "2025-11-01 10:00", "30 days", "2025-12-03"),
    # Slovenia: two free days in May, Reformation Day on a Friday, the second of January.
    ("SI", "", NEXT, "2025-04-30 09:00", "3 working_days", "2025-05-07"),
    ("SI", "", NEXT, "2025-10-30 09:00", "2 working_days", "2025-11-04"),
    ("SI", "", NEXT, "2024-12-31 09:00", "1 working_days", "2025-01-03"),
    # Hungary: Saturdays are worked for Fridays before or after a holiday.
    ("HU", "", NEXT, "2025-05-15 09:00", "3 working_days", "2025-05-19"),
    ("HU", "", NEXT, "2025-10-16 09:00", "4 working_days", "2025-10-21"),
    ("HU", "", NEXT, "2025-10-22 09:00", "1 working_days", "2025-10-27"),
    ("HU", "", NEXT, "2025-12-12 09:00", "3 working_days", "2025-12-16"),
    ("HU", "", NEXT, "2025-12-13 09:00", "1 working_days", "2025-12-15"),
    # Bulgaria: a Monday is free for a holiday on the weekend; Orthodox Easter.
    ("BG", "", NEXT, "2025-05-23 09:00", "1 working_days", "2025-05-27"),
    ("BG", "", NEXT, "2025-09-05 09:00", "1 working_days", "2025-09-09"),
    ("BG", "", NEXT, "2025-04-17 09:00", "2 working_days", "2025-04-23"),
    # Regions have days of their own.
    ("ES", "CT", NEXT, "2025-09-10 09:00", "1 working_days", "2025-09-12"),
    ("ES", "", NEXT, "2025-09-10 09:00", "1 working_days", "2025-09-11"),
    ("GB", "ENG", NEXT, "2025-08-22 09:00", "1 working_days", "2025-08-26"),
    ("GB", "SCT", NEXT, "2025-08-22 09:00", "1 working_days", "2025-08-25"),
    # The day after Mid-Autumn, Independence Day, Labour Day.
    ("HK", "", NEXT, "2025-10-06 09:00", "1 working_days", "2025-10-08"),
    ("PH", "", NEXT, "2025-06-11 09:00", "1 working_days", "2025-06-13"),
    ("MY", "", NEXT, "2025-04-30 09:00", "1 working_days", "2025-05-02"),
    # Weeks, months and years end on the day of the same name or number, or on the last of a shorter month.
    ("", "", NEXT, "2025-11-19 09:00", "2 weeks", "2025-12-03"),
    ("", "", SAME, "2025-11-19 09:00", "2 weeks", "2025-12-02"),
    ("", "", NEXT, "2025-01-31 09:00", "1 months", "2025-02-28"),
    ("", "", NEXT, "2024-01-31 09:00", "1 months", "2024-02-29"),
    ("", "", NEXT, "2025-01-31 09:00", "2 months", "2025-03-31"),
    ("", "", NEXT, "2025-11-28 09:00", "3 months", "2026-02-28"),
    ("", "", SAME, "2025-04-01 09:00", "1 months", "2025-04-30"),
    ("", "", SAME, "2025-01-31 09:00", "1 months", "2025-02-28"),
    ("", "", SAME, "2025-03-03 09:00", "1 months", "2025-04-02"),
    ("", "", NEXT, "2024-02-29 09:00", "1 years", "2025-02-28"),
    ("", "", SAME, "2025-11-19 09:00", "1 calendar_days", "2025-11-19"),
    ("", "", SAME, "2025-11-19 09:00", "1 working_days", "2025-11-19"),
    ("", "", NEXT, "2025-11-19 09:00", "0 working_days", "2025-11-19"),
    # Where the record does not say whether the first day counts, it does not.
    ("", "", Clock(), "2025-11-19 09:00", "1 working_days", "2025-11-20"),
]


@pytest.mark.parametrize(("country", "region", "clock", "received", "time_limit", "last"), BY_HAND)
def test_last_day_counted_by_hand(
    country: str, region: str, clock: Clock, received: str, time_limit: str, last: str
) -> None:
    assert found(received, time_limit, clock, calendar(country, region)).last == day(last)


def test_a_letter_after_the_cut_off_says_how_its_time_came_about() -> None:
    letter = found("2025-10-31 16:40", "5 working_days", BY_FOUR, calendar("LT"))

    assert letter.late
    assert letter.counts_as == day("2025-11-03")
    assert letter.first == day("2025-11-04")
    assert letter.last == day("2025-11-10")
    assert letter.until is letter.moved_from is None
    # Two Saturdays and Sundays lie between; those of All Saints and All Souls are holidays too.
    assert [(one.day.day, one.why) for one in letter.skipped] == [
        (1, Why.PUBLIC), (2, Why.PUBLIC), (8, Why.WEEKEND), (9, Why.WEEKEND),
    ]  # fmt: skip
    assert letter.skipped[0].title["lt"] == "Visų Šventųjų diena"


def test_a_time_that_ends_on_a_free_day_remembers_it() -> None:
    moved = found("2025-11-25 10:00", "30 calendar_days", MOVED, calendar("LT"))

    assert moved.moved_from == day("2025-12-25")
    assert [one.day.day for one in moved.skipped] == [25, 26, 27, 28]


def test_the_calendar_says_the_cut_off_where_the_clock_does_not() -> None:
    days = calendar("LT", cut_off="9:00")

    assert found("2025-11-19 09:01", "1 working_days", NEXT, days).last == day("2025-11-21")
    assert found("2025-11-19 09:01", "1 working_days", BY_FOUR, days).last == day("2025-11-20")


def test_own_days_go_before_the_state_and_the_week() -> None:
    days = calendar(
        "LT",
        days=(OtherDay(day("2025-12-24"), True), OtherDay(day("2025-12-23"), False, WORDS)),
        every_year=(FreeDay(MonthDay(12, 22)),),
    )

    # The 22nd and 23rd are the body's own, the 24th is worked in spite of Christmas Eve.
    assert found("2025-12-19 10:00", "2 working_days", NEXT, days).last == day("2025-12-29")
    reason = days.reason(day("2025-12-23"))
    assert reason is not None
    assert (reason.why, reason.title) == (Why.OWN, WORDS)
    assert days.is_moved(day("2025-12-24"))
    assert not days.is_moved(day("2025-12-30"))
    assert calendar("HU").is_moved(day("2025-12-13"))


# Hours and minutes, within service hours: Friday is over at 15:45.
WITHIN_HOURS = [
    (HOURS, NEXT, "2025-11-21 15:00", "4 hours", "2025-11-24 11:15"),
    (HOURS, NEXT, "2025-11-22 10:00", "4 hours", "2025-11-24 12:00"),
    (HOURS, NEXT, "2025-11-21 16:30", "30 minutes", "2025-11-24 08:30"),
    (HOURS, NEXT, "2025-11-24 07:10", "30 minutes", "2025-11-24 08:30"),
    (HOURS, NEXT, "2025-11-24 10:00", "1.5 hours", "2025-11-24 11:30"),
    (HOURS, NEXT, "2025-11-24 10:00", "7 hours", "2025-11-24 17:00"),
    (HOURS, NEXT, "2025-12-23 16:00", "90 minutes", "2025-12-29 08:30"),
    (HOURS, Clock(cut_off="15:30"), "2025-11-21 15:40", "1 hours", "2025-11-24 09:00"),
    (WITH_A_BREAK, NEXT, "2025-11-24 11:30", "60 minutes", "2025-11-24 13:30"),
    (WITH_A_BREAK, NEXT, "2025-11-27 16:00", "2 hours", "2025-12-01 09:00"),
    ((), NEXT, "2025-11-21 16:30", "72 hours", "2025-11-24 16:30"),
]


@pytest.mark.parametrize(("hours", "clock", "received", "time_limit", "end"), WITHIN_HOURS)
def test_hours_run_while_the_office_is_open(
    hours: tuple[Opening, ...], clock: Clock, received: str, time_limit: str, end: str
) -> None:
    assert found(received, time_limit, clock, calendar("LT", hours=hours)).end == moment(end)


def test_by_the_clock_on_the_wall_the_night_of_winter_time_has_an_hour_more() -> None:
    evening = moment("2025-10-25 20:00").replace(tzinfo=ZoneInfo("Europe/Vilnius"))
    end = deadline(evening, limit("24 hours"), NEXT, calendar("LT"))

    assert end is not None
    assert (end.last, end.until) == (day("2025-10-26"), time(19))


@pytest.mark.parametrize(
    "time_limit",
    ["2.5 working_days", "0.5 months", "-1 days", "3 percent", "1 EUR", "99999 working_days", "1e30 minutes"],
)
def test_there_is_no_deadline_where_none_can_be_said(time_limit: str) -> None:
    assert deadline(moment("2025-11-19 10:00"), limit(time_limit), NEXT, calendar("LT")) is None


@pytest.mark.parametrize("time_limit", ["1 working_days", "1 days", "1 hours"])
def test_a_calendar_without_a_single_working_day_ends_no_time(time_limit: str) -> None:
    every_day = tuple(FreeDay(MonthDay(m, d)) for m in range(1, 13) for d in range(1, 32))
    closed = calendar(every_year=every_day, hours=HOURS)

    assert deadline(moment("2025-11-19 10:00"), limit(time_limit), NEXT, closed) is None


def test_the_end_of_all_dates_is_no_accident() -> None:
    assert (
        deadline(datetime.combine(date.max, time(10)), limit("3 working_days"), BY_FOUR, calendar("LT"))
        is None
    )
    assert deadline(datetime.combine(date.max, time(18)), limit("1 years"), BY_FOUR, calendar("LT")) is None


COUNTRIES = st.sampled_from(["", "LT", "SI", "BG", "HU"])
CLOCKS = st.builds(
    Clock,
    counting=st.sampled_from(["", "next_day", "same_day"]),
    cut_off=st.sampled_from(["", "9:00", "16:00"]),
    ends_on=st.sampled_from(["", "any_day", "working_day"]),
)
UNITS = st.sampled_from(
    ["working_days", "calendar_days", "days", "weeks", "months", "years", "hours", "minutes"]
)
MOMENTS = st.datetimes(
    datetime.combine(date(2023, 1, 1), time.min), datetime.combine(date(2026, 12, 31), time.max)
)
OPENINGS = st.sampled_from([(), HOURS, WITH_A_BREAK])


@given(COUNTRIES, CLOCKS, UNITS, OPENINGS, st.integers(0, 40), MOMENTS, MOMENTS)
def test_who_comes_later_is_never_served_by_an_earlier_day(
    country: str,
    clock: Clock,
    unit: str,
    hours: tuple[Opening, ...],
    number: int,
    one: datetime,
    other: datetime,
) -> None:
    days, time_limit = calendar(country, hours=hours), Duration(Decimal(number), unit)
    first, second = (deadline(when, time_limit, clock, days) for when in sorted((one, other)))

    assert first is not None
    assert second is not None
    assert first.end <= second.end


@given(COUNTRIES, CLOCKS, UNITS, OPENINGS, st.integers(0, 40), st.integers(0, 20), MOMENTS)
def test_a_longer_time_never_ends_earlier(
    country: str, clock: Clock, unit: str, hours: tuple[Opening, ...], number: int, more: int, when: datetime
) -> None:
    days = calendar(country, hours=hours)
    short, long = (deadline(when, Duration(Decimal(n), unit), clock, days) for n in (number, number + more))

    assert short is not None
    assert long is not None
    assert when <= short.end <= long.end


@given(COUNTRIES, CLOCKS, st.integers(1, 60), MOMENTS)
def test_so_many_working_days_lie_between_the_first_and_the_last(
    country: str, clock: Clock, number: int, when: datetime
) -> None:
    days = calendar(country)
    result = deadline(when, Duration(Decimal(number), "working_days"), clock, days)

    assert result is not None
    between = [result.first + timedelta(n) for n in range((result.last - result.first).days + 1)]
    assert len([one for one in between if days.is_working_day(one)]) == number
    assert days.is_working_day(result.last)
    assert [one.day for one in result.skipped if one.day >= result.first] == [
        one for one in between if not days.is_working_day(one)
    ]


@given(COUNTRIES, st.sampled_from(["calendar_days", "weeks", "months"]), st.integers(1, 40), MOMENTS)
def test_a_time_moved_to_a_working_day_passes_only_free_days(
    country: str, unit: str, number: int, when: datetime
) -> None:
    days, time_limit = calendar(country), Duration(Decimal(number), unit)
    plain, moved = (deadline(when, time_limit, clock, days) for clock in (NEXT, MOVED))

    assert plain is not None
    assert moved is not None
    assert days.is_working_day(moved.last)
    passed = (moved.last - plain.last).days
    assert not any(days.is_working_day(plain.last + timedelta(n)) for n in range(passed))
    assert (moved.moved_from is None) == (passed == 0)
