"""Deadlines worked out in full: what arrives on such a day at such an hour is done by when, and why.

The examples lie in the weeks after the day of the build, so that whoever reads the page finds a case near their own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import Final

from charterkit.model.calendar import Weekday
from charterkit.model.common import Duration
from charterkit.model.requirement import Limit, Norm, Operator
from charterkit.model.standard import Clock
from charterkit.rules.day import zone_of
from charterkit.rules.deadlines import Deadline, cut_off, deadline
from charterkit.rules.workdays import Why, WorkCalendar
from charterkit.site.context import Context

_MORNING: Final = time(10)
# So late after the cut-off that nobody doubts it, and still on the same day.
_TOO_LATE: Final = timedelta(minutes=40)
_AHEAD: Final = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Example:
    """A deadline in one sentence, and how it came about in some more."""

    sentence: str
    reasons: tuple[str, ...]


def longest_time(norm: Norm) -> Duration | None:
    """The time that a norm allows at most; None where it sets none, or sets it for something that comes back."""
    match norm.requirement:
        case Limit(Operator.AT_MOST, value) if not norm.per:
            return Duration(value, norm.unit)
    return None


def deadline_examples(context: Context, limit: Duration, clock: Clock) -> tuple[Example, ...]:
    """An ordinary request, one after the cut-off, one before the next holidays; nothing without a calendar."""
    record = context.publication.calendars.get(clock.calendar)
    if record is None:
        return ()
    calendar = WorkCalendar(record)
    zone = zone_of(context.publication.publisher.time_zone)
    moments = dict.fromkeys(_moments(context.standing.today, clock, calendar))
    found = (deadline(when.replace(tzinfo=zone), limit, clock, calendar) for when in moments)
    return tuple(_Told(context, one, clock, calendar).example() for one in found if one is not None)


def _moments(today: date, clock: Clock, calendar: WorkCalendar) -> Iterator[datetime]:
    week, latest = calendar.record.workdays, cut_off(clock, calendar)
    ordinary = _next(calendar, today, week[len(week) // 2])
    if ordinary:
        yield _in_the_morning(ordinary, latest, calendar)
    last_of_week = _next(calendar, today, week[-1])
    if last_of_week and latest:
        late = datetime.combine(last_of_week, latest) + _TOO_LATE
        if late.date() == last_of_week:
            yield late
    before = _before_free_days(calendar, today)
    if before:
        yield _in_the_morning(before, latest, calendar)


def _in_the_morning(day: date, latest: time | None, calendar: WorkCalendar) -> datetime:
    """Ten o'clock, or when the office opens if that is later; never after the cut-off."""
    opens = next((span.opens for span in calendar.hours(day)), _MORNING)
    return datetime.combine(day, min(max(_MORNING, opens), latest or time.max))


def _next(calendar: WorkCalendar, today: date, weekday: Weekday) -> date | None:
    return next(
        (day for day in _ahead(today) if Weekday.of(day) is weekday and calendar.is_working_day(day)), None
    )


def _before_free_days(calendar: WorkCalendar, today: date) -> date | None:
    """The last working day before the next free one that is not of a weekend."""
    before = None
    for day in _ahead(today):
        reason = calendar.reason(day)
        if reason is None:
            before = day
        elif before and reason.why is not Why.WEEKEND and Weekday.of(day) in calendar.record.workdays:
            return before
    return None


def _ahead(today: date) -> Iterator[date]:
    last = min(_AHEAD, date.max - today)
    return (today + timedelta(days=number) for number in range(1, last.days + 1))


@dataclass(frozen=True, slots=True)
class _Told:
    """One deadline in the reader's words."""

    context: Context
    found: Deadline
    clock: Clock
    calendar: WorkCalendar

    def example(self) -> Example:
        return Example(self._sentence(), tuple(self._reasons()))

    def _sentence(self) -> str:
        words, found = self.context.reader.words, self.found
        day, at = words.weekday_day(found.received.date()), words.time(found.received.time())
        last = words.weekday_day(found.last)
        if found.until is None:
            return words.say(
                "What we receive on {day} at {time} is done by {last} at the latest.",
                day=day,
                time=at,
                last=last,
            )
        until = words.time(found.until)
        return words.say(
            "What we receive on {day} at {time} is done by {until} on {last} at the latest.",
            day=day, time=at, until=until, last=last,
        )  # fmt: skip

    def _reasons(self) -> Iterator[str]:
        words, found = self.context.reader.words, self.found
        yield from self._arrival()
        if found.until is None:
            yield words.say("The first day that counts is {day}.", day=words.weekday_day(found.first))
        elif self.calendar.record.hours:
            yield words.say("Only service hours count.")
        free = [
            words.month_day(one.day.month, one.day.day)
            for one in found.skipped
            if Weekday.of(one.day) in self.calendar.record.workdays
        ]
        if free:
            yield words.say("Free days in between, besides weekends: {days}.", days=words.listing(free))
        worked = [words.month_day(day.month, day.day) for day in self._worked()]
        if worked:
            yield words.say(
                "Counted as working days, although usually free: {days}.", days=words.listing(worked)
            )
        if found.moved_from:
            moved = words.weekday_day(found.moved_from)
            yield words.say(
                "The last day would be {day}, but that day is free: the next working day counts.", day=moved
            )

    def _arrival(self) -> Iterator[str]:
        words, found = self.context.reader.words, self.found
        counts_as = words.weekday_day(found.counts_as)
        latest = cut_off(self.clock, self.calendar)
        if found.late and latest is not None:
            at = words.time(latest)
            yield words.say(
                "It arrives after {time}, so it counts as received on {day}.", time=at, day=counts_as
            )
        elif found.counts_as != found.received.date() and found.until is None:
            yield words.say("It arrives on a free day, so it counts as received on {day}.", day=counts_as)

    def _worked(self) -> Iterator[date]:
        """The days that are worked against the habit of the week, and that count."""
        between = (self.found.last - self.found.first).days + 1
        days = (self.found.first + timedelta(days=number) for number in range(between))
        # A time of many years would list them all.
        return islice((day for day in days if self.calendar.is_moved(day)), 12)
