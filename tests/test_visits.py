"""When a service on wheels comes: weeks counted from a first day, seasons, days off, days instead."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from charterkit.model.calendar import Weekday
from charterkit.model.common import MonthDay
from charterkit.model.procedure import Season, Stop, Timetable, TimetableException
from charterkit.rules.visits import Visit, visits
from charterkit.text import Text
from factory import day

PLACE = Text.of({"en": "Oak Village"})
WHY = Text.of({"en": "Repair"})
SCHOOL_YEAR = Season(MonthDay(9, 1), MonthDay(6, 15))


def stop(id: str = "oak", every: int = 1, season: Season | None = None) -> Stop:
    """A stop on Wednesdays since 8 January 2025."""
    return Stop(id, PLACE, Weekday.WED, "10:00", "10:45", day("2025-01-08"), every=every, season=season)


def days(found: tuple[Visit, ...]) -> list[str]:
    return [one.day.isoformat() for one in found]


def test_weeks_are_counted_from_the_first_visit_wherever_one_begins_to_look() -> None:
    every_third = stop(every=3)
    table = Timetable((every_third,))

    assert days(visits(table, every_third, day("2025-01-01"), day("2025-02-28"))) == [
        "2025-01-08",
        "2025-01-29",
        "2025-02-19",
    ]
    assert days(visits(table, every_third, day("2025-01-30"), day("2025-02-28"))) == ["2025-02-19"]


def test_season_may_go_over_the_end_of_the_year_and_holds_its_first_and_last_day() -> None:
    one = stop(season=Season(MonthDay(12, 24), MonthDay(1, 7)))

    assert days(visits(Timetable((one,)), one, day("2025-12-01"), day("2026-01-31"))) == [
        "2025-12-24",
        "2025-12-31",
        "2026-01-07",
    ]


def test_school_year_leaves_the_summer_out() -> None:
    one = stop(season=SCHOOL_YEAR)

    assert days(visits(Timetable((one,)), one, day("2025-06-10"), day("2025-09-05"))) == [
        "2025-06-11",
        "2025-09-03",
    ]


def test_exception_takes_visits_away_and_gives_one_instead() -> None:
    off = TimetableException(day("2025-03-10"), WHY, day("2025-03-14"), instead=day("2025-03-17"))
    one = stop()

    found = visits(Timetable((one,), exceptions=(off,)), one, day("2025-03-05"), day("2025-03-19"))

    assert days(found) == ["2025-03-05", "2025-03-17", "2025-03-19"]
    assert found[1].instead_of == day("2025-03-12")


def test_exception_of_one_stop_leaves_the_others_alone() -> None:
    oak, birch = stop("oak"), stop("birch")
    off = TimetableException(day("2025-03-12"), WHY, stops=("oak",))
    table = Timetable((oak, birch), exceptions=(off,))

    assert days(visits(table, oak, day("2025-03-12"), day("2025-03-12"))) == []
    assert days(visits(table, birch, day("2025-03-12"), day("2025-03-12"))) == ["2025-03-12"]


def test_exception_without_a_visit_needs_no_day_instead() -> None:
    off = TimetableException(day("2025-03-13"), WHY, instead=day("2025-03-17"))
    one = stop()

    assert days(visits(Timetable((one,), exceptions=(off,)), one, day("2025-03-13"), day("2025-03-18"))) == []


def test_nothing_comes_on_a_free_day() -> None:
    one = stop()
    free = {day("2025-12-24")}

    found = visits(Timetable((one,)), one, day("2025-12-17"), day("2025-12-31"), free.__contains__)

    assert days(found) == ["2025-12-17", "2025-12-31"]


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(1, 13), st.integers(0, 400))
def test_every_visit_is_on_its_day_a_whole_number_of_steps_after_the_first(
    since: date, every: int, length: int
) -> None:
    one = stop(every=every)
    found = visits(Timetable((one,)), one, since, since + timedelta(days=length))

    assert all(Weekday.of(visit.day) is Weekday.WED for visit in found)
    assert all((visit.day - one.starts).days % (7 * every) == 0 for visit in found)
    assert all(since <= visit.day >= one.starts for visit in found)


def test_days_at_the_end_of_the_calendar_are_no_trouble() -> None:
    last = date.max
    late = Stop("oak", PLACE, Weekday.WED, "10:00", "10:45", last)
    endless = TimetableException(day("2025-07-02"), WHY, last, instead=day("2025-07-09"))
    rare = stop(every=13, season=Season(MonthDay(2, 29), MonthDay(2, 29)))

    assert visits(Timetable((late,)), late, day("2025-01-01"), last) == ()
    assert visits(Timetable((rare,)), rare, day("2025-01-01"), day("2026-01-01")) == ()
    assert days(visits(Timetable((stop(),), exceptions=(endless,)), stop(), day("2025-07-01"), last)) == [
        "2025-07-09"
    ]
    assert days(visits(Timetable((stop(),)), stop(), last - timedelta(days=3), last)) == ["9999-12-29"]
