"""Puts the results files of one indicator together: figures, words in every language, order in time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise

from charterkit.data.beside import Beside
from charterkit.data.rows import Context, read_rows
from charterkit.data.tables import BODY_COLUMN, FIGURE_COLUMNS, Table, read
from charterkit.model.indicator import Indicator
from charterkit.model.publisher import Publisher
from charterkit.model.result import UNSETTLED, Row, Series, State
from charterkit.periods import Frequency, Period, YearStart, expected_periods
from charterkit.problems import Problem, Spot, problem

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class ResultFiles:
    """The bytes of an indicator's results: the figures, and the words by language."""

    figures: tuple[str, bytes]
    words: Mapping[str, tuple[str, bytes]] = field(default_factory=dict)


def series(
    files: ResultFiles, indicator: Indicator, publisher: Publisher
) -> tuple[Series, tuple[Problem, ...]]:
    """The series of an indicator with everything that is wrong in its files."""
    slices = tuple(one.id for one in indicator.disaggregations)
    name, raw = files.figures
    table = read(name, raw, known=(*FIGURE_COLUMNS, BODY_COLUMN, *slices))
    beside = Beside(table, slices)
    own = {lang: files.words[lang] for lang in publisher.languages if lang in files.words}
    beside.lay({**own, **files.words})
    context = Context(
        indicator,
        publisher.year_starts,
        indicator.confidentiality.smallest,
        f"{name.removesuffix('.csv')}.{publisher.root_language}.csv",
        tuple(body.id for body in publisher.bodies),
    )
    rows, wrong_cells = read_rows(table.lines, context, beside.words)
    about_time = _TimeChecks(indicator, publisher.year_starts, context.words_file, table).problems(rows)
    problems = (*table.problems, *beside.problems, *wrong_cells, *about_time)
    found = Series(indicator.id, rows, name, table.columns, table.separator)
    return found, (*problems, *beside.stray_problems(problems))


class _TimeChecks:
    """What can be wrong between rows: repetitions, overlaps, vintages, periods that nobody expects."""

    def __init__(self, indicator: Indicator, year_starts: YearStart, words_file: str, table: Table) -> None:
        self.indicator = indicator
        self.year_starts = year_starts
        self.words_file = words_file
        self.lines = {line.number: line for line in table.lines}

    def problems(self, rows: Sequence[Row]) -> Iterator[Problem]:
        by_key: dict[tuple[Period, tuple[tuple[str, str], ...]], list[Row]] = {}
        for row in rows:
            by_key.setdefault((row.period, row.slice), []).append(row)
        for vintages in by_key.values():
            yield from self._vintages(vintages)
        yield from self._overlaps(rows)
        expected = self._expected_ends(rows)
        for row in rows:
            yield from self._expected(row, expected)

    def _spot(self, row: Row, column: str = "period") -> Spot:
        return self.lines[row.line].spot(column)

    def _vintages(self, rows: Sequence[Row]) -> Iterator[Problem]:
        if any(row.released is None and self.lines[row.line]["released"] for row in rows):
            return  # which of them came first shows when the day can be read
        ordered = sorted(rows, key=lambda row: (_released(row), row.line))
        for older, newer in pairwise(ordered):
            if older.released == newer.released:
                yield problem("row-twice", self._spot(newer), found=newer.period.label, line=older.line)
            elif older.released is None:
                yield problem("released-missing", self._spot(older, "released"), line=newer.line)
            elif newer.revises is None:
                yield problem("revises-missing", self._spot(newer), line=older.line, wanted=older.released)
            elif self._is_correction(older, newer) and not newer.reason:
                yield problem("correction-unexplained", self._spot(newer, "revises"), wanted=self.words_file)
        for row in rows:
            earlier = {one.released for one in rows if _released(one) < _released(row)}
            if row.revises is not None and row.revises not in earlier:
                yield problem("revises-unknown", self._spot(row, "revises"), found=row.revises)

    def _is_correction(self, older: Row, newer: Row) -> bool:
        """A final figure that replaces a final one; everything else settles what was open."""
        return older.figure is not None and not {older.state, newer.state} & (UNSETTLED | {State.MISSING})

    def _overlaps(self, rows: Sequence[Row]) -> Iterator[Problem]:
        if self.indicator.window:
            return
        by_slice: dict[tuple[tuple[str, str], ...], list[Row]] = {}
        for row in sorted(rows, key=lambda row: (row.period.start, row.period.end)):
            by_slice.setdefault(row.slice, []).append(row)
        for same in by_slice.values():
            for before, after in _overlapping(same):
                if self._clash(before.period, after.period):
                    first, second = sorted((before, after), key=lambda row: row.line)
                    yield problem(
                        "period-overlaps", self._spot(second),
                        found=second.period.label, other=first.period.label, line=first.line,
                    )  # fmt: skip

    def _clash(self, one: Period, other: Period) -> bool:
        """A year may stand beside its quarters (a longer period of its own row); half-covered ones may not.

        Nor may the same days under two names: nobody could tell which of the two figures counts.
        """
        return one != other and one.covers(other) == other.covers(one)

    def _expected(self, row: Row, expected: frozenset[date]) -> Iterator[Problem]:
        """The row ends with an expected period, or before the first one, and begins before the last day."""
        indicator, period = self.indicator, row.period
        ends = _end(indicator)
        if ends is not None and period.start > ends:
            yield problem("after-end", self._spot(row), found=period.label, ended=ends)
        elif indicator.frequency is Frequency.IRREGULAR or period.end < indicator.starts:
            return
        elif period.end not in expected:
            yield problem(
                "period-unexpected", self._spot(row),
                found=period.label, frequency=indicator.frequency.value, since=indicator.starts,
            )  # fmt: skip

    def _expected_ends(self, rows: Sequence[Row]) -> frozenset[date]:
        """The last days of all periods that are expected up to the newest row."""
        indicator, newest = self.indicator, max((row.period.end for row in rows), default=date.min)
        expected = expected_periods(indicator.frequency, indicator.starts, newest, self.year_starts)
        return frozenset(period.end for period in expected)


def _released(row: Row) -> date:
    return row.released or date.min


def _overlapping(rows: Sequence[Row]) -> Iterator[tuple[Row, Row]]:
    """The pairs of rows, given in the order of their first days, that share a day."""
    for index, before in enumerate(rows):
        for after in rows[index + 1 :]:
            if after.period.start > before.period.end:
                break
            yield before, after


def _end(indicator: Indicator) -> date | None:
    """The last day of measuring, if there is one; `ended` names the first day without it."""
    days = [indicator.ends] if indicator.ends is not None else []
    if indicator.ended is not None:
        days.append(indicator.ended.since - _ONE_DAY)
    return min(days, default=None)
