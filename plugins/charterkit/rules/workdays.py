"""Which days are worked by a calendar, and why a day is free."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from enum import StrEnum

from charterkit import freedays
from charterkit.model.calendar import Calendar, OtherDay, Weekday
from charterkit.model.common import MonthDay
from charterkit.rules.hours import clock_time
from charterkit.text import NO_TEXT, Text

# Nobody promises for longer; a search that finds no working day ends here as well.
HORIZON = timedelta(days=366 * 100)


class Why(StrEnum):
    """Why a day is free: by the week, by the state, or by the body's own word."""

    WEEKEND = "weekend"
    PUBLIC = "public"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class FreeDayReason:
    """A day that is not worked, and why; `title` is the name of the holiday or what the body says of it."""

    day: date
    why: Why
    title: Text = NO_TEXT


@dataclass(frozen=True, slots=True)
class Span:
    """Hours of one day, from `opens` until `closes`."""

    opens: time
    closes: time


@dataclass(frozen=True, eq=False)
class WorkCalendar:
    """A calendar that can be asked about any day.

    What the body says of a single day goes before what the state says, and that before the week.
    """

    record: Calendar
    _single: dict[date, OtherDay] = field(init=False, repr=False)
    _yearly: dict[MonthDay, Text] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_single", {one.date: one for one in self.record.days})
        object.__setattr__(self, "_yearly", {one.day: one.title for one in self.record.every_year})

    def is_working_day(self, day: date) -> bool:
        """Whether people work on the day."""
        return self._why_free(day) is None

    def reason(self, day: date) -> FreeDayReason | None:
        """Why a day is free; None for a day that is worked."""
        why = self._why_free(day)
        return FreeDayReason(day, why, self._title(day, why)) if why is not None else None

    def is_moved(self, day: date) -> bool:
        """Whether a day is worked although it would be free by the week, the holidays or every year's days."""
        usual = Weekday.of(day) in self.record.workdays and self._usually(day) is None
        return self.is_working_day(day) and not usual

    def working_days(self, start: date) -> Iterator[date]:
        """The working days from a day on, that day included, as far as anybody promises."""
        return (day for day in _days(start) if self.is_working_day(day))

    def next_working_day(self, day: date) -> date | None:
        """The day itself where it is worked, else the next one that is; None where none is in sight."""
        return next(self.working_days(day), None)

    def free_days(self, first: date, last: date) -> Iterator[FreeDayReason]:
        """The days from one to another, both included, that are free, with their reasons."""
        days = (first + timedelta(days=number) for number in range((last - first).days + 1))
        return (found for found in map(self.reason, days) if found is not None)

    def hours(self, day: date) -> tuple[Span, ...]:
        """The hours in which requests are taken on a day, in order and without overlap; none on a free day."""
        if not self.is_working_day(day):
            return ()
        weekday = Weekday.of(day)
        spans = sorted(
            (clock_time(one.opens), clock_time(one.closes))
            for one in self.record.hours
            if weekday in one.days
        )
        return tuple(_merged(spans))

    def _why_free(self, day: date) -> Why | None:
        single = self._single.get(day)
        if single is None:
            return self._usually(day)
        if single.works:
            return None
        return self._usually(day) or Why.OWN

    def _usually(self, day: date) -> Why | None:
        """Why the day would be free if the body said nothing of it alone."""
        state = freedays.state_days(self.record.country, self.record.region, day.year)
        if day in state.free:
            return Why.PUBLIC
        if MonthDay(day.month, day.day) in self._yearly:
            return Why.OWN
        is_weekend = Weekday.of(day) not in self.record.workdays and day not in state.worked
        return Why.WEEKEND if is_weekend else None

    def _title(self, day: date, why: Why) -> Text:
        if why is Why.PUBLIC:
            return freedays.names(self.record.country, self.record.region, day.year).get(day, NO_TEXT)
        single = self._single.get(day)
        own = single.title if single is not None else NO_TEXT
        return own or self._yearly.get(MonthDay(day.month, day.day), NO_TEXT)


def _days(start: date) -> Iterator[date]:
    last = min(HORIZON, date.max - start)
    return (start + timedelta(days=number) for number in range(last.days + 1))


def _merged(spans: list[tuple[time, time]]) -> Iterator[Span]:
    """Spans that do not overlap; those that end before they begin, which the check reports, are left out."""
    until = time.min
    for opens, closes in spans:
        begins = max(opens, until)
        if begins < closes:
            yield Span(begins, closes)
            until = closes
