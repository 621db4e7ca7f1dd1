"""A calendar: which days are worked and in which hours, so that promised times can be counted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from charterkit.model.common import Acknowledged, MonthDay, Source
from charterkit.text import NO_TEXT, Text


class Weekday(StrEnum):
    """A day of the week, Monday first: the order of the members is that of `date.weekday`."""

    MON = "mon"
    TUE = "tue"
    WED = "wed"
    THU = "thu"
    FRI = "fri"
    SAT = "sat"
    SUN = "sun"

    @classmethod
    def of(cls, day: date) -> Weekday:
        """The weekday of a day."""
        return tuple(cls)[day.weekday()]


MONDAY_TO_FRIDAY = (Weekday.MON, Weekday.TUE, Weekday.WED, Weekday.THU, Weekday.FRI)


@dataclass(frozen=True, slots=True)
class Opening:
    """Hours on some days of the week, as `08:00` to `17:00`; a break at noon makes two of them."""

    days: tuple[Weekday, ...]
    opens: str
    closes: str
    note: Text = NO_TEXT


@dataclass(frozen=True, slots=True)
class OtherDay:
    """A single day that is otherwise than its weekday: free, or worked instead of another."""

    date: date
    works: bool
    title: Text = NO_TEXT


@dataclass(frozen=True, slots=True)
class FreeDay:
    """A day that is free in every year, besides the public holidays."""

    day: MonthDay
    title: Text = NO_TEXT


@dataclass(frozen=True, slots=True)
class Calendar:
    """The working days of a body; with a country its public holidays are free, in a region also the region's."""

    id: str
    title: Text
    country: str = ""
    region: str = ""
    workdays: tuple[Weekday, ...] = MONDAY_TO_FRIDAY
    days: tuple[OtherDay, ...] = ()
    every_year: tuple[FreeDay, ...] = ()
    hours: tuple[Opening, ...] = ()
    cut_off: str = ""
    sources: tuple[Source, ...] = ()
    acknowledged: tuple[Acknowledged, ...] = ()
    file: str = ""
