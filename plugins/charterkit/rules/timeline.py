"""The outcomes of a measure, period by period: which row counts, what it says, and what that means."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from charterkit.model.commitment import Measure
from charterkit.model.indicator import SUMMED, Break, Direction, Indicator, IndicatorType
from charterkit.model.requirement import BetterThan, InWords, Target
from charterkit.model.result import UNSETTLED, Count, Quantity, Row, Series, State
from charterkit.numbers import exact_ratio
from charterkit.periods import (
    Frequency,
    Length,
    Period,
    YearStart,
    enclosing,
    expected_periods,
    parse_period,
    previous,
)
from charterkit.rules.demands import Says, changed_inside, in_force, says
from charterkit.rules.status import Situation, Status, Verdict, Why, decide, due_date, moment

Slice = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a measure in one period. `judged` is false for parts of a longer period that gets the verdict."""

    period: Period
    row: Row | None
    figure: Quantity | None
    verdict: Verdict
    due: date | None = None
    vintages: tuple[Row, ...] = ()
    break_before: Break | None = None
    judged: bool = True

    @property
    def status(self) -> Status:
        """The status of the verdict."""
        return self.verdict.status


@dataclass(frozen=True, slots=True)
class Timeline:
    """One measure of one indicator, seen on one day."""

    indicator: Indicator
    series: Series
    measure: Measure
    year_starts: YearStart
    today: date

    def outcomes(self) -> tuple[Outcome, ...]:
        """Every period that is expected or reported, oldest first."""
        rows = [row for row in self.series.newest() if row.slice == self.measure.only]
        periods = self._periods(rows)
        found: dict[Period, Row | None] = {period: _row_of(period, rows) for period in periods}
        for row in rows:
            if row not in found.values():
                found[row.period] = row
        longer = self._judged_length()
        if longer is not None:
            found |= {period: self._row_of_longer(period, found) for period in self._longer(found, longer)}
        return tuple(self._outcome(period, found, longer) for period in sorted(found))

    def _periods(self, rows: Sequence[Row]) -> list[Period]:
        frequency, ends = self.indicator.frequency, self._last_day(rows)
        if frequency is Frequency.IRREGULAR:
            return []
        expected = expected_periods(frequency, self.indicator.starts, self.today, self.year_starts)
        return [period for period in expected if ends is None or period.start <= ends]

    def _last_day(self, rows: Iterable[Row]) -> date | None:
        """The day after which nothing is expected any more."""
        days = [row.period.end for row in rows if row.state is State.ENDED]
        if self.indicator.ends is not None:
            days.append(self.indicator.ends)
        if self.indicator.ended is not None:
            days.append(self.indicator.ended.since)
        return min(days, default=None)

    def _judged_length(self) -> Length | None:
        judged = self.measure.judged.length if self.measure.judged is not None else None
        own = self.indicator.frequency.length
        return judged if judged is not None and own is not None and own.shorter_than(judged) else None

    def _longer(self, periods: Iterable[Period], length: Length) -> list[Period]:
        longer = (enclosing(period, length, self.year_starts) for period in periods)
        return list(dict.fromkeys(period for period in longer if period is not None))

    def _row_of_longer(self, period: Period, found: dict[Period, Row | None]) -> Row | None:
        own = found.get(period)
        if own is not None or self.indicator.type not in SUMMED:
            return own
        parts = {part: row for part, row in found.items() if period.covers(part) and part != period}
        return _summed(period, parts, self.indicator, self.today)

    def _outcome(self, period: Period, found: dict[Period, Row | None], longer: Length | None) -> Outcome:
        row, due = found[period], due_date(period, self.indicator)
        target = in_force(self.measure.targets, period.end)
        reference = self._reference(period, target, found)
        said = says(row, target, self.indicator, reference) if row is not None else Says.NOTHING
        shorter = longer is not None and period.length.shorter_than(longer)
        status, why = self._decided(row, said, period, due, shorter)
        return Outcome(
            period,
            row,
            row.figure if row is not None else None,
            Verdict(status, self._why(why, target), target, changed_inside(self.measure, period)),
            due,
            self.series.vintages(row.period, row.slice) if row is not None and row.line else (),
            self._break_before(period),
            not shorter,
        )

    def _decided(
        self, row: Row | None, said: Says, period: Period, due: date | None, shorter: bool
    ) -> tuple[Status, Why]:
        state = row.state if row is not None else State.NOTHING
        when = moment(period, due, self.today)
        situation = Situation(state, said, when, shorter, self.indicator.accumulates, _no_base(row))
        decided = decide(situation)
        # A row that contradicts itself is refused at the door; on a page made in spite of it, its word counts.
        return decided or decide(replace(situation, says=Says.NOTHING)) or (Status.NO_DATA, Why.MISSING)

    def _why(self, why: Why, target: Target | None) -> Why:
        """The reason for `no target`, told more exactly."""
        if why is not Why.NO_TARGET:
            return why
        if self.indicator.direction is Direction.NONE:
            return Why.CONTEXT
        if target is None:
            return Why.NO_TARGET
        return Why.IN_WORDS if isinstance(target.requirement, InWords) else Why.NOTHING_TO_COMPARE

    def _reference(
        self, period: Period, target: Target | None, found: dict[Period, Row | None]
    ) -> Quantity | None:
        """The figure that `better_than` looks back to; none across a break in the series."""
        if target is None or not isinstance(target.requirement, BetterThan):
            return None
        named = target.requirement.period
        earlier = parse_period(named, self.year_starts) if named else previous(period, self.year_starts)
        row = found.get(earlier) if earlier is not None else None
        if (
            row is None
            or row.state in UNSETTLED
            or any(row.period.end < one.since <= period.end for one in self.indicator.breaks)
        ):
            return None
        return row.figure

    def _break_before(self, period: Period) -> Break | None:
        return next((one for one in self.indicator.breaks if period.start <= one.since <= period.end), None)


def _no_base(row: Row | None) -> bool:
    return row is not None and row.denominator is not None and row.denominator.value == 0


def _row_of(period: Period, rows: Iterable[Row]) -> Row | None:
    """The row that covers an expected period: the one that ends on the same day and is not a longer one."""
    same_end = [row for row in rows if row.period.end == period.end]
    exact = next((row for row in same_end if row.period.length is period.length), None)
    return exact or next((row for row in same_end if not period.length.shorter_than(row.period.length)), None)


def _summed(period: Period, parts: dict[Period, Row | None], indicator: Indicator, today: date) -> Row | None:
    """A row for the longer period from the counts of its parts; nothing while a part is still to come."""
    rows = [row for row in parts.values() if row is not None]
    states = {row.state for row in rows}
    for state in (State.SUPPRESSED, State.MISSING):
        if state in states:
            return Row(period, state=state)
    counted = [row for row in rows if row.state is not State.NOT_APPLICABLE]
    if rows and not counted:
        return Row(period, state=State.NOT_APPLICABLE)
    complete = all(row is not None for row in parts.values()) and _covers(period, parts)
    if not complete and today > period.end:
        return None
    return _added(period, counted, indicator, provisional=bool(states & UNSETTLED) or not complete)


def _covers(period: Period, parts: Iterable[Period]) -> bool:
    ordered = sorted(parts)
    return bool(ordered) and ordered[-1].end == period.end


def _added(period: Period, rows: Sequence[Row], indicator: Indicator, provisional: bool) -> Row | None:
    state = State.PROVISIONAL if provisional else State.NOTHING
    if indicator.type is IndicatorType.COUNT:
        values = [row.figure.value for row in rows if row.figure is not None]
        figure = Quantity(sum(values, Fraction(0)), decimals=indicator.decimals or 0)
        return Row(period, figure=figure, state=state) if values else None
    tops = [row.numerator.value for row in rows if row.numerator is not None]
    bottoms = [row.denominator.value for row in rows if row.denominator is not None]
    if len(tops) != len(rows) - sum(row.state is State.NO_CASES for row in rows) or not rows:
        return None
    top, bottom = sum(tops, Decimal(0)), sum(bottoms, Decimal(0))
    if bottom == 0:
        return Row(period, state=State.NO_CASES)
    figure = Quantity(exact_ratio(top, bottom, indicator.factor), decimals=indicator.decimals or 0)
    return Row(period, (), figure, Count(top), Count(bottom), state=state)
