"""The outcomes of a measure, period by period: which row counts, what it says, and what that means."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from charterkit.model.commitment import Measure
from charterkit.model.indicator import SUMMED, Break, Direction, Indicator, IndicatorType
from charterkit.model.requirement import BetterThan, InWords, Target
from charterkit.model.result import UNSETTLED, WITHOUT_FIGURE, Count, Quantity, Row, Series, State
from charterkit.model.small_numbers import without_figures
from charterkit.numbers import Bound, exact_ratio
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
from charterkit.rules.demands import Says, changed_inside, compared, in_force, says
from charterkit.rules.guard import guarded
from charterkit.rules.releases.editions import Edition, governing
from charterkit.rules.status import Situation, Status, Verdict, Why, decide, due_date, moment

Slice = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a measure in one period; `judged` is false for parts of a longer one that is judged.

    `release` is the version whose sealed target governs the period, blank where none was in force on its last day.
    """

    period: Period
    row: Row | None
    figure: Quantity | None
    verdict: Verdict
    due: date | None = None
    vintages: tuple[Row, ...] = ()
    break_before: Break | None = None
    judged: bool = True
    release: str = ""

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
    editions: tuple[Edition, ...] = ()

    def outcomes(self) -> tuple[Outcome, ...]:
        """Every period that is expected or reported, oldest first."""
        rows = self._rows()
        found = _covered(self._periods(rows), rows)
        taken = {row.period for row in found.values() if row is not None}
        found |= {row.period: row for row in rows if row.period not in taken}
        longer = self._judged_length()
        if longer is not None:
            self._add_longer(found, longer)
        history = self._history()
        return tuple(
            self._outcome(one, found, longer, history) for one in sorted(found, key=lambda one: one.order)
        )

    def _history(self) -> Mapping[Period, list[Row]]:
        """All rows of each period of this slice, oldest first."""
        history: dict[Period, list[Row]] = {}
        for row in sorted(self.series.rows, key=lambda row: row.released or date.min):
            if row.slice == self.measure.only:
                history.setdefault(row.period, []).append(row)
        return history

    def _rows(self) -> list[Row]:
        """The newest row of each period of this slice, without figures that must not be shown."""
        rows = (row for row in self.series.newest() if row.slice == self.measure.only)
        return [guarded(row, self.indicator) for row in rows]

    def _periods(self, rows: Sequence[Row]) -> list[Period]:
        frequency, ends = self.indicator.frequency, last_day(self.indicator, rows)
        if frequency is Frequency.IRREGULAR:
            return []
        expected = expected_periods(frequency, self.indicator.starts, self.today, self.year_starts)
        return [period for period in expected if ends is None or period.start <= ends]

    def _judged_length(self) -> Length | None:
        judged = self.measure.judged.length if self.measure.judged is not None else None
        own = self.indicator.frequency.length
        return judged if judged is not None and own is not None and own.shorter_than(judged) else None

    def _add_longer(self, found: dict[Period, Row | None], length: Length) -> None:
        """Put the periods that get the verdict beside their parts: with their own row, else with the sum."""
        for period in self._longer(found, length):
            own = next((one for one in found if _same_days(one, period)), None)
            row = found.pop(own) if own is not None else self._sum(period, found)
            found[period] = row

    def _longer(self, periods: Iterable[Period], length: Length) -> list[Period]:
        if length in (Length.TWO_YEARS, Length.THREE_YEARS) and self.measure.judged is not None:
            since = self.indicator.starts
            spans = expected_periods(self.measure.judged, since, self.today, self.year_starts)
            return [span for span in spans if any(span.covers(period) for period in periods)]
        longer = (enclosing(period, length, self.year_starts) for period in periods)
        return list(dict.fromkeys(period for period in longer if period is not None))

    def _sum(self, period: Period, found: Mapping[Period, Row | None]) -> Row | None:
        """The figure of a longer period from the indicator's own periods; other rows would count twice."""
        if self.indicator.type not in SUMMED:
            return None
        own = self.indicator.frequency.length
        parts = [row for part, row in found.items() if period.covers(part) and part.length is own]
        return _summed(period, parts, self.indicator, over=self.today > period.end)

    def _outcome(
        self,
        period: Period,
        found: dict[Period, Row | None],
        longer: Length | None,
        history: Mapping[Period, list[Row]],
    ) -> Outcome:
        row, due = found[period], due_date(period, self.indicator)
        edition = governing(self.editions, period.end) or Edition(self.measure, self.indicator)
        target = in_force(edition.measure.targets, period.end)
        reference = self._reference(period, target, found)
        said = says(row, target, edition.indicator, reference) if row is not None else Says.NOTHING
        shorter = longer is not None and period.length.shorter_than(longer)
        status, why = self._decided(row, said, period, due, shorter)
        return Outcome(
            period,
            row,
            row.figure if row is not None else None,
            Verdict(status, self._why(why, target), target, changed_inside(edition.measure, period)),
            due,
            self._vintages(row, history),
            self._break_before(period),
            not shorter,
            edition.version if edition.holds(period.end) else "",
        )

    def _vintages(self, row: Row | None, history: Mapping[Period, list[Row]]) -> tuple[Row, ...]:
        if row is None or not row.line:
            return ()
        vintages = (guarded(one, self.indicator) for one in history[row.period])
        # What is hidden now may not stand on the page as what it was before.
        hidden = row.state is State.SUPPRESSED
        return tuple(without_figures(one) if hidden else one for one in vintages)

    def _decided(
        self, row: Row | None, said: Says, period: Period, due: date | None, shorter: bool
    ) -> tuple[Status, Why]:
        state = row.state if row is not None else State.NOTHING
        when = moment(period, due, self.today)
        situation = Situation(state, said, when, shorter, self.indicator.accumulates, _no_base(row))
        decided = decide(situation)
        # A row that contradicts itself is refused at the door; on a page made in spite of it its word counts.
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
        row = _row_at(earlier, found) if earlier is not None else None
        if row is None or row.figure is None or row.state in UNSETTLED or self._is_broken(row.period, period):
            return None
        value = compared(row, self.indicator)
        return replace(row.figure, value=value) if value is not None else None

    def _is_broken(self, earlier: Period, later: Period) -> bool:
        return any(earlier.end < one.since <= later.end for one in self.indicator.breaks)

    def _break_before(self, period: Period) -> Break | None:
        return next((one for one in self.indicator.breaks if period.start <= one.since <= period.end), None)


def last_day(indicator: Indicator, rows: Iterable[Row]) -> date | None:
    """The day after which nothing is expected of an indicator (or a slice of it) any more; None where there is none."""
    days = [row.period.end for row in rows if row.state is State.ENDED]
    if indicator.ends is not None:
        days.append(indicator.ends)
    if indicator.ended is not None:
        days.append(indicator.ended.since - timedelta(days=1))
    return min(days, default=None)


def _no_base(row: Row | None) -> bool:
    return row is not None and row.denominator is not None and row.denominator.value == 0


def _same_days(one: Period, other: Period) -> bool:
    return (one.start, one.end) == (other.start, other.end)


def _row_at(period: Period, found: Mapping[Period, Row | None]) -> Row | None:
    """The row of a period, whichever of its names it goes by: `2019` and `2019-01-01/2019-12-31` are one."""
    return next((row for one, row in found.items() if _same_days(one, period)), None)


def _covered(periods: Iterable[Period], rows: Iterable[Row]) -> dict[Period, Row | None]:
    """Each expected period with the row that covers it: one that ends on the same day and is not longer."""
    by_end: dict[date, list[Row]] = {}
    for row in rows:
        by_end.setdefault(row.period.end, []).append(row)
    return {period: _row_of(period, by_end.get(period.end, ())) for period in periods}


def _row_of(period: Period, rows: Iterable[Row]) -> Row | None:
    """Of the rows that end with a period the one of its own length, else one that is not a longer one."""
    fitting = [row for row in rows if not period.length.shorter_than(row.period.length)]
    exact = next((row for row in fitting if row.period.length is period.length), None)
    return exact or next(iter(fitting), None)


def _summed(period: Period, parts: Sequence[Row | None], indicator: Indicator, over: bool) -> Row | None:
    """A row for the longer period from its parts; nothing where the period is over and a part is lacking."""
    rows = [row for row in parts if row is not None and _speaks(row)]
    states = {row.state for row in rows}
    for state in (State.SUPPRESSED, State.MISSING):
        if state in states:
            return Row(period, state=state)
    whole = over and len(rows) == len(parts) > 0
    counted = [row for row in rows if row.state not in (State.NOT_APPLICABLE, State.ENDED)]
    cases = [row for row in counted if row.state is not State.NO_CASES and not _no_base(row)]
    if whole and not cases:
        return Row(period, state=State.NO_CASES if counted else State.NOT_APPLICABLE)
    if not cases or (over and not whole):
        return None
    return _added(period, cases, indicator, provisional=bool(states & UNSETTLED) or not whole)


def _speaks(row: Row) -> bool:
    """Whether a row says anything: a line that holds only its period does not."""
    return row.figure is not None or row.state in WITHOUT_FIGURE or _no_base(row)


def _added(period: Period, rows: Sequence[Row], indicator: Indicator, provisional: bool) -> Row | None:
    state, decimals = State.PROVISIONAL if provisional else State.NOTHING, indicator.decimals or 0
    if indicator.type is IndicatorType.COUNT:
        figures = [row.figure for row in rows if row.figure is not None]
        value = sum((figure.value for figure in figures), Fraction(0))
        total = Quantity(value, _bound_of(figures), decimals=decimals)
        return Row(period, figure=total, state=state)
    tops = [row.numerator for row in rows if row.numerator is not None]
    bottoms = [row.denominator for row in rows if row.denominator is not None]
    if not len(tops) == len(bottoms) == len(rows):
        return None
    top, bottom = _total(tops), _total(bottoms)
    bound = top.bound if bottom.bound is Bound.EXACT else Bound.ABOUT
    figure = Quantity(exact_ratio(top.value, bottom.value, indicator.factor), bound, decimals=decimals)
    return Row(period, (), figure, top, bottom, state=state)


def _total(counts: Sequence[Count]) -> Count:
    return Count(sum((count.value for count in counts), Decimal(0)), _bound_of(counts))


def _bound_of(parts: Iterable[Quantity | Count]) -> Bound:
    """What the sum of printed figures says: bounds of one kind keep it, different ones only give a hint."""
    bounds = {part.bound for part in parts} - {Bound.EXACT}
    if not bounds:
        return Bound.EXACT
    return bounds.pop() if len(bounds) == 1 else Bound.ABOUT
