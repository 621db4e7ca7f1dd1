"""Reporting periods: the stretches of days that results, targets and reports are about.

A period is a label people write (`2019-Q3`, `FY2018/19-Q1`) and the days it stands for. Labels without
`FY` follow the calendar year; labels with it follow the year of the publisher, which may start on another
day (`YearStart`). Weeks are ISO 8601 weeks. Every last day is inclusive.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache, total_ordering
from typing import Final


class Length(StrEnum):
    """How long a period is, from the shortest to the longest; `other` is a span that is none of these."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    YEAR = "year"
    TWO_YEARS = "two_years"
    THREE_YEARS = "three_years"
    OTHER = "other"

    def shorter_than(self, other: Length) -> bool:
        """Whether a period of this length is shorter; `other` is neither shorter nor longer than anything."""
        return Length.OTHER not in (self, other) and _RANKS[self] < _RANKS[other]


class Frequency(StrEnum):
    """How often an indicator is due; `irregular` is never due, so never overdue."""

    WEEKLY = "weekly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    HALF_YEARLY = "half_yearly"
    YEARLY = "yearly"
    TWO_YEARLY = "two_yearly"
    THREE_YEARLY = "three_yearly"
    IRREGULAR = "irregular"

    @property
    def length(self) -> Length | None:
        """The length of the periods that are due; None where none is."""
        return _LENGTHS.get(self)


@dataclass(frozen=True, slots=True)
class YearStart:
    """The day on which a publisher's year starts: 1 January, or another month and day (of the first 28)."""

    month: int = 1
    day: int = 1

    @classmethod
    def parse(cls, text: str) -> YearStart | None:
        """The day written as `04-01`; None unless it is one of the 28 that every month has."""
        found = _MONTH_AND_DAY.fullmatch(text)
        return cls(int(found[1]), int(found[2])) if found else None


@total_ordering
@dataclass(frozen=True, slots=True)
class Period:
    """The days from `start` to `end`, both inclusive; periods sort by their last day, then their first."""

    label: str
    start: date
    end: date
    length: Length

    def __lt__(self, other: Period) -> bool:
        return self.order < other.order

    @property
    def order(self) -> tuple[date, date, str]:
        """By what periods are sorted: a key for long lists, which compare it much faster than periods."""
        return self.end, self.start, self.label

    @property
    def is_fiscal(self) -> bool:
        """Whether it is a year of the publisher, or a half or quarter of one, that is not the calendar's."""
        return self.label.startswith("FY")

    def contains(self, day: date) -> bool:
        """Whether the day is one of its days."""
        return self.start <= day <= self.end

    def covers(self, other: Period) -> bool:
        """Whether every day of the other is one of its days."""
        return self.start <= other.start and other.end <= self.end


CALENDAR_YEAR: Final = YearStart()

_RANKS: Final[Mapping[Length, int]] = {length: rank for rank, length in enumerate(Length)}

# Both follow the order in which the enums are written: weeks to three years, months to three years.
_LENGTHS: Final[Mapping[Frequency, Length]] = dict(zip(Frequency, tuple(Length)[1:-1], strict=False))
_MONTHS: Final[Mapping[Length, int]] = dict(zip(tuple(Length)[2:-1], (1, 3, 6, 12, 24, 36), strict=True))
_LETTERS: Final[Mapping[Length, str]] = {Length.QUARTER: "Q", Length.HALF_YEAR: "H", Length.YEAR: ""}
_PARTS: Final[Mapping[str, Length]] = {letter: length for length, letter in _LETTERS.items()}
_ONE_DAY: Final = timedelta(days=1)

_MONTH_AND_DAY: Final = re.compile(r"(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])")
_DAYS: Final = re.compile(r"([1-9][0-9]{3}-[0-9]{2}-[0-9]{2})(?:/([1-9][0-9]{3}-[0-9]{2}-[0-9]{2}))?")
_WEEK: Final = re.compile(r"([1-9][0-9]{3})-W([0-9]{2})")
_MONTH: Final = re.compile(r"([1-9][0-9]{3})-M?([0-9]{2})")
_PART: Final = r"(?:-(?=H[12]|Q[1-4])([HQ])([1-4]))?"
_YEAR: Final = re.compile(r"([1-9][0-9]{3})" + _PART)
_FISCAL_YEAR: Final = re.compile(r"FY([1-9][0-9]{3})/([0-9]{2})" + _PART)

# Raised by `datetime`, and so by the private functions below, for 31 April, for week 53 of a year of 52 and
# beyond either end of the calendar. The public functions answer None instead.
_NOT_IN_CALENDAR: Final = (ValueError, OverflowError)


@lru_cache(maxsize=1024)
def parse_period(text: str, year_starts: YearStart) -> Period | None:
    """The period that a label means, with its canonical label; None if it means none.

    `2019`, `2019-H1`, `2019-Q3`, `2019-07` (or `2019-M07`), `2019-W31`, `2019-07-15`, `FY2018/19` with `-H1`
    or `-Q3` or without, and the free span `2019-04-01/2020-03-31`. `FY` labels mean nothing where
    `year_starts` is 1 January: nobody could tell which days they stand for.
    """
    with suppress(*_NOT_IN_CALENDAR):
        return _parse(text, year_starts)
    return None


def containing(day: date, length: Length, year_starts: YearStart) -> Period | None:
    """The day, week, month, quarter, half or year that contains the day.

    None for two years, three years and free spans, which start wherever somebody decides.
    """
    with suppress(*_NOT_IN_CALENDAR):
        match length:
            case Length.DAY:
                return Period(day.isoformat(), day, day, length)
            case Length.WEEK:
                return _week(day)
            case Length.MONTH:
                return _months(day.replace(day=1), length, day.isoformat()[:7])
            case Length.QUARTER | Length.HALF_YEAR | Length.YEAR:
                return _part_of_year(day, length, year_starts)
    return None


@lru_cache(maxsize=256)  # most indicators of a publisher began on one of a few days
def expected_periods(
    frequency: Frequency, starts: date, until: date, year_starts: YearStart
) -> tuple[Period, ...]:
    """The periods that are due, in order: the one that contains `starts`, to the last that starts by `until`.

    Where measuring starts inside the first one, that is still due, under its own label: a first reporting
    period may be short. Quarters, halves and years follow `year_starts`, weeks and months the calendar; two
    and three years are counted from the year that contains `starts`.
    """
    found: list[Period] = []
    period = _first(frequency.length, starts, year_starts) if frequency.length is not None else None
    while period is not None and period.start <= until:
        found.append(period)
        period = _neighbour(period, 1, year_starts)
    return tuple(found)


def enclosing(period: Period, length: Length, year_starts: YearStart) -> Period | None:
    """The longer period that holds the whole of this one: the year of a quarter, the half of a month.

    A calendar quarter or half belongs to the calendar year, whatever the publisher's year; a month, week, day
    or span to the publisher's. None where none holds it (a week across two months), and for two and three
    years, which only `expected_periods` can place.
    """
    is_calendar = period.length in _LETTERS and not period.is_fiscal and not _is_span(period)
    longer = containing(period.start, length, CALENDAR_YEAR if is_calendar else year_starts)
    if longer is None or not longer.covers(period) or period.covers(longer):
        return None
    return longer


def previous(period: Period, year_starts: YearStart) -> Period | None:
    """The neighbour of the same length that ends the day before; None for a span of `other` length."""
    return _neighbour(period, -1, year_starts)


def a_year_earlier(period: Period) -> Period | None:
    """The same part of the year before; None where that year has none (29 February, week 53)."""
    with suppress(*_NOT_IN_CALENDAR):
        if period.length is Length.WEEK:
            year, week, weekday = period.start.isocalendar()
            return _week(date.fromisocalendar(year - 1, week, weekday))
        start = _shifted(period.start, -12)
        if _is_span(period):
            end = _shifted(period.end + _ONE_DAY, -12) - _ONE_DAY
            return Period(f"{start}/{end}", start, end, period.length)
        if period.is_fiscal:
            label = _fiscal_label(int(period.label[2:6]) - 1)
            return _months(start, period.length, label + period.label[len(label) :])
        return containing(start, period.length, CALENDAR_YEAR)
    return None


def _parse(text: str, year_starts: YearStart) -> Period | None:
    if found := _YEAR.fullmatch(text):
        return _part(int(found[1]), _PARTS[found[2] or ""], int(found[3] or 1), CALENDAR_YEAR)
    if found := _FISCAL_YEAR.fullmatch(text):
        year = int(found[1])
        if year_starts == CALENDAR_YEAR or (year + 1) % 100 != int(found[2]):
            return None
        return _part(year, _PARTS[found[3] or ""], int(found[4] or 1), year_starts)
    if found := _MONTH.fullmatch(text):
        return containing(date(int(found[1]), int(found[2]), 1), Length.MONTH, year_starts)
    if found := _WEEK.fullmatch(text):
        return _week(date.fromisocalendar(int(found[1]), int(found[2]), 1))
    return _parse_days(text, year_starts)


def _parse_days(text: str, year_starts: YearStart) -> Period | None:
    """A day, or two days and the span between them."""
    found = _DAYS.fullmatch(text)
    if found is None:
        return None
    start, end = date.fromisoformat(found[1]), date.fromisoformat(found[2] or found[1])
    length = _span_length(start, end, year_starts) if found[2] else Length.DAY
    return Period(text, start, end, length) if start <= end else None


def _week(day: date) -> Period:
    year, week, weekday = day.isocalendar()
    start = day - timedelta(days=weekday - 1)
    return Period(f"{year:04}-W{week:02}", start, start + timedelta(days=6), Length.WEEK)


def _part_of_year(day: date, length: Length, year_starts: YearStart) -> Period:
    """The quarter, half or whole of the year from `year_starts` that contains the day."""
    year = day.year - ((day.month, day.day) < (year_starts.month, year_starts.day))
    months_before = (day.year - year) * 12 + day.month - year_starts.month - (day.day < year_starts.day)
    return _part(year, length, months_before // _MONTHS[length] + 1, year_starts)


def _part(year: int, length: Length, number: int, year_starts: YearStart) -> Period:
    """The quarter, half or whole, counted from 1, of the year that starts in `year`."""
    label = f"{year:04}" if year_starts == CALENDAR_YEAR else _fiscal_label(year)
    start = _shifted(date(year, year_starts.month, year_starts.day), (number - 1) * _MONTHS[length])
    return _months(start, length, f"{label}-{_LETTERS[length]}{number}" if _LETTERS[length] else label)


def _months(start: date, length: Length, label: str = "") -> Period:
    """The whole months from `start`, named by their first and last day where they have no other name."""
    end = _shifted(start, _MONTHS[length]) - _ONE_DAY
    return Period(label or f"{start}/{end}", start, end, length)


def _fiscal_label(year: int) -> str:
    return f"FY{year:04}/{(year + 1) % 100:02}"


def _first(length: Length, starts: date, year_starts: YearStart) -> Period | None:
    if length not in (Length.TWO_YEARS, Length.THREE_YEARS):
        return containing(starts, length, year_starts)
    with suppress(*_NOT_IN_CALENDAR):
        return _months(_part_of_year(starts, Length.YEAR, year_starts).start, length)
    return None


def _neighbour(period: Period, step: int, year_starts: YearStart) -> Period | None:
    with suppress(*_NOT_IN_CALENDAR):
        if not _is_span(period):
            beside = period.start - _ONE_DAY if step < 0 else period.end + _ONE_DAY
            return containing(beside, period.length, year_starts if period.is_fiscal else CALENDAR_YEAR)
        if period.length in _MONTHS:
            return _months(_shifted(period.start, step * _MONTHS[period.length]), period.length)
    return None


def _span_length(start: date, end: date, year_starts: YearStart) -> Length:
    """What a span is as long as, if it starts where months do: on their first day or with the year's."""
    if start.day in (1, year_starts.day):
        for length, months in _MONTHS.items():
            if _shifted(start, months) - _ONE_DAY == end:
                return length
    return Length.OTHER


def _is_span(period: Period) -> bool:
    return "/" in period.label and not period.is_fiscal


def _shifted(day: date, months: int) -> date:
    """The same day of another month."""
    years, month = divmod(day.month - 1 + months, 12)
    return day.replace(year=day.year + years, month=month + 1)
