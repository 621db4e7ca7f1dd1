"""By when something has to be done that arrived at a certain moment: the last day, and why it is that one.

The record says how its time is counted. Where it does not say whether the day of receipt counts, counting begins
on the next day; where it does not say on which day a time may end, it may end on any.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from itertools import islice
from typing import Final

from charterkit.model.common import Duration
from charterkit.model.standard import Clock
from charterkit.rules.hours import clock_time
from charterkit.rules.workdays import HORIZON, FreeDayReason, WorkCalendar

_SECONDS: Final[Mapping[str, int]] = {"minutes": 60, "hours": 3600}
_MONTHS: Final[Mapping[str, int]] = {"months": 1, "years": 12}
_DAYS: Final[Mapping[str, int]] = {"days": 1, "calendar_days": 1, "weeks": 7}
# The units of times whose end can be said.
DEADLINE_UNITS: Final = frozenset({*_SECONDS, *_MONTHS, *_DAYS, "working_days"})


@dataclass(frozen=True, slots=True)
class Deadline:
    """The end of a time, and how it came about.

    `counts_as` is the day as of which the request counts as received, `first` the first day that is counted;
    `until` is the time of day at which hours and minutes are over. `moved_from` is the free day on which the
    time would have ended. `skipped` are the free days that do not count.
    """

    received: datetime
    late: bool
    counts_as: date
    first: date
    last: date
    until: time | None = None
    moved_from: date | None = None
    skipped: tuple[FreeDayReason, ...] = ()

    @property
    def end(self) -> datetime:
        """The last moment: the end of the last day, or the time of that day."""
        return datetime.combine(self.last, self.until or time.max, self.received.tzinfo)


def deadline(received: datetime, limit: Duration, clock: Clock, calendar: WorkCalendar) -> Deadline | None:
    """When a time is over that a request has, which arrives at a moment of the body's own local time.

    None where it cannot be said: parts of a day, unknown units, times longer than anybody promises.
    """
    if limit.unit not in DEADLINE_UNITS or not 0 <= limit.value * _shortest(limit.unit) <= HORIZON.days:
        return None
    counted = _Counting(received, clock, calendar)
    try:
        if limit.unit in _SECONDS:
            return counted.hours(timedelta(microseconds=int(limit.value * _SECONDS[limit.unit] * 1_000_000)))
        whole = int(limit.value)
        return counted.days(whole, limit.unit) if whole == limit.value else None
    except (OverflowError, NoDay):
        return None


def cut_off(clock: Clock, calendar: WorkCalendar) -> time | None:
    """The time of day after which a request counts as of the next working day; the clock's own goes first."""
    written = clock.cut_off or calendar.record.cut_off
    return clock_time(written) if written else None


class NoDay(Exception):
    """There is no such day in sight, as in a calendar in which every day is free."""


@dataclass(frozen=True, slots=True)
class _Counting:
    received: datetime
    clock: Clock
    calendar: WorkCalendar

    def days(self, number: int, unit: str) -> Deadline:
        """The end after so many days, weeks, months or years."""
        day, late = self._arrival()
        same_day = self.clock.counting == "same_day"
        if unit == "working_days":
            return self._working_days(day, late, number, same_day)
        first = day if same_day else day + timedelta(days=1)
        last = _calendar_end(day, number, unit, same_day)
        ends = self._working_day(last) if self.clock.ends_on == "working_day" else last
        moved = last if ends != last else None
        skipped = (*self._free(self.received.date(), day), *(self._free(last, ends) if moved else ()))
        return Deadline(self.received, late, day, min(first, last), ends, None, moved, skipped)

    def hours(self, left: timedelta) -> Deadline:
        """The end after so much time: within the hours of the calendar where it has some, else by the clock."""
        if not self.calendar.record.hours:
            end = _later(self.received, left)
            day = self.received.date()
            return Deadline(self.received, False, day, day, end.date(), end.time())
        day, late = self._arrival()
        since = self.received.time() if day == self.received.date() else time.min
        spans = self._spans(day, since)
        first = start = next(spans, None)
        while start is not None:
            opens, closes = start
            if left <= closes - opens:
                return self._at_hour(opens + left, late, first or start)
            left -= closes - opens
            start = next(spans, None)
        raise NoDay

    def _at_hour(self, end: datetime, late: bool, first: tuple[datetime, datetime]) -> Deadline:
        day, last = first[0].date(), end.date()
        skipped = tuple(self._free(self.received.date(), last))
        return Deadline(self.received, late, day, day, last, end.time(), None, skipped)

    def _working_days(self, day: date, late: bool, number: int, same_day: bool) -> Deadline:
        counted = self.calendar.working_days(day if same_day else day + timedelta(days=1))
        days = list(islice(counted, max(number, 1)))
        if len(days) < number:
            raise NoDay
        last = days[-1] if number else day
        skipped = tuple(self._free(self.received.date(), last))
        return Deadline(self.received, late, day, days[0] if number else day, last, None, None, skipped)

    def _arrival(self) -> tuple[date, bool]:
        """The day as of which the request counts as received, and whether it came too late on its own day."""
        day, latest = self.received.date(), cut_off(self.clock, self.calendar)
        late = latest is not None and self.calendar.is_working_day(day) and self.received.time() > latest
        return self._working_day(day + timedelta(days=1) if late else day), late

    def _working_day(self, day: date) -> date:
        found = self.calendar.next_working_day(day)
        if found is None:
            raise NoDay
        return found

    def _free(self, first: date, last: date) -> Iterator[FreeDayReason]:
        return self.calendar.free_days(first, last)

    def _spans(self, day: date, since: time) -> Iterator[tuple[datetime, datetime]]:
        """The service hours from a moment on, as moments."""
        for one in self.calendar.working_days(day):
            for span in self.calendar.hours(one):
                opens = max(span.opens, since) if one == day else span.opens
                if opens < span.closes:
                    yield datetime.combine(one, opens), datetime.combine(one, span.closes)


def _shortest(unit: str) -> Decimal:
    """How many days a unit lasts at least, so that a time beyond all promises is known before it is counted."""
    if unit in _SECONDS:
        return Decimal(_SECONDS[unit]) / 86400
    return Decimal(_DAYS.get(unit) or _MONTHS.get(unit, 0) * 28 or 1)


def _calendar_end(day: date, number: int, unit: str, same_day: bool) -> date:
    """The last day of so many days, weeks or months counted from a day, or from the day after it."""
    if unit not in _MONTHS:
        return day + timedelta(days=max(number * _DAYS[unit] - same_day, 0))
    reached, exists = _months_later(day, number * _MONTHS[unit])
    # Counted from the 31st on, a month without a 31st is over on its last day, not on the day before it.
    return max(reached - timedelta(days=1), day) if same_day and exists else reached


def _months_later(day: date, months: int) -> tuple[date, bool]:
    """The day of the same number so many months later, or the last of a month that has no such day (False)."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not 1 <= year <= date.max.year:
        raise OverflowError
    last = monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last)), day.day <= last


def _later(moment: datetime, left: timedelta) -> datetime:
    """So much real time later: a moment with a time zone minds the hour that a summer brings and takes."""
    if moment.tzinfo is None:
        return moment + left
    return (moment.astimezone(UTC) + left).astimezone(moment.tzinfo)
