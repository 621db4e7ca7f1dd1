"""Results: what was observed, row by row, as the results file says it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from charterkit.numbers import Bound
from charterkit.periods import Period
from charterkit.text import NO_TEXT, Text


class State(StrEnum):
    """What a row says about itself; blank is a final figure, or nothing at all."""

    NOTHING = ""
    PROVISIONAL = "provisional"
    ESTIMATED = "estimated"
    PROJECTED = "projected"
    MISSING = "missing"
    NO_CASES = "no_cases"
    NOT_APPLICABLE = "not_applicable"
    SUPPRESSED = "suppressed"
    ENDED = "ended"


# States that stand in the place of a figure; a figure beside one of them is refused.
WITHOUT_FIGURE = frozenset(
    {State.MISSING, State.NO_CASES, State.NOT_APPLICABLE, State.SUPPRESSED, State.ENDED}
)
# States whose figure may still change.
UNSETTLED = frozenset({State.PROVISIONAL, State.ESTIMATED, State.PROJECTED})


@dataclass(frozen=True, slots=True)
class Quantity:
    """An exact figure. A bound (`<30`, `>9200`) is an inequality, and `printed` is how the file wrote it."""

    value: Fraction
    bound: Bound = Bound.EXACT
    printed: str = ""
    decimals: int = 0


@dataclass(frozen=True, slots=True)
class Count:
    """A count as printed: exact, or a bound such as `>9200`."""

    value: Decimal
    bound: Bound = Bound.EXACT


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a results file: a period, a slice, a vintage.

    `confirmed` are the ids of the questions about it that staff have looked at: it is right as it stands.
    """

    period: Period
    slice: tuple[tuple[str, str], ...] = ()
    figure: Quantity | None = None
    numerator: Count | None = None
    denominator: Count | None = None
    n: Count | None = None
    sd: Decimal | None = None
    state: State = State.NOTHING
    released: date | None = None
    revises: date | None = None
    reported: str = ""
    complaints: int | None = None
    action_by: date | None = None
    source: str = ""
    reason: Text = NO_TEXT
    cause: Text = NO_TEXT
    action: Text = NO_TEXT
    note: Text = NO_TEXT
    confirmed: tuple[str, ...] = ()
    line: int = 0


@dataclass(frozen=True, slots=True)
class Series:
    """All rows of one indicator's results file, in the order of the file.

    `columns` are the names in its first line, `separator` the sign between them.
    """

    indicator: str
    rows: tuple[Row, ...] = ()
    file: str = ""
    columns: tuple[str, ...] = ()
    separator: str = ","

    def newest(self) -> tuple[Row, ...]:
        """The row that counts of each period and slice (the newest vintage), by period."""
        latest: dict[tuple[Period, tuple[tuple[str, str], ...]], Row] = {}
        for row in sorted(self.rows, key=lambda row: row.released or date.min):
            latest[row.period, row.slice] = row
        return tuple(sorted(latest.values(), key=lambda row: (row.period.order, row.slice)))

    def vintages(self, period: Period, slice: tuple[tuple[str, str], ...] = ()) -> tuple[Row, ...]:
        """All rows of one period and slice, oldest first."""
        rows = (row for row in self.rows if row.period == period and row.slice == slice)
        return tuple(sorted(rows, key=lambda row: row.released or date.min))
