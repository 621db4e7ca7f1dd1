"""Who owes which figure when: what is overdue, what is due soon, and what comes next.

A figure is owed once, however many promises wait for it. What a row says in place of a figure (`missing`,
`no_cases` and their like) is an answer; a figure that may still change is one only when its term has passed.
Nothing is owed of an indicator without a term (`due_days`) or without a rhythm, of one that has ended, and for
promises that have ended.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from charterkit.data.tables import BODY_COLUMN
from charterkit.model.common import NO_CONTACT
from charterkit.model.indicator import SUMMED, Indicator, Owner
from charterkit.model.publication import Publication
from charterkit.model.result import UNSETTLED, WITHOUT_FIGURE, Row, Series
from charterkit.periods import Period, expected_periods
from charterkit.rules.standing import IndicatorStanding, MeasureStanding, Standing, has_ended
from charterkit.rules.status import Status, due_date
from charterkit.rules.timeline import Outcome, Slice, last_day

# So many days ahead a figure counts as due soon.
HORIZON: Final = 60
# The next period of the longest rhythm, three years, begins within so many days.
_LONGEST: Final = 1100


class DutyState(StrEnum):
    """Where a duty stands in time: its term has passed, ends within the days looked ahead, or ends later."""

    OVERDUE = "overdue"
    DUE = "due"
    COMING = "coming"


@dataclass(frozen=True, slots=True)
class Duty:
    """One figure that a body has to publish: `due` is the last day on which it is in time.

    For the figure of one body of several, this body is the owner. `promises` are the full ids of those that wait
    for it. `row` is the line of the results file that says nothing yet, or only a figure that may still change.
    """

    indicator: Indicator
    slice: Slice
    period: Period
    due: date
    state: DutyState
    owner: Owner
    promises: tuple[str, ...] = ()
    row: Row | None = None

    @property
    def body(self) -> str:
        """The id of the body that owes it."""
        return self.owner.body

    @property
    def overdue_since(self) -> date | None:
        """The first day on which it was overdue; None while it is not."""
        return later(self.due, 1) if self.state is DutyState.OVERDUE else None

    @property
    def is_provisional(self) -> bool:
        """Whether a figure that may still change stands in its place."""
        return self.row is not None and self.row.state in UNSETTLED


def duties(standing: Standing, days: int = HORIZON) -> tuple[Duty, ...]:
    """Every figure that is overdue or due within so many days, and else the next one; by the day it is due."""
    found = (duty for one in standing.indicators.values() for duty in _of_indicator(one, standing, days))
    return tuple(sorted(found, key=_in_time))


def duties_of(body: str, all_duties: Iterable[Duty]) -> tuple[Duty, ...]:
    """Those of one body."""
    return tuple(duty for duty in all_duties if duty.body == body)


def next_duty(indicator: str, all_duties: Iterable[Duty]) -> Duty | None:
    """The next figure of an indicator that is not overdue, of the whole or a part; None where none is ever due."""
    own = (one for one in all_duties if one.indicator.id == indicator and one.state is not DutyState.OVERDUE)
    return min(own, key=_in_time, default=None)


def later(day: date, days: int) -> date:
    """The day so many days later; the last one of the calendar where that lies beyond it."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max


def _in_time(duty: Duty) -> tuple[date, str, Slice, Period]:
    return duty.due, duty.indicator.id, duty.slice, duty.period


def _of_indicator(one: IndicatorStanding, standing: Standing, days: int) -> Iterator[Duty]:
    if has_ended(one.indicator, standing.today):
        return
    for part, measures in _asked(one, standing).items():
        owner = owner_of(one.indicator, part, standing.publication)
        ahead = _Ahead(one.indicator, part, standing, days)
        owed: dict[Period, Duty] = {}
        for promise, outcomes in _waiting(one, measures):
            for period, due, row, state in ahead.owed(outcomes):
                duty = owed.setdefault(period, Duty(one.indicator, part, period, due, state, owner, row=row))
                owed[period] = replace(duty, promises=_with(duty.promises, promise))
        yield from owed.values()


def _with(promises: tuple[str, ...], promise: str) -> tuple[str, ...]:
    """The promises with one more; a promise may look at the same figure twice."""
    return (*promises, promise) if promise and promise not in promises else promises


def _asked(one: IndicatorStanding, standing: Standing) -> Mapping[Slice, list[MeasureStanding]]:
    """The parts whose figures are expected, each with the measures that wait for it; the whole is `()`."""
    promises = standing.promises
    parts: dict[Slice, list[MeasureStanding]] = {}
    for measure in one.measures:
        if not promises[measure.commitment.full_id].has_ended(standing.today):
            parts.setdefault(measure.measure.only, []).append(measure)
    nobody = not parts and bool(one.measures)
    # Where only parts are ever reported, nobody expects a figure of the whole.
    if not nobody and (_has_whole(one) or not (parts or one.parts)):
        parts.setdefault((), [])
    return parts


def _has_whole(one: IndicatorStanding) -> bool:
    return any(outcome.row is not None for outcome in one.outcomes)


def _waiting(
    one: IndicatorStanding, measures: Iterable[MeasureStanding]
) -> Iterator[tuple[str, tuple[Outcome, ...]]]:
    """The outcomes of each measure with its promise; those of the indicator itself where no promise looks."""
    found = [(measure.commitment.full_id, measure.outcomes) for measure in measures]
    yield from found or [("", one.outcomes)]


def owner_of(indicator: Indicator, part: Slice, publication: Publication) -> Owner:
    """Who delivers the figure of a part, with contacts: of one body's part this body, whose roles nobody knows."""
    owner, bodies = indicator.owner, publication.bodies
    named = dict(part).get(BODY_COLUMN, owner.body)
    body = named if named in bodies else owner.body
    if body != owner.body:
        return Owner(body, contact=bodies[body].contact)
    if owner.contact != NO_CONTACT or body not in bodies:
        return owner
    return replace(owner, contact=bodies[body].contact)


class _Ahead:
    """The figures of one part of an indicator that are owed, with their states."""

    def __init__(self, indicator: Indicator, part: Slice, standing: Standing, days: int) -> None:
        self.indicator = indicator
        self.today = standing.today
        self.until = later(standing.today, days)
        self.coming = tuple(self._coming(standing.publication, part))

    def _coming(self, publication: Publication, part: Slice) -> Iterator[Period]:
        """The expected periods that begin after today, as far as anything can be due."""
        indicator = self.indicator
        rows = publication.series.get(indicator.id, Series(indicator.id)).newest()
        ends = last_day(indicator, (row for row in rows if row.slice == part))
        until = later(max(self.today, self.until), _LONGEST)
        year_starts = publication.publisher.year_starts
        for period in expected_periods(indicator.frequency, indicator.starts, until, year_starts):
            if self.today < period.start and (ends is None or period.start <= ends):
                yield period

    def owed(self, outcomes: tuple[Outcome, ...]) -> Iterator[tuple[Period, date, Row | None, DutyState]]:
        """What is owed of a measure: all that is overdue or due soon, and else what is due next."""
        late = [one for one in outcomes if one.status is Status.OVERDUE]
        for one in late:
            if one.due is not None and not self._follows(one, late):
                yield one.period, one.due, _line(one.row), DutyState.OVERDUE
        next_ones = sorted(self._next(outcomes), key=lambda found: found[1])
        soon = [found for found in next_ones if found[1] <= self.until]
        for period, due, row in soon or next_ones[:1]:
            yield period, due, row, DutyState.DUE if soon else DutyState.COMING

    def _follows(self, whole: Outcome, late: Iterable[Outcome]) -> bool:
        """Whether the figure of a longer period follows by itself as soon as a part of it that is late is there."""
        parts = (one for one in late if one.period != whole.period and whole.period.covers(one.period))
        return self.indicator.type in SUMMED and any(parts)

    def _next(self, outcomes: tuple[Outcome, ...]) -> Iterator[tuple[Period, date, Row | None]]:
        reported = {(one.period.start, one.period.end) for one in outcomes}
        for one in outcomes:
            if one.due is not None and self.today <= one.due and self._is_expected(one) and self._lacks(one):
                yield one.period, one.due, _line(one.row)
        for period in self.coming:
            due = due_date(period, self.indicator)
            if due is not None and (period.start, period.end) not in reported:
                yield period, due, None

    def _is_expected(self, one: Outcome) -> bool:
        """Whether the figure of the period has to be written: a sum of shorter ones follows by itself."""
        own = one.period.length is self.indicator.frequency.length
        return own or (one.judged and self.indicator.type not in SUMMED)

    def _lacks(self, one: Outcome) -> bool:
        """Whether the final figure of a period that is not overdue is still to come."""
        row = one.row
        if row is None or row.state in UNSETTLED:
            return True
        if row.state in WITHOUT_FIGURE or one.status is Status.NO_CASES:
            return False
        # What counts up goes on until the period ends, whatever the row says of itself.
        return row.figure is None or (self.indicator.accumulates and self.today <= one.period.end)


def _line(row: Row | None) -> Row | None:
    """The row, where it stands in the file: sums have no line."""
    return row if row is not None and row.line else None
