"""When a service on wheels comes to a stop: the visits of a timetable, with days off and days instead."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from charterkit.model.calendar import Weekday
from charterkit.model.procedure import Season, Stop, Timetable, TimetableException
from charterkit.model.publication import Publication
from charterkit.rules.workdays import Why, WorkCalendar

IsFree = Callable[[date], bool]


@dataclass(frozen=True, slots=True)
class Visit:
    """One visit to a stop; `instead_of` is the day that it stands for, where it is a day instead."""

    day: date
    arrives: str
    leaves: str
    instead_of: date | None = None


def visits(
    timetable: Timetable, stop: Stop, since: date, until: date, is_free: IsFree | None = None
) -> tuple[Visit, ...]:
    """The visits to a stop from one day to another, both included, in order.

    Every so many weeks from the stop's first day on, within its season; not on days that are free (`is_free`),
    and not where an exception speaks of the stop. An exception may name a day on which the vehicle comes instead,
    free or not.
    """
    found = {one.day: one for one in _instead(timetable, stop) if since <= one.day <= until}
    for day in _regular(stop, since, until):
        if not (is_free and is_free(day)) and not _is_off(timetable, stop, day):
            found[day] = Visit(day, stop.arrives, stop.leaves)
    return tuple(found[day] for day in sorted(found))


def planned(publication: Publication, timetable: Timetable, stop: Stop, today: date) -> tuple[Visit, ...]:
    """The visits of the coming year: as far as anybody plans, and as far as a calendar file should reach."""
    return visits(timetable, stop, today, today + timedelta(days=365), free_days(publication, timetable))


def free_days(publication: Publication, timetable: Timetable) -> IsFree | None:
    """What tells holidays and the body's own free days by the calendar that a timetable names; None without one.

    A weekend is no free day here: a stop on a Saturday is meant.
    """
    record = publication.calendars.get(timetable.calendar)
    if record is None:
        return None
    calendar = WorkCalendar(record)
    return lambda day: (found := calendar.reason(day)) is not None and found.why is not Why.WEEKEND


def _instead(timetable: Timetable, stop: Stop) -> Iterator[Visit]:
    for one in timetable.exceptions:
        if one.instead is None or not _speaks_of(one, stop):
            continue
        missed = next(iter(_regular(stop, one.since, one.until or one.since)), None)
        # Without a visit that falls away there is none to make up for.
        if missed is not None:
            yield Visit(one.instead, stop.arrives, stop.leaves, missed)


def _regular(stop: Stop, since: date, until: date) -> Iterator[date]:
    """The days on which a stop is due by its rule alone."""
    # Counted in days since the year 1, so that no step can lead beyond the last day of the calendar.
    first = stop.starts.toordinal() + (tuple(Weekday).index(stop.day) - stop.starts.weekday()) % 7
    step, begins = 7 * stop.every, since.toordinal()
    start = first if first >= begins else begins + (first - begins) % step
    days = map(date.fromordinal, range(start, until.toordinal() + 1, step))
    return (day for day in days if stop.season is None or _within(stop.season, day))


def _within(season: Season, day: date) -> bool:
    here = (day.month, day.day)
    first, last = (season.since.month, season.since.day), (season.until.month, season.until.day)
    return first <= here <= last if first <= last else here >= first or here <= last


def _is_off(timetable: Timetable, stop: Stop, day: date) -> bool:
    return any(
        _speaks_of(one, stop) and one.since <= day <= (one.until or one.since) for one in timetable.exceptions
    )


def _speaks_of(one: TimetableException, stop: Stop) -> bool:
    return not one.stops or stop.id in one.stops
