"""The cells of a results file and how they hang together: parts and wholes of slices, of periods, of counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from typing import Final

from charterkit.model.indicator import COMPUTED, Indicator, IndicatorType
from charterkit.model.result import Count, Quantity, Row, Series, State
from charterkit.model.small_numbers import PARTS_OF_A_WHOLE, REST, numerators
from charterkit.numbers import Bound
from charterkit.periods import Period
from charterkit.rules.guard import guarded
from charterkit.rules.linear import Range, Relation
from charterkit.rules.timeline import Slice

_BODY: Final = "body"
_ONE: Final = Fraction(1)
_NOTHING: Final = Range(Fraction(0), Fraction(0))


@dataclass(frozen=True, slots=True, order=True)
class Cell:
    """A place in the table of an indicator: a period and a slice; the whole has no slice."""

    period: Period
    slice: Slice = ()
    hashed: int = field(default=0, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # Cells are looked up so often that the hash of a period with its days would be most of the work.
        object.__setattr__(self, "hashed", hash((self.period.label, self.slice)))

    def __hash__(self) -> int:
        return self.hashed

    def __str__(self) -> str:
        return " ".join((self.period.label, *(f"{name}={value}" for name, value in self.slice)))


@dataclass(frozen=True, slots=True, order=True)
class Amount:
    """One number of a cell: `value`, `numerator`, `denominator`, `rest` (what the numerator leaves over) or `n`."""

    cell: Cell
    quantity: str


@dataclass(frozen=True, slots=True)
class Sum:
    """A whole and the parts that make it up, all of them lines of the file; the whole need not be one."""

    whole: Cell
    parts: tuple[Cell, ...]
    along: str
    """The dimension that is summed up; blank for time."""


class Cells:
    """The newest rows of an indicator as its pages show them: each cell shown, or hidden."""

    def __init__(self, indicator: Indicator, series: Series) -> None:
        rows = {Cell(row.period, row.slice): guarded(row, indicator) for row in series.newest()}
        self.indicator = indicator
        self.rows: Mapping[Cell, Row] = {cell: row for cell, row in sorted(rows.items()) if _speaks(row)}
        self.hidden = frozenset(cell for cell, row in self.rows.items() if row.state is State.SUPPRESSED)
        self.quantities = _quantities(indicator, self.rows.values())
        self._ranges: dict[Amount, Range] = {}
        self.sums = self._believed([*self._by_slice(), *self._by_time()])
        self._relations: dict[Cell, list[Relation[Amount]]] = {}
        for relation in self._all_relations():
            for cell in dict.fromkeys(amount.cell for amount, _ in relation.terms):
                self._relations.setdefault(cell, []).append(relation)

    @property
    def whole_numbers(self) -> bool:
        """Whether no count has decimals; else nothing is known of the numbers between."""
        amounts = (Amount(cell, quantity) for cell in self.rows for quantity in self.quantities)
        ranges = [self.range(amount, frozenset(), 0) for amount in amounts]
        ends = (end for range in ranges for end in (range.low, range.high))
        return all(end is None or end.denominator == 1 for end in ends)

    def is_open(self, cell: Cell, hidden: frozenset[Cell]) -> bool:
        """Whether some number of a cell is not known exactly."""
        amounts = (Amount(cell, quantity) for quantity in self.quantities)
        return not all(self.range(amount, hidden, 0).is_known for amount in amounts)

    def size(self, cell: Cell) -> Fraction:
        """How many are counted in a cell that is shown; none where the file does not say."""
        named = ("value", "denominator", "n")
        ranges = (self.range(Amount(cell, name), frozenset(), 0) for name in named if name in self.quantities)
        return max((range.low for range in ranges), default=Fraction(0))

    def range(self, amount: Amount, hidden: frozenset[Cell], least: int) -> Range:
        """What a page tells of a number where these cells are hidden; a hidden count is `least` or more."""
        row = self.rows.get(amount.cell)
        if row is None or amount.cell in hidden or row.state is State.SUPPRESSED:
            counted = row is not None and amount.quantity in ("value", "denominator", "n")
            return Range(Fraction(least)) if counted else Range()
        if amount not in self._ranges:
            none = row.denominator is not None and row.denominator.value == 0
            told = _NOTHING if none or row.state is State.NO_CASES else _told(row, amount.quantity)
            self._ranges[amount] = told
        return self._ranges[amount]

    def relations(self, group: Iterable[Cell], hidden: frozenset[Cell]) -> tuple[Relation[Amount], ...]:
        """Everything that ties the numbers of these cells together; a share that is hidden says nothing."""
        found = dict.fromkeys(
            relation for cell in sorted(group) for relation in self._relations.get(cell, ())
        )
        return tuple(one for one in found if one.is_equation or one.terms[0][0].cell not in hidden)

    def _all_relations(self) -> Iterator[Relation[Amount]]:
        for one, quantity in self.sums:
            parts = tuple((Amount(part, quantity), _ONE) for part in one.parts)
            yield Relation((*parts, (Amount(one.whole, quantity), -_ONE)))
        cells = dict.fromkeys((*self.rows, *(one.whole for one, _ in self.sums)))
        if REST in self.quantities:
            signed = (("numerator", _ONE), (REST, _ONE), ("denominator", -_ONE))
            for cell in cells:
                yield Relation(tuple((Amount(cell, name), factor) for name, factor in signed))
        for cell, row in self.rows.items():
            yield from self._shares(cell, row)

    def _shares(self, cell: Cell, row: Row) -> Iterator[Relation[Amount]]:
        """A share that is printed without its numerator: rounded, it leaves the numerator a little room."""
        if (
            self.indicator.type not in COMPUTED
            or row.numerator
            or row.figure is None
            or self.indicator.weighting
        ):
            return
        if row.figure.bound is not Bound.EXACT:
            return
        low, high = numerators(row.figure, Count(Decimal(1)), self.indicator)
        top, bottom = Amount(cell, "numerator"), Amount(cell, "denominator")
        yield Relation(((top, _ONE), (bottom, -low)), Fraction(0), None)
        yield Relation(((top, _ONE), (bottom, -high)), None, Fraction(0))

    def _by_slice(self) -> Iterator[Sum]:
        """The values of a dimension make up the whole, where each of them has its line."""
        dimensions = {one.id: one.values for one in self.indicator.disaggregations}
        bodies = {value for cell in self.rows for name, value in cell.slice if name == _BODY}
        dimensions.setdefault(_BODY, tuple(sorted(bodies)))
        for name, values in dimensions.items():
            for whole in self._without(name):
                parts = tuple(Cell(whole.period, _with(whole.slice, name, value)) for value in values)
                if all(part in self.rows for part in parts):
                    yield Sum(whole, parts, name)

    def _without(self, name: str) -> list[Cell]:
        """The cells of which those with this dimension are parts."""
        found = (
            Cell(cell.period, tuple(pair for pair in cell.slice if pair[0] != name))
            for cell in self.rows
            if any(column == name for column, _ in cell.slice)
        )
        return list(dict.fromkeys(found))

    def _by_time(self) -> Iterator[Sum]:
        """Shorter periods that lie end to end make up a longer one; never where each figure covers a rolling year."""
        if self.indicator.window:
            return
        by_slice: dict[Slice, list[Period]] = {}
        for cell in self.rows:
            by_slice.setdefault(cell.slice, []).append(cell.period)
        for slice, periods in by_slice.items():
            for period in periods:
                parts = _tiles(period, periods)
                if parts:
                    yield Sum(Cell(period, slice), tuple(Cell(part, slice) for part in parts), "")

    def _believed(self, sums: Iterable[Sum]) -> tuple[tuple[Sum, str], ...]:
        """The sums of each number, without those that the published figures themselves more often deny than confirm.

        Somebody helped in two quarters is one person in the year, and one person may use two channels.
        """
        pairs = [(one, quantity) for one in sums for quantity in self.quantities if quantity != REST]
        votes: Counter[tuple[str, str]] = Counter()
        for one, quantity in pairs:
            votes[one.along, quantity] += self._agrees(one, quantity)
        return tuple((one, quantity) for one, quantity in pairs if votes[one.along, quantity] >= 0)

    def _agrees(self, one: Sum, quantity: str) -> int:
        """1 where all figures of a sum are known and it adds up, -1 where it does not, else 0."""
        ranges = [self.range(Amount(cell, quantity), frozenset(), 0) for cell in (one.whole, *one.parts)]
        if not all(range.is_known for range in ranges):
            return 0
        return 1 if ranges[0].low == sum(range.low for range in ranges[1:]) else -1


def _quantities(indicator: Indicator, rows: Iterable[Row]) -> tuple[str, ...]:
    found = ["value"] if indicator.type is IndicatorType.COUNT and indicator.unit != "date" else []
    if indicator.type in COMPUTED:
        found += ["numerator", "denominator"]
    if indicator.type in PARTS_OF_A_WHOLE:
        found.append(REST)
    return (*found, "n") if any(row.n is not None for row in rows) else tuple(found)


def _speaks(row: Row) -> bool:
    """Whether a line says how many, or that it does not say so to protect somebody."""
    told = (row.figure, row.numerator, row.denominator, row.n)
    return row.state in (State.SUPPRESSED, State.NO_CASES) or any(one is not None for one in told)


def _told(row: Row, quantity: str) -> Range:
    """What a line tells of one of its numbers."""
    named: dict[str, Count | Quantity | None] = {
        "value": row.figure, "numerator": row.numerator, "denominator": row.denominator, "n": row.n,
    }  # fmt: skip
    top, bottom = row.numerator, row.denominator
    if quantity == REST and top and bottom and top.bound is bottom.bound is Bound.EXACT:
        left = Fraction(bottom.value) - Fraction(top.value)
        return Range(left, left)
    told = named.get(quantity)
    if told is None or told.bound is Bound.ABOUT:
        return Range()
    value = Fraction(told.value)
    if told.bound is Bound.EXACT:
        return Range(value, value)
    return Range(value) if told.bound is Bound.ABOVE else Range(Fraction(0), value)


def _with(slice: Slice, name: str, value: str) -> Slice:
    return tuple(sorted((*slice, (name, value))))


def _tiles(whole: Period, periods: Iterable[Period]) -> tuple[Period, ...]:
    """Shorter periods that fill a longer one without gaps, the longest ones first; none where they do not."""
    inside = [one for one in periods if whole.covers(one) and not one.covers(whole)]
    from_day: dict[int, list[Period]] = {}
    for one in sorted(inside, key=lambda one: one.end, reverse=True):
        from_day.setdefault(one.start.toordinal(), []).append(one)
    return _filled(whole.start.toordinal(), whole.end.toordinal() + 1, from_day) or ()


def _filled(start: int, end: int, from_day: Mapping[int, list[Period]]) -> tuple[Period, ...] | None:
    if start == end:
        return ()
    for one in from_day.get(start, ()):
        rest = _filled(one.end.toordinal() + 1, end, from_day)
        if rest is not None:
            return (one, *rest)
    return None
