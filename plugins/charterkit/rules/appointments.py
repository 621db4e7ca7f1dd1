"""Other days that are to be kept: reports on a charter, its review, and measures that a body said it would take.

Whether a report was given or a measure taken stands in no record, so none of these is ever called overdue; they are
only called to mind.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from charterkit.model.charter import Charter, Reports
from charterkit.model.common import MonthDay
from charterkit.model.result import UNSETTLED, Row
from charterkit.rules.due import HORIZON, later, owner_of
from charterkit.rules.standing import Standing, has_ended
from charterkit.text import NO_TEXT, Text

# After how many months a report comes again; of one every two years nobody knows in which.
_MONTHS: Final[Mapping[str, int]] = {"month": 1, "quarter": 3, "half_year": 6, "year": 12}


class Occasion(StrEnum):
    """What is to be done on the day."""

    REPORT = "report"
    REVIEW = "review"
    ACTION = "action"


@dataclass(frozen=True, slots=True)
class Appointment:
    """A day to be kept by a body, on a charter or (for measures taken) an indicator.

    `text` is to whom the report goes, or what the measure is. `is_past`: the day lies before the one looked at.
    """

    occasion: Occasion
    record: str
    title: Text
    day: date
    body: str
    is_past: bool
    text: Text = NO_TEXT


def appointments(standing: Standing, days: int = HORIZON) -> tuple[Appointment, ...]:
    """Those within so many days, and the past ones of which nothing was heard since; by their day."""
    until = later(standing.today, days)
    found = (*_of_charters(standing), *_actions(standing))
    near = (one for one in found if one.day <= until)
    return tuple(sorted(near, key=lambda one: (one.day, one.occasion, one.record)))


def appointments_of(body: str, all_appointments: tuple[Appointment, ...]) -> tuple[Appointment, ...]:
    """Those of one body."""
    return tuple(one for one in all_appointments if one.body == body)


def _of_charters(standing: Standing) -> Iterator[Appointment]:
    for charter in standing.publication.charters.values():
        day = next_report(charter.reports, standing.today) if charter.reports else None
        if day is not None and charter.reports is not None:
            yield _on_charter(Occasion.REPORT, charter, day, standing.today, charter.reports.to)
        if charter.review is not None and charter.review.next is not None:
            yield _on_charter(Occasion.REVIEW, charter, charter.review.next, standing.today)


def _on_charter(
    occasion: Occasion, charter: Charter, day: date, today: date, text: Text = NO_TEXT
) -> Appointment:
    return Appointment(occasion, charter.id, charter.title, day, charter.publisher, day < today, text)


def next_report(reports: Reports, today: date) -> date | None:
    """The day by which the next report is to be given; None where no day is said, or not in which year."""
    step, by = _MONTHS.get(reports.every), reports.by
    if step is None or by is None:
        return None
    days = [_shifted(by, today.year, months) for months in range(-12, 24, step)]
    return min((day for day in days if day is not None and day >= today), default=None)


def _shifted(by: MonthDay, year: int, months: int) -> date | None:
    """The day so many months after that of the year; 29 February is the last day of that month in other years."""
    years, month = divmod(by.month - 1 + months, 12)
    with suppress(ValueError, IndexError):
        return date(year + years, month + 1, min(by.day, monthrange(year + years, month + 1)[1]))
    return None


def _actions(standing: Standing) -> Iterator[Appointment]:
    """Measures to be taken because of a result, until the figure of the time in which their day falls is final."""
    publication, today = standing.publication, standing.today
    for id, series in publication.series.items():
        indicator = publication.indicators.get(id)
        if indicator is None or has_ended(indicator, today):
            continue
        rows = series.newest()
        for row in rows:
            if row.action_by is not None and not _was_heard_of(row, rows):
                body = owner_of(indicator, row.slice, publication).body
                past = row.action_by < today
                yield Appointment(Occasion.ACTION, id, indicator.title, row.action_by, body, past, row.action)


def _was_heard_of(row: Row, rows: tuple[Row, ...]) -> bool:
    """Whether a later figure shows what came of the measure."""
    return any(
        other.slice == row.slice
        and other.period.end > row.period.end
        and other.figure is not None
        and other.state not in UNSETTLED
        and row.action_by is not None
        and other.period.end >= row.action_by
        for other in rows
    )
