"""Exact answers about sums: which unknown numbers of a system of sums can have one value only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor, lcm
from typing import Generic, TypeVar

V = TypeVar("V")

# So much is tried for each group of cells: a few dozen nodes are usual, and no build may hang on a table.
_STEPS = 2000
_NODES = 600
# How far above the least value an amount without any upper bound is tried: a second value is all that is sought.
_REACH = 64


@dataclass(frozen=True, slots=True)
class Range:
    """The values that a number can have; no `high` means that nothing bounds it from above."""

    low: Fraction = Fraction(0)
    high: Fraction | None = None

    @property
    def is_known(self) -> bool:
        """Whether it is one value."""
        return self.low == self.high


@dataclass(frozen=True, slots=True)
class Relation(Generic[V]):
    """A sum of multiples of numbers that lies between two bounds; both are 0 where it is an equation."""

    terms: tuple[tuple[V, Fraction], ...]
    low: Fraction | None = Fraction(0)
    high: Fraction | None = Fraction(0)

    @property
    def is_equation(self) -> bool:
        """Whether the sum is one value."""
        return self.low is not None and self.low == self.high


@dataclass(frozen=True, slots=True)
class System(Generic[V]):
    """Numbers with what is known of each, and the relations between them; `whole` says that none has decimals."""

    ranges: Mapping[V, Range]
    relations: tuple[Relation[V], ...]
    whole: bool = True


def fixed(system: System[V]) -> frozenset[V] | None:
    """The unknown numbers that can have one value only; None where no whole numbers fulfil the relations.

    Equations are solved exactly. Among whole numbers bounds are drawn closer, and a second solution is sought;
    where that grows too long, what was found until then is the answer.
    """
    certain = solved(system)
    if not system.whole:
        return certain
    names = [name for name, range in system.ranges.items() if not range.is_known]
    search = _Search(_compact(system, names), len(names))
    start = search.narrowed(
        [_whole_ends(system.ranges[name]) for name in names], set(range(len(search.sums)))
    )
    if start is None:
        return None
    known = {index for index, (low, high) in enumerate(start) if low == high}
    asked = [index for index, name in enumerate(names) if index not in known and name not in certain]
    try:
        known |= search.only_one(start, asked)
    except _Impossible:
        return None
    except _TooLong:
        known |= search.certain
    return certain | {names[index] for index in known}


def solved(system: System[V]) -> frozenset[V]:
    """The unknown numbers that the equations alone determine (Gauss and Jordan, over fractions)."""
    rows: list[dict[V, Fraction]] = []
    for relation in system.relations:
        if relation.is_equation:
            row = _reduced(_unknowns(relation, system.ranges), rows)
            pivot = next(iter(row), None)
            if pivot is not None:
                row = {name: value / row[pivot] for name, value in row.items()}
                rows = [_minus(other, row, pivot) for other in rows] + [row]
    return frozenset(next(iter(row)) for row in rows if len(row) == 1)


def _unknowns(relation: Relation[V], ranges: Mapping[V, Range]) -> dict[V, Fraction]:
    terms: dict[V, Fraction] = {}
    for name, factor in relation.terms:
        if not ranges[name].is_known:
            terms[name] = terms.get(name, Fraction(0)) + factor
    return {name: factor for name, factor in terms.items() if factor}


def _reduced(row: dict[V, Fraction], rows: Iterable[dict[V, Fraction]]) -> dict[V, Fraction]:
    for other in rows:
        row = _minus(row, other, next(iter(other)))
    return row


def _minus(row: dict[V, Fraction], other: Mapping[V, Fraction], pivot: V) -> dict[V, Fraction]:
    """The row without the pivot of another one; its own pivot stays the first of its names."""
    factor = row.get(pivot)
    if factor is None:
        return row
    names = dict.fromkeys((*row, *other))
    sums = {name: row.get(name, Fraction(0)) - factor * other.get(name, Fraction(0)) for name in names}
    return {name: value for name, value in sums.items() if value}


Ends = tuple[int, int | None]
"""The least and the largest value of a whole number; the largest may be open."""


@dataclass(frozen=True, slots=True)
class _Sum:
    """A relation in whole numbers, between the unknown ones alone."""

    terms: tuple[tuple[int, int], ...]
    low: int | None
    high: int | None


def _whole_ends(range: Range) -> Ends:
    return ceil(range.low), None if range.high is None else floor(range.high)


def _compact(system: System[V], names: Sequence[V]) -> tuple[_Sum, ...]:
    """The relations without what is known, multiplied until nothing has a fraction."""
    index = {name: place for place, name in enumerate(names)}
    found = []
    for relation in system.relations:
        terms = _unknowns(relation, system.ranges)
        known = sum(
            (factor * system.ranges[name].low for name, factor in relation.terms if name not in index),
            Fraction(0),
        )
        if terms:
            times = lcm(*(factor.denominator for factor in terms.values()))
            low = None if relation.low is None else ceil((relation.low - known) * times)
            high = None if relation.high is None else floor((relation.high - known) * times)
            found.append(
                _Sum(tuple((index[name], int(one * times)) for name, one in terms.items()), low, high)
            )
    return tuple(dict.fromkeys(found))


def _narrow(ends: list[Ends], one: _Sum) -> set[int] | None:
    """Draw the ends of each number of a sum as close as the others allow: those that moved; None if one has no room."""
    spans = [_product(ends[index], factor) for index, factor in one.terms]
    moved = set()
    for place, (index, factor) in enumerate(one.terms):
        others = spans[:place] + spans[place + 1 :]
        low = None if any(span[0] is None for span in others) else sum(span[0] or 0 for span in others)
        high = None if any(span[1] is None for span in others) else sum(span[1] or 0 for span in others)
        least = None if one.low is None or high is None else one.low - high
        most = None if one.high is None or low is None else one.high - low
        if factor < 0:
            least, most = (None if most is None else -most), (None if least is None else -least)
        size = abs(factor)
        was = ends[index]
        start = was[0] if least is None else max(was[0], -(-least // size))
        tops = [top for top in (was[1], None if most is None else most // size) if top is not None]
        end = min(tops, default=None)
        if end is not None and start > end:
            return None
        if (start, end) != was:
            ends[index] = (start, end)
            spans[place] = _product(ends[index], factor)
            moved.add(index)
    return moved


def _product(ends: Ends, factor: int) -> tuple[int | None, int | None]:
    low, high = ends[0] * factor, None if ends[1] is None else ends[1] * factor
    return (low, high) if factor > 0 else (high, low)


class _TooLong(Exception):
    """The search looked at as many possibilities as it may."""


class _Impossible(Exception):
    """No whole numbers fulfil the relations."""


class _Search:
    """Looks for solutions in whole numbers, halving the range of one number after the other."""

    def __init__(self, sums: tuple[_Sum, ...], size: int) -> None:
        self.sums = sums
        self.nodes = 0
        self.certain: set[int] = set()
        self.sums_of: list[list[int]] = [[] for _ in range(size)]
        for place, one in enumerate(sums):
            for index, _ in one.terms:
                self.sums_of[index].append(place)

    def narrowed(self, ends: Sequence[Ends], due: set[int]) -> list[Ends] | None:
        """The ends drawn as close as the sums allow, each by itself; None where nothing is left."""
        found, steps = list(ends), 0
        while due and steps < _STEPS:
            place = min(due)
            due.discard(place)
            moved = _narrow(found, self.sums[place])
            if moved is None:
                return None
            due.update(other for index in moved for other in self.sums_of[index] if other != place)
            steps += 1
        return found

    def only_one(self, start: Sequence[Ends], asked: Iterable[int]) -> set[int]:
        """Which of the numbers asked about have the same value in every solution."""
        first = self._solution(start, set())
        if first is None:
            raise _Impossible
        varies: set[int] = set()
        for index in asked:
            other = None if index in varies else self._other(start, index, first[index])
            if other is not None:
                varies |= {place for place, value in enumerate(other) if value != first[place]}
            elif index not in varies:
                self.certain.add(index)
        return self.certain

    def _other(self, start: Sequence[Ends], index: int, value: int) -> list[int] | None:
        """A solution in which a number has another value."""
        low, high = start[index]
        for side in ((low, value - 1), (value + 1, high)):
            if side[1] is None or side[0] <= side[1]:
                found = self._solution([*start[:index], side, *start[index + 1 :]], set(self.sums_of[index]))
                if found is not None:
                    return found
        return None

    def _solution(self, ends: Sequence[Ends], due: set[int]) -> list[int] | None:
        self.nodes += 1
        if self.nodes > _NODES:
            raise _TooLong
        narrowed = self.narrowed(ends, due)
        index = None if narrowed is None else _narrowest(narrowed)
        if narrowed is None or index is None:
            return None if narrowed is None else [low for low, _ in narrowed]
        for half in _halves(narrowed[index]):
            changed = [*narrowed[:index], half, *narrowed[index + 1 :]]
            found = self._solution(changed, set(self.sums_of[index]))
            if found is not None:
                return found
        return None


def _narrowest(ends: Sequence[Ends]) -> int | None:
    """The unknown number with the fewest values; one without an upper end comes last."""
    widths = [
        (high is None, (high or 0) - low, index) for index, (low, high) in enumerate(ends) if low != high
    ]
    return min(widths)[2] if widths else None


def _halves(ends: Ends) -> tuple[Ends, ...]:
    """The two halves of a range; of one without an upper end the beginning alone."""
    low, high = ends
    if high is None:
        return ((low, low + _REACH),)
    middle = (low + high) // 2
    return (low, middle), (middle + 1, high)
