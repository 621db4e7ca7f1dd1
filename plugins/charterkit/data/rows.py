"""Turns the lines of a results file into rows: cell by cell, each kind of cell with its own rule."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from charterkit.data.figure_cells import figure_in
from charterkit.data.tables import BODY_COLUMN, Line
from charterkit.model.indicator import COMPUTED, Indicator, IndicatorType
from charterkit.model.result import WITHOUT_FIGURE, Count, Quantity, Row, State
from charterkit.model.small_numbers import REST, small_count
from charterkit.numbers import Bound, agrees, exact_ratio
from charterkit.periods import Period, YearStart, parse_period
from charterkit.problems import Problem, problem
from charterkit.problems.of_plausibility import QUESTIONS
from charterkit.text import Text, nearest
from charterkit.typed import Figure

_STATES = tuple(state.value for state in State if state)
_COUNTS = ("numerator", "denominator", "n")
# What may not stand beside `suppressed`: each of them tells something about the figure that is hidden.
_FIGURES = ("value", "numerator", "denominator")
_TELLING = ("value", *_COUNTS, "sd", "reported")
# Python also reads 20250221 and 2025-W08-5; a column of dates should be written in one way.
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Context:
    """What a row is read against."""

    indicator: Indicator
    year_starts: YearStart
    k: int
    words_file: str
    bodies: tuple[str, ...] = ()


class RowReader:
    """Reads one line; what is wrong with it is collected in `problems`."""

    def __init__(self, line: Line, context: Context, words: Mapping[str, Mapping[str, str]]) -> None:
        self.line = line
        self.indicator = context.indicator
        self.context = context
        self.words = words
        self.problems: list[Problem] = []

    def row(self) -> Row | None:
        """The row, or None where its period cannot be read."""
        period = parse_period(self.line["period"], self.context.year_starts)
        if period is None:
            self._report("period-form", "period", found=self.line["period"] or "“”")
            return None
        state = self._state()
        figure, counts = self._value(), {name: self._count(name) for name in _COUNTS}
        row = self._assembled(period, state, figure, counts)
        self._check(row)
        return row

    def _assembled(
        self, period: Period, state: State, figure: Quantity | None, counts: Mapping[str, Count | None]
    ) -> Row:
        numerator, denominator = counts["numerator"], counts["denominator"]
        exact = self._from_counts(numerator, denominator)
        if exact is not None and figure is not None:
            self._compare(figure, exact, numerator, denominator)
        return Row(
            period=period,
            slice=self._slice(),
            figure=exact if exact is not None else figure,
            numerator=numerator,
            denominator=denominator,
            n=counts["n"],
            sd=self._decimal("sd"),
            state=state,
            released=self._day("released"),
            revises=self._day("revises"),
            reported=self.line["reported"],
            complaints=self._whole("complaints"),
            action_by=self._day("action_by"),
            source=self.line["source"],
            confirmed=self._confirmed(),
            line=self.line.number,
            **{name: Text.of(self.words.get(name, {})) for name in ("reason", "cause", "action", "note")},
        )

    def _report(self, id: str, at: str, /, **details: object) -> None:
        self.problems.append(problem(id, self.line.spot(at), **details))

    def _state(self) -> State:
        word = self.line["state"]
        if not word or word in _STATES:
            return State(word)
        best = nearest(word, _STATES) or ""
        self._report("state-unknown", "state", found=word, nearest=best, allowed=", ".join(_STATES))
        return State.NOTHING

    def _value(self) -> Quantity | None:
        cell = self.line["value"]
        if not cell:
            return None
        if self.indicator.type is IndicatorType.YES_NO:
            return self._yes_no(cell)
        if self.indicator.unit == "date":
            day = self._day("value")
            return Quantity(Fraction(day.toordinal()), printed=cell) if day else None
        figure = self._figure("value")
        if figure is None:
            return None
        decimals = max(0, -int(figure.value.as_tuple().exponent))
        return Quantity(Fraction(figure.value), figure.bound, figure.printed, decimals)

    def _yes_no(self, cell: str) -> Quantity | None:
        if cell not in ("yes", "no"):
            self._report("yes-no-form", "value", column="value", found=cell)
            return None
        return Quantity(Fraction(cell == "yes"), printed=cell)

    def _figure(self, column: str) -> Figure | None:
        read = figure_in(self.line, column)
        if isinstance(read, Problem):
            self.problems.append(read)
            return None
        return read

    def _count(self, column: str) -> Count | None:
        figure = self._figure(column) if self.line[column] else None
        if figure is None:
            return None
        if figure.value < 0 or (column == "n" and figure.value != int(figure.value)):
            self._report("count-form", column, column=column, found=figure.printed)
            return None
        return Count(figure.value, figure.bound)

    def _decimal(self, column: str) -> Decimal | None:
        figure = self._figure(column) if self.line[column] else None
        return figure.value if figure else None

    def _whole(self, column: str) -> int | None:
        cell = self.line[column]
        if cell and not (cell.isascii() and cell.isdigit() and len(cell) < 10):
            self._report("count-form", column, column=column, found=cell)
            return None
        return int(cell) if cell else None

    def _day(self, column: str) -> date | None:
        cell = self.line[column]
        if not cell:
            return None
        with suppress(ValueError):
            if _DAY.fullmatch(cell):
                return date.fromisoformat(cell)
        self._report("day-form", column, column=column, found=cell)
        return None

    def _confirmed(self) -> tuple[str, ...]:
        ids = tuple(self.line["confirmed"].split())
        for id in ids:
            if id not in QUESTIONS:
                allowed, best = ", ".join(QUESTIONS), nearest(id, tuple(QUESTIONS)) or ""
                self._report("confirmed-unknown", "confirmed", found=id, nearest=best, allowed=allowed)
        return ids

    def _slice(self) -> tuple[tuple[str, str], ...]:
        allowed = {one.id: one.values for one in self.indicator.disaggregations}
        allowed.setdefault(BODY_COLUMN, self.context.bodies)
        found = []
        for column, values in allowed.items():
            cell = self.line[column]
            if cell and cell not in values:
                best = nearest(cell, values) or ""
                self._report(
                    "slice-value", column, column=column, found=cell, nearest=best, allowed=", ".join(values)
                )
            if cell:
                found.append((column, cell))
        return tuple(sorted(found))

    def _from_counts(self, numerator: Count | None, denominator: Count | None) -> Quantity | None:
        """The figure that the counts give; they win over a printed value."""
        if self.indicator.type not in COMPUTED or numerator is None or denominator is None:
            return None
        if not numerator.bound is denominator.bound is Bound.EXACT or denominator.value == 0:
            return None
        value = exact_ratio(numerator.value, denominator.value, times=self.indicator.factor)
        return Quantity(value, printed=self.line["value"], decimals=self.indicator.decimals or 0)

    def _compare(
        self, figure: Quantity, exact: Quantity, numerator: Count | None, denominator: Count | None
    ) -> None:
        written = Decimal(figure.printed) if figure.bound is Bound.EXACT else None
        if written is not None and not agrees(written, exact.value) and numerator and denominator:
            wanted = f"{float(exact.value):.{max(figure.decimals, 1)}f}"
            self._report(
                "value-not-counts", "value",
                found=figure.printed, numerator=numerator.value, denominator=denominator.value, wanted=wanted,
            )  # fmt: skip

    def _check(self, row: Row) -> None:
        self._check_counts(row)
        self._check_state(row)
        self._check_share(row)
        self._check_reasons(row)
        self._check_persons(row)

    def _check_counts(self, row: Row) -> None:
        top, bottom = row.numerator, row.denominator
        if self.indicator.type in COMPUTED and row.state not in WITHOUT_FIGURE:
            if not self.line["numerator"] and bottom is not None and bottom.value and row.figure is None:
                self._report("counts-incomplete", "denominator", found="denominator", wanted="numerator")
            if top is not None and not self.line["denominator"]:
                self._report("counts-incomplete", "numerator", found="numerator", wanted="denominator")
        if bottom is not None and bottom.value == 0 and bottom.bound is Bound.EXACT:
            if top is not None and top.value > 0:
                self._report("counts-of-nothing", "numerator", numerator=top.value)
            elif self.line["value"]:
                self._report("figure-of-no-cases", "value", found=self.line["value"])

    def _check_state(self, row: Row) -> None:
        telling = _TELLING if row.state is State.SUPPRESSED else ("value", "numerator")
        beside = next((name for name in telling if self.line[name]), "")
        if row.state in WITHOUT_FIGURE:
            none_of_none = beside == "numerator" and row.state is State.NO_CASES and self._is_none_of_none()
            if beside and not none_of_none:
                self._report("figure-beside-state", beside, state=row.state.value, found=self.line[beside])
        elif row.state is not State.NOTHING and row.figure is None and not beside:
            self._report("state-without-figure", "state", state=row.state.value)
        elif row.state is State.NOTHING and row.released and not any(self.line[name] for name in _FIGURES):
            self._report("release-without-figure", "released", found=row.released)

    def _is_none_of_none(self) -> bool:
        return self.line["numerator"] == "0" and self.line["denominator"] in ("", "0")

    def _check_share(self, row: Row) -> None:
        if self.indicator.type not in (IndicatorType.SHARE, IndicatorType.SURVEY_SHARE):
            return
        top, bottom = row.numerator, row.denominator
        if top and bottom and bottom.value and top.value > bottom.value:
            self._report("share-over-hundred", "numerator", numerator=top.value, denominator=bottom.value)
        elif row.figure is not None and not 0 <= row.figure.value <= 100:
            self._report("share-out-of-range", "value", found=row.figure.printed)

    def _check_reasons(self, row: Row) -> None:
        if row.state is State.NOT_APPLICABLE and not row.reason:
            self._report("reason-missing", "state", state=row.state.value, wanted=self.context.words_file)

    def _check_persons(self, row: Row) -> None:
        small = small_count(row, self.indicator, self.context.k) if row.state is not State.SUPPRESSED else ""
        if small == REST:
            self._report("persons-too-few-left", "numerator", k=self.context.k)
        elif small:
            self._report("persons-too-few", small, column=small, k=self.context.k)


def read_rows(
    lines: Iterable[Line], context: Context, words: Mapping[int, Mapping[str, Mapping[str, str]]]
) -> tuple[tuple[Row, ...], tuple[Problem, ...]]:
    """The rows of a results file; `words` holds, by line number, each word column's texts by language."""
    rows, found = [], []
    for line in lines:
        reader = RowReader(line, context, words.get(line.number, {}))
        row = reader.row()
        found += reader.problems
        if row is not None:
            rows.append(row)
    return tuple(rows), tuple(found)
