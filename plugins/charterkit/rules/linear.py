"""Exact answers about sums: which unknown numbers of a system of sums can have one value only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor, lcm
from typing import Generic, TypeVar

from charterkit.rules.combined import combined
from charterkit.rules.whole_numbers import Ends, Impossible, Search, Sum, TooLong

V = TypeVar("V")
# So many possibilities are looked at before the sums are combined, which pays only where they leave much room.
_SOON = 8


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
    ends = [_whole_ends(system.ranges[name]) for name in names]
    sums = _compact(system, names)
    told = {index for index, name in enumerate(names) if name in certain}
    try:
        try:
            known = _only_one(Search(sums, len(names), _SOON), ends, told)
        except TooLong:
            known = _only_one(Search(combined(sums), len(names)), ends, told)
    except TooLong as found:
        known = found.certain
    except Impossible:
        return None
    return certain | {names[index] for index in known}


def _only_one(search: Search, ends: Sequence[Ends], told: Set[int]) -> frozenset[int]:
    """Which numbers have the same value in every solution; nothing is asked about those that are told already."""
    start = search.narrowed(ends, set(range(len(search.sums))))
    if start is None:
        raise Impossible
    known = {index for index, (low, high) in enumerate(start) if low == high}
    return search.only_one(start, known, [index for index in range(len(ends)) if index not in known | told])


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


def _whole_ends(range: Range) -> Ends:
    return ceil(range.low), None if range.high is None else floor(range.high)


def _compact(system: System[V], names: Sequence[V]) -> tuple[Sum, ...]:
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
                Sum(tuple((index[name], int(one * times)) for name, one in terms.items()), low, high)
            )
    return tuple(dict.fromkeys(found))
